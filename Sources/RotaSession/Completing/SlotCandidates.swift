import RotaInterchange
import RotaLanguage
import RotaPlanning
import RotaSyntax

extension Workspace {
  /// What may fill a place, in the plan's order.
  ///
  /// - Parameter typed: what stands there already; long lists leave out what does not go on from it.
  mutating func candidates(
    for place: Expectations.Place, typed: String, _ state: LanguageState
  ) -> [Candidate] {
    let names = PlanNames(derived(state), state)
    switch place.slot {
    case .name: return self.names(at: place, names).map { .name($0) }
    case .names: return names.all.map { .name($0) }
    case .owner: return (names.all + names.sessions).map { .name($0) }
    case .places:
      // A session that is moved goes to a place; only its description can leave open which.
      let words = place.entry?.role == .command ? [] : names.placeWords
      return (words + names.places).map { .name($0) }
    case .place: return names.places.map { .name($0) }
    case .venue: return names.declared("venue").map { .name($0) }
    case .teachers, .teacher: return (names.declared("teacher") + names.roles).map { .name($0) }
    case .roles: return names.roles.map { .name($0) }
    case .units, .unit: return names.declared("unit").map { .name($0) }
    case .modules, .module: return names.declared("module").map { .name($0) }
    case .sessions, .session, .topics: return names.sessions.map { .name($0) }
    case .period, .periods: return names.periods.map { .name($0) }
    case .theme: return names.themes.map { .name($0) }
    case .school, .zone, .resource, .rotation, .standard:
      return names.declared(place.slot.rawValue.lowercased()).map { .name($0) }
    case .form: return names.forms.map { .name($0) }
    case .audience: return names.audiences(after: place.before).map { .name($0) }
    case .scenario: return board.scenarios.map { .name($0.name) }
    case .scenarios: return ([Scenario.present] + board.scenarios.map(\.name)).map { .name($0) }
    case .languages: return Plan.Language.allCases.map { .bare($0.rawValue) }
    case .paper: return Plan.Paper.allCases.map { .bare($0.rawValue) }
    case .timeZone: return TimeZoneNames.known.map { .name($0) }
    case .option: return Vocabulary.options.map { .word($0.word, help: $0.help) }
    case .kind: return Vocabulary.kinds.map { .word($0.word, help: $0.help) }
    case .clause: return Self.clauses
    case .listing:
      return Listing.all.map { .word($0.word, help: $0.fields.joined(separator: ", ")) }
    case .field: return place.listing.flatMap(Listing.named)?.fields.map { .word($0) } ?? []
    case .word: return choices(at: place)
    case .wish: return state.declarations.wishes.map { .word($0) }
    case .subject: return HelpCommand.subjects(withErrors: !typed.isEmpty)
    case .weekdays: return Weekday.allCases.map { .word($0.word) }
    case .date, .dates: return names.days(for: place.entry).map { .date($0) }
    case .windows:
      return Weekday.allCases.map { .word($0.word) } + names.periods.map { .name($0) }
        + names.days(for: place.entry).map { .date($0) }
    case .value, .values: return values(at: place, names, state)
    case .number: return AudienceNumbers(names.derived).candidates(after: place.before)
    case .steps, .point, .points: return steps(for: place, typed: typed)
    case .repair:
      guard !repairs.isEmpty, mended == DeclarationWriter.text(state) else { return [] }
      return repairs.enumerated().map { .word(String($0 + 1), help: $1) }
    case .numeral, .count, .people, .duration, .days, .percent, .limit, .times, .numbers, .range,
      .text, .said, .file:
      return []
    }
  }

  /// The clauses of all declarations, each once.
  private static var clauses: [Candidate] {
    var seen: Set<String> = []
    return Vocabulary.clauses.filter { $0.role == .clause && seen.insert($0.word).inserted }
      .map { .word($0.word, help: $0.help) }
  }

  /// Names where the usage says no more than that one stands there: those of the kind before it, or
  /// what the same clause says elsewhere in the plan.
  private func names(at place: Expectations.Place, _ names: PlanNames) -> [String] {
    guard let entry = place.entry else { return [] }
    if entry.role == .clause { return names.given(to: entry) }
    let word = place.before.split(separator: " ").last.map(String.init) ?? ""
    if word == "session" { return names.sessions }
    return Vocabulary.kinds.contains { $0.word == word } ? names.declared(word) : []
  }

  /// Words of which one is chosen.
  private func choices(at place: Expectations.Place) -> [Candidate] {
    let words = place.before.split(separator: " ").map(String.init)
    switch place.entry?.word {
    case "set":
      if words.last == "output" {
        return Settings.OutputFormat.allCases.map { .word($0.rawValue, help: $0.meaning) }
      }
      // They stand in the usage of the option.
      let option = Vocabulary.options.first { $0.word == words.last }
      return option?.parsedUsage.words.dropFirst(2).map { .word($0) } ?? []
    case "import csv": return TableKind.allCases.map { .word($0.rawValue, help: $0.meaning) }
    case "import": return ImportFormat.allCases.map { .word($0.rawValue, help: $0.meaning) }
    case "export":
      return ExportCommand.formats.map { .word($0, help: ExportCommand.meaning(of: $0)) }
    default: return []
    }
  }

  /// Values in an expression: what a column of a listing holds, the columns, or anything that has a
  /// value.
  private mutating func values(
    at place: Expectations.Place, _ names: PlanNames, _ state: LanguageState
  ) -> [Candidate] {
    let listing = place.listing.flatMap(Listing.named)
    if let field = place.field {
      guard let listing else { return [] }
      return values(of: field, in: listing, names, state)
    }
    if !place.labels.isEmpty { return place.labels.map { .word($0 + ":") } }
    if let listing { return listing.fields.map { .word($0) } }
    return Vocabulary.functions.map { .word($0.word + "(", help: $0.help) }
      + state.globals.variables.keys.sorted().map { .word($0) }
  }

  /// What a column of a listing is compared with.
  private func values(
    of field: String, in listing: Listing, _ names: PlanNames, _ state: LanguageState
  ) -> [Candidate] {
    func known(_ names: [String]) -> [Candidate] { names.map { .value($0, isKnown: true) } }
    switch field {
    case "form": return known(names.forms)
    case "session": return known(names.sessions)
    case "module", "rotation", "teacher", "zone", "school", "unit":
      return known(names.declared(field))
    case "theme": return known(names.themes)
    case "period": return known(names.periods)
    case "place": return known(names.declared("venue", "site"))
    case "room": return known(names.declared("venue"))
    case "weekday": return Weekday.allCases.map { .word($0.word) }
    case "date": return names.days(for: nil).map { .date($0) }
    case "run", "class": return AudienceNumbers(names.derived).candidates(after: field)
    case "placed", "locked", "streams", "remote": return [.word("true"), .word("false")]
    default: break
    }
    let words = words(of: field, in: listing, names)
    let isKnown = state.known(among: words)
    return words.sorted().map { .value($0, isKnown: isKnown.contains($0)) }
  }

  /// The words that a column holds, which are the plan's own.
  private func words(of field: String, in listing: Listing, _ names: PlanNames) -> Set<String> {
    // Rows are made only where they are few, or hold words that nothing else tells.
    if Listing.amounts.contains(field) { return [] }
    switch (listing.word, field) {
    case ("costs", "wish"):
      let plan = names.derived.plan
      return Set(plan.preferences.map { CostText.words($0.wish, in: plan) })
    case ("costs", "name"): return Set(names.derived.programme.classes.compactMap(\.name))
    default: break
    }
    var words: Set<String> = []
    for row in listing.rows(self, names.derived) {
      if case .name(let name)? = row.fields[field] { words.insert(name) }
    }
    return words
  }

  /// Numbers of `history` with the statements, the last one first.
  private func steps(for place: Expectations.Place, typed: String) -> [Candidate] {
    // A script can have made a hundred thousand.
    let most = 200
    let isRedo = place.entry?.word == "redo"
    let steps = isRedo ? journey.undone : journey.done
    // How many are taken back, or the statement's own number.
    let counts = place.slot == .steps
    let numbers = steps.indices.lazy.map { counts ? $0 + 1 : steps.count - $0 }
      .filter { String($0).hasPrefix(typed) }.prefix(most)
    let found = Array(numbers).map { number in
      Candidate.word(
        String(number), help: text(of: steps[counts ? steps.count - number : number - 1]))
    }
    return counts ? found : found + [.word("0", help: "the beginning")]
  }
}
