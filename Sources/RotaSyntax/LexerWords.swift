/// Words and numbers.
extension Lexer {
  /// Moves past a word that begins at the current position.
  mutating func skipWord() {
    while position < end {
      let byte = bytes[position]
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
        position += 1
      case UInt8(ascii: "."), UInt8(ascii: "'"):
        guard isLetter(at: position + 1) else { return }
        position += 1
      case 0..<0x80:
        return
      default:
        guard let (scalar, length) = decodeScalar(bytes, at: position, end: end) else { return }
        switch ScalarClass(scalar) {
        case .letter, .continuation: position += length
        case .twin(UInt8(ascii: "0")...UInt8(ascii: "9")): position += length
        case .twin(UInt8(ascii: ".")), .twin(UInt8(ascii: "'")):
          guard isLetter(at: position + length) else { return }
          position += length
        default: return
        }
      }
    }
  }

  func isLetter(at offset: Int) -> Bool {
    guard offset < end else { return false }
    let byte = bytes[offset]
    if byte < 0x80 {
      return byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z")
        || byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") || byte == UInt8(ascii: "_")
    }
    guard let (scalar, _) = decodeScalar(bytes, at: offset, end: end) else { return false }
    if case .letter = ScalarClass(scalar) { return true }
    return false
  }

  /// A number, date, time or span of times, or a word that begins with digits, such as `1班`.
  mutating func nextNumber() -> Token {
    let start = position
    let digits = skipDigits()
    let afterDigits = position
    if digits == 4, let end = dateEnd(from: position) ?? chineseDateEnd(from: position) {
      position = end
      return token(.date, from: start)
    }
    if digits <= 2, let end = timeEnd(from: position) {
      position = end
      if skipMark(UInt8(ascii: "-")) {
        let hours = skipDigits()
        if hours == 1 || hours == 2, let end = timeEnd(from: position) {
          position = end
          return token(.timeSpan, from: start)
        }
      }
      position = end
      return token(.time, from: start)
    }
    position = afterDigits
    if skipMark(UInt8(ascii: ".")) {
      if skipDigits() > 0 { return token(.number, from: start) }
      position = afterDigits
    }
    guard isLetter(at: position) else { return token(.number, from: start) }
    skipWord()
    let letters = String(decoding: bytes[afterDigits..<position], as: UTF8.self)
    guard Vocabulary.unitWords.contains(letters) else { return token(.word, from: start) }
    position = afterDigits
    return token(.number, from: start)
  }

  /// Moves past digits and counts them.
  private mutating func skipDigits() -> Int {
    var count = 0
    while let (ascii, length) = asciiTwin(at: position),
      ascii >= UInt8(ascii: "0"), ascii <= UInt8(ascii: "9")
    {
      position += length
      count += 1
    }
    return count
  }

  private mutating func skipMark(_ mark: UInt8) -> Bool {
    guard let (ascii, length) = asciiTwin(at: position), ascii == mark else { return false }
    position += length
    return true
  }

  /// The end of `-02-23`, or nil.
  private mutating func dateEnd(from offset: Int) -> Int? {
    end(from: offset) { ahead in
      (0..<2).allSatisfy { _ in
        ahead.skipMark(UInt8(ascii: "-")) && 1...2 ~= ahead.skipDigits()
      }
    }
  }

  /// The end of `年2月23日`, or nil.
  private mutating func chineseDateEnd(from offset: Int) -> Int? {
    end(from: offset) { ahead in
      ahead.skip("年") && 1...2 ~= ahead.skipDigits() && ahead.skip("月")
        && 1...2 ~= ahead.skipDigits() && (ahead.skip("日") || ahead.skip("号"))
        && !ahead.isLetter(at: ahead.position)
    }
  }

  /// Where something ends that begins at an offset, or nil where it does not stand there. The lexer
  /// stays where it is; a copy of it to read ahead with would cost more than the reading.
  private mutating func end(
    from offset: Int, _ stands: (inout Lexer) -> Bool
  ) -> Int? {
    let start = position
    defer { position = start }
    position = offset
    return stands(&self) ? position : nil
  }

  private mutating func skip(_ letter: Unicode.Scalar) -> Bool {
    guard position < end, let (scalar, length) = decodeScalar(bytes, at: position, end: end),
      scalar == letter
    else { return false }
    position += length
    return true
  }

  /// The end of `:30`, or nil.
  private mutating func timeEnd(from offset: Int) -> Int? {
    end(from: offset) { $0.skipMark(UInt8(ascii: ":")) && $0.skipDigits() == 2 }
  }

  /// A token's text, with ASCII digits, points and apostrophes for their twins.
  public func text(of token: Token) -> String {
    text(token.lower, token.upper)
  }

  func text(_ lower: Int, _ upper: Int) -> String {
    // Every name passes here, and is looked at twice: by the buffer, which is at hand only meanwhile.
    let (text, mayHaveTwins) = bytes.withUnsafeBufferPointer { bytes in
      let slice = UnsafeBufferPointer(rebasing: bytes[lower..<upper])
      // Only these lead bytes can begin a twin.
      return (
        String(decoding: slice, as: UTF8.self), slice.contains { $0 == 0xEF || $0 == 0xE2 }
      )
    }
    guard mayHaveTwins else { return text }
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if case .twin(let ascii) = ScalarClass(scalar) {
        scalars.append(Unicode.Scalar(ascii))
      } else {
        scalars.append(scalar)
      }
    }
    return String(scalars)
  }
}
