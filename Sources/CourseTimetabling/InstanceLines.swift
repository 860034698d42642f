import RotaDiagnostics

/// A run of bytes between blanks.
struct InstanceWord {
  let text: String
  /// Bytes of the file.
  let bytes: Range<Int>
}

/// The lines of a file as words. Spaces and tabs part words, line breaks of either kind lines; lines
/// without words are left out.
struct InstanceLines {
  let text: SourceText
  private var next = 0

  init(_ text: SourceText) { self.text = text }

  /// The words of the next line that has any; nil at the end of the file.
  mutating func nextLine() -> [InstanceWord]? {
    while next < text.lineStarts.count {
      let start = text.lineStarts[next]
      next += 1
      let end = next < text.lineStarts.count ? text.lineStarts[next] : text.bytes.count
      let words = words(in: start..<end)
      if !words.isEmpty { return words }
    }
    return nil
  }

  private func words(in line: Range<Int>) -> [InstanceWord] {
    var words: [InstanceWord] = []
    var start: Int?
    for offset in line {
      let isBlank = Self.isBlank(text.bytes[offset])
      if let lower = start, isBlank {
        words.append(word(lower..<offset))
        start = nil
      } else if start == nil, !isBlank {
        start = offset
      }
    }
    if let start { words.append(word(start..<line.upperBound)) }
    return words
  }

  private func word(_ bytes: Range<Int>) -> InstanceWord {
    InstanceWord(text: text.slice(bytes.lowerBound, bytes.upperBound), bytes: bytes)
  }

  /// The first byte that no such file holds: a control character other than a tab or a line break.
  var firstControlCharacter: Int? {
    text.bytes.firstIndex { byte in
      byte == 0x7F || byte < 0x20 && !Self.isBlank(byte)
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || (0x09...0x0D).contains(byte)
  }
}
