import RotaDiagnostics
import RotaSyntax

/// What help tells of a word, a topic or an error, as a row for programs.
enum HelpRow {
  static let fields = [
    "word", "sort", "usage", "help", "in", "holds", "when", "example", "instead", "more",
  ]

  static func of(_ article: HelpCommand.Article) -> Row {
    switch article {
    case .entry(let entry): of(entry)
    case .topic(let topic): of(topic)
    case .error(let kind): of(kind)
    }
  }

  static func of(_ entry: VocabularyEntry) -> Row {
    var row = row(entry.word, sort: entry.role.rawValue, help: entry.help)
    row.set("usage", entry.usage)
    let places = Context.allCases.filter { entry.contexts.contains($0) && $0 != .top }
    row.set("in", places.isEmpty ? nil : list(places.map(\.title)))
    if let opens = entry.opens {
      let held = Vocabulary.entries(in: opens).filter { $0.role != .control }
      row.set("holds", list(held.map(\.word)))
    }
    row.set("example", entry.example)
    return row
  }

  private static func of(_ topic: HelpTopic) -> Row {
    var row = row(topic.word, sort: "topic", help: topic.lines.joined(separator: " "))
    row.set("example", topic.example.isEmpty ? nil : topic.example)
    row.set("more", list(topic.related))
    return row
  }

  private static func of(_ kind: DiagnosticKind) -> Row {
    var row = row(kind.id, sort: "error", help: kind.explanation)
    guard let example = ErrorExample.byID[kind.id] else { return row }
    row.set("when", example.circumstances.isEmpty ? nil : example.circumstances)
    row.set("example", example.text.isEmpty ? nil : example.text)
    row.set("instead", example.mended.isEmpty ? nil : example.mended)
    return row
  }

  private static func row(_ word: String, sort: String, help: String) -> Row {
    var row = Row()
    row.set("word", word)
    row.set("sort", sort)
    row.set("help", help)
    return row
  }

  private static func list(_ words: [String]) -> String { words.joined(separator: ", ") }
}
