import RotaDiagnostics

/// What is wrong with a table; nothing of it is taken.
public struct MalformedTable: Error, Sendable {
  /// In the order of the file; at least one.
  public let diagnostics: [Diagnostic]
  /// What the other cells say, so that what is wrong with that can be told as well.
  public let sound: ImportedTable?

  init(diagnostics: [Diagnostic], sound: ImportedTable? = nil) {
    self.diagnostics = diagnostics
    self.sound = sound
  }
}

/// A table with its headings understood, row by row.
struct TableFile {
  /// More errors than this are only counted.
  static let mostErrors = 20

  let kind: TableKind
  let source: SourceID
  let bytes: [UInt8]
  private var scanner: CSVScanner
  private var cells: [CSVCell] = []
  /// Which cell of a row each column is in.
  private(set) var positions: [TableColumn: Int] = [:]
  private(set) var headings: [String] = []
  private(set) var warnings: [Diagnostic] = []
  private(set) var problems: [Diagnostic] = []
  private var problemCount = 0

  /// - Parameter bytes: UTF-8 without a byte order mark.
  init(_ kind: TableKind, _ bytes: [UInt8], as source: SourceID) throws(MalformedTable) {
    self.kind = kind
    self.bytes = bytes
    self.source = source
    scanner = CSVScanner(bytes)
    try readHeadings()
  }

  /// The row read last.
  var row: Int { scanner.row }

  func range(_ bytes: Range<Int>) -> SourceRange {
    SourceRange(source: source, lower: bytes.lowerBound, upper: bytes.upperBound)
  }

  func place(_ index: Int) -> TablePlace {
    TablePlace(
      row: row, column: index, heading: headings.indices.contains(index) ? headings[index] : "")
  }

  // MARK: Rows

  /// Goes to the next row that holds something; false at the end.
  mutating func advance() -> Bool {
    while true {
      do {
        guard try scanner.next(into: &cells) else { return false }
      } catch {
        add(Self.told(error, row: scanner.row, source))
        return false
      }
      guard cells.contains(where: { !isBlank($0) }) else { continue }
      if cells.count > headings.count,
        let extra = cells[headings.count...].first(where: { !isBlank($0) })
      {
        add(
          TableMessages.tooManyCells(
            row: row, cells.count, of: headings.count, at: range(extra.bytes)))
        continue
      }
      return true
    }
  }

  /// The bytes of a cell of the present row; nil where it is empty or the table has no such column.
  func cell(_ index: Int?) -> CSVCell? {
    guard let index, cells.indices.contains(index), !isBlank(cells[index]) else { return nil }
    return cells[index]
  }

  /// The first cell of the row, to tell of what is missing from it.
  var start: SourceRange {
    let first = cells.first?.bytes.lowerBound ?? 0
    return SourceRange(source: source, lower: first, upper: first)
  }

  private func isBlank(_ cell: CSVCell) -> Bool {
    bytes[cell.bytes].allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }

  // MARK: What is wrong

  mutating func add(_ problem: Diagnostic) {
    problemCount += 1
    if problems.count < Self.mostErrors { problems.append(problem) }
  }

  mutating func warn(_ warning: Diagnostic) { warnings.append(warning) }

  /// Throws what was found to be wrong.
  func judge() throws(MalformedTable) {
    if problems.isEmpty { return }
    let rest = problemCount - problems.count
    throw MalformedTable(
      diagnostics: problems + (rest > 0 ? [TableMessages.tooMany(rest)] : []))
  }

  private static func told(
    _ problem: CSVScanner.Problem, row: Int, _ source: SourceID
  ) -> Diagnostic {
    switch problem {
    case .openQuote(let offset):
      TableMessages.openQuote(
        row: row, at: SourceRange(source: source, lower: offset, upper: offset + 1))
    case .textAfterQuote(let offset):
      TableMessages.textAfterQuote(
        row: row, at: SourceRange(source: source, lower: offset, upper: offset + 1))
    }
  }

  // MARK: Headings

  private mutating func readHeadings() throws(MalformedTable) {
    var found: [CSVCell] = []
    repeat {
      do {
        guard try scanner.next(into: &found) else { break }
      } catch {
        throw MalformedTable(diagnostics: [Self.told(error, row: scanner.row, source)])
      }
    } while found.allSatisfy { isBlank($0) }
    headings = found.map { CellValues.trimmed($0.text(in: bytes)) }
    while headings.last == "" { headings.removeLast() }
    var strange: [(index: Int, heading: String)] = []
    for (index, heading) in headings.enumerated() where !heading.isEmpty {
      guard let column = kind.column(headed: heading) else {
        if !TableKind.passesOver(heading) { strange.append((index, heading)) }
        continue
      }
      if let first = positions[column] {
        add(TableMessages.headingTwice(heading, first, index, at: range(found[index].bytes)))
      }
      positions[column] = index
    }
    let whole = SourceRange(
      source: source, lower: found.first?.bytes.lowerBound ?? 0,
      upper: found.last?.bytes.upperBound ?? 0)
    for column in kind.needed where positions[column] == nil {
      guard let words = kind.columns.first(where: { $0.column == column }) else { continue }
      let near = strange.map(\.heading).first { Spelling.nearest(to: $0, among: words.all) != nil }
      add(TableMessages.headingMissing(words, of: kind, nearest: near, at: whole))
    }
    var isListed = false
    for (index, heading) in strange {
      let nearest = Spelling.nearest(to: heading, among: kind.headings)
      // Which headings there are, is told once.
      warn(
        TableMessages.columnLeftOut(
          heading, index, of: kind, nearest: nearest, listing: nearest == nil && !isListed,
          at: range(found[index].bytes)))
      isListed = isListed || nearest == nil
    }
    try judge()
  }
}
