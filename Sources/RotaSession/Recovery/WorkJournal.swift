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
  /// Statements that were typed and completed.
  public var statements: Int
  /// How many other shells have left work behind.
  public var others: Int

  public init(time: Double, statements: Int, others: Int) {
    self.time = time
    self.statements = statements
    self.others = others
  }

  /// Nil where nothing of it was typed: scripts and the start-up file are still on the disk.
  public init?(_ entries: [JournalEntry]) {
    var isTyped = false
    self.init(time: 0, statements: 0, others: 0)
    for entry in entries {
      switch entry {
      case .begun, .recovered, .wayBegins, .gathered: break
      case .text(let text): isTyped = text.isTyped
      case .ran(let ran) where isTyped:
        statements += ran.count
        time = ran.time
      case .ran: break
      case .takenBack(_, let count): statements -= count
      }
    }
    if statements <= 0 { return nil }
  }
}
