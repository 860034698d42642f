import RotaDiagnostics
import RotaSyntax

/// What planners bring along from other shells, and how it is said here.
enum Habits {
  private static let leaving: Set<String> = [
    ".quit", ".exit", ".q", "\\q", ":q", ":q!", ":wq", "q", "bye", "logout", "exit()", "quit()",
  ]

  private static let asking: Set<String> = [
    "?", ".help", "\\?", "\\h", ":help", ":h", "man", "help()",
  ]
  private static let takingFiles: Set<String> = ["save", "load", "include", "watch"]

  /// What to do instead of an input that could not be read; nil where nothing better is known than
  /// what the parser says.
  static func remedy(for input: String) -> String? {
    let words = input.split(whereSeparator: \.isWhitespace).map(String.init)
    guard let first = words.first else { return nil }
    if words.count == 1, leaving.contains(first) { return "`quit` or Ctrl-D leaves" }
    if words.count == 1, ["clear", "cls"].contains(first) { return "Ctrl-L clears the screen" }
    if words.count == 1, asking.contains(first) { return "`help` tells what there is" }
    if words.count == 1, ["ls", "dir"].contains(first) {
      return "`show plan` and `list venues` tell what is here; Tab behind `load` lists files"
    }
    if let mended = mended(first, words.dropFirst()) { return mended }
    if first == "edit", words.count > 1 {
      return "`edit` opens the last input and `edit plan` the plan, in your editor"
    }
    guard Vocabulary.options.contains(where: { $0.word == first }), words.count == 2 else {
      return nil
    }
    return "options are given by `set`: `set \(first) \(words[1])`"
  }

  /// A command that lacks a word or a mark, with it.
  private static func mended(_ first: String, _ rest: ArraySlice<String>) -> String? {
    let areNumbers = rest.allSatisfy { Int($0) != nil }
    switch (first, rest.count) {
    case ("solve", 2) where Int(rest.first ?? "") != nil:
      return "write `solve for \(rest.joined(separator: " "))`"
    case ("revert", 1) where areNumbers: return "write `revert to \(rest.joined())`"
    case ("diff", 2) where areNumbers: return "write `diff \(rest.joined(separator: ", "))`"
    default: break
    }
    let name = rest.first == "over" ? rest.dropFirst() : rest
    guard takingFiles.contains(first), name.count > 1, !name.contains(where: { $0.contains("\"") })
    else { return nil }
    let before = ([first] + rest.dropLast(name.count)).joined(separator: " ")
    return "a name with a blank needs quotes: `\(before) \"\(name.joined(separator: " "))\"`"
  }
}
