import RotaDiagnostics
import RotaLanguage
import RotaPlanning

/// `recover`, `drop recovery`: the work of a shell that came to a sudden end.
enum RecoveryCommands {
  static func recover(
    _ workspace: inout Workspace, _ command: Command, _ state: inout LanguageState
  ) throws(Diagnostic) {
    let (journal, lost) = try lostWork(workspace, command)
    let entries: [JournalEntry]
    do {
      entries = try journal.takeLost()
    } catch {
      throw RecoveryMessages.notRecovered(error.reason, at: command.range)
    }
    var replay = Replay(in: workspace)
    guard replay.run(entries) else {
      throw SessionMessages.stopped("recover", at: command.range)
    }
    guard replay.completed > 0 else {
      throw RecoveryMessages.notRecovered(
        replay.problem?.message ?? "nothing of it can be run", at: command.range)
    }
    let (before, steps) = (workspace.world(state), workspace.journey.done.count)
    workspace.adopt(replay, &state)
    for entry in entries + [.recovered] { journal.add(entry) }
    workspace.journalling.hasNoted = true
    let way = replay.problem == nil ? lost.way : JournalEntry.Way(replay.workspace.journey)
    workspace.remark("recovered \(way.words) of \(workspace.localTime(lost.time))")
    if steps > 0, !before.isEmpty {
      workspace.remark(
        "It takes the place of the plan that was here, which `revert to \(steps)` brings back.")
    }
    if let problem = replay.problem {
      workspace.report(
        RecoveryMessages.partlyRecovered(
          replay.completed, of: replay.statements, problem, at: command.range))
    }
    try dropLost(journal, command)
    if let next = journal.lost() { workspace.remark(workspace.offer(next)) }
  }

  static func drop(
    _ workspace: inout Workspace, _ command: Command, _ state: inout LanguageState
  ) throws(Diagnostic) {
    let (journal, lost) = try lostWork(workspace, command)
    try dropLost(journal, command)
    workspace.remark(
      "forgotten: \(lost.way.words) of \(workspace.localTime(lost.time))")
    if let next = journal.lost() { workspace.remark(workspace.offer(next)) }
  }

  private static func lostWork(
    _ workspace: Workspace, _ command: Command
  ) throws(Diagnostic) -> (any WorkJournal, LostWork) {
    guard workspace.openFiles.isEmpty else {
      throw RecoveryMessages.onlyAtPrompt(command.entry.word, at: command.range)
    }
    guard let journal = workspace.environment.journal, let lost = journal.lost() else {
      throw RecoveryMessages.nothingLost(at: command.range)
    }
    return (journal, lost)
  }

  private static func dropLost(
    _ journal: any WorkJournal, _ command: Command
  ) throws(Diagnostic) {
    do {
      try journal.dropLost()
    } catch {
      throw RecoveryMessages.notRecovered(error.reason, at: command.range)
    }
  }
}

extension Workspace {
  /// Goes on where a journal ended.
  fileprivate mutating func adopt(_ replay: Replay, _ state: inout LanguageState) {
    let before = world(state)
    let found = replay.workspace
    library = found.library
    calendars = found.calendars
    options.variables = found.options.variables
    options.seed = found.options.seed
    var world = found.world(replay.state)
    // Revisions only tell worlds on one way from each other.
    world.board.revision = max(world.board.revision, before.board.revision) + 1
    restore(world, into: &state)
    told = nil
    journey.beginRecovery(in: before, at: environment.now())
    journey.append(found.journey)
    trial = found.trial
    rebaseTrial(isFresh: trial?.base == found.stamp(replay.state), state)
    travelled = true
  }

  /// Has the last `try` speak of the present world, or, where the plan has changed since, of none.
  mutating func rebaseTrial(isFresh: Bool, _ state: LanguageState) {
    let base = isFresh ? stamp(state) : WorldStamp.none
    trial?.base = base
  }

  /// `Unfinished work of 2027-02-20 17:04 is there, 12 statements: …`.
  func offer(_ lost: LostWork) -> String {
    let others = lost.others == 0 ? "" : ", and of \(Wording.count(lost.others, "other shell"))"
    return "Unfinished work of \(localTime(lost.time)) is there: "
      + "\(lost.way.words)\(others). "
      + "`recover` gives it back, `drop recovery` throws it away."
  }
}

extension Journey {
  /// Makes a step of the beginning of what is recovered, which is undone last; where nothing was done
  /// before there is nothing to go back to, and no step.
  mutating func beginRecovery(in world: World, at time: Double) {
    if !done.isEmpty { add(Step(.called("recover"), time: time, before: Point(world))) }
  }
}

extension JournalEntry.Way {
  fileprivate init(_ way: Journey) {
    self.init(done: way.done.count, undone: way.undone.count)
  }

  /// `12 statements`, `12 statements and 1 undone`.
  fileprivate var words: String {
    let statements = Wording.count(done, "statement")
    return undone == 0 ? statements : "\(statements) and \(Wording.grouped(undone)) undone"
  }
}
