import RotaDiagnostics
import RotaPlanning

/// Everything that the capacity check can say, and how it is worded.
public enum CapacityMessages {
  public static let noPlaceFits = DiagnosticKind(
    "no-place-fits",
    "A session has no place with seats for its people, or none that streams where it must. Give it a larger place, smaller classes, or stream it to a further place."
  )
  public static let nobodyTeaches = DiagnosticKind(
    "nobody-teaches",
    "Nobody, or too few people, may teach a session. Name more teachers for it, or let a teacher teach it: `teacher NAME teaches SESSION`."
  )
  public static let noStart = DiagnosticKind(
    "no-start",
    "A session cannot begin in any period: its days, periods, length, places or teachers leave none. Ease one of its rules."
  )
  public static let rulesContradict = DiagnosticKind(
    "rules-contradict",
    "Two rules of a session exclude each other: no time keeps both, however long the run is. Take one of them out."
  )
  public static let orderTooLong = DiagnosticKind(
    "order-too-long",
    "Sessions that must follow each other need more time than their run has. Ease an order, or lengthen the run."
  )
  public static let placesShort = DiagnosticKind(
    "places-short",
    "More sessions must be in some places within a time than the places have periods. Add places, or give the sessions more days."
  )
  public static let teachersShort = DiagnosticKind(
    "teachers-short",
    "Teachers have fewer free periods, or take fewer sessions, than only they can teach. Name more teachers, or raise their limits."
  )
  public static let busesShort = DiagnosticKind(
    "buses-short",
    "There are fewer buses than visits need that must go out at the same time. Get more buses, or spread the visits."
  )
  public static let resourceShort = DiagnosticKind(
    "resource-short",
    "Less of a resource is there than sessions use that must meet at the same time.")
  public static let classOverfull = DiagnosticKind(
    "class-overfull",
    "A class attends more than its run has periods for. Lengthen the run, or take something out of it."
  )

  public static let all: [DiagnosticKind] = [
    noPlaceFits, nobodyTeaches, noStart, rulesContradict, orderTooLong, placesShort, teachersShort,
    busesShort,
    resourceShort, classOverfull,
  ]

  static func noPlaceFits(_ session: Int, _ context: CapacityContext) -> Diagnostic {
    let it = context.programme.sessions[session]
    let template = context.templates[session]
    let name = context.name(session)
    let people = Wording.count(it.people, "people")
    let usable = template.places.filter { context.plan.canHold(template, at: $0) }
    func seats(_ place: PlaceID) -> Int {
      context.plan.seats(at: place, streamedTo: template.streamedTo) ?? Int.max
    }
    guard let largest = usable.max(by: { seats($0) < seats($1) }) else {
      let reason = context.plan.streamObstacle(template, for: 0) ?? "it needs one that streams"
      return proof(
        noPlaceFits, "none of its places can hold \(name): \(reason)", session, context,
        clause: "in")
    }
    let streaming =
      context.plan.streamObstacle(template, for: it.people).map { " (\($0))" } ?? ""
    let most = seats(largest)
    let place = context.plan[largest]
    let others =
      template.streamedTo.isEmpty
      ? "" : " with those it is streamed to"
    let rotation = context.plan[it.rotation]
    var sizeNote = Diagnostic.Note(
      "rotation \(rotation.name) sets the size of classes", at: rotation.origins.of("classes"))
    if template.expected != nil {
      sizeNote = Diagnostic.Note(
        "so many people are expected of it", at: template.origins.of("people"))
    }
    return proof(
      noPlaceFits,
      "\(name) has \(people), and the largest of its places, \(place.name), seats "
        + Wording.grouped(most) + others + streaming,
      session, context, clause: "in",
      notes: [
        Diagnostic.Note(
          "\(statement(of: largest, context)) seats \(place.seats ?? 0)",
          at: place.origins.of("seats")),
        sizeNote,
      ])
  }

  static func nobodyTeaches(_ session: Int, _ context: CapacityContext) -> Diagnostic {
    let name = context.templates[session].name
    return proof(
      nobodyTeaches, "nobody may teach \(name)", session, context, clause: "by")
  }

  static func tooFewTeach(_ session: Int, met: Int, _ context: CapacityContext) -> Diagnostic {
    let needed = context.templates[session].teachers.count
    return proof(
      nobodyTeaches,
      "\(context.templates[session].name) needs \(Wording.count(needed, "teacher")) at once, and only "
        + "\(Wording.grouped(met)) can be found",
      session, context, clause: "by")
  }

  static func noStart(
    _ session: Int, of count: Int, _ obstacle: StartObstacle, _ context: CapacityContext
  ) -> Diagnostic {
    let template = context.templates[session]
    let more = count > 1 ? " (and \(Wording.count(count - 1, "other session")) like it)" : ""
    let name = context.name(session) + more
    let run = context.programme.sessions[session].runs.first.map { context.programme[$0] }
    let days = run.map { Wording.count($0.days.count, "day") } ?? ""
    switch obstacle {
    case .length(let longest):
      return proof(
        noStart,
        "\(name) takes \(Wording.count(template.periods, "period")) in a row, and its run has at most "
          + "\(Wording.grouped(longest)) without a long break",
        session, context, clause: "periods")
    case .agenda:
      let minutes = template.agenda.reduce(0) { $0 + $1.minutes }
      return proof(
        noStart,
        "the items of \(name) take \(Wording.grouped(minutes)) min, and no "
          + (template.periods == 1
            ? "period" : "\(Wording.grouped(template.periods)) periods in a row")
          + " of its run \(template.periods == 1 ? "has" : "have") room for them one after another",
        session, context, clause: "item")
    case .days:
      return proof(
        noStart, "no day of its run, which has \(days), suits the day rules of \(name)", session,
        context, clause: "on day")
    case .phase:
      return outsidePlan(session, name, context)
    case .periods:
      return proof(
        noStart, "no period on its days suits \(name)", session, context, clause: "at")
    case .windows:
      return proof(
        noStart, "\(name) is to lie in dates or times that its run does not have", session, context,
        clause: "on")
    case .excluded:
      return proof(
        noStart, "`not on` leaves \(name) no time in its run", session, context,
        clause: "not on")
    case .teacher(let id):
      let who = id.map { context.plan[$0].name } ?? "none of its teachers"
      let can = id == nil ? "can come" : "cannot come"
      return proof(
        noStart, "\(who) \(can) when \(name) may be", session, context, clause: "by",
        notes: id.map {
          [
            Diagnostic.Note(
              "teacher \(context.plan[$0].name) is available at other times",
              at: context.plan[$0].origins.of(
                context.plan[$0].availability.allowed.isEmpty ? "unavailable" : "available"))
          ]
        } ?? [])
    case .stream:
      let remote = Set(template.teachers.flatMap(\.candidates)).sorted().map { context.plan[$0] }
        .filter(\.isRemote)
      return proof(
        noStart,
        "when \(name) may be, only those can come who teach from afar "
          + "(\(Wording.list(remote.map(\.name), atMost: 4))), and none of its places that are open "
          + "then streams",
        session, context, clause: "in",
        notes: remote.prefix(4).map {
          Diagnostic.Note("teacher \($0.name) remote", at: $0.origins.of("remote"))
        })
    case .audience(let id):
      return proof(
        noStart,
        "class \(context.programme[id].number) cannot come whenever \(name) may be", session,
        context, clause: "for class")
    case .places:
      let open = context.programme.sessions[session].places
      return proof(
        noStart,
        "none of the places of \(name) is open for \(Wording.count(template.periods, "period")) "
          + "when it may be",
        session, context, clause: "in",
        notes: open.prefix(4).map { place in
          let it = context.plan[place]
          return Diagnostic.Note(
            "\(statement(of: place, context)) is open at other times",
            at: it.origins.of(it.availability.allowed.isEmpty ? "closed" : "open"))
        })
    }
  }

  /// A session that lies before or after the stay, where the plan has no teaching day.
  private static func outsidePlan(
    _ session: Int, _ name: String, _ context: CapacityContext
  ) -> Diagnostic {
    let template = context.templates[session]
    var clause = "before the stay"
    var reach: Int?
    switch template.phase {
    case .during: break
    case .before(let days): reach = days
    case .after(let days): (clause, reach) = ("after the stay", days)
    }
    let within = reach.map { " for \(Wording.count($0, "day"))" } ?? ""
    let run = context.programme.sessions[session].runs.first.map { context.programme[$0] }
    let rotation = run.map { context.plan[$0.rotation] }
    return proof(
      noStart, "\(name) lies \(clause), and the plan has no teaching day there\(within)", session,
      context, clause: clause,
      notes: rotation.map {
        [
          Diagnostic.Note(
            "rotation \($0.name) sets when its runs are in house", at: $0.origins.of("starts"))
        ]
      } ?? [])
  }

  static func rulesContradict(
    _ contradiction: Contradiction, _ context: CapacityContext
  ) -> Diagnostic {
    let name = context.name(contradiction.session)
    let (first, second) = (contradiction.first, contradiction.second)
    let message =
      contradiction.other.map {
        "\(name) cannot be both first and last: its people attend \(context.templates[$0].name) too"
      } ?? "\(name) cannot keep both `\(first.text)` and `\(second.text)`"
    return Diagnostic(
      rulesContradict, severity: .impossible, message, at: second.origin,
      notes: [first, second].map { Diagnostic.Note($0.text, at: $0.origin) },
      about: [subject(contradiction.session, context)])
  }

  static func orderTooLong(
    _ conflict: OrderBounds.Conflict, _ context: CapacityContext
  ) -> Diagnostic {
    let name = context.name(conflict.session)
    func names(_ sessions: [Int]) -> String {
      Wording.list(sessions.map { context.templates[$0].name }, atMost: 6)
    }
    let after = conflict.before.isEmpty ? "" : ", after \(names(conflict.before.reversed()))"
    let before = conflict.after.isEmpty ? "" : ", before \(names(conflict.after))"
    let notes = (conflict.before + conflict.after).prefix(5).map { session in
      Diagnostic.Note(
        context.templates[session].name, at: context.templates[session].origins.declared)
    }
    return proof(
      orderTooLong,
      "\(name) can begin at \(context.time(conflict.earliest)) at the earliest\(after), and must by "
        + "\(context.time(conflict.latest))\(before)",
      conflict.session, context, clause: "after", notes: notes,
      about: ([conflict.session] + conflict.before + conflict.after).map { subject($0, context) })
  }

  static func placesShort(_ named: Pool.Named, _ context: CapacityContext) -> Diagnostic {
    let places = named.numbers.map { PlaceID($0) }
    let unit = named.shortage.measure == .amounts ? "seat-period" : nil
    let notes = places.prefix(3).map { place in
      Diagnostic.Note(
        "\(statement(of: place, context))"
          + (context.plan[place].seats.map { " seats \($0)" } ?? ""),
        at: context.plan[place].origins.declared)
    }
    return shortage(
      placesShort, named, where: "in \(Wording.list(named.machines))", unit: unit, context,
      notes: Array(notes))
  }

  static func teachersShort(_ named: Pool.Named, _ context: CapacityContext) -> Diagnostic {
    shortage(
      teachersShort, named, where: "of \(Wording.list(named.machines))", unit: nil, context,
      notes: teacherNotes(named, context, clause: "available"))
  }

  static func teacherLimits(_ named: Pool.Named, _ context: CapacityContext) -> Diagnostic {
    let it = named.shortage
    return proof(
      teachersShort,
      "\(Wording.count(it.demand, "session")) (\(names(named, context))) must be taught by "
        + "\(Wording.list(named.machines)) \(span(it.window, context)), who take at most "
        + Wording.grouped(it.supply),
      named.sessions.first, context, clause: "by",
      notes: teacherNotes(named, context, clause: "at most"), about: named.machines)
  }

  private static func teacherNotes(
    _ named: Pool.Named, _ context: CapacityContext, clause: String
  ) -> [Diagnostic.Note] {
    named.numbers.prefix(3).map { teacher in
      Diagnostic.Note(
        "teacher \(context.plan.teachers[teacher].name)",
        at: context.plan.teachers[teacher].origins.of(clause))
    }
  }

  static func tooFewBuses(
    _ session: Int, people: Int, needed: Int, _ buses: Resource, _ context: CapacityContext
  ) -> Diagnostic {
    let isAll = people == context.programme.sessions[session].people
    return proof(
      busesShort,
      "\(context.name(session)) has \(Wording.count(people, "people"))"
        + (isAll ? "" : " who ride in these buses") + " and needs \(needed) buses of "
        + "\(Wording.count(buses.seats ?? 0, "seat")), and there are \(buses.count)",
      session, context, clause: "to",
      notes: [Diagnostic.Note("buses \(buses.count)", at: buses.origins.declared)])
  }

  static func busesShort(
    _ named: Pool.Named, _ buses: Resource, _ context: CapacityContext
  ) -> Diagnostic {
    shortage(
      busesShort, named, where: "of \(Wording.count(buses.count, "bus"))",
      unit: named.shortage.measure == .amounts ? "bus-period" : nil, context,
      notes: [Diagnostic.Note("buses \(buses.count)", at: buses.origins.declared)])
  }

  static func resourceShort(
    _ named: Pool.Named, _ resource: Resource, _ context: CapacityContext
  ) -> Diagnostic {
    let needs = named.sessions.map { session -> (session: Int, count: Int) in
      let needs = context.templates[session].resources
      let own = needs.filter { context.plan[$0.resource].name == resource.name }
      return (session, own.reduce(0) { $0 + min($1.count, Pool.mostCapacity) })
    }
    // More at once than there is would be short at any time.
    if let (session, count) = needs.max(by: { $0.count < $1.count }), count > resource.count {
      return proof(
        resourceShort,
        "\(context.name(session)) uses \(Wording.grouped(count)) \(resource.name) at once, and there "
          + "\(resource.count == 1 ? "is" : "are") \(Wording.grouped(resource.count))",
        session, context, clause: "uses", notes: resourceNotes(resource), about: named.machines)
    }
    return shortage(
      resourceShort, named, where: "of \(Wording.grouped(resource.count)) \(resource.name)",
      unit: named.shortage.measure == .amounts ? "piece-period" : nil, context,
      notes: resourceNotes(resource))
  }

  private static func resourceNotes(_ resource: Resource) -> [Diagnostic.Note] {
    [
      Diagnostic.Note(
        "resource \(resource.name) \(resource.count)", at: resource.origins.declared)
    ]
  }

  static func classOverfull(_ named: Pool.Named, _ context: CapacityContext) -> Diagnostic {
    shortage(
      classOverfull, named, where: "of \(Wording.list(named.machines))", unit: nil, context,
      notes: rotationNotes(named, context),
      about: rotations(named, context))
  }

  static func dayLimit(_ named: Pool.Named, _ context: CapacityContext) -> Diagnostic {
    let it = named.shortage
    return proof(
      classOverfull,
      "\(Wording.list(named.machines)) attends \(Wording.count(it.demand, "session")) "
        + "\(span(it.window, context)), and may attend at most \(Wording.grouped(it.supply))",
      named.sessions.first, context, clause: "times", notes: rotationNotes(named, context),
      about: rotations(named, context))
  }

  private static func rotations(_ named: Pool.Named, _ context: CapacityContext) -> [String] {
    named.sessions.prefix(1).map { context.programme.sessions[$0].identity.rotation }
  }

  private static func rotationNotes(
    _ named: Pool.Named, _ context: CapacityContext
  ) -> [Diagnostic.Note] {
    named.sessions.prefix(1).map { session in
      let rotation = context.plan[context.programme.sessions[session].rotation]
      return Diagnostic.Note(
        "rotation \(rotation.name) length \(Wording.count(rotation.length, "day"))",
        at: rotation.origins.of("length"))
    }
  }

  /// Sessions need more of something than there is in a window.
  private static func shortage(
    _ kind: DiagnosticKind, _ named: Pool.Named, where place: String, unit: String?,
    _ context: CapacityContext, notes: [Diagnostic.Note],
    about subjects: [String]? = nil
  ) -> Diagnostic {
    let it = named.shortage
    let sessions = Set(named.sessions).count
    let noun = unit ?? (it.measure == .sessions ? "place" : "period")
    let first = named.sessions.first
    let who =
      sessions == 1
      ? first.map { context.name($0) } ?? ""
      : "\(Wording.count(sessions, "session")) (\(names(named, context)))"
    return proof(
      kind,
      "\(who) \(sessions == 1 ? "needs" : "need") \(Wording.count(it.demand, noun)) \(place) "
        + "\(periods(named, context)), and there \(it.supply == 1 ? "is" : "are") "
        + Wording.grouped(it.supply),
      first, context, clause: "in", notes: notes,
      about: subjects ?? named.machines)
  }

  private static func names(_ named: Pool.Named, _ context: CapacityContext) -> String {
    context.sessionNames(named.sessions)
  }

  private static func span(_ window: Range<Int>, _ context: CapacityContext) -> String {
    guard !window.isEmpty, window.upperBound <= context.calendar.slots.count else { return "" }
    let first = context.calendar.day(ofSlot: window.lowerBound)
    let last = context.calendar.day(ofSlot: window.upperBound - 1)
    return first == last ? "on \(first.iso)" : "from \(first.iso) to \(last.iso)"
  }

  /// The periods in which sessions may lie, which are those that are counted: whole days by their dates
  /// alone, of which less would be said otherwise than is meant.
  private static func periods(_ named: Pool.Named, _ context: CapacityContext) -> String {
    let calendar = context.calendar
    var ofDay: [Int: Set<Int>] = [:]
    var seen: Set<TimesKey> = []
    for session in named.sessions {
      let periods = context.templates.periods(session)
      let key = TimesKey(domain: context.domains.ofSession[session], periods: periods)
      guard seen.insert(key).inserted else { continue }
      for start in context.domains.starts(session) {
        for slot in start..<min(start + periods, calendar.slots.count) {
          ofDay[calendar.slots[slot].dayIndex, default: []].insert(slot)
        }
      }
    }
    let used = ofDay.keys.sorted()
    guard let first = used.first, let last = used.last,
      used.contains(where: { ofDay[$0]?.count != calendar.days[$0].slots.count })
    else { return span(named.shortage.window, context) }
    let days =
      first == last
      ? "on \(calendar.days[first].day.iso)"
      : "from \(calendar.days[first].day.iso) to \(calendar.days[last].day.iso)"
    let names = used.map { day in (ofDay[day] ?? []).sorted().map { calendar.slots[$0].period } }
    if Set(names).count == 1 { return "\(days) at \(Wording.list(names[0]))" }
    let slots = ofDay.values.joined()
    return "from \(context.time(slots.min() ?? 0)) to \(context.time(slots.max() ?? 0))"
  }

  private struct TimesKey: Hashable {
    var domain: Domains.Domain
    var periods: Int
  }

  private static func statement(of place: PlaceID, _ context: CapacityContext) -> String {
    "\(context.plan[place].role.rawValue) \(Wording.name(context.plan[place].name))"
  }

  private static func proof(
    _ kind: DiagnosticKind, _ message: String, _ session: Int?, _ context: CapacityContext,
    clause: String, notes: [Diagnostic.Note] = [],
    about subjects: [String]? = nil
  ) -> Diagnostic {
    Diagnostic(
      kind, severity: .impossible, message,
      at: session.flatMap { context.templates[$0].origins.of(clause) }, notes: notes,
      about: subjects ?? session.map { [subject($0, context)] } ?? [])
  }

  /// A session by what its module calls it, whichever class it is for.
  private static func subject(_ session: Int, _ context: CapacityContext) -> String {
    let it = context.programme.sessions[session].identity
    return "\(it.session) of \(it.rotation)"
  }
}
