import CourseTimetabling
import RotaArithmetic
import RotaCapacity
import RotaDiagnostics
import RotaInterchange
import RotaLanguage
import RotaPlanning
import RotaSyntax
import RotaTimetabling

/// `help`: everything it says comes from the vocabulary and from the stages' lists of messages.
enum HelpCommand {
  static func run(
    _ workspace: inout Workspace, _ command: Command, _ state: inout LanguageState
  ) throws(Diagnostic) {
    guard let argument = command.argument("subject"), let subject = argument.value?.plainText else {
      return workspace.rowFormat == .table
        ? workspace.say(overview)
        : workspace.say(rows: groups.flatMap { $0.entries.map(HelpRow.of) }, fields: HelpRow.fields)
    }
    let found = articles(on: subject)
    guard !found.isEmpty else {
      if let declared = state.declarations.items.first(where: { $0.name == subject }) {
        throw SessionMessages.noHelp(onName: subject, of: declared.entry.word, at: argument.range)
      }
      throw SessionMessages.noHelp(subject, nearest: nearest(to: subject), at: argument.range)
    }
    if workspace.rowFormat == .table {
      workspace.say(found.map(page).joined(separator: "\n\n"))
    } else {
      workspace.say(rows: found.map(HelpRow.of), fields: HelpRow.fields)
    }
  }

  /// What help tells of at once.
  enum Article {
    case entry(VocabularyEntry)
    case topic(HelpTopic)
    case error(DiagnosticKind)
  }

  /// Help on a word or several, on a word that others begin with, on a topic, or on an error's ID; nil
  /// where there is none.
  static func text(on subject: String) -> String? {
    let found = articles(on: subject)
    return found.isEmpty ? nil : found.map(page).joined(separator: "\n\n")
  }

  private static func articles(on subject: String) -> [Article] {
    let entries = Vocabulary.entries.filter { $0.word == subject }
    if !entries.isEmpty {
      // A word may be a matter of several as well: `dates`.
      let topics = HelpTopic.all.filter { $0.word == subject }
      return topics.map { .topic($0) } + entries.map { .entry($0) }
    }
    if let topic = HelpTopic.named(subject) { return [.topic(topic)] }
    if let kind = kinds.first(where: { $0.id == subject }) { return [.error(kind)] }
    let words = subject.split(separator: " ")
    let holding = Vocabulary.entries.filter { entry in
      entry.word.split(separator: " ").contains(words)
    }
    if !holding.isEmpty { return holding.map { .entry($0) } }
    let inside = inside(words)
    if !inside.isEmpty { return inside.map { .entry($0) } }
    // `set output` is about the option.
    if words.count > 1, words.first == "set" {
      return articles(on: words.dropFirst().joined(separator: " "))
    }
    // `show timetable of` is about `show timetable`, but `show timetabel` is not about `show`.
    guard words.count > 1, let last = words.last else { return [] }
    let found = articles(on: words.dropLast().joined(separator: " "))
    let says = found.contains { article in
      guard case .entry(let entry) = article else { return false }
      return entry.parsedUsage.words.contains(String(last))
    }
    return says || Spelling.nearest(to: subject, among: allWords) == nil ? found : []
  }

  /// What the rest of some words is in an entry that the first of them are: `prefer compact` is about
  /// `compact days`.
  private static func inside(_ words: [Substring]) -> [VocabularyEntry] {
    for entry in Vocabulary.entries {
      let head = entry.word.split(separator: " ")
      guard let opens = entry.opens, words.count > head.count, words.starts(with: head) else {
        continue
      }
      let rest = words.dropFirst(head.count)
      let found = Vocabulary.entries(in: opens).filter { held in
        let held = held.word.split(separator: " ")
        return held.starts(with: rest) || rest.starts(with: held)
      }
      if !found.isEmpty { return found }
    }
    return []
  }

  /// Words near to one on which there is no help: by how they are spelt, by what they mean, or because
  /// their help speaks of it.
  private static func nearest(to subject: String) -> [String] {
    let word = subject.lowercased()
    if text(on: word) != nil { return [word] }
    if let words = HelpTopic.elsewhere[word] { return words }
    if word.hasPrefix("set ") { return nearest(to: String(word.dropFirst(4))) }
    // Of a word that was not finished the rest is missing: `seat` is no `Sat`.
    let spelt = Spelling.nearest(to: subject, among: allWords)
    if let spelt, spelt.hasPrefix(word) { return [spelt] }
    let longer = allWords.filter { word.count > 2 && $0.hasPrefix(word) }
    if !longer.isEmpty { return Array(longer.prefix(3)) }
    if let spelt { return [spelt] }
    guard word.count > 2 else { return [] }
    // `weights` is spoken of as `weight`.
    let stem = word.count > 4 && word.hasSuffix("s") ? String(word.dropLast()) : word
    var found: [String] = []
    for entry in Vocabulary.entries where !found.contains(entry.word) {
      let words = entry.help.split { !$0.isLetter && !$0.isNumber }
      if words.contains(where: { $0 == word || $0 == stem }) { found.append(entry.word) }
    }
    return Array(found.prefix(3))
  }

  /// What `help` can be asked about, with the errors or without them.
  static func subjects(withErrors: Bool) -> [Candidate] {
    let words = Vocabulary.entries.map { Candidate.bare($0.word, help: $0.help) }
    let topics = HelpTopic.all.map {
      Candidate.bare($0.word, help: "about " + $0.related.joined(separator: ", "))
    }
    let errors = kinds.map { Candidate.bare($0.id, help: $0.explanation) }
    return topics + words + (withErrors ? errors : [])
  }

  private static func page(_ article: Article) -> String {
    switch article {
    case .entry(let entry): page(entry)
    case .topic(let topic): page(topic)
    case .error(let kind): page(kind)
    }
  }

  private static func page(_ topic: HelpTopic) -> String {
    var lines = [topic.word] + topic.lines.map { "  \($0)" }
    if !topic.example.isEmpty { lines += ["  example:"] + indented(topic.example) }
    lines.append("  more: " + topic.related.map { "help \($0)" }.joined(separator: ", "))
    return lines.joined(separator: "\n")
  }

  /// What an error means, how it comes about, and how that is mended.
  private static func page(_ kind: DiagnosticKind) -> String {
    var lines = [kind.id, "  \(kind.explanation)"]
    guard let example = ErrorExample.byID[kind.id] else { return lines.joined(separator: "\n") }
    if example.text.isEmpty {
      lines.append("  when: \(example.circumstances)")
    } else {
      lines += ["  example:"] + indented(example.text)
    }
    if let file = example.file { lines += ["  with \(file.name):"] + indented(file.text) }
    if !example.mended.isEmpty { lines += ["  instead:"] + indented(example.mended) }
    return lines.joined(separator: "\n")
  }

  /// A text of which some lines tell enough.
  private static func indented(_ text: String) -> [String] {
    let most = 20
    let lines = Printable.text(text, keepingLineBreaks: true).split(separator: "\n")
    return lines.prefix(most).map { "    \($0)" } + (lines.count > most ? ["    …"] : [])
  }

  private static func page(_ entry: VocabularyEntry) -> String {
    var lines = [entry.usage == entry.word ? entry.word : entry.usage, "  \(entry.help)"]
    let places = Context.allCases.filter { entry.contexts.contains($0) && $0 != .top }
    if [.clause, .form, .preference].contains(entry.role) {
      lines.append("  in: " + places.map(\.title).joined(separator: ", "))
    }
    if let opens = entry.opens {
      let words = Vocabulary.entries(in: opens).filter { $0.role != .control }.map(\.word)
      lines.append("  holds: " + words.joined(separator: ", "))
    }
    lines.append("  example: \(entry.example)")
    return lines.joined(separator: "\n")
  }

  static var overview: String {
    var lines = [
      "help WORD tells more about any of these words, help ID about an error, and about topics:",
      "help " + HelpTopic.all.map(\.word).joined(separator: ", help ") + ".", "",
    ]
    for (title, entries) in groups {
      lines.append(title)
      for entry in entries {
        let word = entry.word.padded(to: 18)
        lines.append("  \(word) \(entry.help)")
      }
      lines.append("")
    }
    lines.removeLast()
    return lines.joined(separator: "\n")
  }

  private static var groups: [(title: String, entries: [VocabularyEntry])] {
    let roles: [(String, VocabularyEntry.Role)] = [
      ("declare", .kind), ("sessions of a module", .form), ("commands", .command),
      ("scripts", .control), ("wishes after `prefer`", .preference), ("options of `set`", .option),
      ("functions", .function),
    ]
    return roles.map { title, role in (title, Vocabulary.entries.filter { $0.role == role }) }
  }

  private static var allWords: [String] {
    let topics = HelpTopic.all.flatMap { [$0.word] + $0.aliases }
    // Each word of `show timetable` has help, too.
    let parts = Vocabulary.entries.flatMap { $0.word.split(separator: " ").map(String.init) }
    return Set(Vocabulary.entries.map(\.word) + parts + topics + kinds.map(\.id)).sorted()
  }

  /// The messages of every stage.
  static var kinds: [DiagnosticKind] {
    SyntaxMessages.all + LanguageMessages.all + ArithmeticMessages.all + CapacityMessages.all
      + TimetablingMessages.all
      + CourseTimetablingMessages.all + TableMessages.all + CalendarMessages.all
      + HolidayMessages.all
      + SessionMessages.all
  }
}
