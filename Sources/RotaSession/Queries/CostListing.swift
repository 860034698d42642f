import RotaPlanning
import RotaVerifier

extension Listing {
  /// Every place at which the timetable breaks a wish; the costs add up to that of the timetable.
  static let costs = Listing(
    word: "costs",
    fields: [
      "wish", "rotation", "run", "class", "name", "session", "module", "meeting", "teacher",
      "school", "place",
      "date", "times", "weight", "cost",
    ],
    shown: [
      "wish", "run", "class", "session", "meeting", "teacher", "place", "date", "times", "cost",
    ]
  ) { derived, timetable in
    let plan = derived.plan
    return Verifier.costItems(
      plan: plan, programme: derived.programme, timetable: timetable
    ).map { item in
      let preference = plan.preferences[item.preference]
      var row = Row()
      row.set("wish", CostText.words(preference.wish, in: plan))
      row.set("times", item.count)
      row.set("weight", preference.weight)
      row.set("cost", item.cost)
      if let day = item.day { row.fields["date"] = .date(day) }
      switch item.subject {
      case .studyClass(let id):
        row.set(id, derived)
        if item.sessions.count == 1, let only = item.sessions.first { row.set(session: only) }
      case .sessions(let sessions):
        guard let first = sessions.first else { return row }
        row.set("rotation", first.rotation)
        row.set(session: first)
        if sessions.count > 1 { row.fields["meeting"] = nil }
        switch first.audience {
        case .allRuns, .runs: break
        case .joint(let run): row.set("run", run)
        case .run(let run): row.set("run", run)
        case .studyClass(let run, let number), .group(let run, let number, _):
          row.set("run", run)
          row.set("class", number)
        }
      case .teachers(let teachers):
        row.set("teacher", teachers.map { plan[$0].name }.joined(separator: ", "))
      case .schools(let one, let other):
        row.set("school", [one, other].map { plan[$0].name }.joined(separator: ", "))
      case .use(let place, let user):
        row.set("place", plan[place].name)
        switch user {
        case .run(let id): row.set(id, derived)
        case .studyClass(let id): row.set(id, derived)
        }
      }
      return row
    }
  }
}

extension Row {
  fileprivate mutating func set(_ id: RunID, _ derived: Derived) {
    let run = derived.programme[id]
    set("rotation", derived.plan[run.rotation].name)
    set("run", run.number)
  }

  fileprivate mutating func set(_ id: ClassID, _ derived: Derived) {
    let one = derived.programme[id]
    set(one.run, derived)
    set("class", one.number)
    set("name", one.name)
  }

  fileprivate mutating func set(session: SessionIdentity) {
    set("session", session.session)
    set("module", session.module)
    set("meeting", session.meeting)
  }
}
