/// Shares the width of a table out among its columns.
struct ColumnWidths {
  /// The widest line of each column as it stands.
  let natural: [Int]
  /// Below this a column's words would be broken, or its text too ragged to read.
  let least: [Int]
  /// Widths of the cells that decide, by column.
  private let cells: [[Int]]

  /// How narrow columns may become.
  struct Limits {
    /// A word wider than this may be broken to make room.
    var word: Int
    /// Text in columns narrower than this is too ragged to read.
    var text: Int

    static let usual = Limits(word: 14, text: 8)
    /// Where there is little room, ragged text is better than a word that is broken: dates and times
    /// are not.
    static let tight = Limits(word: 11, text: 4)
  }
  /// So many rows are measured one by one for sharing; more would not change the picture.
  private static let mostRows = 200

  init(
    _ table: TableBlock, columns: Range<Int>, limits: Limits = .usual, _ breaker: LineBreaker
  ) {
    var natural: [Int] = []
    var least: [Int] = []
    var cells: [[Int]] = []
    for index in columns {
      let header = table.columns[index].header
      var widest = max(2, breaker.natural(header))
      var word = min(breaker.widestWord(header), limits.word)
      var widths: [Int] = []
      for group in table.groups {
        var above: String?
        for row in group.rows {
          let cell = table.cell(row, index)
          // Cells that are merged have the height of all their rows.
          if index < table.mergedColumns, cell == above { continue }
          above = cell
          let width = breaker.natural(cell)
          widest = max(widest, width)
          word = max(word, min(breaker.widestWord(cell), limits.word))
          if widths.count < Self.mostRows { widths.append(width) }
        }
      }
      natural.append(widest)
      least.append(min(widest, max(word, limits.text)))
      cells.append(widths)
    }
    self.natural = natural
    self.least = least
    self.cells = cells
  }

  /// Widths that fill the room as far as they need it; nil where even the least widths do not fit.
  ///
  /// Each column of the terminal goes where it shortens the cells most. The measure is the sum of
  /// the heights of cells, which is convex in each width, so that going step by step is best.
  func shared(_ room: Int) -> [Int]? {
    if natural.reduce(0, +) <= room { return natural }
    var widths = least
    var left = room - least.reduce(0, +)
    if left < 0 { return nil }
    var gains = widths.indices.map { gain($0, widths[$0]) }
    while left > 0 {
      guard let best = gains.indices.max(by: { (gains[$0], -$0) < (gains[$1], -$1) }),
        gains[best] > 0
      else { break }
      widths[best] += 1
      gains[best] = gain(best, widths[best])
      left -= 1
    }
    return widths
  }

  /// What one more column of the terminal is worth; below 0 where the column needs none.
  private func gain(_ column: Int, _ width: Int) -> Double {
    if width >= natural[column] { return -1 }
    func height(_ cell: Int, _ width: Int) -> Double { max(1, Double(cell) / Double(width)) }
    // A header alone can make a column wide; it weighs a little.
    var sum = 0.001
    for cell in cells[column] where cell > width {
      sum += height(cell, width) - height(cell, width + 1)
    }
    return sum
  }
}
