#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// One entry of a journal: what a shell must be told again to come to where another has been.
public enum JournalEntry: Codable, Sendable {
  /// The world before the first statement: values of `--set`, and the seed of `--seed`. Within a
  /// journal it begins the entries of another, which `recover` gave back.
  case begun(variables: [Variable], seed: UInt64?)
  /// A text of which statements follow by number.
  case text(Text)
  /// Statements of the last text have run to their end and changed something.
  case ran(Ran)
  /// The last text failed as a whole: of the way only so many steps remain.
  ///
  /// - Parameter statements: how many of those that had run are undone with it.
  case takenBack(steps: Int, statements: Int)
  /// The way begins after what has been run so far: the start-up file.
  case wayBegins
  /// The steps after so many are one: a script of the command line.
  case gathered(steps: Int, name: String)
  /// The entries of the other journal end.
  case recovered

  /// What `SessionOptions` says of the world that statements find.
  static func begun(_ options: SessionOptions) -> JournalEntry {
    .begun(
      variables: options.variables.map { Variable(name: $0.name, value: $0.value) },
      seed: options.seed)
  }

  public struct Variable: Codable, Sendable {
    public var name: String
    public var value: String
  }

  public struct Text: Codable, Sendable {
    /// What diagnostics call it.
    public var name: String
    public var text: String
    /// Typed by the planner, as distinct from a script that is still on the disk.
    public var isTyped: Bool
    /// The file that it is, from whose folder paths in it are taken.
    public var file: String?
  }

  public struct Ran: Codable, Sendable {
    /// Position of the first in the text, from 0.
    public var first: Int
    public var count = 1
    /// When they had run, in seconds since 1970.
    public var time: Double
    /// How long the way was then, and how many steps on it could be done again.
    public var way: Way?
    /// What they learned from outside.
    public var facts: [Fact] = []
  }

  public struct Way: Codable, Sendable, Equatable {
    public var done: Int
    public var undone: Int

    public init(done: Int, undone: Int) {
      self.done = done
      self.undone = undone
    }
  }
}

/// What a statement has learned that it might not learn again: files change, and a search that ends
/// by the clock need not come to the same.
public enum Fact: Codable, Sendable {
  case file(path: String, bytes: Data)
  case search(SearchOutcome)
  /// The statements of the repair that `try N` took.
  case repair(String)
  /// The plan that came back from an editor.
  case edited(String)
}
