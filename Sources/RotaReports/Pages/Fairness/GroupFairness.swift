import RotaPlanning

extension ReportPages {
  /// How many people of each class meet in its groups, beside how many could. Nil where no class meets
  /// in groups.
  func fairnessOfGroups() -> FairnessSection? {
    var sums = (met: 0, attainable: 0, most: 0)
    let groups = programme.runs.map { run in
      TableBlock.Group(
        rows: run.classes.compactMap { id in
          let rounds = input.groups[id].filter { $0.sessions.count > 1 }
          if rounds.isEmpty { return nil }
          let meetings = GroupMeetings(of: rounds)
          sums.met += meetings.met
          sums.attainable += meetings.attainable
          sums.most = max(sums.most, meetings.most)
          return TableBlock.Row(
            [name(of: .studyClass(id), labels)]
              + [
                rounds.count, meetings.pairs, meetings.met, meetings.attainable, meetings.most,
              ].map { labels.number($0) })
        })
    }.filter { !$0.rows.isEmpty }
    if groups.isEmpty { return nil }
    let counts: [Label] = [.groupMeetings, .pairs, .pairsMet, .pairsAtBest, .mostOften]
    return FairnessSection(
      title: .metInGroups,
      columns: [TableBlock.Column(labels.heading(.studyClass))]
        + counts.map { TableBlock.Column(labels.heading($0), .trailing) },
      groups: groups,
      measures: [
        .init(name: .shareMet, value: labels.percent(sums.met, of: sums.attainable) ?? "–"),
        .init(name: .mostOften, value: labels.number(sums.most)),
      ])
  }
}
