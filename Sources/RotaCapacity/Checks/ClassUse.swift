import RotaDiagnostics
import RotaPlanning

extension Check {
  /// The periods of a run hold all that a class attends, and no day has more sessions than allowed.
  static let classUse = Check { (context, memory) throws(Cancellation.Requested) in
    let rotations = context.plan.rotations
    let question = UseQuestion(
      context, numbers: [rotations.map { $0.mostSessionsPerDay ?? -1 }],
      names: rotations.map(\.name))
    return try memory.report(question, about: .classes) { (memory) throws(Cancellation.Requested) in
      try attendance(context, &memory)
    }
  }

  /// What each class attends, set against the periods of its run.
  private static func attendance(
    _ context: CapacityContext, _ memory: inout CapacityMemory
  ) throws(Cancellation.Requested) -> CapacityReport {
    var ofAtom = Array(repeating: [Int](), count: context.programme.atoms.count)
    let sessions = context.programme.sessions
    for index in sessions.indices {
      try context.cancellation.check()
      for atom in sessions[index].atoms { ofAtom[atom.value].append(index) }
    }
    var report = CapacityReport()
    var known: Set<[Domains.Domain]> = []
    var rows: [(row: DemandRow, runs: [Run])] = []
    var positions: [RowKey: Int] = [:]
    for run in context.programme.runs {
      var tightest: DemandRow?
      var isTold = false
      for id in run.classes {
        try context.cancellation.check()
        // Parts of a class attend equally much; classes that attend the same need one look.
        for atom in context.programme[id].atoms {
          let sessions = ofAtom[atom.value]
          let signature = sessions.map { context.domains.ofSession[$0] }
          guard known.insert(signature).inserted else { continue }
          let part = try use(of: id, sessions, context, &memory)
          for row in part.rows
          where row.shareBasisPoints ?? Int.max > tightest?.shareBasisPoints ?? -1 {
            tightest = row
          }
          if !isTold, let finding = part.findings.first {
            report.findings.append(finding)
            isTold = true
          }
        }
      }
      guard let tightest else { continue }
      // Runs that are alike share a row.
      let key = RowKey(rotation: run.rotation, row: tightest)
      if let alike = positions[key] {
        rows[alike].runs.append(run)
      } else {
        positions[key] = rows.count
        rows.append((tightest, [run]))
      }
    }
    report.rows = rows.map { row, runs in
      var row = row
      row.name = "classes of \(context.name(runs))"
      return row
    }
    // The same trouble in every run is told once.
    report.findings = Array(report.findings.prefix(1))
    return report
  }

  private struct RowKey: Hashable {
    var rotation: RotationID
    var demand: Int
    var supply: Int
    var measure: String

    init(rotation: RotationID, row: DemandRow) {
      self.rotation = rotation
      demand = row.demand
      supply = row.supply
      measure = row.measure
    }
  }

  private static func use(
    of id: ClassID, _ sessions: [Int], _ context: CapacityContext,
    _ memory: inout CapacityMemory
  ) throws(Cancellation.Requested) -> CapacityReport {
    let one = context.programme[id]
    let run = context.programme[one.run]
    var pool = Pool()
    pool.machines = [
      Pool.Machine(
        number: id.value, name: "class \(one.number) of \(context.name(run))", capacity: 1,
        isShared: false,
        openness: Openness(absence: one.excluded))
    ]
    let only = pool.set([0])
    for session in sessions { pool.add(session, set: only, in: context) }
    var report = try PoolReport.report(pool, .classes, context, &memory) { _ in
      .studyClass
    } finding: {
      CapacityMessages.classOverfull($0, context)
    }
    if report.findings.isEmpty, let shortage = dayShortage(pool, sessions, run, context) {
      report.findings.append(CapacityMessages.dayLimit(shortage, context))
    }
    return report
  }

  /// More sessions than days times the most of them in a day.
  private static func dayShortage(
    _ pool: Pool, _ sessions: [Int], _ run: Run, _ context: CapacityContext
  ) -> Pool.Named? {
    guard let most = context.plan[run.rotation].mostSessionsPerDay, !pool.groups.isEmpty else {
      return nil
    }
    // Sessions with other runs, and those before or after the stay, may lie on days outside of it.
    let bound = sessions.filter {
      context.programme.sessions[$0].runs.count == 1 && context.templates[$0].phase == .during
    }
    let room = MachineKinds.product(run.days.count, most)
    guard bound.count > room, !run.days.isEmpty else { return nil }
    let first = context.calendar.days[run.days.lowerBound].slots.lowerBound
    let last = context.calendar.days[run.days.upperBound - 1].slots.upperBound
    return Pool.Named(
      PoolShortage(
        groups: [], machines: [0], demand: bound.count, supply: room, measure: .sessions,
        window: first..<last), of: bound, in: pool)
  }
}
