import RotaPlanning

extension Example {
  private static func talk(_ change: (inout SessionTemplate) -> Void) -> Sample {
    Sample([Sample.template("Talk", change: change)])
  }

  /// A start that a clause of the template forbids, and one that it allows.
  private static func start(
    _ clause: String, _ wrong: (day: Int, period: String), _ right: (day: Int, period: String),
    _ change: (inout SessionTemplate) -> Void
  ) -> Example {
    Example(
      .startNotAllowed, clause, subject: clause,
      wrong: talk(change).holding("Talk", day: wrong.day, wrong.period),
      mended: talk(change).holding("Talk", day: right.day, right.period))
  }

  private static let long = talk { $0.periods = 2 }
  private static let across = talk {
    $0.periods = 2
    $0.acrossBreaks = true
  }
  /// Items one after another in two periods of 90 minutes.
  private static func agenda(_ minutes: Int...) -> Sample {
    talk {
      $0.periods = 2
      $0.agenda = minutes.map { AgendaItem(title: "Item", minutes: $0) }
    }
  }
  private static let tuesdayMorning = Window(weekdays: [.tuesday], times: 480..<720)

  static let times: [Example] = [
    Example(
      .notATeachingPeriod, "a period that the day does not have", subject: "2027-03-01 evening",
      wrong: talk { _ in }.holding("Talk", "evening"), mended: talk { _ in }.holding("Talk", "pm2")),
    Example(
      .notATeachingPeriod, "a Saturday", subject: "2027-03-06 am1",
      wrong: talk { _ in }.holding("Talk", "am1").changing {
        $0.timetable.placements[Sample.identity("Talk")]?.day = Sample.monday.advanced(by: 5)
      }, mended: talk { _ in }.holding("Talk", day: 5, "am1")),
    Example(
      .brokenSpan, "a session that runs into the lunch break", subject: "am2",
      wrong: long.holding("Talk", "am2"), mended: across.holding("Talk", "am2")),
    Example(
      .brokenSpan, "a session longer than the rest of the day", subject: "pm2",
      wrong: across.holding("Talk", "pm2"), mended: long.holding("Talk", "pm1")),
    Example(
      .outsideRun, "the day after the run", subject: "2027-03-08",
      wrong: talk { _ in }.holding("Talk", day: 6, "am1"),
      mended: talk { _ in }.holding("Talk", day: 5, "am1")),
    Example(
      .outsideRun, "the other run's week",
      wrong: Sample([Sample.template("Talk")], runs: [0..<5, 5..<10])
        .holding("Talk", .run(1), day: 6, "am1"),
      mended: Sample([Sample.template("Talk", .allRuns)], runs: [0..<5, 5..<10])
        .holding("Talk", .all, day: 6, "am1")),
    start("on day", (1, "am1"), (2, "am1")) { $0.onDays = [2, 3] },
    start("not on day", (2, "am1"), (1, "am1")) { $0.notOnDays = [2, 3] },
    start("first day", (2, "am1"), (1, "am1")) { $0.onFirstDay = true },
    start("last day", (1, "am1"), (5, "am1")) { $0.onLastDay = true },
    start("not first day", (1, "am1"), (5, "am1")) { $0.notFirstDay = true },
    start("not last day", (5, "am1"), (1, "am1")) { $0.notLastDay = true },
    start("at", (1, "am1"), (1, "am2")) { $0.atPeriods = ["am2"] },
    start("not at", (1, "am2"), (1, "am1")) { $0.notAtPeriods = ["am2"] },
    start("12:00-18:00", (1, "am2"), (1, "pm1")) { $0.startsWithin = 720..<1080 },
    start("on", (1, "am1"), (2, "am1")) { $0.within = [tuesdayMorning] },
    start("on", (2, "am2"), (2, "am1")) {
      $0.periods = 3
      $0.acrossBreaks = true
      // Begins in time, but lasts too long.
      $0.within = [Window(times: 480..<1000)]
    },
    start("on", (1, "am1"), (1, "pm1")) {
      $0.within = [tuesdayMorning, Window(times: 840..<1080)]
    },
    start("not on", (1, "am1"), (1, "pm1")) {
      $0.excluded = [Window(weekdays: [.monday], times: 0..<511)]
    },
    start("not on", (2, "am2"), (2, "pm1")) {
      $0.periods = 2
      $0.acrossBreaks = true
      $0.excluded = [tuesdayMorning]
    },
    Example(
      .startNotAllowed, "an item would run across the gap between two periods", subject: "item",
      wrong: agenda(60, 60, 60).holding("Talk", "am1"),
      mended: agenda(60, 30, 60).holding("Talk", "am1")),
    Example(
      .startNotAllowed, "items that take longer than the session", subject: "item",
      wrong: agenda(90, 90, 1).holding("Talk", "am1"),
      mended: agenda(90, 90).holding("Talk", "am1")),
    Example(
      .startNotAllowed, "the first day of the calendar is not that of the run",
      subject: "first day",
      wrong: Sample([Sample.template("Talk") { $0.onFirstDay = true }], runs: [2..<7])
        .holding("Talk", day: 4, "am1"),
      mended: Sample([Sample.template("Talk") { $0.onFirstDay = true }], runs: [2..<7])
        .holding("Talk", day: 3, "am1")),
  ]
}
