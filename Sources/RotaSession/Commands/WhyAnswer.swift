import RotaDiagnostics
import RotaExplanation
import RotaLanguage

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// An explanation for programs: one JSON object on one line, or a row for each statement, repair and
/// session.
struct WhyAnswer: Encodable {
  struct Statement: Encodable {
    var file: String?
    var line: Int?
    var column: Int?
    let statement: String
    let decides: Bool
  }
  struct Change: Encodable {
    let statement: String
    let change: String
    let solved: Bool
  }

  /// What is wrong, in a sentence.
  let why: String
  /// `impossible`, `not as required`, `clashes`, `not proved` or `nothing`.
  let verdict: String
  var kind: String?
  var statements: [Statement] = []
  var repairs: [Change] = []
  /// Sessions without a place, each with what stands against it.
  var unplaced: [String] = []
  /// True where Ctrl-C came first: there may be more statements and repairs than these.
  var interrupted: Bool?

  init(_ why: String, verdict: String) {
    self.why = why
    self.verdict = verdict
  }

  init(
    _ explanation: Explanation, _ repairs: [Repair], _ library: SourceLibrary, interrupted: Bool
  ) {
    self.init(explanation.proof.message, verdict: "impossible")
    if interrupted { self.interrupted = true }
    kind = explanation.proof.kind.id
    for statement in explanation.statements {
      add(statement.text, at: statement.range, decides: statement.decides, library)
    }
    self.repairs = repairs.map {
      Change(statement: $0.statement, change: $0.change, solved: $0.isSolved)
    }
  }

  mutating func add(
    _ text: String, at range: SourceRange?, decides: Bool, _ library: SourceLibrary
  ) {
    var statement = Statement(statement: text, decides: decides)
    if let range, let source = library[range.source] {
      let position = SourcePosition(of: range.lower, in: source)
      (statement.file, statement.line, statement.column) = (
        source.name, position.line, position.column
      )
    }
    statements.append(statement)
  }

  /// Starts of runs that leave fewer rules broken.
  mutating func add(_ starts: [KeptStart]) {
    repairs += starts.map { Change(statement: $0.statement, change: $0.change, solved: false) }
  }

  fileprivate var line: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(self) else { return "{}" }
    return String(decoding: data, as: UTF8.self)
  }

  fileprivate static let fields = [
    "sort", "text", "change", "decides", "solved", "file", "line", "column",
  ]

  /// The verdict first.
  fileprivate var rows: [Row] {
    func row(_ sort: String, _ text: String) -> Row {
      var row = Row()
      row.set("sort", sort)
      row.set("text", text)
      return row
    }
    let said = statements.map { statement in
      var row = row("statement", statement.statement)
      row.set("decides", statement.decides)
      row.set("file", statement.file)
      row.set("line", statement.line)
      row.set("column", statement.column)
      return row
    }
    let mending = repairs.map { repair in
      var row = row("repair", repair.statement)
      row.set("change", repair.change)
      row.set("solved", repair.solved)
      return row
    }
    return [row(verdict, why)] + said + mending + unplaced.map { row("unplaced", $0) }
      + (interrupted == true ? [row("interrupted", "there may be more than these")] : [])
  }
}

extension Workspace {
  mutating func say(_ answer: WhyAnswer) {
    if rowFormat == .json { return say(records: answer.line) }
    say(rows: answer.rows, fields: WhyAnswer.fields)
  }
}
