import RotaPlanning

/// A part of `show fairness`: something that is shared, who has how much of it beside what would be
/// fair, and in a few measures how fair that is.
struct FairnessSection {
  struct Measure {
    var name: Label
    var value: String
  }

  /// What is shared.
  var title: Label
  var columns: [TableBlock.Column]
  /// Those who share among themselves.
  var groups: [TableBlock.Group]
  /// See `TableBlock.mergedColumns`.
  var mergedColumns = 0
  var measures: [Measure]
}

extension ReportPages {
  /// Whatever wishes the plan has: first every section's measures, then the sections.
  func fairness() -> Page {
    let sections =
      [fairnessOfTeachers()].compactMap { $0 } + fairnessOfPlaces()
      + [fairnessOfClasses(), fairnessOfGroups()].compactMap { $0 }
    let blocks: [Block] =
      sections.isEmpty
      ? [.paragraph(labels.heading(.nothingShared))]
      : [.table(measures(of: sections))] + sections.map { .table(table(of: $0)) }
    return page(section: .fairness, heading: { $0(.fairness) }, blocks: blocks)
  }

  private func measures(of sections: [FairnessSection]) -> TableBlock {
    TableBlock(
      columns: [
        TableBlock.Column(labels.heading(.fairnessOf)), TableBlock.Column(labels.heading(.figure)),
        TableBlock.Column(labels.heading(.value), .trailing),
      ],
      groups: sections.map { section in
        TableBlock.Group(
          rows: section.measures.map {
            TableBlock.Row([labels.heading(section.title), labels.heading($0.name), $0.value])
          })
      }, mergedColumns: 1)
  }

  private func table(of section: FairnessSection) -> TableBlock {
    TableBlock(
      caption: labels.heading(section.title), columns: section.columns, groups: section.groups,
      mergedColumns: section.mergedColumns)
  }

  /// How far some are from their shares, at most and on average.
  func measures(of differences: [Int], _ written: (Int) -> String) -> [FairnessSection.Measure] {
    let sizes = differences.map { abs($0) }
    let mean = (sizes.reduce(0, +) + sizes.count / 2) / max(1, sizes.count)
    return [
      .init(name: .greatestDifference, value: written(sizes.max() ?? 0)),
      .init(name: .meanDifference, value: written(mean)),
    ]
  }
}
