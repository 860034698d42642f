import RotaLanguage
import RotaPlanning

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A row of `list`: a value for each field that applies.
struct Row: Sendable {
  var fields: [String: Value] = [:]

  mutating func set(_ field: String, _ text: String?) {
    if let text { fields[field] = .name(text) }
  }
  mutating func set(_ field: String, _ number: Int?) {
    if let number { fields[field] = .number(Decimal(number)) }
  }
  mutating func set(_ field: String, people: Int) {
    fields[field] = .quantity(Decimal(people), .people)
  }
  mutating func set(_ field: String, _ flag: Bool) { fields[field] = .boolean(flag) }
}

/// A sort of thing that can be listed and counted.
struct Listing: Sendable {
  /// The word after `list` and in `count(…)`.
  var word: String
  /// The fields that conditions may name, in the order in which files have them.
  var fields: [String]
  /// Those that a table on the screen has, which must fit it; nil for all.
  var shown: [String]?
  var rows: @Sendable (Derived, Timetable) -> [Row]

  static let all: [Listing] = [
    sessions, classes, runs, venues, sites, teachers, units, modules, rotations, costs,
  ]

  static func named(_ word: String) -> Listing? { all.first { $0.word == word } }
}
