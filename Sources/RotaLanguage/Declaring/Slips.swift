import RotaDiagnostics
import RotaPlanning
import RotaSyntax

/// What is probably a slip of the keys although it is right as it stands.
extension Declarations {
  /// Names that these declare and others do not, where the others have one of that kind that is
  /// spelt nearly so; declarations are appended, so that the new ones are found from the end.
  public func slips(since old: Declarations) -> [Diagnostic] {
    if revision == old.revision { return [] }
    var slips: [Diagnostic] = []
    for item in items.reversed() {
      if old.position(of: item.key) != nil { break }
      guard Self.named.contains(item.entry.word), !item.name.isEmpty else { continue }
      let known = old.items.filter { $0.entry.word == item.entry.word }.map(\.name)
      if let near = known.first(where: { Spelling.isSlip(item.name, for: $0) }) {
        slips.append(LanguageMessages.nearlyThatName(item, near))
      }
    }
    return slips.reversed()
  }

  /// Dates at which a text closes something or has it open that lie outside of those of the plan.
  public func datesOutside(_ dates: ClosedRange<Day>, in source: SourceID) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for item in items {
      for clause in item.clauses where clause.range.source == source {
        guard let argument = clause.arguments.first(where: { $0.label == "windows" }) else {
          continue
        }
        for (index, group) in (argument.value?.items ?? []).enumerated() {
          let outside = group.items.compactMap(\.dateRange).filter { !$0.overlaps(dates) }
          guard let first = outside.first else { continue }
          let range =
            argument.itemRanges.indices.contains(index)
            ? argument.itemRanges[index] : argument.range
          found.append(LanguageMessages.outsidePlan(first, dates, at: range))
        }
      }
    }
    return found
  }

  /// Kind and name of what others declare and these do not, with a name.
  public func dropped(_ name: String, since old: Declarations) -> String? {
    let item = old.items.first { $0.name == name && Self.named.contains($0.entry.word) }
    guard let item, position(of: item.key) == nil else { return nil }
    return item.entry.word + " " + NameSyntax.quoteIfNeeded(name)
  }

  private static let named: Set<String> = [
    "teacher", "venue", "site", "unit", "module", "school", "zone", "rotation", "role", "standard",
  ]
}
