import RotaPlanning

/// The sessions that are still to be placed, by the weeks in which they may be.
///
/// A window is so many weeks that the sessions of one never meet those of the window after the next:
/// not in a slot, and not in a week, by which teachers are limited. So every other window can be
/// solved at the same time, and then those between them.
struct Windows {
  struct Window {
    /// Positions in the programme, in order.
    var sessions: [Int]
    /// The weeks that they may touch.
    var weeks: ClosedRange<Int>

    mutating func add(_ sessions: [Int], _ weeks: ClosedRange<Int>) {
      self.sessions += sessions
      self.weeks =
        min(self.weeks.lowerBound, weeks.lowerBound)...max(self.weeks.upperBound, weeks.upperBound)
    }
  }

  /// What can be solved at the same time, in the order in which it is to be solved: sessions that may
  /// be in many weeks, every other window, those between them.
  let stages: [[Window]]

  /// So many hundredths of the sessions say how many weeks are usual; the others do not make all
  /// windows wider.
  private static let usual = 90
  private static let fewest = 3

  /// Nil where the weeks do not make three windows.
  ///
  /// - Parameter size: the fewest sessions of a window; the last one may have fewer.
  init?(of whole: Whole, size: Int) {
    var open: [(position: Int, weeks: ClosedRange<Int>)] = []
    for position in whole.programme.sessions.indices where !whole.isLocked(position) {
      if let weeks = whole.weeks(of: position) { open.append((position, weeks)) }
    }
    guard !open.isEmpty else { return nil }
    let usual = open.map(\.weeks.count).sorted()[(open.count - 1) * Self.usual / 100]

    var wide: Window?
    // By first week.
    var starts: [Int: Window] = [:]
    for (position, weeks) in open {
      if weeks.count > usual {
        wide = wide ?? Window(sessions: [], weeks: weeks)
        wide?.add([position], weeks)
      } else {
        starts[weeks.lowerBound, default: Window(sessions: [], weeks: weeks)]
          .add([position], weeks)
      }
    }
    var windows: [Window] = []
    for (week, next) in starts.sorted(by: { $0.key < $1.key }) {
      guard var last = windows.popLast() else {
        windows.append(next)
        continue
      }
      if last.sessions.count >= size, week - last.weeks.lowerBound >= usual - 1 {
        windows += [last, next]
      } else {
        last.add(next.sessions, next.weeks)
        windows.append(last)
      }
    }
    guard windows.count >= Self.fewest else { return nil }
    for index in windows.indices { windows[index].sessions.sort() }
    let stages = [
      wide.map { [$0] } ?? [],
      windows.indices.filter { $0.isMultiple(of: 2) }.map { windows[$0] },
      windows.indices.filter { !$0.isMultiple(of: 2) }.map { windows[$0] },
    ]
    self.stages = stages.filter { !$0.isEmpty }
  }
}

extension Whole {
  /// The first and last of the weeks in which a session may be; nil where there is no day for it.
  fileprivate func weeks(of position: Int) -> ClosedRange<Int>? {
    let days = plan.calendar.days
    let own = programme.sessions[position].days.filter { days.indices.contains($0) }
    guard let first = own.first, let last = own.last, first <= last else { return nil }
    return days[first].day.week...days[last].day.week
  }
}
