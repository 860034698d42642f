/// Soft: `spread days`. For each series it counts the meetings on each day; without the wish it
/// counts nothing.
struct SpreadWish: ~Copyable {
  private var meetings: Counts
  private var days: Counts
  /// Days missing, over all series.
  private(set) var missing = 0

  init(_ problem: borrowing Problem) {
    meetings = Counts(repeating: 0, count: problem.seriesDaySize)
    days = Counts(repeating: 0, count: problem.seriesCount)
    for series in 0..<problem.seriesCount { missing += problem.leastDays[series] }
  }

  @inline(__always)
  mutating func change(_ problem: borrowing Problem, _ session: Int, _ day: Int, by sign: Int) {
    let series = problem.seriesOf[session]
    let least = problem.leastDays[series]
    if least == 0 { return }
    let cell = problem.seriesDayRow[series] + day
    let before = meetings[cell]
    meetings[cell] = before + sign
    let held = days[series]
    if before == 0 {
      days[series] = held + 1
    } else if before + sign == 0 {
      days[series] = held - 1
    } else {
      return
    }
    missing += max(0, least - days[series]) - max(0, least - held)
  }
}
