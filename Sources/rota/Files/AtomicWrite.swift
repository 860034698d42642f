import RotaSession

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Writing a file whole or not at all: the bytes go to a new file in the same folder, onto the
/// disk, and only then take the old file's name.
extension FileAccess {
  static func write(
    _ path: String, _ bytes: [UInt8]
  ) throws(SessionEnvironment.FileProblem) {
    try check(path)
    var status = stat()
    let exists = stat(path, &status) == 0
    if exists {
      switch status.st_mode & S_IFMT {
      case S_IFREG: break
      case S_IFDIR: throw .init(SystemError.reason(EISDIR))
      default: return try writeThrough(path, bytes)
      }
      // Renaming needs no leave of the file itself, but its owner may have forbidden writing.
      guard access(path, W_OK) == 0 else { throw problem() }
    }
    if !exists {
      // What cannot be looked at because of a link is not there to be made anew: a new file would
      // take the link's place.
      let number = errno
      if lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFLNK {
        throw .init(
          number == ENOENT
            ? "it is a symbolic link to a file that is not there" : SystemError.reason(number))
      }
    }
    let target = exists ? resolved(path) : path
    try replace(target, with: bytes, mode: exists ? status.st_mode & 0o7777 : nil)
  }

  /// Where a symbolic link leads, so that the link stays and the file behind it changes.
  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  private static func replace(
    _ target: String, with bytes: [UInt8], mode: mode_t?
  ) throws(SessionEnvironment.FileProblem) {
    let (folder, name) = split(target)
    let shortName = name.utf8.count > 200 ? "file" : name
    let temporary = folder + ".\(shortName).\(getpid()).tmp"
    unlink(temporary)
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw problem() }
    do throws(Streams.WriteProblem) {
      defer { close(descriptor) }
      if let mode { _ = fchmod(descriptor, mode) }
      try Streams.write(bytes, to: descriptor)
      guard fsync(descriptor) == 0 else { throw Streams.WriteProblem.system(errno) }
      guard rename(temporary, target) == 0 else { throw Streams.WriteProblem.system(errno) }
    } catch {
      unlink(temporary)
      throw reason(error)
    }
    let directory = open(folder.isEmpty ? "." : folder, O_RDONLY | O_CLOEXEC)
    if directory >= 0 {
      // Puts the new name itself onto the disk; some file systems cannot, and need not.
      _ = fsync(directory)
      close(directory)
    }
  }

  /// Devices and pipes have no half-written state to guard against.
  private static func writeThrough(
    _ path: String, _ bytes: [UInt8]
  ) throws(SessionEnvironment.FileProblem) {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw problem() }
    defer { close(descriptor) }
    do {
      try Streams.write(bytes, to: descriptor)
    } catch {
      throw reason(error)
    }
  }

  private static func reason(_ problem: Streams.WriteProblem) -> SessionEnvironment.FileProblem {
    switch problem {
    case .readerGone: .init("nobody reads it")
    case .system(let number): .init(SystemError.reason(number))
    }
  }

  /// The folder with its slash, and the name.
  static func split(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return ("", path) }
    return (String(path[...slash]), String(path[path.index(after: slash)...]))
  }
}
