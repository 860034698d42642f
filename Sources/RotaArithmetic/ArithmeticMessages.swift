import RotaDiagnostics
import RotaPlanning

/// Everything that rotation arithmetic can say, and how it is worded.
public enum ArithmeticMessages {
  public static let noTrainees = DiagnosticKind(
    "no-trainees",
    "A rotation trains nobody. Name its trainees: `trainees all units`, some units, or a number of people."
  )
  public static let planTooLarge = DiagnosticKind(
    "plan-too-large",
    "A rotation comes to more people, runs, classes or sessions than can be worked with. Look for a number with too many digits."
  )
  public static let noTeachingDays = DiagnosticKind(
    "no-teaching-days",
    "The calendar has no teaching day. A plan needs `dates`, weekdays and at least one `period`, and holidays and closures must leave a day."
  )
  public static let classesDoNotAddUp = DiagnosticKind(
    "classes-do-not-add-up",
    "Numbers of people, runs and classes contradict each other. Every run has a class, every class has somebody in it, and no class is larger than was said."
  )
  public static let unknownRun = DiagnosticKind(
    "unknown-run", "A run or a class is spoken of that the rotation does not have.")
  public static let runTooLarge = DiagnosticKind(
    "run-too-large",
    "A run must meet in one place, or sleep in beds, that do not hold its people. Give more seats or beds, stream the session to a further place, or make more runs."
  )
  public static let badRunDate = DiagnosticKind(
    "bad-run-date",
    "A rotation or a run is to start or end on a day that does not allow it. Choose a teaching day within the plan's dates, an end after the start, and for a start one of the weekdays that runs start on."
  )
  public static let runsDoNotFit = DiagnosticKind(
    "runs-do-not-fit",
    "The runs need more teaching days than the calendar has for them. Make fewer or shorter runs, or give them more days."
  )
  public static let unitCannotSend = DiagnosticKind(
    "unit-cannot-send",
    "Units cannot send all their people: too few may be away at once, or they cannot come when the runs are. Raise the limit, make more runs, or change dates."
  )
  public static let sharesNotFound = DiagnosticKind(
    "shares-not-found",
    "No way was found to divide the units among the runs, and no proof that there is none. Fix dates or people of single runs by `run N { … }`."
  )

  public static let all: [DiagnosticKind] = [
    noTrainees, planTooLarge, noTeachingDays, classesDoNotAddUp, unknownRun, runTooLarge,
    badRunDate, runsDoNotFit, unitCannotSend, sharesNotFound,
  ]

  static func tooManyPeople(in plan: Plan, _ id: RotationID) -> Diagnostic {
    Diagnostic(
      planTooLarge, severity: .impossible,
      "rotation \(plan[id].name) trains more than "
        + "\(Wording.count(Population.maximum, "people"))",
      at: plan[id].origins.of("trainees"), about: [plan[id].name])
  }

  static func tooManySessions(in plan: Plan, _ id: RotationID, limit: Int) -> Diagnostic {
    Diagnostic(
      planTooLarge, severity: .impossible,
      "rotation \(plan[id].name) comes to more than \(Wording.count(limit, "session"))",
      at: plan[id].origins.of("teaches"), about: [plan[id].name])
  }

  /// A problem of a rotation, with the statements that make it one.
  static func finding(_ problem: Problem, in rotation: RotationCase) -> Diagnostic {
    let wording = ProblemWording(rotation: rotation)
    return Diagnostic(
      wording.kind(problem), severity: problem.isProof ? .impossible : .broken,
      wording.message(problem), at: wording.range(problem), notes: wording.notes(problem),
      about: wording.subjects(problem))
  }
}

/// Words one problem of one rotation.
private struct ProblemWording {
  let rotation: RotationCase
  var plan: Plan { rotation.plan }
  var name: String { rotation.rotation.name }

  func kind(_ problem: Problem) -> DiagnosticKind {
    switch problem {
    case .noTrainees: ArithmeticMessages.noTrainees
    case .tooMany: ArithmeticMessages.planTooLarge
    case .noTeachingDays: ArithmeticMessages.noTeachingDays
    case .moreRunsThanPeople, .moreClassesThanPeople, .fewerClassesThanRuns, .classesTooFew,
      .classTooLarge, .classesOfRuns, .runDoesNotAddUp, .runsDoNotAddUp:
      ArithmeticMessages.classesDoNotAddUp
    case .unknownRun, .unknownClass, .unknownRunOfSession: ArithmeticMessages.unknownRun
    case .hall, .beds: ArithmeticMessages.runTooLarge
    case .notATeachingDay, .wrongWeekday, .outsideDates, .endsBeforeStart:
      ArithmeticMessages.badRunDate
    case .datesDoNotFit, .runsNeeded: ArithmeticMessages.runsDoNotFit
    case .unitAway, .runLacksPeople, .unitsCut: ArithmeticMessages.unitCannotSend
    case .notFound: ArithmeticMessages.sharesNotFound
    }
  }

  /// The session that a run must meet for, the units, the run, or else the rotation.
  func subjects(_ problem: Problem) -> [String] {
    switch problem {
    case .hall(let hall, _, _, _, _): ["\(session(hall.module, hall.template)) of \(name)"]
    case .unknownRunOfSession(let module, let template, _, _):
      ["\(session(module, template)) of \(name)"]
    case .unitAway(let row, _, _, _): [unitName(row)]
    case .unitsCut(let rows, _, _): rows.map { unitName($0) }
    case .runLacksPeople(let run, _, _), .runDoesNotAddUp(let run, _, _, _):
      ["run \(run) of \(name)"]
    case .unknownClass(let key, _), .classTooLarge(let key, _, _):
      ["class \(key.number) of run \(key.run) of \(name)"]
    default: [name]
    }
  }

  func message(_ problem: Problem) -> String {
    let people = Wording.count(rotation.population.people, "people")
    switch problem {
    case .noTrainees: return "rotation \(name) trains nobody"
    case .tooMany(let what, let count, let limit):
      return "rotation \(name) comes to \(Wording.grouped(count)) \(what), and at most "
        + "\(Wording.grouped(limit)) can be worked with"
    case .noTeachingDays:
      return "rotation \(name) has no day to teach on: \(emptyCalendar)"
    case .moreRunsThanPeople(let runs):
      return "rotation \(name) has \(Wording.count(runs, "run")) for \(people)"
    case .moreClassesThanPeople(let classes):
      return "rotation \(name) has \(Wording.grouped(classes)) classes for \(people)"
    case .fewerClassesThanRuns(let classes, let runs):
      return "rotation \(name) has \(Wording.count(classes, "class")) for "
        + "\(Wording.count(runs, "run")), and every run needs one"
    case .classesTooFew(let classes, let size):
      return "\(Wording.count(classes, "class")) of at most \(Wording.count(size, "people")) hold "
        + "\(Wording.grouped(classes * size)), but rotation \(name) trains \(people)"
    case .classesOfRuns(let made, let said):
      return "what is said of single runs of \(name) makes \(Wording.count(made, "class")), but it "
        + "is to have \(Wording.grouped(said))"
    case .unknownRun(let number, let runs):
      return "run \(number) of \(name) is spoken of, but there \(isAre(runs, "run"))"
    case .unknownClass(let key, let classes):
      return "class \(key.number) of run \(key.run) of \(name) is spoken of, but that run has "
        + Wording.count(classes, "class")
    case .unknownRunOfSession(let module, let template, let number, let runs):
      return "\(session(module, template)) is for run \(number) of \(name), but there "
        + isAre(runs, "run")
    case .classTooLarge(let key, let people, let size):
      return "class \(key.number) of run \(key.run) of \(name) is to have "
        + "\(Wording.count(people, "people")), but classes have at most \(Wording.grouped(size))"
    case .runDoesNotAddUp(let run, let wanted, let least, let most):
      return "run \(run) of \(name) is to have \(Wording.count(wanted, "people")), but its classes "
        + "have \(range(least, most))"
    case .runsDoNotAddUp(let least, let most):
      return "what is said of single runs and classes of \(name) makes "
        + "\(range(least, most)) people, but it trains \(Wording.grouped(rotation.population.people))"
    case .hall, .beds: return ceilingMessage(problem)
    case .notATeachingDay(let day, let clause, let run):
      return "\(subject(run)) \(clause) on \(day.iso) (\(day.weekday.word)), "
        + "which is not a teaching day"
    case .wrongWeekday(let day, let clause, let run):
      return
        "\(subject(run)) \(clause) on \(day.iso), a \(day.weekday.word), but its runs start on "
        + weekdays
    case .outsideDates(let day, let clause, let run, let dates):
      return "\(subject(run)) \(clause) on \(day.iso), which lies outside the plan's dates "
        + "(\(dates.lowerBound.iso) .. \(dates.upperBound.iso))"
    case .endsBeforeStart(let end, let start, let run):
      return "rotation \(name) ends on \(end.iso), before "
        + "\(run.map { "its run \($0)" } ?? "it") starts on \(start.iso)"
    case .datesDoNotFit(let shortage): return message(shortage)
    case .runsNeeded(let least, let reason, let fitting):
      return "rotation \(name) needs at least \(Wording.count(least, "run")) (\(text(reason))), "
        + "but the calendar has room for \(Wording.grouped(fitting))"
    case .unitAway, .runLacksPeople, .unitsCut: return unitMessage(problem)
    case .notFound(let runs):
      return "no way was found to divide the units of \(name) among "
        + "\(Wording.count(runs, "run")) within all limits"
    }
  }

  private func ceilingMessage(_ problem: Problem) -> String {
    switch problem {
    case .hall(let hall, let run, let people, let runs, let held):
      let template = plan[hall.module].sessions[hall.template]
      let streaming = plan.streamObstacle(template, for: hall.place == nil ? 0 : people)
      let most =
        (hall.place.map {
          "the largest, \(plan[$0].name), seats \(Wording.grouped(hall.seats))"
        } ?? "none of its places can hold it") + (streaming.map { " (\($0))" } ?? "")
      return
        "run \(run) of \(name) (\(Wording.count(people, "people"))) must meet in one place for "
        + "\(session(hall.module, hall.template)), and \(most)" + total(runs, held)
    case .beds(let beds, let run, let people, let runs, let held):
      return "run \(run) of \(name) has \(Wording.count(people, "people")), and there are "
        + Wording.count(beds, "bed") + total(runs, held)
    default: return ""
    }
  }

  private func total(_ runs: Int, _ held: Int) -> String {
    guard runs > 1, held < rotation.population.people else { return "" }
    return ": \(Wording.count(runs, "run")) hold \(Wording.grouped(held)) of "
      + Wording.count(rotation.population.people, "people")
  }

  private func unitMessage(_ problem: Problem) -> String {
    switch problem {
    case .unitAway(let row, let runs, let mostAway, let barred):
      let people = rotation.population.rows[row].people
      let rest = runs - barred.count
      let unit = unitName(row)
      let cannot =
        barred.isEmpty ? "" : " (it cannot send anybody to run \(Wording.numbers(barred)))"
      return "unit \(unit) sends \(Wording.count(people, "people")), of whom at most "
        + "\(Wording.grouped(mostAway)) may be away at once: \(Wording.count(rest, "run"))\(cannot) "
        + "\(rest == 1 ? "takes" : "take") at most \(Wording.grouped(rest * mostAway))"
    case .runLacksPeople(let run, let people, let available):
      return
        "run \(run) of \(name) is to have \(Wording.count(people, "people")), but its units can "
        + "send at most \(Wording.grouped(available))"
    case .unitsCut(let rows, let runs, let room):
      let people = rows.reduce(0) { $0 + rotation.population.rows[$1].people }
      let names = Wording.list(rows.map { unitName($0) })
      let places =
        runs.isEmpty
        ? "" : ", counting all places of run \(Wording.numbers(runs)) and their limits elsewhere"
      return "\(names) together send \(Wording.count(people, "people")), but the runs of \(name) "
        + "can take at most \(Wording.grouped(room)) of them\(places)"
    default: return ""
    }
  }

  private func message(_ shortage: DateShortage) -> String {
    let rotation = self.rotation.rotation
    let lengths = Set(shortage.lengths)
    let each = lengths.count == 1 ? " of \(Wording.count(lengths.first ?? 0, "day"))" : ""
    let runs = Wording.count(shortage.runs, "run") + each
    let span = "from \(shortage.from.iso) to \(shortage.to.iso)"
    if rotation.mostRunsAtOnce <= 1, shortage.needed > shortage.available {
      return
        "\(runs) \(shortage.runs == 1 ? "needs" : "need") \(Wording.count(shortage.needed, "teaching day")), but there "
        + "\(isAre(shortage.available, nil)) \(span)"
    }
    var rules: [String] = []
    if rotation.startWeekdays != nil { rules.append("starting on \(weekdays)") }
    if rotation.daysBetween > 0 {
      rules.append("with \(Wording.count(rotation.daysBetween, "day")) between")
    }
    if rotation.runOverrides.values.contains(where: { $0.starts != nil }) {
      rules.append("with the dates given for single runs")
    }
    if rotation.mostRunsAtOnce > 1 {
      rules.append("at most \(Wording.grouped(rotation.mostRunsAtOnce)) at once")
    }
    let how = rules.isEmpty ? "" : ", " + rules.joined(separator: ", ")
    return "of \(runs)\(how), only \(Wording.grouped(shortage.fitting)) "
      + "\(shortage.fitting == 1 ? "fits" : "fit") between \(shortage.from.iso) and "
      + shortage.to.iso
  }

  func range(_ problem: Problem) -> SourceRange? {
    let origins = rotation.rotation.origins
    switch problem {
    case .noTrainees: return origins.of("trainees")
    case .tooMany(let what, _, _): return origins.of(what)
    case .noTeachingDays: return plan.origins.of("dates") ?? origins.declared
    case .moreRunsThanPeople, .notFound: return origins.of("runs")
    case .moreClassesThanPeople, .fewerClassesThanRuns, .classesTooFew, .classesOfRuns:
      return origins.of("classes")
    case .unknownRun(let number, _): return runOrigins(number)?.declared ?? origins.declared
    case .unknownClass(let key, _), .classTooLarge(let key, _, _):
      let own = rotation.rotation.classOverrides[key]?.origins
      return own?.of("people") ?? origins.declared
    case .unknownRunOfSession(let module, let template, _, _):
      return plan[module].sessions[template].origins.of("for runs")
    case .runDoesNotAddUp(let run, _, _, _), .runLacksPeople(let run, _, _):
      return runOrigins(run)?.of("people") ?? origins.declared
    case .runsDoNotAddUp: return origins.declared
    case .hall(let hall, _, _, _, _):
      return plan[hall.module].sessions[hall.template].origins.of("for run")
    case .beds: return bedOrigins.first ?? origins.declared
    case .notATeachingDay(_, let clause, let run), .wrongWeekday(_, let clause, let run):
      return run.flatMap { runOrigins($0)?.of(clause) } ?? origins.of(clause)
    case .outsideDates(_, let clause, let run, _):
      return run.flatMap { runOrigins($0)?.of(clause) } ?? origins.of(clause)
    case .endsBeforeStart: return origins.of("ends")
    case .datesDoNotFit, .runsNeeded: return origins.of("runs")
    case .unitAway(let row, _, _, _):
      return unit(row)?.origins.of("away")
    case .unitsCut(let rows, _, _): return rows.first.flatMap { unit($0)?.origins.of("away") }
    }
  }

  func notes(_ problem: Problem) -> [Diagnostic.Note] {
    let origins = rotation.rotation.origins
    var notes: [Diagnostic.Note] = []
    func cite(_ text: String, _ range: SourceRange?) {
      notes.append(Diagnostic.Note(text, at: range))
    }
    func citeRuns() {
      let count: String
      switch rotation.rotation.runs {
      case .exactly(let runs): count = "runs \(Wording.grouped(runs))"
      case .asNeeded: count = "runs as needed"
      }
      cite("rotation \(name) \(count)", origins.of("runs"))
    }
    func citeClasses() {
      if let size = rotation.rotation.largestClass {
        cite("rotation \(name) classes at most \(size) people", origins.of("classes"))
      } else if let classes = rotation.rotation.classes {
        cite("rotation \(name) classes \(classes)", origins.of("classes"))
      }
    }
    /// Why a unit cannot come to runs: they are for other units, or it is unavailable.
    func citeBars(_ row: Int, _ barred: [Int]) {
      let closed = barred.filter { !rotation.maySend(row, toRun: $0 - 1) }
      if let run = closed.first {
        cite("the units of run \(Wording.numbers(closed))", runOrigins(run)?.of("units"))
      }
      if closed.count < barred.count, let unit = unit(row), !unit.excluded.isEmpty {
        cite("unit \(unit.name) is unavailable", unit.origins.of("unavailable"))
      }
    }
    func citeCalendar() {
      for holiday in plan.calendar.holidays.prefix(4) {
        cite(
          "holiday \(text(holiday.dates))" + (holiday.name.map { " \($0)" } ?? ""),
          plan.origins.clause("holiday"))
      }
      for window in plan.calendar.closed.prefix(4) {
        cite("closed\(text(window))", plan.origins.clause("closed"))
      }
    }
    switch problem {
    case .hall(let hall, _, _, _, _):
      if let place = hall.place {
        cite(
          "\(plan[place].role.rawValue) \(plan[place].name) seats \(plan[place].seats ?? 0)",
          plan[place].origins.of("seats"))
      }
      citeRuns()
    case .beds(let beds, _, _, _, _):
      cite("beds \(beds)", bedOrigins.first)
      citeRuns()
    case .datesDoNotFit(let shortage):
      citeRuns()
      cite("rotation \(name) length \(rotation.rotation.length) days", origins.of("length"))
      if let day = rotation.rotation.ends {
        cite("rotation \(name) ends \(day.iso)", origins.of("ends"))
      }
      for (text, days) in lostDays(shortage) {
        cite("\(text) takes \(Wording.count(days, "teaching day"))", plan.origins.of("holiday"))
      }
    case .runsNeeded(_, let reason, _):
      if case .hall(let hall) = reason, let place = hall.place {
        cite("\(plan[place].name) seats \(hall.seats)", plan[place].origins.of("seats"))
      }
      if case .away(let row) = reason { cite(awayText(row), unit(row)?.origins.of("away")) }
      cite("rotation \(name) length \(rotation.rotation.length) days", origins.of("length"))
    case .unitAway(let row, _, _, let barred):
      if let unit = unit(row), unit.away != nil {
        cite(awayText(row), unit.origins.of("away"))
      }
      citeBars(row, barred)
      citeRuns()
    case .unitsCut(let rows, _, _):
      for row in rows.prefix(4) { cite(awayText(row), unit(row)?.origins.of("away")) }
      citeRuns()
    case .runLacksPeople(let run, _, _):
      cite("the units of run \(run)", runOrigins(run)?.of("units"))
    case .fewerClassesThanRuns, .moreRunsThanPeople: citeRuns()
    case .classTooLarge, .classesOfRuns, .runDoesNotAddUp, .runsDoNotAddUp, .unknownClass:
      citeClasses()
    case .unknownRun, .unknownRunOfSession: citeRuns()
    case .outsideDates(_, _, _, let dates):
      cite(
        "plan dates \(dates.lowerBound.iso) .. \(dates.upperBound.iso)",
        plan.origins.clause("dates"))
    case .endsBeforeStart(_, let start, let run):
      cite(
        "\(subject(run)) starts \(start.iso)",
        run.flatMap { runOrigins($0)?.of("starts") } ?? origins.of("starts"))
    case .noTeachingDays: citeCalendar()
    case .noTrainees, .tooMany, .moreClassesThanPeople, .classesTooFew,
      .notATeachingDay, .wrongWeekday, .notFound:
      break
    }
    return notes
  }

  /// Holidays that take weekdays of teaching between two days.
  private func lostDays(_ shortage: DateShortage) -> [(String, Int)] {
    plan.calendar.holidays.compactMap { holiday in
      let low = max(holiday.dates.lowerBound, shortage.from)
      let high = min(holiday.dates.upperBound, shortage.to)
      guard low <= high else { return nil }
      let lost = (low.number...high.number).filter { number in
        let day = Day(number: number)
        return plan.calendar.weekdays.contains(day.weekday)
          && plan.calendar.dayIndex(of: day) == nil
      }.count
      guard lost > 0 else { return nil }
      return ("holiday \(low.iso)" + (holiday.name.map { " \($0)" } ?? ""), lost)
    }
  }

  /// Why there is no day to teach on.
  private var emptyCalendar: String {
    let calendar = plan.calendar
    guard let dates = calendar.dates else { return "the plan has no dates" }
    if calendar.periods.isEmpty { return "the plan has no periods" }
    return "no teaching day is left between \(dates.lowerBound.iso) and \(dates.upperBound.iso)"
  }

  private func text(_ dates: ClosedRange<Day>) -> String {
    dates.lowerBound == dates.upperBound
      ? dates.lowerBound.iso : "\(dates.lowerBound.iso) .. \(dates.upperBound.iso)"
  }

  private func text(_ window: Window) -> String {
    let days = (window.weekdays ?? []).sorted().map(\.word)
    return (window.dates.map { " \(text($0))" } ?? "")
      + (days.isEmpty ? "" : " \(Wording.list(days, atMost: 7))")
  }

  private var bedOrigins: [SourceRange] {
    plan.resources.filter { $0.role == .beds && plan.serves($0, rotation.rotation) }
      .compactMap(\.origins.declared)
  }

  private func text(_ reason: RunBound) -> String {
    switch reason {
    case .people: return "by its people"
    case .hall(let hall):
      return "\(hall.place.map { plan[$0].name } ?? "a place") seats \(Wording.grouped(hall.seats))"
    case .beds(let beds): return Wording.count(beds, "bed")
    case .away(let row): return awayText(row)
    case .mentioned: return "by the runs that are spoken of"
    }
  }

  private func awayText(_ row: Int) -> String {
    "unit \(unitName(row)) has \(Wording.count(rotation.population.rows[row].people, "people")), "
      + "at most \(Wording.grouped(rotation.mostAway(row))) away at once"
  }

  private func unit(_ row: Int) -> Unit? { rotation.population.rows[row].unit.map { plan[$0] } }
  private func unitName(_ row: Int) -> String { unit(row)?.name ?? "" }
  private func runOrigins(_ number: Int) -> Origins? {
    rotation.rotation.runOverrides[number]?.origins
  }
  private func session(_ module: ModuleID, _ template: Int) -> String {
    plan[module].sessions[template].name
  }
  private func subject(_ run: Int?) -> String {
    run.map { "run \($0) of \(name)" } ?? "rotation \(name)"
  }
  private var weekdays: String {
    Wording.list((rotation.rotation.startWeekdays ?? []).sorted().map(\.word), atMost: 7)
  }
  private func isAre(_ count: Int, _ noun: String?) -> String {
    (count == 1 ? "is " : "are ") + (noun.map { Wording.count(count, $0) } ?? "\(count)")
  }
  private func range(_ least: Int, _ most: Int) -> String {
    least == most
      ? Wording.grouped(least) : "\(Wording.grouped(least)) to \(Wording.grouped(most))"
  }
}
