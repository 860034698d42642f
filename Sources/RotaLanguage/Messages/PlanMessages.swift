import RotaDiagnostics
import RotaPlanning
import RotaSyntax

/// What is said about declarations and the plan that they make.
extension LanguageMessages {
  // MARK: - Declarations

  public static let misplaced = DiagnosticKind(
    "misplaced", "The word has a meaning elsewhere, but not where this definition is called.")

  static func misplaced(_ word: String, in kind: String?, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      misplaced, "`\(word)` cannot stand " + (kind.map { "in a \($0)" } ?? "by itself"), at: range)
  }

  public static let saidTwice = DiagnosticKind(
    "said-twice", "One statement says two things of which only one can hold. Take one of them out.")

  static func saidTwice(_ clause: EvaluatedClause, _ other: EvaluatedClause) -> Diagnostic {
    let first = ClauseText.whole(other)
    return Diagnostic(
      saidTwice, "`\(ClauseText.whole(clause))` stands against `\(first)` of the same statement",
      at: clause.range, notes: [.init("`\(first)` is said here", at: other.range)],
      remedies: ["take one of them out"])
  }

  public static let whichRotation = DiagnosticKind(
    "which-rotation", "A run or class belongs to a rotation. Say to which: `run 2 of NAME`.")

  static func whichRotation(
    _ kind: String, _ rotations: [String], at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      whichRotation,
      rotations.isEmpty
        ? "there is no rotation for this \(kind)"
        : "this \(kind) may belong to any of \(rotations.count) rotations",
      at: range,
      remedies: [
        rotations.first.map { "say which one: of \(NameSyntax.quoteIfNeeded($0))" }
          ?? "declare the rotation first"
      ])
  }
  static func otherRotation(
    _ given: String, inside name: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      whichRotation, "`\(given)` is not the rotation that this stands in, `\(name)`", at: range,
      remedies: ["take `of \(given)` out"])
  }

  public static let noWish = DiagnosticKind("no-wish", "`prefer` must say what is wished for.")

  static func noWish(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      noWish, "nothing is wished for", at: range, remedies: ["for example: prefer compact days"])
  }

  public static let whichOne = DiagnosticKind(
    "which-one", "There are several, or the name is missing: say which one is meant.")

  static func dropNeedsName(_ kind: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(whichOne, "which \(kind)?", at: range, remedies: ["drop \(kind) NAME"])
  }
  /// A clause, where only what it stands in can be meant.
  static func clauseOfWhat(_ clause: VocabularyEntry, at range: SourceRange) -> Diagnostic {
    let remedies = Context.allCases.filter { clause.contexts.contains($0) }.prefix(3).map {
      context in
      let holder = context.rawValue + (context == .plan ? "" : " NAME")
      return "drop \(clause.word) of \(holder)"
    }
    return Diagnostic(
      whichOne, "`\(clause.word)` is said of something: of what?", at: range, remedies: remedies)
  }
  static func ofWhichKind(
    _ name: String, _ subjects: [String], at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      whichOne, "\(subjects.count) things are called `\(name)`", at: range,
      remedies: ["say which one: of \(subjects.first ?? name)"])
  }
  static func dropNeedsNumber(_ kind: String, _ count: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      whichOne, count == 0 ? "which \(kind)?" : "which \(kind) of \(count)?", at: range,
      remedies: ["drop \(kind) NUMBER"])
  }
  static func sessionOfWhichModule(
    _ name: String, _ modules: [String], at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      whichOne, "\(modules.count) modules have a session `\(name)`", at: range,
      remedies: [
        "say which: drop session \(NameSyntax.quoteIfNeeded(name)) of \(NameSyntax.quoteIfNeeded(modules.first ?? ""))"
      ])
  }

  public static let unknownNumber = DiagnosticKind(
    "unknown-number", "There are not so many; the message says how many there are.")

  static func noSuchNumber(
    _ kind: String, _ number: Int, of count: Int, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      unknownNumber, "there is no `\(kind)` number \(number); there are \(count)", at: range)
  }
  static func nothingSaidOf(_ kind: String, _ number: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(unknownNumber, "nothing is said of \(kind) \(number)", at: range)
  }
  static func noSuchRun(
    _ number: Int, of rotation: String, _ count: Int, at range: SourceRange, runs: SourceRange?
  ) -> Diagnostic {
    Diagnostic(
      unknownNumber, "there is no run \(number): `\(rotation)` has \(count)", at: range,
      notes: runs.map { [.init("the number of runs is said here", at: $0)] } ?? [])
  }

  // MARK: - Plans

  public static let periodsOverlap = DiagnosticKind(
    "periods-overlap", "Two periods of one day must not share time.")

  static func periodsOverlap(
    _ a: (period: TeachingCalendar.Period, clause: EvaluatedClause),
    _ b: (period: TeachingCalendar.Period, clause: EvaluatedClause)
  ) -> Diagnostic {
    let (first, second) = a.clause.range.lower <= b.clause.range.lower ? (a, b) : (b, a)
    func text(_ period: TeachingCalendar.Period) -> String {
      "`\(period.name)` (\(Value.timeSpan(period.times).source))"
    }
    return Diagnostic(
      periodsOverlap, "\(text(second.period)) and \(text(first.period)) share time",
      at: second.clause.range,
      notes: [.init("`\(first.period.name)` is declared here", at: first.clause.range)])
  }

  public static let calendarTooLong = DiagnosticKind(
    "calendar-too-long", "A plan covers at most 100 years and 200,000 periods.")

  static func calendarTooLong(_ dates: ClosedRange<Day>, at range: SourceRange) -> Diagnostic {
    let days = dates.upperBound.number - dates.lowerBound.number + 1
    return Diagnostic(
      calendarTooLong, "a plan covers at most 100 years, but this is \(grouped(days)) days",
      at: range)
  }
  static func tooManySlots(_ limit: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      calendarTooLong, "the calendar has more than \(grouped(limit)) periods", at: range,
      remedies: ["shorten the dates"])
  }

  public static let missingPeople = DiagnosticKind(
    "missing-people", "A unit must say how many people it sends: `unit NAME 420 people`.")

  static func unitWithoutPeople(_ unit: Declaration) -> Diagnostic {
    Diagnostic(
      missingPeople, "how many people are in `\(unit.name)`?", at: unit.nameRange,
      remedies: ["unit \(NameSyntax.quoteIfNeeded(unit.name)) 420 people"])
  }

  public static let runClause = DiagnosticKind(
    "run-clause", "A single run takes a date to start on and a number of classes.")

  static func runClassesByNumber(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      runClause, "the largest class is said of the rotation, not of one run", at: range,
      remedies: ["say how many classes the run has: classes 7"])
  }
  static func runStartsOnDate(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      runClause, "weekdays to start on are said of the rotation, not of one run", at: range,
      remedies: ["say the run's first day: starts 2027-03-01"])
  }

  public static let relationNotTaught = DiagnosticKind(
    "relation-not-taught",
    "An order holds between sessions that the same people attend. No rotation teaches both of these."
  )

  static func relationNotTaught(
    _ session: String, _ other: String, at range: SourceRange?
  ) -> Diagnostic {
    Diagnostic(
      relationNotTaught, "no rotation teaches `\(session)` and `\(other)` together", at: range,
      remedies: ["let one rotation teach both modules, or take this clause out"])
  }

  public static let orderCycle = DiagnosticKind(
    "order-cycle", "Sessions wait for each other in a circle, so that none can be the first.")

  static func orderCycle(_ names: [String], _ origins: [SourceRange?]) -> Diagnostic {
    let circle = (names + names.prefix(1)).map { "`\($0)`" }.joined(separator: " after ")
    return Diagnostic(
      orderCycle, names.count == 1 ? "\(circle) can never be" : "\(circle): none can be first",
      at: origins.first ?? nil,
      notes: origins.dropFirst().map { .init("and here", at: $0) },
      remedies: ["take one of these clauses out"])
  }

  public static let moduleNotTaught = DiagnosticKind(
    "module-not-taught",
    "A class attends some or all of the modules that its rotation teaches, and no others.")

  static func moduleNotTaught(
    _ module: String, rotation: String, teaches: SourceRange?, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      moduleNotTaught, "`\(rotation)` does not teach `\(module)`", at: range,
      notes: teaches.map { [.init("what it teaches is said here", at: $0)] } ?? [],
      remedies: ["let the rotation teach it, or take it out"])
  }

  public static let clausesClash = DiagnosticKind(
    "clauses-clash",
    "Two clauses of a session cannot go together; the message says why. Take one of them out, or mend it."
  )

  static func fewerMeetingsThanDays(
    _ days: Int, _ meetings: Int, _ clause: EvaluatedClause, times: EvaluatedClause?
  ) -> Diagnostic {
    let often = meetings == 1 ? "once" : "\(grouped(meetings)) times"
    return Diagnostic(
      clausesClash, "meetings cannot lie on \(Wording.count(days, "day")): it meets \(often)",
      at: clause.range,
      notes: times.map { [.init("how often it meets is said here", at: $0.range)] } ?? [],
      remedies: [
        meetings == 1
          ? "say how often it meets: \(grouped(days)) times"
          : "over at least \(Wording.count(meetings, "day"))"
      ])
  }

  /// - Parameter clause: what keeps the meetings apart, where the planner said so.
  static func noTwoOnADay(
    _ doubles: EvaluatedClause, meetings: Int, because clause: EvaluatedClause?
  ) -> Diagnostic {
    Diagnostic(
      clausesClash,
      meetings < 2
        ? "`in doubles` needs two meetings, but it meets once"
        : "`in doubles` needs two meetings on a day, but it has at most 1 per day",
      at: doubles.range,
      notes: clause.map { [.init("this is said here", at: $0.range)] } ?? [],
      remedies: [meetings < 2 ? "say how often it meets: 2 times" : "at most 2 per day"])
  }

  static func peopleOfGroups(_ people: EvaluatedClause, audience: EvaluatedClause?) -> Diagnostic {
    Diagnostic(
      clausesClash, "how many people are in a group follows from its class", at: people.range,
      notes: audience.map { [.init("it is for groups", at: $0.range)] } ?? [],
      remedies: ["take this clause out"])
  }

  static func dayOutsideStay(_ clause: EvaluatedClause, _ phase: EvaluatedClause) -> Diagnostic {
    Diagnostic(
      clausesClash, "what is \(phase.entry.word) is on no day of it", at: clause.range,
      notes: [.init("`\(ClauseText.whole(phase))`", at: phase.range)],
      remedies: ["take this clause out, or name dates or weekdays: on Mon"])
  }

  static func notInWithoutIn(_ clause: EvaluatedClause) -> Diagnostic {
    Diagnostic(
      clausesClash, "`not in` takes places out of those that `in` names, and there is no `in`",
      at: clause.range, remedies: ["name the places first: in any venue"])
  }
}
