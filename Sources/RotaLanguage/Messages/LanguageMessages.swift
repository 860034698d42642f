import RotaDiagnostics
import RotaPlanning
import RotaSyntax

/// All that can be wrong with values and declarations, and how it is told.
public enum LanguageMessages {
  public static let all: [DiagnosticKind] = [
    unknownName, unitMismatch, wrongType, notWhole, outOfRange, numberTooLarge, divisionByZero,
    noSuchDate, endsBeforeStart, limitReached, interrupted, wrongArguments, wrongUse, nameClash,
    badName, misplaced, saidTwice, whichRotation, noWish, expectationFailed, whichOne,
    unknownNumber, nothingThere, periodsOverlap, calendarTooLong, missingPeople, runClause,
    relationNotTaught, orderCycle, emptyList, notInCondition, moduleNotTaught, clausesClash,
    nothingSaid,
  ]

  /// Whether a diagnostic says that a name is not known. Such errors say little about a text of which
  /// a part could not be read.
  public static func isUnknownName(_ kind: DiagnosticKind) -> Bool {
    kind == unknownName || kind == relationNotTaught || kind == nothingThere
      || kind == whichRotation
  }

  // MARK: - Names

  public static let unknownName = DiagnosticKind(
    "unknown-name",
    "Nothing of this name is known here. Look for a slip of the pen, or declare it; the declaration may stand before or after."
  )

  /// - Parameters:
  ///   - sort: what is looked for, such as `teacher`; nil for any word of an expression.
  ///   - listsAll: whether the known names are few and worth telling.
  static func unknownName(
    _ name: String, sort: String?, near known: [String], listsAll: Bool = false,
    at range: SourceRange
  ) -> Diagnostic {
    let message =
      sort.map { "there is no \($0) `\(name)`" } ?? "`\(name)` is neither a variable nor a name"
    if sort == nil, let quantity = SpelledOutUnits.quantity(name) {
      return Diagnostic(
        unknownName, message, at: range, remedies: ["did you mean `\(quantity)`?"],
        fixIt: .init(replace: range, by: quantity), about: [name])
    }
    // What a school calls so is meant rather than what is spelt nearly so.
    if let near = known.first(where: { $0.hasSuffix(".\(name)") })
      ?? Spelling.nearest(to: name, among: known)
    {
      return Diagnostic(
        unknownName, message, at: range, remedies: ["did you mean `\(near)`?"],
        fixIt: .init(replace: range, by: NameSyntax.quoteIfNeeded(near)), about: [name])
    }
    if listsAll || (known.count <= 5 && !known.isEmpty) {
      return Diagnostic(
        unknownName, message, at: range, remedies: ["known: \(known.joined(separator: ", "))"],
        about: [name])
    }
    if sort == nil {
      return Diagnostic(
        unknownName, message, at: range,
        remedies: ["text needs quotes: \(NameSyntax.quoted(name))"],
        about: [name])
    }
    return Diagnostic(unknownName, message, at: range, about: [name])
  }

  public static let nearlyThatName = DiagnosticKind(
    "nearly-that-name",
    "A statement at the prompt declares something new whose name is nearly that of something there. If you meant that, say `undo` and spell it so; if not, all is well."
  )

  static func nearlyThatName(_ item: Declaration, _ near: String) -> Diagnostic {
    let word = item.entry.word
    return Diagnostic(
      nearlyThatName, severity: .warning,
      "\(word) \(NameSyntax.quoteIfNeeded(item.name)) is new", at: item.nameRange,
      remedies: [
        "did you mean `\(near)`? then `undo`"
      ])
  }

  /// A name that only looks like one of a school's own.
  static func notOfSchool(_ item: Declaration, _ school: String, _ name: String) -> Diagnostic {
    let word = item.entry.word
    return Diagnostic(
      nearlyThatName, severity: .warning,
      "\(word) \(NameSyntax.quoteIfNeeded(item.name)) is new, and not \(school)'s own",
      at: item.nameRange,
      remedies: [
        "`school \(NameSyntax.quoteIfNeeded(school)) { \(word) \(NameSyntax.quoteIfNeeded(name)) }` declares its own"
      ])
  }

  static func nearlyThatZone(_ name: String, _ near: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      nearlyThatName, severity: .warning,
      "zone \(NameSyntax.quoteIfNeeded(name)) is new, and no way leads there", at: range,
      remedies: ["did you mean `\(near)`? then `undo`"])
  }

  public static let outsidePlan = DiagnosticKind(
    "outside-plan-dates",
    "What is said of a day on which the plan teaches nothing has no effect. Look at the year and the month."
  )

  static func outsidePlan(
    _ days: ClosedRange<Day>, _ dates: ClosedRange<Day>, at range: SourceRange
  ) -> Diagnostic {
    let said =
      days.lowerBound == days.upperBound
      ? "\(days.lowerBound.iso)" : "\(days.lowerBound.iso)..\(days.upperBound.iso)"
    return Diagnostic(
      outsidePlan, severity: .warning,
      "\(said) is outside the plan's dates \(dates.lowerBound.iso)..\(dates.upperBound.iso): no effect",
      at: range)
  }

  public static let nothingSaid = DiagnosticKind(
    "nothing-said",
    "`drop CLAUSE of KIND NAME` takes away what was said in that clause, but nothing was. `show plan` shows what is said. With the clause's words alone all that it says is dropped (`drop at most of teacher Li`), with what it says that one (`drop at most 2 per day of teacher Li`)."
  )

  static func nothingSaid(
    _ clause: String, of subject: String, said: [String], at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      nothingSaid, "\(subject) has no `\(clause)`", at: range,
      remedies: said.isEmpty ? [] : ["it has: \(said.joined(separator: ", "))"])
  }

  /// Clauses of the word are there, and none of them says so.
  static func nothingSaid(
    _ clause: String, _ subject: String, _ said: [String], at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      nothingSaid, "\(subject) has no `\(clause)` with that", at: range,
      remedies: ["it has: \(Wording.list(said, atMost: 8))"])
  }

  /// A word where a number belongs.
  static func noAmount(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      unknownName, "a number belongs here, and `\(name)` is no variable", at: range,
      remedies: ["write numbers in digits: 40"])
  }

  /// A day without its year that is not once in the plan's dates.
  static func noYear(
    _ word: String, _ dates: ClosedRange<Day>?, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      noSuchDate,
      dates.map {
        "`\(word)` is not on one day of the plan, \($0.lowerBound.iso) .. \($0.upperBound.iso)"
      } ?? "`\(word)` has no year, and the plan no dates to take it from",
      at: range,
      remedies: ["write the year too: \(dates?.lowerBound.components.year ?? 2027)年\(word)"])
  }

  /// A word in a window that is no variable either.
  static func unknownPeriod(
    _ name: String, near periods: [String], at range: SourceRange
  ) -> Diagnostic {
    let weekdays = Weekday.allCases.map(\.word)
    let near = Spelling.nearest(to: name, among: weekdays + periods)
    return Diagnostic(
      unknownName, "there is no weekday and no period `\(name)`", at: range,
      remedies: [
        near.map { "did you mean `\($0)`?" }
          ?? "known: \((weekdays + periods.prefix(8)).joined(separator: ", "))"
      ])
  }

  static func unknownTimeZone(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      unknownName, "there is no time zone `\(name)`", at: range,
      remedies: ["write it as area and city: \"Asia/Shanghai\""])
  }

  public static let nameClash = DiagnosticKind(
    "name-clash",
    "One name stands for two things that are named in the same places. Give one of them another name."
  )

  static func nameClash(_ declaration: Declaration, _ other: Declaration) -> Diagnostic {
    Diagnostic(
      nameClash,
      "`\(declaration.name)` is a \(declaration.entry.word) here and a \(other.entry.word) elsewhere",
      at: declaration.nameRange,
      notes: [.init("the \(other.entry.word) is declared here", at: other.nameRange)],
      remedies: ["give one of them another name"])
  }

  static func formExists(_ declaration: Declaration) -> Diagnostic {
    Diagnostic(
      nameClash, "`\(declaration.name)` is a form already", at: declaration.nameRange,
      remedies: ["take this line out, or use another name"])
  }

  static func definesFunction(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      nameClash, "`\(name)` is a function of the language", at: range,
      remedies: ["use another name"])
  }

  static func parameterTwice(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      nameClash, "two parameters are called `\(name)`", at: range, remedies: ["rename one of them"])
  }

  public static let badName = DiagnosticKind(
    "bad-name",
    "A name must hold something that can be seen, and at most 1,000 bytes of it. The name of a form must be one word, since statements begin with it."
  )

  static func emptyName(at range: SourceRange) -> Diagnostic {
    Diagnostic(badName, "the name is empty", at: range, remedies: ["write a name"])
  }

  static func nameTooLong(_ bytes: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      badName,
      "a name must have at most \(grouped(Limits.nameBytes)) bytes, but has \(grouped(bytes))",
      at: range, remedies: ["shorten it"])
  }

  static func formNotAWord(_ declaration: Declaration) -> Diagnostic {
    Diagnostic(
      badName, "`\(declaration.name)` cannot name a form: it is no single word, or means something",
      at: declaration.nameRange, remedies: ["use one word that is no other word of the language"])
  }

  public static let nothingThere = DiagnosticKind(
    "nothing-there",
    "The name is known, but nothing belongs to it. Declare what should, or name something else.")

  static func noPlaces(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      nothingThere, "there is no place in `\(name)`", at: range,
      remedies: ["declare a venue or a site of it"])
  }

  static func noPlacesOfSchool(
    _ name: String, _ school: String, _ others: [String], at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      nothingThere, "`\(school)` has no `\(name)` of its own, and none is shared", at: range,
      remedies: [
        "declare one in the braces of `school \(NameSyntax.quoteIfNeeded(school))`"
      ]
        + others.prefix(1).map {
          "or say whose: `\(NameSyntax.quoteIfNeeded("\($0).\(name)"))`"
        })
  }

  static func noPeriod(_ name: String, on weekdays: [Weekday], at range: SourceRange) -> Diagnostic
  {
    let days = Wording.list(weekdays.map(\.word), atMost: 7)
    return Diagnostic(
      nothingThere, "there is no period `\(name)` on \(days)", at: range,
      remedies: ["name another period or weekday"])
  }

  static func noPlaceLeft(_ session: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      nothingThere, "no place is left for `\(session)`", at: range,
      remedies: ["take this clause out, or name further places by `in`"])
  }

  static func noUnits(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      nothingThere, "there are no units", at: range,
      remedies: ["declare units, or write a number: trainees 800 people"])
  }

  // MARK: - Values

  public static let unitMismatch = DiagnosticKind(
    "unit-mismatch",
    "Values of two sorts cannot be added, compared or otherwise brought together. Bring them to one sort first: hours divided by hours give a number, a number times people gives people."
  )

  static func unitMismatch(
    _ operation: BinaryOperator, _ a: Value, _ b: Value, at range: SourceRange
  ) -> Diagnostic {
    let x = a.kindWords
    let y = b.kindWords
    let message =
      switch operation {
      case .add: "cannot add \(x) and \(y)"
      case .subtract: "cannot subtract \(y) from \(x)"
      case .multiply: "cannot multiply \(x) by \(y)"
      case .divide, .remainder: "cannot divide \(x) by \(y)"
      case .contains: "cannot look for \(x) in \(y)"
      case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .and, .or:
        "cannot compare \(x) with \(y)"
      }
    var remedies: [String] = []
    switch (operation, a, b) {
    case (.add, .text, _), (.add, _, .text): remedies = ["put values into a text: \"room {n}\""]
    case (_, .date, .number), (.add, .number, .date): remedies = ["write days: 3 days"]
    case (_, .quantity(_, let unit), .number), (_, .number, .quantity(_, let unit)):
      remedies = ["give the number its unit: 40 \(unit.word(forOne: false))"]
    default: break
    }
    return Diagnostic(unitMismatch, message, at: range, remedies: remedies)
  }

  public static let wrongType = DiagnosticKind(
    "wrong-type", "A value of another sort belongs here; the message says which.")

  static func wrongType(
    _ expected: String, _ value: Value, remedies: [String] = [], at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      wrongType, "expected \(expected), but \(shown(value)) is \(value.kindWords)", at: range,
      remedies: remedies)
  }

  /// An amount of something else than what is counted.
  static func countsOthers(
    _ counted: [String], _ value: Value, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      wrongType,
      "\(Wording.list(counted)) are counted here, not \(value.kindWords)",
      at: range, remedies: ["leave out the unit, if that many are meant"])
  }

  static func noRange(_ a: Value, _ b: Value, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      wrongType, "no range goes from \(a.kindWords) to \(b.kindWords)", at: range,
      remedies: ["both ends must be numbers, dates, weekdays or times"])
  }

  static func rangeNotWhole(at range: SourceRange) -> Diagnostic {
    Diagnostic(notWhole, "only whole numbers can be counted through", at: range)
  }

  public static let notWhole = DiagnosticKind(
    "not-whole", "Only a whole number makes sense here. round(), floor() and ceiling() make one.")

  static func notWhole(_ unit: String?, _ amount: Number, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      notWhole,
      "expected a whole number" + (unit.map { " of \($0)" } ?? "") + ", but this is \(amount)",
      at: range, remedies: ["use round(), floor() or ceiling()"])
  }

  public static let outOfRange = DiagnosticKind(
    "out-of-range", "The value is outside of what can be; the message says what can.")

  static func outOfRange(
    _ what: String, _ bounds: ClosedRange<Int>, _ value: Value?, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      outOfRange,
      "\(what) must be \(grouped(bounds.lowerBound)) to \(grouped(bounds.upperBound)), but "
        + (value.map { "is \(shown($0))" } ?? "is missing"),
      at: range)
  }

  static func shareOutOfRange(_ value: Value, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      outOfRange, "a share must be 0% to 100%, in hundredths of a percent, but is \(shown(value))",
      at: range)
  }

  static func dateOutOfRange(at range: SourceRange) -> Diagnostic {
    Diagnostic(outOfRange, "dates must be 1900-01-01 to 2200-12-31", at: range)
  }

  static func timeOutOfRange(
    _ time: TimeOfDay, _ minutes: Int, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      outOfRange, "\(minutes) min from \(time.clock) on, it is another day", at: range)
  }

  static func tooManyPeriods(
    _ count: Int, on weekday: Weekday, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      outOfRange, "a day must have at most 20 periods, but \(weekday.word) has \(count)", at: range)
  }

  public static let numberTooLarge = DiagnosticKind(
    "number-too-large", "Numbers must not be larger than 1,000,000,000,000,000.")

  static func numberTooLarge(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      numberTooLarge, "the number is larger than 1,000,000,000,000,000", at: range)
  }

  public static let divisionByZero = DiagnosticKind(
    "division-by-zero", "Nothing can be divided by zero. Ask before with `if`.")

  static func divisionByZero(at range: SourceRange) -> Diagnostic {
    Diagnostic(divisionByZero, "division by zero", at: range)
  }

  public static let noSuchDate = DiagnosticKind(
    "no-such-date", "The calendar has no such day, or the clock no such time.")

  static func noSuchDate(
    _ year: Int, _ month: Int, _ day: Int, at range: SourceRange
  ) -> Diagnostic {
    var days = 31
    while days > 28, Day(year: year, month: month, day: days) == nil { days -= 1 }
    let message =
      if !(1900...2200).contains(year) {
        "years must be 1900 to 2200, but this is \(year)"
      } else if !(1...12).contains(month) {
        "months must be 1 to 12, but this is \(month)"
      } else {
        "month \(month) of \(year) has days 1 to \(days), but this is \(day)"
      }
    return Diagnostic(noSuchDate, message, at: range)
  }

  static func noSuchTime(_ hour: Int, _ minute: Int, at range: SourceRange) -> Diagnostic {
    let said = "\(hour):\(minute < 10 ? "0" : "")\(minute)"
    return Diagnostic(
      noSuchDate,
      minute > 59
        ? "an hour has minutes 00 to 59, but this is \(said)"
        : "a day ends at 24:00, but this is \(said)",
      at: range,
      remedies: minute <= 59 && hour < 48
        ? ["what ends after midnight ends at 24:00; the rest belongs to the next day"] : [])
  }

  public static let endsBeforeStart = DiagnosticKind(
    "ends-before-start", "The end must not lie before the beginning. Swap the two, or mend one.")

  static func spanEndsBeforeStart(_ a: Value, _ b: Value, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      endsBeforeStart, "\(shown(b)) is not after \(shown(a))", at: range,
      remedies: ["the earlier one stands first"])
  }

  public static let emptyList = DiagnosticKind(
    "empty-list",
    "A list without items has no least and no greatest item. Ask for its length first.")

  static func emptyList(_ function: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(emptyList, "\(function) of nothing", at: range)
  }

  // MARK: - Scripts

  public static let limitReached = DiagnosticKind(
    "limit-reached",
    "Scripts have limits, so that a slip cannot eat up the machine: texts of 1 MB, lists and ranges of 1,000,000 items, 10,000,000 turns of loops, 200 calls inside each other."
  )

  static func textTooLong(at range: SourceRange) -> Diagnostic {
    limit("the text is longer than \(grouped(Limits.textBytes)) bytes", range)
  }
  static func listTooLong(at range: SourceRange) -> Diagnostic {
    limit("the list takes more than \(grouped(Limits.listItems)) items", range)
  }
  static func rangeTooLong(at range: SourceRange) -> Diagnostic {
    limit("the range has more than \(grouped(Limits.listItems)) numbers", range)
  }
  static func tooManyTurns(at range: SourceRange) -> Diagnostic {
    limit("the script has gone through more than \(grouped(Limits.turns)) turns and calls", range)
  }
  static func tooManyCalls(_ name: String, at range: SourceRange) -> Diagnostic {
    limit("more than \(Limits.calls) calls inside each other, the last of `\(name)`", range)
  }
  static func tooDeep(at range: SourceRange) -> Diagnostic {
    limit("statements and expressions lie too deep inside each other", range)
  }
  private static func limit(_ message: String, _ range: SourceRange) -> Diagnostic {
    Diagnostic(limitReached, message, at: range)
  }

  public static let interrupted = DiagnosticKind(
    "interrupted",
    "The statement was stopped from outside. What it had declared is taken back; what it had printed or written, and the best that a search had found, stays."
  )

  public static func wasInterrupted(at range: SourceRange) -> Diagnostic {
    Diagnostic(interrupted, "interrupted here", at: range)
  }

  public static let wrongArguments = DiagnosticKind(
    "wrong-arguments", "The call gives something that is not asked for, or not all that is.")

  static func tooManyArguments(
    _ name: String, _ count: Int, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      wrongArguments, "`\(name)` takes \(count) \(count == 1 ? "argument" : "arguments"), not more",
      at: range)
  }
  static func argumentTwice(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(wrongArguments, "`\(name)` is given twice", at: range)
  }
  static func missingArgument(
    _ name: String, of definition: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(wrongArguments, "`\(definition)` needs `\(name)`", at: range)
  }
  static func noLabel(_ label: String, function: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      wrongArguments,
      "`\(function)` takes its argument without a label, not `\(label):`", at: range
    )
  }
  static func argumentCount(
    _ function: String, expected: Int, given: Int, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      wrongArguments,
      "`\(function)` takes \(expected == 1 ? "1 argument" : "\(expected) arguments"), "
        + "but \(given) \(given == 1 ? "is" : "are") given",
      at: range)
  }

  public static let wrongUse = DiagnosticKind(
    "wrong-use",
    "A definition with = is a value, for expressions; one with braces is a statement. They cannot stand in for each other."
  )

  static func valueAsStatement(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      wrongUse, "`\(name)` is a value, not a statement", at: range,
      remedies: ["print it: print \(name)(…)"])
  }
  static func statementAsValue(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      wrongUse, "`\(name)` is statements, and has no value", at: range,
      remedies: ["define it with =: def \(name)(…) = …"])
  }
  static func calledHere(_ name: String, at range: SourceRange) -> Diagnostic.Note {
    .init("`\(name)` is called here", at: range)
  }

  public static let notInCondition = DiagnosticKind(
    "not-in-condition",
    "Conditions on rows look at the row alone; facts about the programme do not belong in them.")

  static func notInCondition(_ function: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(notInCondition, "`\(function)` cannot be asked here", at: range)
  }

  public static let expectationFailed = DiagnosticKind(
    "expectation-failed", "A script expected something that does not hold.")

  static func expectationFailed(
    _ condition: Expression, _ sides: [(expression: Expression, value: Value)], _ reason: String?,
    at range: SourceRange
  ) -> Diagnostic {
    let notes = sides.compactMap { side -> Diagnostic.Note? in
      if case .literal = side.expression { return nil }
      return .init("\(SyntaxText.expression(side.expression)) is \(shown(side.value))")
    }
    return Diagnostic(
      expectationFailed, severity: .broken,
      "expected \(SyntaxText.expression(condition))" + (reason.map { ": \($0)" } ?? ""), at: range,
      notes: notes)
  }

  // MARK: - Wording

  /// A value for a message, shortened where it is long.
  static func shown(_ value: Value) -> String {
    let text = value.source
    return text.count > 60 ? text.prefix(59) + "…" : text
  }

  /// `1,000,000`.
  static func grouped(_ number: Int) -> String {
    let digits = String(number.magnitude)
    var result = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { result += "," }
      result.append(digit)
    }
    return number < 0 ? "-" + result : result
  }
}
