import RotaDiagnostics

/// A table as statements of the language.
public struct ImportedTable: Sendable {
  /// A line for each row.
  public internal(set) var script = ""
  public internal(set) var rows = 0
  /// Columns that were left out.
  public internal(set) var warnings: [Diagnostic] = []
  private var marks: [Mark] = []

  /// Where in the script a cell ended up.
  private struct Mark: Sendable {
    var statement: Range<Int>
    var cell: SourceRange
    var place: TablePlace
  }

  mutating func append(_ text: StatementText) {
    let start = script.utf8.count
    marks += text.marks.map { mark in
      Mark(
        statement: start + mark.text.lowerBound..<start + mark.text.upperBound, cell: mark.cell,
        place: mark.place)
    }
    script += text.text + "\n"
    rows += 1
  }

  /// What was found wrong with the script, told of the cell from which it came.
  ///
  /// - Parameter statements: the script, as it was read.
  public func translated(_ diagnostic: Diagnostic, from statements: SourceID) -> Diagnostic {
    guard let range = diagnostic.range, range.source == statements,
      let mark = marks.first(where: { $0.statement.contains(range.lower) })
        ?? marks.last(where: { $0.statement.lowerBound <= range.lower })
    else { return diagnostic }
    return Diagnostic(
      diagnostic.kind, severity: diagnostic.severity,
      "\(mark.place.words): \(diagnostic.message)", at: mark.cell,
      notes: diagnostic.notes.filter { $0.range?.source != statements },
      remedies: diagnostic.remedies)
  }
}

/// A statement being written, which remembers from which cells its parts come.
struct StatementText {
  private(set) var text = ""
  private(set) var marks: [(text: Range<Int>, cell: SourceRange, place: TablePlace)] = []
  private var clauses = 0

  init(_ head: String) { text = head }

  mutating func add(_ part: String, _ cell: SourceRange, _ place: TablePlace) {
    let start = text.utf8.count
    text += part
    marks.append((start..<text.utf8.count, cell, place))
  }

  mutating func add(_ part: String) { text += part }

  /// A clause between the statement's braces.
  mutating func clause(_ part: String, _ cell: SourceRange, _ place: TablePlace) {
    text += clauses == 0 ? " { " : "; "
    clauses += 1
    add(part, cell, place)
  }

  mutating func close() { if clauses > 0 { text += " }" } }
}
