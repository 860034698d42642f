import RotaDiagnostics

/// An entry of the vocabulary, made ready for the parser. A class, because the parser hands it
/// about for every word it reads.
final class Head: Sendable {
  let entry: VocabularyEntry
  /// Its words as they are set against those of a text that are none.
  let spelled: SpelledWord
  /// The words it begins with; none where the usage begins with a slot.
  let words: [String]
  /// The usage after those words.
  let elements: [Usage.Element]

  init(_ entry: VocabularyEntry) {
    self.entry = entry
    spelled = SpelledWord(entry.word)
    guard entry.role != .control, entry.role != .function, entry.role != .unit else {
      words = [entry.word]
      elements = []
      return
    }
    let words = entry.word.split(separator: " ").map(String.init)
    let usage = Usage(parsing: entry.usage).elements
    let beginsWithWords =
      usage.count >= words.count
      && zip(usage, words).allSatisfy { $0 == .word($1) }
    self.words = beginsWithWords ? words : []
    self.elements = beginsWithWords ? Array(usage.dropFirst(words.count)) : usage
  }

  /// What a planner may say inside a declaration.
  var isClause: Bool { entry.role == .clause || entry.role == .preference }

  /// It is known by the word after a range of numbers.
  var beginsWithRange: Bool {
    if case .slot(.range, _)? = elements.first { return words.isEmpty }
    return false
  }
}

extension Head {
  func words(from index: Int) -> String { words.dropFirst(index).joined(separator: " ") }
}

extension Head: Hashable {
  static func == (a: Head, b: Head) -> Bool { a === b }
  func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

/// The heads that may stand in one context.
final class Grammar: Sendable {
  let context: Context
  /// Heads that begin with the same word, those of most words first.
  private struct Family {
    let word: [UInt8]
    let heads: [Head]
  }
  /// By the first byte of that word: to compare bytes where they stand is quicker than to make a text
  /// of every word, and most names are seen by their first byte not to be any of these.
  private let families: [[Family]]
  /// Those whose usage begins with a slot: `COUNT periods`.
  let leadingSlots: [Head]
  /// All of them in the order of the vocabulary.
  let all: [Head]

  private init(_ context: Context) {
    self.context = context
    all = Vocabulary.entries(in: context).filter { $0.role != .unit && $0.role != .function }
      .map(Head.init)
    leadingSlots = all.filter(\.words.isEmpty)
    var heads: [String: [Head]] = [:]
    for head in all {
      if let first = head.words.first { heads[first, default: []].append(head) }
    }
    var families = Array(repeating: [Family](), count: 256)
    for (word, list) in heads {
      let sorted = list.enumerated()
        .sorted { ($1.element.words.count, $0.offset) < ($0.element.words.count, $1.offset) }
        .map(\.element)
      let bytes = Array(word.utf8)
      families[Int(bytes.first ?? 0)].append(Family(word: bytes, heads: sorted))
    }
    self.families = families
  }

  /// The heads whose first word this is, those of most words first.
  func heads(beginningWith word: ArraySlice<UInt8>) -> [Head] {
    guard let initial = word.first else { return [] }
    let families = families[Int(initial)]
    for index in families.indices where families[index].word.count == word.count {
      if families[index].word.elementsEqual(word) { return families[index].heads }
    }
    return []
  }

  /// The words of every clause, by the first of them, those of most words first. `COUNT periods` goes
  /// by `periods`.
  static let clauseWords: [String: [(words: [String], head: Head)]] = {
    var table: [String: [(words: [String], head: Head)]] = [:]
    for entry in Vocabulary.clauses where entry.role == .clause {
      let words = entry.word.split(separator: " ").map(String.init)
      guard let first = words.first, !(table[first] ?? []).contains(where: { $0.words == words })
      else { continue }
      table[first, default: []].append((words, Head(entry)))
    }
    return table.mapValues { list in
      list.enumerated().sorted {
        ($1.element.words.count, $0.offset) < ($0.element.words.count, $1.offset)
      }.map(\.element)
    }
  }()

  static subscript(context: Context) -> Grammar {
    // One constant each, so that starting up reads only the usages that the first statement needs.
    switch context {
    case .top: top
    case .plan: plan
    case .school: school
    case .zone: zone
    case .venue: venue
    case .site: site
    case .teacher: teacher
    case .unit: unit
    case .buses: buses
    case .beds: beds
    case .resource: resource
    case .form: form
    case .module: module
    case .session: session
    case .rotation: rotation
    case .run: run
    case .studyClass: studyClass
    case .preference: preference
    case .standard: standard
    case .timetable: timetable
    case .options: options
    case .expression: expression
    }
  }

  private static let top = Grammar(.top)
  private static let plan = Grammar(.plan)
  private static let school = Grammar(.school)
  private static let zone = Grammar(.zone)
  private static let venue = Grammar(.venue)
  private static let site = Grammar(.site)
  private static let teacher = Grammar(.teacher)
  private static let unit = Grammar(.unit)
  private static let buses = Grammar(.buses)
  private static let beds = Grammar(.beds)
  private static let resource = Grammar(.resource)
  private static let form = Grammar(.form)
  private static let module = Grammar(.module)
  private static let session = Grammar(.session)
  private static let rotation = Grammar(.rotation)
  private static let run = Grammar(.run)
  private static let studyClass = Grammar(.studyClass)
  private static let preference = Grammar(.preference)
  private static let standard = Grammar(.standard)
  private static let timetable = Grammar(.timetable)
  private static let options = Grammar(.options)
  private static let expression = Grammar(.expression)

  static let ownForm = Head(Vocabulary.ownForm)
}

extension Vocabulary {
  /// The words that can follow a number.
  static let unitWords: Set<String> = Set(units.map(\.word))
}

extension VocabularyEntry {
  /// The whole usage as grammar.
  public var parsedUsage: Usage { Usage(parsing: usage) }
}
