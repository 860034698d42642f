#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Which files this program wrote, so that only those are written over without being asked.
///
/// A file of the state folder has a line for each: a fingerprint of its contents, and its path. Once
/// somebody has changed the file, the fingerprint fits no more, and it counts as theirs.
enum WrittenFiles {
  /// How many files are remembered.
  private static let limit = 10_000

  static func record(_ path: String, _ bytes: [UInt8]) {
    // Devices and pipes keep nothing.
    guard let log, FileAccess.isFile(path), let line = line(path, bytes) else { return }
    // The list is read, and another one takes its place: two programs would lose each other's lines.
    let lock = try? FileLock.take(log + ".lock")
    defer { if let lock { close(lock) } }
    let known = lines(of: log).filter { Substring($0).dropFirst(17) != line.dropFirst(17) }
    let kept = known.suffix(limit - 1) + [line]
    try? FileAccess.write(log, Array((kept.joined(separator: "\n") + "\n").utf8))
  }

  /// Whether a file is just as it was written.
  static func holds(_ path: String) -> Bool {
    guard let log, let bytes = try? FileAccess.read(path), let line = line(path, bytes) else {
      return false
    }
    return lines(of: log).contains(line)
  }

  private static var log: String? {
    guard let folder = UserFolders.state, UserFolders.make(folder) else { return nil }
    return folder + "/written"
  }

  private static func lines(of log: String) -> [String] {
    guard let bytes = try? FileAccess.read(log) else { return [] }
    return bytes.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Sixteen digits of the fingerprint, a blank, the path from the root.
  private static func line(_ path: String, _ bytes: [UInt8]) -> String? {
    guard let real = FileAccess.real(path) else { return nil }
    let digits = String(fingerprint(bytes), radix: 16)
    let name = HistoryLine.encode(real)
    return String(repeating: "0", count: 16 - digits.count) + digits + " " + name
  }

  /// Fowler, Noll and Vo's hash (FNV-1a), eight bytes at a time: contents that were changed are to be
  /// told from those that were not, by people who do not set out to deceive it.
  static func fingerprint(_ bytes: [UInt8]) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325 ^ UInt64(bytes.count)
    // Megabytes, a byte at a time: by the buffer, which is at hand only meanwhile.
    bytes.withUnsafeBytes { buffer in
      var offset = 0
      while offset < buffer.count {
        var word: UInt64 = 0
        let end = min(offset + 8, buffer.count)
        for index in offset..<end { word = word << 8 | UInt64(buffer[index]) }
        hash = (hash ^ word) &* 0x100_0000_01b3
        hash ^= hash >> 29
        offset = end
      }
    }
    return hash
  }
}
