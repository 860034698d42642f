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
    table.writing = forWriting ? .names : nil
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

  /// Sheets of a table that is written in are tables of their own, so that none has a row alone.
  @Test func rowsToWriteInAreSharedOutEvenly() {
    let page = Page(
      heading: "List", blocks: [.table(table(rows: 49, forWriting: true))], sheet: .usual)
    let sheets = html(page).components(separatedBy: "<table").dropFirst().map {
      $0.components(separatedBy: "<tr>").count - 2
    }
    #expect(sheets.count == 2)
    #expect(sheets.reduce(0, +) == 49)
    #expect((sheets.min() ?? 0) >= 20)
  }

  /// Columns that hold something are as wide as that; those that are written in share the rest.
  @Test func columnsAreAsWideAsWhatIsInThem() throws {
    let heads = ["No.", "Name", "Sex", "Unit", "Remark"]
    var table = TableBlock(
      columns: heads.map { TableBlock.Column($0) },
      rows: (1...49).map { ["\($0)", "Nguyễn Văn Hùng", "M", "Education Bureau", ""] })
    table.writing = .remarks
    let sheet = HTMLSheet(.upright, .a4)
    let fit = WritingFit(table, sheet, first: sheet.height - 25, LineBreaker())
    #expect(fit.sheets == [0..<49])
    #expect(fit.columns[2] < fit.columns[0] * 2)
    #expect(fit.columns[1] > fit.columns[2] * 2)
    #expect(fit.columns[4] > fit.columns[3])
  }

  // MARK: Rows on sheets

  private func shared(
    _ heights: [Double], seams: [Int: RowSharing.Seam] = [:], first: Double = 100
  ) -> [Range<Int>] {
    let rows = heights.enumerated().map {
      RowSharing.Row(height: $0.element, seam: seams[$0.offset] ?? .rows)
    }
    return RowSharing.sheets(rows, first: first, other: 100)
  }

  @Test func rowsAreSharedOutEvenly() {
    #expect(shared([]) == [])
    #expect(shared([10, 10, 10]) == [0..<3])
    let rows = [Double](repeating: 10, count: 12)
    #expect(shared(rows) == [0..<6, 6..<12])
    // A sheet with room for fewer rows has fewer.
    #expect(shared(rows, first: 60) == [0..<5, 5..<12])
    #expect(shared([250, 10]) == [0..<1, 1..<2])
  }

  /// A little unevenness keeps days whole, and half-days; but no sheet has a few rows only.
  @Test func sheetsBeginWithADayWhereTheyCan() {
    let rows = [Double](repeating: 10, count: 12)
    #expect(shared(rows, seams: [8: .groups]) == [0..<8, 8..<12])
    #expect(shared(rows, seams: [7: .cells, 4: .groups]) == [0..<4, 4..<12])
    #expect(shared(rows, seams: [7: .cells]) == [0..<7, 7..<12])
    #expect(shared(rows, seams: [10: .groups, 7: .cells]) == [0..<7, 7..<12])
    #expect(shared(rows, seams: [10: .groups]) == [0..<6, 6..<12])
  }

  /// A day of three lines in the column of dates takes no more than its rows do.
  @Test func aMergedCellHasTheHeightOfAllItsRows() {
    let day = TableBlock.Group(rows: (1...3).map { TableBlock.Row(["23\nFeb\n2023", "\($0)"]) })
    let table = TableBlock(
      columns: [TableBlock.Column("Date"), TableBlock.Column("Content")], groups: [day],
      mergedColumns: 1)
    func heights(_ table: TableBlock) -> [Double] {
      HTMLTable.heights(table, nil, 100, HTMLSheet(.usual, .a4), LineBreaker()).rows[0]
    }
    var plain = table
    plain.groups = [TableBlock.Group(rows: (1...3).map { TableBlock.Row(["23", "\($0)"]) })]
    #expect(heights(table) == heights(plain))
    plain.groups = [TableBlock.Group(rows: Array(day.rows.prefix(1)))]
    #expect(heights(plain)[0] > 2 * heights(table)[0])
  }

  /// A day that two sheets share says its date on both.
  @Test func aTableIsPartedWhereASheetBegins() {
    let day = TableBlock.Group(rows: (1...49).map { TableBlock.Row(["23 Feb", "Talk \($0)"]) })
    let table = TableBlock(
      columns: [TableBlock.Column("Date"), TableBlock.Column("Content")], groups: [day],
      mergedColumns: 1)
    let markup = html(Page(heading: "Programme", blocks: [.table(table)]))
    #expect(markup.components(separatedBy: "23 Feb").count == 3)
    #expect(markup.components(separatedBy: "<tbody class=\"g long\">").count == 2)
    #expect(markup.components(separatedBy: "<tbody class=\"long next\">").count == 2)
  }

  /// Browsers repeat headings of columns, but not what a table is of.
  @Test func aPartedTableSaysItsCaptionOnEachSheet() {
    var table = table(rows: 49)
    table.caption = "Run 2"
    let blocks = [Block.table(self.table(rows: 4)), .table(table)]
    let markup = html(Page(heading: "Runs", blocks: blocks))
    #expect(markup.components(separatedBy: "<table class=\"list parted\"").count == 2)
    #expect(markup.contains("<tr class=\"again\"><th colspan=\"4\">Run 2</th></tr>"))
  }

  private func standings(_ blocks: [Block], fixed: [Double]) -> [PageFlow.Standing] {
    PageFlow(blocks, HTMLSheet(.usual, .a4), head: 15, fixed: fixed, LineBreaker()).standings
  }

  /// A table begins a sheet rather than that one or two of its rows stand on another.
  @Test func sheetsBeginWithATableWhereTheyCan() {
    let legend = Block.legend(LegendBlock(title: "Forms", items: []))
    let standings = standings(
      [legend, .table(table(rows: 20)), legend, .table(table(rows: 15))], fixed: [5, 0, 5, 0])
    #expect(standings.map(\.beginsSheet) == [false, false, false, true])
    #expect(standings.map { $0.sheets } == [[], [0..<20], [], [0..<15]])
  }

  /// Text smaller by a little spares a sheet of a few rows.
  @Test func smallerTextSparesASheet() {
    let blocks = [Block.paragraph("Rooms"), .table(table(rows: 27))]
    let flow = PageFlow(blocks, HTMLSheet(.usual, .a4), head: 15, fixed: [5, 0], LineBreaker())
    #expect(flow.scale < 100)
    #expect(flow.standings[1].sheets == [0..<27])
  }

  @Test func columnsEndAsEvenlyAsCanBe() {
    let blocks = [20, 8, 9, 4].map { Block.table(table(rows: $0)) }
    let columns = standings(blocks, fixed: [0, 0, 0, 0]).map(\.column)
    #expect(columns == [.opensLeft, .opensRight, .right, .right])
  }

  // MARK: Grids on sheets

  private func packed(_ heights: [Double], columns: Int = 4, first: Double = 100) -> GridPacking {
    var packing = GridPacking(first: first, other: 120)
    for height in heights {
      let grid = GridBlock(
        columns: (0..<columns).map { GridBlock.Column(title: "\($0)") },
        rows: [GridBlock.Row(name: "A")], cells: [])
      // Fewer columns are wider, and need fewer lines.
      packing.add(grid) { (0, [height * Double($0.columns.count) / Double(columns)]) }
    }
    return packing
  }

  @Test func gridsAreWholeOnTheirSheets() {
    let packing = packed([60, 60, 50])
    #expect(packing.sheetCount == 2)
    let parts = packing.parts(mostHeight: 500)
    #expect(parts.map { $0.map(\.beginsSheet) } == [[false], [true], [false]])
    #expect(parts.allSatisfy { $0.allSatisfy(\.isHeld) })
    // Two rows share what is left of the second sheet.
    #expect(parts.map { $0[0].rowHeights } == [[65], [65], [55]])
  }

  @Test func aGridThatNoSheetHoldsIsPartedByItsColumns() {
    let parts = packed([180]).parts(mostHeight: 500)
    #expect(parts.map { $0.map(\.grid.columns.count) } == [[2, 2]])
    #expect(parts[0].map(\.beginsSheet) == [false, true])
    // One column that is too high for a sheet is parted between its rows.
    let high = packed([180], columns: 1).parts(mostHeight: 500)
    #expect(high[0].map(\.isHeld) == [false])
  }

  /// A browser moves rows that a cell reaches over to the next sheet together, and would leave the
  /// heading of the page alone.
  @Test func rowsThatACellJoinsAreTakenTogether() {
    func sheets(_ cells: [GridBlock.Cell]) -> Int {
      var packing = GridPacking(first: 100, other: 120)
      let grid = GridBlock(
        columns: [GridBlock.Column(title: "Mon")],
        rows: ["A", "B", "C"].map { GridBlock.Row(name: $0) }, cells: cells)
      packing.add(grid) { _ in (0, [60, 55, 20]) }
      return packing.sheetCount
    }
    #expect(sheets([]) == 2)
    #expect(sheets([GridBlock.Cell(rows: 0..<2, columns: 0..<1, entries: [])]) == 3)
  }

  // MARK: Feet

  private func foot(_ page: Page) -> String {
    let html = html(page)
    guard let start = html.range(of: "@bottom-left { content: \"") else { return "" }
    return String(html[start.upperBound...].prefix { $0 != ";" }).replacing("\\b7 ", with: "·")
      .replacing("\\2026 ", with: "…")
  }

  /// However long its title, a foot tells from when a page holds.
  @Test func aFootIsShortenedBeforeItsDate() {
    let version = "Version of 22 November 2026"
    let short = foot(Page(heading: "A", foot: .init(title: "A", version: version)))
    #expect(short.hasPrefix("A · \(version)"))
    let title = String(repeating: "Autumn Rotation ", count: 20)
    let long = foot(
      Page(heading: title, sheet: .upright, foot: .init(title: title, version: version)))
    #expect(long.contains("…· \(version)") || long.contains("… · \(version)"))
  }

  @Test func noTwoFormsHaveOneColor() {
    let forms = FormLabel.allCases.indices
    #expect(Set(forms.map { HTMLStyle.paint(HTMLStyle.mark($0)) }).count == forms.count)
  }
}
