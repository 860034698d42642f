import RotaDiagnostics
import RotaLanguage
import RotaPlanning
import RotaSyntax
import RotaTimetabling

/// `set`, `show settings`, `quit`.
enum SettingCommands {
  static func set(
    _ workspace: inout Workspace, _ command: Command, _ state: inout LanguageState
  ) throws(Diagnostic) {
    let names = Vocabulary.options.map(\.word)
    guard let option = command.argument("option"), let word = option.value?.plainText,
      let argument = command.argument("word") ?? command.argument("count"),
      let value = argument.value
    else { return }
    switch word {
    case "seed":
      guard let seed = value.integer, seed >= 0 else {
        throw SessionMessages.badSetting(word, "a whole number from 0", at: argument.range)
      }
      workspace.change { $0.settings.seed = UInt64(seed) }
    case "steps":
      guard let steps = value.integer, steps >= 0 else {
        throw SessionMessages.badSetting(word, "a whole number from 0", at: argument.range)
      }
      workspace.change { $0.settings.steps = steps }
    case "width":
      guard let width = value.integer, width == 0 || (20...1000).contains(width) else {
        throw SessionMessages.badSetting(
          word, "20 to 1,000, or 0 for the terminal's", at: argument.range)
      }
      workspace.change { $0.settings.width = width }
    case "output":
      let choices = Settings.OutputFormat.allCases.map(\.rawValue)
      guard let text = value.plainText, let format = Settings.OutputFormat(rawValue: text) else {
        throw SessionMessages.badSetting(
          word, choices.joined(separator: ", "), at: argument.range)
      }
      workspace.change { $0.settings.output = format }
    case "timer":
      guard let isOn = flag(value) else {
        throw SessionMessages.badSetting(word, "on or off", at: argument.range)
      }
      workspace.change { $0.settings.timer = isOn }
    case "memory":
      let least = leastMemory
      let most = workspace.environment.memory?.ceiling ?? Int.max
      guard let megabytes = value.integer, (least...max(least, most)).contains(megabytes) else {
        let range =
          most == Int.max
          ? "a whole number of megabytes from \(least)"
          : "\(least) to \(Wording.grouped(most)) megabytes: a script in the sandbox gets no more"
        throw SessionMessages.badSetting(word, range, at: argument.range)
      }
      workspace.change { $0.settings.memory = megabytes }
      workspace.environment.memory?.bound(to: megabytes)
    default:
      // `set language vi`: what is of the plan is looked for among the options.
      let isOfThePlan = Vocabulary.entries(in: .plan).contains { $0.word == word }
      throw SessionMessages.unknownChoice(
        "option", word, of: names, nearest: Spelling.nearest(to: word, among: names),
        elsewhere: isOfThePlan ? "`\(word)` belongs to plan: `plan { \(word) … }`" : nil,
        at: option.range)
    }
  }

  private static func flag(_ value: Value) -> Bool? {
    if case .boolean(let isOn) = value { return isOn }
    switch value.plainText {
    case "on": return true
    case "off": return false
    default: return nil
    }
  }

  static func show(
    _ workspace: inout Workspace, _ command: Command, _ state: inout LanguageState
  ) throws(Diagnostic) {
    let settings = workspace.board.settings
    let threads = workspace.environment.threads
    // The machine's, and no part of a world that undo brings back.
    let helpOfThreads = "how many `solve` works with; `--threads` on the command line sets it"
    let values = [
      "seed": String(settings.seed),
      "steps": settings.steps.map(String.init) ?? "\(SolveOptions.defaultSteps) (the default)",
      "width": settings.width == 0 ? "0 (the terminal's)" : String(settings.width),
      "output": settings.output.rawValue,
      "timer": settings.timer ? "on" : "off",
      "memory": settings.memory.map { "\(Wording.grouped($0)) MB" } ?? "half of the machine's",
    ]
    if workspace.rowFormat != .table {
      return workspace.say(
        rows: Vocabulary.options.map { option in
          row(option.word, plain(option.word, settings), option.help)
        } + [row("threads", .number(Number(threads)), helpOfThreads)],
        fields: ["option", "value", "what it does"])
    }
    workspace.say(
      workspace.table(
        header: ["option", "value", "what it does"],
        rows: Vocabulary.options.map { [$0.word, values[$0.word] ?? "", $0.help] }
          + [["threads", String(threads), helpOfThreads]], numeric: []))
  }

  private static func row(_ option: String, _ value: Value?, _ help: String) -> Row {
    var row = Row()
    row.set("option", option)
    row.fields["value"] = value
    row.set("what it does", help)
    return row
  }

  /// The value of an option as programs take it.
  private static func plain(_ option: String, _ settings: Settings) -> Value? {
    switch option {
    case "seed":
      Int(exactly: settings.seed).map { .number(Number($0)) } ?? .name(String(settings.seed))
    case "steps": .number(Number(settings.steps ?? SolveOptions.defaultSteps))
    case "width": .number(Number(settings.width))
    case "output": .name(settings.output.rawValue)
    case "timer": .boolean(settings.timer)
    case "memory": settings.memory.map { .number(Number($0)) }
    default: nil
    }
  }

  static func quit(
    _ workspace: inout Workspace, _ command: Command, _ state: inout LanguageState
  ) throws(Diagnostic) {
    workspace.quits = true
  }
}
