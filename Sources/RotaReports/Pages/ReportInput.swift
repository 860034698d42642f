import RotaPlanning

/// What reports are made from.
public struct ReportInput: Sendable {
  public var plan: Plan
  public var programme: Programme
  public var timetable: Timetable
  /// The first is the main one; headings of columns stand in all of them. Never empty.
  public var languages: [Plan.Language]
  /// Printed on every page, so that an old sheet on the wall can be told from a new one.
  public var versionDate: Day?
  /// Whether programs will read it: dates as ISO 8601 writes them, numbers without separators, one
  /// language.
  public var isForPrograms = false
  /// Who is in which class, where rosters name the people; nil where numbers are all that is known.
  public var classLists: ClassLists?
  /// Who is in which group; empty for reports that do not tell.
  public var groups = GroupRounds()
  /// Asked before each page. Once true the pages are empty: who asks for them must look, too.
  public var isCancelled: @Sendable () -> Bool = { false }
  /// What calendars have been given; events go on from it.
  public var calendars = CalendarHistory()

  /// The classes that people have been told of.
  var knownClasses: KnownClasses { calendars.classes(known: timetable.publication) }

  /// In the plan's languages where none are given.
  public init(
    plan: Plan, programme: Programme, timetable: Timetable, languages: [Plan.Language] = [],
    versionDate: Day? = nil
  ) {
    self.plan = plan
    self.programme = programme
    self.timetable = timetable
    let chosen = languages.isEmpty ? plan.languages : languages
    self.languages = chosen.isEmpty ? [.english] : chosen
    self.versionDate = versionDate
  }
}

/// Whose timetable is asked for.
public enum ReportTarget: Hashable, Sendable {
  case all
  case studyClass(ClassID)
  case run(RunID)
  /// All runs of a rotation; an event is a rotation of one run.
  case rotation(RotationID)
  /// What is held at a school, or for its rotations.
  case school(SchoolID)
  case teacher(TeacherID)
  /// A venue or a site.
  case place(PlaceID)
  case day(Day)
  /// For notices and calendars, which tell those who had sessions that they have none any more.
  case former(FormerName)
}
