import RotaDiagnostics
import RotaLanguage
import RotaPlanning

/// Everything that undo brings back.
struct World: Sendable {
  var language = LanguageState()
  var board = Shared(Board())

  /// Whether it holds nothing of anybody's.
  var isEmpty: Bool {
    language.declarations.items.isEmpty && board.timetable.placements.isEmpty
      && board.scenarios.isEmpty
  }
}

/// What commands change: the timetable and the options.
struct Board: Sendable {
  var timetable = Timetable()
  /// Where sessions that are locked were locked.
  var locks: [SessionIdentity: SourceRange] = [:]
  /// What the last solve could not place; kept until the timetable or the plan changes.
  var unplaced: [Unplaced] = []
  /// The day from which on the last solve was to change the timetable, and where that was said.
  var keptFrom: KeptFrom?
  var settings = Settings()
  /// Alternatives, in the order in which they were first named.
  var scenarios: [Scenario] = []
  /// Grows with every change of this value.
  var revision = 0
}

/// Options of `set`.
struct Settings: Sendable, Equatable {
  enum OutputFormat: String, Sendable, CaseIterable {
    case table, csv, json, markdown

    var meaning: String {
      switch self {
      case .table: "columns to read"
      case .csv: "records for spreadsheets"
      case .json: "objects for other programs"
      case .markdown: "tables for notes and mail"
      }
    }
  }
  var seed: UInt64 = 1
  /// Steps of `solve`; nil for the engine's own default.
  var steps: Int?
  /// Columns of text output; 0 for those of the terminal.
  var width = 0
  var output: OutputFormat = .table
  var timer = false
  /// Megabytes that may be taken; nil for the default.
  var memory: Int?
}

/// The way the planner has come: worlds before each statement that changed something.
struct Journey: Sendable {
  /// A step has little to keep, because a script takes a hundred thousand of them: the words and the
  /// other world are found when somebody asks.
  struct Step: Sendable {
    enum Name: Sendable {
      /// The statement as it was written.
      case written(SourceRange)
      case called(String)
    }

    /// The statement; of several the first.
    let name: Name
    /// Further statements that are undone with it: the other lines of a saved timetable.
    fileprivate(set) var followers = 0
    /// Seconds since 1970.
    let time: Double
    fileprivate let start: Point
    private var end: Point?

    init(_ name: Name, time: Double, before: Point) {
      self.name = name
      self.time = time
      start = before
    }

    /// The world before the statement.
    var before: World { start.world }

    /// The world after it, once it was undone.
    var after: World? {
      get { end?.world }
      set { end = newValue.map { Point($0) } }
    }
  }

  /// A world on the way.
  final class Point: Sendable {
    let world: World
    init(_ world: consuming World) { self.world = world }
  }

  private(set) var done: [Step] = []
  private(set) var undone: [Step] = []
  /// Grows with every move on the way: two worlds between which it is the same are one.
  private(set) var moves = 0

  mutating func clear() {
    done = []
    undone = []
    moves += 1
  }

  /// Makes room for the steps of a long script, which would move all before them as they come.
  mutating func reserve(_ count: Int) {
    if count > done.count { done.reserveCapacity(done.count + count) }
  }

  mutating func add(_ step: Step) {
    done.append(step)
    undone = []
    moves += 1
  }

  /// Takes one more statement into the last step.
  mutating func lengthen() {
    guard !done.isEmpty else { return }
    done[done.count - 1].followers += 1
    moves += 1
  }

  /// Gives up the steps after a number of them: they were part of an input that failed.
  mutating func truncate(to count: Int) {
    done.removeLast(max(0, done.count - count))
    moves += 1
  }

  /// Makes one step of all after a number of them.
  mutating func gather(after count: Int, as name: String) {
    guard count >= 0, count < done.count else { return }
    let first = done[count]
    done.removeLast(done.count - count)
    done.append(Step(.called(name), time: first.time, before: first.start))
    moves += 1
  }

  /// Takes back the last step: the world before it, and its statement.
  mutating func undo(from world: World) -> Step? {
    guard var step = done.popLast() else { return nil }
    step.after = world
    undone.append(step)
    moves += 1
    return step
  }

  /// Goes on with a way that began in another world: what was taken back on it can be done again.
  mutating func append(_ other: Journey) {
    done += other.done
    undone = other.undone
    moves += 1
  }

  mutating func redo() -> Step? {
    guard let step = undone.popLast() else { return nil }
    done.append(step)
    moves += 1
    return step
  }
}

extension Workspace {
  /// A step as history tells it, on one line.
  func text(of step: Journey.Step, isWhole: Bool = false) -> String {
    let statement =
      switch step.name {
      case .written(let range): oneLine(range, isWhole: isWhole)
      case .called(let name): name
      }
    return step.followers == 0
      ? statement : "\(statement) and \(Wording.grouped(step.followers)) more"
  }
}
