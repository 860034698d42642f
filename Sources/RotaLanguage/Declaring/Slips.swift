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
      } else if Self.ofSchools.contains(item.entry.word), item.clause("school") == nil {
        let (school, name) = Self.parted(item.name)
        // `Hall`, or another school's, where `North.Hall` is meant.
        if let same = known.first(where: { $0 != item.name && Self.parted($0).name == name }) {
          slips.append(LanguageMessages.nearlyThatName(item, same))
        } else if let school, position(of: Key(kind: "school", name: school)) != nil {
          slips.append(LanguageMessages.notOfSchool(item, school, name))
        }
      }
    }
    return slips.reversed()
  }

  /// Zones that a text is the first to name, which are spelt nearly as others are.
  public func zoneSlips(since old: Declarations, in source: SourceID) -> [Diagnostic] {
    var known: Set<String> = []
    for item in old.items {
      if item.entry.word == "zone" { known.insert(item.name) }
      if let zone = item.clause("zone")?.value("zone")?.string { known.insert(zone) }
    }
    if known.isEmpty { return [] }
    return items.compactMap { item in
      guard let clause = item.clause("zone"), clause.range.source == source,
        let zone = clause.value("zone")?.string, !known.contains(zone),
        position(of: Key(kind: "zone", name: zone)) == nil,
        let near = Spelling.nearest(to: zone, among: known.sorted())
      else { return nil }
      return LanguageMessages.nearlyThatZone(zone, near, at: clause.range(of: "zone"))
    }
  }

  /// `North` and `Hall` of `North.Hall`.
  private static func parted(_ name: String) -> (school: String?, name: String) {
    guard let point = name.lastIndex(of: "."), point > name.startIndex else { return (nil, name) }
    return (String(name[..<point]), String(name[name.index(after: point)...]))
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

  /// What says whose it is, in the braces of a school too.
  private static let ofSchools: Set<String> = ["teacher", "venue", "site", "unit", "rotation"]

  private static let named: Set<String> = [
    "teacher", "venue", "site", "unit", "module", "school", "zone", "rotation", "role", "standard",
  ]
}
