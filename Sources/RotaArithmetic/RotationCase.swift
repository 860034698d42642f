import RotaPlanning

/// One rotation to be worked out, with all that is known before its number of runs is.
struct RotationCase {
  var plan: Plan
  var id: RotationID
  var population: Population
  var ceiling: RunCeiling
  let beds: BedTable
  let earlier: EarlierRuns
  let cancellation: Cancellation

  var rotation: Rotation { plan[id] }

  /// Nil where there are more people than can be counted with.
  init?(
    plan: Plan, id: RotationID, beds: BedTable, earlier: EarlierRuns, cancellation: Cancellation
  ) {
    guard let population = Population(of: plan[id], in: plan) else { return nil }
    self.plan = plan
    self.id = id
    self.population = population
    self.beds = beds
    self.earlier = earlier
    self.cancellation = cancellation
    ceiling = RunCeiling(of: plan[id], in: plan, beds: beds)
  }

  /// The largest class; all people where only a number of classes is given.
  var classSize: Int {
    max(1, min(rotation.largestClass ?? population.people, population.people))
  }

  /// Teaching days to work with: more than the calendar has are one more than it has.
  func length(ofRun run: Int) -> Int {
    min(statedLength(ofRun: run), plan.calendar.days.count + 1)
  }

  /// Teaching days as the planner said them, as many as can be counted with.
  func statedLength(ofRun run: Int) -> Int {
    let length = rotation.runOverrides[run + 1]?.length ?? rotation.length
    return max(1, min(length, Population.maximum))
  }

  /// What is said of a run, with the most people that hall and beds allow.
  func bounds(ofRun run: Int) -> RunBounds {
    let override = rotation.runOverrides[run + 1]
    var bounds = RunBounds(
      ceiling: ceiling.people(length: length(ofRun: run)) ?? Int.max, people: override?.people,
      classes: override?.classes)
    for (key, value) in rotation.classOverrides where key.run == run + 1 {
      if let people = value.people { bounds.classPeople[key.number] = people }
    }
    return bounds
  }

  /// The most people of a unit that may be away at once; no limit for people of no unit.
  func mostAway(_ row: Int) -> Int {
    population.rows[row].unit.map { plan[$0].mostAway } ?? population.rows[row].people
  }

  /// Whether a unit may send people to a run at all, whatever its dates.
  func maySend(_ row: Int, toRun run: Int) -> Bool {
    guard let units = rotation.runOverrides[run + 1]?.units else { return true }
    return population.rows[row].unit.map { units.contains($0) } ?? false
  }

  /// Whether a unit's people cannot come on one of these teaching days, or for a part of it.
  func isExcluded(_ row: Int, on days: Range<Int>) -> Bool {
    guard let unit = population.rows[row].unit else { return false }
    let windows = plan[unit].excluded
    if windows.isEmpty { return false }
    return days.contains { index in
      let day = plan.calendar.days[index]
      return windows.contains { window in
        guard window.includes(day.day) else { return false }
        guard let times = window.times else { return true }
        return day.slots.contains { plan.calendar.slots[$0].times.overlaps(times) }
      }
    }
  }
}
