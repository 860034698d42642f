import RotaPlanning

extension Example {
  private static let talkAndDebate = Sample([
    Sample.template("Talk"), Sample.template("Debate", .studyClass),
  ])
  private static let grouped = Sample([
    Sample.template("Talk", .studyClass), Sample.template("Case", .groups(of: 15)),
  ])
  private static let series = Sample([
    Sample.template("Study", .studyClass) {
      $0.meetings = 3
      $0.mostPerDay = 2
    }
  ])
  private static let absentMonday = Sample([Sample.template("Talk")]) { plan in
    var special = Rotation.ClassOverride()
    special.excluded = [Window(weekdays: [.monday], times: 590..<600)]
    plan.rotations[0].classOverrides[.init(run: 1, number: 2)] = special
  }

  private static func studies(_ periods: [String]) -> Sample {
    zip(1..., periods).reduce(series) { $0.holding("Study", .of(1), meeting: $1.0, $1.1) }
  }

  private static func atMost(_ limit: Int, _ sample: Sample) -> Sample {
    sample.changing { $0.plan.rotations[0].mostSessionsPerDay = limit }
  }

  static let audiences: [Example] = [
    Example(
      .audienceClash, "a class in two sessions", subject: "R run 1 class 2",
      wrong: talkAndDebate.holding("Talk", "am1").holding("Debate", .of(2), "am1"),
      mended: talkAndDebate.holding("Talk", "am1").holding("Debate", .of(2), "am2")),
    Example(
      .audienceClash, "a group and its class", subject: "R run 1 class 1",
      wrong: grouped.holding("Talk", .of(1), "am1").holding("Case", .group(2, of: 1), "am1"),
      mended: grouped.holding("Talk", .of(1), "am1").holding("Case", .group(2, of: 2), "am1")
        .holding("Case", .group(1, of: 2), "am1")),
    Example(
      .audienceUnavailable, "one of the classes cannot come", subject: "R run 1 class 2",
      wrong: absentMonday.holding("Talk", "am1"), mended: absentMonday.holding("Talk", "am2")),
    Example(
      .dayLimit, "three sessions on a day of two", subject: "R run 1 class 1",
      wrong: atMost(1, talkAndDebate).holding("Talk", "am1").holding("Debate", .of(1), "am2"),
      mended: atMost(1, talkAndDebate).holding("Talk", "am1").holding(
        "Debate", .of(1), day: 2, "am2")
    ),
    Example(
      .dayLimit, "three meetings on a day of two", subject: "Study",
      wrong: studies(["am1", "am2", "pm1"]), mended: studies(["am1", "pm2"])),
  ]
}
