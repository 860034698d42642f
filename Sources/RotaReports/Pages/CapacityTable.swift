import RotaCapacity
import RotaPlanning

/// Demand against supply, as `check` prints it.
public enum CapacityTable {
  /// Rows of one category follow each other; the tightest of each bears an asterisk.
  public static func block(_ rows: [DemandRow], language: Plan.Language) -> TableBlock {
    let labels = Labels(language)
    var groups: [TableBlock.Group] = []
    var category: DemandRow.Category?
    for row in rows {
      if row.category != category { groups.append(TableBlock.Group(rows: [])) }
      category = row.category
      let share = row.demand == 0 ? "0%" : labels.percent(row.demand, of: row.supply) ?? "–"
      groups[groups.count - 1].rows.append(
        TableBlock.Row([
          row.category.rawValue, row.name, row.window ?? "", labels.number(row.demand),
          labels.number(row.supply), row.measure, share + (row.isTightest ? " *" : "  "),
        ]))
    }
    var columns = [
      TableBlock.Column(labels(.kind)), TableBlock.Column(labels(.name)),
      TableBlock.Column(labels(.window)), TableBlock.Column(labels(.demand), .trailing),
      TableBlock.Column(labels(.supply), .trailing), TableBlock.Column(labels(.measure)),
      TableBlock.Column(labels(.share), .trailing),
    ]
    if !rows.contains(where: { $0.window != nil }) {
      columns.remove(at: 2)
      for group in groups.indices {
        for row in groups[group].rows.indices { groups[group].rows[row].cells.remove(at: 2) }
      }
    }
    return TableBlock(columns: columns, groups: groups, mergedColumns: 1)
  }
}
