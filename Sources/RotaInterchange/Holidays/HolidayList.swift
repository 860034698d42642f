import RotaDiagnostics
import RotaPlanning

/// A list of holidays and of days worked in exchange for them, as JSON: `days`, each with `date`,
/// `name` and `isOffDay`, which is false for a day that is worked.
public struct HolidayList: Sendable {
  public struct Entry: Hashable, Sendable {
    public var day: Day
    /// Empty where the list names none.
    public var name: String
    public var isWorked: Bool
  }

  /// What is wrong with a list; nothing of it is taken.
  public struct Malformed: Error, Sendable {
    /// In the order of the file; at least one.
    public let diagnostics: [Diagnostic]
  }

  public private(set) var entries: [Entry] = []

  /// More errors than this would say nothing new.
  private static let mostErrors = 20

  /// - Parameter bytes: UTF-8 without a byte order mark.
  public static func read(
    _ bytes: [UInt8], as source: SourceID
  ) throws(Malformed) -> HolidayList {
    func range(_ bytes: Range<Int>) -> SourceRange {
      SourceRange(source: source, lower: bytes.lowerBound, upper: bytes.upperBound)
    }
    let root: JSONNode
    do {
      root = try JSONReader.read(bytes)
    } catch {
      let end = min(error.offset + 1, bytes.count)
      throw Malformed(
        diagnostics: [
          HolidayMessages.notJSON(wanted: error.wanted, at: range(error.offset..<end))
        ])
    }
    guard case .array(let nodes) = (root["days"] ?? root).value else {
      throw Malformed(diagnostics: [HolidayMessages.noDays(at: range(root.range))])
    }
    var list = HolidayList()
    var problems: [Diagnostic] = []
    for node in nodes {
      do throws(HolidayProblem) {
        list.entries.append(try entry(node))
      } catch {
        problems.append(HolidayMessages.notADay(error.wanted, at: range(error.range)))
      }
    }
    guard problems.isEmpty else {
      throw Malformed(diagnostics: Array(problems.prefix(mostErrors)))
    }
    return list
  }

  private struct HolidayProblem: Error {
    var wanted: String
    var range: Range<Int>
  }

  private static func entry(_ node: JSONNode) throws(HolidayProblem) -> Entry {
    guard let date = node["date"] else {
      throw HolidayProblem(wanted: "a day needs a \"date\"", range: node.range)
    }
    guard case .string(let text) = date.value, let day = CellValues.date(text) else {
      throw HolidayProblem(
        wanted: "\"date\" must be a date such as \"2027-10-01\"", range: date.range)
    }
    var entry = Entry(day: day, name: "", isWorked: false)
    if let name = node["name"] {
      guard case .string(let text) = name.value else {
        throw HolidayProblem(wanted: "\"name\" must be a text in quotes", range: name.range)
      }
      entry.name = CellValues.trimmed(text)
    }
    if let isOff = node["isOffDay"] {
      guard case .boolean(let value) = isOff.value else {
        throw HolidayProblem(wanted: "\"isOffDay\" must be true or false", range: isOff.range)
      }
      entry.isWorked = !value
    }
    return entry
  }
}

/// What can be wrong with a list of holidays.
public enum HolidayMessages {
  static let list = DiagnosticKind(
    "holiday-list",
    "A list of holidays is JSON: {\"days\": [{\"date\": \"2027-10-01\", \"name\": \"National Day\", \"isOffDay\": true}]}, where isOffDay is false for a day that is worked in exchange."
  )

  public static let all = [list]

  static func notJSON(wanted: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(list, "the file is no JSON: here should be \(wanted)", at: range)
  }

  static func noDays(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      list, "the file has no list of days", at: range,
      remedies: ["begin it with {\"days\": [ … ]}"])
  }

  static func notADay(_ what: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(list, what, at: range)
  }
}
