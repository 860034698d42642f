import RotaDiagnostics

/// Strings. A string ends on its own line. One that begins with `"` ends with `"`, so that curly
/// quotes can stand in it; one that begins with a curly quote ends with any quote.
extension Lexer {
  mutating func nextInString(start: Int, isCurly: Bool) -> Token {
    let lower = position
    while position < end {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\n") { break }
      if let length = closingQuote(isCurly) {
        if position > lower { return token(.stringText, from: lower) }
        position += length
        modes.removeLast()
        return token(.stringEnd, from: lower)
      }
      if byte == UInt8(ascii: "{") {
        if position > lower { return token(.stringText, from: lower) }
        // What can only be the brace of a block shows where the string was to end.
        if endsLine(position + 1), let close = closeUnterminated() { return close }
        position += 1
        modes.append(.interpolation)
        return token(.interpolationStart, from: lower)
      }
      skipInString(byte)
    }
    if position > lower { return token(.stringText, from: lower) }
    return closeUnterminated() ?? Token(kind: .end, lower: end, upper: end)
  }

  private func closingQuote(_ isCurly: Bool) -> Int? {
    if bytes[position] == UInt8(ascii: "\"") { return 1 }
    guard isCurly, bytes[position] >= 0x80,
      let (ascii, length) = asciiTwin(at: position), ascii == UInt8(ascii: "\"")
    else { return nil }
    return length
  }

  /// Nothing but blanks stands on the line from an offset on.
  private func endsLine(_ offset: Int) -> Bool {
    let next = bytes[offset..<end].first { !" \t\r".utf8.contains($0) }
    return next == nil || next == UInt8(ascii: "\n")
  }

  /// One character, escape or run of broken bytes.
  private mutating func skipInString(_ byte: UInt8) {
    let lower = position
    if byte == UInt8(ascii: "\\") {
      position += 1
      guard position < end, bytes[position] != UInt8(ascii: "\n"),
        let (scalar, length) = decodeScalar(bytes, at: position, end: end)
      else { return }
      position += length
      if Self.escaped(scalar) == nil {
        report(lower) { SyntaxMessages.unknownEscape(scalar, at: $0) }
      }
      return
    }
    if byte >= 0x20, byte < 0x7F || byte == UInt8(ascii: "\t") {
      position += 1
      return
    }
    guard let (scalar, length) = decodeScalar(bytes, at: position, end: end) else {
      skipInvalid()
      return
    }
    position += length
    let isLineBreak = byte == UInt8(ascii: "\r") && position < end && bytes[position] == 0x0A
    if case .control = ScalarClass(scalar), byte != UInt8(ascii: "\t"), !isLineBreak {
      let count = 1 + skipMeaningless(.control)
      report(lower) { SyntaxMessages.controlCharacter(scalar, count: count, at: $0) }
    }
  }

  /// What a character after a backslash stands for.
  static func escaped(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar {
    case "\"", "\\", "{", "}", "\u{201C}", "\u{201D}": scalar
    case "n": "\n"
    default: nil
    }
  }

  /// The text that a `.stringText` token stands for.
  func stringValue(of token: Token) -> String {
    let slice = bytes[token.lower..<token.upper]
    let raw = String(decoding: slice, as: UTF8.self)
    guard slice.contains(UInt8(ascii: "\\")) || slice.last == UInt8(ascii: "\r") else { return raw }
    var scalars = String.UnicodeScalarView()
    var isEscape = false
    for scalar in raw.unicodeScalars {
      if isEscape {
        scalars.append(Self.escaped(scalar) ?? scalar)
        isEscape = false
      } else if scalar == "\\" {
        isEscape = true
      } else if scalar != "\r" {
        scalars.append(scalar)
      }
    }
    return String(scalars)
  }

  /// Where a string is open at the end of a line, a token without length that closes the innermost
  /// thing open, so that the parser finds every string closed.
  mutating func closeUnterminated() -> Token? {
    guard let mode = modes.popLast() else { return nil }
    switch mode {
    case .interpolation:
      return token(.interpolationEnd, from: position)
    case .string(let start, _):
      let line = position
      reportUnterminated(from: start, to: line)
      return token(.stringEnd, from: line)
    }
  }

  private mutating func reportUnterminated(from start: Int, to line: Int) {
    let length = asciiTwin(at: start)?.length ?? 1
    report(line) {
      SyntaxMessages.unterminatedString(
        at: SourceRange(source: $0.source, lower: start, upper: start + length))
    }
  }
}
