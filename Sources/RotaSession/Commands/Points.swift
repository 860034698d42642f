import RotaDiagnostics
import RotaLanguage
import RotaPlanning
import RotaSyntax

/// `diff`, `revert to`: points of the way, told by how many statements had been run.
enum PointCommands {
  /// How many placements are written; the others are counted.
  private static let mostPlacements = 20

  static func diff(
    _ workspace: inout Workspace, _ command: Command, _ state: inout LanguageState
  ) throws(Diagnostic) {
    let last = workspace.journey.done.count
    var points = [max(0, last - 1), last]
    if let argument = command.argument("points") {
      let given = argument.value?.items ?? []
      guard (1...2).contains(given.count) else {
        throw SessionMessages.badSetting(
          "diff", "followed by one or two numbers of `history`", at: argument.range)
      }
      for (index, value) in given.enumerated() {
        points[index] = try point(value.integer, of: last, at: argument.range)
      }
      if given.count == 1 { points[1] = last }
    }
    let from = workspace.world(after: points[0], state)
    let to = workspace.world(after: points[1], state)
    let lines = workspace.differences(from: from, to: to)
    if lines.isEmpty { workspace.remark("No difference between \(points[0]) and \(points[1]).") }
    for line in lines { workspace.say(line.marked) }
  }

  static func revert(
    _ workspace: inout Workspace, _ command: Command, _ state: inout LanguageState
  ) throws(Diagnostic) {
    let argument = command.argument("point")
    let point = try point(
      argument?.value?.integer, of: workspace.journey.done.count,
      at: argument?.range ?? command.range)
    let world = workspace.world(after: point, state)
    workspace.become(world, &state, step: "revert to \(point)")
    workspace.remark("plan and timetable are as they were \(words(point))")
  }

  private static func words(_ point: Int) -> String {
    point == 0 ? "at the beginning" : "after statement \(point)"
  }

  private static func point(
    _ number: Int?, of last: Int, at range: SourceRange
  ) throws(Diagnostic) -> Int {
    guard let number, (0...last).contains(number) else {
      throw SessionMessages.noPoint(number, of: last, at: range)
    }
    return number
  }

  /// What a timetable has that another has not, as statements, up to a limit.
  fileprivate static func placements(
    from old: Timetable, _ before: Derived, to new: Timetable, _ after: Derived
  ) -> [LineChange] {
    func line(_ session: SessionIdentity, _ placement: Timetable.Placement, _ derived: Derived)
      -> String
    {
      "place \(SessionReference.text(session, in: derived)) at \(placement.words)"
        + (placement.isLocked ? " locked" : "")
    }
    let sessions = Set(old.placements.keys).union(new.placements.keys)
      .filter { old.placements[$0] != new.placements[$0] }.sorted()
    var lines: [LineChange] = []
    for session in sessions.prefix(mostPlacements) {
      if let placement = old.placements[session] {
        lines.append(LineChange(.gone, line(session, placement, before)))
      }
      if let placement = new.placements[session] {
        lines.append(LineChange(.new, line(session, placement, after)))
      }
    }
    let left = sessions.count - mostPlacements
    if left > 0 {
      lines.append(
        LineChange(.kept, "# and \(Wording.count(left, "other session")) of the timetable"))
    }
    return lines
  }
}

extension LineChange {
  var marked: String {
    switch kind {
    case .kept: "  " + text
    case .gone: "- " + text
    case .new: "+ " + text
    }
  }
}

extension Workspace {
  /// The world when so many steps of the way had been made, at most as many as there are.
  func world(after steps: Int, _ state: LanguageState) -> World {
    steps < journey.done.count ? journey.done[steps].before : world(state)
  }

  /// Plan, timetable, what people have, options and scenarios.
  func differences(from old: World, to new: World) -> [LineChange] {
    var lines = DeclarationWriter.lines(from: old.language, to: new.language)
    if old.board.timetable.placements != new.board.timetable.placements {
      lines += PointCommands.placements(
        from: old.board.timetable, derived(of: old), to: new.board.timetable, derived(of: new))
    }
    lines += Self.changed(
      old.board.timetable.publication.map { ["publication \($0.number) on \($0.day.iso)"] } ?? [],
      new.board.timetable.publication.map { ["publication \($0.number) on \($0.day.iso)"] } ?? [])
    lines += Self.changed(old.board.settings.statements, new.board.settings.statements)
    lines += Self.changed(old.board.scenarios.map(\.line), new.board.scenarios.map(\.line))
    return lines
  }

  private func derived(of world: World) -> Derived {
    var there = Alternative(workspace: self, state: world.language)
    there.workspace.restore(world, into: &there.state)
    return there.workspace.derived(there.state)
  }

  private static func changed(_ old: [String], _ new: [String]) -> [LineChange] {
    old.filter { !new.contains($0) }.map { LineChange(.gone, $0) }
      + new.filter { !old.contains($0) }.map { LineChange(.new, $0) }
  }
}

extension Scenario {
  fileprivate var line: String {
    let name = NameSyntax.quoteIfNeeded(name)
    return statements.isEmpty
      ? "scenario \(name) { }" : "scenario \(name) { \(statements.joined(separator: "; ")) }"
  }
}

extension Settings {
  /// All of them, one statement each.
  fileprivate var statements: [String] {
    [
      "set seed \(seed)", steps.map { "set steps \($0)" }, "set width \(width)",
      "set output \(output.rawValue)", "set timer \(timer ? "on" : "off")",
      memory.map { "set memory \($0)" },
    ].compactMap(\.self)
  }
}
