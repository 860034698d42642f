/// Text without what would steer a terminal, or change the order of what stands around it.
///
/// Names come from planners and from files of others. In a terminal a control character could move
/// the cursor or start an escape sequence; a mark that turns the direction of writing could show
/// `cost 12` as `21 tsoc` from there to the end of the line.
enum PrintableText {
  /// Without such characters; tabs become spaces, line breaks stay.
  static func of(_ text: some StringProtocol) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F || $0 == 0x0A }) { return String(text) }
    if text.unicodeScalars.allSatisfy({ !isHidden($0) && $0 != "\t" }) { return String(text) }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar == "\t" {
        result.append(" ")
      } else if !isHidden(scalar) {
        result.append(scalar)
      }
    }
    return String(result)
  }

  static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A: false
    case 0..<0x20, 0x7F..<0xA0: true
    default: turnsText(scalar)
    }
  }

  /// Marks, embeddings, overrides and isolates of bidirectional text; separators of lines and
  /// paragraphs, which some programs take for line breaks.
  static func turnsText(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
