/// How a table that people write in is laid out: rows high enough to write in, and no sheet of only
/// a few of them.
struct WritingFit {
  /// Millimetres of each row.
  let rowHeight: Double
  /// Rows of each sheet.
  let sheets: [Range<Int>]
  /// Thousandths of the sheet's width, by column.
  let columns: [Int]
  /// Hundredths of an em, for the headings.
  let headScale: Int
  /// Percent of the page's own size of text.
  let textScale: Int

  /// - Parameter first: millimetres that the first of its sheets has for it.
  init(_ table: TableBlock, _ sheet: HTMLSheet, first: Double, _ breaker: LineBreaker) {
    let widths = Self.widths(table, sheet, breaker)
    let total = max(1, widths.columns.reduce(0, +))
    columns = widths.columns.map { $0 * 1000 / total }
    headScale = widths.headScale
    // A list that is read more than written in rather stays on one sheet.
    textScale = table.writing == .remarks ? 92 : 100
    let em = sheet.em * Double(textScale) / 100
    let rows = table.groups.flatMap(\.rows)
    var lines = 1
    for row in rows {
      for column in table.columns.indices {
        let width = widths.columns[column] - Self.padding
        lines = max(lines, breaker.count(table.cell(row, column), width: width))
      }
    }
    let headLines = table.columns.enumerated().map { index, column in
      breaker.count(column.header, width: widths.columns[index] - Self.padding)
    }.max()
    let head = (Double(headLines ?? 1) * HTMLStyle.lineHeight + 0.8) * em
    let text = Double(lines) * HTMLStyle.lineHeight * em
    let least = max(table.writing?.leastHeight ?? 0, text)
    let most = max(Self.mostHeight, least)
    // What borders take, and what a browser may need more than is counted.
    let border = 0.35
    let (first, other) = (0.98 * first - head, 0.98 * sheet.height - head)
    func held(_ height: Double, by sheets: Int) -> Int {
      max(0, Int(first / (height + border)))
        + (sheets - 1) * max(1, Int(other / (height + border)))
    }
    var count = 1
    while held(least, by: count) < rows.count { count += 1 }
    var height = most
    while height > least, held(height, by: count) < rows.count { height -= 0.1 }
    rowHeight = max(height, least)
    sheets = Self.even(rows.count, count, first: held(rowHeight, by: 1))
  }

  /// As even as can be, with at most so many on the first sheet.
  private static func even(_ rows: Int, _ sheets: Int, first: Int) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    for sheet in 0..<sheets {
      let share = (rows - start + sheets - sheet - 1) / (sheets - sheet)
      let end = start + (sheet == 0 && sheets > 1 ? min(share, first) : share)
      ranges.append(start..<end)
      start = end
    }
    return ranges
  }

  /// Higher rows than this, in millimetres, look empty.
  private static let mostHeight = 9.0

  // MARK: Columns

  /// What the lines and the space between columns take, counted like text.
  private static let padding = 2
  /// Names and units wider than this are broken.
  private static let mostOfText = 26
  /// A heading in bold letters is wider than it counts, by so many hundredths.
  private static let bold = 112
  private static let headScales = [90, 84, 78, 72, 66]

  /// Columns that hold something are as wide as that; those to be written in share the rest, in
  /// columns of a terminal.
  private static func widths(
    _ table: TableBlock, _ sheet: HTMLSheet, _ breaker: LineBreaker
  ) -> (columns: [Int], headScale: Int) {
    let room = HTMLTable.room(sheet)
    let texts = table.columns.indices.map { column in
      table.groups.reduce(0) { widest, group in
        group.rows.reduce(widest) { max($0, breaker.natural(table.cell($1, column))) }
      }
    }
    func widths(_ scale: Int) -> [Int] {
      table.columns.enumerated().map { index, column in
        let word = (breaker.widestWord(column.header) * scale * bold + 9_999) / 10_000
        return max(min(texts[index], mostOfText), column.leastWidth, word) + padding
      }
    }
    let scale =
      headScales.first { widths($0).reduce(0, +) <= room } ?? headScales[headScales.count - 1]
    var columns = widths(scale)
    // Where even that is too much, the widest give way.
    while columns.reduce(0, +) > room,
      let widest = columns.indices.max(by: { (columns[$0], -$0) < (columns[$1], -$1) }),
      columns[widest] > 8
    {
      columns[widest] -= 1
    }
    let blank = columns.indices.filter { texts[$0] == 0 }
    let shared = blank.isEmpty ? Array(columns.indices) : blank
    var rest = room - columns.reduce(0, +)
    // The narrowest first, so that those alike become equally wide.
    while rest > 0,
      let narrowest = shared.min(by: { (columns[$0], $0) < (columns[$1], $1) })
    {
      columns[narrowest] += 1
      rest -= 1
    }
    return (columns, scale)
  }
}

extension TableBlock.Writing {
  /// Millimetres that a row needs.
  fileprivate var leastHeight: Double {
    switch self {
    case .names: 5.5
    case .remarks: 4.4
    }
  }
}
