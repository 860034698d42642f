import RotaPlanning

extension Example {
  /// Two classes at different sites: each needs two buses of twenty for its thirty people.
  private static func visits(buses: Int, _ change: (inout Resource) -> Void = { _ in }) -> Sample {
    Sample([Sample.template("Visit", .studyClass, in: Sample.sites)]) { plan in
      var resource = Sample.resource("buses", .buses, buses, seats: 20)
      change(&resource)
      plan.resources = [resource]
      plan.schools = [School(name: "North"), School(name: "South")]
      plan.rotations[0].school = SchoolID(0)
    }
  }

  private static func both(_ sample: Sample, _ first: String, _ second: String) -> Sample {
    sample.holding("Visit", .of(1), first, in: "Museum")
      .holding("Visit", .of(2), second, in: "Park")
  }

  private static func projectors(_ count: Int) -> Sample {
    Sample([
      Sample.template("Talk", .studyClass) {
        $0.resources = [.init(resource: ResourceID(0), count: 2)]
      }
    ]) { $0.resources = [Sample.resource("projector", .other, count)] }
    .holding("Talk", .of(1), "am1").holding("Talk", .of(2), "am1")
  }

  /// Both classes go out together, and then each by itself, so far that nobody is home in between: four
  /// buses of twenty for sixty people who part.
  private static func onward(buses: Int) -> Sample {
    Sample([
      Sample.template("Trip", .run, in: Sample.sites),
      Sample.template("Visit", .studyClass, in: Sample.sites),
    ]) { plan in
      plan.resources = [Sample.resource("buses", .buses, buses, seats: 20)]
      for place in plan.places.indices where plan.places[place].role == .site {
        plan.places[place].travel = 15
        plan.places[place].seats = 100
        plan.places[place].zone = ZoneID(0)
      }
      plan.zones = [Zone(name: "Hills")]
    }
    .holding("Trip", "am1", in: "Museum").holding("Visit", .of(1), "am2", in: "Park")
    .holding("Visit", .of(2), "am2", in: "Museum")
  }

  static let uses: [Example] = [
    Example(
      // Three take everybody out; parted, each class needs two.
      .resourceOverfull, "buses go on with those who go on", subject: "buses",
      wrong: onward(buses: 3), mended: onward(buses: 4)),
    Example(
      .resourceOverfull, "four buses needed of three", subject: "buses",
      wrong: both(visits(buses: 3), "am1", "am1"), mended: both(visits(buses: 4), "am1", "am1")),
    Example(
      // The first is back at 10:40, the second leaves at 09:30.
      .resourceOverfull, "buses still on the way", subject: "buses",
      wrong: both(visits(buses: 3), "am1", "am2"), mended: both(visits(buses: 3), "am1", "pm1")),
    Example(
      .resourceOverfull, "one bus each where seats are not counted", subject: "buses",
      wrong: both(visits(buses: 1) { $0.seats = nil }, "am1", "am1"),
      mended: both(visits(buses: 2) { $0.seats = nil }, "am1", "am1")),
    Example(
      .resourceOverfull, "buses of the own school, not of another", subject: "buses",
      wrong: both(visits(buses: 3) { $0.school = SchoolID(0) }, "am1", "am1"),
      mended: both(visits(buses: 3) { $0.school = SchoolID(1) }, "am1", "am1")),
    Example(
      .resourceOverfull, "four projectors needed of three", subject: "projector",
      wrong: projectors(3), mended: projectors(4)),
  ]
}
