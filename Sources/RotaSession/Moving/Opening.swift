import RotaDiagnostics
import RotaLanguage
import RotaPlanning
import RotaSyntax
import RotaVerifier

/// A time, a place and teachers for a session, and what becomes of the timetable with it there.
struct Opening {
  var session: SessionID
  /// Position in the calendar of the slot in which it begins.
  var slot: Int
  var placement: Timetable.Placement
  /// Rules that the session breaks there.
  var violations: [Violation]
  /// Differences by preference.
  var costs: [CostLine] = []

  var isFree: Bool { violations.isEmpty }
  var cost: Int { costs.reduce(0) { $0.addingOrMost($1.cost) } }
}

/// Looks for openings of sessions in a timetable.
struct OpeningSearch {
  let derived: Derived
  let declarations: Declarations
  let timetable: Timetable
  /// Where sessions were locked.
  let locks: [SessionIdentity: SourceRange]
  let recount: MoveRecount
  /// Teachers for a session that needs several are tried in so many combinations at a time and
  /// place.
  private static let mostCombinations = 200

  init(_ derived: Derived, _ board: Board, _ state: LanguageState) {
    self.derived = derived
    declarations = state.declarations
    timetable = board.timetable
    locks = board.locks
    recount = MoveRecount(
      plan: derived.plan, programme: derived.programme, timetable: timetable)
  }

  private var plan: Plan { derived.plan }

  /// Every place and every teacher at a start, judged; without their costs. Where the time itself
  /// is ruled out, whatever the place and teacher, only one of them. That the session is locked rules
  /// out nothing here: it can be unlocked.
  func openings(
    of id: SessionID, at slot: Int, along others: MoveRecount.Changes = [],
    places: [PlaceID]? = nil, teachers: [String]? = nil
  ) -> [Opening] {
    var openings: [Opening] = []
    let session = derived.programme[id]
    for place in session.needsPlace ? (places ?? session.places).map(Optional.some) : [nil] {
      let chosen =
        teachers.map { [$0] } ?? combinations(for: id, at: slot, without: others)
      for teachers in chosen {
        let placement = placement(of: id, at: slot, place, teachers)
        let violations = recount.violations(with: others + [(id, placement)])
        openings.append(
          Opening(session: id, slot: slot, placement: placement, violations: violations))
        if violations.contains(where: { $0.rule.concernsTimeAlone }) { return openings }
      }
    }
    return openings
  }

  /// What a free opening costs more than the timetable as it is, together with other moves.
  func priced(_ opening: Opening, along others: MoveRecount.Changes = []) -> Opening {
    var priced = opening
    priced.costs = recount.costs(of: others + [(opening.session, opening.placement)])
    return priced
  }

  func isLocked(_ session: SessionIdentity) -> Bool {
    timetable.placements[session]?.isLocked ?? false
  }

  /// That a locked session may not be elsewhere.
  func lock(on session: SessionIdentity) -> Violation? {
    isLocked(session) ? Violation(.moved, sessions: [session], subject: session.session) : nil
  }

  /// Where a session is now, judged; nil where it has no place in the calendar.
  func present(_ id: SessionID) -> Opening? {
    guard let placement = timetable.placements[derived.programme[id].identity],
      let slot = plan.calendar.slotIndex(of: placement.day, period: placement.period)
    else { return nil }
    return Opening(
      session: id, slot: slot, placement: placement,
      violations: recount.violations(with: [(id, placement)]))
  }

  private func placement(
    of id: SessionID, at slot: Int, _ place: PlaceID?, _ teachers: [String]
  ) -> Timetable.Placement {
    let session = derived.programme[id]
    var placement = Timetable.Placement(
      day: plan.calendar.day(ofSlot: slot), period: plan.calendar.slots[slot].period,
      teachers: teachers, isLocked: isLocked(session.identity))
    if let place {
      let streamed = plan.template(of: session).streamedTo.filter { $0 != place }
      placement.places = ([place] + streamed).map { plan[$0].name }
    }
    return placement
  }

  /// Who may teach at a time, one for each need: those who are free before those who are not.
  private func combinations(
    for id: SessionID, at slot: Int, without others: MoveRecount.Changes
  ) -> [[String]] {
    let template = plan.template(of: derived.programme[id])
    guard !template.teachers.isEmpty else { return [[]] }
    guard
      let span = plan.calendar.span(
        from: slot, periods: template.periods, acrossBreaks: template.acrossBreaks)
    else { return [] }
    let minutes = plan.calendar.minutes(of: span)
    let day = plan.calendar.day(ofSlot: slot)
    let moving = Set(others.map(\.session)).union([id])
    var combinations: [[TeacherID]] = [[]]
    for need in template.teachers {
      let free = need.candidates.filter {
        recount.isFree($0, on: day, minutes, without: moving)
      }
      let busy = need.candidates.filter { !free.contains($0) }
      combinations = combinations.flatMap { chosen in
        (free + busy).filter { !chosen.contains($0) }.map { chosen + [$0] }
      }
      combinations = Array(combinations.prefix(Self.mostCombinations))
    }
    return combinations.map { $0.map { plan[$0].name } }
  }
}

extension Derived {
  /// Slots of a session's days from which its periods follow each other.
  func starts(of id: SessionID) -> [Int] {
    let session = programme[id]
    let template = plan.template(of: session)
    let calendar = plan.calendar
    return session.days.flatMap { calendar.days[$0].slots }.filter {
      calendar.span(from: $0, periods: template.periods, acrossBreaks: template.acrossBreaks) != nil
    }
  }
}

extension Violation.Rule {
  /// Another place or teacher at the same time would not help.
  var concernsTimeAlone: Bool {
    switch self {
    case .notATeachingPeriod, .outsideRun, .startNotAllowed, .brokenSpan, .audienceClash,
      .audienceUnavailable, .order, .sameDay, .dayLimit:
      true
    case .unknownSession, .unknownPlace, .unknownTeacher, .wrongPlace, .tooFewSeats, .placeClosed,
      .placeClash, .siteOverfull, .noStream, .wrongTeacher, .teacherUnavailable, .teacherClash,
      .teacherLimit, .audienceTravel, .teacherTravel, .resourceOverfull, .moved, .arithmetic:
      false
    }
  }
}

/// Moves as statements.
enum MoveText {
  /// `move Review of run 1 to 2027-03-02 at noon in Hall`; what stays as it was is left out. Where the
  /// session is locked, `unlock Review of run 1` first.
  static func statements(
    _ session: SessionIdentity, to placement: Timetable.Placement,
    from old: Timetable.Placement?, _ derived: Derived
  ) -> [String] {
    func names(_ list: [String]) -> String {
      list.map { NameSyntax.quoteIfNeeded($0) }.joined(separator: ", ")
    }
    let name = SessionReference.text(session, in: derived)
    var text = "move \(name) to \(placement.day.iso) at "
    text += NameSyntax.quoteIfNeeded(placement.period)
    if placement.places != old?.places ?? [] {
      // Those that it is streamed to come with the one chosen.
      text += " in " + names(Array(placement.places.prefix(1)))
    }
    if placement.teachers != old?.teachers ?? [] { text += " by " + names(placement.teachers) }
    return (old?.isLocked ?? false ? ["unlock \(name)"] : []) + [text]
  }

  /// `+3: compact days +4, early -1`.
  static func cost(_ costs: [CostLine], _ plan: Plan) -> String {
    let parts = parts(costs, plan)
    let sum = signed(costs.reduce(0) { $0.addingOrMost($1.cost) })
    return parts.isEmpty ? sum : "\(sum): \(parts)"
  }

  /// The wishes that are broken more or less, with what that costs.
  static func parts(_ costs: [CostLine], _ plan: Plan) -> String {
    costs.filter { $0.cost != 0 }.map {
      "\(CostText.words(plan.preferences[$0.preference].wish, in: plan)) \(signed($0.cost))"
    }.joined(separator: ", ")
  }

  static func signed(_ number: Int) -> String {
    (number > 0 ? "+" : "") + Wording.grouped(number)
  }
}
