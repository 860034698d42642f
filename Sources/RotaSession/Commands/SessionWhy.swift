import RotaDiagnostics
import RotaLanguage
import RotaPlanning
import RotaSyntax
import RotaVerifier

/// `why SESSION` and `why not SESSION at TIME`: what holds a session, by statement.
enum SessionWhyCommands {
  static func why(
    _ workspace: inout Workspace, _ command: Command, _ state: LanguageState
  ) throws(Diagnostic) {
    let derived = try workspace.soundPlan(state, for: command)
    let session = try workspace.session(in: command, derived)
    guard let id = derived.positions[session] else { return }
    let search = OpeningSearch(derived, workspace.board.value, state)
    let sources = Self.sources(search)
    let own = sources.clauses(of: session) + sources.lock(on: session)
    let others = sources.surroundings(of: id)
    let starts = StartSummary(of: id, search)
    if workspace.answersProgram { return sayRows(own + others, starts, &workspace) }
    workspace.say(whereabouts(of: session, search))
    if let now = search.present(id), !now.isFree {
      workspace.say("Against that:")
      workspace.say(obstacles: now, search)
    }
    workspace.say(clauses: own, heading: "What is said of it:")
    workspace.say(clauses: others, heading: "What is said of its people and places:")
    workspace.say(starts: starts)
  }

  /// An object for each statement, and one for each rule that rules starts out.
  private static func sayRows(
    _ statements: [RuleSources.Statement], _ starts: StartSummary, _ workspace: inout Workspace
  ) {
    var rows = statements.map { statement in
      var row = Row()
      row.set("said", workspace.text(of: statement))
      row.set("statement", workspace.library.place(of: statement.range))
      return row
    }
    var open = Row()
    open.set("open", starts.open)
    open.set("starts", starts.starts)
    rows.append(open)
    for obstacle in starts.obstacles {
      var row = Row()
      row.set("against", obstacle.sentence)
      row.set("statement", obstacle.statements.first.map { workspace.library.place(of: $0.range) })
      row.set("starts", obstacle.starts)
      rows.append(row)
    }
    workspace.say(rows: rows, fields: ["said", "against", "statement", "open", "starts"])
  }

  static func whyNot(
    _ workspace: inout Workspace, _ command: Command, _ state: inout LanguageState
  ) throws(Diagnostic) {
    let derived = try workspace.soundPlan(state, for: command)
    let session = try workspace.session(in: command, derived)
    guard let id = derived.positions[session] else { return }
    let search = OpeningSearch(derived, workspace.board.value, state)
    let old = search.timetable.placements[session]
    let asked = try PlacementCommands.placement(in: command, session, old, derived)
    guard !asked.isHeld(as: old) else {
      return workspace.say(whereabouts(of: session, search) + " That is where it is.")
    }
    let isPlaceOpen = command.argument("places") == nil
    let isTeacherOpen = command.argument("teachers") == nil
    let slot = derived.plan.calendar.slotIndex(of: asked.day, period: asked.period) ?? 0
    var opening = Opening(
      session: id, slot: slot, placement: asked,
      violations: search.recount.violations(with: [(id, asked)]))
    // Other places and teachers at that time, where none were named.
    var others: [Opening] = []
    if !opening.isFree, isPlaceOpen || isTeacherOpen {
      let openings = search.openings(
        of: id, at: slot, places: isPlaceOpen ? nil : places(asked, derived.plan),
        teachers: isTeacherOpen ? nil : asked.teachers)
      others = openings.filter(\.isFree).map { search.priced($0) }
      // A session without a place has none to keep.
      if old == nil, let least = openings.min(by: { $0.violations.count < $1.violations.count }) {
        opening = least
      }
    }
    if workspace.answersProgram {
      return sayRows(opening, others, search, &workspace)
    }
    workspace.say(whereabouts(of: session, search))
    let lock = search.lock(on: session)
    if opening.isFree, lock == nil {
      workspace.say("Nothing stands against \(opening.placement.words).")
      return sayFree(opening, search, &workspace)
    }
    workspace.say("Against \(opening.placement.words):")
    if let lock { workspace.say(obstacles: obstacles(lock, search, workspace)) }
    if opening.isFree {
      workspace.say("Nothing else stands against it.")
      return sayFree(opening, search, &workspace)
    }
    workspace.say(obstacles: opening, search)
    sayCostAndWay(opening, search, &workspace)
    if let best = others.min(by: { $0.cost < $1.cost }) {
      workspace.say(
        "At that time it is free in \(Wording.count(others.count, "other way")); the cheapest, cost "
          + "\(MoveText.cost(best.costs, derived.plan)):")
      workspace.say("  " + search.statement(best))
    }
  }

  private static func sayFree(
    _ opening: Opening, _ search: OpeningSearch, _ workspace: inout Workspace
  ) {
    let costs = search.priced(opening).costs
    workspace.say("It would cost \(MoveText.cost(costs, search.derived.plan))")
    workspace.say("  " + search.statement(opening))
  }

  /// The lock on a session, with the statement that made it.
  private static func obstacles(
    _ lock: Violation, _ search: OpeningSearch, _ workspace: Workspace
  ) -> [Obstacle] {
    Obstacle.all(in: [lock], sources(search), workspace)
  }

  /// Where a session is, in a sentence.
  static func whereabouts(of session: SessionIdentity, _ search: OpeningSearch) -> String {
    let name = SessionReference.text(session, in: search.derived)
    guard let placement = search.timetable.placements[session] else {
      return "\(name) has no place in the timetable."
    }
    return "\(name) is at \(placement.words)\(placement.isLocked ? ", locked" : "")."
  }

  /// What would have to go, and what it would cost there.
  private static func sayCostAndWay(
    _ opening: Opening, _ search: OpeningSearch, _ workspace: inout Workspace
  ) {
    let derived = search.derived
    let own = derived.programme[opening.session].identity
    let inTheWay = Set(opening.violations.flatMap(\.sessions)).subtracting([own]).sorted()
    if !inTheWay.isEmpty {
      workspace.say("In the way:")
      for other in inTheWay.prefix(8) {
        workspace.say("  " + whereabouts(of: other, search))
        if let lock = search.lock(on: other) {
          workspace.say(obstacles: obstacles(lock, search, workspace), indent: 4)
        }
      }
      if inTheWay.count > 8 {
        workspace.say("  and \(Wording.count(inTheWay.count - 8, "more session"))")
      }
    }
    let costs = search.priced(opening).costs
    if costs.contains(where: { $0.cost != 0 }) {
      workspace.say("Were it allowed, it would cost \(MoveText.cost(costs, derived.plan))")
    }
    if let exchange = Suggestions.exchange(opening, search) {
      workspace.say(
        "Together with one other move it can be, cost \(MoveText.cost(exchange.costs, derived.plan)):"
      )
      for statement in search.statements(exchange) { workspace.say("  \(statement)") }
    }
  }

  private static func places(_ placement: Timetable.Placement, _ plan: Plan) -> [PlaceID] {
    plan.places.indices.filter { placement.places.first == plan.places[$0].name }
      .map { PlaceID($0) }
  }

  /// An object for each rule, and one for each way that is free.
  private static func sayRows(
    _ opening: Opening, _ others: [Opening], _ search: OpeningSearch, _ workspace: inout Workspace
  ) {
    let sources = sources(search, opening)
    let lock = search.lock(on: search.derived.programme[opening.session].identity)
    let against =
      (lock.map { obstacles($0, search, workspace) } ?? [])
      + Obstacle.all(in: opening, sources, workspace)
    var rows: [Row] = against.map { obstacle in
      var row = Row()
      row.set("against", obstacle.sentence)
      row.set("statement", obstacle.statements.first.map { workspace.library.place(of: $0.range) })
      let names = obstacle.sessions.map { SessionReference.text($0, in: search.derived) }
      row.set("sessions", names.isEmpty ? nil : names.joined(separator: "; "))
      return row
    }
    for free in opening.isFree ? [search.priced(opening)] : others {
      var row = Row()
      row.set("free", search.statement(free))
      row.set("cost", free.cost)
      rows.append(row)
    }
    workspace.say(rows: rows, fields: ["against", "statement", "sessions", "free", "cost"])
  }

  static func sources(_ search: OpeningSearch, _ opening: Opening? = nil) -> RuleSources {
    let own = opening.map { search.derived.programme[$0.session].identity }
    return RuleSources(search.derived, search.declarations, locks: search.locks) { session in
      session == own ? opening?.placement : search.timetable.placements[session]
    }
  }
}

/// A broken rule in words, with the statements behind it.
struct Obstacle {
  var sentence: String
  var statements: [RuleSources.Statement]
  /// Other sessions that take part.
  var sessions: [SessionIdentity]

  /// Each once: what people of several classes meet twice is one obstacle.
  static func all(
    in opening: Opening, _ sources: RuleSources, _ workspace: Workspace
  ) -> [Obstacle] {
    all(
      in: opening.violations, except: sources.derived.programme[opening.session].identity, sources,
      workspace)
  }

  static func all(
    in violations: [Violation], except own: SessionIdentity? = nil, _ sources: RuleSources,
    _ workspace: Workspace
  ) -> [Obstacle] {
    var found: [Obstacle] = []
    for violation in violations {
      let sentence = workspace.sentence(violation, sources.derived)
      if found.contains(where: { $0.sentence == sentence }) { continue }
      found.append(
        Obstacle(
          sentence: sentence, statements: sources.statements(of: violation),
          sessions: violation.sessions.filter { $0 != own }))
    }
    return found
  }
}

extension Workspace {
  /// What stands against an opening: each rule with its statements.
  mutating func say(obstacles opening: Opening, _ search: OpeningSearch) {
    say(obstacles: Obstacle.all(in: opening, SessionWhyCommands.sources(search, opening), self))
  }

  /// What several rest on is told once, below the last of them.
  mutating func say(obstacles: some Sequence<Obstacle>, indent: Int = 2) {
    let margin = String(repeating: " ", count: indent)
    var groups: [(statements: [RuleSources.Statement], sentences: [String])] = []
    for obstacle in obstacles {
      let known = groups.firstIndex {
        !$0.statements.isEmpty && $0.statements == obstacle.statements
      }
      if let known {
        groups[known].sentences.append(obstacle.sentence)
      } else {
        groups.append((obstacle.statements, [obstacle.sentence]))
      }
    }
    for group in groups {
      for sentence in group.sentences { say("\(margin)\(sentence)") }
      for line in lines(of: group.statements) { say("\(margin)  \(line)") }
    }
  }

  /// Statements with their places, under a heading; nothing where there are none.
  mutating func say(clauses: [RuleSources.Statement], heading: String) {
    let lines = lines(of: clauses)
    if lines.isEmpty { return }
    say(heading)
    for line in lines { say("  \(line)") }
  }

  /// `lecture Ethics: after Opening`.
  func text(of statement: RuleSources.Statement) -> String {
    "\(statement.owner): \(oneLine(statement.range))"
  }

  /// `plan.rota:16  lecture Ethics: after Opening`; each line once.
  private func lines(of statements: [RuleSources.Statement]) -> [String] {
    var seen: Set<RuleSources.Statement> = []
    let shown = statements.filter { seen.insert($0).inserted }.map {
      (place: library.place(of: $0.range), text: text(of: $0))
    }
    let width = shown.map(\.place.displayWidth).max() ?? 0
    return shown.map { "\($0.place.padded(to: width))  \($0.text)" }
  }

  /// How the starts that a session has stand: open to it, or ruled out and by what.
  mutating func say(starts summary: StartSummary) {
    let open = "\(Wording.grouped(summary.open)) \(summary.open == 1 ? "is" : "are") open to it"
    let own = summary.isOwnOpen ? ", its own among them" : ""
    let more = summary.open > 0 ? " (`suggest` lists them)" : ""
    let unlocked = summary.open > 0 && summary.isLocked ? " once it is unlocked" : ""
    let end = summary.obstacles.isEmpty ? "." : ":"
    say(
      "Of \(Wording.count(summary.starts, "start")) in its run, \(open)\(unlocked)\(own)\(more)\(end)"
    )
    say(ruledOut: summary.obstacles)
  }

  /// The rules that rule most starts out, with their statements.
  mutating func say(ruledOut obstacles: [StartSummary.Obstacle]) {
    for obstacle in obstacles {
      say("  \(Wording.count(obstacle.starts, "start")): \(obstacle.sentence)")
      for line in lines(of: obstacle.statements).prefix(3) { say("    \(line)") }
    }
  }
}
