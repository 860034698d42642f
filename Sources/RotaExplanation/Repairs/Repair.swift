import RotaDiagnostics
import RotaLanguage

/// A change that mends an impossibility: statements that the planner could type, tried before they
/// are shown.
public struct Repair: Sendable, Equatable {
  /// One statement, or more joined by `; `.
  public var statement: String
  /// What it comes to, in a few words: `+10 seats`.
  public var change: String
  /// A timetable of all sessions was found with it; else only the checks have passed.
  public var isSolved: Bool
  /// Two changes, neither of which would do alone.
  public var isPair = false

  public init(statement: String, change: String, isSolved: Bool, isPair: Bool = false) {
    self.statement = statement
    self.change = change
    self.isSolved = isSolved
    self.isPair = isPair
  }
}

/// A change to be tried: one statement, or the smallest number of a family of statements.
struct Proposal {
  /// What sort of change it is; a planner tries the first sorts first.
  enum Sort: Int {
    /// More of what there is: seats, buses, beds.
    case supply
    /// Higher limits: away at once, sessions in a day.
    case limit
    /// Runs, classes, days.
    case rotation
    /// Another teacher, a further place, more hours.
    case choice
    /// A rule made a wish, or taken out.
    case rule
    /// Fewer people, fewer sessions.
    case less
  }
  var sort: Sort
  /// What is tried in turn, the smallest change first.
  var numbers: Numbers
  var statement: (Int) -> String
  var change: (Int) -> String
  /// How large a change a number is, against others of its sort.
  var size: (Int) -> Double
  /// Of proposals with the same name here, tried in turn, the first that mends is enough.
  var series: String?

  enum Numbers {
    /// The least number that mends; the larger ones do then, too.
    case least(ClosedRange<Int>)
    /// Likewise the greatest.
    case greatest(ClosedRange<Int>)
    /// One after the other.
    case inTurn([Int])

    /// The same without those before a number.
    func from(_ number: Int) -> Self {
      switch self {
      case .least(let range):
        .least(min(max(number, range.lowerBound), range.upperBound)...range.upperBound)
      case .greatest(let range):
        .greatest(range.lowerBound...max(min(number, range.upperBound), range.lowerBound))
      case .inTurn(let numbers):
        .inTurn(numbers.firstIndex(of: number).map { Array(numbers[$0...]) } ?? numbers)
      }
    }
  }

  init(
    _ sort: Sort, _ numbers: Numbers, size: @escaping (Int) -> Double = { _ in 1 },
    change: @escaping (Int) -> String, statement: @escaping (Int) -> String
  ) {
    self.sort = sort
    self.numbers = numbers
    self.size = size
    self.change = change
    self.statement = statement
  }

  /// One statement alone.
  init(_ sort: Sort, _ statement: String, _ change: String, size: Double = 1) {
    self.init(
      sort, .inTurn([0]), size: { _ in size }, change: { _ in change },
      statement: { _ in statement })
  }
}
