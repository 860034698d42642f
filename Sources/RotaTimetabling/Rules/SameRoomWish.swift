/// Soft: `same room`. For each class it counts the venues that are main places of its sessions for
/// class; without the wish it counts nothing.
struct SameRoomWish: ~Copyable {
  /// Sessions of a class at a venue.
  private var held: Counts
  private var distinct: Counts
  private let placeCount: Int
  private let isWished: Bool
  /// Venues of classes beyond the first.
  private(set) var excess = 0

  init(_ problem: borrowing Problem) {
    isWished = problem.roomWeight > 0
    placeCount = problem.firstTeacher - problem.firstPlace
    held = Counts(repeating: 0, count: isWished ? problem.classCount * placeCount : 0)
    distinct = Counts(repeating: 0, count: isWished ? problem.classCount : 0)
  }

  @inline(__always)
  mutating func change(
    _ problem: borrowing Problem, _ session: Int, _ place: Int, by sign: Int
  ) {
    let number = place - problem.firstPlace
    guard isWished, problem.isForClass[session], !problem.isSite[number] else { return }
    for index in problem.sessionClasses.range(session) {
      let studyClass = problem.sessionClasses.items[index]
      let cell = studyClass * placeCount + number
      let before = held[cell]
      held[cell] = before + sign
      if before == 0 {
        if distinct[studyClass] > 0 { excess += 1 }
        distinct[studyClass] = distinct[studyClass] + 1
      } else if before + sign == 0 {
        distinct[studyClass] = distinct[studyClass] - 1
        if distinct[studyClass] > 0 { excess -= 1 }
      }
    }
  }
}
