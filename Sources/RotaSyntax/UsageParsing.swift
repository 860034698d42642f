extension Usage {
  /// Reads a usage line such as `unit NAME [PEOPLE]`.
  public init(parsing text: String) {
    var reader = UsageReader(text)
    elements = reader.sequence()
  }
}

/// Reads usage lines. They are part of the program, so whatever is unknown is read as a word.
private struct UsageReader {
  private var pieces: [Substring] = []
  private var index = 0

  init(_ text: String) {
    add(text, depth: 0)
  }

  /// Splits a usage at spaces, brackets and bars, and puts shared usages in their places.
  private mutating func add(_ text: String, depth: Int) {
    var start = text.startIndex
    var position = text.startIndex
    func isMark(_ byte: UInt8) -> Bool {
      switch byte {
      case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"),
        UInt8(ascii: "|"):
        true
      default: false
      }
    }
    func piece() -> Substring? { start < position ? text[start..<position] : nil }
    while true {
      let byte = position < text.endIndex ? text.utf8[position] : UInt8(ascii: " ")
      if byte == UInt8(ascii: " ") || isMark(byte) {
        if let piece = piece() { add(piece, depth: depth) }
        guard position < text.endIndex else { return }
        let next = text.utf8.index(after: position)
        if isMark(byte) { pieces.append(text[position..<next]) }
        start = next
      }
      position = text.utf8.index(after: position)
    }
  }

  private mutating func add(_ piece: Substring, depth: Int) {
    if piece.first == "<", piece.last == ">", depth < 8,
      let shared = Usage.shared[String(piece.dropFirst().dropLast())]
    {
      add(shared, depth: depth + 1)
    } else {
      pieces.append(piece)
    }
  }

  mutating func sequence() -> [Usage.Element] {
    var elements: [Usage.Element] = []
    while index < pieces.count {
      let piece = pieces[index]
      switch piece {
      case "]", ")", "|": return elements
      case "[":
        index += 1
        elements.append(.optional(sequence()))
        index += 1
      case "(":
        elements.append(choice())
      default:
        index += 1
        elements.append(element(piece))
      }
    }
    return elements
  }

  private mutating func choice() -> Usage.Element {
    var alternatives: [[Usage.Element]] = []
    repeat {
      index += 1
      alternatives.append(sequence())
    } while index < pieces.count && pieces[index] == "|"
    index += 1
    return .choice(alternatives)
  }

  private func element(_ piece: Substring) -> Usage.Element {
    if let slot = Usage.Slot(rawValue: String(piece)) {
      return .slot(slot, label: piece.lowercased())
    }
    if let colon = piece.firstIndex(of: ":"),
      let slot = Usage.Slot(rawValue: String(piece[piece.index(after: colon)...]))
    {
      return .slot(slot, label: String(piece[..<colon]))
    }
    return .word(String(piece))
  }
}
