import RotaPlanning

/// Some places that are to be shared fairly, and among whom.
struct SharedUse: Hashable {
  var role: Place.Role
  var sharers: PlaceSharers
}

/// The places that runs or classes are to share fairly; empty without the wish. Runs are numbered before
/// classes.
struct SharedPlaces: Equatable, Sendable {
  /// A row for each place that several runs may choose, and for each that several classes may.
  fileprivate var weights = Column()
  fileprivate var rowsOfPlace = Lists()
  /// Of each row, in order.
  fileprivate var sharers = Lists()
  /// What is theirs, beside the items of `sharers`.
  fileprivate var shares: [FairShare] = []
  /// Of each session, in order; none of those that have no choice.
  fileprivate var attending = Lists()

  var isEmpty: Bool { weights.count == 0 }
  var largestWeight: Int { weights.largest }
}

extension ProblemBuilder {
  mutating func addSharedPlaces(_ wishes: [SharedUse: Int]) {
    if wishes.isEmpty { return }
    var shared = SharedPlaces()
    var rowsOfPlace = [[Int]](repeating: [], count: plan.places.count)
    for role in [Place.Role.venue, .site] {
      for sharers in PlaceSharers.allCases {
        guard let weight = wishes[SharedUse(role: role, sharers: sharers)] else { continue }
        let first = firstNumber(of: sharers)
        for row in PlaceShares(of: role, among: sharers, plan: plan, programme: programme).rows {
          rowsOfPlace[row.place.value].append(shared.weights.count)
          shared.weights.append(weight)
          shared.sharers.append(row.sharers.map { first + $0 })
          shared.shares += row.shares
        }
      }
    }
    if shared.isEmpty { return }
    shared.rowsOfPlace = Lists(rowsOfPlace)
    for session in programme.sessions {
      let attending = PlaceSharers.allCases.flatMap { sharers in
        sharers.attending(session).map { firstNumber(of: sharers) + $0 }
      }
      shared.attending.append(PlaceShares.counts(session) ? attending : [])
    }
    problem.shared = shared
  }

  private func firstNumber(of sharers: PlaceSharers) -> Int {
    switch sharers {
    case .runs: 0
    case .classes: programme.runs.count
    }
  }
}

/// Soft: `shared venues` and `shared sites`. For each place and each run, or class, it counts the
/// sessions there, and the square of the whole sessions by which they are off its part of all that are
/// held there; without the wish nothing.
struct SharedPlacesWish: ~Copyable {
  /// By the items of the problem's lists of sharers.
  private var held: Counts
  /// By row.
  private var totals: Counts
  private var squares: [Int]
  private(set) var weighted = 0

  init(_ problem: borrowing Problem) {
    held = Counts(repeating: 0, count: problem.shared.shares.count)
    totals = Counts(repeating: 0, count: problem.shared.weights.count)
    squares = Array(repeating: 0, count: problem.shared.weights.count)
  }

  mutating func change(
    _ problem: borrowing Problem, _ session: Int, _ place: Int, by sign: Int
  ) {
    if problem.shared.isEmpty { return }
    let attending = problem.shared.attending.range(session)
    if attending.isEmpty { return }
    let rows = problem.shared.rowsOfPlace.range(place - problem.firstPlace)
    for position in rows {
      let row = problem.shared.rowsOfPlace.items[position]
      count(problem, row, attending, by: sign)
      let sum = sumOfSquares(problem, row)
      weighted += problem.shared.weights[row] * (sum - squares[row])
      squares[row] = sum
    }
  }

  /// Both lists are in order, and are gone through side by side.
  private mutating func count(
    _ problem: borrowing Problem, _ row: Int, _ attending: Range<Int>, by sign: Int
  ) {
    let range = problem.shared.sharers.range(row)
    var index = range.lowerBound
    for position in attending {
      let sharer = problem.shared.attending.items[position]
      while index < range.upperBound, problem.shared.sharers.items[index] < sharer { index += 1 }
      if index < range.upperBound, problem.shared.sharers.items[index] == sharer {
        held[index] = held[index] + sign
        totals[row] = totals[row] + sign
      }
    }
  }

  private func sumOfSquares(_ problem: borrowing Problem, _ row: Int) -> Int {
    var sum = 0
    for index in problem.shared.sharers.range(row) {
      let off = problem.shared.shares[index].unitsOff(having: held[index], of: totals[row])
      sum += off * off
    }
    return sum
  }
}
