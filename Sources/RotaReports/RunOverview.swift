import RotaPlanning

/// Who goes when: runs with dates and people, classes, and how many people of each unit are in
/// each run.
struct RunOverview {
  let input: ReportInput
  let text: SessionText
  private var labels: Labels { text.labels }
  private var programme: Programme { input.programme }

  /// One page for each rotation.
  func pages() -> [Page] {
    input.plan.rotations.indices.compactMap { index in
      let rotation = RotationID(index)
      let runs = programme.runs.indices.filter { programme.runs[$0].rotation == rotation }
      if runs.isEmpty { return nil }
      let people = runs.reduce(0) { $0 + programme.runs[$1].people }
      let classes = runs.reduce(0) { $0 + programme.runs[$1].classes.count }
      return Page(
        section: labels(.runs),
        heading: labels(
          .runsOf, input.plan.rotations[index].title ?? input.plan.rotations[index].name),
        subheadings: [
          labels.list([
            labels(.peopleCount, labels.number(people)),
            labels(.classCount, labels.number(classes)),
          ])
        ],
        blocks: [.table(runTable(runs))] + (unitTable(runs).map { [.table($0)] } ?? [])
          + [.table(classTable(runs))])
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
      let dates = first.flatMap { first in last.map { labels.dates(first, $0) } } ?? ""
      let sizes = run.classes.map { programme[$0].people }
      let least = sizes.min() ?? 0
      let most = sizes.max() ?? 0
      let range = least == most ? labels.number(least) : "\(least)–\(most)"
      return [
        labels(.runNumber, String(run.number)), dates, labels.number(run.people),
        labels.number(sizes.count) + labels.inBrackets(labels(.peopleCount, range)),
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
    let plan = input.plan
    var people: [UnitID?: [Int: Int]] = [:]
    for index in runs {
      for share in programme.runs[index].shares {
        people[share.unit, default: [:]][index, default: 0] += share.people
      }
    }
    let units = plan.units.indices.map { UnitID($0) }.filter { people[$0] != nil }
    if units.isEmpty { return nil }
    func row(_ name: String, _ counts: [Int], _ style: TableBlock.Row.Style) -> TableBlock.Row {
      let cells = (counts + [counts.reduce(0, +)]).map { $0 == 0 ? "–" : labels.number($0) }
      return TableBlock.Row([name] + cells, style: style)
    }
    var rows = units.map { unit in
      row(plan[unit].name, runs.map { people[unit]?[$0] ?? 0 }, .normal)
    }
    if let others = people[nil] {
      rows.append(row(labels(.noUnit), runs.map { others[$0] ?? 0 }, .normal))
    }
    rows.append(row(labels(.total), runs.map { programme.runs[$0].people }, .total))
    let columns =
      [TableBlock.Column(labels.heading(.unit))]
      + runs.map {
        TableBlock.Column(labels(.runNumber, String(programme.runs[$0].number)), .trailing)
      } + [TableBlock.Column(labels.heading(.total), .trailing)]
    return TableBlock(
      caption: labels.heading(.units), columns: columns, groups: [TableBlock.Group(rows: rows)])
  }

  private func classTable(_ runs: [Int]) -> TableBlock {
    let hasRooms = runs.contains {
      programme.runs[$0].classes.contains { programme[$0].room != nil }
    }
    var columns = [
      TableBlock.Column(labels.heading(.run)), TableBlock.Column(labels.heading(.studyClass)),
      TableBlock.Column(labels.heading(.people), .trailing),
    ]
    if hasRooms { columns.append(TableBlock.Column(labels.heading(.room))) }
    columns.append(TableBlock.Column(labels.heading(.units)))
    let groups = runs.map { index in
      TableBlock.Group(
        rows: programme.runs[index].classes.map { id in
          let studyClass = programme[id]
          let shares = studyClass.shares.compactMap { share in
            share.unit.map { "\(input.plan[$0].name) \(labels.number(share.people))" }
          }
          var cells = [
            labels(.runNumber, String(programme.runs[index].number)),
            AudienceLabel.short(studyClass, labels.main), labels.number(studyClass.people),
          ]
          if hasRooms { cells.append(studyClass.room.map { input.plan[$0].name } ?? "") }
          return TableBlock.Row(cells + [labels.list(shares)])
        })
    }
    return TableBlock(
      caption: labels.heading(.classes), columns: columns, groups: groups, mergedColumns: 1)
  }
}
