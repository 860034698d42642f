/// One option of the command line: the parser, `--help`, the manual page and the shells' completions
/// read it.
struct OptionEntry: Sendable {
  /// What a shell can offer for the value.
  enum Completion: Sendable, Equatable {
    case nothing
    case plans
    case words([String])
  }

  /// Short and long spelling.
  var names: [String]
  /// What the value is called in `--help`; nil for an option without one.
  var value: String?
  var help: String
  var completion = Completion.nothing
  /// Each one that is given counts, not only the last.
  var repeats = false
  /// The commands that it means something to.
  var commands: Set<Options.Command>
  var apply: @Sendable (inout Options, String) throws(UsageProblem) -> Void
}

/// One command of the command line.
struct CommandEntry: Sendable {
  var command: Options.Command
  var usage: String
  var help: String
}

enum OptionTable {
  static let commands: [CommandEntry] = [
    CommandEntry(
      command: .run, usage: "rota [run] [FILE…]",
      help: "run scripts; without any, the prompt, or statements from standard input"),
    CommandEntry(
      command: .check, usage: "rota check FILE…",
      help: "read the declarations of scripts, as one plan, and say whether it is possible"),
    CommandEntry(
      command: .format, usage: "rota fmt [--check] FILE…",
      help: "lay scripts out anew, in place; `-` reads standard input and prints"),
    CommandEntry(
      command: .importing, usage: "rota import ctt FILE [-o PLAN]",
      help: "write the plan that a file of course timetabling (.ctt, .ectt) describes"),
    CommandEntry(
      command: .importing, usage: "rota import csv TABLE FILE [-o PLAN]",
      help: "write the statements that a table of teachers, venues, sites, units or availability is"
    ),
    CommandEntry(
      command: .importing, usage: "rota import ics FILE for teacher NAME [-o PLAN]",
      help:
        "write the times at which a calendar says that a teacher, venue or site is taken; or its "
        + "days `as holidays`"),
    CommandEntry(
      command: .importing, usage: "rota import json FILE as holidays [-o PLAN]",
      help: "write the holidays of a list, and the days worked in exchange for them"),
    CommandEntry(
      command: .help, usage: "rota help [WORD]", help: "help on a word of the language"),
  ]

  private static let running: Set<Options.Command> = [.run, .check]
  private static let reading = running.union([.importing])
  /// How Rota is to be, whatever it does: such options hold before and after every command.
  private static let every = Set(Options.Command.allCases)

  static let options: [OptionEntry] = [
    OptionEntry(
      names: ["-e"], value: "STATEMENTS",
      help: "run this text, in its turn among the files; may be given again",
      repeats: true, commands: running
    ) { (options, value) throws(UsageProblem) in options.inputs.append(.text(value)) },
    OptionEntry(
      names: ["-i"], help: "stay at the prompt after the scripts", commands: [.run]
    ) { (options, _) throws(UsageProblem) in options.stays = true },
    OptionEntry(
      names: ["--set"], value: "NAME=VALUE", help: "give scripts a variable; may be given again",
      repeats: true, commands: running
    ) { (options, value) throws(UsageProblem) in
      guard let sign = value.firstIndex(of: "="), sign != value.startIndex else {
        throw Messages.badVariable(value)
      }
      let name = String(value[..<sign])
      guard Names.isVariable(name) else { throw Messages.badVariable(value) }
      options.session.variables.append((name, String(value[value.index(after: sign)...])))
    },
    OptionEntry(
      names: ["--seed"], value: "N", help: "the number that chance starts from",
      commands: running
    ) { (options, value) throws(UsageProblem) in
      guard let seed = UInt64(value) else {
        throw Messages.badValue("--seed", value, expected: "a whole number from 0")
      }
      options.session.seed = seed
    },
    OptionEntry(
      names: ["--threads"], value: "N", help: "threads for solving; the result is the same",
      commands: running
    ) { (options, value) throws(UsageProblem) in
      guard let threads = Int(value), (1...256).contains(threads) else {
        throw Messages.badValue("--threads", value, expected: "a number from 1 to 256")
      }
      options.threads = threads
    },
    OptionEntry(
      names: ["--json"], help: "diagnostics and tables as JSON, one object a line",
      commands: reading.union([.format])
    ) { (options, _) throws(UsageProblem) in options.session.json = true },
    OptionEntry(
      names: ["--color"], value: "WHEN", help: "auto, always or never; NO_COLOR is kept",
      completion: .words(Options.ColorChoice.allCases.map(\.rawValue)), commands: every
    ) { (options, value) throws(UsageProblem) in
      guard let choice = Options.ColorChoice(rawValue: value) else {
        throw Messages.badValue("--color", value, expected: "auto, always or never")
      }
      options.color = choice
    },
    OptionEntry(
      names: ["--no-rc"], help: "do not read the start-up file at the prompt", commands: every
    ) { (options, _) throws(UsageProblem) in options.readsStartUpFile = false },
    OptionEntry(
      names: ["--sandbox"],
      help: "reach no file outside the script's folder, and start no other program",
      commands: reading
    ) { (options, _) throws(UsageProblem) in options.isSandboxed = true },
    OptionEntry(
      names: ["-q", "--quiet"], help: "results only, no words about what was done",
      commands: every
    ) { (options, _) throws(UsageProblem) in options.session.quiet = true },
    OptionEntry(
      names: ["--check"], help: "with fmt: change nothing, name the files that would change",
      commands: [.format]
    ) { (options, _) throws(UsageProblem) in options.onlyChecksFormat = true },
    OptionEntry(
      names: ["-o"], value: "PLAN", help: "with import: the file to write, instead of printing",
      completion: .plans, commands: [.importing]
    ) { (options, value) throws(UsageProblem) in options.importOutput = value },
    OptionEntry(
      names: ["--plan"], value: "PLAN", help: "with import: the plan that the file speaks of",
      completion: .plans, commands: [.importing]
    ) { (options, value) throws(UsageProblem) in options.importPlan = value },
    OptionEntry(
      names: ["--dry-run"], help: "with import: only print the statements",
      commands: [.importing]
    ) { (options, _) throws(UsageProblem) in options.isDryRun = true },
    OptionEntry(names: ["-h", "--help"], help: "this text", commands: every) {
      (options, _) throws(UsageProblem) in options.showsUsage = true
    },
    OptionEntry(names: ["-V", "--version"], help: "the version", commands: every) {
      (options, _) throws(UsageProblem) in options.showsVersion = true
    },
  ]

  static func option(named name: String) -> OptionEntry? {
    options.first { $0.names.contains(name) }
  }
}

extension OptionEntry {
  init(
    names: [String], help: String, commands: Set<Options.Command>,
    apply: @escaping @Sendable (inout Options, String) throws(UsageProblem) -> Void
  ) {
    self.init(names: names, value: nil, help: help, commands: commands, apply: apply)
  }
}
