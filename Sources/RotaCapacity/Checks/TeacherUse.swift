import NetworkFlow
import RotaDiagnostics
import RotaPlanning

extension Check {
  /// Teachers have free periods for all that only they can teach or chair.
  static let teacherUse = Check { (context, memory) throws(Cancellation.Requested) in
    let machines = teachers(context)
    let sets = context.templates.all.map { template in
      var sets = template.teachers.map { $0.candidates.map(\.value) }
      // One of the teachers may take the chair as well.
      if let chair = template.chair,
        !template.teachers.contains(where: { $0.candidates.contains(chair) })
      {
        sets.append([chair.value])
      }
      return sets
    }
    let question = UseQuestion(context, machines: machines, numbers: flat(sets))
    return try memory.report(question, about: .teachers) {
      (memory) throws(Cancellation.Requested) in
      let asked = pool(of: machines, sets, context)
      return try PoolReport.report(asked, .teachers, context, &memory) { _ in
        .teacher
      } finding: {
        CapacityMessages.teachersShort($0, context)
      }
    }
  }

  /// The most sessions that teachers take in a day and in a week are enough.
  static let teacherLimits = Check { (context, memory) throws(Cancellation.Requested) in
    let isLimited = context.plan.teachers.map { $0.mostPerDay != nil || $0.mostPerWeek != nil }
    guard isLimited.contains(true) else { return CapacityReport() }
    let machines = teachers(context)
    // Whoever cannot always come has days of their own, and none where they can never come: they are
    // no way round the limits of the others.
    let isBounded = zip(isLimited, context.openTeachers).map { $0 || !$1.isAlways }
    let sets = context.templates.all.map { template in
      template.teachers.filter { need in
        need.candidates.contains { isLimited[$0.value] }
          && need.candidates.allSatisfy { isBounded[$0.value] }
      }.map { $0.candidates.map(\.value) }
    }
    let limits = context.plan.teachers.map { [$0.mostPerDay ?? -1, $0.mostPerWeek ?? -1] }
    let question = UseQuestion(context, machines: machines, numbers: limits + flat(sets))
    return try memory.report(question, about: .teacherLimits) {
      (memory) throws(Cancellation.Requested) in
      var findings: [Diagnostic] = []
      for part in pool(of: machines, sets, context).parts()
      where findings.count < PoolReport.mostFindings {
        try context.cancellation.check()
        let days = TeacherDays(pool: part, context: context)
        let shortage = memory.teacherDays.answer(
          to: days.question, about: PoolTopic(.teacherLimits, part), by: days.shortage)
        if let shortage {
          findings.append(CapacityMessages.teacherLimits(Pool.Named(shortage, in: part), context))
        }
      }
      return CapacityReport(findings: findings)
    }
  }

  private static func teachers(_ context: CapacityContext) -> [Pool.Machine] {
    context.plan.teachers.indices.map { index in
      Pool.Machine(
        number: index, name: context.plan.teachers[index].name, capacity: 1, isShared: false,
        openness: context.openTeachers[index])
    }
  }

  /// - Parameter sets: of whom one is needed each, by template.
  private static func pool(
    of machines: [Pool.Machine], _ sets: [[[Int]]], _ context: CapacityContext
  ) -> Pool {
    var pool = Pool()
    pool.machines = machines
    let numbers = sets.map { $0.map { pool.set($0) } }
    for index in context.templates.ofSession.indices {
      for set in numbers[context.templates.ofSession[index]] {
        pool.add(index, set: set, in: context)
      }
    }
    return pool
  }

  /// How many sets each template has, and these.
  private static func flat(_ sets: [[[Int]]]) -> [[Int]] {
    [sets.map(\.count)] + sets.flatMap { $0 }
  }
}

/// Sessions matched to days of teachers, each day and week up to its limit.
struct TeacherDays {
  private let pool: Pool
  private let calendar: TeachingCalendar
  /// By position in the pool.
  private let limits: [Limits]

  private struct Limits: Equatable {
    var perDay: Int?
    var perWeek: Int?
  }

  /// All that a shortage depends on, given the calendar.
  struct Question: Equatable {
    private var shape: Pool.Shape
    private var limits: [Limits]

    fileprivate init(_ days: TeacherDays) {
      shape = Pool.Shape(days.pool)
      limits = days.limits
    }
  }

  init(pool: Pool, context: CapacityContext) {
    self.pool = pool
    calendar = context.calendar
    limits = pool.machines.map { machine in
      let teacher = context.plan.teachers[machine.number]
      return Limits(perDay: teacher.mostPerDay, perWeek: teacher.mostPerWeek)
    }
  }

  var question: Question { Question(self) }

  func shortage() -> PoolShortage? {
    let source = 0
    let sink = 1 + pool.groups.count
    var nodes = sink + 1
    var days: [Int: Int] = [:]
    var weeks: [Int: Int] = [:]
    var arcs: [(from: Int, to: Int, capacity: Int)] = []
    var demand = 0
    for (index, group) in pool.groups.enumerated() {
      demand += group.sessions.count
      arcs.append((source, 1 + index, group.sessions.count))
      for teacher in group.machines {
        let open = pool.machines[teacher].openness
        let limits = limits[teacher]
        var last = -1
        for start in group.starts where calendar.slots[start].dayIndex != last {
          guard open.allows(start..<(start + group.periods), in: calendar) else { continue }
          last = calendar.slots[start].dayIndex
          let key = teacher * calendar.days.count + last
          let day = days[key] ?? nodes
          if day == nodes {
            days[key] = day
            nodes += 1
            let weekKey = teacher * (calendar.days.count + 1) + week(of: last)
            let known = weeks[weekKey]
            let week = known ?? nodes
            if known == nil {
              weeks[weekKey] = week
              nodes += 1
              arcs.append((week, sink, max(0, limits.perWeek ?? calendar.slots.count)))
            }
            let periods =
              open.isAlways
              ? calendar.days[last].slots.count
              : calendar.days[last].slots.count { open.allows($0..<($0 + 1), in: calendar) }
            arcs.append((day, week, max(0, min(periods, limits.perDay ?? periods))))
          }
          arcs.append((1 + index, day, group.sessions.count))
        }
      }
      if arcs.count > 300_000 { return nil }
    }
    var network = MaximumFlow(nodes: nodes)
    for arc in arcs { _ = network.connect(arc.from, arc.to, capacity: arc.capacity) }
    let lacking = demand - network.augment(from: source, to: sink)
    if lacking == 0 { return nil }
    let side = network.sourceSide(from: source)
    let groups = pool.groups.indices.filter { side[1 + $0] }
    let wanted = groups.reduce(0) { $0 + pool.groups[$1].sessions.count }
    // Of those who could teach it, the ones who can come at all.
    let machines = Set(groups.flatMap { pool.groups[$0].machines }).sorted().filter { teacher in
      groups.contains { group in
        pool.groups[group].machines.contains(teacher)
          && pool.groups[group].starts.contains {
            pool.machines[teacher].openness.allows(
              $0..<($0 + pool.groups[group].periods), in: calendar)
          }
      }
    }
    let low = groups.map { pool.groups[$0].window.lowerBound }.min() ?? 0
    let high = groups.map { pool.groups[$0].window.upperBound }.max() ?? 0
    return PoolShortage(
      groups: groups, machines: machines, demand: wanted, supply: wanted - lacking,
      measure: .sessions, window: low..<high)
  }

  /// Weeks from Monday to Sunday, counted from that of the first teaching day.
  private func week(of day: Int) -> Int {
    let days = calendar.days
    let first = days[0].day
    let monday = first.number - (first.weekday.rawValue - 1)
    return (days[day].day.number - monday) / 7
  }
}
