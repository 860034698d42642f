import RotaPlanning

extension Example {
  private static let inRooms = Sample([Sample.template("Debate", .studyClass, in: Sample.rooms)])
  private static let inHall = Sample([Sample.template("Talk", in: [Sample.hall, Sample.park])])
  private static let streamed = Sample([
    Sample.template("Talk", in: [Sample.hall, Sample.room1]) { $0.streamedTo = [Sample.room2] }
  ])
  private static let visit = Sample([Sample.template("Visit", .studyClass, in: Sample.sites)])
  private static let remote = Sample(
    [Sample.template("Talk", .studyClass, in: Sample.rooms, by: [[Sample.li]])]
  ) { $0.teachers[0].isRemote = true }
  private static let ownRoom = Sample(
    [Sample.template("Debate", .studyClass, in: Sample.rooms)]
  ) { $0.rotations[0].classOverrides[.init(run: 1, number: 1)] = room(Sample.room2) }

  private static func room(_ room: PlaceID) -> Rotation.ClassOverride {
    var special = Rotation.ClassOverride()
    special.room = room
    return special
  }

  private static func closing(_ sample: Sample, _ window: Window) -> Sample {
    sample.changing { $0.plan.places[0].availability.excluded = [window] }
  }

  /// The plan only prefers enough seats.
  private static func wishing(_ sample: Sample) -> Sample {
    sample.changing { $0.plan.preferences = [Preference(wish: .enoughSeats)] }
  }

  private static func wishingSeats(_ sample: Sample, _ main: String) -> Sample {
    wishing(sample).holding("Talk", "am1", in: main, "Room 2")
  }

  private static func streamed(to place: PlaceID, for people: Int) -> Sample {
    expecting(
      people,
      Sample([
        Sample.template("Talk", in: [Sample.hall, Sample.room1]) {
          $0.streamedTo = [place]
          $0.expected = people
        }
      ]) { $0.places[Sample.room1.value].streams = true })
  }

  private static func ownRoom(for people: Int) -> Sample {
    expecting(
      people,
      Sample([
        Sample.template("Debate", .studyClass, in: Sample.rooms) { $0.expected = people }
      ]) { $0.rotations[0].classOverrides[.init(run: 1, number: 1)] = room(Sample.room2) })
  }

  private static func expecting(_ people: Int, _ sample: Sample) -> Sample {
    sample.changing { sample in
      for index in sample.programme.sessions.indices {
        sample.programme.sessions[index].people = people
      }
    }
  }

  static let places: [Example] = [
    Example(
      .wrongPlace, "a place that the template does not have", subject: "Hall",
      wrong: inRooms.holding("Debate", .of(1), "am1", in: "Hall"),
      mended: inRooms.holding("Debate", .of(1), "am1", in: "Room 1")),
    Example(
      .wrongPlace, "no place where one is needed",
      wrong: inRooms.holding("Debate", .of(1), "am1"),
      mended: inRooms.holding("Debate", .of(1), "am1", in: "Room 2")),
    Example(
      .wrongPlace, "a place where none is needed", subject: "Hall",
      wrong: Sample([Sample.template("Study")]).holding("Study", "am1", in: "Hall"),
      mended: Sample([Sample.template("Study")]).holding("Study", "am1")),
    Example(
      .wrongPlace, "not the class's own room", subject: "Room 1",
      wrong: ownRoom.holding("Debate", .of(1), "am1", in: "Room 1"),
      mended: ownRoom.holding("Debate", .of(1), "am1", in: "Room 2")
        .holding("Debate", .of(2), "am1", in: "Room 1")),
    Example(
      .wrongPlace, "the place it is streamed to left out",
      wrong: streamed.holding("Talk", "am1", in: "Hall"),
      mended: streamed.holding("Talk", "am1", in: "Hall", "Room 2")),
    Example(
      .tooFewSeats, "sixty people in a room of forty", subject: "Room 1",
      wrong: Sample([Sample.template("Talk", in: [Sample.hall, Sample.room1])])
        .holding("Talk", "am1", in: "Room 1"),
      mended: inHall.holding("Talk", "am1", in: "Hall")),
    Example(
      .tooFewSeats, "a streamed session, though seats elsewhere are only wished for",
      subject: "Room 1", wrong: wishingSeats(streamed(to: Sample.room2, for: 90), "Room 1"),
      mended: wishingSeats(streamed(to: Sample.room2, for: 90), "Hall")),
    Example(
      .wrongPlace, "not the class's own room, which may be overfilled", subject: "Room 1",
      wrong: wishing(ownRoom(for: 45)).holding("Debate", .of(1), "am1", in: "Room 1"),
      mended: wishing(ownRoom(for: 45)).holding("Debate", .of(1), "am1", in: "Room 2")),
    Example(
      .tooFewSeats, "a site that is too small for the run alone", subject: "Museum",
      wrong: Sample([Sample.template("Visit", in: Sample.sites)])
        .holding("Visit", "am1", in: "Museum"),
      mended: Sample([Sample.template("Visit", in: Sample.sites)])
        .holding("Visit", "am1", in: "Park")),
    Example(
      .noStream, "streamed from a room that cannot", subject: "Room 1",
      wrong: streamed.holding("Talk", "am1", in: "Room 1", "Room 2"),
      mended: streamed.holding("Talk", "am1", in: "Hall", "Room 2")),
    Example(
      .noStream, "someone from afar in a room that cannot stream", subject: "Room 1",
      wrong: remote.holding("Talk", .of(1), "am1", in: "Room 1", by: ["Li"]),
      mended: remote.holding("Talk", .of(1), "am1", in: "Room 2", by: ["Li"])),
    Example(
      .placeClosed, "closed at that time", subject: "Hall",
      wrong: closing(inHall, Window(weekdays: [.monday], times: 590..<630))
        .holding("Talk", "am1", in: "Hall"),
      mended: closing(inHall, Window(weekdays: [.monday], times: 590..<630))
        .holding("Talk", day: 2, "am1", in: "Hall")),
    Example(
      .placeClosed, "not open long enough", subject: "Park",
      wrong: inHall.changing { $0.plan.places[4].availability.allowed = [Window(times: 540..<960)] }
        .holding("Talk", "am1", in: "Park"),
      mended: inHall.changing {
        $0.plan.places[4].availability.allowed = [Window(times: 510..<600)]
      }
      .holding("Talk", "am1", in: "Park")),
    Example(
      .placeClosed, "the school is closed", subject: "Hall",
      wrong: inHall.changing(schoolClosedOnMonday).holding("Talk", "am1", in: "Hall"),
      mended: inHall.changing(schoolClosedOnMonday).holding("Talk", day: 2, "am1", in: "Hall")),
    Example(
      .placeClash, "two classes in one room", subject: "Room 1",
      wrong: inRooms.holding("Debate", .of(1), "am1", in: "Room 1")
        .holding("Debate", .of(2), "am1", in: "Room 1"),
      mended: inRooms.holding("Debate", .of(1), "am1", in: "Room 1")
        .holding("Debate", .of(2), "am2", in: "Room 1")),
    Example(
      .placeClash, "a room that a lecture is streamed to", subject: "Room 2",
      wrong: streamedBesideClass.holding("Talk", .of(1), "am1", in: "Hall", "Room 2")
        .holding("Debate", .of(2), "am1", in: "Room 2"),
      mended: streamedBesideClass.holding("Talk", .of(1), "am1", in: "Hall", "Room 2")
        .holding("Debate", .of(2), "am1", in: "Room 1")),
    Example(
      .siteOverfull, "sixty people at a site for fifty", subject: "Museum",
      wrong: visit.holding("Visit", .of(1), "am1", in: "Museum")
        .holding("Visit", .of(2), "am1", in: "Museum"),
      mended: visit.holding("Visit", .of(1), "am1", in: "Park")
        .holding("Visit", .of(2), "am1", in: "Park")),
  ]

  private static let streamedBesideClass = Sample([
    Sample.template("Talk", .studyClass, in: [Sample.hall]) { $0.streamedTo = [Sample.room2] },
    Sample.template("Debate", .studyClass, in: Sample.rooms),
  ])

  private static func schoolClosedOnMonday(_ sample: inout Sample) {
    var school = School(name: "North")
    school.closed = [Window(weekdays: [.monday])]
    sample.plan.schools = [school]
    sample.plan.places[0].school = SchoolID(0)
  }
}
