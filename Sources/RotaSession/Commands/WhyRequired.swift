import RotaDiagnostics
import RotaLanguage
import RotaPlanning
import RotaSyntax

/// Why a requirement does not hold: the sessions that decide its number.
extension Workspace {
  /// What a requirement comes to without one session.
  private struct Effect {
    var part: DeclarationPart
    var holds: Bool
    /// The number on its left side, where it is a comparison.
    var number: Value?
  }

  mutating func explain(
    requirement: BrokenRequirement, _ derived: Derived, _ state: LanguageState
  ) throws(Diagnostic) {
    let declarations = state.declarations
    let require = DeclarationPart(item: requirement.item)
    guard
      let condition = declarations.items[requirement.item].arguments.first(where: {
        $0.expression != nil
      })?.expression
    else { return }
    // Of several parts, the numbers of the first that does not hold.
    let fault = requirement.faults.first ?? condition
    let message = requirement.diagnostic.message
    let range = requirement.diagnostic.range
    let effects = try effects(on: condition, fault, of: require, derived, state)
    let deciding = effects.filter(\.holds)
    repairs = deciding.prefix(8).compactMap { declarations.statement(dropping: $0.part) }
    let detail = requirement.diagnostic.notes.map { "; \($0.message)" }.joined()
    if answersProgram {
      var answer = WhyAnswer(message + detail, verdict: "not as required")
      answer.add(declarations.text(of: require), at: range, decides: true, library)
      for effect in effects {
        answer.add(
          declarations.text(of: effect.part), at: declarations.range(of: effect.part),
          decides: effect.holds, library)
      }
      answer.repairs = repairs.map { .init(statement: $0, change: "without it", solved: false) }
      return say(answer)
    }
    say("\(message.prefix(1).uppercased())\(message.dropFirst())\(detail).")
    say(lines: [(range, declarations.text(of: require))])
    for fault in requirement.faults { try sayCounted(in: fault, derived, state) }
    if effects.isEmpty {
      // What stands for a value gave it when the requirement was made.
      if !Evaluator.source(of: condition).contains("(") {
        say(
          "Its numbers are those of the plan when it was said: a measure in it, such as "
            + "`hours(form: lecture)`, follows the plan.")
      }
      return
    }
    say(effects, declarations)
    if repairs.isEmpty { return }
    say(repairs.count == 1 ? "This mends it:" : "Any one of these mends it:")
    for (index, statement) in repairs.enumerated() { say("  \(index + 1)  \(statement)") }
  }

  /// An article of a standard that is not met: its numbers, its statement, and what decides them.
  mutating func explain(
    article part: DeclarationPart, _ derived: Derived, _ state: LanguageState
  ) throws(Diagnostic) {
    let declarations = state.declarations
    guard let clause = declarations.clause(of: part), let condition = clause.condition else {
      return
    }
    let faults = try faults(of: condition, state)
    let fault = faults.first ?? condition
    var details: [String] = []
    for fault in faults {
      details.append(try detail(of: fault, isPart: faults.count > 1, state))
    }
    let told = details.filter { !$0.isEmpty }.joined(separator: "; ")
    say("Article \(clause.articleNumber) is not met" + (told.isEmpty ? "." : ": \(told)."))
    say(lines: [(clause.range, declarations.text(of: part))])
    for fault in faults { try sayCounted(in: fault, derived, state) }
    let effects = try effects(on: condition, fault, of: part, derived, state)
    if !effects.isEmpty { say(effects, declarations) }
  }

  /// What a condition comes to without each of the sessions, where that is other than with it.
  private func effects(
    on condition: RotaSyntax.Expression, _ fault: RotaSyntax.Expression, of part: DeclarationPart,
    _ derived: Derived, _ state: LanguageState
  ) throws(Diagnostic) -> [Effect] {
    let declarations = state.declarations
    let now = try effect(of: part, condition, fault, state)
    var effects: [Effect] = []
    // Each session left out is a plan of its own to be worked out.
    let most = max(8, 40_000 / max(1, derived.programme.sessions.count))
    let sessions = declarations.parts.filter {
      $0.child != nil && $0.clause == nil
        && declarations.declaration(of: $0)?.entry.role == .form
    }
    for part in sessions.prefix(most) where !environment.isCancelled() {
      var changed = state
      changed.declarations = declarations.applying([part: .remove])
      guard Elaborator.plan(from: changed.declarations).diagnostics.isEmpty else { continue }
      let effect = try effect(of: part, condition, fault, changed)
      if effect.holds || effect.number != now.number { effects.append(effect) }
    }
    return effects
  }

  /// Those that decide it, or else all that count.
  private mutating func say(_ effects: [Effect], _ declarations: Declarations) {
    let deciding = effects.filter(\.holds)
    say(
      deciding.isEmpty
        ? "No single session decides it. These count:" : "Without any one of these it holds:")
    say(
      lines: (deciding.isEmpty ? effects : deciding).map { effect in
        let then = effect.number.map { "  (then \($0.brief))" } ?? ""
        return (declarations.range(of: effect.part), declarations.text(of: effect.part) + then)
      })
  }

  /// What a `count(…, where: …)` at the left of a comparison counts, by name.
  private mutating func sayCounted(
    in fault: RotaSyntax.Expression, _ derived: Derived, _ state: LanguageState
  ) throws(Diagnostic) {
    guard let (_, left, _) = fault.comparison, case .call("count", let arguments, _) = left,
      let word = arguments.first(where: { $0.label == nil })?.value.asWord,
      let listing = Listing.named(word),
      let condition = arguments.first(where: { $0.label == "where" })?.value
    else { return }
    var scratch = state
    let rows = try rows(of: listing, where: condition, derived, state: &scratch)
    if rows.isEmpty { return }
    say("Counted: \(Wording.list(rows.map(listing.name), atMost: 8))")
    if rows.count > 8 {
      say("`list \(word) where \(Evaluator.source(of: condition))` has them all.")
    }
  }

  private func effect(
    of part: DeclarationPart, _ condition: RotaSyntax.Expression, _ fault: RotaSyntax.Expression,
    _ state: LanguageState
  ) throws(Diagnostic) -> Effect {
    // A world of its own, in which nothing is known yet of the changed plan.
    var copy = self
    var state = state
    copy.restore(copy.world(state), into: &state)
    let value = try Evaluator.value(of: condition, state: &state, host: &copy)
    var number: Value?
    if let (_, left, _) = fault.comparison {
      number = try? Evaluator.value(of: left, state: &state, host: &copy)
    }
    return Effect(part: part, holds: value == .boolean(true), number: number)
  }

  private mutating func say(lines: [(range: SourceRange?, text: String)]) {
    let places = lines.map { $0.range.map { library.position(of: $0) } ?? "" }
    let width = places.map(\.displayWidth).max() ?? 0
    for (place, line) in zip(places, lines) {
      say("  \(place.padded(to: width))  \(line.text)")
    }
  }
}
