import RotaPlanning

extension Example {
  private typealias Start = (day: Int, period: String)

  /// A visit and a debate of class 1, the debate related to the visit.
  private static func related(
    _ kind: SessionTemplate.Relation.Kind, visit: Start, debate: Start
  ) -> Sample {
    Sample([
      Sample.template("Visit", .studyClass),
      Sample.template("Debate", .studyClass) {
        $0.relations = [.init(kind: kind, session: "Visit")]
      },
    ])
    .holding("Visit", .of(1), day: visit.day, visit.period)
    // Another class does not matter.
    .holding("Visit", .of(2), day: 3, "pm2")
    .holding("Debate", .of(1), day: debate.day, debate.period)
  }

  private static func relation(
    _ rule: Violation.Rule, _ words: String, _ kind: SessionTemplate.Relation.Kind,
    visit: Start, wrong: Start, right: Start
  ) -> Example {
    Example(
      rule, words, subject: words, wrong: related(kind, visit: visit, debate: wrong),
      mended: related(kind, visit: visit, debate: right))
  }

  private static let opening = Sample([
    Sample.template("Opening") { $0.isFirst = true },
    Sample.template("Greeting") { $0.isFirst = true },
    Sample.template("Closing") { $0.isLast = true },
    Sample.template("Debate", .studyClass),
  ])

  private static func meetings(_ kind: SessionTemplate.Relation.Kind, _ days: [Int]) -> Sample {
    let sample = Sample([
      Sample.template("Visit") { $0.meetings = 2 },
      Sample.template("Debate") {
        $0.meetings = 2
        $0.relations = [.init(kind: kind, session: "Visit")]
      },
    ])
    .holding("Visit", meeting: 1, day: 1, "am1").holding("Visit", meeting: 2, day: 2, "am1")
    return zip(1..., days).reduce(sample) {
      $0.holding("Debate", meeting: $1.0, day: $1.1, "am2")
    }
  }

  static let orders: [Example] = [
    Example(
      .order, "something before the opening", subject: "first",
      wrong: opening.holding("Opening", "am2").holding("Debate", .of(1), "am1"),
      mended: opening.holding("Opening", "am2").holding("Greeting", "am1")
        .holding("Debate", .of(1), "pm1")),
    Example(
      .order, "something after the closing", subject: "last",
      wrong: opening.holding("Closing", day: 4, "am1").holding("Debate", .of(2), day: 4, "am2"),
      mended: opening.holding("Closing", day: 4, "am1").holding("Debate", .of(2), day: 3, "am2")),
    Example(
      .order, "the second meeting before the first", subject: "Visit",
      wrong: Sample([Sample.template("Visit") { $0.meetings = 2 }])
        .holding("Visit", meeting: 1, day: 2, "am1").holding("Visit", meeting: 2, day: 1, "pm1"),
      mended: Sample([Sample.template("Visit") { $0.meetings = 2 }])
        .holding("Visit", meeting: 1, day: 1, "pm1").holding("Visit", meeting: 2, day: 2, "am1")),
    relation(
      .order, "after Visit", .after, visit: (2, "am2"), wrong: (2, "am1"), right: (2, "pm1")),
    relation(
      .order, "before Visit", .before, visit: (2, "am2"), wrong: (3, "am1"), right: (2, "am1")),
    relation(
      .order, "right after Visit", .rightAfter, visit: (2, "am1"), wrong: (2, "pm1"),
      right: (2, "am2")),
    Example(
      .order, "the next slot is on another day", subject: "right after Visit",
      wrong: related(.rightAfter, visit: (2, "pm2"), debate: (3, "am1")),
      mended: related(.rightAfter, visit: (2, "pm1"), debate: (2, "pm2"))),
    Example(
      .order, "lunch may lie between", subject: "right after Visit",
      wrong: related(.rightAfter, visit: (2, "am2"), debate: (2, "pm2")),
      mended: related(.rightAfter, visit: (2, "am2"), debate: (2, "pm1"))),
    relation(
      .sameDay, "same day as Visit", .sameDay, visit: (2, "am1"), wrong: (1, "am1"),
      right: (2, "pm2")),
    relation(
      .sameDay, "not same day as Visit", .notSameDay, visit: (2, "am1"), wrong: (2, "pm1"),
      right: (1, "pm1")),
    relation(
      .order, "at least 2 days after Visit", .atLeastDaysAfter(2), visit: (2, "pm1"),
      wrong: (3, "pm2"), right: (4, "am1")),
    relation(
      .order, "within 2 days of Visit", .withinDays(2), visit: (4, "pm1"), wrong: (1, "am2"),
      right: (2, "am1")),
    Example(
      .sameDay, "meetings go in pairs", times: 1, wrong: meetings(.sameDay, [1, 3]),
      mended: meetings(.sameDay, [1, 2])),
    Example(
      .order, "every meeting after every meeting", times: 1, wrong: meetings(.after, [1, 3]),
      mended: meetings(.after, [2, 3])),
  ]
}
