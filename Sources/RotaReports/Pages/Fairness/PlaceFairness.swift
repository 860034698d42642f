import RotaPlanning

extension ReportPages {
  /// How often each run is at each of the places that it could choose. Nil where runs share none.
  func fairnessOfPlaces(_ role: Place.Role) -> FairnessSection? {
    let held = schedule.items { item in
      PlaceShares.counts(item.session) ? Array(item.placement.places.prefix(1)) : []
    }
    var differences: [Int] = []
    let groups = PlaceShares(of: role, plan: plan, programme: programme).rows.compactMap { row in
      group(row, held[plan[row.place].name] ?? [], &differences)
    }
    if groups.isEmpty { return nil }
    return FairnessSection(
      title: role == .site ? .sitesOfRuns : .venuesOfRuns,
      columns: [
        TableBlock.Column(labels.heading(.place)), TableBlock.Column(labels.heading(.run)),
        TableBlock.Column(labels.heading(.sessions), .trailing),
        TableBlock.Column(labels.heading(.fairShare), .trailing),
        TableBlock.Column(labels.heading(.difference), .trailing),
      ], groups: groups, mergedColumns: 1,
      measures: measures(of: differences) { labels.tenths($0) })
  }

  /// The runs of a place that is used, with differences in tenths of a session.
  private func group(
    _ row: PlaceShares.Row, _ items: [Schedule.Item], _ differences: inout [Int]
  ) -> TableBlock.Group? {
    let counts = row.runs.map { run in items.count { $0.session.runs.contains(run) } }
    let total = counts.reduce(0, +)
    if total == 0 { return nil }
    let rows = row.shares.indices.map { index in
      let share = row.shares[index].share(of: total * 10)
      let difference = counts[index] * 10 - share
      differences.append(difference)
      return TableBlock.Row([
        plan[row.place].name, name(of: row.runs[index]), labels.number(counts[index]),
        labels.tenths(share), labels.signed(difference) { labels.tenths($0) },
      ])
    }
    return TableBlock.Group(rows: rows)
  }
}
