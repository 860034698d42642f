import RotaSession

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The statements typed at the prompt, over sessions: one a line, oldest first.
///
/// Each is added the moment it is entered, under a lock, so that neither a crash nor a second shell
/// loses any. A line break inside a statement is written `\n`, a backslash `\\`.
struct HistoryFile {
  let path: String
  /// How many statements are kept.
  static let limit = 10_000

  /// The history in the planner's state folder; nil where there is no such folder to be had.
  init?() {
    guard let folder = UserFolders.state, UserFolders.make(folder) else { return nil }
    path = folder + "/history"
  }

  init(path: String) { self.path = path }

  /// The newest statements, oldest first. Shortens the file where it has grown to twice its limit.
  func load() -> [String] {
    guard let bytes = try? FileAccess.read(path) else { return [] }
    let entries = bytes.split(separator: 0x0A).map {
      Self.decode(String(decoding: $0, as: UTF8.self))
    }
    if entries.count > 2 * Self.limit { shorten() }
    return Array(entries.suffix(Self.limit))
  }

  func append(_ entry: String) throws(SessionEnvironment.FileProblem) {
    let descriptor = try lock()
    defer { close(descriptor) }
    // A line that a crash cut short must not swallow the next one.
    let isCutShort = Self.lastByte(of: descriptor).map { $0 != 0x0A } ?? false
    let line = (isCutShort ? "\n" : "") + Self.encode(entry) + "\n"
    do {
      try Streams.write(line.utf8, to: descriptor)
    } catch {
      throw .init("the disk did not take it")
    }
  }

  private func shorten() {
    guard let descriptor = try? lock() else { return }
    defer { close(descriptor) }
    guard let bytes = try? FileAccess.read(path) else { return }
    let lines = bytes.split(separator: 0x0A)
    guard lines.count > 2 * Self.limit else { return }
    let kept = lines.suffix(Self.limit).flatMap { $0 + [0x0A] }
    try? FileAccess.write(path, kept)
  }

  /// Opens the file and takes its lock. Another shell may replace the file meanwhile; the lock
  /// counts only on the file that still has the name.
  private func lock() throws(SessionEnvironment.FileProblem) -> Int32 {
    while true {
      let descriptor = open(path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
      guard descriptor >= 0 else { throw FileAccess.problem() }
      while flock(descriptor, LOCK_EX) != 0 {
        guard errno == EINTR else {
          let problem = FileAccess.problem()
          close(descriptor)
          throw problem
        }
      }
      var locked = stat()
      var named = stat()
      if fstat(descriptor, &locked) == 0, stat(path, &named) == 0,
        locked.st_ino == named.st_ino, locked.st_dev == named.st_dev
      {
        return descriptor
      }
      close(descriptor)
    }
  }

  private static func lastByte(of descriptor: Int32) -> UInt8? {
    var byte: UInt8 = 0
    let end = lseek(descriptor, 0, SEEK_END)
    guard end > 0, pread(descriptor, &byte, 1, end - 1) == 1 else { return nil }
    return byte
  }

  static func encode(_ entry: String) -> String {
    var line = ""
    for scalar in entry.unicodeScalars {
      switch scalar {
      case "\\": line += "\\\\"
      case "\n": line += "\\n"
      case "\r": line += "\\r"
      case "\0": break
      default: line.unicodeScalars.append(scalar)
      }
    }
    return line
  }

  static func decode(_ line: String) -> String {
    var entry = ""
    var isEscaped = false
    for scalar in line.unicodeScalars {
      if isEscaped {
        isEscaped = false
        switch scalar {
        case "n": entry += "\n"
        case "r": entry += "\r"
        default: entry.unicodeScalars.append(scalar)
        }
      } else if scalar == "\\" {
        isEscaped = true
      } else {
        entry.unicodeScalars.append(scalar)
      }
    }
    return entry
  }
}
