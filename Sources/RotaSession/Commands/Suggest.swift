import RotaDiagnostics
import RotaLanguage
import RotaPlanning
import RotaReports
import RotaVerifier

/// `suggest`: where else a session could be.
enum SuggestCommand {
  /// A screenful; the rest is counted.
  private static let most = 12
  private static let mostExchanges = 5

  static func run(
    _ workspace: inout Workspace, _ command: Command, _ state: inout LanguageState
  ) throws(Diagnostic) {
    let derived = try workspace.soundPlan(state, for: command)
    let session = try workspace.session(in: command, derived)
    guard let id = derived.positions[session] else { return }
    let search = OpeningSearch(derived, workspace.board.value, state)
    let environment = workspace.environment
    let found = Suggestions(for: id, search, isCancelled: environment.isCancelled)
    if environment.isCancelled() { throw SessionMessages.stopped("suggest", at: command.range) }
    if workspace.rowFormat != .table { return sayRows(found, search, &workspace) }
    workspace.say(SessionWhyCommands.whereabouts(of: session, search))
    sayFree(found.free, search, &workspace)
    sayExchanges(found, search, &workspace)
    if found.free.isEmpty, !found.ruledOut.isEmpty {
      workspace.say("What stands against the times of its run:")
      workspace.say(ruledOut: StartSummary.obstacles(found.ruledOut, search))
    }
  }

  private static func sayFree(
    _ free: [Opening], _ search: OpeningSearch, _ workspace: inout Workspace
  ) {
    guard let best = free.first else { return workspace.say("No other place and time is free.") }
    let header = ["date", "weekday", "period", "place", "teacher", "cost", "of which"]
    let rows = free.prefix(most).map { opening in
      let placement = opening.placement
      return [
        placement.day.iso, placement.day.weekday.word, placement.period,
        placement.places.joined(separator: ", "), placement.teachers.joined(separator: ", "),
        MoveText.signed(opening.cost), MoveText.parts(opening.costs, search.derived.plan),
      ]
    }
    // Columns in which nothing stands would only take up room.
    let shown = header.indices.filter { column in rows.contains { !$0[column].isEmpty } }
    workspace.say(
      workspace.table(
        header: shown.map { header[$0] }, rows: rows.map { row in shown.map { row[$0] } },
        numeric: shown.firstIndex(of: 5).map { [$0] } ?? []))
    if free.count > most {
      workspace.say("and \(Wording.grouped(free.count - most)) more that are free")
    }
    workspace.say("the first: " + search.statement(best))
  }

  private static func sayExchanges(
    _ found: Suggestions, _ search: OpeningSearch, _ workspace: inout Workspace
  ) {
    if !found.exchanges.isEmpty {
      workspace.say("If one other session moves:")
      for exchange in found.exchanges.prefix(mostExchanges) {
        workspace.say(
          "  cost \(MoveText.cost(exchange.costs, search.derived.plan))")
        for statement in search.statements(exchange) { workspace.say("    \(statement)") }
      }
    }
    let left = found.exchanges.count - mostExchanges
    if left > 0 { workspace.say("and \(Wording.count(left, "more time")) if one other moves") }
    if found.untried > 0 {
      workspace.say(
        "\(Wording.count(found.untried, "more time")) where one other session stands in the way: not tried"
      )
    }
  }

  /// All of them for programs.
  private static func sayRows(
    _ found: Suggestions, _ search: OpeningSearch,
    _ workspace: inout Workspace
  ) {
    var rows = found.free.map { row($0, cost: $0.cost, search.statements($0)) }
    rows += found.exchanges.map { row($0.opening, cost: $0.cost, search.statements($0)) }
    let fields = ["date", "weekday", "period", "place", "teacher", "cost", "moves", "statements"]
    workspace.say(rows: rows, fields: fields)
  }

  private static func row(_ opening: Opening, cost: Int, _ statements: [String]) -> Row {
    var row = Row()
    row.fields["date"] = .date(opening.placement.day)
    row.fields["weekday"] = .weekday(opening.placement.day.weekday)
    row.set("period", opening.placement.period)
    row.set("place", opening.placement.places.joined(separator: ", "))
    row.set("teacher", opening.placement.teachers.joined(separator: ", "))
    row.set("cost", cost)
    row.set("moves", statements.count { $0.hasPrefix("move ") })
    row.set("statements", statements.joined(separator: "; "))
    return row
  }
}

extension OpeningSearch {
  func statements(_ opening: Opening) -> [String] {
    let session = derived.programme[opening.session].identity
    return MoveText.statements(
      session, to: opening.placement, from: timetable.placements[session], derived)
  }

  /// The same as one line.
  func statement(_ opening: Opening) -> String { statements(opening).joined(separator: "; ") }

  /// First the one in the way goes, then the session takes its place; where the one in the way goes
  /// to where the session is, that has to leave first.
  func statements(_ exchange: Suggestions.Exchange) -> [String] {
    let first = statements(exchange.other)
    let second = statements(exchange.opening)
    let session = derived.programme[exchange.opening.session].identity
    let goesAlone = recount.violations(
      with: [(exchange.other.session, exchange.other.placement)]
    ).isEmpty
    if goesAlone { return first + second }
    let whole = MoveText.statements(session, to: exchange.opening.placement, from: nil, derived)
    return ["unplace \(SessionReference.text(session, in: derived))"] + first + whole
  }
}
