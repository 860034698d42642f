import RotaPlanning

extension ReportPages {
  /// How often each run is at each of the places that it could choose; and each class, where the plan
  /// wishes them to share and where there is but one run.
  func fairnessOfPlaces() -> [FairnessSection] {
    [Place.Role.site, .venue].flatMap { role in
      PlaceSharers.allCases.compactMap { sharers in
        let isWished = plan.preferences.contains { $0.wish == .sharedPlaces(role, among: sharers) }
        return sharers == .runs || isWished || programme.runs.count == 1
          ? section(role, sharers) : nil
      }
    }
  }

  /// Nil where they share none.
  private func section(_ role: Place.Role, _ sharers: PlaceSharers) -> FairnessSection? {
    let held = schedule.items { item in
      PlaceShares.counts(item.session) ? Array(item.placement.places.prefix(1)) : []
    }
    var differences: [Int] = []
    let rows = PlaceShares(of: role, among: sharers, plan: plan, programme: programme).rows
    let groups = rows.compactMap { row in
      group(row, sharers, held[plan[row.place].name] ?? [], &differences)
    }
    if groups.isEmpty { return nil }
    let title: Label =
      switch (role, sharers) {
      case (.site, .runs): .sitesOfRuns
      case (.site, .classes): .sitesOfClasses
      case (.venue, .runs): .venuesOfRuns
      case (.venue, .classes): .venuesOfClasses
      }
    return FairnessSection(
      title: title,
      columns: [
        TableBlock.Column(labels.heading(.place)),
        TableBlock.Column(labels.heading(sharers == .runs ? .run : .studyClass)),
        TableBlock.Column(labels.heading(.sessions), .trailing),
        TableBlock.Column(labels.heading(.fairShare), .trailing),
        TableBlock.Column(labels.heading(.difference), .trailing),
      ], groups: groups, mergedColumns: 1,
      measures: measures(of: differences) { labels.tenths($0) })
  }

  /// Those who share a place that is used, with differences in tenths of a session.
  private func group(
    _ row: PlaceShares.Row, _ sharers: PlaceSharers, _ items: [Schedule.Item],
    _ differences: inout [Int]
  ) -> TableBlock.Group? {
    var attended: [Int: Int] = [:]
    for item in items {
      for one in sharers.attending(item.session) { attended[one, default: 0] += 1 }
    }
    let counts = row.sharers.map { attended[$0] ?? 0 }
    let total = counts.reduce(0, +)
    if total == 0 { return nil }
    let rows = row.shares.indices.map { index in
      let share = row.shares[index].share(of: total * 10)
      let difference = counts[index] * 10 - share
      differences.append(difference)
      return TableBlock.Row([
        plan[row.place].name, name(sharers, row.sharers[index]), labels.number(counts[index]),
        labels.tenths(share), labels.signed(difference) { labels.tenths($0) },
      ])
    }
    return TableBlock.Group(rows: rows)
  }

  private func name(_ sharers: PlaceSharers, _ position: Int) -> String {
    switch sharers {
    case .runs: name(of: RunID(position))
    case .classes: name(of: .studyClass(ClassID(position)), labels)
    }
  }
}
