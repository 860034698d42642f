import RotaPlanning

/// What stands against a rotation, as data; worded in `ArithmeticMessages`.
enum Problem {
  // What is said of the rotation itself.
  case noTrainees
  case tooMany(what: String, count: Int, limit: Int)
  case noTeachingDays
  case moreRunsThanPeople(runs: Int)
  case moreClassesThanPeople(classes: Int)
  case fewerClassesThanRuns(classes: Int, runs: Int)
  case classesTooFew(classes: Int, size: Int)
  case classesOfRuns(made: Int, said: Int)
  case unknownRun(number: Int, runs: Int)
  case unknownClass(Rotation.ClassNumber, classes: Int)
  case unknownRunOfSession(module: ModuleID, template: Int, number: Int, runs: Int)
  case classTooLarge(Rotation.ClassNumber, people: Int, size: Int)
  case runDoesNotAddUp(run: Int, people: Int, least: Int, most: Int)
  case runsDoNotAddUp(least: Int, most: Int)

  // Places, beds and dates.
  case hall(RunCeiling.Hall, run: Int, people: Int, runs: Int, held: Int)
  case beds(Int, run: Int, people: Int, runs: Int, held: Int)
  case notATeachingDay(Day, clause: String, run: Int?)
  case wrongWeekday(Day, clause: String, run: Int?)
  case outsideDates(Day, clause: String, run: Int?, dates: ClosedRange<Day>)
  case endsBeforeStart(end: Day, start: Day, run: Int?)
  case datesDoNotFit(DateShortage)
  case runsNeeded(least: Int, reason: RunBound, fitting: Int)

  // Units.
  case unitAway(row: Int, runs: Int, mostAway: Int, barred: [Int])
  case runLacksPeople(run: Int, people: Int, available: Int)
  case unitsCut(rows: [Int], runs: [Int], room: Int)
  case notFound(runs: Int)

  /// Whether this proves that there is no programme; all but a search that gave up.
  var isProof: Bool {
    if case .notFound = self { return false }
    return true
  }
}

/// Runs that do not fit into the calendar.
struct DateShortage {
  var runs: Int
  /// How many fit, in order.
  var fitting: Int
  /// Teaching days of each run, as the planner said them.
  var lengths: [Int]
  /// Teaching days that all runs need, one after the other.
  var needed: Int
  /// Teaching days that there are from the first day on which a run may be to the last.
  var available: Int
  var from: Day
  var to: Day
}

/// Why a number of runs is needed at least.
enum RunBound {
  case people
  case hall(RunCeiling.Hall)
  case beds(Int)
  case away(row: Int)
  case mentioned
}
