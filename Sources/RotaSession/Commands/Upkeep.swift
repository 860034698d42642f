import RotaDiagnostics
import RotaLanguage
import RotaPlanning
import RotaSyntax
import RotaTimetabling

/// What `solve keep` hands to the solver: the plan with the wish to keep what people have, and the
/// timetable with all that lies before a date locked.
struct Upkeep {
  /// Of a wish that the planner has not made: so many times the largest weight of the others, so that
  /// keeping comes before them.
  private static let timesOthers = 100
  private static let largestWeight = 10_000

  private(set) var plan: Plan
  private(set) var programme: Programme
  private(set) var start: Timetable
  /// The planner has made no such wish, or published nothing, so that what it costs is no part of the
  /// timetable's cost.
  let hasOwnWish: Bool
  private let published: Publication?
  private var frozen: Set<SessionIdentity> = []
  /// What lies before it stays.
  let frozenBefore: Day?
  /// What is to be kept.
  private let reference: Publication

  init(of timetable: Timetable, frozenBefore date: Day?, _ derived: Derived) {
    plan = derived.plan
    programme = derived.programme
    start = timetable
    published = timetable.publication
    reference =
      timetable.publication
      ?? Publication(
        number: 0, day: Day(number: 0),
        entries: Publication.entries(plan: plan, programme: programme, timetable: timetable))
    start.publication = reference
    let isWished = plan.preferences.contains {
      if case .keepPublished = $0.wish { true } else { false }
    }
    hasOwnWish = !isWished || published == nil
    frozenBefore = date
    if !isWished {
      let others = plan.preferences.map(\.weight).max() ?? 1
      plan.preferences.append(
        Preference(
          wish: .keepPublished(nil),
          weight: min(Self.largestWeight, Self.timesOthers * max(1, others))))
    }
    if let date { freeze(before: date) }
  }

  /// What lies before the date stays, and nothing else goes there.
  private mutating func freeze(before date: Day) {
    let past = FrozenPast(before: date, of: start)
    for (identity, placement) in past.timetable.placements {
      if start.placements[identity]?.isLocked == false { frozen.insert(identity) }
      start.placements[identity] = placement
    }
    programme = past.applied(to: programme, on: plan.calendar)
  }

  /// The timetable that came out, with nothing marked but what the planner has marked.
  func ended(_ timetable: Timetable) -> Timetable {
    var timetable = timetable
    timetable.publication = published
    for identity in frozen { timetable.placements[identity]?.isLocked = false }
    return timetable
  }

  /// What stands against those without a place, with the starts that they have lost to the date.
  func explained(_ unplaced: [Unplaced], _ derived: Derived) -> [Unplaced] {
    guard let frozenBefore else { return unplaced }
    return unplaced.map { unplaced in
      guard let id = derived.positions[unplaced.session] else { return unplaced }
      let calendar = derived.plan.calendar
      let lost = derived.starts(of: id).count { calendar.day(ofSlot: $0) < frozenBefore }
      if lost == 0 { return unplaced }
      let others = unplaced.reasons.filter { $0.obstacle != .noStart }
      let own = Unplaced.Reason(.frozen(before: frozenBefore), starts: lost)
      return Unplaced(session: unplaced.session, reasons: [own] + others)
    }
  }

  func changes(in timetable: Timetable, _ derived: Derived) -> [TimetableChange] {
    let next = Publication.next(
      after: reference, on: reference.day, plan: derived.plan, programme: derived.programme,
      timetable: timetable)
    return reference.changes(to: next)
  }

  /// `moved 3 of 245 published sessions (times 2, places 1), the fewest changes possible; 1 new`.
  func summary(_ changes: [TimetableChange], _ result: SolveResult) -> String {
    // Those that found no place are told of by themselves.
    let unplaced = Set(result.unplaced.map(\.session))
    let lost = changes.count { $0.kind == .cancelled && unplaced.contains($0.session) }
    let tally = ChangeTally(changes.filter { !unplaced.contains($0.session) })
    var text = "moved \(Wording.grouped(tally.moved)) of "
    text += Wording.count(
      reference.sessionCount, published == nil ? "session" : "published session")
    if tally.moved > 0 { text += " (\(tally.aspectWords))" }
    if result.unplaced.isEmpty, !result.wasCancelled, tally.changes <= result.leastChanges {
      text += tally.moved == 0 ? "" : ", the fewest changes possible"
    }
    if tally.added > 0 { text += "; \(Wording.grouped(tally.added)) new" }
    if tally.cancelled > 0 { text += "; \(Wording.grouped(tally.cancelled)) gone" }
    if lost > 0 {
      text += "; \(Wording.grouped(lost)) \(lost == 1 ? "has" : "have") no place any more"
    }
    return text
  }

  /// What to do where some found no place, and what lies before a date was not to be touched.
  func advice(_ result: SolveResult, _ derived: Derived) -> String? {
    guard let frozenBefore, !result.unplaced.isEmpty, !result.wasCancelled else { return nil }
    if let run = runOver(result.unplaced, before: frozenBefore, derived) {
      let rotation = NameSyntax.quoteIfNeeded(derived.plan[run.rotation].name)
      return
        "run \(run.number) of \(rotation) is over, and more classes are dealt into it: `run "
        + "\(run.number) of \(rotation) people NUMBER`, with those who were in it, leaves the rest to "
        + "other runs"
    }
    return "what lies before \(frozenBefore.iso) was kept; `solve keep` alone may move that, too"
  }
}

extension Upkeep {
  /// A run that lies before a date and lacks a place for some session of a class that people do not
  /// know of.
  private func runOver(_ unplaced: [Unplaced], before date: Day, _ derived: Derived) -> Run? {
    guard let known = published?.classes, !known.isEmpty else { return nil }
    for session in unplaced.compactMap({ derived.positions[$0.session] }) {
      for id in derived.programme[session].classes {
        let studyClass = derived.programme[id]
        let run = derived.programme[studyClass.run]
        let number = ClassNumber(run: run.number, number: studyClass.number)
        let days = run.days.map { derived.plan.calendar.days[$0].day }
        if days.allSatisfy({ $0 < date }),
          known.names[derived.plan[run.rotation].name]?[number] == nil
        {
          return run
        }
      }
    }
    return nil
  }
}

/// Changes counted by sort.
struct ChangeTally {
  private(set) var moved = 0
  private(set) var added = 0
  private(set) var cancelled = 0
  /// With other classes, where they were.
  private(set) var attendance = 0
  private var aspects: [Publication.Aspect: Int] = [:]

  init(_ changes: [TimetableChange]) {
    for change in changes {
      switch change.kind {
      case .added: added += 1
      case .cancelled: cancelled += 1
      case .attendance: attendance += 1
      case .moved(let own):
        moved += 1
        for aspect in own { aspects[aspect, default: 0] += 1 }
      }
    }
  }

  /// Aspects in which sessions have moved.
  var changes: Int { aspects.values.reduce(0, +) }

  /// `times 2, places 1`.
  var aspectWords: String {
    Publication.Aspect.allCases.compactMap { aspect in
      aspects[aspect].map { "\(aspect.rawValue) \(Wording.grouped($0))" }
    }.joined(separator: ", ")
  }
}
