import LocalSearch
import RotaPlanning

/// A plan of one rotation drawn at random, so small that all ways to give its runs dates and people can
/// be tried, and so tight that often there is none.
struct SmallRotation {
  private(set) var plan = Plan()
  private var random: RandomSource

  init(seed: UInt64) {
    random = RandomSource(seed: seed)
    drawCalendar()
    drawUnits()
    if chance(40) {
      plan.resources.append(Resource(name: "beds", role: .beds, count: 1 + random.below(5)))
    }
    drawRotation()
    if chance(40) { drawHall() }
  }

  private mutating func chance(_ percent: Int) -> Bool { random.below(100) < percent }

  /// Monday, 1 March 2027, or some days later.
  private func day(_ number: Int) -> Day {
    (Day(year: 2027, month: 3, day: 1) ?? Day(number: 0)).advanced(by: number)
  }

  private mutating func drawCalendar() {
    plan.calendar = TeachingCalendar(
      dates: day(0)...day(1 + random.below(5)),
      weekdays: [.monday, .tuesday, .wednesday, .thursday, .friday],
      periods: [.init(name: "am", times: 540..<600)],
      holidays: chance(30) ? [.init(dates: day(1)...day(1))] : [])
  }

  private mutating func drawUnits() {
    for number in 0..<(1 + random.below(2)) {
      var unit = Unit(name: "U\(number)", people: 1 + random.below(3))
      if chance(40) { unit.away = .people(1 + random.below(3)) }
      if chance(20) { unit.excluded = [Window(dates: day(0)...day(random.below(2)))] }
      plan.units.append(unit)
    }
  }

  private mutating func drawRotation() {
    var rotation = Rotation(name: "R")
    rotation.trainees = .units(plan.units.indices.map { UnitID($0) })
    let runs = 1 + random.below(3)
    rotation.runs = chance(70) ? .exactly(runs) : .asNeeded
    rotation.length = 1 + random.below(2)
    if chance(70) { rotation.largestClass = 1 + random.below(3) }
    if rotation.largestClass == nil || chance(25) { rotation.classes = 1 + random.below(4) }
    if chance(20) { rotation.starts = day(random.below(3)) }
    if chance(20) { rotation.ends = day(1 + random.below(5)) }
    if chance(20) { rotation.startWeekdays = [.monday, .wednesday] }
    if chance(25) { rotation.daysBetween = random.below(3) }
    if chance(25) { rotation.mostRunsAtOnce = 2 }
    for number in 1...runs where chance(25) {
      var override = Rotation.RunOverride()
      if chance(30) { override.starts = day(random.below(5)) }
      if chance(30) { override.people = 1 + random.below(3) }
      if chance(30) { override.classes = 1 + random.below(2) }
      if chance(20) { override.length = 1 + random.below(2) }
      if chance(20) { override.units = [UnitID(0)] }
      rotation.runOverrides[number] = override
    }
    plan.rotations = [rotation]
  }

  /// Each run must meet in a hall, which seats some.
  private mutating func drawHall() {
    var hall = Place(name: "Hall", role: .venue)
    hall.seats = 1 + random.below(4)
    plan.places = [hall]
    var opening = SessionTemplate(name: "Opening", form: "ceremony")
    opening.places = [PlaceID(0)]
    var module = Module(name: "M")
    module.sessions = [opening]
    plan.modules = [module]
    plan.rotations[0].modules = [ModuleID(0)]
  }
}
