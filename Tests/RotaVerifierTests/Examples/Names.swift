import RotaPlanning

extension Example {
  private static let talk = Sample([
    Sample.template("Talk", in: [Sample.hall], by: [[Sample.li, Sample.wu]])
  ])
  private static let held = talk.holding("Talk", "am1", in: "Hall", by: ["Li"])

  static let names: [Example] = [
    Example(
      .unknownSession, "a session that the plan no longer has", subject: "Old talk",
      wrong: held.holding("Old talk", "pm1"), mended: held),
    Example(
      .unknownSession, "a third class", subject: "Talk",
      wrong: held.holding("Talk", .of(3), "pm1"), mended: held),
    Example(
      .unknownPlace, "a place that the plan does not have", subject: "Aula",
      wrong: talk.holding("Talk", "am1", in: "Aula", by: ["Li"]), mended: held),
    Example(
      .unknownTeacher, "a teacher whom the plan does not have", subject: "Zhao",
      wrong: talk.holding("Talk", "am1", in: "Hall", by: ["Zhao"]), mended: held),
    Example(
      .moved, "a locked session at another time", subject: "Talk",
      wrong: talk.holding("Talk", "pm1", in: "Hall", by: ["Li"]).changing {
        $0.earlier = talk.holding("Talk", "am1", in: "Hall", by: ["Li"], locked: true).timetable
      },
      mended: talk.holding("Talk", "pm1", in: "Hall", by: ["Li"]).changing {
        $0.earlier = held.timetable  // not locked
      }),
    Example(
      .moved, "a locked session with another teacher",
      wrong: held.changing {
        $0.earlier = talk.holding("Talk", "am1", in: "Hall", by: ["Wu"], locked: true).timetable
      },
      mended: held.changing {
        $0.earlier = talk.holding("Talk", "am1", in: "Hall", by: ["Li"], locked: true).timetable
      }),
    Example(
      .moved, "a locked session that is gone",
      wrong: talk.changing {
        $0.earlier = talk.holding("Talk", "am1", in: "Hall", by: ["Li"], locked: true).timetable
      }, mended: talk.changing { $0.earlier = held.timetable }),
  ]
}
