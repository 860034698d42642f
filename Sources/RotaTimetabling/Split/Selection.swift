import RotaPlanning

/// Some things of one kind, numbered anew in their old order.
struct Selection<Entity> {
  private let kept: [Index<Entity>]
  private let numbers: [Index<Entity>: Index<Entity>]

  init(_ ids: Set<Index<Entity>>) {
    kept = ids.sorted()
    numbers = Dictionary(
      uniqueKeysWithValues: kept.enumerated().map { ($1, Index<Entity>($0)) })
  }

  /// The new number; nil for what is left out.
  subscript(id: Index<Entity>) -> Index<Entity>? { numbers[id] }

  /// The new numbers of those that are kept.
  subscript(ids: [Index<Entity>]) -> [Index<Entity>] { ids.compactMap { numbers[$0] } }

  func items(of all: [Entity]) -> [Entity] { kept.map { all[$0.value] } }
}
