import RotaDiagnostics
import RotaLanguage
import RotaPlanning
import RotaReports
import RotaSyntax
import RotaVerifier

/// `show cost`: what the timetable costs, by wish and for whom.
enum CostCommand {
  /// How many sessions, classes and sets of teachers are listed; `list costs` has all.
  private static let most = 8
  /// What programs are told of each wish, and of each item.
  private static let sumFields = ["wish", "weight", "times", "cost"]
  private static let itemFields = ["wish", "for", "date", "times", "cost"]

  /// Also the place where a timetable made for an older plan is looked at again.
  static func run(
    _ workspace: inout Workspace, _ command: Command, _ state: inout LanguageState
  ) throws(Diagnostic) {
    let derived = try workspace.soundPlan(state, for: command)
    let timetable = workspace.board.timetable
    guard !timetable.isEmpty else {
      throw SessionMessages.noTimetable(command.entry.word, at: command.range)
    }
    let concerned = try workspace.costsAsked(in: command, derived)
    guard !derived.plan.preferences.isEmpty else {
      if workspace.rowFormat != .table {
        workspace.say(rows: [], fields: concerned == nil ? sumFields : itemFields)
      } else {
        workspace.say(
          derived.plan.mixing.isWished
            ? "The plan has no wish that a timetable could break, so each costs 0."
            : "The plan has no wishes (`prefer`), so every timetable costs 0.")
      }
      sayWhatCostsNothing(derived.plan, &workspace)
      return workspace.reportViolations(workspace.violations(state), derived)
    }
    let items = Verifier.costItems(
      plan: derived.plan, programme: derived.programme, timetable: timetable)
    if let concerned {
      say(items.filter(concerned), derived, &workspace)
    } else {
      sayByWish(items, derived, &workspace)
      // Programs add up `list costs` as they like.
      if workspace.rowFormat == .table { sayWorst(items, derived, &workspace) }
      sayWhatCostsNothing(derived.plan, &workspace)
      workspace.reportViolations(workspace.violations(state), derived)
    }
  }

  /// The wish that no timetable breaks or keeps.
  private static func sayWhatCostsNothing(_ plan: Plan, _ workspace: inout Workspace) {
    guard plan.mixing.isWished, workspace.rowFormat == .table else { return }
    workspace.say(
      "`mixed classes` is about who is in which class, whatever the timetable: see `show fairness`."
    )
  }

  private static func sayByWish(
    _ items: [CostItem], _ derived: Derived, _ workspace: inout Workspace
  ) {
    let plan = derived.plan
    var counts = [Int](repeating: 0, count: plan.preferences.count)
    var costs = counts
    for item in items {
      counts[item.preference] += item.count
      costs[item.preference] = costs[item.preference].addingOrMost(item.cost)
    }
    if workspace.rowFormat != .table {
      return workspace.say(
        rows: plan.preferences.indices.map { position in
          var row = Row()
          row.set("wish", CostText.words(plan.preferences[position].wish, in: plan))
          row.set("weight", plan.preferences[position].weight)
          row.set("times", counts[position])
          row.set("cost", costs[position])
          return row
        }, fields: sumFields)
    }
    var rows = plan.preferences.indices.map { position in
      let preference = plan.preferences[position]
      return [
        CostText.words(preference.wish, in: plan), Wording.grouped(preference.weight),
        Wording.grouped(counts[position]), Wording.grouped(costs[position]),
      ]
    }
    rows.append(["sum", "", "", Wording.grouped(sum(items))])
    workspace.say(
      workspace.table(
        header: ["wish", "weight", "times broken", "cost"], rows: rows, numeric: [1, 2, 3]))
  }

  /// Those that cost most: sessions, then classes, then teachers.
  private static func sayWorst(
    _ items: [CostItem], _ derived: Derived, _ workspace: inout Workspace
  ) {
    let costly = items.filter { $0.cost > 0 }
    for (sort, listing) in [
      ("session", "sessions"), ("class", "classes"), ("teachers", "others"),
      ("schools", "others"), ("place", "others"),
    ] {
      var groups: [(who: String, items: [CostItem])] = []
      var positions: [String: Int] = [:]
      for item in costly where CostText.sort(item) == sort {
        let who = CostText.who(item, derived, namesMeeting: false)
        if let position = positions[who] {
          groups[position].items.append(item)
        } else {
          positions[who] = groups.count
          groups.append((who, [item]))
        }
      }
      if groups.isEmpty { continue }
      let sums = groups.map { sum($0.items) }
      let order = groups.indices.sorted { (sums[$1], $0) < (sums[$0], $1) }
      var rows = order.prefix(most).map { position in
        [
          groups[position].who, Wording.grouped(sums[position]),
          reasons(groups[position].items, derived.plan),
        ]
      }
      if order.count > most {
        let rest = order.dropFirst(most).reduce(0) { $0.addingOrMost(sums[$1]) }
        rows.append([
          "\(Wording.grouped(order.count - most)) more \(listing)", Wording.grouped(rest), "",
        ])
      }
      workspace.say("")
      workspace.say(
        workspace.table(header: [sort, "cost", "of which"], rows: rows, numeric: [1]))
    }
  }

  /// `enough seats 20, same room for module 1`, the dearest first.
  private static func reasons(_ items: [CostItem], _ plan: Plan) -> String {
    var costs: [Int: Int] = [:]
    for item in items {
      costs[item.preference] = (costs[item.preference] ?? 0).addingOrMost(item.cost)
    }
    return costs.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map {
        "\(CostText.words(plan.preferences[$0.key].wish, in: plan)) \(Wording.grouped($0.value))"
      }
      .joined(separator: ", ")
  }

  /// Item by item.
  private static func say(_ items: [CostItem], _ derived: Derived, _ workspace: inout Workspace) {
    if workspace.rowFormat != .table {
      return workspace.say(
        rows: items.map { item in
          var row = Row()
          row.set(
            "wish", CostText.words(derived.plan.preferences[item.preference].wish, in: derived.plan)
          )
          row.set("for", CostText.who(item, derived))
          if let day = item.day { row.fields["date"] = .date(day) }
          row.set("times", item.count)
          row.set("cost", item.cost)
          return row
        }, fields: itemFields)
    }
    if items.isEmpty { return workspace.say("No wish is broken there: it costs 0.") }
    var rows = items.map { item in
      [
        CostText.words(derived.plan.preferences[item.preference].wish, in: derived.plan),
        CostText.who(item, derived), item.day?.iso ?? "", Wording.grouped(item.count),
        Wording.grouped(item.cost),
      ]
    }
    rows.append(["sum", "", "", "", Wording.grouped(sum(items))])
    workspace.say(
      workspace.table(
        header: ["wish", "for", "date", "times broken", "cost"], rows: rows, numeric: [3, 4]))
  }

  private static func sum(_ items: [CostItem]) -> Int {
    items.reduce(0) { $0.addingOrMost($1.cost) }
  }
}

extension Workspace {
  /// Which costs `show cost of …` asks for; nil for all.
  fileprivate func costsAsked(
    in command: Command, _ derived: Derived
  ) throws(Diagnostic) -> ((CostItem) -> Bool)? {
    if command.argument("session") != nil {
      let asked = Set(try sessions(in: command, derived))
      return { item in item.sessions.contains { asked.contains($0) } }
    }
    let programme = derived.programme
    func attended(_ attends: (Session) -> Bool) -> Set<SessionIdentity> {
      Set(programme.sessions.filter(attends).map(\.identity))
    }
    func held(_ fits: (Timetable.Placement) -> Bool) -> Set<SessionIdentity> {
      Set(board.timetable.placements.filter { fits($0.value) }.keys)
    }
    switch try target(in: command, derived) {
    case .all: return nil
    case .studyClass(let id):
      let own = attended { $0.classes.contains(id) }
      return { CostText.concerns($0, [id], own) }
    case .run(let id):
      let own = attended { $0.runs.contains(id) }
      let classes = Set(programme[id].classes)
      return { CostText.concerns($0, classes, own) }
    case .rotation(let id):
      let runs = Set(programme.runs.indices.filter { programme.runs[$0].rotation == id })
      let own = attended { $0.runs.contains { runs.contains($0.value) } }
      let classes = Set(runs.flatMap { programme.runs[$0].classes })
      return { CostText.concerns($0, classes, own) }
    case .school(let id):
      let runs = programme.runs.filter { derived.plan[$0.rotation].school == id }
      let classes = Set(runs.flatMap(\.classes))
      let places = Set(derived.plan.places.filter { $0.school == id }.map(\.name))
      let own = attended { !classes.isDisjoint(with: $0.classes) }
        .union(held { $0.places.contains { places.contains($0) } })
      return { CostText.concerns($0, classes, own) }
    case .teacher(let id):
      let name = derived.plan[id].name
      let own = held { $0.teachers.contains(name) }
      return { item in
        if case .teachers(let teachers) = item.subject { return teachers.contains(id) }
        return item.sessions.contains { own.contains($0) }
      }
    case .place(let id):
      let name = derived.plan[id].name
      let own = held { $0.places.contains(name) }
      return { item in
        if case .use(let place, _) = item.subject { return place == id }
        return item.sessions.contains { own.contains($0) }
      }
    case .day(let day): return { $0.day == day }
    case .former: return { _ in false }
    }
  }
}

/// Costs in words.
enum CostText {
  /// A wish as the language writes it.
  static func words(_ wish: Preference.Wish, in plan: Plan) -> String {
    switch wish {
    case .compactDays: "compact days"
    case .noLonelyPeriods: "no lonely period"
    case .sameRoom: "same room"
    case .sameRoomForModule: "same room for module"
    case .enoughSeats: "enough seats"
    case .spreadDays: "spread days"
    case .doubles: "doubles"
    case .dailyLoad(let periods):
      "\(periods.lowerBound)..\(periods.upperBound) periods per day"
    case .nearby: "near"
    case .avoid(let avoidance):
      words(avoidance.subject, in: plan) + " not on "
        + avoidance.windows.map(\.text).joined(separator: ", ")
    case .early(let form): "early" + (form.map { " \($0)" } ?? "")
    case .evenDays: "even days"
    case .balancedTeachers: "balanced teachers"
    case .balancedExchange: "balanced exchange"
    case .balancedLoad: "balanced load"
    case .sharedPlaces(let role, .runs): "shared \(role.rawValue)s"
    case .sharedPlaces(let role, .classes): "shared \(role.rawValue)s among classes"
    case .rotatedGroups: "rotated groups"
    case .keepPublished(let aspect): "keep published" + (aspect.map { " \($0.rawValue)" } ?? "")
    }
  }

  private static func words(_ subject: Avoidance.Subject, in plan: Plan) -> String {
    switch subject {
    case .teacher(let teacher): "teacher \(Wording.name(plan[teacher].name))"
    case .place(let place): "\(plan[place].role.rawValue) \(Wording.name(plan[place].name))"
    }
  }

  static func sort(_ item: CostItem) -> String {
    switch item.subject {
    case .studyClass: "class"
    case .sessions: "session"
    case .teachers: "teachers"
    case .schools: "schools"
    case .use: "place"
    }
  }

  /// For whom a wish is broken, as commands name it; the meetings of a session may go as one.
  static func who(_ item: CostItem, _ derived: Derived, namesMeeting: Bool = true) -> String {
    switch item.subject {
    case .studyClass(let id): return name(id, derived)
    case .sessions(let sessions):
      guard let first = sessions.first else { return "" }
      return SessionReference.text(
        first, in: derived, namesMeeting: namesMeeting && sessions.count == 1)
    case .teachers(let teachers):
      return Wording.list(teachers.map { derived.plan[$0].name })
    case .schools(let one, let other):
      return Wording.list([one, other].map { derived.plan[$0].name })
    case .use(let place, .run(let id)):
      return "\(derived.plan[place].name) for \(name(id, derived))"
    case .use(let place, .studyClass(let id)):
      return "\(derived.plan[place].name) for \(name(id, derived))"
    }
  }

  private static func name(_ id: ClassID, _ derived: Derived) -> String {
    let one = derived.programme[id]
    return "class \(one.number) of \(name(one.run, derived))" + (one.name.map { " (\($0))" } ?? "")
  }

  private static func name(_ id: RunID, _ derived: Derived) -> String {
    let run = derived.programme[id]
    return "run \(run.number) of \(NameSyntax.quoteIfNeeded(derived.plan[run.rotation].name))"
  }

  /// Whether an item is one of some classes, or of sessions that they attend.
  static func concerns(
    _ item: CostItem, _ classes: Set<ClassID>, _ sessions: Set<SessionIdentity>
  ) -> Bool {
    switch item.subject {
    case .studyClass(let id): classes.contains(id)
    case .sessions(let own): own.contains { sessions.contains($0) }
    case .use(_, .studyClass(let id)): classes.contains(id)
    case .teachers, .schools, .use: item.sessions.contains { sessions.contains($0) }
    }
  }
}

extension Int {
  /// The sum, or the greatest number there is.
  func addingOrMost(_ other: Int) -> Int {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? .max : sum
  }
}
