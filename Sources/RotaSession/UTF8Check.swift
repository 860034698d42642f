/// Finds where bytes stop being UTF-8, so that a file in another encoding is refused with its place
/// instead of being read wrong.
enum UTF8Check {
  /// The index of the first line, from 0, that is not UTF-8; a line break is never inside a
  /// character.
  static func firstInvalidLine(in bytes: [UInt8]) -> Int? {
    if String(validating: bytes, as: UTF8.self) != nil { return nil }
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    return lines.firstIndex { String(validating: $0, as: UTF8.self) == nil }
  }
}
