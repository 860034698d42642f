/// Grids shared out among sheets, in their order: as many on a sheet as it holds, and each whole.
struct GridPacking {
  /// Millimetres that the page's first sheet and its other sheets hold.
  private let first: Double
  private let other: Double
  private var placed: [Placed] = []
  private var gridCount = 0
  /// Of the present sheet.
  private var left: Double
  private(set) var sheetCount = 1
  /// By sheet.
  private var leftOn: [Int: Double] = [:]

  private struct Placed {
    var grid: GridBlock
    /// Which of the page's grids it is, or is a part of.
    var number: Int
    var heights: [Double]
    var sheet: Int
    var beginsSheet: Bool
    var isHeld: Bool
  }

  /// What stands above the rows of a grid, and the rows, in millimetres.
  typealias Measure = (GridBlock) -> (head: Double, rows: [Double])

  init(first: Double, other: Double) {
    self.first = first
    self.other = other
    left = first
  }

  /// A grid that no sheet holds is parted by its columns, or, where that is of no use, between rows.
  mutating func add(_ grid: GridBlock, _ measure: Measure) {
    var parts = [(grid: grid, size: measure(grid))]
    func height(_ size: (head: Double, rows: [Double])) -> Double {
      size.rows.reduce(size.head, +)
    }
    var count = 1
    let most = gridCount == 0 ? first : other
    while parts.contains(where: { height($0.size) > most }), count < min(grid.columns.count, 4) {
      count += 1
      let columns = (grid.columns.count + count - 1) / count
      parts = grid.split(mostColumns: columns).map { ($0, measure($0)) }
    }
    if parts.contains(where: { height($0.size) > most }) { parts = [(grid, measure(grid))] }
    for (part, size) in parts {
      let height = height(size)
      // The page's heading is on its first sheet, and something must be there with it.
      let begins = height > left && !placed.isEmpty
      if begins {
        sheetCount += 1
        left = other
      }
      let isHeld = height <= left
      placed.append(
        Placed(
          grid: part, number: gridCount, heights: size.rows, sheet: sheetCount,
          beginsSheet: begins, isHeld: isHeld))
      take(isHeld ? [height] : part.rowsTogether(size.rows), head: isHeld ? 0 : size.head)
      leftOn[sheetCount] = left
    }
    gridCount += 1
  }

  /// Takes the room of pieces below each other that browsers keep whole where a sheet holds them.
  ///
  /// - Parameter head: stands above the pieces on every sheet.
  private mutating func take(_ pieces: [Double], head: Double) {
    left -= head
    for piece in pieces {
      if piece > left, left < other - head {
        sheetCount += 1
        left = other - head
      }
      left -= piece
      while left < 0 {
        sheetCount += 1
        left += other
      }
    }
  }

  /// Rows a little higher where sheets have room, all by as much, so that the page looks of a piece.
  func parts(mostHeight: Double) -> [[HTMLFit.GridPart]] {
    var extra = Double.infinity
    for sheet in 1...sheetCount {
      let rows = placed.filter { $0.sheet == sheet }.reduce(0) { $0 + $1.heights.count }
      if rows > 0, let left = leftOn[sheet] { extra = min(extra, left / Double(rows)) }
    }
    if extra == .infinity { extra = 0 }
    var parts = [[HTMLFit.GridPart]](repeating: [], count: gridCount)
    for one in placed {
      parts[one.number].append(
        HTMLFit.GridPart(
          grid: one.grid,
          rowHeights: one.heights.map { Int(max($0, min($0 + extra, mostHeight))) },
          beginsSheet: one.beginsSheet, isHeld: one.isHeld))
    }
    return parts
  }
}

extension GridBlock {
  /// The heights of rows that a browser does not part, because a cell reaches over them.
  ///
  /// - Parameter heights: of each row.
  fileprivate func rowsTogether(_ heights: [Double]) -> [Double] {
    var pieces: [Double] = []
    for (row, height) in heights.enumerated() {
      if row > 0, cells.contains(where: { $0.rows.contains(row - 1) && $0.rows.contains(row) }) {
        pieces[pieces.count - 1] += height
      } else {
        pieces.append(height)
      }
    }
    return pieces
  }
}
