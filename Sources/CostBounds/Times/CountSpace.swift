/// How far an agenda has come between two days: of each strand, how many sessions have been held.
/// The *steps* from one such state to the next are one day's counts.
///
/// Agendas with equal kinds of strands share one space.
struct CountSpace {
  /// What the states of a strand depend on.
  struct Kind: Hashable, Comparable {
    /// Sessions to hold, each of one slot.
    var sessions: Int
    var mostPerDay: Int
    /// Sessions that are not the first of their day, counted up to so many; 0 to count none.
    var repeats: Int

    static func < (a: Kind, b: Kind) -> Bool {
      (a.sessions, a.mostPerDay, a.repeats) < (b.sessions, b.mostPerDay, b.repeats)
    }

    /// Sessions held, and repeats among them.
    var states: [(held: Int, repeats: Int)] {
      (0...sessions).flatMap { held in
        (0...min(max(0, held - 1), repeats)).map { (held, $0) }
      }
    }
  }

  /// Pairs of states between which a day's counts lead, listed by the number of the counts.
  struct Steps {
    var starts: [Int] = [0]
    var from: [Int32] = []
    var to: [Int32] = []
  }

  let kinds: [Kind]
  /// A day's counts, numbered by their sum: `counts[number * kinds.count + strand]`.
  private(set) var counts: [Int] = []
  private(set) var sums: [Int] = []
  /// How many counts have at most a given sum, from 0.
  private(set) var numbered: [Int] = []
  /// The number of the counts with one more in a strand, or -1.
  private(set) var next: [Int32] = []
  private(set) var stateCount = 1
  /// From the one state in which nothing has been held; between any two; to those in which all has.
  private(set) var first = Steps()
  private(set) var middle = Steps()
  private(set) var last = Steps()
  /// States in which all has been held, and the repeats of each strand there.
  private(set) var finals: [(state: Int, repeats: [Int])] = []

  var countsNumber: Int { sums.count }

  init(_ kinds: [Kind], slotsPerDay: Int) {
    self.kinds = kinds
    addCounts(slotsPerDay)
    addSteps()
  }

  private mutating func addCounts(_ slotsPerDay: Int) {
    var all: [[Int]] = [[]]
    for kind in kinds {
      all = all.flatMap { held in
        let room = min(kind.mostPerDay, kind.sessions, slotsPerDay - held.reduce(0, +))
        return (0...room).map { held + [$0] }
      }
    }
    let largest = all.map { $0.reduce(0, +) }.max() ?? 0
    var numbers: [[Int]: Int] = [:]
    for sum in 0...largest {
      for list in all where list.reduce(0, +) == sum {
        numbers[list] = sums.count
        sums.append(sum)
        counts += list
      }
      numbered.append(sums.count)
    }
    for number in sums.indices {
      var list = Array(counts[number * kinds.count..<(number + 1) * kinds.count])
      for strand in kinds.indices {
        list[strand] += 1
        next.append(Int32(numbers[list] ?? -1))
        list[strand] -= 1
      }
    }
  }

  private mutating func addSteps() {
    let states = kinds.map(\.states)
    var strides: [Int] = []
    for list in states {
      strides.append(stateCount)
      stateCount *= list.count
    }
    finals = [(0, [])]
    for (strand, list) in states.enumerated() {
      let whole = list.indices.filter { list[$0].held == kinds[strand].sessions }
      finals = finals.flatMap { final in
        whole.map { (final.state + $0 * strides[strand], final.repeats + [list[$0].repeats]) }
      }
    }
    var isFinal = Array(repeating: false, count: stateCount)
    for final in finals { isFinal[final.state] = true }

    for number in sums.indices {
      var pairs: [(from: Int, to: Int)] = [(0, 0)]
      for (strand, list) in states.enumerated() {
        let more = counts[number * kinds.count + strand]
        let moves = Self.moves(kinds[strand], list, more)
        pairs = moves.flatMap { move in
          pairs.map {
            ($0.from + move.from * strides[strand], $0.to + move.to * strides[strand])
          }
        }
      }
      for pair in pairs {
        middle.append(pair)
        if pair.from == 0 { first.append(pair) }
        if isFinal[pair.to] { last.append(pair) }
      }
      first.close()
      middle.close()
      last.close()
    }
  }

  /// Where so many more sessions on one day lead, for each state of a strand.
  private static func moves(
    _ kind: Kind, _ states: [(held: Int, repeats: Int)], _ more: Int
  ) -> [(from: Int, to: Int)] {
    states.indices.compactMap { index in
      let held = states[index].held + more
      let repeats = min(kind.repeats, states[index].repeats + max(0, more - 1))
      guard held <= kind.sessions else { return nil }
      return states.firstIndex { $0.held == held && $0.repeats == repeats }.map { (index, $0) }
    }
  }
}

extension CountSpace.Steps {
  fileprivate mutating func append(_ pair: (from: Int, to: Int)) {
    from.append(Int32(pair.from))
    to.append(Int32(pair.to))
  }

  fileprivate mutating func close() { starts.append(from.count) }
}

extension CountSpace {
  /// The size of a space before it is built.
  struct Size {
    var counts = 0
    var steps = 0

    /// Stops growing far beyond what any budget allows.
    private static let largest = 1 << 40

    init(_ kinds: [Kind], slotsPerDay: Int) {
      // By the sum of the counts so far.
      var counts = Array(repeating: 0, count: slotsPerDay + 1)
      var steps = counts
      counts[0] = 1
      steps[0] = 1
      for kind in kinds {
        var moreCounts = Array(repeating: 0, count: slotsPerDay + 1)
        var moreSteps = moreCounts
        let states = kind.states
        for more in 0...min(kind.mostPerDay, kind.sessions, slotsPerDay) {
          let moves = states.count { $0.held + more <= kind.sessions }
          for sum in more...slotsPerDay {
            moreCounts[sum] = min(Self.largest, moreCounts[sum] + counts[sum - more])
            moreSteps[sum] = min(Self.largest, moreSteps[sum] + steps[sum - more] * moves)
          }
        }
        counts = moreCounts
        steps = moreSteps
      }
      self.counts = counts.reduce(0, +)
      self.steps = steps.reduce(0, +)
    }
  }
}
