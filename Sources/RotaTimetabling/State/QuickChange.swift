/// A move that has been worked out but not made: some sessions, each with a new start and place.
struct QuickChange: ~Copyable {
  /// The most sessions that one move may carry along.
  static let longest = 24

  private(set) var count = 0
  private var session = Counts(repeating: -1, count: longest)
  private var start = Counts(repeating: -1, count: longest)
  private var place = Counts(repeating: -1, count: longest)
  /// By session: its number in the chain and one more, or 0.
  private var position: Counts
  /// By class: the round in which a session of it moved, and which.
  var classRound: Counts
  var classMover: Counts
  var round = 0

  init(_ problem: borrowing Problem) {
    position = Counts(repeating: 0, count: problem.sessionCount)
    classRound = Counts(repeating: 0, count: problem.classCount)
    classMover = Counts(repeating: -1, count: problem.classCount)
  }

  @inline(__always)
  func session(_ number: Int) -> Int { session[number] }
  @inline(__always)
  func start(_ number: Int) -> Int { start[number] }
  @inline(__always)
  func place(_ number: Int) -> Int { place[number] }
  @inline(__always)
  func contains(_ session: Int) -> Bool { position[session] > 0 }

  /// False where there is no room for more.
  @inline(__always)
  mutating func add(_ session: Int, to slot: Int, _ place: Int) -> Bool {
    if count >= Self.longest { return false }
    self.session[count] = session
    start[count] = slot
    self.place[count] = place
    count += 1
    position[session] = count
    return true
  }

  @inline(__always)
  mutating func setPlace(_ number: Int, to place: Int) { self.place[number] = place }

  @inline(__always)
  mutating func clear() {
    for number in 0..<count { position[session[number]] = 0 }
    count = 0
  }
}
