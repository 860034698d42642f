import RotaPlanning

extension Example {
  private static let visitThenTalk = Sample([
    Sample.template("Visit", .studyClass, in: Sample.sites, by: [[Sample.li]]),
    Sample.template("Talk", .studyClass, in: Sample.rooms, by: [[Sample.li]]),
    Sample.template("Pause", .studyClass),
  ])
  private static let remote = visitThenTalk.changing {
    $0.plan.teachers[0].isRemote = true
    for place in $0.plan.places.indices { $0.plan.places[place].streams = true }
  }

  private static func going(
    _ sample: Sample, _ who: Sample.Who, to site: String = "Museum", then period: String,
    _ other: Sample.Who
  ) -> Sample {
    sample.holding("Visit", who, "am1", in: site, by: ["Li"])
      .holding("Talk", other, period, in: "Room 1", by: ["Li"])
  }

  static let travels: [Example] = [
    // Twenty minutes from one to the other, and forty on the way.
    Example(
      .audienceTravel, "back from a site in no time", subject: "R run 1 class 1",
      wrong: going(ownTeachers, .of(1), then: "am2", .of(1)),
      mended: going(ownTeachers, .of(1), then: "pm1", .of(1))),
    Example(
      .audienceTravel, "a pause between does not shorten the way", subject: "R run 1 class 1",
      wrong: going(farAway, .of(1), then: "pm1", .of(1)).holding("Pause", .of(1), "am2"),
      mended: going(farAway, .of(1), then: "pm2", .of(1)).holding("Pause", .of(1), "am2")),
    Example(
      .audienceTravel, "between two sites over the school", subject: "R run 1 class 1",
      wrong: twoVisits.holding("Visit", .of(1), meeting: 1, "am1", in: "Museum")
        .holding("Visit", .of(1), meeting: 2, "am2", in: "Park"),
      mended: twoVisits.holding("Visit", .of(1), meeting: 1, "am1", in: "Museum")
        .holding("Visit", .of(1), meeting: 2, "am2", in: "Museum")),
    Example(
      .teacherTravel, "a teacher with one class at a site, then with the other", subject: "Li",
      wrong: going(visitThenTalk, .of(1), then: "am2", .of(2)),
      mended: going(visitThenTalk, .of(1), then: "pm1", .of(2))),
    Example(
      .teacherTravel, "who teaches from afar does not travel", subject: "Li",
      wrong: going(visitThenTalk, .of(1), to: "Park", then: "am2", .of(2)),
      mended: going(remote, .of(1), to: "Park", then: "am2", .of(2))),
  ]

  private static let ownTeachers = visitThenTalk.changing {
    // Only the class travels.
    $0.plan.teachers[0].isRemote = true
    for place in $0.plan.places.indices { $0.plan.places[place].streams = true }
  }
  private static let farAway = ownTeachers.changing { $0.plan.places[3].travel = 300 }
  private static let twoVisits = Sample([
    Sample.template("Visit", .studyClass, in: Sample.sites) {
      $0.meetings = 2
      $0.mostPerDay = 2
    }
  ])
}
