/// For each of some groups of sessions, how many are at each venue, and how many venues that makes.
struct VenueCounts: ~Copyable {
  private let row: Counts
  private let first: Counts
  private var held: Counts
  private var distinct: Counts
  /// Venues of groups beyond the first of each.
  private(set) var excess = 0

  /// - Parameter spans: for each group the range of the venues it may use.
  init(spans: [Range<Int>]) {
    var rows: [Int] = []
    var size = 0
    for span in spans {
      rows.append(size)
      size += span.count
    }
    row = Counts(Column(rows))
    first = Counts(Column(spans.map(\.lowerBound)))
    held = Counts(repeating: 0, count: size)
    distinct = Counts(repeating: 0, count: spans.count)
  }

  @inline(__always)
  private func cell(_ group: Int, _ venue: Int) -> Int { row[group] &+ venue &- first[group] }

  @inline(__always)
  mutating func change(_ group: Int, _ venue: Int, by sign: Int) {
    let cell = cell(group, venue)
    let before = held[cell]
    held[cell] = before + sign
    if before == 0 {
      if distinct[group] > 0 { excess += 1 }
      distinct[group] = distinct[group] + 1
    } else if before + sign == 0 {
      distinct[group] = distinct[group] - 1
      if distinct[group] > 0 { excess -= 1 }
    }
  }

  /// By how much the excess would rise if one of a group went from one venue to another.
  @inline(__always)
  func rise(_ group: Int, from venue: Int, to other: Int) -> Int {
    (held[cell(group, other)] == 0 ? 1 : 0) - (held[cell(group, venue)] == 1 ? 1 : 0)
  }

  /// By how much the excess would fall at most if one of a group left a venue.
  @inline(__always)
  func mostGain(_ group: Int, from venue: Int) -> Int {
    held[cell(group, venue)] == 1 && distinct[group] > 1 ? 1 : 0
  }
}
