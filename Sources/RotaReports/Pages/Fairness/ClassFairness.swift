import RotaPlanning

extension ReportPages {
  /// How many people of each unit, sex and post are in each class, beside its part of what its run has.
  /// Nil where no run has classes to share them among.
  func fairnessOfClasses() -> FairnessSection? {
    var differences: [Int] = []
    let groups = programme.runs.compactMap { run in
      run.classes.count > 1 ? group(run, &differences) : nil
    }.filter { !$0.rows.isEmpty }
    if groups.isEmpty { return nil }
    let counted: [Label] =
      input.isForPrograms
      ? [.value, .people, .fairShare, .difference] : [.peopleAndShare, .greatestDifference]
    return FairnessSection(
      title: .mixedClasses,
      columns: [.studyClass, .attribute].map { TableBlock.Column(labels.heading($0)) }
        + counted.map { label in
          TableBlock.Column(
            labels.heading(label),
            [.value, .peopleAndShare].contains(label) ? .leading : .trailing)
        }, groups: groups, mergedColumns: input.isForPrograms ? 0 : 1,
      measures: measures(of: differences) { labels.tenths($0) })
  }

  /// Of more values than these the rarest are left out where people read it.
  private static let mostValues = 8

  /// The classes of a run, with differences in tenths of a person.
  private func group(_ run: Run, _ differences: inout [Int]) -> TableBlock.Group {
    let people = run.classes.map { self.people(of: $0) }
    var rows: [[TableBlock.Row]] = run.classes.map { _ in [] }
    for attribute in ClassMixing.Attribute.allCases {
      let values = people.map { $0.map { value(of: attribute, $0) } }
      let totals = Dictionary(values.joined().compactMap { $0 }.map { ($0, 1) }) { $0 + $1 }
      // What all have in common is no matter of shares.
      if totals.count < 2 { continue }
      let order = totals.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      for (index, id) in run.classes.enumerated() {
        let share = FairShare(
          weight: people[index].count, of: people.reduce(0) { $0 + $1.count })
        let held = Dictionary(values[index].compactMap { $0 }.map { ($0, 1) }) { $0 + $1 }
        let counts = order.map { entry in
          Count(
            value: entry.key, people: held[entry.key] ?? 0, share: share.share(of: entry.value * 10)
          )
        }
        differences += counts.map(\.difference)
        rows[index] += self.rows(counts, name(of: .studyClass(id), labels), attribute)
      }
    }
    return TableBlock.Group(rows: rows.flatMap { $0 })
  }

  private struct Count {
    var value: String
    var people: Int
    /// In tenths.
    var share: Int
    var difference: Int { people * 10 - share }
  }

  private func rows(
    _ counts: [Count], _ studyClass: String, _ attribute: ClassMixing.Attribute
  ) -> [TableBlock.Row] {
    let heading = labels.heading(attribute.label)
    if input.isForPrograms {
      return counts.map {
        TableBlock.Row([
          studyClass, heading, $0.value, labels.number($0.people), labels.tenths($0.share),
          labels.signed($0.difference) { labels.tenths($0) },
        ])
      }
    }
    var items = counts.prefix(Self.mostValues).map {
      "\($0.value) \(labels.number($0.people))\(labels.inBrackets(labels.tenths($0.share)))"
    }
    if counts.count > items.count { items.append("…") }
    let greatest = counts.map(\.difference).max { abs($0) < abs($1) } ?? 0
    return [
      TableBlock.Row([
        studyClass, heading, labels.list(items),
        labels.signed(greatest) { labels.tenths($0) },
      ])
    ]
  }

  private func value(of attribute: ClassMixing.Attribute, _ person: Trainee) -> String? {
    switch attribute {
    case .unit: person.unit
    case .sex: person.sex.map { labels($0 == .male ? .male : .female) }
    case .post: person.post
    }
  }
}

extension ClassMixing.Attribute {
  fileprivate var label: Label {
    switch self {
    case .unit: .unit
    case .sex: .sex
    case .post: .post
    }
  }
}
