import RotaDiagnostics
import RotaExplanation
import RotaLanguage
import RotaPlanning
import RotaVerifier

/// `why`: the planner's own statements that clash.
enum WhyCommand {
  static func run(
    _ workspace: inout Workspace, _ command: Command, _ state: inout LanguageState
  ) throws(Diagnostic) {
    let derived = try workspace.derivedInFull(state, for: command)
    if command.argument("session") != nil {
      return try SessionWhyCommands.why(&workspace, command, state)
    }
    workspace.repairs = []
    workspace.mended = DeclarationWriter.text(state)
    let broken = try workspace.brokenRequirements(state, derived)
    let withPast = workspace.derivedWithPast(state, derived)
    let whole =
      withPast
      ?? Derivation(plan: derived.plan, programme: derived.programme, proofs: derived.proofs)
    let proofs = whole.proofs
    let count = proofs.count + broken.count
    guard count > 0 else {
      let clashes = workspace.violations(state)
      return clashes.isEmpty
        ? workspace.sayWhatIsOpen(state, derived)
        : workspace.explain(clashes, derived, state)
    }
    let number = command.integer("number") ?? 1
    guard (1...count).contains(number) else {
      throw SessionMessages.badSetting(
        "why", count == 1 ? "1" : "from 1 to \(count)",
        at: command.argument("number")?.range ?? command.range)
    }
    if number <= proofs.count {
      workspace.explain(proofs[number - 1], besides: count - 1, whole, state)
    } else {
      try workspace.explain(requirement: broken[number - 1 - proofs.count], derived, state)
    }
    if count > 1 {
      let others = Wording.count(count - 1, "more problem")
      workspace.remark("\(others): `why 1` to `why \(count)` explain each.")
    }
  }
}

extension Workspace {
  /// The statements that clash, and the changes that mend it.
  fileprivate mutating func explain(
    _ proof: Diagnostic, besides others: Int, _ whole: Derivation, _ state: LanguageState
  ) {
    var explanation = Explanation(
      of: proof, in: state.declarations, whole, environment.cancellation)
    let kept = whole.past == nil ? nil : board.keptFrom
    if let kept {
      explanation.statements.append(
        Explanation.Statement(text: kept.text, range: kept.range, decides: explanation.isComplete))
    }
    if !answersProgram { say(explanation, from: kept?.day) }
    guard explanation.isComplete else {
      fail(.interrupted)
      if answersProgram { say(WhyAnswer(explanation, [], library, interrupted: true)) }
      return
    }
    let search = RepairSearch(
      explanation, state: state, whole, memory: kept == nil ? memory.derivation : memory.past,
      environment.cancellation)
    let environment = environment
    let found = search.repairs { tried, all in
      environment.progress(
        "tried \(Wording.grouped(tried)) of \(Wording.count(all, "change")) that may mend it")
    }
    environment.progress("")
    repairs = found.map(\.statement)
    let isInterrupted = environment.isCancelled()
    if isInterrupted { fail(.interrupted) }
    if answersProgram {
      say(WhyAnswer(explanation, found, library, interrupted: isInterrupted))
    } else {
      say(repairs: found, besides: others, isInterrupted: isInterrupted)
      if let kept {
        say("`solve keep` without a date may move what lies before \(kept.day.iso), too.")
      }
    }
  }

  /// The hard rules that the timetable at hand breaks, by the statements behind each. The plan has
  /// changed under it; that it cannot be mended is not said.
  fileprivate mutating func explain(
    _ clashes: [Violation], _ derived: Derived, _ state: LanguageState
  ) {
    let timetable = board.timetable
    let sources = RuleSources(derived, state.declarations, locks: board.locks) {
      timetable.placements[$0]
    }
    let obstacles = Obstacle.all(in: clashes, sources, self)
    let locks = Obstacle.all(in: locks(behind: clashes), sources, self)
    let sentence = "the timetable breaks \(Wording.count(clashes.count, "hard rule"))"
    if answersProgram {
      var answer = WhyAnswer(sentence, verdict: "clashes")
      for statement in (obstacles + locks).flatMap(\.statements) {
        answer.add(text(of: statement), at: statement.range, decides: true, library)
      }
      answer.add(keptStarts(clashes.count, derived, state))
      repairs = answer.repairs.map(\.statement)
      return say(answer)
    }
    say("Not proved impossible, but \(sentence):")
    say(obstacles: obstacles.prefix(Self.mostListed))
    if obstacles.count > Self.mostListed {
      say("  and \(Wording.grouped(obstacles.count - Self.mostListed)) more: `check`")
    }
    if !locks.isEmpty {
      say("No search moves what is locked:")
      say(obstacles: locks.prefix(Self.mostListed))
      if locks.count > Self.mostListed {
        say("  and \(Wording.grouped(locks.count - Self.mostListed)) more; `unlock all` frees them")
      }
    }
    say(
      "\(locks.isEmpty ? "`solve keep`" : "Then `solve keep`") makes another that moves as little as "
        + "it can.")
    sayKeptStarts(clashes.count, derived, state)
  }

  /// What is known where nothing is proved: sessions that the search could not place, and what
  /// stands against each.
  fileprivate mutating func sayWhatIsOpen(_ state: LanguageState, _ derived: Derived) {
    let missing =
      board.timetable.isEmpty
      ? [] : Verifier.unplaced(programme: derived.programme, timetable: board.timetable)
    guard !missing.isEmpty else {
      let sentence = "nothing is proved impossible"
      return answersProgram
        ? say(WhyAnswer(sentence, verdict: "nothing"))
        : say("\(sentence.prefix(1).uppercased())\(sentence.dropFirst()).")
    }
    if answersProgram {
      var answer = WhyAnswer("\(missing.count) sessions have no place", verdict: "not proved")
      answer.unplaced = missing.map { unplacedLine($0, derived) }
      return say(answer)
    }
    let sessions = Wording.count(derived.programme.sessions.count, "session")
    say(
      "Not proved impossible: \(Wording.grouped(missing.count)) of \(sessions) "
        + "\(missing.count == 1 ? "has" : "have") no place in the timetable.")
    let search = OpeningSearch(derived, board.value, state)
    for session in missing.prefix(Self.mostListed) {
      let place = derived.positions[session].flatMap {
        derived.plan.template(of: derived.programme[$0]).origins.declared
      }
      say(
        "  " + (place.map { library.position(of: $0) + "  " } ?? "")
          + (openLine(session, search) ?? unplacedLine(session, derived)))
    }
    if missing.count > Self.mostListed {
      say("  and \(Wording.grouped(missing.count - Self.mostListed)) more: `show unplaced`")
    }
  }

  private static let mostListed = 10

  /// How the starts of a session stand of which no search has told what stands against it: it is loaded
  /// from a file, or new.
  private func openLine(_ session: SessionIdentity, _ search: OpeningSearch) -> String? {
    if board.unplaced.contains(where: { $0.session == session && !$0.reasons.isEmpty }) {
      return nil
    }
    guard let id = search.derived.positions[session] else { return nil }
    let summary = StartSummary(of: id, search)
    let name = SessionReference.text(session, in: search.derived)
    if summary.open > 0 {
      return
        "\(name): open to it \(summary.open == 1 ? "is" : "are") \(Wording.grouped(summary.open)) of "
        + "\(Wording.count(summary.starts, "start")); `suggest` lists them, `solve keep` finds it a place"
    }
    if summary.obstacles.isEmpty { return nil }
    return name + ": "
      + summary.obstacles.prefix(4).map {
        "\($0.sentence) at \(Wording.count($0.starts, "start"))"
      }.joined(separator: ", ")
  }
}

extension Workspace {
  /// A proof in one sentence, and each statement that it rests on with its place.
  mutating func say(_ explanation: Explanation, from day: Day? = nil) {
    let when = day.map { " from \($0.iso) on" } ?? ""
    say("Impossible\(when): \(explanation.proof.message).")
    guard explanation.isComplete else {
      guard !explanation.statements.isEmpty else {
        return say("Interrupted before any of the statements that it rests on were known.")
      }
      say("Interrupted. It rests on these, and perhaps on others that were not tried yet:")
      return say(statements: explanation.statements)
    }
    say(statements: explanation.statements.filter(\.decides))
    let others = explanation.statements.filter { !$0.decides }
    if !others.isEmpty {
      say(
        explanation.statements.count == others.count
          ? "These clash, though no one of them alone:" : "together with, though no one alone:")
      say(statements: others)
    }
  }

  /// Changes that mend it, numbered for `try`.
  ///
  /// - Parameter others: what else is wrong with the plan; where that remains, it is not solved.
  mutating func say(repairs found: [Repair], besides others: Int, isInterrupted: Bool) {
    if isInterrupted { say("Interrupted: not every change was tried.") }
    guard let first = found.first else {
      if isInterrupted { return }
      say("No change of these statements mends it, nor two together of those that were tried.")
      return
    }
    let what = found.count == 1 ? "This mends it:" : "Any one of these mends it:"
    say(
      first.isPair ? "No single change of these statements does, but two together. \(what)" : what)
    let width = min(60, found.map(\.statement.displayWidth).max() ?? 0)
    for (index, repair) in found.enumerated() {
      let outcome = repair.isSolved && others == 0 ? "solved" : "checked"
      say(
        "  \(index + 1)  \(repair.statement.padded(to: width))  (\(repair.change); \(outcome))")
    }
  }

  /// One line for each; statements that one line of a script made, as a loop does, share one.
  private mutating func say(statements: [Explanation.Statement]) {
    var lines: [(place: String, text: String, more: Int)] = []
    var known: [SourceRange: Int] = [:]
    for statement in statements {
      if let index = known[statement.range] {
        lines[index].more += 1
      } else {
        known[statement.range] = lines.count
        lines.append((library.position(of: statement.range), statement.text, 0))
      }
    }
    let width = lines.map(\.place.displayWidth).max() ?? 0
    for line in lines {
      let more = line.more == 0 ? "" : ", and \(Wording.grouped(line.more)) more of this line"
      say("  \(line.place.padded(to: width))  \(line.text)\(more)")
    }
  }
}
