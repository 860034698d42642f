/// Writes the tables of documents as comma-separated values.
///
/// A document is one table with one line of columns, whatever it holds: of several tables, each has
/// its cells in the columns that it has and leaves the others empty, and what it is called stands in
/// a column of its own. Each row begins with what its page is called, where there are several, and
/// with what tells the page from others of its kind. Pictures of what a table says too, and what
/// letters say around their tables, are left out.
public struct CSVWriter: Sendable {
  public init() {}

  /// Lines end in CR LF; there is no byte order mark.
  public func write(_ document: Document) -> String {
    let labels = Labels([document.language], isPlain: true)
    let hasPages = document.pages.count > 1
    var sheet = Sheet()
    for page in document.pages {
      var tables = page.blocks.compactMap { $0.table(labels) }
      if tables.isEmpty { tables = page.blocks.compactMap { $0.pictured() } }
      for table in tables {
        // What the page says of all its rows, where the table does not say it of each.
        let headers = Set(table.columns.map(\.header))
        var about = hasPages ? [(labels(.title), page.heading)] : []
        about += page.keys.filter { !headers.contains($0.header) }.map { ($0.header, $0.value) }
        if let caption = table.caption { about.append((labels(.part), caption)) }
        sheet.add(table, about: about)
      }
    }
    if sheet.columns.isEmpty {
      for page in document.pages {
        for case .paragraph(let text) in page.blocks {
          sheet.rows.append((hasPages ? [page.heading] : []) + [text])
        }
      }
    }
    return sheet.lines.map { CSVText.line($0) + CSVText.lineBreak }.joined()
  }

  /// Rows under one line of columns that grows with the tables.
  private struct Sheet {
    /// What stands before the columns of the tables: of pages, and which part.
    private var leading: [String] = []
    private(set) var columns: [String] = []
    var rows: [[String]] = []
    /// Of each row how many cells are leading, and where the others stand.
    private var places: [(leading: [Int], columns: [Int], rows: Range<Int>)] = []

    mutating func add(_ table: TableBlock, about: [(header: String, value: String)]) {
      let first = rows.count
      for row in table.groups.flatMap(\.rows) {
        rows.append(about.map(\.value) + table.columns.indices.map { table.cell(row, $0) })
      }
      places.append(
        (
          Self.positions(about.map(\.header), in: &leading),
          Self.positions(table.columns.map(\.header), in: &columns), first..<rows.count
        ))
    }

    /// Where columns stand among those there are; new ones are added. A table may have a heading more
    /// than once.
    private static func positions(_ headers: [String], in columns: inout [String]) -> [Int] {
      var taken: Set<Int> = []
      return headers.map { header in
        let known = columns.indices.first { columns[$0] == header && !taken.contains($0) }
        let position = known ?? columns.count
        if known == nil { columns.append(header) }
        taken.insert(position)
        return position
      }
    }

    var lines: [[String]] {
      guard !columns.isEmpty else { return rows }
      var lines = [leading + columns]
      for place in places {
        let positions = place.leading + place.columns.map { leading.count + $0 }
        for row in rows[place.rows] {
          var line = Array(repeating: "", count: leading.count + columns.count)
          for (position, cell) in zip(positions, row) { line[position] = cell }
          lines.append(line)
        }
      }
      return lines
    }
  }
}

extension Block {
  /// What the block says as a table of rows for programs; nil for text, and for pictures of what a
  /// table beside them says.
  fileprivate func table(_ labels: Labels) -> TableBlock? {
    switch self {
    case .table(let table): table
    case .grid(let grid): grid.table(labels)
    case .chart(.heat(let chart)): chart.list(labels)
    case .chart, .paragraph, .legend: nil
    }
  }

  /// What a picture says where no table says it.
  fileprivate func pictured() -> TableBlock? {
    if case .chart(let chart) = self { chart.table() } else { nil }
  }
}
