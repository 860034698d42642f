import RotaCapacity

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A check as one JSON object on one line, for `--json`.
struct CheckJSON: Encodable {
  struct Demand: Encodable {
    let category: String
    let name: String
    let demand: Int
    let supply: Int
    let measure: String
    let window: String?
    let tightest: Bool
  }

  let trainees: Int
  let runs: Int
  let classes: Int
  let sessions: Int
  let verdict: String
  let demand: [Demand]

  static func line(_ derived: Derived, _ conclusion: Conclusion) -> String {
    let programme = derived.programme
    let value = CheckJSON(
      trainees: programme.trainees, runs: programme.runs.count,
      classes: programme.classes.count, sessions: programme.sessions.count,
      verdict: conclusion.word,
      demand: derived.capacity.rows.map {
        Demand(
          category: $0.category.rawValue, name: $0.name, demand: $0.demand, supply: $0.supply,
          measure: $0.measure, window: $0.window, tightest: $0.isTightest)
      })
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(value) else { return "{}" }
    return String(decoding: data, as: UTF8.self)
  }
}
