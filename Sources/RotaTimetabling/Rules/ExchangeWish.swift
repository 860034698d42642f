/// Soft: `balanced exchange`. For each two schools it counts the periods that teachers of the first
/// teach classes of the second, less those that they are taught in return; without the wish nothing.
struct ExchangeWish: ~Copyable {
  /// By the lower and the higher of two schools.
  private var net: Counts
  private let schools: Int
  private(set) var difference = 0

  init(_ problem: borrowing Problem) {
    schools = problem.exchangeWeight > 0 ? problem.schoolCount : 0
    net = Counts(repeating: 0, count: schools * schools)
  }

  @inline(__always)
  mutating func change(
    _ problem: borrowing Problem, _ session: Int, _ teacher: Int, by sign: Int
  ) {
    guard schools > 0 else { return }
    let giver = problem.schoolOfTeacher[teacher - problem.firstTeacher]
    if giver < 0 { return }
    for index in problem.schoolsOfSession.range(session) {
      let receiver = problem.schoolsOfSession.items[index]
      if receiver == giver { continue }
      let periods = (giver < receiver ? 1 : -1) * sign * problem.length[session]
      let pair = min(giver, receiver) * schools + max(giver, receiver)
      let before = net[pair]
      net[pair] = before + periods
      difference += abs(before + periods) - abs(before)
    }
  }
}
