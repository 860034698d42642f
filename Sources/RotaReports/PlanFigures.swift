import RotaPlanning

/// What a programme and its timetable come to in numbers, to set one plan beside another.
public struct PlanFigures: Hashable, Sendable {
  /// Sessions that have a place.
  public var placed = 0
  /// Dates on which any session is held.
  public var daysUsed = 0
  public var venuesUsed = 0
  public var sitesUsed = 0
  /// Periods in which the venues in use hold a session, and in which they are open.
  public var venuePeriods = 0
  public var venuePeriodsOpen = 0
  /// Minutes taught by each teacher who teaches at all, in the order of the plan. Breaks between
  /// a session's periods do not count.
  public var teacherMinutes: [Int] = []
  /// By how many periods the fullest day of a class exceeds its emptiest, for the class with the
  /// greatest difference; days of its run without a session count.
  public var daySpread = 0
  /// People of each run times its days.
  public var personDays = 0
  /// Buses on the road at once, at most, over all declarations of buses.
  public var mostBuses = 0
  /// Buses that set out, in all.
  public var busTrips = 0

  public init(_ input: ReportInput) {
    let plan = input.plan
    let schedule = Schedule(input)
    let calendar = plan.calendar
    placed = schedule.items.count
    daysUsed = Set(schedule.items.map(\.dayIndex)).count
    let byPlace = schedule.items { $0.placement.places }
    for place in plan.places {
      guard let items = byPlace[place.name] else { continue }
      guard place.role == .venue else {
        sitesUsed += 1
        continue
      }
      venuesUsed += 1
      venuePeriods += items.reduce(into: Set<Int>()) { $0.formUnion($1.span) }.count
      let closed = place.school.map { plan[$0].closed } ?? []
      let limits = Availability(
        allowed: place.availability.allowed, excluded: place.availability.excluded + closed)
      venuePeriodsOpen +=
        calendar.slots.indices.count {
          limits.allows(calendar.day(ofSlot: $0), calendar.slots[$0].times)
        }
    }
    let byTeacher = schedule.items { $0.placement.teachers }
    teacherMinutes = plan.teachers.compactMap { teacher in
      byTeacher[teacher.name].map { items in
        items.reduce(0) { $0 + $1.span.reduce(0) { $0 + calendar.slots[$1].times.count } }
      }
    }
    daySpread = Self.daySpread(schedule, input.programme)
    personDays = input.programme.runs.reduce(0) { $0 + $1.people * $1.days.count }
    let outings = Outings(input)
    let peak = ResourcePeak(
      plan: plan, programme: input.programme, items: schedule.items, outings: outings)
    for (index, resource) in plan.resources.enumerated() where resource.role == .buses {
      mostBuses += peak.most(of: ResourceID(index))
    }
    // From the school, that is: they go on to the next site with those who go on.
    for leg in outings.legs where !leg.isTransfer {
      busTrips += outings.buses(for: leg.session) ?? 0
    }
  }

  private static func daySpread(_ schedule: Schedule, _ programme: Programme) -> Int {
    let byClass = schedule.items { $0.session.classes }
    var most = 0
    for (id, items) in byClass {
      var periods: [Int: Set<Int>] = [:]
      for item in items { periods[item.dayIndex, default: []].formUnion(item.span) }
      let counts = programme[programme[id].run].days.map { periods[$0]?.count ?? 0 }
      most = max(most, (counts.max() ?? 0) - (counts.min() ?? 0))
    }
    return most
  }
}
