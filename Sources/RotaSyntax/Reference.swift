/// Writes docs/reference.md from the vocabulary.
public enum Reference {
  /// The whole reference in Markdown.
  public static func markdown() -> String {
    var parts = [preface]
    for role in VocabularyEntry.Role.allCases {
      let entries = Vocabulary.entries.filter { $0.role == role }
      guard !entries.isEmpty else { continue }
      parts.append("## \(title(role))\n\n\(introduction(role))\n\n" + table(entries))
    }
    parts += [slots, sharedUsages]
    return parts.joined(separator: "\n")
  }

  private static let preface = """
    # Reference

    Every word of the language. In a usage, lower-case words stand for themselves, `UPPER` takes a
    name or a value, `[ … ]` may be left out, and of `( a | b )` one is written. Optional parts that
    stand side by side may come in any order.

    """

  private static func title(_ role: VocabularyEntry.Role) -> String {
    switch role {
    case .kind: "Declarations"
    case .clause: "Clauses"
    case .form: "Forms of teaching"
    case .command: "Commands"
    case .control: "Control"
    case .preference: "Wishes"
    case .option: "Options"
    case .function: "Functions"
    case .unit: "Units"
    }
  }

  private static func introduction(_ role: VocabularyEntry.Role) -> String {
    switch role {
    case .kind: "They declare something, or change it when it is declared already."
    case .clause: "They stand on the line of a declaration, or in its block."
    case .form: "They declare a session of a module; the name is its title."
    case .command: "They do something with the plan."
    case .control: "They stand wherever statements stand."
    case .preference: "They stand after `prefer`."
    case .option: "`set` changes them."
    case .function: "They give a value in an expression."
    case .unit: "They stand after a number."
    }
  }

  private static func table(_ entries: [VocabularyEntry]) -> String {
    let rows = entries.map { entry in
      let place = entry.role == .clause || entry.role == .kind ? places(entry) : ""
      let help = place.isEmpty ? entry.help : "\(entry.help). \(place)"
      return "| \(code(entry.usage)) | \(escaped(help)) | \(code(entry.example)) |"
    }
    return (["| usage | meaning | example |", "|---|---|---|"] + rows).joined(separator: "\n")
      + "\n"
  }

  private static func places(_ entry: VocabularyEntry) -> String {
    let titles = Context.allCases.filter { entry.contexts.contains($0) && $0 != .top }.map(\.title)
    guard !titles.isEmpty else { return "" }
    let list = SyntaxMessages.list(titles.map { "`\($0)`" }, "and")
    return entry.contexts.contains(.top) ? "Also in \(list)." : "In \(list)."
  }

  private static var slots: String {
    let rows = Usage.Slot.allCases.map { "| `\($0.rawValue)` | \($0.description) |" }
    return """
      ## What usages take

      Names are bare words in any script, or strings. Values can be calculated; a bare word in them is
      a variable or the name of something in the plan.

      | slot | takes |
      |---|---|

      """ + rows.joined(separator: "\n") + "\n"
  }

  private static var sharedUsages: String {
    let rows = Usage.shared.keys.sorted().map { "| `<\($0)>` | \(code(Usage.shared[$0] ?? "")) |" }
    return "## Parts that usages share\n\n| part | usage |\n|---|---|\n"
      + rows.joined(separator: "\n") + "\n"
  }

  private static func code(_ text: String) -> String { "`\(escaped(text))`" }

  /// A bar would end a cell of the table.
  private static func escaped(_ text: String) -> String {
    text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
  }
}
