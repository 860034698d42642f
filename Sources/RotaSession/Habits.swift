import RotaDiagnostics
import RotaSyntax

/// What planners bring along from other shells, and how it is said here.
enum Habits {
  private static let leaving: Set<String> = [
    ".quit", ".exit", ".q", "\\q", ":q", ":q!", ":wq", "q", "bye", "logout", "exit()", "quit()",
  ]

  /// What to do instead of an input that could not be read; nil where nothing better is known than
  /// what the parser says.
  static func remedy(for input: String) -> String? {
    let words = input.split(whereSeparator: \.isWhitespace).map(String.init)
    guard let first = words.first else { return nil }
    if words.count == 1, leaving.contains(first) { return "`quit` or Ctrl-D leaves" }
    if words.count == 1, ["clear", "cls"].contains(first) { return "Ctrl-L clears the screen" }
    if first == "edit", words.count > 1 {
      return "`edit` opens the last input and `edit plan` the plan, in your editor"
    }
    guard Vocabulary.options.contains(where: { $0.word == first }), words.count == 2 else {
      return nil
    }
    return "options are given by `set`: `set \(first) \(words[1])`"
  }
}
