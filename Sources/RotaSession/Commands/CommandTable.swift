import RotaDiagnostics
import RotaLanguage
import RotaPlanning

/// What carries out a command.
typealias CommandAction =
  @Sendable (inout Workspace, Command, inout LanguageState) throws(Diagnostic)
  -> Void

/// One row for each command of the vocabulary, by its word; a test holds the two together.
enum CommandTable {
  static let actions: [String: CommandAction] = [
    "check": CheckCommand.run,
    "check standard": StandardCheck.run,
    "why": WhyCommand.run,
    "why not": SessionWhyCommands.whyNot,
    "suggest": SuggestCommand.run,
    "solve": SolveCommand.run,
    "show timetable": ShowCommands.report,
    "show programme": ShowCommands.report,
    "show overview": ShowCommands.report,
    "show days": ShowCommands.report,
    "show sessions": ShowCommands.report,
    "show lists": ShowCommands.report,
    "show attendance": ShowCommands.report,
    "show letters": ShowCommands.report,
    "show buses": ShowCommands.report,
    "show signs": ShowCommands.report,
    "show catalogue": ShowCommands.report,
    "show exchange": ShowCommands.report,
    "show hours": ShowCommands.report,
    "show plan": ShowCommands.plan,
    "show runs": ShowCommands.report,
    "show usage": ShowCommands.report,
    "show fairness": ShowCommands.report,
    "show cost": CostCommand.run,
    "show unplaced": ShowCommands.unplaced,
    "show published": PublishCommands.show,
    "show settings": SettingCommands.show,
    "list": ListCommand.run,
    "move": PlacementCommands.move,
    "place": PlacementCommands.place,
    "leftover": PlacementCommands.leftover,
    "lock": PlacementCommands.lock,
    "unlock": PlacementCommands.unlock,
    "unplace": PlacementCommands.unplace,
    "try": TrialCommands.run,
    "keep": TrialCommands.keep,
    "drop try": TrialCommands.drop,
    "scenario": ScenarioCommands.run,
    "drop scenario": ScenarioCommands.drop,
    "compare": ScenarioCommands.compare,
    "publish": PublishCommands.publish,
    "changes": ChangesCommand.run,
    "publication": PublishCommands.publication,
    "known": PublishCommands.known,
    "published": PublishCommands.published,
    "exported": PublishCommands.exported,
    "formerly": PublishCommands.formerly,
    "calendars": PublishCommands.calendars,
    "undo": TimeCommands.undo,
    "redo": TimeCommands.redo,
    "history": TimeCommands.history,
    "diff": PointCommands.diff,
    "revert to": PointCommands.revert,
    "recover": RecoveryCommands.recover,
    "drop recovery": RecoveryCommands.drop,
    "edit": EditCommands.input,
    "edit plan": EditCommands.plan,
    "watch": WatchCommand.run,
    "save": FileCommands.save,
    "load": FileCommands.load,
    "include": FileCommands.include,
    "import": CourseCommands.run,
    "import csv": TableCommands.run,
    "import ics": CalendarImport.run,
    "import json": CalendarImport.holidayList,
    "import timetable": TimetableImport.run,
    "export": ExportCommand.run,
    "set": SettingCommands.set,
    "help": HelpCommand.run,
    "quit": SettingCommands.quit,
    "exit": SettingCommands.quit,
  ]

  /// Commands that the interpreter carries out itself.
  static let ofTheLanguage: Set<String> = ["print", "expect", "drop", "drop prefer"]
}

extension Workspace: LanguageHost {
  var isCancelled: Bool { environment.isCancelled() }

  mutating func show(_ line: String) { say(Printable.text(line, keepingLineBreaks: true)) }

  mutating func changed(_ change: Change) {
    let clause = change.clause.isEmpty ? "" : change.clause + " "
    let text =
      switch (change.old, change.new) {
      case (let old?, let new?): "\(clause)\(old) -> \(new)"
      case (nil, let new?): "\(clause)\(new)"
      case (let old?, nil): "no longer \(clause)\(old)"
      case (nil, nil): change.clause
      }
    changes.append("changed \(change.subject): \(text)")
  }

  /// Tells what was changed by declaring it again, once it is sure to stand.
  mutating func tellChanges() {
    let told = changes
    changes = []
    for change in told { remark(change) }
  }

  mutating func perform(_ command: Command, state: inout LanguageState) throws(Diagnostic) {
    // What is wrong above has been said; the rest of the text is only read.
    if hasErrors { return }
    if quits { return }
    tellChanges()
    if environment.isCancelled() {
      throw SessionMessages.stopped(command.entry.word, at: command.range)
    }
    if let trying, !WhatIf.allows(command.entry.word) {
      throw WhatIfMessages.notInside(command.entry.word, trying, at: command.range)
    }
    guard let action = CommandTable.actions[command.entry.word] else {
      throw SessionMessages.unknownChoice(
        "command", command.entry.word, of: CommandTable.actions.keys.sorted(), nearest: nil,
        at: command.range)
    }
    try action(&self, command, &state)
  }
}
