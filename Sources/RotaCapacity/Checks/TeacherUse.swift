import NetworkFlow
import RotaDiagnostics
import RotaPlanning

extension Check {
  /// Teachers have free periods for all that only they can teach or chair.
  static let teacherUse = Check { context in
    var pool = Pool()
    pool.machines = context.plan.teachers.indices.map { index in
      Pool.Machine(
        name: context.plan.teachers[index].name, capacity: 1, isShared: false,
        openness: context.openTeachers[index])
    }
    for index in context.programme.sessions.indices {
      let template = context.templates[index]
      for need in template.teachers {
        pool.add(index, machines: Set(need.candidates.map(\.value)).sorted(), in: context)
      }
      // One of the teachers may take the chair as well.
      if let chair = template.chair,
        !template.teachers.contains(where: { $0.candidates.contains(chair) })
      {
        pool.add(index, machines: [chair.value], in: context)
      }
    }
    return PoolReport.report(pool, context) { _ in
      .teacher
    } finding: {
      CapacityMessages.teachersShort($0, context)
    }
  }

  /// The most sessions that teachers take in a day and in a week are enough.
  static let teacherLimits = Check { context in
    let isLimited = context.plan.teachers.map { $0.mostPerDay != nil || $0.mostPerWeek != nil }
    guard isLimited.contains(true) else { return CapacityReport() }
    var pool = Pool()
    pool.machines = context.plan.teachers.indices.map { index in
      Pool.Machine(
        name: context.plan.teachers[index].name, capacity: 1, isShared: false,
        openness: context.openTeachers[index])
    }
    for index in context.programme.sessions.indices {
      for need in context.templates[index].teachers
      where need.candidates.allSatisfy({ isLimited[$0.value] }) {
        pool.add(index, machines: Set(need.candidates.map(\.value)).sorted(), in: context)
      }
    }
    guard let shortage = TeacherDays(pool: pool, context: context).shortage() else {
      return CapacityReport()
    }
    return CapacityReport(findings: [CapacityMessages.teacherLimits(shortage, context)])
  }
}

/// Sessions matched to days of teachers, each day and week up to its limit.
private struct TeacherDays {
  let pool: Pool
  let context: CapacityContext

  func shortage() -> Pool.Named? {
    let calendar = context.calendar
    var arcs: [(group: Int, teacher: Int, day: Int)] = []
    for (index, group) in pool.groups.enumerated() {
      for teacher in group.machines {
        let open = pool.machines[teacher].openness
        var last = -1
        for start in group.starts where calendar.slots[start].dayIndex != last {
          guard open.allows(start..<(start + group.periods), in: calendar) else { continue }
          last = calendar.slots[start].dayIndex
          arcs.append((index, teacher, last))
        }
      }
      if arcs.count > 300_000 { return nil }
    }
    let days = Set(arcs.map { [$0.teacher, $0.day] }).sorted { $0.lexicographicallyPrecedes($1) }
    let weeks = Set(days.map { [$0[0], week(of: $0[1])] }).sorted {
      $0.lexicographicallyPrecedes($1)
    }
    let dayNumbers = numbered(days)
    let weekNumbers = numbered(weeks)
    let firstDay = 1 + pool.groups.count
    let firstWeek = firstDay + days.count
    let sink = firstWeek + weeks.count
    var network = MaximumFlow(nodes: sink + 1)
    var demand = 0
    for (index, group) in pool.groups.enumerated() {
      demand += group.sessions.count
      _ = network.connect(0, 1 + index, capacity: group.sessions.count)
    }
    for arc in arcs {
      _ = network.connect(
        1 + arc.group, firstDay + (dayNumbers[[arc.teacher, arc.day]] ?? 0),
        capacity: pool.groups[arc.group].sessions.count)
    }
    for (index, day) in days.enumerated() {
      let periods = calendar.days[day[1]].slots.count
      let most = min(periods, context.plan.teachers[day[0]].mostPerDay ?? periods)
      _ = network.connect(
        firstDay + index, firstWeek + (weekNumbers[[day[0], week(of: day[1])]] ?? 0),
        capacity: max(0, most))
    }
    for (index, week) in weeks.enumerated() {
      let most = context.plan.teachers[week[0]].mostPerWeek ?? calendar.slots.count
      _ = network.connect(firstWeek + index, sink, capacity: max(0, most))
    }
    let lacking = demand - network.augment(from: 0, to: sink)
    if lacking == 0 { return nil }
    let side = network.sourceSide(from: 0)
    let groups = pool.groups.indices.filter { side[1 + $0] }
    let sessions = groups.flatMap { pool.groups[$0].sessions }
    let machines = Set(groups.flatMap { pool.groups[$0].machines }).sorted()
    let low = groups.map { pool.groups[$0].window.lowerBound }.min() ?? 0
    let high = groups.map { pool.groups[$0].window.upperBound }.max() ?? 0
    return Pool.Named(
      shortage: PoolShortage(
        sessions: sessions.sorted(), machines: machines, demand: sessions.count,
        supply: sessions.count - lacking, measure: .sessions, window: low..<high),
      machines: machines.map { pool.machines[$0].name })
  }

  private func week(of day: Int) -> Int {
    // Day 0 was a Thursday: weeks run from Monday to Sunday.
    let number = context.calendar.days[day].day.number + 3
    return number >= 0 ? number / 7 : (number - 6) / 7
  }

  private func numbered(_ keys: [[Int]]) -> [[Int]: Int] {
    Dictionary(keys.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }
}
