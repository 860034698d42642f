import RotaPlanning

/// A hard rule, or a few that are found in one count.
struct HardRule: Sendable {
  /// The rules that it can report.
  let reports: [Violation.Rule]
  let broken: @Sendable (Recount) -> [Violation]

  init(_ reports: Violation.Rule..., broken: @escaping @Sendable (Recount) -> [Violation]) {
    self.reports = reports
    self.broken = broken
  }

  /// Every hard rule, in the order in which they are reported.
  static let all = programme + timetable

  /// What runs, classes and sessions must be, whenever they meet.
  static let programme: [HardRule] = [
    numberOfRuns, datesOfRuns, runsAtOnce, peopleTrained, peopleInRuns, classes, unitsInRuns,
    unitsAway, beds, sessionsOfPlan, attendees, groups,
  ]

  static let timetable: [HardRule] = [
    names, teachingPeriods, days, starts,
    places, seats, streaming, placesOpen, venuesTaken, sitesFilled,
    teachers, teachersAvailable, teachersFree, teacherLimits, teachersTravel,
    audiencesAvailable, audiencesFree, audienceLimits, audiencesTravel,
    buses, resources, firstAndLast, meetings, relations,
  ]
}
