/// An agenda before its tables are made.
struct AgendaOutline {
  /// Sessions that the agenda does not tell apart: those of one series or of several.
  struct Strand {
    var members: [Int]
    var kind: CountSpace.Kind
    /// Slots in which there may be a session, rising.
    var slots: [Int]

    init(_ number: Int, _ series: UnitSeries) {
      members = [number]
      kind = CountSpace.Kind(
        sessions: series.sessions, mostPerDay: min(series.mostPerDay, series.sessions), repeats: 0)
      slots = series.slots
    }

    func allows(_ slot: Int) -> Bool {
      var low = 0
      var high = slots.count
      while low < high {
        let middle = (low + high) / 2
        if slots[middle] < slot { low = middle + 1 } else { high = middle }
      }
      return low < slots.count && slots[low] == slot
    }
  }

  var strands: [Strand]
  /// Slots that sessions of no strand may make busy.
  var fillers: Set<Int> = []
  var pattern = DayPattern.plain
  /// By the number of sessions on a day, up to the longest day's slots; empty where they cost
  /// nothing.
  var loadCosts: [Int] = []
  /// Those with a slot of a strand.
  private(set) var days: [(number: Int, slots: Range<Int>)] = []
  private(set) var slotsPerDay = 0
  /// Additions of one settlement or exchange, nearly.
  private(set) var steps = 0

  init(_ strands: [Strand]) { self.strands = strands }

  /// Of more strands the alike are at once taken together: all pairs of them would be looked at.
  private static let mostStrands = 24

  /// Lays the strands over the days, and merges them until no more steps are needed than allowed.
  mutating func arrange(days dayRanges: [Range<Int>], dayOfSlot: [Int], limit: Int) {
    if days.isEmpty {
      let used = Set(strands.flatMap { $0.slots.map { dayOfSlot[$0] } }).sorted()
      days = used.map { ($0, dayRanges[$0]) }
      slotsPerDay = days.map(\.slots.count).max() ?? 0
      if strands.count > Self.mostStrands { mergeAlike() }
      if strands.count > Self.mostStrands { while strands.count > 1 { merge(0, 1) } }
    }
    measure()
    if steps > limit { mergeNearest(until: limit) }
    strands.sort { ($0.kind, $0.members[0]) < ($1.kind, $1.members[0]) }
  }

  mutating func measure() {
    let kinds = strands.map(\.kind)
    let size = CountSpace.Size(kinds, slotsPerDay: slotsPerDay)
    let ofSlots = 4 * slotsPerDay * size.counts * pattern.states * (strands.count + 1)
    steps = max(1, days.count) * (2 * size.steps + ofSlots)
  }

  /// Merges, again and again, the pair whose sessions gain the fewest slots by being taken together.
  private mutating func mergeNearest(until limit: Int) {
    let first = days.first?.slots.lowerBound ?? 0
    let count = (days.last?.slots.upperBound ?? 0) - first
    var masks = strands.map { SlotMask($0.slots, first: first, count: count) }
    while steps > limit, strands.count > 1 {
      var best = (loss: Int.max, first: 0, second: 1)
      for second in strands.indices {
        for first in 0..<second {
          let together = masks[first].countOfUnion(masks[second])
          let loss = gain(of: first, in: together) + gain(of: second, in: together)
          if loss < best.loss { best = (loss, first, second) }
        }
      }
      merge(best.first, best.second)
      masks[best.first].formUnion(masks.remove(at: best.second))
      measure()
    }
  }

  private func gain(of strand: Int, in slots: Int) -> Int {
    (slots - strands[strand].slots.count) * strands[strand].kind.sessions
  }

  private mutating func merge(_ first: Int, _ second: Int) {
    let other = strands.remove(at: second)
    strands[first].members += other.members
    if strands[first].slots != other.slots {
      strands[first].slots = Set(strands[first].slots).union(other.slots).sorted()
    }
    let kind = strands[first].kind
    strands[first].kind = CountSpace.Kind(
      sessions: kind.sessions + other.kind.sessions,
      mostPerDay: min(slotsPerDay, kind.mostPerDay + other.kind.mostPerDay), repeats: 0)
  }

  /// Merges strands of equal slots.
  private mutating func mergeAlike() {
    var known: [[Int]: Int] = [:]
    var index = 0
    while index < strands.count {
      if let first = known[strands[index].slots] {
        merge(first, index)
      } else {
        known[strands[index].slots] = index
        index += 1
      }
    }
  }
}

/// Slots as bits.
private struct SlotMask {
  private var words: [UInt64]

  init(_ slots: [Int], first: Int, count: Int) {
    words = Array(repeating: 0, count: (count + 63) / 64)
    for slot in slots { words[(slot - first) / 64] |= 1 << UInt64((slot - first) % 64) }
  }

  func countOfUnion(_ other: SlotMask) -> Int {
    var count = 0
    for index in words.indices { count += (words[index] | other.words[index]).nonzeroBitCount }
    return count
  }

  mutating func formUnion(_ other: SlotMask) {
    for index in words.indices { words[index] |= other.words[index] }
  }
}
