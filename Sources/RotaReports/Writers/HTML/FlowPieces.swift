/// What of a page is not parted, shared out among sheets: rows of tables, pictures, and narrow tables
/// where they stand in two columns. Text stays with what is above it.
struct FlowPieces {
  private struct Piece {
    var row: RowSharing.Row
    /// By position among the page's blocks.
    var block: Int
    /// Of a table, counted through all groups.
    var rows = 0..<0
    /// What a table takes in a column, where one holds it.
    var heightInColumn: Double?
  }

  private var pieces: [Piece] = []
  private(set) var sheets: [Range<Int>] = []
  /// Millimetres of the first sheet and of each other.
  private let first: Double
  private let other: Double

  /// Lines are counted by widths of letters, and a browser may break one earlier.
  private static let certain = 0.97

  init(
    _ blocks: [Block], _ sheet: HTMLSheet, head: Double, fixed: [Double], scale: Int,
    inColumns: Bool, _ breaker: LineBreaker
  ) {
    other = Self.certain * sheet.height
    first = other - Self.certain * head
    var above = 0.0
    for (index, block) in blocks.enumerated() {
      switch block {
      case .table(let table):
        let narrow = inColumns ? Self.narrow(table, index, sheet, scale, breaker) : nil
        var parts = narrow.map { [$0] } ?? Self.rows(of: table, index, sheet, scale, breaker)
        if index > 0, case .chart = blocks[index - 1], !parts.isEmpty {
          parts[0].row.seam = .picture
        }
        pieces += parts
      case .chart, .grid:
        pieces.append(
          Piece(row: RowSharing.Row(height: fixed[index], seam: .blocks), block: index))
      case .paragraph, .legend:
        if pieces.isEmpty {
          above += fixed[index]
        } else {
          pieces[pieces.count - 1].row.height += fixed[index]
        }
      }
    }
    if !pieces.isEmpty { pieces[0].row.height += above }
    sheets = shared()
  }

  private func shared() -> [Range<Int>] {
    let rows = pieces.map(\.row)
    // Where nothing stands beside anything, heights add up.
    if pieces.allSatisfy({ $0.heightInColumn == nil }) {
      return RowSharing.sheets(rows, first: first, other: other)
    }
    return RowSharing.sheets(rows, first: first, other: other) { sheet in
      let columns = columns(sheet)
      let beside = columns.reduce(0) { $0 + $1.height }
      return sheet.reduce(beside) { sum, piece in
        columns.contains { $0.pieces.contains(piece) } ? sum : sum + rows[piece].height
      }
    }
  }

  /// By position among the page's blocks.
  func standings(_ count: Int) -> [PageFlow.Standing] {
    var standings = [PageFlow.Standing](repeating: PageFlow.Standing(), count: count)
    for sheet in sheets {
      for piece in sheet {
        let (block, rows) = (pieces[piece].block, pieces[piece].rows)
        if piece == sheet.lowerBound {
          let begins = piece > 0 && pieces[piece - 1].block != block
          standings[block].beginsSheet = standings[block].beginsSheet || begins
          standings[block].sheets.append(rows)
        } else if pieces[piece - 1].block != block {
          standings[block].sheets.append(rows)
        } else if let part = standings[block].sheets.popLast() {
          standings[block].sheets.append(part.lowerBound..<rows.upperBound)
        }
      }
      let room = sheet.lowerBound == 0 ? first : other
      guard pieces[sheet].reduce(0, { $0 + $1.row.height }) > room else { continue }
      for pair in columns(sheet) {
        for piece in pair.pieces {
          standings[pieces[piece].block].column =
            piece < pair.right
            ? piece == pair.pieces.lowerBound ? .opensLeft : .left
            : piece == pair.right ? .opensRight : .right
        }
      }
    }
    return standings
  }

  // MARK: Tables

  private static func rows(
    of table: TableBlock, _ block: Int, _ sheet: HTMLSheet, _ scale: Int, _ breaker: LineBreaker
  ) -> [Piece] {
    let widths = HTMLTable.widths(table, room: HTMLTable.room(sheet, scale), breaker)
    let heights = HTMLTable.heights(table, widths, scale, sheet, breaker)
    let seams = table.groups.flatMap { Self.seams(of: $0, table) }
    var pieces: [Piece] = []
    for (number, height) in heights.rows.joined().enumerated() {
      let row = RowSharing.Row(height: height, seam: seams[number], repeated: heights.head)
      pieces.append(Piece(row: row, block: block, rows: number..<(number + 1)))
    }
    if pieces.isEmpty { return [] }
    for number in pieces.indices where pieces[number].row.seam != .groups {
      if number < leastRows || pieces.count - number < leastRows { pieces[number].row.seam = .ends }
    }
    pieces[0].row = RowSharing.Row(height: pieces[0].row.height + heights.head, seam: .blocks)
    pieces[pieces.count - 1].row.height += HTMLTable.spaceBelow(sheet)
    return pieces
  }

  /// Fewer rows of a table look lost on a sheet.
  private static let leastRows = 3

  private static func seams(
    of group: TableBlock.Group, _ table: TableBlock
  ) -> [RowSharing.Seam] {
    let spans = table.spans(of: group)
    return group.rows.indices.map { row in
      if row == 0 { return .groups }
      return spans[row].last.map { $0 == 0 } ?? true ? .rows : .cells
    }
  }

  // MARK: Two columns

  /// As one piece, if a column of a sheet holds it.
  private static func narrow(
    _ table: TableBlock, _ block: Int, _ sheet: HTMLSheet, _ scale: Int, _ breaker: LineBreaker
  ) -> Piece? {
    let column = (HTMLTable.room(sheet, scale) - 2 * HTMLTable.gap) / 2
    guard HTMLTable.leastWidth(table, breaker) <= column else { return nil }
    func height(_ room: Int) -> Double {
      let widths = HTMLTable.widths(table, room: room, breaker)
      let heights = HTMLTable.heights(table, widths, scale, sheet, breaker)
      return heights.rows.joined().reduce(heights.head + HTMLTable.spaceBelow(sheet), +)
    }
    let inColumn = height(column)
    guard inColumn < mostOfColumn * sheet.height else { return nil }
    return Piece(
      row: RowSharing.Row(height: height(HTMLTable.room(sheet, scale)), seam: .blocks),
      block: block, rows: 0..<table.groups.reduce(0) { $0 + $1.rows.count },
      heightInColumn: inColumn)
  }

  /// A table that takes more of a sheet's height is parted rather.
  private static let mostOfColumn = 0.85

  /// Narrow tables of a sheet that follow each other stand in two columns, which end as evenly as can
  /// be.
  private func columns(
    _ sheet: Range<Int>
  ) -> [(pieces: Range<Int>, right: Int, height: Double)] {
    var pairs: [(pieces: Range<Int>, right: Int, height: Double)] = []
    var start = sheet.lowerBound
    while start < sheet.upperBound {
      var end = start + 1
      while end < sheet.upperBound, pieces[end - 1].heightInColumn != nil,
        pieces[end].heightInColumn != nil, pieces[end].block == pieces[end - 1].block + 1
      {
        end += 1
      }
      if end - start > 1 {
        let heights = pieces[start..<end].map { $0.heightInColumn ?? 0 }
        let all = heights.reduce(0, +)
        var left = 0.0
        var best = (right: start, height: Double.infinity)
        for (number, height) in heights.dropLast().enumerated() {
          left += height
          if max(left, all - left) < best.height {
            best = (start + number + 1, max(left, all - left))
          }
        }
        pairs.append((start..<end, best.right, best.height))
      }
      start = end
    }
    return pairs
  }
}
