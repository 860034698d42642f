import RotaPlanning

/// What is known of plans checked before. Most of a plan stays as it is from one statement to the
/// next, and with it most of what is asked of it.
public struct CapacityMemory: Sendable {
  private var calendar: TeachingCalendar?
  var starts = Memory<StartQuestion.Topic, StartQuestion, (Domains, [OrderBounds.Conflict])>()
  var pools = Memory<PoolTopic, Pool.Shape, PoolAnswer>()
  var teacherDays = Memory<PoolTopic, TeacherDays.Question, PoolShortage?>()

  public init() {}

  /// Every answer depends on the calendar: of another one nothing is known.
  mutating func keep(for calendar: TeachingCalendar) {
    if self.calendar == calendar { return }
    self = CapacityMemory()
    self.calendar = calendar
  }
}

/// All that decides when sessions may begin, given the calendar.
struct StartQuestion: Equatable {
  enum Topic { case all }
  var programme: Programme
  var modules: [Module]
  var places: [Openness]
  var teachers: [Openness]
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
