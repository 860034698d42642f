import RotaPlanning
import RotaSyntax

/// Something that can fill a slot, not yet held against what was typed.
struct Candidate {
  private enum Sort {
    /// Something that the planner named; in quotes where it must be.
    case name
    /// A name inside of an expression, where a word is known to be one or needs quotes.
    case value(isKnown: Bool)
    /// Of the language, never in quotes.
    case word
    case date(Day)
    /// What may stand bare though it is no single word, in quotes if it was begun so.
    case bare
  }

  let text: String
  var help = ""
  private let sort: Sort

  static func name(_ name: String, help: String = "") -> Candidate {
    Candidate(text: name, help: help, sort: .name)
  }
  static func value(_ name: String, isKnown: Bool) -> Candidate {
    Candidate(text: name, sort: .value(isKnown: isKnown))
  }
  static func word(_ word: String, help: String = "") -> Candidate {
    Candidate(text: word, help: help, sort: .word)
  }
  static func date(_ day: Day) -> Candidate { Candidate(text: day.iso, sort: .date(day)) }
  static func bare(_ text: String, help: String = "") -> Candidate {
    Candidate(text: text, help: help, sort: .bare)
  }

  /// Dates stand behind everything else: there are so many of them.
  var isOneOfMany: Bool { if case .date = sort { true } else { false } }

  /// As it must be written at a place; nil where it does not go on from what was typed.
  func written(after typed: String, in entry: VocabularyEntry?) -> String? {
    let isQuoted = typed.hasPrefix("\"")
    let begins = text.hasPrefix(isQuoted ? String(typed.dropFirst()) : typed)
    switch sort {
    case .word: return begins && !isQuoted ? text : nil
    case .date(let day): return isQuoted ? nil : DatePrefix(typed)?.completed(by: day)
    case .name:
      guard begins else { return nil }
      if isQuoted { return NameSyntax.quoted(text) }
      return entry.map { NameSyntax.quoteIfNeeded(text, in: $0) }
        ?? NameSyntax.quoteIfNeeded(text)
    case .value(let isKnown):
      guard begins else { return nil }
      return isQuoted || !isKnown
        ? NameSyntax.quoted(text) : NameSyntax.quoteIfNeededInExpression(text)
    case .bare:
      guard begins else { return nil }
      return isQuoted ? NameSyntax.quoted(text) : text
    }
  }
}
