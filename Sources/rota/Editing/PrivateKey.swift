/// Keys that only the program can press: control characters that no terminal sends, each bound to
/// one function of the editor.
enum PrivateKey: UInt32, CaseIterable {
  case restore = 0x91
  case compose
  case up, down, left, right, lineStart, lineEnd, textStart, textEnd
  case deleteForward, deleteWord, previousWord, nextWord, paste

  var scalar: Unicode.Scalar { Unicode.Scalar(UInt8(rawValue)) }
}

/// What terminals send for keys that are no characters.
enum EscapeSequence {
  static let escape: Unicode.Scalar = "\u{1B}"

  /// Sequences without their Escape, and the keys they stand for: those of xterm, of the Linux
  /// console and of rxvt, with Shift, Alt and Ctrl.
  static let keys: [(sequence: String, key: PrivateKey)] = [
    ("[A", .up), ("OA", .up), ("[B", .down), ("OB", .down),
    ("[C", .right), ("OC", .right), ("[D", .left), ("OD", .left),
    ("[H", .lineStart), ("OH", .lineStart), ("[1~", .lineStart), ("[7~", .lineStart),
    ("[F", .lineEnd), ("OF", .lineEnd), ("[4~", .lineEnd), ("[8~", .lineEnd),
    ("[3~", .deleteForward), ("[200~", .paste),
    // Shift moves as the plain key does.
    ("[1;2A", .up), ("[a", .up), ("[1;2B", .down), ("[b", .down),
    ("[1;2C", .right), ("[c", .right), ("[1;2D", .left), ("[d", .left),
    ("[1;2H", .lineStart), ("[7$", .lineStart), ("[1;2F", .lineEnd), ("[8$", .lineEnd),
    ("[3;2~", .deleteForward), ("[3$", .deleteForward),
    // Alt and Ctrl go further: by words, and to the ends of the text.
    ("[1;3A", .up), ("\u{1B}[A", .up), ("[1;5A", .up), ("Oa", .up),
    ("[1;3B", .down), ("\u{1B}[B", .down), ("[1;5B", .down), ("Ob", .down),
    ("[1;3C", .nextWord), ("\u{1B}[C", .nextWord), ("\u{1B}OC", .nextWord),
    ("[1;5C", .nextWord), ("[5C", .nextWord), ("Oc", .nextWord),
    ("[1;4C", .nextWord), ("[1;6C", .nextWord),
    ("[1;3D", .previousWord), ("\u{1B}[D", .previousWord), ("\u{1B}OD", .previousWord),
    ("[1;5D", .previousWord), ("[5D", .previousWord), ("Od", .previousWord),
    ("[1;4D", .previousWord), ("[1;6D", .previousWord),
    ("[1;3H", .textStart), ("[1;5H", .textStart), ("[7^", .textStart),
    ("[1;3F", .textEnd), ("[1;5F", .textEnd), ("[8^", .textEnd),
    ("[3;3~", .deleteWord), ("[3;5~", .deleteWord), ("[3^", .deleteWord),
    ("\u{1B}[3~", .deleteWord),
  ]

  static func key(for sequence: [Unicode.Scalar]) -> PrivateKey? {
    let text = WideText.string(sequence.dropFirst())
    return keys.first { $0.sequence == text }?.key
  }

  /// What is typed is no key of its own but a letter with Alt, or has ended too early.
  static func isKey(_ sequence: [Unicode.Scalar]) -> Bool {
    guard isComplete(sequence) else { return false }
    return sequence.drop { $0 == escape }.first.map { $0 == "[" || $0 == "O" } ?? false
  }

  /// Whether a sequence needs no further character: `[` is followed by figures and one letter, `~`,
  /// `^` or `$`; `[[` of the Linux console and `O` by one letter. Another Escape before them is Alt.
  static func isComplete(_ sequence: [Unicode.Scalar]) -> Bool {
    let body = sequence.prefix(2).allSatisfy { $0 == escape } ? sequence.dropFirst() : sequence[...]
    guard body.count > 1 else { return false }
    let rest = body.dropFirst(2)
    switch body[body.startIndex + 1] {
    case "O": return rest.last.map { !("0"..."9").contains($0) && $0 != ";" } ?? false
    case "[":
      guard let last = rest.last else { return false }
      if rest.count == 1, last == "[" { return false }
      return (0x40...0x7E).contains(last.value) || last == "$" || rest.count > 14
    default: return true
    }
  }

  /// As `bind` of libedit reads it.
  static func written(_ sequence: some StringProtocol) -> String {
    sequence.reduce(into: "") { text, character in
      switch character {
      case "\u{1B}": text += "\\e"
      case "^", "\\": text += "\\\(character)"
      default: text.append(character)
      }
    }
  }
}
