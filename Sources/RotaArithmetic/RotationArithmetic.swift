import RotaDiagnostics
import RotaPlanning

/// Turns what a planner declared into runs, classes and sessions, in whole numbers only.
public enum RotationArithmetic {
  /// The programme of a plan, and what stands against it.
  ///
  /// A finding of severity `.impossible` is a proof; one of severity `.broken` says that nothing
  /// was found. Even then the programme is the best that could be worked out, so that it can be
  /// shown. Rotations are worked out in order: a later one leaves beds and people to an earlier.
  public static func programme(
    for plan: Plan
  ) -> (programme: Programme, findings: [Diagnostic]) {
    Cancellation.never { (cancellation) throws(Cancellation.Requested) in
      var memory = ArithmeticMemory()
      return try programme(for: plan, memory: &memory, cancellation)
    }
  }

  /// The same, with what is known from plans before this one.
  public static func programme(
    for plan: Plan, memory: inout ArithmeticMemory, _ cancellation: Cancellation
  ) throws(Cancellation.Requested) -> (programme: Programme, findings: [Diagnostic]) {
    memory.keep(for: plan.calendar)
    var assembly = ProgrammeAssembly()
    var serials: [Int] = []
    var findings: [Diagnostic] = []
    let beds = BedTable(of: plan)
    var earlier = EarlierRuns()
    for index in plan.rotations.indices {
      let id = RotationID(index)
      guard
        let rotation = RotationCase(
          plan: plan, id: id, beds: beds, earlier: earlier, cancellation: cancellation)
      else {
        findings.append(ArithmeticMessages.tooManyPeople(in: plan, id))
        continue
      }
      let question = RotationQuestion(rotation, after: assembly.counts)
      let part: RotationPart
      if let known = memory.part(question, of: id) {
        part = known
        assembly.add(known)
      } else {
        let worked = try assembly.extend { (programme) throws(Cancellation.Requested) in
          try rotation.add(to: &programme)
        }
        findings += worked.findings
        part = memory.numbered(
          worked.part, of: id, answering: worked.findings.isEmpty ? question : nil)
      }
      for run in part.runs { earlier.add(run, of: plan) }
      serials.append(part.serial)
    }
    if !JointSessions.exist(in: plan), let same = memory.programme(of: serials) {
      return (same, findings)
    }
    var programme = assembly.finished()
    JointSessions.add(plan: plan, to: &programme)
    return (memory.kept(programme, of: serials), findings)
  }
}

extension RotationCase {
  /// Adds the best that can be worked out to a programme, and says what stands against it.
  fileprivate func add(
    to programme: inout Programme
  ) throws(Cancellation.Requested) -> [Diagnostic] {
    let first = programme.runs.count
    let attempt = try solve()
    var findings = attempt.problems.map { ArithmeticMessages.finding($0, in: self) }
    guard let draft = attempt.draft else { return findings }
    try addRuns(draft, to: &programme)
    if let finding = try SessionList.add(
      rotation: id, runs: first..<programme.runs.count, plan: plan, to: &programme, cancellation)
    {
      findings.append(finding)
    }
    return findings
  }

  /// Appends the runs and classes of a draft.
  private func addRuns(
    _ draft: Draft, to programme: inout Programme
  ) throws(Cancellation.Requested) {
    for run in draft.classes.indices {
      let runID = RunID(programme.runs.count)
      let sizes = draft.classes[run]
      let byClass = ClassShares.divide(units: draft.shares[run], classes: sizes)
      var classes: [ClassID] = []
      for (index, size) in sizes.enumerated() {
        try cancellation.check()
        let override = rotation.classOverrides[
          Rotation.ClassNumber(run: run + 1, number: index + 1)]
        classes.append(ClassID(programme.classes.count))
        programme.classes.append(
          StudyClass(
            run: runID, number: index + 1, name: override?.name, people: size,
            shares: shares(byClass[index]),
            room: override?.room, excluded: override?.excluded ?? [], modules: override?.modules))
      }
      programme.runs.append(
        Run(
          rotation: id, number: run + 1, days: draft.days[run] ?? 0..<0,
          people: draft.people(ofRun: run), shares: shares(draft.shares[run]), classes: classes))
    }
  }

  private func shares(_ people: [Int]) -> [UnitShare] {
    people.indices.filter { people[$0] > 0 }.map {
      UnitShare(unit: population.rows[$0].unit, people: people[$0])
    }
  }
}
