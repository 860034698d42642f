/// The grammar of one entry, read from the same line that `help` prints.
///
/// - Lower-case words stand for themselves.
/// - `UPPER` is a slot; `label:UPPER` gives it a label of its own, else the label is the slot's
///   name in lower case. `SLOT` is one of `Usage.Slot`.
/// - `[ … ]` may be left out; `( a | b )` takes the first alternative that fits.
/// - `<session>` and `<audience>` stand for the shared usages in `Usage.shared`.
///
/// A bare word never fills an optional slot or continues a list where it is a word of the entry's
/// surroundings: in `holiday 2023-04-05 workday 2023-04-01` the second word is a clause.
public struct Usage: Sendable, Hashable {
  public enum Element: Sendable, Hashable {
    case word(String)
    case slot(Slot, label: String)
    case optional([Element])
    case choice([[Element]])
  }

  public let elements: [Element]

  /// What a slot takes. The first group are names, the second values, the third whole texts.
  public enum Slot: String, Sendable, CaseIterable {
    /// A new or any name.
    case name = "NAME"
    /// Comma-separated names of one sort; the sort tells completion what to offer.
    case names = "NAMES"
    case places = "PLACES"
    case teachers = "TEACHERS"
    case units = "UNITS"
    case modules = "MODULES"
    case sessions = "SESSIONS"
    case topics = "TOPICS"
    case periods = "PERIODS"
    case roles = "ROLES"
    case school = "SCHOOL"
    case zone = "ZONE"
    case form = "FORM"
    case resource = "RESOURCE"
    case rotation = "ROTATION"
    case session = "SESSION"
    case teacher = "TEACHER"
    case kind = "KIND"
    /// The words that a clause begins with.
    case clause = "CLAUSE"
    /// What such a clause says, to tell one from others.
    case said = "SAID"
    case option = "OPTION"
    case word = "WORD"
    /// The name of a scenario.
    case scenario = "SCENARIO"
    case scenarios = "SCENARIOS"
    /// One period of the day.
    case period = "PERIOD"
    /// The name of a class, or a rotation.
    case audience = "AUDIENCE"
    /// A venue, a site, a zone or a school.
    case place = "PLACE"
    case venue = "VENUE"
    case unit = "UNIT"
    case module = "MODULE"
    case theme = "THEME"
    case standard = "STANDARD"
    /// What a clause is taken out of.
    case owner = "OWNER"
    /// What `list` and `count` take, and a column of it.
    case listing = "LISTING"
    case field = "FIELD"
    case languages = "LANGUAGES"
    case paper = "PAPER"
    case timeZone = "TIMEZONE"

    /// Expressions; the evaluator checks the type named.
    case number = "NUMBER"
    /// A number that need not be whole: that of an article, 14.1.
    case numeral = "NUMERAL"
    case count = "COUNT"
    case people = "PEOPLE"
    case duration = "DURATION"
    case days = "DAYS"
    case percent = "PERCENT"
    case limit = "LIMIT"
    case date = "DATE"
    case dates = "DATES"
    case times = "TIMES"
    case weekdays = "WEEKDAYS"
    /// Numbers and ranges of numbers, comma-separated.
    case numbers = "NUMBERS"
    /// Two numbers, or one for both: `2..4`.
    case range = "RANGE"
    /// Comma-separated windows of dates, weekdays, times and periods of the day side by side:
    /// `Tue..Fri 09:00-17:00`, `2027-03-01 am`.
    case windows = "WINDOWS"
    case text = "TEXT"
    case value = "VALUE"
    case values = "VALUES"
    /// How many statements of `history`; one of its numbers; several of them.
    case steps = "STEPS"
    case point = "POINT"
    case points = "POINTS"
    /// The number of a repair that `why` listed.
    case repair = "REPAIR"

    /// A path: a string, or bare text up to the next space.
    case file = "FILE"
    /// Words up to the end of the statement, in quotes or bare: what `help` is asked about.
    case subject = "SUBJECT"
    /// A wish as it was said, up to the end of the statement, or its number among the wishes.
    case wish = "WISH"

    /// It takes all words up to the end of the statement.
    var takesRest: Bool { self == .subject || self == .wish }

    public var takesNames: Bool {
      switch self {
      case .names, .places, .teachers, .units, .modules, .sessions, .topics, .periods, .roles,
        .scenarios, .languages:
        true
      default: false
      }
    }

    public var takesName: Bool {
      switch self {
      case .name, .school, .zone, .form, .resource, .rotation, .session, .teacher, .kind, .option,
        .word, .scenario, .period, .audience, .place, .venue, .unit, .module, .theme, .standard,
        .owner, .clause, .listing, .field, .paper, .timeZone:
        true
      default: false
      }
    }
  }

  /// Usages that several entries share.
  public static let shared: [String: String] = [
    "audience": """
    ( group NUMBER of class class:NUMBER of run run:NUMBER [of ROTATION] \
    | class class:NUMBER of run run:NUMBER [of ROTATION] \
    | run run:NUMBER [of ROTATION] | AUDIENCE )
    """,
    "session": "SESSION [meeting meeting:COUNT] [of <audience>]",
    "target": """
    ( class <class> | run ( run:NUMBER [of ROTATION] | AUDIENCE ) | rotation NAME \
    | school NAME | teacher NAME | venue NAME | site NAME | day DATE )
    """,
    "class": "( class:NUMBER of run run:NUMBER [of ROTATION] | AUDIENCE )",
  ]
}

extension Usage {
  /// What an amount counts, where the words behind it say so: `sessions` and `runs` in `at most COUNT (runs
  /// at once | [sessions] per day)`.
  public func counted(by label: String) -> [String] {
    for (element, next) in zip(elements, elements.dropFirst()) {
      if case .slot(_, label) = element { return Self.first(of: next).filter { $0 != "per" } }
    }
    return []
  }

  /// The words with which an element may begin.
  private static func first(of element: Element) -> [String] {
    switch element {
    case .word(let word): [word]
    case .slot: []
    case .optional(let inner): inner.prefix(1).flatMap(first)
    case .choice(let alternatives): alternatives.flatMap { $0.prefix(1).flatMap(first) }
    }
  }

  /// The words in it that may be left out by themselves: `sessions` of `at most COUNT [sessions] per day`.
  public var fillers: Set<String> { Set(Self.fillers(in: elements)) }

  private static func fillers(in elements: [Element]) -> [String] {
    elements.flatMap { element -> [String] in
      switch element {
      case .word, .slot: []
      case .optional(let inner):
        inner.compactMap { if case .word(let word) = $0 { word } else { nil } }
      case .choice(let alternatives): alternatives.flatMap(fillers)
      }
    }
  }

  /// The words in it that stand for themselves, in the order in which they stand.
  public var words: [String] { Self.words(in: elements) }

  private static func words(in elements: [Element]) -> [String] {
    elements.flatMap { element -> [String] in
      switch element {
      case .word(let word): [word]
      case .slot: []
      case .optional(let inner): words(in: inner)
      case .choice(let alternatives): alternatives.flatMap(words)
      }
    }
  }

  /// The part of it that begins with a word, as usages are written: `for DURATION` of `solve [for DURATION]
  /// [seed NUMBER]`. Where the word stands in it more than once, the one that is chosen among others counts:
  /// `run NUMBER` of `(class NUMBER of run NUMBER | run NUMBER)`. Nil where that tells none from the rest.
  public func part(from word: String) -> String? {
    let parts = Self.parts(from: word, of: elements)
    let chosen = parts.count > 1 ? parts.filter(\.isChosen) : parts
    return chosen.count == 1 ? Self.text(of: Array(chosen[0].elements)) : nil
  }

  /// - Parameter isChosen: whether the elements are one alternative of several.
  private static func parts(
    from word: String, of elements: [Element], isChosen: Bool = false
  ) -> [(elements: ArraySlice<Element>, isChosen: Bool)] {
    var found: [(elements: ArraySlice<Element>, isChosen: Bool)] = []
    for (index, element) in elements.enumerated() {
      switch element {
      case .word(word): found.append((elements[index...], isChosen && index == 0))
      case .word, .slot: break
      case .optional(let inner): found += parts(from: word, of: inner)
      case .choice(let alternatives):
        found += alternatives.flatMap { parts(from: word, of: $0, isChosen: true) }
      }
    }
    return found
  }

  private static func text(of elements: [Element]) -> String {
    elements.map { element in
      switch element {
      case .word(let word): word
      case .slot(let slot, _): slot.rawValue
      case .optional(let inner): "[\(text(of: inner))]"
      case .choice(let alternatives):
        "(\(alternatives.map { text(of: $0) }.joined(separator: " | ")))"
      }
    }.joined(separator: " ")
  }
}
