import RotaPlanning

extension Example {
  private static let either = [Sample.li, Sample.wu]
  private static let one = Sample([Sample.template("Talk", by: [either])])
  private static let two = Sample([Sample.template("Talk", by: [either, either])])
  private static let ofClasses = Sample([Sample.template("Talk", .studyClass, by: [either])])
  private static let daily = Sample([
    Sample.template("Talk", by: [either]) {
      $0.meetings = 4
      $0.mostPerDay = 2
    }
  ])
  private static let chaired = Sample([
    Sample.template("Opening", .studyClass) { $0.chair = Sample.li },
    Sample.template("Talk", .studyClass, by: [either]),
  ])

  private static func limiting(_ sample: Sample, day: Int? = nil, week: Int? = nil) -> Sample {
    sample.changing {
      $0.plan.teachers[0].mostPerDay = day
      $0.plan.teachers[0].mostPerWeek = week
    }
  }

  private static func absent(_ sample: Sample) -> Sample {
    sample.changing { $0.plan.teachers[0].availability.excluded = [Window(times: 700..<800)] }
  }

  private static func meetings(_ sample: Sample, _ starts: [(day: Int, period: String)]) -> Sample {
    zip(1..., starts).reduce(sample) { sample, meeting in
      sample.holding(
        "Talk", meeting: meeting.0, day: meeting.1.day, meeting.1.period, by: ["Li"])
    }
  }

  static let teachers: [Example] = [
    Example(
      .wrongTeacher, "nobody where one is needed", wrong: one.holding("Talk", "am1"),
      mended: one.holding("Talk", "am1", by: ["Wu"])),
    Example(
      .wrongTeacher, "one more than needed", subject: "Wu, Li",
      wrong: one.holding("Talk", "am1", by: ["Wu", "Li"]),
      mended: two.holding("Talk", "am1", by: ["Wu", "Li"])),
    Example(
      .wrongTeacher, "the same person twice", subject: "Li",
      wrong: two.holding("Talk", "am1", by: ["Li", "Li"]),
      mended: two.holding("Talk", "am1", by: ["Li", "Wu"])),
    Example(
      .wrongTeacher, "someone who may not teach it", subject: "Wu",
      wrong: Sample([Sample.template("Talk", by: [[Sample.li]])])
        .holding("Talk", "am1", by: ["Wu"]), mended: one.holding("Talk", "am1", by: ["Wu"])),
    Example(
      .teacherUnavailable, "absent at the end", subject: "Li",
      wrong: absent(one).holding("Talk", "am2", by: ["Li"]),
      mended: absent(one).holding("Talk", "am2", by: ["Wu"])),
    Example(
      .teacherUnavailable, "an absent chair", subject: "Li",
      wrong: absent(chaired).holding("Opening", .of(1), "am2"),
      mended: absent(chaired).holding("Opening", .of(1), "am1")),
    Example(
      .teacherClash, "two classes at once", subject: "Li",
      wrong: ofClasses.holding("Talk", .of(1), "am1", by: ["Li"])
        .holding("Talk", .of(2), "am1", by: ["Li"]),
      mended: ofClasses.holding("Talk", .of(1), "am1", by: ["Li"])
        .holding("Talk", .of(2), "am1", by: ["Wu"])),
    Example(
      .teacherClash, "in the chair of one, teaching another", subject: "Li",
      wrong: chaired.holding("Opening", .of(1), "am1")
        .holding("Talk", .of(2), "am1", by: ["Li"]),
      mended: chaired.holding("Opening", .of(1), "am1")
        .holding("Talk", .of(2), "am2", by: ["Li"])),
    Example(
      .teacherLimit, "two on a day of one", subject: "Li",
      wrong: meetings(limiting(daily, day: 1), [(1, "am1"), (1, "am2")]),
      mended: meetings(limiting(daily, day: 1), [(1, "am1"), (2, "am1")])),
    Example(
      .teacherLimit, "three in a week of two", subject: "Li",
      wrong: meetings(limiting(daily, week: 2), [(1, "am1"), (3, "am1"), (5, "am1")]),
      mended: meetings(limiting(daily, week: 3), [(1, "am1"), (3, "am1"), (5, "am1")])),
    Example(
      .teacherLimit, "a week begins on Monday", subject: "Li",
      wrong: meetings(
        limiting(twoWeeks, week: 2), [(4, "am1"), (6, "am1"), (7, "am1"), (8, "am1")]),
      mended: meetings(
        limiting(twoWeeks, week: 2), [(4, "am1"), (5, "am1"), (6, "am1"), (7, "am1")])),
    Example(
      .teacherLimit, "to chair is not to teach", subject: "Li",
      wrong: limiting(chaired, day: 1).holding("Talk", .of(1), "am1", by: ["Li"])
        .holding("Talk", .of(2), "am2", by: ["Li"]),
      mended: limiting(chaired, day: 1).holding("Talk", .of(1), "am1", by: ["Li"])
        .holding("Opening", .of(2), "am2")),
  ]

  private static let twoWeeks = Sample(
    [Sample.template("Talk", by: [either]) { $0.meetings = 4 }], runs: [3..<8])
}
