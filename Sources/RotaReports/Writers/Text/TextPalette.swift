/// Colours of teaching forms in a terminal; none where colours are off.
struct TextPalette: Sendable {
  let hasColor: Bool

  /// A text of a form in the form's colour, and back to the terminal's own.
  func colored(_ text: String, form: Int?) -> String {
    guard hasColor, let form, !text.allSatisfy({ $0 == " " }) else { return text }
    return "\u{1B}[\(Self.codes[form % Self.codes.count])m\(text)\u{1B}[0m"
  }

  /// Legible on light and on dark grounds: the six hues of the terminal, then the same in bold.
  private static let codes = [
    "34", "31", "36", "32", "33", "35", "1;34", "1;31", "1;36", "1;32", "2", "1;35", "1;33",
  ]
}
