import RotaPlanning

/// Who goes when: runs with dates and people, classes, and how many people of each unit are in
/// each run.
struct RunOverview {
  let make: ReportPages
  private var input: ReportInput { make.input }
  private var labels: Labels { make.labels }
  private var programme: Programme { input.programme }

  /// One page for each rotation, or for one.
  func pages(of target: ReportTarget) -> [Page] {
    input.plan.rotations.indices.compactMap { index in
      let rotation = RotationID(index)
      if case .rotation(let only) = target, only != rotation { return nil }
      let runs = programme.runs.indices.filter { programme.runs[$0].rotation == rotation }
      if runs.isEmpty { return nil }
      let charts = RunChart(make: make).blocks(runs).map { Block.chart(.gantt($0)) }
      let tables = ([runTable(runs)] + [unitTable(runs)].compactMap { $0 }).map { Block.table($0) }
      return make.page(
        .runsOf, of: .rotation(rotation), blocks: charts + tables + runs.flatMap(classBlocks))
    }
  }

  private func runTable(_ runs: [Int]) -> TableBlock {
    let days = input.plan.calendar.days
    let rows = runs.map { index in
      let run = programme.runs[index]
      let first = days.indices.contains(run.days.lowerBound) ? days[run.days.lowerBound].day : nil
      let last =
        run.days.isEmpty || !days.indices.contains(run.days.upperBound - 1)
        ? nil : days[run.days.upperBound - 1].day
      let dates =
        first.flatMap { first in last.map { last in labels.sideBySide { $0.dates(first, last) } } }
        ?? ""
      let sizes = run.classes.map { programme[$0].people }
      let least = sizes.min() ?? 0
      let most = sizes.max() ?? 0
      let range = least == most ? labels.number(least) : "\(least)–\(most)"
      return [
        labels.sideBySide { $0(.runNumber, String(run.number)) }, dates, labels.number(run.people),
        labels.sideBySide { $0.number(sizes.count) + $0.inBrackets($0(.peopleCount, range)) },
      ]
    }
    return TableBlock(
      columns: [
        TableBlock.Column(labels.heading(.run)), TableBlock.Column(labels.heading(.dates)),
        TableBlock.Column(labels.heading(.people), .trailing),
        TableBlock.Column(labels.heading(.classes)),
      ], rows: rows)
  }

  /// Units down, runs across; nil where nobody belongs to a unit.
  private func unitTable(_ runs: [Int]) -> TableBlock? {
    matrix(
      caption: labels.heading(.units), of: .run,
      columns: runs.map { index in
        let run = programme.runs[index]
        return (
          labels.sideBySide { $0(.runNumber, String(run.number)) }, run.people, run.shares
        )
      })
  }

  /// Units down, classes of a run across, so many to a table that it can be read; where nobody
  /// belongs to a unit, a row for each class.
  private func classBlocks(_ index: Int) -> [Block] {
    let run = programme.runs[index]
    let name = labels.sideBySide { $0(.runNumber, String(run.number)) }
    let hasRooms = run.classes.contains { programme[$0].room != nil }
    func room(_ id: ClassID) -> String { programme[id].room.map { input.plan[$0].name } ?? "" }
    let perTable = 10
    var blocks: [Block] = []
    for start in stride(from: 0, to: run.classes.count, by: perTable) {
      let ids = Array(run.classes[start..<min(start + perTable, run.classes.count)])
      let columns = ids.map { id in
        let one = programme[id]
        return (labels.sideBySide { AudienceLabel.short(one, $0.main) }, one.people, one.shares)
      }
      guard let table = matrix(caption: name, of: .studyClass, columns: columns) else { break }
      blocks.append(.table(table))
    }
    if !blocks.isEmpty || run.classes.isEmpty {
      let rooms = run.classes.filter { programme[$0].room != nil }.map { id in
        "\(labels.sideBySide { AudienceLabel.short(programme[id], $0.main) }) \(room(id))"
      }
      if !blocks.isEmpty, hasRooms {
        blocks.append(.paragraph(labels.pair(labels.heading(.room), labels.list(rooms))))
      }
      return blocks
    }
    let rows = run.classes.map { id in
      [
        labels.sideBySide { AudienceLabel.short(programme[id], $0.main) },
        labels.number(programme[id].people),
      ]
        + (hasRooms ? [room(id)] : [])
    }
    return [
      .table(
        TableBlock(
          caption: name,
          columns: [
            TableBlock.Column(labels.heading(.studyClass)),
            TableBlock.Column(labels.heading(.people), .trailing),
          ] + (hasRooms ? [TableBlock.Column(labels.heading(.room))] : []), rows: rows))
    ]
  }

  /// How many people of each unit are in each column; nil where nobody belongs to a unit.
  private func matrix(
    caption: String, of label: Label,
    columns: [(name: String, people: Int, shares: [UnitShare])]
  ) -> TableBlock? {
    var people: [UnitID?: [Int: Int]] = [:]
    for (index, column) in columns.enumerated() {
      for share in column.shares {
        people[share.unit, default: [:]][index, default: 0] += share.people
      }
    }
    let units = input.plan.units.indices.map { UnitID($0) }.filter { people[$0] != nil }
    if units.isEmpty { return nil }
    if labels.isPlain { return list(caption, units, people, of: label, columns.map(\.name)) }
    func row(_ name: String, _ counts: [Int], _ style: TableBlock.Row.Style) -> TableBlock.Row {
      let cells = (counts + [counts.reduce(0, +)]).map { $0 == 0 ? "–" : labels.number($0) }
      return TableBlock.Row([name] + cells, style: style)
    }
    var rows = units.map { unit in
      row(input.plan[unit].name, columns.indices.map { people[unit]?[$0] ?? 0 }, .normal)
    }
    if let others = people[nil] {
      rows.append(row(labels.heading(.noUnit), columns.indices.map { others[$0] ?? 0 }, .normal))
    }
    rows.append(row(labels.heading(.total), columns.map(\.people), .total))
    return TableBlock(
      caption: caption,
      columns: [TableBlock.Column(labels.heading(.unit))]
        + columns.map { TableBlock.Column($0.name, .trailing) }
        + [TableBlock.Column(labels.heading(.total), .trailing)],
      groups: [TableBlock.Group(rows: rows)])
  }
}

extension RunOverview {
  /// The same with a row for each number, for programs.
  private func list(
    _ caption: String, _ units: [UnitID], _ people: [UnitID?: [Int: Int]], of label: Label,
    _ names: [String]
  ) -> TableBlock {
    let rows = (units.map { Optional($0) } + [nil]).flatMap { unit in
      names.indices.compactMap { index in
        people[unit]?[index].map { count in
          [
            unit.map { input.plan[$0].name } ?? labels.heading(.noUnit), names[index],
            labels.number(count),
          ]
        }
      }
    }
    return TableBlock(
      caption: caption,
      columns: [
        TableBlock.Column(labels.heading(.unit)), TableBlock.Column(labels.heading(label)),
        TableBlock.Column(labels.heading(.people), .trailing),
      ], rows: rows)
  }
}

extension ReportPages {
  func runs(of target: ReportTarget) -> [Page] { RunOverview(make: self).pages(of: target) }
}
