/// What a Unicode scalar is to the lexer.
enum ScalarClass {
  case letter
  /// Continues a word, but does not begin one: combining marks, digits of other scripts, `·`, `・`.
  case continuation
  case blank
  /// Read as an ASCII character: full-width punctuation and digits, curly quotes.
  case twin(UInt8)
  /// `≠`, `≤`, `≥`.
  case relation(Token.Kind)
  case control
  /// Cannot be seen, or turns the direction of the text.
  case invisible
  case other

  init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0xAC00...0xD7A3, 0x3041...0x3096, 0x30A1...0x30FA:
      self = .letter
    case 0x3000, 0x00A0, 0x2000...0x200A, 0x202F, 0x205F, 0x1680: self = .blank
    case 0x00B7, 0x30FB: self = .continuation
    case 0x3001: self = .twin(UInt8(ascii: ","))
    case 0x2018, 0x2019: self = .twin(UInt8(ascii: "'"))
    case 0x201C, 0x201D: self = .twin(UInt8(ascii: "\""))
    case 0x2013, 0x2212: self = .twin(UInt8(ascii: "-"))
    case 0x00D7: self = .twin(UInt8(ascii: "*"))
    case 0x00F7: self = .twin(UInt8(ascii: "/"))
    case 0x2260: self = .relation(.notEqual)
    case 0x2264: self = .relation(.lessOrEqual)
    case 0x2265: self = .relation(.greaterOrEqual)
    case 0xFF21...0xFF3A, 0xFF41...0xFF5A: self = .letter
    case 0xFF01...0xFF5E: self = .twin(UInt8(truncatingIfNeeded: scalar.value - 0xFEE0))
    default: self = Self.byCategory(scalar)
    }
  }

  private static func byCategory(_ scalar: Unicode.Scalar) -> ScalarClass {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .letterNumber:
      // Fillers are letters by category, yet nothing of them is seen.
      scalar.properties.isDefaultIgnorableCodePoint ? .invisible : .letter
    case .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber:
      scalar.properties.isDefaultIgnorableCodePoint ? .invisible : .continuation
    case .control: .control
    case .format, .lineSeparator, .paragraphSeparator: .invisible
    default: .other
    }
  }
}

/// Reads one scalar of UTF-8 and refuses what is not well-formed (Unicode 15, table 3-7).
func decodeScalar(_ bytes: [UInt8], at offset: Int, end: Int) -> (
  scalar: Unicode.Scalar, length: Int
)? {
  let first = bytes[offset]
  if first < 0x80 { return (Unicode.Scalar(first), 1) }
  let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
  guard first >= 0xC2, first <= 0xF4, offset + length <= end else { return nil }
  var value = UInt32(first) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
  for index in 1..<length {
    let byte = bytes[offset + index]
    guard byte & 0xC0 == 0x80 else { return nil }
    value = value << 6 | UInt32(byte & 0x3F)
  }
  let least: UInt32 = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000
  guard value >= least, let scalar = Unicode.Scalar(value) else { return nil }
  return (scalar, length)
}
