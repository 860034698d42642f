import RotaPlanning

/// Demand against supply, as `check` prints it.
public enum CapacityTable {
  public struct Row: Hashable, Sendable {
    public var category: String
    public var name: String
    public var demand: Int
    public var supply: Int
    public var measure: String
    public var window: String?
    /// The tightest of its category.
    public var isTightest: Bool
    public init(
      category: String, name: String, demand: Int, supply: Int, measure: String,
      window: String? = nil, isTightest: Bool = false
    ) {
      self.category = category
      self.name = name
      self.demand = demand
      self.supply = supply
      self.measure = measure
      self.window = window
      self.isTightest = isTightest
    }
  }

  /// Rows of one category follow each other; the tightest of each bears an asterisk.
  public static func block(_ rows: [Row], language: Plan.Language) -> TableBlock {
    let labels = Labels(language)
    var groups: [TableBlock.Group] = []
    var category: String?
    for row in rows {
      if row.category != category { groups.append(TableBlock.Group(rows: [])) }
      category = row.category
      let share = row.demand == 0 ? "0%" : labels.percent(row.demand, of: row.supply) ?? "–"
      groups[groups.count - 1].rows.append(
        TableBlock.Row([
          row.category, row.name, row.window ?? "", labels.number(row.demand),
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
