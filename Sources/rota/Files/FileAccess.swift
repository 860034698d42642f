import RotaSession

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The file system as the shell sees it: whole files, read or written at once.
enum FileAccess {
  /// A plan is text that somebody wrote; what is larger than this is something else.
  static let largestFile = 256 << 20

  /// The bytes of a file, a pipe or a device that ends.
  static func read(_ path: String) throws(SessionEnvironment.FileProblem) -> [UInt8] {
    try check(path)
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw problem() }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw problem() }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: throw .init(SystemError.reason(EISDIR))
    case S_IFBLK: throw .init("it is a disk")
    case S_IFREG where status.st_size > off_t(largestFile): throw tooLarge
    default: break
    }
    return try read(descriptor, expecting: Int(status.st_size))
  }

  /// Everything up to the end of an open file.
  ///
  /// - Parameter size: how many bytes it says it has.
  static func read(
    _ descriptor: Int32, expecting size: Int = 0
  ) throws(SessionEnvironment.FileProblem) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(min(size, largestFile))
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      if Interrupts.isPending { throw .init("interrupted") }
      let count = systemRead(descriptor, &chunk)
      if count == 0 { return bytes }
      if count > 0 {
        bytes.append(contentsOf: chunk[..<count])
        if bytes.count > largestFile { throw tooLarge }
      } else if errno != EINTR {
        throw problem()
      }
    }
  }

  private static func systemRead(_ descriptor: Int32, _ chunk: inout [UInt8]) -> Int {
    // The system fills the array in place.
    chunk.withUnsafeMutableBytes { buffer in
      #if canImport(Glibc)
        Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      #elseif canImport(Musl)
        Musl.read(descriptor, buffer.baseAddress, buffer.count)
      #else
        Darwin.read(descriptor, buffer.baseAddress, buffer.count)
      #endif
    }
  }

  static func exists(_ path: String) -> Bool {
    !path.isEmpty && !path.utf8.contains(0) && access(path, F_OK) == 0
  }

  /// Whether a file is there that has contents to lose.
  static func isFile(_ path: String) -> Bool {
    var status = stat()
    return !path.utf8.contains(0) && stat(path, &status) == 0
      && status.st_mode & S_IFMT == S_IFREG && status.st_size > 0
  }

  /// Tells one state of a file from another; nil where there is none.
  static func stamp(_ path: String) -> FileStamp? {
    var status = stat()
    guard !path.utf8.contains(0), stat(path, &status) == 0 else { return nil }
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    return FileStamp(
      time: Int(time.tv_sec) * 1_000_000_000 + Int(time.tv_nsec), bytes: Int(status.st_size),
      number: UInt64(status.st_ino))
  }

  static func check(_ path: String) throws(SessionEnvironment.FileProblem) {
    if path.isEmpty { throw .init("a file needs a name") }
    if path.utf8.contains(0) { throw .init("a file's name cannot hold a null character") }
  }

  static func problem() -> SessionEnvironment.FileProblem {
    .init(SystemError.reason(errno))
  }

  private static var tooLarge: SessionEnvironment.FileProblem {
    .init("it is larger than \(largestFile >> 20) MB")
  }
}
