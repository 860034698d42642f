import RotaPlanning
import Testing

@Suite struct PlanTests {
  private func plan() -> Plan {
    var plan = Plan()
    plan.zones = [Zone(name: "East"), Zone(name: "West")]
    var north = School(name: "North")
    north.zone = ZoneID(0)
    plan.schools = [north, School(name: "South")]
    var hall = Place(name: "Hall", role: .venue)
    hall.school = SchoolID(0)
    hall.seats = 100
    hall.streams = true
    var annex = Place(name: "Annex", role: .venue)
    annex.school = SchoolID(1)
    annex.seats = 40
    var museum = Place(name: "Museum", role: .site)
    museum.zone = ZoneID(1)
    museum.travel = 30
    var park = Place(name: "Park", role: .site)
    park.zone = ZoneID(1)
    park.travel = 50
    var harbour = Place(name: "Harbour", role: .site)
    harbour.travel = 20
    plan.places = [hall, annex, museum, park, harbour]
    return plan
  }

  private func way(_ plan: Plan, _ a: Int, _ b: Int) -> Int {
    let there = plan.travelMinutes(from: PlaceID(a), to: PlaceID(b))
    #expect(there == plan.travelMinutes(from: PlaceID(b), to: PlaceID(a)))
    return there
  }

  @Test func withoutDeclaredWaysSitesAreReachedFromTheSchool() {
    let plan = plan()
    #expect(way(plan, 0, 0) == 0)
    #expect(way(plan, 0, 1) == 0)
    #expect(way(plan, 0, 2) == 30)
    #expect(way(plan, 2, 3) == 0)
    #expect(way(plan, 2, 4) == 50)
  }

  @Test func declaredWaysCountTheNearerTheyAreToThePlace() {
    var plan = plan()
    plan.travel[.init(.zone(ZoneID(1)), .zone(ZoneID(0)))] = 25
    #expect(way(plan, 0, 2) == 25)
    plan.travel[.init(.school(SchoolID(0)), .school(SchoolID(1)))] = 45
    #expect(way(plan, 0, 1) == 45)
    plan.travel[.init(.place(PlaceID(2)), .place(PlaceID(0)))] = 15
    #expect(way(plan, 0, 2) == 15)
    #expect(way(plan, 0, 3) == 25)
  }

  @Test func outingsLeadToSitesOnly() {
    let plan = plan()
    #expect((0..<5).map { plan.outing(from: SchoolID(0), to: PlaceID($0)) } == [0, 0, 30, 50, 20])
  }

  /// The museum's own way is that from the school that it belongs to; from the other one that was
  /// declared between them counts.
  @Test func outingsBeginWhereThePeopleAre() {
    var plan = plan()
    plan.places[2].school = SchoolID(1)
    plan.travel[.init(.zone(ZoneID(0)), .zone(ZoneID(1)))] = 120
    func outing(_ school: SchoolID?) -> Int { plan.outing(from: school, to: PlaceID(2)) }
    #expect(outing(SchoolID(0)) == 120)
    #expect(outing(SchoolID(1)) == 30)
    #expect(outing(nil) == 30)
    plan.travel[.init(.school(SchoolID(0)), .place(PlaceID(2)))] = 100
    #expect(outing(SchoolID(0)) == 100)
  }

  @Test func aPlaceLiesInItsOwnZoneOrItsSchools() {
    let plan = plan()
    #expect(plan.zone(of: plan.places[0]) == ZoneID(0))
    #expect(plan.zone(of: plan.places[1]) == nil)
    #expect(plan.zone(of: plan.places[2]) == ZoneID(1))
  }

  @Test func limitsOfPeopleAwayAreExact() {
    func most(_ people: Int, _ away: Unit.AwayLimit?) -> Int {
      var unit = Unit(name: "U", people: people)
      unit.away = away
      return unit.mostAway
    }
    #expect(most(790, .share(basisPoints: 3000)) == 237)
    #expect(most(789, .share(basisPoints: 3000)) == 236)
    #expect(most(790, .share(basisPoints: 10_000)) == 790)
    #expect(most(790, .share(basisPoints: Int.max)) == 790)
    #expect(most(Int.max, .share(basisPoints: 9999)) < Int.max)
    #expect(most(790, .people(1000)) == 790)
    #expect(most(790, nil) == 790)
  }

  @Test func seatsOfStreamedPlacesAddUpOnce() {
    let plan = plan()
    #expect(plan.seats(at: PlaceID(0), streamedTo: []) == 100)
    #expect(plan.seats(at: PlaceID(0), streamedTo: [PlaceID(1), PlaceID(0)]) == 140)
    #expect(plan.seats(at: PlaceID(0), streamedTo: [PlaceID(2)]) == nil)
    #expect(plan.seats(at: PlaceID(2), streamedTo: []) == nil)
    var vast = plan
    vast.places[0].seats = Int.max
    #expect(vast.seats(at: PlaceID(0), streamedTo: [PlaceID(1)]) == Int.max)
  }

  @Test func streamedSessionsNeedAPlaceThatStreams() {
    var plan = plan()
    plan.teachers = [Teacher(name: "Near"), Teacher(name: "Far")]
    plan.teachers[1].isRemote = true
    var template = SessionTemplate(name: "Talk", form: "lecture")
    #expect(plan.canHold(template, at: PlaceID(1)))
    template.teachers = [.init(candidates: [TeacherID(0), TeacherID(1)])]
    #expect(plan.canHold(template, at: PlaceID(1)))
    template.teachers = [.init(candidates: [TeacherID(1)])]
    #expect(!plan.canHold(template, at: PlaceID(1)))
    #expect(plan.canHold(template, at: PlaceID(0)))
    template.teachers = []
    template.streamedTo = [PlaceID(0)]
    #expect(!plan.canHold(template, at: PlaceID(1)))
  }

  @Test func bedsOfASchoolServeItsRotations() {
    var plan = plan()
    var own = Resource(name: "beds", role: .beds, count: 50)
    own.school = SchoolID(0)
    plan.resources = [own, Resource(name: "beds", role: .beds, count: 20)]
    var rotation = Rotation(name: "R")
    #expect(BedTable(of: plan).beds(for: rotation) == 70)
    rotation.school = SchoolID(0)
    #expect(BedTable(of: plan).beds(for: rotation) == 70)
    rotation.school = SchoolID(1)
    #expect(BedTable(of: plan).beds(for: rotation) == 20)
    plan.resources = []
    #expect(BedTable(of: plan).beds(for: rotation) == nil)
  }

  @Test func originsDoNotMakePlansDiffer() {
    var plan = plan()
    let other = plan
    plan.places[0].origins.declared = nil
    plan.places[0].origins.clauses = []
    #expect(plan == other)
    plan.places[0].seats = 99
    #expect(plan != other)
  }

  @Test func identitiesAreOrderedByRotationAudienceModuleAndMeeting() {
    func identity(
      _ audience: SessionIdentity.Audience, _ session: String = "S", _ meeting: Int = 1
    ) -> SessionIdentity {
      SessionIdentity(
        rotation: "R", audience: audience, module: "M", session: session, meeting: meeting)
    }
    let sorted = [
      identity(.allRuns), identity(.runs([1, 2])), identity(.run(1)),
      identity(.studyClass(run: 1, number: 1)),
      identity(.group(run: 1, studyClass: 1, number: 2)),
      identity(.studyClass(run: 1, number: 2)), identity(.run(2)), identity(.run(2), "S", 2),
      identity(.run(2), "T"), identity(.run(10)),
    ]
    #expect(sorted.reversed().sorted() == sorted)
  }
}
