import RotaPlanning
import RotaVerifier

/// Every way to give the runs of a small plan's one rotation dates, people and classes, judged by the
/// verifier alone; by its own count only that runs come in order, are not empty, and fit into a hall.
struct RotationBruteForce {
  let plan: Plan
  private var rotation: Rotation { plan.rotations[0] }
  private let units: [Int]

  init(plan: Plan) {
    self.plan = plan
    units = plan.units.map(\.people)
  }

  /// Runs and classes that keep all rules; nil where there are none.
  func search() -> Programme? {
    let people = units.reduce(0, +)
    let counts: ClosedRange<Int>
    switch rotation.runs {
    case .exactly(let count): counts = count...count
    // More runs than people would leave one empty.
    case .asNeeded: counts = 1...people
    }
    // What is said of a run asks for that run.
    let mentioned = rotation.runOverrides.keys.max() ?? 1
    for runs in counts where runs >= mentioned {
      for starts in starts(of: runs) {
        for shares in shares(of: runs) {
          for classes in classes(of: shares) {
            let programme = programme(starts, shares, classes)
            if isAllowed(programme) { return programme }
          }
        }
      }
    }
    return nil
  }

  /// First days of runs, in order.
  private func starts(of runs: Int) -> [[Int]] {
    var all: [[Int]] = [[]]
    for _ in 0..<runs {
      all = all.flatMap { some in
        ((some.last ?? 0)..<max(some.last ?? 0, plan.calendar.days.count)).map { some + [$0] }
      }
    }
    return all
  }

  /// People of each unit, by run.
  private func shares(of runs: Int) -> [[[Int]]] {
    var all: [[[Int]]] = [Array(repeating: [], count: runs)]
    for people in units {
      let ways = compositions(of: people, into: runs)
      all = all.flatMap { some in
        ways.map { way in zip(some, way).map { $0 + [$1] } }
      }
    }
    return all.filter { $0.allSatisfy { $0.reduce(0, +) > 0 } }
  }

  private func compositions(of people: Int, into runs: Int) -> [[Int]] {
    if runs == 1 { return [[people]] }
    return (0...people).flatMap { first in
      compositions(of: people - first, into: runs - 1).map { [first] + $0 }
    }
  }

  /// Numbers of classes by run; where nobody said how many, each person may have one.
  private func classes(of shares: [[Int]]) -> [[Int]] {
    var all: [[Int]] = [[]]
    for (run, share) in shares.enumerated() {
      let people = share.reduce(0, +)
      let isGiven =
        rotation.classes != nil || rotation.runOverrides[run + 1]?.classes != nil
      all = all.flatMap { some in (isGiven ? 1...people : people...people).map { some + [$0] } }
    }
    return all
  }

  private func programme(_ starts: [Int], _ shares: [[Int]], _ classes: [Int]) -> Programme {
    var programme = Programme()
    for run in starts.indices {
      let length = rotation.runOverrides[run + 1]?.length ?? rotation.length
      // Unit by unit, as in a list of names.
      let names = shares[run].enumerated().flatMap { Array(repeating: $0, count: $1) }
      var ids: [ClassID] = []
      for number in 0..<classes[run] {
        let first = names.count * number / classes[run]
        let end = names.count * (number + 1) / classes[run]
        ids.append(ClassID(programme.classes.count))
        programme.classes.append(
          StudyClass(
            run: RunID(run), number: number + 1, people: end - first,
            shares: Set(names[first..<end]).sorted().map { unit in
              UnitShare(unit: UnitID(unit), people: names[first..<end].count { $0 == unit })
            }))
      }
      programme.runs.append(
        Run(
          rotation: RotationID(0), number: run + 1, days: starts[run]..<(starts[run] + length),
          people: names.count,
          shares: shares[run].enumerated().filter { $1 > 0 }.map {
            UnitShare(unit: UnitID($0), people: $1)
          }, classes: ids))
    }
    return programme
  }

  func isAllowed(_ programme: Programme) -> Bool {
    if let seats = plan.places.first?.seats, programme.runs.contains(where: { $0.people > seats }) {
      return false
    }
    // The sessions that are to be are none of its business.
    return Verifier.violations(plan: plan, programme: programme, timetable: Timetable())
      .filter { $0.rule == .arithmetic && $0.sessions.isEmpty }.isEmpty
  }
}
