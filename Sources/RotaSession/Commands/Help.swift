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
    guard let argument = command.argument("word"), let word = argument.value?.plainText else {
      workspace.say(overview)
      return
    }
    guard let text = text(on: word) else {
      throw SessionMessages.noHelp(
        word, nearest: Spelling.nearest(to: word, among: allWords), at: argument.range)
    }
    workspace.say(text)
  }

  /// Help on a word, on a word that others begin with, or on an error's ID; nil where there is none.
  static func text(on word: String) -> String? {
    var entries = Vocabulary.entries.filter { $0.word == word }
    if entries.isEmpty {
      entries = Vocabulary.entries.filter { $0.word.split(separator: " ").contains { $0 == word } }
    }
    if !entries.isEmpty { return entries.map(page).joined(separator: "\n\n") }
    return kinds.first { $0.id == word }.map(page)
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
    if entry.role == .clause || entry.role == .form {
      lines.append("  in: " + places.map(\.rawValue).joined(separator: ", "))
    }
    if let opens = entry.opens {
      let words = Vocabulary.entries(in: opens).filter { $0.role != .control }.map(\.word)
      lines.append("  holds: " + words.joined(separator: ", "))
    }
    lines.append("  example: \(entry.example)")
    return lines.joined(separator: "\n")
  }

  static var overview: String {
    let groups: [(String, VocabularyEntry.Role)] = [
      ("declare", .kind), ("sessions of a module", .form), ("commands", .command),
      ("scripts", .control), ("wishes after `prefer`", .preference), ("options of `set`", .option),
      ("functions", .function),
    ]
    var lines = ["help WORD tells more about any of these words, help ID about an error.", ""]
    for (title, role) in groups {
      lines.append(title)
      for entry in Vocabulary.entries where entry.role == role {
        let word = entry.word.padded(to: 18)
        lines.append("  \(word) \(entry.help)")
      }
      lines.append("")
    }
    lines.removeLast()
    return lines.joined(separator: "\n")
  }

  private static var allWords: [String] {
    Set(Vocabulary.entries.map(\.word) + kinds.map(\.id)).sorted()
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
