import RotaPlanning
import RotaSyntax

extension Declaration {
  /// What makes two declarations the same thing.
  var key: Declarations.Key {
    switch entry.word {
    case "plan": Declarations.Key(kind: "plan", name: "")
    case "travel":
      // The way there is the way back.
      Declarations.Key(
        kind: "travel",
        name: [value("from")?.string ?? "", value("to")?.string ?? ""].sorted()
          .joined(separator: "\u{1F}"))
    case "buses", "beds":
      Declarations.Key(
        kind: entry.word, name: clause("school")?.value("school")?.string ?? "")
    case "prefer":
      Declarations.Key(
        kind: "prefer",
        name: clauses.filter { $0.entry.role == .preference }.map(ClauseText.whole)
          .joined(separator: "; "))
    case "require":
      Declarations.Key(
        kind: "require",
        name: arguments.first?.expression.map { SyntaxText.expression($0) } ?? "")
    default:
      // A session keeps its place in its module whatever its form becomes.
      Declarations.Key(kind: entry.role == .form ? "session" : entry.word, name: name)
    }
  }

  /// The first clause with a word.
  func clause(_ word: String) -> EvaluatedClause? { clauses.first { $0.entry.word == word } }

  /// The word that declares it: its kind, or its form.
  var formText: String {
    form.map { NameSyntax.quoteIfNeeded($0, in: entry) } ?? entry.word
  }

  /// Kind and name as the language writes them: `venue 第一学术报告厅`, `run 2 of R`.
  func subject(in parent: Declaration?) -> String {
    let kind = formText
    switch entry.word {
    case "run", "class", "travel":
      let arguments = ClauseText.arguments(arguments, of: entry)
      return "\(kind) \(arguments)"
        + (parent.map { " of \(NameSyntax.quoteIfNeeded($0.name))" } ?? "")
    case "prefer", "require": return "\(kind) \(key.name)"
    default: return name.isEmpty ? kind : "\(kind) \(NameSyntax.quoteIfNeeded(name))"
    }
  }
}

extension Declarations {
  /// The wishes in order, each as `drop prefer` and `show cost` call it.
  public var wishes: [String] { items.filter { $0.entry.word == "prefer" }.map(\.key.name) }
}

extension EvaluatedClause {
  /// Whether this clause takes the place of another one that was said before.
  func replaces(_ other: EvaluatedClause) -> Bool {
    guard (entry.group ?? entry.word) == (other.entry.group ?? other.entry.word) else {
      return false
    }
    switch entry.repetition {
    case .replaces: return true
    case .adds: return arguments.map(\.value) == other.arguments.map(\.value)
    case .keyed, .listed:
      if entry.key.isEmpty { return firstValue == other.firstValue }
      return entry.key.allSatisfy { label in
        value(label) == other.value(label) && has(label) == other.has(label)
      }
    }
  }

  private var firstValue: Value? { arguments.first { $0.value != nil }?.value }

  /// Whether two clauses say the same, wherever they were written.
  /// Whether some words, however they are spaced and quoted, are what the clause says or parts of it in
  /// their order, each of them whole: `1 per day` of `at most 1 session per day`.
  func says(_ words: String) -> Bool {
    func letters(_ text: String) -> String {
      String(text.filter { !$0.isWhitespace && $0 != "\"" })
    }
    // A word that may be left out may be there.
    let parts = ClauseText.parts(arguments, of: entry)
    let fillers = entry.parsedUsage.fillers.subtracting(parts)
    let said = words.split(whereSeparator: \.isWhitespace).filter { word in
      !fillers.contains { $0 == word || $0 == word + "s" }
    }
    var left = letters(said.joined())[...]
    for part in parts.map(letters)
    where !part.isEmpty && left.hasPrefix(part) {
      left = left.dropFirst(part.count)
    }
    return left.isEmpty
  }

  func saysTheSame(as other: EvaluatedClause) -> Bool {
    entry.word == other.entry.word && arguments.saySame(as: other.arguments)
  }
}

extension [EvaluatedArgument] {
  func saySame(as other: [EvaluatedArgument]) -> Bool {
    count == other.count
      && zip(self, other).allSatisfy { a, b in
        a.label == b.label && a.value == b.value
          && a.expression.map { SyntaxText.expression($0) }
            == b.expression.map { SyntaxText.expression($0) }
      }
  }
}
