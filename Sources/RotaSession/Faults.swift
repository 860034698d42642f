import RotaDiagnostics
import RotaLanguage
import RotaPlanning
import RotaVerifier

/// Saying what is wrong with a plan and its timetable.
extension Workspace {
  /// Marks the faults of the present plan and timetable as told.
  mutating func haveTold(_ state: LanguageState) {
    told = (state.declarations.revision, board.revision)
  }

  /// At the end of a script: whatever is wrong and was not told by `check` or `solve`.
  mutating func tellFaults(_ state: LanguageState) {
    let derived = derived(state)
    guard derived.isKnown else {
      tellMemory(at: nil)
      return fail(.interrupted)
    }
    guard derived.errors.isEmpty else { return }
    let broken = ((try? brokenRequirements(state, derived)) ?? []).map(\.diagnostic)
    let violations = violations(state)
    let missing =
      board.timetable.isEmpty
      ? []
      : Verifier.unplaced(programme: derived.programme, timetable: board.timetable)
    let isSound =
      derived.proofs.isEmpty && broken.isEmpty && violations.isEmpty && missing.isEmpty
    if isSound { return }
    fail(.planFails)
    if let told, told == (state.declarations.revision, board.revision) { return }
    reportAll(derived.proofs)
    reportAll(broken)
    reportViolations(violations, derived)
    if !missing.isEmpty { reportUnplaced(derived) }
  }

  mutating func reportViolations(_ violations: [Violation], _ derived: Derived) {
    guard !violations.isEmpty else { return }
    var lines = violations.prefix(20).map { sentence($0, derived) }
    if violations.count > 20 { lines.append("and \(Wording.grouped(violations.count - 20)) more") }
    let locked = locks(behind: violations).flatMap(\.sessions)
    report(
      SessionMessages.breaksRules(
        lines, total: violations.count,
        locked: locked.prefix(3).map { SessionReference.text($0, in: derived) }))
    fail(.planFails)
  }

  /// The locks without which no search can mend what is broken: of rules that only locked sessions take
  /// part in.
  func locks(behind violations: [Violation]) -> [Violation] {
    var seen: Set<SessionIdentity> = []
    return violations.filter { violation in
      violation.rule != .unknownSession
        && violation.sessions.allSatisfy { board.timetable.placements[$0]?.isLocked ?? false }
    }.flatMap(\.sessions).filter { seen.insert($0).inserted }
      .map { Violation(.moved, sessions: [$0], subject: $0.session) }
  }

  /// Lists sessions that have no place, with what stands against each.
  mutating func reportUnplaced(_ derived: Derived, limit: Int = 20) {
    let missing = Verifier.unplaced(
      programme: derived.programme, timetable: board.timetable)
    guard !missing.isEmpty else { return }
    var lines = missing.prefix(limit).map { unplacedLine($0, derived) }
    if missing.count > limit {
      lines.append(
        "and \(Wording.count(missing.count - limit, "more session")); `show unplaced` lists all")
    }
    report(
      SessionMessages.unplaced(missing.count, of: derived.programme.sessions.count, lines: lines))
    fail(.planFails)
  }

  func unplacedLine(_ identity: SessionIdentity, _ derived: Derived) -> String {
    let name = SessionReference.text(identity, in: derived)
    guard let unplaced = board.unplaced.first(where: { $0.session == identity }),
      !unplaced.reasons.isEmpty
    else { return name }
    return name + ": " + unplaced.reasons.prefix(4).map { words($0) }.joined(separator: ", ")
  }

  private func words(_ reason: Unplaced.Reason) -> String {
    let starts = Wording.count(reason.starts, "start")
    switch reason.obstacle {
    case .noStart: return "its days, periods and length leave no start at all"
    case .frozen(let day): return "\(starts) lie before \(day.iso)"
    case .noPlace: return "no place has the seats and is open at \(starts)"
    case .noTeacher: return "nobody may teach it"
    case .teachersAway: return "none of its teachers can come at \(starts)"
    case .noStream: return "it needs a place that streams, and none is open at \(starts)"
    case .audienceBusy: return "its people are busy at \(starts)"
    case .placesBusy: return "its places are taken at \(starts)"
    case .teachersBusy: return "its teachers are busy at \(starts)"
    case .resource(let name): return "\(name) are used up at \(starts)"
    case .rule(let rule): return "\(rule) rules out \(starts)"
    case .travel: return "the way is too long at \(starts)"
    }
  }

  /// A broken rule in one sentence.
  func sentence(_ violation: Violation, _ derived: Derived) -> String {
    let sessions = violation.sessions.prefix(3).map { SessionReference.text($0, in: derived) }
    let who = sessions.joined(separator: " and ")
    let subject = violation.subject
    let numbers =
      violation.needed.map { needed in
        ": \(Wording.grouped(needed))"
          + (violation.available.map { " of \(Wording.grouped($0))" } ?? "")
      } ?? ""
    switch violation.rule {
    case .unknownSession: return "the plan has no session \(who)"
    case .unknownPlace: return "\(who): the plan has no place \(subject)"
    case .unknownTeacher: return "\(who): the plan has no teacher \(subject)"
    case .notATeachingPeriod: return "\(who): \(subject) is no teaching period"
    case .outsideRun: return "\(who) lies outside the days that its run leaves it"
    case .startNotAllowed: return "\(who) may not begin there (\(subject))"
    case .brokenSpan: return "\(who) does not fit before the day or a long break ends"
    case .wrongPlace:
      return subject.isEmpty
        ? "\(who) needs a place (`in …`)" : "\(who) may not be at \(subject)"
    case .tooFewSeats: return "\(subject) has too few seats for \(who)\(numbers)"
    case .placeClosed: return "\(subject) is closed for \(who)"
    case .placeClash: return "\(subject) is taken twice: \(who)"
    case .siteOverfull: return "\(subject) is overfull: \(who)\(numbers)"
    case .noStream: return "\(who): \(subject) does not stream"
    case .wrongTeacher:
      return subject.isEmpty
        ? "\(who) needs a teacher (`by …`)" : "\(subject) may not teach \(who)"
    case .teacherUnavailable: return "\(subject) is not available for \(who)"
    case .teacherClash: return "\(subject) is needed twice: \(who)"
    case .teacherLimit: return "\(subject) teaches too often: \(who)\(numbers)"
    case .audienceClash: return "the same people are needed twice: \(who)"
    case .audienceUnavailable: return "the class is not available for \(who)"
    case .audienceTravel: return "the way is too long for the people between \(who)\(numbers)"
    case .teacherTravel: return "the way is too long for \(subject) between \(who)\(numbers)"
    case .resourceOverfull: return "too few \(subject): \(who)\(numbers)"
    case .order: return "out of order (\(subject)): \(who)"
    case .sameDay: return "wrong day (\(subject)): \(who)"
    case .dayLimit: return "too many in one day (\(subject)): \(who)\(numbers)"
    case .moved: return "\(who) is locked where it is; `unlock \(who)` lets it move"
    case .arithmetic: return subject + numbers
    }
  }
}
