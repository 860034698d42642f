/// A line of an iCalendar file (RFC 5545, section 3.1).
enum ContentLine {
  /// Octets of a line without its break, at most.
  private static let most = 75

  /// The line with its break, in as many pieces as it needs; no piece begins inside a character.
  static func folded(_ line: String) -> String {
    if line.utf8.count <= most { return line + "\r\n" }
    var text = ""
    var octets = 0
    for scalar in line.unicodeScalars {
      let width = UTF8.width(scalar)
      if octets + width > most {
        text += "\r\n "
        octets = 1
      }
      text.unicodeScalars.append(scalar)
      octets += width
    }
    return text + "\r\n"
  }

  /// A value of type TEXT. Other control characters than line breaks and tabs have no place in one, nor
  /// have marks that turn the direction of what follows.
  static func escaped(_ value: String) -> String {
    let isPlain = value.unicodeScalars.allSatisfy {
      switch $0 {
      case ",", ";", "\\", "\u{7F}": false
      default: $0.value >= 0x20 && !PrintableText.turnsText($0)
      }
    }
    if isPlain { return value }
    var text = ""
    var previous: Unicode.Scalar?
    for scalar in value.unicodeScalars {
      defer { previous = scalar }
      // Both together are one line break.
      if scalar == "\n", previous == "\r" { continue }
      switch scalar {
      case "\\": text += "\\\\"
      case ";": text += "\\;"
      case ",": text += "\\,"
      case "\n", "\r": text += "\\n"
      case "\t": text += "\t"
      default:
        if scalar.value >= 0x20, scalar.value != 0x7f, !PrintableText.turnsText(scalar) {
          text.unicodeScalars.append(scalar)
        }
      }
    }
    return text
  }
}
