/// The seats of classes, unit by unit, while the people of a roster take them.
///
/// How many of each unit go to each class is the programme's to say, as long as nobody's class is given. Those
/// whose class or run is given keep it: where they are more than the programme has of their unit there,
/// people of other units give way, and get the seats that these leave empty elsewhere.
struct RosterSeating {
  /// The run of each class, by its position among the rotation's runs.
  private let runOf: [Int]
  private let sizes: [Int]
  /// Seats that nobody has, by unit and class.
  private var free: [[Int]]
  /// Of each class, of any unit. Negative where more people are assigned to it than it has seats.
  private var room: [Int]
  /// Of the free seats of a class those that belong to some unit.
  private var promised: [Int]
  /// What is left of the share that a unit has in a run.
  private var shares: [[Int]]
  /// People whom each unit may still have seated.
  private var people: [Int]

  /// - Parameter quotas: people by unit and class.
  init(quotas: [[Int]], sizes: [Int], runOf: [Int]) {
    self.runOf = runOf
    self.sizes = sizes
    free = quotas
    room = sizes
    promised = sizes.indices.map { index in quotas.reduce(0) { $0 + $1[index] } }
    let runs = (runOf.max() ?? -1) + 1
    shares = quotas.map { row in
      var shares = Array(repeating: 0, count: runs)
      for (index, seats) in row.enumerated() { shares[runOf[index]] += seats }
      return shares
    }
    people = quotas.map { $0.reduce(0, +) }
  }

  /// Seats somebody whose class is given.
  mutating func assign(_ unit: Int, to studyClass: Int) {
    if free[unit][studyClass] > 0 {
      free[unit][studyClass] -= 1
      promised[studyClass] -= 1
    }
    room[studyClass] -= 1
    shares[unit][runOf[studyClass]] -= 1
    people[unit] -= 1
  }

  /// Takes seats away from units where less room is left than was promised, from those with most first.
  mutating func giveWay() {
    for index in sizes.indices {
      while promised[index] > max(0, room[index]) {
        guard let most = free.indices.max(by: { free[$0][index] < free[$1][index] }),
          free[most][index] > 0
        else { break }
        free[most][index] -= 1
        promised[index] -= 1
      }
    }
  }

  /// Seats some people of a unit in a run that is given, whether there is room or not.
  ///
  /// - Returns: the class of each.
  mutating func seats(for count: Int, of unit: Int, inRun run: Int, from turn: Int) -> [Int] {
    let classes = runOf.indices.filter { runOf[$0] == run }
    if classes.isEmpty { return [] }
    var seats = Array(dealt(unit, classes, from: turn).prefix(count))
    for index in seats { assign(unit, to: index) }
    while seats.count < count {
      let next = classes.max { room[$0] < room[$1] } ?? classes[0]
      seats.append(next)
      assign(unit, to: next)
    }
    return seats
  }

  /// Seats people of a unit who may be anywhere where the programme has people of their unit.
  ///
  /// - Returns: the class of each, of as many as find a seat.
  mutating func seats(for count: Int, of unit: Int, from turn: Int) -> [Int] {
    let count = min(count, max(0, people[unit]))
    let seats = Array(dealt(unit, Array(sizes.indices), from: turn).prefix(count))
    for index in seats { assign(unit, to: index) }
    return seats
  }

  /// Seats those who gave way, once everybody has a seat whom the programme has there: in runs that lack
  /// people of the unit before others. No more of a unit are seated than the programme has of it.
  mutating func otherSeats(for count: Int, of unit: Int) -> [Int] {
    let count = min(count, max(0, people[unit]))
    var seats: [Int] = []
    for needsShare in [true, false] {
      var found = true
      while found, seats.count < count {
        found = false
        for index in sizes.indices where seats.count < count && room[index] > 0 {
          if needsShare, shares[unit][runOf[index]] <= 0 { continue }
          seats.append(index)
          assign(unit, to: index)
          found = true
        }
      }
    }
    return seats
  }

  /// The class of each free seat of a unit, in the order in which seats are given out: one after
  /// another in every class, so that few people are spread as evenly as many.
  ///
  /// - Parameter turn: of equal classes the one to begin with, so that not the same ones always come
  ///   first.
  private func dealt(_ unit: Int, _ classes: [Int], from turn: Int) -> [Int] {
    var seats: [(seat: Int, quota: Int, turn: Int, studyClass: Int)] = []
    for index in classes {
      let place = (index - turn % sizes.count + sizes.count) % sizes.count
      let quota = free[unit][index]
      for seat in 0..<quota { seats.append((seat, quota, place, index)) }
    }
    // The middle of a seat among those of its class: (2 seat + 1) / (2 quota).
    seats.sort { a, b in
      let left = (2 * a.seat + 1) * b.quota
      let right = (2 * b.seat + 1) * a.quota
      return left == right ? a.turn < b.turn : left < right
    }
    return seats.map(\.studyClass)
  }
}
