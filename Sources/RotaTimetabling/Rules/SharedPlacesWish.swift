import RotaPlanning

/// The places that runs are to share fairly; empty without the wish.
struct SharedPlaces: Equatable, Sendable {
  /// A row for each of them that several runs may choose.
  fileprivate var weights = Column()
  /// Of each place; -1 for none.
  fileprivate var rowOfPlace = Column()
  fileprivate var runs = Lists()
  /// What is each run's, beside the items of `runs`.
  fileprivate var shares: [FairShare] = []
  /// None of those that have no choice.
  fileprivate var runsOfSession = Lists()

  var isEmpty: Bool { weights.count == 0 }
  var largestWeight: Int { weights.largest }
}

extension ProblemBuilder {
  /// - Parameter wishes: of venues and of sites.
  mutating func addSharedPlaces(_ wishes: [Place.Role: Int]) {
    if wishes.isEmpty { return }
    var shared = SharedPlaces()
    shared.rowOfPlace = Column(repeating: -1, count: plan.places.count)
    for role in [Place.Role.venue, .site] {
      guard let weight = wishes[role] else { continue }
      for row in PlaceShares(of: role, plan: plan, programme: programme).rows {
        shared.rowOfPlace[row.place.value] = shared.weights.count
        shared.weights.append(weight)
        shared.runs.append(row.runs.map(\.value))
        shared.shares += row.shares
      }
    }
    if shared.isEmpty { return }
    for session in programme.sessions {
      shared.runsOfSession.append(PlaceShares.counts(session) ? session.runs.map(\.value) : [])
    }
    problem.shared = shared
  }
}

/// Soft: `shared venues` and `shared sites`. For each place and run it counts the sessions there, and
/// the square of the whole sessions by which they are off the run's part of all that are held there;
/// without the wish nothing.
struct SharedPlacesWish: ~Copyable {
  /// By the items of the problem's lists of runs.
  private var held: Counts
  /// By row.
  private var totals: Counts
  private var squares: Counts
  private(set) var weighted = 0

  init(_ problem: borrowing Problem) {
    held = Counts(repeating: 0, count: problem.shared.shares.count)
    totals = Counts(repeating: 0, count: problem.shared.weights.count)
    squares = Counts(repeating: 0, count: problem.shared.weights.count)
  }

  mutating func change(
    _ problem: borrowing Problem, _ session: Int, _ place: Int, by sign: Int
  ) {
    if problem.shared.isEmpty { return }
    let row = problem.shared.rowOfPlace[place - problem.firstPlace]
    let attending = problem.shared.runsOfSession.range(session)
    if row < 0 || attending.isEmpty { return }
    let range = problem.shared.runs.range(row)
    for position in attending {
      let run = problem.shared.runsOfSession.items[position]
      for index in range where problem.shared.runs.items[index] == run {
        held[index] = held[index] + sign
        totals[row] = totals[row] + sign
      }
    }
    var sum = 0
    for index in range {
      let off = problem.shared.shares[index].unitsOff(having: held[index], of: totals[row])
      sum += off * off
    }
    weighted += problem.shared.weights[row] * (sum - squares[row])
    squares[row] = sum
  }
}
