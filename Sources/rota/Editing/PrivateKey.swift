/// Keys that only the program can press: control characters that no terminal sends, each bound to
/// one function of the editor.
enum PrivateKey: UInt32, CaseIterable {
  case restore = 0x91
  case compose
  case up, down, left, right, lineStart, lineEnd, deleteForward, previousWord, nextWord, paste

  var scalar: Unicode.Scalar { Unicode.Scalar(UInt8(rawValue)) }
}

/// What terminals send for keys that are no characters.
enum EscapeSequence {
  static let escape: Unicode.Scalar = "\u{1B}"

  /// Sequences without their Escape, and the keys they stand for.
  static let keys: [(sequence: String, key: PrivateKey)] = [
    ("[A", .up), ("OA", .up), ("[B", .down), ("OB", .down),
    ("[C", .right), ("OC", .right), ("[D", .left), ("OD", .left),
    ("[H", .lineStart), ("OH", .lineStart), ("[1~", .lineStart),
    ("[F", .lineEnd), ("OF", .lineEnd), ("[4~", .lineEnd),
    ("[3~", .deleteForward), ("[1;5D", .previousWord), ("[1;5C", .nextWord), ("[200~", .paste),
  ]

  static func key(for sequence: [Unicode.Scalar]) -> PrivateKey? {
    let text = WideText.string(sequence.dropFirst())
    return keys.first { $0.sequence == text }?.key
  }

  /// Whether a sequence needs no further character: `[` is followed by figures and one letter or
  /// `~`, `O` by one letter.
  static func isComplete(_ sequence: [Unicode.Scalar]) -> Bool {
    guard sequence.count > 1 else { return false }
    switch sequence[1] {
    case "O": return sequence.count > 2
    case "[":
      guard let last = sequence.last, sequence.count > 2 else { return false }
      return (0x40...0x7E).contains(last.value) || sequence.count > 16
    default: return true
    }
  }
}
