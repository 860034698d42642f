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
///
/// A class, since the editor asks it for news while the prompt adds to it.
final class HistoryFile {
  let path: String
  /// Up to where the file is known, and which file that was.
  private var known: (size: off_t, file: ino_t) = (0, 0)
  /// What other shells had added when a statement was.
  private var newsBefore: [String] = []
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
    let entries = news()
    if entries.count > 2 * Self.limit { shorten() }
    return Array(entries.suffix(Self.limit))
  }

  /// The statements that have come into the file since this was last asked, but for one's own.
  func news() -> [String] {
    defer { newsBefore = [] }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return newsBefore }
    defer { close(descriptor) }
    return newsBefore + unknown(in: descriptor)
  }

  /// Whole lines behind those that are known, which they then are too.
  private func unknown(in descriptor: Int32) -> [String] {
    var now = stat()
    guard fstat(descriptor, &now) == 0 else { return [] }
    // What a shell has shortened is known but for what came meanwhile, which is not worth the search.
    if known.file != 0, known.file != now.st_ino { known = (now.st_size, now.st_ino) }
    known.file = now.st_ino
    guard now.st_size > known.size else { return [] }
    var bytes = [UInt8](repeating: 0, count: Int(now.st_size - known.size))
    let count = pread(descriptor, &bytes, bytes.count, known.size)
    guard count > 0, let end = bytes[..<count].lastIndex(of: 0x0A) else { return [] }
    known.size += off_t(end + 1)
    return bytes[..<end].split(separator: 0x0A).map {
      HistoryLine.decode(String(decoding: $0, as: UTF8.self))
    }
  }

  func append(_ entry: String) throws(SessionEnvironment.FileProblem) {
    let descriptor = try FileLock.take(path)
    defer { close(descriptor) }
    newsBefore += unknown(in: descriptor)
    // A line that a crash cut short must not swallow the next one.
    let isCutShort = Self.lastByte(of: descriptor).map { $0 != 0x0A } ?? false
    let line = (isCutShort ? "\n" : "") + HistoryLine.encode(entry) + "\n"
    do {
      try Streams.write(line.utf8, to: descriptor)
    } catch {
      throw .init("the disk did not take it")
    }
    known.size = max(known.size, lseek(descriptor, 0, SEEK_END))
  }

  private func shorten() {
    guard let descriptor = try? FileLock.take(path) else { return }
    defer { close(descriptor) }
    guard let bytes = try? FileAccess.read(path) else { return }
    let lines = bytes.split(separator: 0x0A)
    guard lines.count > 2 * Self.limit else { return }
    let kept = lines.suffix(Self.limit).flatMap { $0 + [0x0A] }
    try? FileAccess.write(path, kept)
  }

  private static func lastByte(of descriptor: Int32) -> UInt8? {
    var byte: UInt8 = 0
    let end = lseek(descriptor, 0, SEEK_END)
    guard end > 0, pread(descriptor, &byte, 1, end - 1) == 1 else { return nil }
    return byte
  }
}
