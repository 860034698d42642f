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
  /// A link to a file is followed, as editors do: plans may lie in a folder that is synchronised.
  ///
  /// - Parameter staysInFolder: whether a link that leads out of the folder in which it stands is refused,
  ///   as it is for what a planner has not named one by one.
  static func write(
    _ path: String, _ bytes: [UInt8], staysInFolder: Bool = false
  ) throws(SessionEnvironment.FileProblem) {
    try check(path)
    if staysInFolder, let elsewhere = whereItLeadsOut(path) {
      throw .init(
        "it is a symbolic link to \(elsewhere), outside of its folder: remove the link, or name that "
          + "file itself")
    }
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
            ? "it is a symbolic link to \(said(by: path)), which is not there"
            : SystemError.reason(number))
      }
    }
    let target = exists ? real(path) ?? path : path
    try replace(target, with: bytes, mode: exists ? status.st_mode & 0o7777 : nil)
  }

  /// Where a name leads that is a symbolic link, if that is outside of the folder in which it stands.
  static func whereItLeadsOut(_ path: String) -> String? {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFLNK,
      let target = real(path)
    else { return nil }
    let parent = split(path).folder
    guard let folder = real(parent.isEmpty ? "." : parent) else { return target }
    return target.hasPrefix(folder == "/" ? folder : folder + "/") ? nil : target
  }

  /// The path without links and dots; nil where there is nothing.
  static func real(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  /// What a symbolic link says.
  private static func said(by link: String) -> String {
    let most = Int(PATH_MAX)
    var text = [CChar](repeating: 0, count: most)
    let count = readlink(link, &text, most)
    return String(decoding: text.prefix(max(0, count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  private static func replace(
    _ target: String, with bytes: [UInt8], mode: mode_t?
  ) throws(SessionEnvironment.FileProblem) {
    let file = try UnfinishedFile(beside: target)
    do throws(Streams.WriteProblem) {
      defer { close(file.descriptor) }
      if let mode { _ = fchmod(file.descriptor, mode) }
      try Streams.write(bytes, to: file.descriptor)
      guard fsync(file.descriptor) == 0 else { throw Streams.WriteProblem.system(errno) }
      guard rename(file.path, target) == 0 else { throw Streams.WriteProblem.system(errno) }
    } catch {
      unlink(file.path)
      throw reason(error)
    }
    let folder = split(target).folder
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
