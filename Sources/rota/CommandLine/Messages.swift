import RotaDiagnostics
import RotaSession

/// The command line is wrong: what is, and what to do.
struct UsageProblem: Error, Equatable {
  var message: String
  var remedy: String?
  /// Whether it keeps nothing from being run.
  var isWarning = false

  /// As other programs read it.
  var diagnostic: Diagnostic {
    ProgramMessages.commandLine(
      message, severity: isWarning ? .warning : .error, remedies: remedy.map { [$0] } ?? [])
  }
}

/// Everything that the program itself, as distinct from the shell, can say.
enum Messages {
  static func unknownOption(_ name: String, nearest: String?) -> UsageProblem {
    UsageProblem(
      message: "there is no option `\(name)`",
      remedy: nearest.map { "did you mean `\($0)`?" } ?? "`rota --help` lists them")
  }

  static func needsValue(_ name: String, _ value: String) -> UsageProblem {
    UsageProblem(message: "`\(name)` needs a value: `\(name) \(value)`")
  }

  static func needsNoValue(_ name: String) -> UsageProblem {
    UsageProblem(message: "`\(name)` takes no value", remedy: "write `\(name)` alone")
  }

  static func badValue(_ name: String, _ value: String, expected: String) -> UsageProblem {
    UsageProblem(message: "`\(name)` must be \(expected), but is `\(value)`")
  }

  static func badVariable(_ text: String) -> UsageProblem {
    UsageProblem(
      message: "`--set` must be NAME=VALUE, but is `\(text)`",
      remedy: "write `--set year=2027`; a name is letters, digits and _, and begins with a letter")
  }

  static func optionNotForCommand(_ name: String, _ command: String) -> UsageProblem {
    UsageProblem(message: "`\(name)` means nothing to `rota \(command)`", remedy: "leave it out")
  }

  static func needsFile(_ command: String) -> UsageProblem {
    UsageProblem(
      message: "`rota \(command)` needs a file",
      remedy: "`rota \(command) plan.rota`; `-` stands for standard input")
  }

  static func neitherCommandNorFile(_ word: String, nearest: String) -> UsageProblem {
    UsageProblem(
      message: "there is neither a command nor a file `\(word)`",
      remedy: "did you mean `rota \(nearest)`?")
  }

  static let needsFormat = UsageProblem(
    message: "`rota import` needs a format and a file", remedy: "`rota import ctt comp01.ctt`")

  static func needsFileToImport(_ format: ImportFormat) -> UsageProblem {
    UsageProblem(
      message: "`rota import \(format.rawValue)` needs a file", remedy: "`\(format.example)`")
  }

  static func needsSubject(_ format: ImportFormat) -> UsageProblem {
    UsageProblem(
      message:
        "after the calendar comes `for teacher NAME`, `for venue NAME`, `for site NAME` or `as holidays`",
      remedy: "`\(format.example)`")
  }

  static func needsHolidays(_ format: ImportFormat) -> UsageProblem {
    UsageProblem(
      message: "after the list comes `as holidays`", remedy: "`\(format.example)`")
  }

  static func oneFileToImport(_ format: ImportFormat) -> UsageProblem {
    UsageProblem(message: "`rota import` takes one file", remedy: "`\(format.example)`")
  }

  static func unknownFormat(_ word: String) -> UsageProblem {
    let offered = ImportFormat.allCases.map { "`\($0.rawValue)` (\($0.meaning))" }
    return UsageProblem(
      message: "`\(word)` cannot be imported", remedy: "offered: " + Wording.list(offered))
  }

  static func argumentNotUTF8(_ number: Int) -> UsageProblem {
    UsageProblem(message: "argument \(number) is not UTF-8 text")
  }

  static let noArguments = UsageProblem(
    message: "the system does not tell the command line",
    remedy: "on Linux, see that /proc is mounted")

  static let standardInputTwice = UsageProblem(message: "`-` can be read only once")

  static let standardInputAndPrompt = UsageProblem(
    message: "`-i` cannot go with `-`: the prompt needs standard input for itself")

  static let noTerminal = UsageProblem(
    message: "`-i` needs a terminal on standard input, and on standard output or error")

  static func render(_ problem: UsageProblem) -> String {
    line("rota: " + (problem.isWarning ? "warning: " : "") + problem.message)
      + (problem.remedy.map { line("  " + $0) } ?? "")
  }

  /// A line in which nothing that came from outside can steer a terminal.
  static func line(_ text: String) -> String { Printable.text(text) + "\n" }

  static func unsaid(variable name: String) -> UsageProblem {
    UsageProblem(
      message: "`--set \(name)` changes nothing: no script says `\(name)`", isWarning: true)
  }

  static func cannotPrint(_ reason: String) -> String {
    "rota: cannot write to standard output: \(reason)\n"
  }

  static func wouldFormat(_ name: String) -> String { "\(name): not formatted" }

  static func notImportedBefore(_ path: String) -> UsageProblem {
    UsageProblem(
      message: "\(path) is there, and is not as an import wrote it: it stays as it is",
      remedy: "choose another name, or take the file away")
  }

  static func notImported(_ name: String) -> String { "\(name) has errors and was not imported" }

  static func hasErrors(_ name: String) -> String { "\(name) has errors and stays as it is" }

  static func notRun(_ names: [String]) -> String { "Not run: \(names.joined(separator: ", "))." }

  static func noHistory(_ reason: String) -> String {
    "rota: the history is not kept: \(reason)\n"
  }

  static let noSandbox = UsageProblem(
    message: "the folder for `--sandbox` is not there", remedy: "name a script that is")

  static func noJournal(_ reason: String) -> String {
    "rota: no journal is kept, so that `recover` could not give this work back: \(reason)\n"
  }

  static let noHistoryFolder = "no folder for it can be made"
  static let interrupted = "rota: interrupted\n"
  static func draftLeft(_ path: String) -> String {
    "The draft that `edit plan` kept stays in \"\(path)\".\n"
  }
  static func searching(_ text: String) -> String { "search: " + text }

  /// What stands behind the text that is looked for.
  static func searched(_ search: HistorySearch) -> String {
    switch search.outcome {
    case .nothing where !search.text.isEmpty: "  (not found)"
    case .found, .nothing: ""
    case .end(.older): "  (nothing older)"
    case .end(.newer): "  (nothing newer)"
    }
  }

  static let unfinished = "The statement was not finished; nothing of it was run.\n"
}
