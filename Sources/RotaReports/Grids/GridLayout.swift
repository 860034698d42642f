import RotaPlanning

/// Rows of a grid over some teaching days: one for each name of a period.
struct GridLayout {
  let rows: [GridBlock.Row]
  /// By row.
  private let times: [Range<Int>]
  private let rowOf: [String: Int]
  private let calendar: TeachingCalendar

  /// A period's times are those it has most often; its row says so even where some day differs.
  init(calendar: TeachingCalendar, days: [Int], labels: Labels) {
    self.calendar = calendar
    var counts: [String: [Range<Int>: Int]] = [:]
    for day in days {
      for slot in calendar.days[day].slots {
        counts[calendar.slots[slot].period, default: [:]][calendar.slots[slot].times, default: 0] +=
          1
      }
    }
    let usual = counts.map { name, times in
      let most = times.values.max() ?? 0
      let candidates = times.filter { $0.value == most }.map(\.key)
      let chosen = candidates.min {
        ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound)
      }
      return (name: name, times: chosen ?? 0..<0)
    }.sorted {
      ($0.times.lowerBound, $0.times.upperBound, $0.name)
        < ($1.times.lowerBound, $1.times.upperBound, $1.name)
    }
    var rows: [GridBlock.Row] = []
    var rowOf: [String: Int] = [:]
    for (index, period) in usual.enumerated() {
      let gap = index == 0 ? 0 : period.times.lowerBound - usual[index - 1].times.upperBound
      rowOf[period.name] = index
      rows.append(
        GridBlock.Row(
          name: period.name, times: labels.times(period.times),
          followsBreak: index > 0 && gap > calendar.longBreak))
    }
    self.rows = rows
    self.rowOf = rowOf
    times = usual.map(\.times)
  }

  /// The rows that a span of slots covers.
  func rows(of span: Range<Int>) -> Range<Int>? {
    let covered = span.compactMap { rowOf[calendar.slots[$0].period] }
    guard let first = covered.min(), let last = covered.max() else { return nil }
    return first..<(last + 1)
  }

  /// Whether a session keeps to the times that its rows show.
  func keepsTimes(_ minutes: Range<Int>, rows: Range<Int>) -> Bool {
    times[rows.lowerBound].lowerBound == minutes.lowerBound
      && times[rows.upperBound - 1].upperBound == minutes.upperBound
  }

  /// Rows without a period on a day: there is no teaching then.
  func closedRows(day: Int) -> [Int] {
    let open = Set(calendar.days[day].slots.compactMap { rowOf[calendar.slots[$0].period] })
    return rows.indices.filter { !open.contains($0) }
  }

  /// One thing that takes rows of one column.
  struct Piece<Payload> {
    var rows: Range<Int>
    var payload: Payload
  }

  /// A part of a column: what begins there, and what goes on from above.
  struct Part<Payload> {
    var rows: Range<Int>
    var begins: [Piece<Payload>]
    var goesOn: [Piece<Payload>]
  }

  /// Cuts a column into parts: pieces that overlap nothing, or only pieces of the very same rows,
  /// keep all their rows as one; the others are cut row by row.
  static func parts<Payload>(_ pieces: [Piece<Payload>]) -> [Part<Payload>] {
    let sorted = pieces.enumerated().sorted {
      ($0.element.rows.lowerBound, $0.offset) < ($1.element.rows.lowerBound, $1.offset)
    }.map(\.element)
    var parts: [Part<Payload>] = []
    var index = 0
    while index < sorted.count {
      var cluster = [sorted[index]]
      var end = sorted[index].rows.upperBound
      index += 1
      while index < sorted.count, sorted[index].rows.lowerBound < end {
        cluster.append(sorted[index])
        end = max(end, sorted[index].rows.upperBound)
        index += 1
      }
      if cluster.allSatisfy({ $0.rows == cluster[0].rows }) {
        parts.append(Part(rows: cluster[0].rows, begins: cluster, goesOn: []))
        continue
      }
      for row in cluster[0].rows.lowerBound..<end {
        parts.append(
          Part(
            rows: row..<(row + 1), begins: cluster.filter { $0.rows.lowerBound == row },
            goesOn: cluster.filter { $0.rows.lowerBound < row && row < $0.rows.upperBound }))
      }
    }
    return parts
  }
}
