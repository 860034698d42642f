import LocalSearch
import RotaPlanning

/// A plan drawn at random, so small that all its timetables can be tried, and so tight that often
/// there is none.
struct SmallPlan {
  private(set) var plan = Plan()
  private var random: RandomSource

  init(seed: UInt64) {
    random = RandomSource(seed: seed)
    drawCalendar()
    drawPlaces()
    drawTeachers()
    plan.modules = [Module(name: "M")]
    for number in 0..<(2 + random.below(3)) { drawSession(number) }
    drawRotation()
  }

  private mutating func chance(_ percent: Int) -> Bool { random.below(100) < percent }

  private mutating func some<Item>(_ items: [Item]) -> [Item] {
    var chosen: [Item] = []
    for item in items where chance(60) { chosen.append(item) }
    return chosen.isEmpty ? Array(items.prefix(1)) : chosen
  }

  private mutating func drawCalendar() {
    let first = Day(year: 2027, month: 3, day: 1) ?? Day(number: 0)
    let periods: [TeachingCalendar.Period] = [
      .init(name: "p1", times: 540..<600), .init(name: "p2", times: 615..<675),
      .init(name: "p3", times: 840..<900),
    ]
    plan.calendar = TeachingCalendar(
      dates: first...first.advanced(by: chance(15) ? 0 : 1 + random.below(2)),
      weekdays: [.monday, .tuesday, .wednesday],
      periods: Array(periods.prefix(2 + random.below(2))))
  }

  private mutating func drawPlaces() {
    for number in 0..<(1 + random.below(2)) {
      var place = Place(name: "V\(number)", role: .venue)
      if chance(40) { place.seats = 12 + random.below(20) }
      place.streams = chance(50)
      if chance(15) { place.availability.excluded = [Window(times: 600..<700)] }
      plan.places.append(place)
    }
    if chance(50) {
      var site = Place(name: "S", role: .site)
      site.seats = chance(60) ? 10 + random.below(20) : nil
      site.travel = chance(70) ? 10 + 20 * random.below(3) : nil
      plan.places.append(site)
    }
    if chance(30) {
      var buses = Resource(name: "buses", role: .buses, count: 1 + random.below(2))
      buses.seats = 10
      plan.resources.append(buses)
    }
    plan.resources.append(Resource(name: "kits", role: .other, count: 1 + random.below(2)))
  }

  private mutating func drawTeachers() {
    for number in 0..<(1 + random.below(2)) {
      var teacher = Teacher(name: "T\(number)")
      if chance(30) { teacher.mostPerDay = 1 }
      if chance(30) { teacher.mostPerWeek = 1 + random.below(3) }
      if chance(20) { teacher.availability.excluded = [Window(weekdays: [.monday])] }
      if chance(20) { teacher.availability.allowed = [Window(times: 500..<700)] }
      teacher.isRemote = chance(15)
      plan.teachers.append(teacher)
    }
  }

  private mutating func drawSession(_ number: Int) {
    var template = SessionTemplate(name: "A\(number)", form: "lecture")
    template.audience = chance(50) ? .run : chance(80) ? .studyClass : .groups(of: 6)
    template.meetings = chance(70) ? 1 : 2
    template.mostPerDay = 1 + random.below(2)
    template.periods = chance(75) ? 1 : 2
    template.acrossBreaks = chance(20)
    if chance(70) { template.places = some(plan.places.indices.map { PlaceID($0) }) }
    if !template.places.isEmpty, plan.places[0].streams, chance(15) {
      template.streamedTo = [PlaceID(0)]
    }
    for _ in 0..<(chance(50) ? 1 : random.below(3))
    where template.teachers.count < plan.teachers.count {
      template.teachers.append(.init(candidates: some(plan.teachers.indices.map { TeacherID($0) })))
    }
    if chance(15) { template.chair = TeacherID(random.below(plan.teachers.count)) }
    if chance(20), let kits = plan.resources.indices.last {
      template.resources = [.init(resource: ResourceID(kits), count: 1)]
    }
    if chance(4) {
      template.phase = chance(50) ? .before(days: chance(50) ? 1 : nil) : .after(days: nil)
    }
    template.isFirst = chance(8)
    template.isLast = chance(8)
    template.onFirstDay = chance(7)
    template.notFirstDay = chance(10)
    template.notLastDay = chance(7)
    if chance(7) { template.atPeriods = ["p2"] }
    if chance(7) { template.onDays = [1 + random.below(2)] }
    if chance(10) { template.excluded = [Window(weekdays: [.tuesday], times: 500..<700)] }
    if number > 0, chance(35) {
      let kinds: [SessionTemplate.Relation.Kind] = [
        .after, .before, .rightAfter, .sameDay, .notSameDay, .atLeastDaysAfter(1), .withinDays(1),
        .withinDays(0),
      ]
      template.relations = [
        .init(kind: kinds[random.below(kinds.count)], session: "A\(random.below(number))")
      ]
    }
    plan.modules[0].sessions.append(template)
  }

  private mutating func drawRotation() {
    var rotation = Rotation(name: "R")
    let classes = chance(80) ? 1 : 2
    rotation.trainees = .people(12 * classes)
    rotation.largestClass = 12
    // Now and then a day is left before the stay, or after it.
    let days = plan.calendar.days
    let beginsLate = days.count > 1 && chance(25)
    if beginsLate { rotation.starts = days[1].day }
    rotation.length = max(1, days.count - (beginsLate || chance(15) ? 1 : 0))
    rotation.modules = [ModuleID(0)]
    if chance(25) { rotation.mostSessionsPerDay = 1 + random.below(3) }
    plan.rotations = [rotation]
    if chance(15) { plan.preferences = [Preference(wish: .enoughSeats)] }
  }
}
