import RotaArithmetic
import RotaCapacity
import RotaDiagnostics
import RotaLanguage
import RotaPlanning
import RotaSyntax

/// Changes worth trying against a proof: those of the statements that decide it, since only they can
/// end it alone.
struct Proposals {
  let declarations: Declarations
  let plan: Plan
  let programme: Programme
  let proof: Diagnostic
  private(set) var all: [Proposal] = []

  /// - Parameter parts: those to change, if not the ones that decide.
  init(
    _ explanation: Explanation, _ declarations: Declarations, _ whole: Derivation,
    parts: [DeclarationPart]? = nil
  ) {
    self.declarations = declarations
    plan = whole.plan
    programme = whole.programme
    proof = explanation.proof
    for part in parts ?? explanation.deciding {
      guard let declaration = declarations.declaration(of: part) else { continue }
      if let clause = declarations.clause(of: part) {
        propose(part, clause, of: declaration)
      } else {
        propose(part, declaration)
      }
    }
    proposeMoreOfKind(explanation)
    proposeStreams(explanation)
    if [CapacityMessages.noPlaceFits, ArithmeticMessages.runTooLarge].contains(proof.kind) {
      add(Proposal(.rule, "prefer enough seats weight 10", "a wish instead of a rule"))
    }
  }

  /// What many statements ask for together, and none of them decides: more seats in all the places,
  /// one more of a kind, one more day.
  private mutating func proposeMoreOfKind(_ explanation: Explanation) {
    let seats = explanation.parts.filter {
      declarations.clause(of: $0)?.entry.word == "seats"
        && declarations.declaration(of: $0)?.entry.word == "venue"
    }
    let numbers = seats.compactMap { declarations.clause(of: $0)?.value("count")?.integer }
    if seats.count > 1, let least = numbers.min() {
      let say = zip(seats, numbers).map { (saying($0), $1) }
      add(
        Proposal(
          .supply, .least(least + 1...100_000), size: { Double($0 - least) / Double(least) },
          change: { "+\(Wording.count($0 - least, "seat")) each" },
          statement: { count in
            say.filter { $1 < count }.map { say, _ in say("seats \(count)") }
              .joined(separator: "; ")
          }))
    }
    for part in explanation.parts where !explanation.deciding.contains(part) {
      guard let clause = declarations.clause(of: part), clause.entry.group == "places" else {
        continue
      }
      proposeNewVenue(clause)
    }
    proposeMoreClasses(explanation)
    proposeMoreTime(explanation)
  }

  /// More and so smaller classes, where one of them is too large for its places. What is said of their
  /// number decides nothing, for without it they would be larger still.
  private mutating func proposeMoreClasses(_ explanation: Explanation) {
    guard proof.kind == CapacityMessages.noPlaceFits else { return }
    for (index, item) in declarations.items.enumerated() where item.entry.word == "rotation" {
      let part = DeclarationPart(item: index)
      guard explanation.unrelated[part] == nil,
        !explanation.deciding.contains(where: {
          $0.item == index && declarations.clause(of: $0)?.entry.word == "classes"
        })
      else { continue }
      let classes = programme.classes.count {
        plan[programme[$0.run].rotation].name == item.name
      }
      guard classes > 0 else { continue }
      let say = saying(part)
      add(more(.rotation, than: classes, upTo: classes * 10, "class") { say("classes \($0)") })
    }
  }

  /// A later end, or a longer run, of the rotations concerned.
  private mutating func proposeMoreTime(_ explanation: Explanation) {
    let isAboutDates = [ArithmeticMessages.runsDoNotFit, ArithmeticMessages.badRunDate]
      .contains(proof.kind)
    if isOfArithmetic && !isAboutDates { return }
    for (index, item) in declarations.items.enumerated()
    where item.entry.word == "rotation"
      && explanation.unrelated[DeclarationPart(item: index)] == nil
    {
      if isAboutDates {
        proposeLater(DeclarationPart(item: index))
        continue
      }
      for position in item.clauses.indices where item.clauses[position].entry.word == "length" {
        let part = DeclarationPart(item: index, clause: position)
        // What decides has been proposed with the others.
        if !explanation.deciding.contains(part) { proposeLength(part, item.clauses[position]) }
      }
    }
  }

  /// Whether the proof is about dates and people, and not about what happens in a run.
  var isOfArithmetic: Bool { Derivation.Depth(for: proof) == .arithmetic }

  /// Writes statements that say a clause anew of what a part stands in.
  func saying(_ part: DeclarationPart) -> (String) -> String {
    let declarations = declarations
    return { declarations.statement(part, saying: $0) }
  }

  mutating func add(_ proposal: Proposal?) {
    if let proposal { all.append(proposal) }
  }

  // MARK: Declarations as a whole

  private mutating func propose(_ part: DeclarationPart, _ declaration: Declaration) {
    let word = declaration.entry.word
    if declaration.entry.role == .form {
      add(drop(part, "without it"))
      return
    }
    switch word {
    case "buses", "beds", "resource":
      guard let count = declaration.value("count")?.integer else { return }
      let name = word == "resource" ? " \(NameSyntax.quoteIfNeeded(declaration.name))" : ""
      let school = declaration.clauses.first { $0.entry.word == "school" }
        .flatMap { $0.value("school")?.string }
        .map { " school \(NameSyntax.quoteIfNeeded($0))" }
      let noun = ["buses": "bus", "beds": "bed"][word] ?? "piece"
      add(
        more(.supply, than: count, upTo: 100_000, noun) {
          "\(word)\(name) \($0)\(school ?? "")"
        })
    case "unit":
      guard let people = declaration.value("people")?.integer, people > 1 else { return }
      let name = NameSyntax.quoteIfNeeded(declaration.name)
      add(fewer(.less, than: people, "people") { "unit \(name) \($0) people" })
    case "run", "class": add(drop(part, "nothing said of it"))
    default: break
    }
  }

  // MARK: Clauses

  private mutating func propose(
    _ part: DeclarationPart, _ clause: EvaluatedClause, of declaration: Declaration
  ) {
    let say = saying(part)
    let word = clause.entry.word
    if declaration.entry.role == .form {
      proposeForSession(part, clause, of: declaration)
      return
    }
    switch (declaration.entry.word, word) {
    case ("venue", "seats"), ("site", "seats"), ("buses", "seats"):
      guard let seats = clause.value("count")?.integer else { return }
      add(more(.supply, than: seats, upTo: 100_000, "seat") { say("seats \($0)") })
    case ("unit", "away"): proposeAway(part, clause)
    case ("teacher", "at most"):
      guard let count = clause.value("count")?.integer else { return }
      let span = clause.has("week") ? "week" : "day"
      add(more(.limit, than: count, upTo: 200, "session") { say("at most \($0) per \(span)") })
    case ("teacher", "available"), ("venue", "open"), ("site", "open"):
      proposeHours(part, clause)
      proposeDays(part, word)
    case ("teacher", "unavailable"), ("venue", "closed"), ("site", "closed"):
      add(without(part))
    case ("plan", "holiday"), ("plan", "closed"): proposeWorkdays(clause)
    case ("plan", "dates"), ("rotation", "ends"): proposeLater(part)
    case ("rotation", "trainees"):
      guard let people = clause.value("people")?.integer, people > 1 else { return }
      add(fewer(.less, than: people, "people") { say("trainees \($0) people") })
    case ("rotation", "runs"): proposeRuns(part, clause)
    case ("rotation", "length"), ("run", "length"): proposeLength(part, clause)
    case ("rotation", "classes"): proposeClasses(part, clause)
    case ("rotation", "at most"):
      guard let count = clause.value("count")?.integer else { return }
      let what = clause.has("runs") ? "runs at once" : "sessions per day"
      add(
        more(.limit, than: count, upTo: count + 20, clause.has("runs") ? "run" : "session") {
          say("at most \($0) \(what)")
        })
    case ("rotation", "starts"), ("run", "starts"): proposeNearbyDays(part, clause)
    case ("run", "people"), ("class", "people"):
      guard let people = clause.value("people")?.integer else { return }
      add(fewer(.rotation, than: people, "people") { say("people \($0)") })
      add(more(.rotation, than: people, upTo: people * 4, "people") { say("people \($0)") })
    default: add(without(part))
    }
  }

  private mutating func proposeAway(_ part: DeclarationPart, _ clause: EvaluatedClause) {
    let say = saying(part)
    if case .percent(let share)? = clause.value("limit"),
      let percent = Int("\(share * 100)".prefix { $0 != "." }), percent < 100
    {
      add(
        Proposal(
          .limit, .least(percent + 1...100), size: { Double($0 - percent) / 100 },
          change: { _ in "from \(percent)%" },
          statement: { say("away at most \($0)%") }))
    } else if let people = clause.value("limit")?.integer {
      add(
        more(.limit, than: people, upTo: people + 1_000_000, "people") {
          say("away at most \($0) people")
        })
    }
  }

  private mutating func proposeRuns(_ part: DeclarationPart, _ clause: EvaluatedClause) {
    guard let runs = clause.value("count")?.integer else { return }
    let say = saying(part)
    func statement(_ count: Int) -> String { say("runs \(count)") }
    func size(_ count: Int) -> Double { Double(abs(count - runs)) / Double(runs) }
    add(
      Proposal(
        .rotation, .inTurn(Array(runs + 1...runs + 12)), size: size,
        change: { "+\(Wording.count($0 - runs, "run"))" }, statement: statement))
    if runs > 1 {
      add(
        Proposal(
          .rotation, .greatest(1...runs - 1), size: size,
          change: { "-\(Wording.count(runs - $0, "run"))" }, statement: statement))
    }
    // The calendar may have no room for one more.
    if let later = later(part) {
      add(
        Proposal(
          .rotation, .least(1...200), size: { size(runs + 1) + Double($0) / 60 },
          change: { "+1 run, +\(Wording.count($0, "calendar day"))" },
          statement: { statement(runs + 1) + "; " + later($0) }))
    }
  }

  private mutating func proposeLength(_ part: DeclarationPart, _ clause: EvaluatedClause) {
    guard let days = clause.value("days")?.integer else { return }
    let say = saying(part)
    func statement(_ count: Int) -> String { say("length \(Wording.count(count, "day"))") }
    func size(_ count: Int) -> Double { Double(abs(count - days)) / Double(days) }
    if isOfArithmetic {
      guard days > 1 else { return }
      add(
        Proposal(
          .rotation, .greatest(1...days - 1), size: size,
          change: { "-\(Wording.count(days - $0, "teaching day"))" }, statement: statement))
      return
    }
    add(
      Proposal(
        .rotation, .inTurn(Array(days + 1...days + 10)), size: size,
        change: { "+\(Wording.count($0 - days, "teaching day"))" }, statement: statement))
    guard let later = later(part) else { return }
    // Longer runs with as many more days of the calendar as they take, weekends and holidays among them.
    let runs = max(1, programme.runs.count)
    for more in 1...4 {
      var proposal = Proposal(
        .rotation, .least(1...7 + 3 * more * runs), size: { _ in size(days + more) + 0.5 },
        change: { _ in "+\(Wording.count(more, "teaching day"))" },
        statement: { statement(days + more) + "; " + later($0) })
      proposal.series = "length of \(part.item)"
      add(proposal)
    }
  }

  private mutating func proposeClasses(_ part: DeclarationPart, _ clause: EvaluatedClause) {
    let say = saying(part)
    if let most = clause.value("people")?.integer {
      if most > 1 {
        add(fewer(.rotation, than: most, "people") { say("classes at most \($0) people") })
      }
      add(
        more(.rotation, than: most, upTo: most * 10, "people") {
          say("classes at most \($0) people")
        })
    } else if let count = clause.value("count")?.integer {
      add(more(.rotation, than: count, upTo: count * 10, "class") { say("classes \($0)") })
      if count > 1 { add(fewer(.rotation, than: count, "class") { say("classes \($0)") }) }
    }
  }

  /// A later end of the plan, and of a rotation that ends on a day.
  private mutating func proposeLater(_ part: DeclarationPart) {
    guard let later = later(part) else { return }
    add(
      Proposal(
        .rotation, .least(1...400), size: { Double($0) / 30 },
        change: { "+\(Wording.count($0, "calendar day"))" }, statement: later))
  }

  /// Statements that let the plan end some days later, and the rotation that a part belongs to.
  private func later(_ part: DeclarationPart) -> ((Int) -> String)? {
    guard let dates = plan.calendar.dates, let settings = declarations.part("plan") else {
      return nil
    }
    let name = declarations.declaration(of: DeclarationPart(item: part.item))?.name
    let rotation = plan.rotations.first { $0.name == name }
    let ends = rotation?.ends
    let say = saying(DeclarationPart(item: part.item))
    let sayDates = saying(settings)
    return { days in
      let day = (ends ?? dates.upperBound).advanced(by: days)
      var statements: [String] = []
      if day > dates.upperBound {
        statements.append(sayDates("dates \(dates.lowerBound.iso) .. \(day.iso)"))
      }
      if ends != nil { statements.append(say("ends \(day.iso)")) }
      return statements.joined(separator: "; ")
    }
  }

  /// A day or several before or after the one named.
  private mutating func proposeNearbyDays(_ part: DeclarationPart, _ clause: EvaluatedClause) {
    guard case .date(let day)? = clause.value("date") else {
      add(without(part))
      return
    }
    let say = saying(part)
    for steps in [Array(1...20), (1...20).map { -$0 }] {
      add(
        Proposal(
          .rotation, .inTurn(steps), size: { Double(abs($0)) / 30 },
          change: { "\($0 > 0 ? "+" : "-")\(Wording.count(abs($0), "calendar day"))" },
          statement: { say("starts \(day.advanced(by: $0).iso)") }))
    }
    add(without(part))
  }

  /// One more day on which somebody comes, or something is open.
  private mutating func proposeDays(_ part: DeclarationPart, _ word: String) {
    let days = plan.calendar.days.map(\.day)
    let say = saying(part)
    add(
      Proposal(
        .choice, .inTurn(Array(days.indices.prefix(60))), size: { _ in 0.5 },
        change: { _ in "one more day" },
        statement: { say("\(word) \(days[$0].iso)") }))
    add(without(part))
  }

  /// Longer hours on the days that are said, up to where periods begin or end.
  private mutating func proposeHours(_ part: DeclarationPart, _ clause: EvaluatedClause) {
    let windows = clause.value("windows")?.items ?? []
    let spans = windows.flatMap(\.items).compactMap { part -> Range<Int>? in
      if case .timeSpan(let span) = part { span } else { nil }
    }
    guard let span = spans.first, spans.allSatisfy({ $0 == span }) else { return }
    let periods = plan.calendar.periods.map(\.times)
    let begins = Set(periods.map(\.lowerBound).filter { $0 < span.lowerBound } + [span.lowerBound])
    let ends = Set(periods.map(\.upperBound).filter { $0 > span.upperBound } + [span.upperBound])
    let longer = begins.flatMap { begin in ends.map { begin..<$0 } }.filter { $0 != span }
      .sorted { ($0.count, $0.lowerBound) < ($1.count, $1.lowerBound) }
    guard !longer.isEmpty else { return }
    let word = clause.entry.word
    let arguments = declarations.arguments(of: part)
    let old = Value.timeSpan(span).source
    let say = saying(part)
    add(
      Proposal(
        .choice, .inTurn(Array(longer.indices.prefix(20))),
        size: { Double(longer[$0].count - span.count) / 240 },
        change: { "+\(longer[$0].count - span.count) min" },
        statement: {
          say("\(word) " + arguments.replacing(old, with: Value.timeSpan(longer[$0]).source))
        }))
  }

  /// Teaching on days that were to be free.
  private mutating func proposeWorkdays(_ clause: EvaluatedClause) {
    guard let settings = declarations.part("plan") else { return }
    for dates in (clause.value("dates")?.items ?? []).prefix(5) {
      let text = dates.source
      add(
        Proposal(
          .choice, declarations.statement(settings, saying: "workday \(text)"),
          "taught on after all"))
    }
  }

  // MARK: Numbers

  func more(
    _ sort: Proposal.Sort, than number: Int, upTo most: Int, _ noun: String,
    _ statement: @escaping (Int) -> String
  ) -> Proposal? {
    guard number < most else { return nil }
    return Proposal(
      sort, .least(number + 1...most), size: { Double($0 - number) / Double(max(1, number)) },
      change: { "+\(Wording.count($0 - number, noun))" }, statement: statement)
  }

  func fewer(
    _ sort: Proposal.Sort, than number: Int, _ noun: String, _ statement: @escaping (Int) -> String
  ) -> Proposal? {
    guard number > 1 else { return nil }
    return Proposal(
      sort, .greatest(1...number - 1), size: { Double(number - $0) / Double(number) },
      change: { "-\(Wording.count(number - $0, noun))" }, statement: statement)
  }

  /// The rule taken out.
  func without(_ part: DeclarationPart) -> Proposal? {
    guard let statement = declarations.statement(without: part) else { return nil }
    return Proposal(.rule, statement, "without `\(declarations.clauseText(of: part))`")
  }

  func drop(_ part: DeclarationPart, _ change: String) -> Proposal? {
    declarations.statement(dropping: part).map { Proposal(.less, $0, change) }
  }
}
