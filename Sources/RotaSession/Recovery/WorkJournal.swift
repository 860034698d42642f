/// Where completed statements go as they are completed, so that a sudden end loses none of them.
public protocol WorkJournal: Sendable {
  func add(_ entry: JournalEntry)
  /// The newest work that a shell has left behind; nil where there is none. A shell that still runs
  /// has left nothing.
  func lost() -> LostWork?
  /// The entries of that work. Until it is dropped nobody else can take it.
  func takeLost() throws(SessionEnvironment.FileProblem) -> [JournalEntry]
  /// Throws that work away.
  func dropLost() throws(SessionEnvironment.FileProblem)
}

/// Work that can be given back.
public struct LostWork: Sendable, Equatable {
  /// When its last statement had run, in seconds since 1970.
  public var time: Double
  /// Statements that were typed and hold, and those that were undone.
  public var way: JournalEntry.Way
  /// How many other shells have left work behind.
  public var others: Int

  public init(time: Double, way: JournalEntry.Way, others: Int) {
    self.time = time
    self.way = way
    self.others = others
  }

  /// Nil where nothing of it was typed: scripts and the start-up file are still on the disk.
  public init?(_ entries: [JournalEntry]) {
    self.init(time: 0, way: JournalEntry.Way(done: 0, undone: 0), others: 0)
    var typed = 0
    var isTyped = false
    var hasText = false
    /// Steps of scripts before the first statement that was typed.
    var scripts: Int?
    /// The ways that are gone on with when the work given back in them ends, the outermost first.
    var outer: [Int] = []
    for entry in entries {
      switch entry {
      case .begun:
        if hasText { outer.append(way.done) }
        way = JournalEntry.Way(done: 0, undone: 0)
      case .text(let text):
        isTyped = text.isTyped
        hasText = true
        if isTyped, scripts == nil { scripts = way.done }
      case .ran(let ran):
        way = ran.way ?? JournalEntry.Way(done: way.done + ran.count, undone: 0)
        time = ran.time
        if isTyped { typed += ran.count }
      case .takenBack(let steps, let count):
        way.done = steps
        if isTyped { typed -= count }
      case .wayBegins: way.done = 0
      case .gathered(let steps, _): way.done = steps + 1
      // To give it back was a step itself where something was done before.
      case .recovered:
        let before = outer.popLast() ?? 0
        way.done += before == 0 ? 0 : before + 1
      }
    }
    if typed <= 0 { return nil }
    way.done = max(0, way.done - (scripts ?? 0))
  }
}
