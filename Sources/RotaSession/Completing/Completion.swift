import RotaDiagnostics
import RotaSyntax

/// What may stand at the cursor.
public struct CompletionList: Sendable, Equatable {
  public struct Item: Sendable, Equatable {
    /// What is written, quoted where it must be.
    public var text: String
    /// One line about it; empty for the plan's own names.
    public var help: String

    public init(text: String, help: String) {
      self.text = text
      self.help = help
    }
  }
  /// The UTF-8 offset from which the text before the cursor is replaced.
  public var replaceFrom: Int
  public var items: [Item]
  /// A file's path is asked for: the terminal knows which there are.
  public var wantsFile: Bool
}

extension Shell {
  /// Words and names that can stand at a cursor (a UTF-8 offset) in a text being typed: what the plan
  /// has first, then the words that go on with the statement, and the many dates last.
  public func completions(for text: String, cursor: Int) -> CompletionList {
    let source = SourceText(name: "", text: text)
    let expected = Parser.expectations(in: source, at: cursor)
    let typed = source.slice(expected.replacing.lowerBound, cursor)
    var items: [CompletionList.Item] = []
    var late: [CompletionList.Item] = []
    var copy = workspace
    for place in expected.places {
      for candidate in copy.candidates(for: place, typed: typed, state) {
        guard let written = candidate.written(after: typed, in: place.entry) else { continue }
        let item = CompletionList.Item(text: written, help: candidate.help)
        if candidate.isOneOfMany { late.append(item) } else { items.append(item) }
      }
    }
    items += expected.words.filter { $0.word.hasPrefix(typed) }
      .map { CompletionList.Item(text: $0.word, help: $0.help) }
    var seen: Set<String> = []
    return CompletionList(
      replaceFrom: expected.replacing.lowerBound,
      items: (items + late).filter { seen.insert($0.text).inserted },
      wantsFile: expected.slots.contains(.file))
  }
}
