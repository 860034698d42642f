import RotaPlanning
import Testing

@testable import RotaReports

/// How pages are brought onto as few sheets as can be read.
@Suite struct FitTests {
  private func html(_ page: Page) -> String {
    HTMLWriter().write(Document(title: "Plan", pages: [page]))
  }

  /// A wall of grids in which every cell has several classes, each with a place of its own.
  private func wall(grids: Int) -> Page {
    var entry = GridBlock.Entry(
      title: "Discussion", form: "Discussion",
      place: (1...8).map { "Class \($0): Seminar room \($0)" }.joined(separator: "; "),
      audience: "Classes 1–8")
    entry.isSpread = true
    let cells = (0..<4).flatMap { row in
      (0..<5).map { column in
        GridBlock.Cell(
          rows: row..<(row + 1), columns: column..<(column + 1), entries: [entry, entry])
      }
    }
    let grid = GridBlock(
      columns: (1...5).map { GridBlock.Column(title: "Day \($0)") },
      rows: (1...4).map { GridBlock.Row(name: "Period \($0)") }, cells: cells)
    return Page(
      heading: "Overview", blocks: [Block](repeating: .grid(grid), count: grids), sheet: .wall)
  }

  @Test func aFullWallSaysLessRatherThanSmaller() {
    #expect(html(wall(grids: 1)).contains("Seminar room 8"))
    let full = html(wall(grids: 5))
    #expect(!full.contains("Seminar room 8"))
    #expect(full.contains("Classes 1–8"))
  }

  private func table(rows: Int, forWriting: Bool = false) -> TableBlock {
    var table = TableBlock(
      columns: ["Unit", "1", "2", "3"].map { TableBlock.Column($0) },
      rows: (1...rows).map { ["Unit \($0)", "1", "2", "3"] })
    table.isForWriting = forWriting
    return table
  }

  private func rowHeight(_ rows: Int) -> Double? {
    let page = Page(
      heading: "List", blocks: [.table(table(rows: rows, forWriting: true))], sheet: .upright)
    let html = html(page)
    guard let start = html.range(of: "style=\"--row:") else { return nil }
    return Double(html[start.upperBound...].prefix { $0 != "m" })
  }

  /// Who writes wants room, and who prints wants no sheet of a few rows.
  @Test func rowsToWriteInFillTheirSheets() throws {
    #expect(rowHeight(10) == 9)
    let one = try #require(rowHeight(40))
    let two = try #require(rowHeight(62))
    #expect(one >= 5.5 && one < 6.5)
    #expect(two > 7 && two < 9)
  }

  @Test func narrowTablesStandInTwoColumns() {
    let tables = [Block](repeating: .table(table(rows: 20)), count: 3)
    #expect(html(Page(heading: "Runs", blocks: tables)).contains("<div class=\"pair\">"))
    let few = [Block](repeating: .table(table(rows: 4)), count: 3)
    #expect(!html(Page(heading: "Runs", blocks: few)).contains("<div class=\"pair\">"))
    let apart = tables.flatMap { [$0, Block.paragraph("Rooms")] }
    #expect(!html(Page(heading: "Runs", blocks: apart)).contains("<div class=\"pair\">"))
  }
}
