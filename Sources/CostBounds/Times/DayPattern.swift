/// What a class's day costs by which of its slots are busy, as a small automaton that goes through
/// the day from slot to slot.
struct DayPattern {
  struct Step {
    var from: Int
    var to: Int
    var cost: Int
  }

  let states: Int
  /// For a slot without a session of the class.
  let idle: [Step]
  /// For a slot with one.
  let busy: [Step]
  /// What ends with the day, by state.
  let end: [Int]

  /// A day on which nothing costs anything.
  static let plain = DayPattern(
    states: 1, idle: [Step(from: 0, to: 0, cost: 0)], busy: [Step(from: 0, to: 0, cost: 0)],
    end: [0])

  /// Before any busy slot, or after one where gaps cost nothing; after one; after more than one in
  /// a row.
  private enum State {
    static let free = 0
    static let one = 1
    static let more = 2
    /// In a gap, which a busy slot will end.
    static let gap = 3
    /// After the last busy slot.
    static let done = 4
  }

  static func pattern(lonely: Int, gap: Int) -> DayPattern {
    if lonely == 0, gap == 0 { return plain }
    var idle = [Step(from: State.free, to: State.free, cost: 0)]
    var busy = [
      Step(from: State.free, to: State.one, cost: 0),
      Step(from: State.one, to: State.more, cost: 0),
      Step(from: State.more, to: State.more, cost: 0),
    ]
    if gap == 0 {
      idle.append(Step(from: State.one, to: State.free, cost: lonely))
      idle.append(Step(from: State.more, to: State.free, cost: 0))
      return DayPattern(states: 3, idle: idle, busy: busy, end: [0, lonely, 0])
    }
    idle += [
      Step(from: State.one, to: State.gap, cost: lonely + gap),
      Step(from: State.one, to: State.done, cost: lonely),
      Step(from: State.more, to: State.gap, cost: gap),
      Step(from: State.more, to: State.done, cost: 0),
      Step(from: State.gap, to: State.gap, cost: gap),
      Step(from: State.done, to: State.done, cost: 0),
    ]
    busy.append(Step(from: State.gap, to: State.one, cost: 0))
    return DayPattern(
      states: 5, idle: idle, busy: busy, end: [0, lonely, 0, Agenda.unreachable, 0])
  }
}
