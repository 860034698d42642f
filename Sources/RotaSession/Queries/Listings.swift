import RotaLanguage
import RotaPlanning

extension Listing {
  static let sessions = Listing(
    word: "sessions",
    fields: [
      "session", "form", "module", "theme", "rotation", "run", "class", "group", "meeting",
      "people", "periods", "date", "weekday", "period", "start", "end", "place", "zone", "teacher",
      "placed", "locked",
    ],
    shown: ["session", "run", "class", "group", "date", "weekday", "start", "place", "teacher"]
  ) { derived, timetable in
    let plan = derived.plan
    var zones: [String: String] = [:]
    for place in plan.places {
      zones[place.name] = plan.zone(of: place).map { plan[$0].name }
    }
    return derived.programme.sessions.map { session in
      let template = plan.template(of: session)
      let placement = timetable.placements[session.identity]
      var row = Row()
      row.set("session", template.name)
      row.set("form", template.form)
      row.set("module", plan[session.module].name)
      row.set("theme", template.theme ?? plan[session.module].theme)
      row.set("rotation", plan[session.rotation].name)
      row.set("meeting", session.identity.meeting)
      row.set("people", people: session.people)
      row.set("periods", template.periods)
      row.set("placed", placement != nil)
      row.set("locked", placement?.isLocked ?? false)
      switch session.identity.audience {
      case .allRuns, .runs: break
      case .joint(let run): row.set("run", run)
      case .run(let run): row.set("run", run)
      case .studyClass(let run, let number):
        row.set("run", run)
        row.set("class", number)
      case .group(let run, let studyClass, let number):
        row.set("run", run)
        row.set("class", studyClass)
        row.set("group", number)
      }
      guard let placement else { return row }
      row.fields["date"] = .date(placement.day)
      row.fields["weekday"] = .weekday(placement.day.weekday)
      row.set("period", placement.period)
      if let slot = plan.calendar.slotIndex(of: placement.day, period: placement.period),
        let span = plan.calendar.span(
          from: slot, periods: template.periods, acrossBreaks: template.acrossBreaks)
      {
        let minutes = plan.calendar.minutes(of: span)
        row.fields["start"] = .time(TimeOfDay(minutes: minutes.lowerBound))
        row.fields["end"] = .time(TimeOfDay(minutes: minutes.upperBound))
      }
      if let first = placement.places.first {
        row.set("place", first)
        row.set("zone", zones[first])
      }
      if !placement.teachers.isEmpty {
        row.set("teacher", placement.teachers.joined(separator: ", "))
      }
      return row
    }
  }

  static let classes = Listing(
    word: "classes",
    fields: ["rotation", "run", "class", "name", "people", "room", "attends", "units"]
  ) { derived, _ in
    derived.programme.classes.map { studyClass in
      let run = derived.programme[studyClass.run]
      var row = Row()
      row.set("rotation", derived.plan[run.rotation].name)
      row.set("run", run.number)
      row.set("class", studyClass.number)
      row.set("name", studyClass.name)
      row.set("people", people: studyClass.people)
      row.set("room", studyClass.room.map { derived.plan[$0].name })
      row.set(
        "attends",
        studyClass.modules.map { $0.map { derived.plan[$0].name }.joined(separator: ", ") })
      row.set("units", shares(studyClass.shares, derived.plan))
      return row
    }
  }

  static let runs = Listing(
    word: "runs", fields: ["rotation", "run", "from", "to", "days", "people", "classes", "units"]
  ) { derived, _ in
    derived.programme.runs.map { run in
      var row = Row()
      row.set("rotation", derived.plan[run.rotation].name)
      row.set("run", run.number)
      let days = derived.plan.calendar.days
      if let first = run.days.first, let last = run.days.last, days.indices.contains(last) {
        row.fields["from"] = .date(days[first].day)
        row.fields["to"] = .date(days[last].day)
      }
      row.set("days", run.days.count)
      row.set("people", people: run.people)
      row.set("classes", run.classes.count)
      row.set("units", shares(run.shares, derived.plan))
      return row
    }
  }

  private static func shares(_ shares: [UnitShare], _ plan: Plan) -> String {
    shares.filter { $0.people > 0 }
      .map { "\($0.unit.map { plan[$0].name } ?? "–") \($0.people)" }.joined(separator: ", ")
  }

  static let venues = places("venues", .venue)
  static let sites = places("sites", .site)

  private static func places(_ word: String, _ role: Place.Role) -> Listing {
    Listing(
      word: word,
      fields: ["name", "kind", "school", "zone", "seats", "streams", "travel", "sessions"]
    ) { derived, timetable in
      let plan = derived.plan
      var used: [String: Int] = [:]
      for placement in timetable.placements.values {
        for place in placement.places { used[place, default: 0] += 1 }
      }
      return plan.places.filter { $0.role == role }.map { place in
        var row = Row()
        row.set("name", place.name)
        row.set("kind", place.kind)
        row.set("school", place.school.map { plan[$0].name })
        row.set("zone", plan.zone(of: place).map { plan[$0].name })
        row.set("seats", place.seats)
        row.set("streams", place.streams)
        if let travel = place.travel { row.fields["travel"] = .minutes(travel) }
        row.set("sessions", used[place.name] ?? 0)
        return row
      }
    }
  }

  static let teachers = Listing(
    word: "teachers",
    fields: [
      "name", "from", "post", "role", "teaches", "school", "remote", "available", "unavailable",
      "daily",
      "weekly", "norm", "wishes", "sessions",
    ]
  ) { derived, timetable in
    var used: [String: Int] = [:]
    for placement in timetable.placements.values {
      for teacher in placement.teachers { used[teacher, default: 0] += 1 }
    }
    return derived.plan.teachers.map { teacher in
      var row = Row()
      row.set("name", teacher.name)
      row.set("from", teacher.institution)
      row.set("post", teacher.post)
      if !teacher.roles.isEmpty { row.set("role", teacher.roles.joined(separator: ", ")) }
      if !teacher.topics.isEmpty { row.set("teaches", teacher.topics.joined(separator: ", ")) }
      row.set("school", teacher.school.map { derived.plan[$0].name })
      row.set("remote", teacher.isRemote)
      row.set("available", times(teacher.availability.allowed))
      row.set("unavailable", times(teacher.availability.excluded))
      row.set("daily", teacher.mostPerDay)
      row.set("weekly", teacher.mostPerWeek)
      if let norm = teacher.norm { row.fields["norm"] = .minutes(norm) }
      if let wish = teacher.wish { row.fields["wishes"] = .minutes(wish) }
      row.set("sessions", used[teacher.name] ?? 0)
      return row
    }
  }

  /// Windows as the language writes them; nil for none.
  private static func times(_ windows: [Window]) -> String? {
    windows.isEmpty
      ? nil : windows.map { $0.text.replacing("..", with: " .. ") }.joined(separator: ", ")
  }

  static let units = Listing(
    word: "units", fields: ["name", "kind", "school", "people", "away", "trained"]
  ) { derived, _ in
    derived.plan.units.enumerated().map { index, unit in
      var row = Row()
      row.set("name", unit.name)
      row.set("kind", unit.kind)
      row.set("school", unit.school.map { derived.plan[$0].name })
      row.set("people", people: unit.people)
      if unit.away != nil { row.set("away", people: unit.mostAway) }
      let trained = derived.programme.runs.reduce(0) { sum, run in
        sum + run.shares.reduce(0) { $0 + ($1.unit == UnitID(index) ? $1.people : 0) }
      }
      row.set("trained", people: trained)
      return row
    }
  }

  static let modules = Listing(
    word: "modules", fields: ["name", "theme", "sessions", "rotations"]
  ) { derived, _ in
    derived.plan.modules.enumerated().map { index, module in
      var row = Row()
      row.set("name", module.name)
      row.set("theme", module.theme)
      row.set("sessions", module.sessions.count)
      let rotations = derived.plan.rotations.filter { $0.modules.contains(ModuleID(index)) }
      if !rotations.isEmpty {
        row.set("rotations", rotations.map(\.name).joined(separator: ", "))
      }
      return row
    }
  }

  static let rotations = Listing(
    word: "rotations", fields: ["name", "runs", "classes", "people", "length", "from", "to"]
  ) { derived, _ in
    derived.plan.rotations.enumerated().map { index, rotation in
      let runs = derived.programme.runs.filter { $0.rotation == RotationID(index) }
      let days = derived.plan.calendar.days
      var row = Row()
      row.set("name", rotation.name)
      row.set("runs", runs.count)
      row.set("classes", runs.reduce(0) { $0 + $1.classes.count })
      row.set("people", people: runs.reduce(0) { $0 + $1.people })
      row.set("length", rotation.length)
      let indices = runs.flatMap { [$0.days.first, $0.days.last] }.compactMap { $0 }
      if let first = indices.min(), let last = indices.max(), days.indices.contains(last) {
        row.fields["from"] = .date(days[first].day)
        row.fields["to"] = .date(days[last].day)
      }
      return row
    }
  }
}
