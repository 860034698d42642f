import RotaSyntax

/// How names and texts are written so that they are read as the same again.
enum NameText {
  /// A name without quotes where it can do without them.
  static func written(_ name: String) -> String { isBare(name) ? name : quoted(name) }

  /// A text in quotes, with what would end it or begin an expression escaped.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "{": result += "\\{"
      case "}": result += "\\}"
      case "\n": result += "\\n"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// Whether a name is a bare word everywhere: letters, digits and `_`, no digit first, and no word
  /// of the vocabulary.
  static func isBare(_ name: String) -> Bool {
    guard let first = name.unicodeScalars.first, first == "_" || first.properties.isAlphabetic,
      name.unicodeScalars.allSatisfy({
        $0 == "_" || $0.properties.isAlphabetic || ("0"..."9").contains($0)
      })
    else { return false }
    return !reserved.contains(name.lowercased())
  }

  /// Every word of the vocabulary's usages, and the words that expressions are made of.
  private static let reserved: Set<String> = {
    var words: Set<String> = [
      "true", "false", "and", "or", "not", "in", "mod", "else", "mon", "tue", "wed", "thu", "fri",
      "sat", "sun",
    ]
    let texts =
      Vocabulary.entries.flatMap { [$0.word, $0.role == .function ? "" : $0.usage] }
      + Usage.shared.values
    for text in texts {
      for word in text.split(whereSeparator: { !$0.isLetter && $0 != ":" && $0 != "<" })
      where word.allSatisfy(\.isLowercase) { words.insert(String(word)) }
    }
    return words
  }()
}
