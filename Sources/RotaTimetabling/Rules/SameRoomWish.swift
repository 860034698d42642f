/// Soft: `same room`, for a class in its sessions for class, and for a module in the meetings of
/// each of its sessions. Without the wish it counts nothing.
struct SameRoomWish: ~Copyable {
  private var byClass: VenueCounts
  private var bySeries: VenueCounts

  init(_ problem: borrowing Problem) {
    byClass = VenueCounts(spans: problem.roomWeight > 0 ? problem.venueSpansOfClasses : [])
    bySeries = VenueCounts(spans: problem.moduleRoomWeight > 0 ? problem.venueSpansOfSeries : [])
  }

  /// Venues of classes beyond the first.
  var excessOfClasses: Int { byClass.excess }
  /// Venues of series beyond the first.
  var excessOfSeries: Int { bySeries.excess }

  @inline(__always)
  mutating func change(
    _ problem: borrowing Problem, _ session: Int, _ place: Int, by sign: Int
  ) {
    if problem.isSite[place - problem.firstPlace] { return }
    if problem.moduleRoomWeight > 0 {
      bySeries.change(problem.seriesOf[session], place, by: sign)
    }
    if problem.roomWeight > 0, problem.isForClass[session] {
      for index in problem.sessionClasses.range(session) {
        byClass.change(problem.sessionClasses.items[index], place, by: sign)
      }
    }
  }
}
