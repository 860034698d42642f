import RotaDiagnostics

/// A grid as text in box drawing, with as many columns side by side as can be read; the others
/// follow below.
struct TextGrid {
  let grid: GridBlock
  let width: Int
  var palette = TextPalette(hasColor: false)
  var breaker = LineBreaker()

  /// Narrower than six Chinese characters nothing reads well.
  private static let leastColumn = 12
  private static let mostColumn = 30
  /// Words up to this width are not broken: rather fewer columns stand side by side.
  private static let usualWord = 18

  func lines() -> [String] {
    var lines: [String] = []
    if let caption = grid.caption { lines += TextWrap.lines(caption, width: width) }
    if grid.columns.isEmpty || grid.rows.isEmpty { return lines }
    let side = sideWidth()
    let room = width - side - 2
    let parts = grid.split(mostColumns: max(1, room / (leastColumn() + 1)))
    for (index, part) in parts.enumerated() {
      if index > 0 { lines.append("") }
      lines += TextGridPart(
        grid: part, side: side, column: columnWidth(part, room: room), palette: palette,
        breaker: breaker
      ).lines()
    }
    return lines
  }

  /// Room for every usual word, so that none is broken.
  private func leastColumn() -> Int {
    var word = 0
    for cell in grid.cells where cell.columns.count == 1 {
      for text in cell.entries.flatMap(TextGridPart.texts) {
        word = max(word, breaker.widestWord(text))
      }
    }
    return word > Self.usualWord ? Self.usualWord : max(Self.leastColumn, word)
  }

  private func sideWidth() -> Int {
    let texts = [grid.corner] + grid.rows.flatMap { [$0.name, $0.times] }
    let natural = texts.map(breaker.natural).max() ?? 2
    return max(2, min(natural, max(11, width / 5)))
  }

  /// All columns are equally wide, and no wider than the text needs.
  private func columnWidth(_ part: GridBlock, room: Int) -> Int {
    let available = room / part.columns.count - 1
    var natural = Self.leastColumn
    for column in part.columns {
      natural = max(natural, breaker.natural(column.title + " " + column.detail))
    }
    for cell in part.cells {
      // A wide cell shares its text among its columns.
      let share = max(1, cell.columns.count)
      for text in cell.entries.flatMap(TextGridPart.texts) {
        natural = max(natural, breaker.natural(text) / share)
      }
    }
    return max(2, min(available, min(natural, Self.mostColumn)))
  }
}

/// One grid whose columns fit side by side.
struct TextGridPart {
  let grid: GridBlock
  /// Columns of the terminal for the names of rows.
  let side: Int
  /// The same for every column of the grid.
  let column: Int
  var palette = TextPalette(hasColor: false)
  var breaker = LineBreaker()

  /// What a cell says of a session, a line each before wrapping.
  static func texts(_ entry: GridBlock.Entry) -> [String] {
    let form = entry.form.isEmpty ? "" : "[\(entry.form)]"
    return [entry.title, form, entry.audience, entry.teachers, entry.place, entry.remark]
      .filter { !$0.isEmpty }
  }

  /// A rectangle of the drawing: the header, a row's name, a cell, or an empty field.
  private struct Field {
    var rows: Range<Int>
    var columns: Range<Int>
    var lines: [TextWrap.Line]
    /// The forms of lines that bear a colour, by position.
    var forms: [Int: Int] = [:]
  }

  /// Drawing coordinates: row 0 is the header, column 0 the names of the rows.
  func lines() -> [String] {
    let fields = self.fields()
    let rowCount = grid.rows.count + 1
    let columnCount = grid.columns.count + 1
    var owner = [[Int]](
      repeating: [Int](repeating: 0, count: columnCount), count: rowCount)
    for (index, field) in fields.enumerated() {
      for row in field.rows { for column in field.columns { owner[row][column] = index } }
    }
    let heights = heights(fields, rowCount: rowCount)
    var output: [String] = []
    // The next line of text of each field.
    var next = [Int](repeating: 0, count: fields.count)

    func text(_ index: Int, _ columns: Range<Int>) -> String {
      let number = next[index]
      next[index] += 1
      let width = self.width(of: columns)
      guard number < fields[index].lines.count else { return TextWrap.Line.blanks(width) }
      return palette.colored(
        fields[index].lines[number].padded(to: width), form: fields[index].forms[number])
    }
    func rule(above row: Int) -> String {
      var line = ""
      var column = 0
      while column < columnCount {
        let upper = row > 0 ? owner[row - 1][column] : -1
        let lower = row < rowCount ? owner[row][column] : -1
        line += junction(owner, row, column)
        if upper == lower, upper >= 0 {
          let columns = fields[upper].columns
          line += text(upper, columns)
          column = columns.upperBound
        } else {
          line += String(repeating: "─", count: self.width(of: column..<(column + 1)))
          column += 1
        }
      }
      return line + junction(owner, row, columnCount)
    }

    for row in 0..<rowCount {
      output.append(rule(above: row))
      for _ in 0..<heights[row] {
        var line = "│"
        var column = 0
        while column < columnCount {
          let columns = fields[owner[row][column]].columns
          line += text(owner[row][column], columns) + "│"
          column = columns.upperBound
        }
        output.append(line)
      }
    }
    output.append(rule(above: rowCount))
    return output
  }

  private func width(of columns: Range<Int>) -> Int {
    let first = columns.lowerBound == 0 ? side : column
    return first + (columns.count - 1) * (column + 1)
  }

  private func fields() -> [Field] {
    var fields: [Field] = []
    func add(
      _ rows: Range<Int>, _ columns: Range<Int>, _ texts: [String], forms: [Int: Int] = [:]
    ) {
      let width = self.width(of: columns)
      var lines: [TextWrap.Line] = []
      var colored: [Int: Int] = [:]
      for (index, text) in texts.enumerated() {
        let wrapped = breaker.lines(text, width: width)
        if let form = forms[index] {
          for line in wrapped.indices { colored[lines.count + line] = form }
        }
        lines += wrapped
      }
      fields.append(Field(rows: rows, columns: columns, lines: lines, forms: colored))
    }
    add(0..<1, 0..<1, [grid.corner])
    for (index, column) in grid.columns.enumerated() {
      let heading = [column.title, column.detail].filter { !$0.isEmpty }
      let joined = heading.joined(separator: " ")
      let fits = breaker.natural(joined) <= self.column
      add(0..<1, (index + 1)..<(index + 2), fits ? [joined] : heading)
    }
    for (index, row) in grid.rows.enumerated() {
      add(
        (index + 1)..<(index + 2), 0..<1, row.times.isEmpty ? [row.name] : [row.name, row.times])
    }
    let owners = grid.owners()
    let shown = Set(owners.joined().compactMap { $0 })
    for (index, cell) in grid.cells.enumerated() where shown.contains(index) {
      var texts: [String] = cell.entries.isEmpty ? ["–"] : []
      // A title bears the colour of its form.
      var forms: [Int: Int] = [:]
      for entry in cell.entries {
        if !texts.isEmpty { texts.append("") }
        forms[texts.count] = entry.formIndex
        texts += Self.texts(entry)
      }
      add(
        (cell.rows.lowerBound + 1)..<(cell.rows.upperBound + 1),
        (cell.columns.lowerBound + 1)..<(cell.columns.upperBound + 1), texts, forms: forms)
    }
    for row in grid.rows.indices {
      for column in grid.columns.indices where owners[row][column] == nil {
        add((row + 1)..<(row + 2), (column + 1)..<(column + 2), [])
      }
    }
    return fields
  }

  /// Lines of each row: enough for every field in it; what a tall field lacks goes to its last row.
  private func heights(_ fields: [Field], rowCount: Int) -> [Int] {
    var heights = [Int](repeating: 1, count: rowCount)
    for field in fields.sorted(by: { $0.rows.count < $1.rows.count }) {
      guard let last = field.rows.last else { continue }
      let rules = field.rows.count - 1
      let there = field.rows.reduce(rules) { $0 + heights[$1] }
      heights[last] += max(0, field.lines.count - there)
    }
    return heights
  }

  /// The character where lines of the drawing meet, above a row and left of a column.
  private func junction(_ owner: [[Int]], _ row: Int, _ column: Int) -> String {
    func at(_ row: Int, _ column: Int) -> Int? {
      owner.indices.contains(row) && owner[0].indices.contains(column) ? owner[row][column] : nil
    }
    let upperLeft = at(row - 1, column - 1)
    let upperRight = at(row - 1, column)
    let lowerLeft = at(row, column - 1)
    let lowerRight = at(row, column)
    var mask = 0
    if upperLeft != upperRight { mask |= 1 }
    if lowerLeft != lowerRight { mask |= 2 }
    if upperLeft != lowerLeft { mask |= 4 }
    if upperRight != lowerRight { mask |= 8 }
    return Self.junctions[mask]
  }

  /// By what meets: up 1, down 2, left 4, right 8.
  private static let junctions = [
    " ", "│", "│", "│", "─", "┘", "┐", "┤", "─", "└", "┌", "├", "─", "┴", "┬", "┼",
  ]
}
