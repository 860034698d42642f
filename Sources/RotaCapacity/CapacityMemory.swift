import RotaPlanning

/// What is known of plans checked before. Most of a plan stays as it is from one statement to the
/// next, and with it most of what is asked of it.
public struct CapacityMemory: Sendable {
  private var calendar: TeachingCalendar?
  var starts = Memory<StartQuestion.Topic, StartQuestion, (Domains, [OrderBounds.Conflict])>()
  private var domains = Domains(count: 0)
  var strands = Memory<StrandQuestion.Topic, StrandQuestion, StrandAnswer>()
  var pools = Memory<PoolTopic, Pool.Shape, PoolAnswer>()
  var teacherDays = Memory<PoolTopic, TeacherDays.Question, PoolShortage?>()
  private var uses = Memory<UseQuestion.Topic, UseQuestion, [DemandRow]>()

  public init() {}

  /// Every answer depends on the calendar: of another one nothing is known.
  mutating func keep(for calendar: TeachingCalendar) {
    if self.calendar == calendar { return }
    self = CapacityMemory()
    self.calendar = calendar
  }

  /// The starts to go on with: the last ones where these are the same, since two values that share
  /// their storage are compared at a glance.
  mutating func kept(_ domains: Domains) -> Domains {
    if domains != self.domains { self.domains = domains }
    return self.domains
  }

  /// The rows known to a question, or the report that is worked out. Findings are not remembered, for
  /// they cite where things were written.
  mutating func report(
    _ question: UseQuestion, about topic: UseQuestion.Topic,
    by working: (inout CapacityMemory) throws(Cancellation.Requested) -> CapacityReport
  ) throws(Cancellation.Requested) -> CapacityReport {
    if let rows = uses.answer(to: question, about: topic) { return CapacityReport(rows: rows) }
    let report = try working(&self)
    if report.findings.isEmpty { uses.remember(report.rows, to: question, about: topic) }
    return report
  }
}

/// All that decides when sessions may begin, given the calendar.
struct StartQuestion: Equatable {
  enum Topic { case all }
  var programme: Programme
  var modules: [Module]
  var places: [Openness]
  var teachers: [Openness]
  var streams: [Bool]
  var isRemote: [Bool]
}

/// All that decides what a check has to say of the use of something, given the calendar.
struct UseQuestion: Equatable {
  /// What is used; of what is counted by itself, which.
  enum Topic: Hashable {
    case places, teachers, teacherLimits, classes
    case buses(Int)
    case resource(Int)
  }
  private var programme: Programme
  private var domains: Domains
  /// Periods of a session, by template.
  private var periods: [Int]
  private var machines: [Pool.Machine]
  /// What else the check looks at, each list in an order of its own.
  private var numbers: [[Int]]
  private var names: [String]

  init(
    _ context: CapacityContext, machines: [Pool.Machine] = [], numbers: [[Int]] = [],
    names: [String] = []
  ) {
    programme = context.programme
    domains = context.domains
    periods = context.templates.all.map(\.periods)
    self.machines = machines
    self.numbers = numbers
    self.names = names
  }
}

/// Tells parts of pools from each other: what they are asked for, and their first machine.
struct PoolTopic: Hashable {
  enum Sort { case places, teachers, teacherLimits, buses, resources, classes }
  private var sort: Sort
  private var machine: Int?

  init(_ sort: Sort, _ pool: Pool) {
    self.sort = sort
    machine = pool.machines.first?.number
  }
}
