/// Text made safe for HTML that is also well-formed XML.
enum HTMLText {
  /// Escapes what has a meaning in markup; characters that XML does not allow become U+FFFD, and
  /// marks that turn the direction of writing are left out.
  static func escaped(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy {
      switch $0 {
      case 0x22, 0x26, 0x27, 0x3C, 0x3E: false
      default: $0 >= 0x20 && $0 < 0x7F
      }
    }
    if isPlain { return text }
    var result = ""
    result.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      case "\t", "\n": result.unicodeScalars.append(scalar)
      case _
      where scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
        || (0xFFFE...0xFFFF).contains(scalar.value):
        result += "\u{FFFD}"
      case _ where PrintableText.turnsText(scalar): break
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Escaped, with line breaks kept.
  static func lines(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { escaped(String($0)) }
      .joined(separator: "<br/>")
  }
}
