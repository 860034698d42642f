import RotaDiagnostics
import RotaInterchange
import RotaLanguage
import RotaPlanning
import RotaSyntax

/// What may stand at the cursor.
public struct CompletionList: Sendable, Equatable {
  public struct Item: Sendable, Equatable {
    /// What is written, quoted where it must be.
    public var text: String
    /// One line about it; empty for the plan's own names.
    public var help: String

    public init(text: String, help: String) {
      self.text = text
      self.help = help
    }
  }
  /// The UTF-8 offset from which the text before the cursor is replaced.
  public var replaceFrom: Int
  public var items: [Item]
  /// A file's path is asked for: the terminal knows which there are.
  public var wantsFile: Bool
}

extension Shell {
  /// Words and names that can stand at a cursor (a UTF-8 offset) in a text being typed.
  public func completions(for text: String, cursor: Int) -> CompletionList {
    let source = SourceText(name: "", text: text)
    let expected = Parser.expectations(in: source, at: cursor)
    let typed = source.slice(expected.replacing.lowerBound, cursor)
    let start = typed.hasPrefix("\"") ? String(typed.dropFirst()) : typed
    var items = expected.words.filter { $0.word.hasPrefix(typed) }
      .map { CompletionList.Item(text: $0.word, help: $0.help) }
    var seen = Set(items.map(\.text))
    var copy = workspace
    let derived = copy.derived(state)
    // A window may name periods too, quoted as names are.
    let slots = expected.slots.flatMap { $0 == .windows ? [$0, .periods] : [$0] }
    let line = source.line(source.lineIndex(of: cursor))
    if slots.contains(.number) {
      let lineStart = source.lineStarts[source.lineIndex(of: cursor)]
      let before = source.slice(lineStart, max(lineStart, expected.replacing.lowerBound))
      items += AudienceNumbers(derived).items(after: before).filter { $0.text.hasPrefix(typed) }
    }
    for slot in slots {
      for name in copy.names(for: slot, on: line, derived, state)
      where name.hasPrefix(start) {
        let isName = slot.isFilledByNames && !slot.isFilledByWords
        let written =
          typed.hasPrefix("\"")
          ? "\"\(name)\"" : isName ? NameSyntax.quoteIfNeeded(name) : name
        if seen.insert(written).inserted {
          items.append(CompletionList.Item(text: written, help: ""))
        }
      }
    }
    return CompletionList(
      replaceFrom: expected.replacing.lowerBound, items: items,
      wantsFile: expected.slots.contains(.file))
  }
}

extension Workspace {
  /// Names of the plan that may fill a slot, in the plan's order.
  ///
  /// - Parameter line: the line being typed, whose first words tell which names are meant.
  func names(
    for slot: Usage.Slot, on line: String, _ derived: Derived, _ state: LanguageState
  ) -> [String] {
    // A plan with an error elsewhere still has names: they come from the declarations.
    func declared(_ kinds: String...) -> [String] {
      state.declarations.items.filter { kinds.contains($0.entry.word) }.map(\.name)
    }
    switch slot {
    case .places: return ["any"] + placeWords(derived) + declared("venue", "site", "zone", "school")
    case .teachers, .teacher:
      var roles: [String] = []
      for teacher in derived.plan.teachers {
        for role in teacher.roles where !roles.contains(role) { roles.append(role) }
      }
      return declared("teacher") + roles
    case .units: return declared("unit")
    case .modules: return declared("module")
    case .sessions, .session, .topics:
      var names: [String] = []
      var seen: Set<String> = []
      for module in state.declarations.items where module.entry.word == "module" {
        for session in module.children where seen.insert(session.name).inserted {
          names.append(session.name)
        }
      }
      return names
    case .periods:
      var names: [String] = []
      for period in derived.plan.calendar.periods where !names.contains(period.name) {
        names.append(period.name)
      }
      return names
    case .roles:
      return derived.plan.teachers.flatMap(\.roles).reduce(into: []) { names, role in
        if !names.contains(role) { names.append(role) }
      }
    case .school: return declared("school")
    case .zone: return declared("zone")
    case .form: return Vocabulary.forms.map(\.word) + declared("form")
    case .resource: return declared("resource")
    case .rotation: return declared("rotation")
    case .option: return Vocabulary.options.map(\.word)
    case .scenario: return board.scenarios.map(\.name)
    case .scenarios: return [Scenario.present] + board.scenarios.map(\.name)
    case .kind:
      let words = Vocabulary.kinds.map(\.word)
      return first(of: line) == "list" ? Listing.all.map(\.word) : words
    case .word:
      switch first(of: line) {
      case "list": return listing(on: line)?.fields ?? []
      case "export": return ExportCommand.formats
      case "import":
        return line.hasPrefix("import csv")
          ? TableKind.allCases.map(\.rawValue) : CourseCommands.formats
      default: return []
      }
    case .name, .names: return declaredNames(on: line, state)
    case .weekdays: return Weekday.allCases.map(\.word)
    case .date, .dates, .windows:
      return derived.plan.calendar.days.prefix(60).map(\.day.iso)
    case .value, .values:
      if let listing = listing(on: line) { return listing.fields }
      return Vocabulary.functions.map { $0.word + "(" } + state.globals.variables.keys.sorted()
    case .number, .count, .people, .duration, .days, .percent, .limit, .times, .numbers, .range,
      .text, .file:
      return []
    }
  }

  private func placeWords(_ derived: Derived) -> [String] {
    var words: [String] = []
    for kind in derived.plan.places.compactMap(\.kind) where !words.contains(kind) {
      words.append(kind)
    }
    return words + ["venue", "site"]
  }

  /// Names of the kind that the line speaks of last, `venue` in `show timetable of venue`; those of
  /// all kinds where it speaks of none.
  private func declaredNames(on line: String, _ state: LanguageState) -> [String] {
    let kinds = Set(Vocabulary.kinds.map(\.word))
    let kind = line.split(separator: " ").last { kinds.contains(String($0)) }.map(String.init)
    return state.declarations.items
      .filter { kind == nil || $0.entry.word == kind }
      .map(\.name).filter { !$0.isEmpty }
  }

  /// The sort of thing that a `list` on the line is about.
  private func listing(on line: String) -> Listing? {
    let words = line.split(separator: " ")
    return words.first == "list" && words.count > 1 ? Listing.named(String(words[1])) : nil
  }

  private func first(of line: String) -> String? {
    line.split(separator: " ").first.map(String.init)
  }
}

extension Usage.Slot {
  /// What fills it is a name of the plan, quoted where it must be.
  fileprivate var isFilledByNames: Bool { takesName || takesNames }

  /// What fills it is a word of the vocabulary, never quoted.
  fileprivate var isFilledByWords: Bool {
    switch self {
    case .kind, .option, .word: true
    default: false
    }
  }
}
