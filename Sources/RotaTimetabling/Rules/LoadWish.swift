import RotaPlanning

/// What each teacher is to have of the periods that some share; empty without the wish.
struct LoadShares: Equatable, Sendable {
  /// Of each teacher.
  fileprivate var shares: [FairShare] = []
  /// Of each teacher: the periods of those with whom they share; -1 for who shares with nobody.
  fileprivate var totals = Column()
  /// Of each session: so many of its needs are of people who teach it.
  fileprivate var needsTaught = Column()
}

extension ProblemBuilder {
  mutating func addLoad() {
    guard problem.loadWeight > 0 else { return }
    let sharing = TeacherPools(plan: plan, programme: programme)
    var load = LoadShares()
    load.shares = Array(repeating: FairShare(weight: 0, of: 1), count: plan.teachers.count)
    load.totals = Column(repeating: -1, count: plan.teachers.count)
    for pool in sharing.pools {
      for (teacher, claim) in zip(pool.members, pool.claims) {
        load.shares[teacher.value] = FairShare(weight: claim, of: pool.claimed)
        load.totals[teacher.value] = pool.periods
      }
    }
    for session in programme.sessions {
      load.needsTaught.append(plan.template(of: session).needsTaught.count)
    }
    problem.load = load
  }
}

/// Soft: `balanced load`. For each teacher it counts the periods taught, and the square of the whole
/// periods by which they are off their share; without the wish nothing.
struct LoadWish: ~Copyable {
  private var periods: Counts
  private let isWished: Bool
  private(set) var squares = 0

  init(_ problem: borrowing Problem) {
    isWished = problem.loadWeight > 0
    periods = Counts(repeating: 0, count: problem.load.shares.count)
    for teacher in 0..<periods.count { squares += square(problem, teacher) }
  }

  @inline(__always)
  mutating func change(
    _ problem: borrowing Problem, _ session: Int, _ member: Int, _ holder: Int, by sign: Int
  ) {
    guard isWished else { return }
    let position = member - problem.teacherMembers(session).lowerBound
    if position >= problem.load.needsTaught[session] { return }
    let teacher = holder - problem.firstTeacher
    let before = square(problem, teacher)
    periods[teacher] = periods[teacher] + sign * problem.length[session]
    squares += square(problem, teacher) - before
  }

  @inline(__always)
  private func square(_ problem: borrowing Problem, _ teacher: Int) -> Int {
    let total = problem.load.totals[teacher]
    if total < 0 { return 0 }
    let off = problem.load.shares[teacher].unitsOff(having: periods[teacher], of: total)
    return off * off
  }
}
