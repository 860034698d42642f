import RotaArithmetic
import RotaDiagnostics
import RotaLanguage
import RotaPlanning

/// What it means that a planner no longer says something: a plan that asks for less.
///
/// Most parts are simply left out. Where the language fills the gap with a number of its own, as it
/// takes one run where no number is said, leaving out would say something else; there the number goes
/// to its extreme, or to `as needed`. What only offers something, as a teacher who can teach or a
/// venue there is, asks for nothing and cannot be taken back.
struct TakingBack {
  let declarations: Declarations
  let plan: Plan
  let runs: Int
  /// Of the rotation of each name.
  private let runsOf: [String: Int]
  /// In all runs of the rotation that has most.
  let classes: Int
  /// Whether the proof is about dates and people, where shorter runs ask for less, or about what
  /// happens in a run, where longer ones do.
  let isOfArithmetic: Bool
  /// Whether the proof is by trying every way.
  private let isOfSearch: Bool
  private static let longerForSearch = 7

  typealias Edits = [DeclarationPart: PartEdit]

  init(_ declarations: Declarations, _ derivation: Derivation, for proof: Diagnostic) {
    self.declarations = declarations
    plan = derivation.plan
    let programme = derivation.programme
    runs = max(1, programme.runs.count)
    let derived = derivation.plan
    runsOf = Dictionary(
      programme.runs.map { (derived[$0.rotation].name, 1) }, uniquingKeysWith: +)
    let ofClasses = Dictionary(grouping: programme.classes) { programme[$0.run].rotation }
    classes = ofClasses.values.map(\.count).max() ?? 1
    let depth = Derivation.Depth(for: proof)
    isOfArithmetic = depth == .arithmetic
    isOfSearch = if case .search = depth { true } else { false }
  }

  /// The ways to take a part back; the proof rests on the part if one of them ends it. Empty for
  /// what cannot be taken back.
  func ways(_ part: DeclarationPart) -> [Edits] {
    guard let declaration = declarations.declaration(of: part) else { return [] }
    guard let clause = declarations.clause(of: part) else {
      return wholeWays(part, declaration)
    }
    if declaration.entry.role == .form { return sessionWays(part, clause) }
    let remove: Edits = [part: .remove]
    switch (declaration.entry.word, clause.entry.word) {
    case ("plan", "dates"): return dateWays(part, clause)
    case ("plan", "days"):
      return [[part: .set("weekdays", .span(.weekday(.monday), .weekday(.sunday)))]]
    case ("plan", "break"): return [[part: .set("duration", .quantity(1440, .minutes))]]
    case ("plan", "holiday"), ("plan", "closed"), ("school", "closed"): return [remove]
    case ("venue", "seats"), ("site", "seats"), ("venue", "open"), ("site", "open"),
      ("venue", "closed"), ("site", "closed"), ("site", "travel"), ("buses", "seats"):
      return [remove]
    case ("teacher", "available"), ("teacher", "unavailable"), ("teacher", "at most"),
      ("teacher", "remote"):
      return [remove]
    case ("unit", "away"), ("unit", "unavailable"): return [remove]
    case ("rotation", let word): return rotationWays(part, clause, word)
    case ("run", "length"): return [length(part, clause, of: plan.calendar)]
    case ("run", _), ("class", "people"), ("class", "room"), ("class", "unavailable"):
      return [remove]
    default: return []
    }
  }

  private func rotationWays(
    _ part: DeclarationPart, _ clause: EvaluatedClause, _ word: String
  ) -> [Edits] {
    switch word {
    case "trainees":
      return clause.value("people") == nil ? [] : [[part: .set("people", fewest())]]
    case "runs": return clause.value("count") == nil ? [] : [[part: .set("count", nil)]]
    case "length": return [length(part, clause, of: plan.calendar)]
    case "classes":
      guard let most = clause.value("people")?.integer else { return [[part: .remove]] }
      return [
        [part: .remove], [part: .set("people", .quantity(Number(max(1, most / 8)), .people))],
      ]
    case "starts", "ends", "between runs": return [[part: .remove]]
    case "at most":
      return clause.has("runs") ? [[part: .set("count", .number(1_000))]] : [[part: .remove]]
    default: return []
    }
  }

  private func sessionWays(_ part: DeclarationPart, _ clause: EvaluatedClause) -> [Edits] {
    switch clause.entry.word {
    case "for class", "for groups of", "across breaks", "in doubles", "over at least", "theme",
      "title", "note":
      []
    case "at most": [[part: .set("count", .number(1_000))]]
    default: [[part: .remove]]
    }
  }

  private func wholeWays(_ part: DeclarationPart, _ declaration: Declaration) -> [Edits] {
    if declaration.entry.role == .form { return [[part: .remove]] }
    switch declaration.entry.word {
    // Whoever refers to these goes on to do so.
    case "unit": return [[part: .remove], [part: .set("people", fewest(of: declaration.name))]]
    case "resource": return [[part: .set("count", .number(100_000))]]
    case "rotation", "module", "run", "class", "buses", "beds", "travel": return [[part: .remove]]
    default: return []
    }
  }

  /// As many days as the calendar has for each run of its rotation, and no fewer than were said: in
  /// less time more would clash.
  private func length(
    _ part: DeclarationPart, _ clause: EvaluatedClause, of calendar: TeachingCalendar
  ) -> Edits {
    let rotation = declarations.declaration(of: DeclarationPart(item: part.item))?.name ?? ""
    let share = calendar.days.count / max(1, runsOf[rotation] ?? runs)
    let said = clause.value("days")?.integer ?? 1
    // No search of all ways would end in months.
    let most = isOfSearch ? min(share, said + Self.longerForSearch) : share
    let days = isOfArithmetic ? 1 : max(1, said, most)
    return [part: .set("days", .quantity(Number(days), .days))]
  }

  /// Edits as they are together: a length that was taken back goes with the days that there are, which
  /// are more where dates or holidays were. By itself either might change nothing, and both would be
  /// left out although the proof rests on them.
  func together(_ edits: Edits) -> Edits {
    if isOfArithmetic { return edits }
    var edits = edits
    var lengths: [(part: DeclarationPart, clause: EvaluatedClause)] = []
    var changesCalendar = false
    for part in edits.keys {
      guard let clause = declarations.clause(of: part) else { continue }
      let word = declarations.declaration(of: part)?.entry.word
      if word == "plan" { changesCalendar = true }
      if clause.entry.word == "length", word == "rotation" || word == "run" {
        lengths.append((part, clause))
      }
    }
    guard changesCalendar, !lengths.isEmpty else { return edits }
    for length in lengths { edits[length.part] = nil }
    let calendar = Elaborator.plan(from: declarations.applying(edits)).plan.calendar
    for (part, clause) in lengths {
      edits.merge(length(part, clause, of: calendar)) { _, new in new }
    }
    return edits
  }

  /// People enough to have runs and classes at all, with fewer nothing else is said of them; of a
  /// unit, enough for one of them to be away.
  private func fewest(of unit: String? = nil) -> Value {
    var people = max(runs, isOfArithmetic ? 1 : classes)
    if case .share(let points)? = plan.units.first(where: { $0.name == unit })?.away, points > 0 {
      people = max(people, (10_000 + points - 1) / points)
    }
    return .quantity(Number(people), .people)
  }

  /// A year more at the end.
  private func dateWays(_ part: DeclarationPart, _ clause: EvaluatedClause) -> [Edits] {
    guard case .span(.date(let first), .date(let last))? = clause.value("dates") else { return [] }
    let longer = Value.span(.date(first), .date(last.advanced(by: 371)))
    return [[part: .set("dates", longer)]]
  }
}
