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
    var programme = Programme()
    var findings: [Diagnostic] = []
    let beds = BedTable(of: plan)
    var earlier = EarlierRuns()
    var known = 0
    for index in plan.rotations.indices {
      let id = RotationID(index)
      for run in programme.runs[known...] { earlier.add(run, of: plan) }
      known = programme.runs.count
      guard let rotation = RotationCase(plan: plan, id: id, beds: beds, earlier: earlier) else {
        findings.append(ArithmeticMessages.tooManyPeople(in: plan, id))
        continue
      }
      let attempt = rotation.solve()
      for problem in attempt.problems {
        findings.append(ArithmeticMessages.finding(problem, in: rotation))
      }
      guard let draft = attempt.draft else { continue }
      let first = programme.runs.count
      rotation.addRuns(draft, to: &programme)
      if let finding = SessionList.add(
        rotation: id, runs: first..<programme.runs.count, plan: plan, to: &programme)
      {
        findings.append(finding)
      }
    }
    JointSessions.add(plan: plan, to: &programme)
    return (programme, findings)
  }
}

extension RotationCase {
  /// Appends the runs and classes of a draft.
  func addRuns(_ draft: Draft, to programme: inout Programme) {
    for run in draft.classes.indices {
      let runID = RunID(programme.runs.count)
      let sizes = draft.classes[run]
      let byClass = ClassShares.divide(units: draft.shares[run], classes: sizes)
      var classes: [ClassID] = []
      for (index, size) in sizes.enumerated() {
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
