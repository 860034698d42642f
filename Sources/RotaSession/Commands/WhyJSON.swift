import RotaDiagnostics
import RotaExplanation

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// An explanation as one JSON object on one line, for `--json`.
struct WhyJSON: Encodable {
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

  var line: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(self) else { return "{}" }
    return String(decoding: data, as: UTF8.self)
  }
}
