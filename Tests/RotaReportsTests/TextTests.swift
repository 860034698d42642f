import RotaDiagnostics
import RotaPlanning
import Testing

@testable import RotaReports

/// A small generator, so that random content is the same each time.
struct Dice: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}

struct TextTests {
  private static let pieces = [
    "研讨", "室", "（", "）", "，", " ", " ", "hall", "antidisestablishmentarianism", "ế", "Nguyễn", "2",
    "/", "–", "\u{301}", "👩‍👩‍👧", "Ａ", "\t", "\n", "\u{7}", "“", "”", "第", "ﾊﾝ", "\u{FE0F}", "❤", "🇻🇳",
  ]

  private func text(_ dice: inout Dice) -> String {
    (0..<Int.random(in: 0...9, using: &dice))
      .compactMap { _ in Self.pieces.randomElement(using: &dice) }.joined()
  }

  private func table(_ dice: inout Dice) -> TableBlock {
    let columns = (0..<Int.random(in: 1...9, using: &dice)).map { _ in
      TableBlock.Column(
        text(&dice), [.leading, .trailing, .centre].randomElement(using: &dice) ?? .leading)
    }
    let groups = (0..<Int.random(in: 0...3, using: &dice)).map { _ in
      TableBlock.Group(
        rows: (0..<Int.random(in: 0...4, using: &dice)).map { _ in
          TableBlock.Row(
            columns.map { _ in text(&dice) },
            style: [.normal, .aside, .total].randomElement(using: &dice) ?? .normal)
        })
    }
    return TableBlock(
      caption: text(&dice), columns: columns, groups: groups,
      mergedColumns: Int.random(in: 0...3, using: &dice))
  }

  private func grid(_ dice: inout Dice) -> GridBlock {
    let columns = (0..<Int.random(in: 1...9, using: &dice)).map { _ in
      GridBlock.Column(title: text(&dice), detail: text(&dice))
    }
    let rows = (0..<Int.random(in: 1...5, using: &dice)).map { _ in
      GridBlock.Row(name: text(&dice), times: text(&dice))
    }
    var cells: [GridBlock.Cell] = []
    for column in stride(from: 0, to: columns.count, by: 2) {
      let top = Int.random(in: 0..<rows.count, using: &dice)
      let bottom = Int.random(in: top..<rows.count, using: &dice)
      let entries = (0..<Int.random(in: 0...3, using: &dice)).map { _ in
        GridBlock.Entry(
          title: text(&dice), form: text(&dice), teachers: text(&dice), place: text(&dice),
          audience: text(&dice), remark: text(&dice))
      }
      cells.append(
        GridBlock.Cell(
          rows: top..<(bottom + 1), columns: column..<min(column + 2, columns.count),
          entries: entries))
    }
    return GridBlock(
      caption: text(&dice), corner: text(&dice), columns: columns, rows: rows, cells: cells)
  }

  @Test(arguments: [40, 41, 57, 80, 120, 400])
  func noLineIsWiderThanTheWidth(_ width: Int) {
    var dice = Dice(state: UInt64(width))
    for _ in 0..<30 {
      let page = Page(
        heading: text(&dice), subheadings: [text(&dice)],
        blocks: [.paragraph(text(&dice)), .table(table(&dice)), .grid(grid(&dice))])
      let document = Document(title: text(&dice), subtitles: [text(&dice)], pages: [page, page])
      let output = TextWriter(width: width).write(document)
      for line in output.split(separator: "\n") {
        #expect(DisplayWidth.of(String(line)) <= width, "\(line)")
      }
    }
  }

  /// All lines of a drawing are equally wide, so that its right edge is straight.
  @Test(arguments: [40, 80, 133])
  func gridsAreStraight(_ width: Int) {
    var dice = Dice(state: 7)
    for _ in 0..<40 {
      var grid = grid(&dice)
      grid.caption = nil
      let parts = TextGrid(grid: grid, width: width).lines().split(separator: "")
      #expect(!parts.isEmpty)
      for part in parts {
        #expect(Set(part.map { DisplayWidth.of($0) }).count == 1, "\(part.joined(separator: "\n"))")
      }
    }
  }

  @Test(arguments: [Plan.Language.simplifiedChinese, .english, .vietnamese])
  func reportsFitAnyWidth(_ language: Plan.Language) {
    let sample = Sample(language, runs: 2, classes: [3])
    let documents = [
      Reports.export(sample.input, of: .all), Reports.runs(sample.input),
      Reports.usage(sample.input),
    ]
    for width in [-1, 80, 1000] {
      let writer = TextWriter(width: width, language: language)
      #expect(writer.width == min(max(width, 40), 400))
      for document in documents {
        let output = writer.write(document)
        #expect(output.hasSuffix("\n"))
        for line in output.split(separator: "\n") where DisplayWidth.of(String(line)) > writer.width
        {
          Issue.record("\(line)")
        }
      }
    }
  }

  @Test func nothingIsLostInWrapping() {
    var dice = Dice(state: 3)
    for width in [2, 5, 12, 30] {
      for _ in 0..<200 {
        let dropped: Set<Unicode.Scalar> = ["\n", "\t", "\u{7}", "\u{FE0F}"]
        let text = String(
          String.UnicodeScalarView(text(&dice).unicodeScalars.filter { !dropped.contains($0) }))
        let lines = TextWrap.lines(text, width: width)
        #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
      }
    }
  }

  @Test func linesBreakWhereReadersExpect() {
    #expect(TextWrap.lines("第一学术报告厅，第二", width: 14) == ["第一学术报告", "厅，第二"])
    #expect(TextWrap.lines("甲（乙）丙", width: 4) == ["甲", "（乙", "）丙"])
    #expect(
      TextWrap.lines("Great Hall of Learning", width: 10) == ["Great Hall", "of", "Learning"])
    #expect(TextWrap.lines("08:30–10:00", width: 20) == ["08:30–10:00"])
    #expect(TextWrap.lines("1–3、5班", width: 6) == ["1–3、", "5班"])
    #expect(TextWrap.lines("", width: 6) == [""])
    #expect(TextWrap.lines("a\nb", width: 6) == ["a", "b"])
  }

  @Test func tablesWithoutRoomBecomeRecords() {
    let table = TableBlock(
      columns: (1...6).map { TableBlock.Column("Column\($0)") },
      rows: [(1...6).map { "content\($0)" }])
    let output = TextWriter(width: 40).write(table)
    #expect(output.hasPrefix("Column1: content1\nColumn2: content2\n"))
    #expect(TextWriter(width: 80).write(table).hasPrefix("Column1   Column2"))
  }

  @Test func whatAGroupSharesGoesAboveItWhereThereIsLittleRoom() {
    let rows = [["2 Mar", "Mon", "Ethics", "Hall"], ["2 Mar", "Mon", "Budgets", "Hall"]]
    let table = TableBlock(
      columns: ["Date", "Day", "Content", "Place"].map { TableBlock.Column($0) },
      groups: [TableBlock.Group(rows: rows.map { TableBlock.Row($0) })], mergedColumns: 2)
    #expect(
      TextWriter(width: 80).write(table) == """
        Date   Day  Content  Place
        ─────  ───  ───────  ─────
        2 Mar  Mon  Ethics   Hall
                    Budgets  Hall

        """)
    var long = table
    long.groups[0].rows[0].cells[2] = "Ethics in public office and in life"
    #expect(
      TextWriter(width: 40).write(long) == """
        Content                            Place
        ─────────────────────────────────  ─────
        ▪ 2 Mar Mon
        Ethics in public office and in     Hall
        life
        Budgets                            Hall

        """)
  }

  @Test func numbersAlignAtTheEnd() {
    let table = TableBlock(
      columns: [TableBlock.Column("名称"), TableBlock.Column("人数", .trailing)],
      rows: [["开发区", "420"], ["市直部门", "1,790"]])
    #expect(
      TextWriter(width: 80).write(table) == """
        名称       人数
        ────────  ─────
        开发区      420
        市直部门  1,790

        """)
  }
}
