/// A series as agendas see it: its meetings taken apart into sessions of one slot. Whoever holds
/// the meetings holds these, at no greater cost.
struct UnitSeries {
  let sessions: Int
  let mostPerDay: Int
  let leastDays: Int
  /// Slots in which a session may lie, rising.
  let slots: [Int]
  /// What a session costs in each of them, times the scale; empty where nothing does.
  let prices: [Int]

  init(_ series: BoundInput.Series, slotsPerDay: Int, scale: Int) {
    let length = max(1, series.length)
    sessions = max(0, series.meetings) * length
    leastDays = series.leastDays
    let most = max(1, series.mostPerDay)
    mostPerDay = most >= slotsPerDay ? max(1, slotsPerDay) : min(slotsPerDay, most * length)
    if length == 1 {
      slots = series.starts
    } else {
      slots = Set(series.starts.flatMap { $0..<$0 + length }).sorted()
    }
    guard series.startCosts.contains(where: { $0 > 0 }) else {
      prices = []
      return
    }
    // A meeting's cost is shared by its slots, and each slot pays for the cheapest meeting there.
    var cheapest: [Int: Int] = [:]
    for (start, cost) in zip(series.starts, series.startCosts) {
      let share = min(BoundInput.largestWeight, max(0, cost)) * scale / length
      for slot in start..<start + length { cheapest[slot] = min(cheapest[slot] ?? share, share) }
    }
    prices = slots.map { cheapest[$0] ?? 0 }
  }

  /// Sessions that may be repeats, the second or later of their day, without a day missing; less
  /// than 0 where days are missing whatever is done.
  var freeRepeats: Int { sessions - leastDays }

  /// Whether fewer days than wished may come of it, and so something may be saved.
  var maySpreadBetter: Bool {
    guard leastDays > 0, sessions > 0 else { return false }
    let fewestDays = (sessions + mostPerDay - 1) / mostPerDay
    return sessions - fewestDays > max(0, freeRepeats)
  }
}
