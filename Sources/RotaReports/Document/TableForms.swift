/// What is no table, as one: for files that hold nothing but rows and columns.
extension GridBlock {
  /// A row for each entry, with what stands above and beside it.
  func table(_ labels: Labels) -> TableBlock {
    let headings: [Label] = [.time, .content, .form, .audience, .teacher, .place, .remark]
    let hasDetails = columns.contains { !$0.detail.isEmpty }
    var table = TableBlock(
      caption: caption,
      columns: ((0..<(hasDetails ? 2 : 1)).map { across.dropFirst($0).first ?? "" } + [corner]
        + headings.map { labels.heading($0) }).map { TableBlock.Column($0) },
      groups: [])
    let ordered = cells.enumerated().sorted {
      let (a, b) = ($0.element, $1.element)
      return (a.columns.lowerBound, a.rows.lowerBound, $0.offset)
        < (b.columns.lowerBound, b.rows.lowerBound, $1.offset)
    }.map(\.element)
    var rows: [TableBlock.Row] = []
    for cell in ordered where !cell.entries.isEmpty {
      let covered = cell.rows.clamped(to: self.rows.indices).map { self.rows[$0] }
      let across = cell.columns.clamped(to: columns.indices).map { columns[$0] }
      for entry in cell.entries {
        rows.append(
          TableBlock.Row(
            [labels.list(across.map(\.title))]
              + (hasDetails ? [labels.list(across.map(\.detail))] : [])
              + [
                labels.list(covered.map(\.name)),
                labels.list(covered.map(\.times).filter { !$0.isEmpty }), entry.title, entry.form,
                entry.audience, entry.teachers, entry.place, entry.remark,
              ]))
      }
    }
    table.groups = [TableBlock.Group(rows: rows)]
    return table
  }
}

extension HeatBlock {
  /// A row for each share, for programs: what it is of, when, and how many hundredths.
  func list(_ labels: Labels) -> TableBlock {
    TableBlock(
      caption: caption,
      columns: [
        TableBlock.Column(corner), TableBlock.Column(labels(.date)),
        TableBlock.Column(labels.shareHeading(.share), .trailing),
      ],
      rows: rows.flatMap { row in
        zip(columns, row.shares).map { column, share in
          [row.name, column.title, share.map(labels.number) ?? ""]
        }
      })
  }
}

extension ChartBlock {
  func table() -> TableBlock {
    switch self {
    case .gantt(let chart):
      return TableBlock(
        caption: chart.caption, columns: chart.headers.map { TableBlock.Column($0) },
        rows: chart.rows.map { [$0.name, $0.detail] })
    case .heat(let chart):
      let columns = chart.columns.map { column in
        TableBlock.Column(
          [column.title, column.detail].filter { !$0.isEmpty }.joined(separator: " "), .trailing)
      }
      return TableBlock(
        caption: chart.caption, columns: [TableBlock.Column(chart.corner)] + columns,
        rows: chart.rows.map { row in
          [row.name] + row.shares.map { share in share.map { "\($0)%" } ?? "" }
        })
    case .bars(let chart):
      let columns = chart.headers.enumerated().map { index, header in
        TableBlock.Column(header, index == 0 ? .leading : .trailing)
      }
      return TableBlock(
        caption: chart.caption, columns: columns, rows: chart.items.map { [$0.name, $0.text] })
    }
  }
}
