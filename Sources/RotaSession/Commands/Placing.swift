import RotaDiagnostics
import RotaLanguage
import RotaPlanning
import RotaVerifier

/// `place`, `move`, `lock`, `unlock`, `unplace`: the timetable by hand.
enum PlacementCommands {
  /// As a saved timetable says it: taken at its word, and judged by the verifier afterwards. What the
  /// plan no longer has (a day, a period, a place, a teacher) is a clash as it was when it was saved.
  static func place(
    _ workspace: inout Workspace, _ command: Command, _ state: inout LanguageState
  ) throws(Diagnostic) {
    let derived = try workspace.soundPlan(state, for: command)
    let session = try workspace.session(in: command, derived)
    let placement = try placementAsSaid(in: command)
    workspace.change { board in
      board.timetable.placements[session] = placement
      board.locks[session] = placement.isLocked ? command.range : nil
      board.unplaced.removeAll { $0.session == session }
    }
  }

  /// A session that the plan does not have, likewise: it stands in the timetable until that is made
  /// anew.
  static func leftover(
    _ workspace: inout Workspace, _ command: Command, _ state: inout LanguageState
  ) throws(Diagnostic) {
    let session = FullSessionName.read(command)
    let placement = try placementAsSaid(in: command)
    workspace.change { board in
      board.timetable.placements[session] = placement
      board.locks[session] = placement.isLocked ? command.range : nil
    }
  }

  static func move(
    _ workspace: inout Workspace, _ command: Command, _ state: inout LanguageState
  ) throws(Diagnostic) {
    let derived = try workspace.soundPlan(state, for: command)
    let session = try workspace.session(in: command, derived)
    let old = workspace.board.timetable.placements[session]
    if let old, old.isLocked {
      throw SessionMessages.locked(
        SessionReference.text(session, in: derived), at: old.words,
        since: workspace.board.locks[session], command.range)
    }
    let placement = try self.placement(in: command, session, old, derived)
    if placement == old {
      return workspace.remark(
        "nothing was moved: \(SessionReference.text(session, in: derived)) is there already")
    }
    var trial = workspace.board.timetable
    trial.placements[session] = placement
    let before = Set(
      Verifier.violations(
        plan: derived.plan, programme: derived.programme, timetable: workspace.board.timetable))
    let clashes = Verifier.violations(
      plan: derived.plan, programme: derived.programme, timetable: trial
    ).filter { !before.contains($0) }
    guard clashes.isEmpty else {
      throw SessionMessages.badPlacement(
        SessionReference.text(session, in: derived),
        clashes.prefix(10).map { workspace.sentence($0, derived) }, at: command.range)
    }
    workspace.change { board in
      board.timetable.placements[session] = placement
      board.unplaced.removeAll { $0.session == session }
    }
    let from = old.map { "\($0.day.iso) \($0.period)" } ?? "no place"
    workspace.remark(
      "moved \(SessionReference.text(session, in: derived)): \(from) -> "
        + "\(placement.day.iso) \(placement.period)"
        + (placement.places.isEmpty ? "" : " in " + placement.places.joined(separator: ", "))
        + (placement.teachers.isEmpty ? "" : " by " + placement.teachers.joined(separator: ", ")))
  }

  static func lock(
    _ workspace: inout Workspace, _ command: Command, _ state: inout LanguageState
  ) throws(Diagnostic) {
    try setLock(true, &workspace, command, state)
  }

  static func unlock(
    _ workspace: inout Workspace, _ command: Command, _ state: inout LanguageState
  ) throws(Diagnostic) {
    try setLock(false, &workspace, command, state)
  }

  static func unplace(
    _ workspace: inout Workspace, _ command: Command, _ state: inout LanguageState
  ) throws(Diagnostic) {
    let derived = try workspace.soundPlan(state, for: command)
    let chosen = try placed(workspace, command, derived)
    workspace.change { board in
      for session in chosen {
        board.timetable.placements[session] = nil
        board.locks[session] = nil
      }
      board.unplaced.removeAll { unplaced in chosen.contains(unplaced.session) }
    }
    workspace.remark("taken out of the timetable: \(Wording.count(chosen.count, "session"))")
  }

  private static func setLock(
    _ isLocked: Bool, _ workspace: inout Workspace, _ command: Command, _ state: LanguageState
  ) throws(Diagnostic) {
    let derived = try workspace.soundPlan(state, for: command)
    let chosen = try placed(workspace, command, derived)
    workspace.change { board in
      for session in chosen {
        board.timetable.placements[session]?.isLocked = isLocked
        board.locks[session] = isLocked ? command.range : nil
      }
    }
    workspace.remark(
      "\(isLocked ? "locked" : "unlocked") \(Wording.count(chosen.count, "session"))")
  }

  /// The sessions meant that have a place; at least one.
  private static func placed(
    _ workspace: Workspace, _ command: Command, _ derived: Derived
  ) throws(Diagnostic) -> Set<SessionIdentity> {
    let placements = workspace.board.timetable.placements
    let meant =
      command.has("all")
      ? Array(placements.keys) : try workspace.sessions(in: command, derived)
    let placed = Set(meant.filter { placements[$0] != nil })
    guard !placed.isEmpty else {
      throw SessionMessages.noTimetable(command.entry.word, at: command.range)
    }
    return placed
  }

  /// The placement that a line of a saved timetable has, whatever the plan has.
  private static func placementAsSaid(
    in command: Command
  ) throws(Diagnostic) -> Timetable.Placement {
    guard case .date(let day)? = command.value("date"),
      let period = command.value("period")?.plainText
    else {
      throw SessionMessages.wrongPlacement("a date and a period are needed", at: command.range)
    }
    return Timetable.Placement(
      day: day, period: period, places: command.value("places")?.names ?? [],
      teachers: command.value("teachers")?.names ?? [], isLocked: command.has("locked"))
  }

  /// The placement that a command describes; what it does not say stays as it was.
  static func placement(
    in command: Command, _ identity: SessionIdentity, _ old: Timetable.Placement?,
    _ derived: Derived
  ) throws(Diagnostic) -> Timetable.Placement {
    let calendar = derived.plan.calendar
    let date = command.argument("date")
    let dateRange = date?.range ?? command.range
    let day: Day
    if case .date(let said)? = date?.value {
      day = said
    } else if let old {
      day = old.day
    } else {
      throw SessionMessages.noTime(
        SessionReference.text(identity, in: derived), at: command.range)
    }
    guard let dayIndex = calendar.dayIndex(of: day) else {
      throw SessionMessages.wrongPlacement(
        "\(day.iso) is no teaching day of this plan", at: dateRange)
    }
    let periods = calendar.days[dayIndex].slots.map { calendar.slots[$0].period }
    var period = old?.period ?? periods.first ?? ""
    if let argument = command.argument("period") {
      period = argument.value?.plainText ?? ""
    }
    guard periods.contains(period) else {
      throw SessionMessages.wrongPlacement(
        "\(day.iso) has no period \(period); its periods are " + periods.joined(separator: ", "),
        at: command.argument("period")?.range ?? dateRange)
    }
    var placement = old ?? Timetable.Placement(day: day, period: period)
    placement.day = day
    placement.period = period
    if let argument = command.argument("places") {
      placement.places = try known(
        argument, "place", derived.plan.places.map(\.name))
      if let id = derived.positions[identity] {
        // A session that is streamed keeps the places it is streamed to.
        let streamed = derived.plan.template(of: derived.programme[id]).streamedTo
        for place in streamed where !placement.places.contains(derived.plan[place].name) {
          placement.places.append(derived.plan[place].name)
        }
      }
    }
    if let argument = command.argument("teachers") {
      placement.teachers = try known(argument, "teacher", derived.plan.teachers.map(\.name))
    }
    return placement
  }

  private static func known(
    _ argument: EvaluatedArgument, _ sort: String, _ names: [String]
  ) throws(Diagnostic) -> [String] {
    let known = Set(names)
    let given = argument.value?.names ?? []
    for (index, name) in given.enumerated() where !known.contains(name) {
      let range = index < argument.itemRanges.count ? argument.itemRanges[index] : argument.range
      throw SessionMessages.unknownTarget(
        sort, name, nearest: Spelling.nearest(to: name, among: names), at: range)
    }
    return given
  }
}
