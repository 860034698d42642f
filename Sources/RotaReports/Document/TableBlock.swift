/// Rows and columns of text: a programme table, a report, the answer to `list`.
public struct TableBlock: Hashable, Sendable {
  public enum Alignment: Hashable, Sendable { case leading, trailing, centre }

  public struct Column: Hashable, Sendable {
    public var header: String
    public var alignment: Alignment
    /// Where there is little room, its cells may stand in brackets behind those of the column
    /// before.
    public var folds: Bool
    /// Whether its cells are percentages, which may be drawn as bars as well.
    public var isShare: Bool
    /// Columns of a terminal that what people write in it needs.
    public var leastWidth = 0
    public init(
      _ header: String, _ alignment: Alignment = .leading, folds: Bool = false,
      isShare: Bool = false
    ) {
      self.header = header
      self.alignment = alignment
      self.folds = folds
      self.isShare = isShare
    }
  }

  public struct Row: Hashable, Sendable {
    public enum Style: Hashable, Sendable {
      case normal
      /// Less than a session: a departure, a return, a meal.
      case aside
      /// A part of the row above, with a time of its own.
      case part
      /// A sum of the rows above.
      case total
    }
    /// One for each column; missing ones are empty. A cell may hold several lines.
    public var cells: [String]
    public var style: Style
    public init(_ cells: [String], style: Style = .normal) {
      self.cells = cells
      self.style = style
    }
  }

  /// Rows that belong together, such as those of one date; kept on one sheet where they fit.
  public struct Group: Hashable, Sendable {
    public var rows: [Row]
    public init(rows: [Row]) { self.rows = rows }
  }

  public var caption: String?
  public var columns: [Column]
  public var groups: [Group]
  /// So many leading columns say a value once for the rows of a group that have it in common.
  public var mergedColumns: Int
  /// What people write in its cells on paper; nil where they do not.
  public enum Writing: Hashable, Sendable {
    /// Names and signatures.
    case names
    /// A remark here and there.
    case remarks
  }
  public var writing: Writing?

  public init(
    caption: String? = nil, columns: [Column], groups: [Group], mergedColumns: Int = 0
  ) {
    self.caption = caption
    self.columns = columns
    self.groups = groups
    self.mergedColumns = mergedColumns
  }

  /// A plain table: one group of rows, nothing merged.
  public init(caption: String? = nil, columns: [Column], rows: [[String]]) {
    self.init(caption: caption, columns: columns, groups: [Group(rows: rows.map { Row($0) })])
  }

  /// For each row of a group and each merged column: how many rows the cell spans, 0 where it is
  /// covered by a cell above. A cell is covered where it and all cells left of it equal those above.
  func spans(of group: Group) -> [[Int]] {
    let merged = min(max(mergedColumns, 0), columns.count)
    var spans = group.rows.map { _ in [Int](repeating: 1, count: merged) }
    for column in 0..<merged {
      var top = 0
      for row in group.rows.indices.dropFirst() {
        let equal = (0...column).allSatisfy {
          cell(group.rows[row], $0) == cell(group.rows[row - 1], $0)
        }
        if equal {
          spans[row][column] = 0
          spans[top][column] += 1
        } else {
          top = row
        }
      }
    }
    return spans
  }

  func cell(_ row: Row, _ column: Int) -> String {
    row.cells.indices.contains(column) ? row.cells[column] : ""
  }

  /// With the columns that may be folded, folded.
  func folded() -> TableBlock {
    let kept = columns.indices.filter { $0 == 0 || !columns[$0].folds }
    if kept.count == columns.count { return self }
    var table = self
    table.columns = kept.map { columns[$0] }
    table.mergedColumns = kept.filter { $0 < mergedColumns }.count
    table.groups = groups.map { group in
      Group(
        rows: group.rows.map { row in
          var cells: [String] = []
          for column in columns.indices {
            let text = cell(row, column)
            if column == 0 || !columns[column].folds {
              cells.append(text)
            } else if !text.isEmpty {
              cells[cells.count - 1] += (cells[cells.count - 1].isEmpty ? "" : " ") + "[\(text)]"
            }
          }
          return Row(cells, style: row.style)
        })
    }
    return table
  }

  /// Groups parted wherever one of the leading columns changes.
  func parted(byColumns count: Int) -> TableBlock {
    var table = self
    table.groups = groups.flatMap { group in
      var parts: [Group] = []
      for (index, row) in group.rows.enumerated() {
        let isNew =
          index == 0
          || (0..<count).contains { cell(row, $0) != cell(group.rows[index - 1], $0) }
        if isNew { parts.append(Group(rows: [])) }
        parts[parts.count - 1].rows.append(row)
      }
      return parts
    }
    return table
  }
}
