import RotaPlanning

/// Words, names, dates and numbers in the languages of a report.
struct Labels: Sendable {
  /// The main one first; never empty.
  let languages: [Plan.Language]
  var main: Plan.Language { languages.first ?? .english }

  /// Whether dates are those of ISO 8601 and numbers bare, for programs that read them.
  let isPlain: Bool

  /// Programs read one language, the main one.
  init(_ languages: [Plan.Language], isPlain: Bool = false) {
    let some = languages.isEmpty ? [.english] : languages
    self.languages = isPlain ? Array(some.prefix(1)) : some
    self.isPlain = isPlain
  }
  init(_ language: Plan.Language) { self.init([language]) }

  var isChinese: Bool { main == .simplifiedChinese || main == .traditionalChinese }

  // MARK: Words

  func callAsFunction(_ label: Label) -> String { label.wording[main] }

  /// With what is filled in.
  func callAsFunction(_ label: Label, _ value: String) -> String {
    Self.fill(label.wording[main], value)
  }

  static func fill(_ pattern: String, _ value: String) -> String {
    guard let hole = pattern.firstIndex(of: "{") else { return pattern }
    let after = pattern.index(hole, offsetBy: 2, limitedBy: pattern.endIndex) ?? pattern.endIndex
    return pattern[..<hole] + value + pattern[after...]
  }

  /// The same words in one language at a time.
  var each: [Labels] { languages.map { Labels([$0], isPlain: isPlain) } }

  /// What a function says in each language, where they differ: `上午 / Morning`.
  func sideBySide(_ text: (Labels) -> String) -> String {
    if languages.count == 1 { return text(self) }
    var distinct: [String] = []
    for one in each.map(text) where !distinct.contains(one) { distinct.append(one) }
    return distinct.joined(separator: Self.beside)
  }

  static let beside = " / "

  /// In all languages, as headings of columns are printed.
  func heading(_ label: Label) -> String { inAll { label.wording[$0] } }

  /// In all languages where they differ.
  func inAll(_ words: (Plan.Language) -> String) -> String {
    var distinct: [String] = []
    for language in languages {
      let word = words(language)
      if !distinct.contains(word) { distinct.append(word) }
    }
    return distinct.joined(separator: Self.beside)
  }

  func form(_ word: String) -> String {
    inAll { FormLabel(rawValue: word)?.wording[$0] ?? word }
  }

  /// `2月23日`'s weekday: `周四`, `Thu`, `Thứ Năm`.
  func weekday(_ day: Day) -> String {
    inAll { WeekdayLabel(rawValue: day.weekday.rawValue)?.wording[$0] ?? day.weekday.word }
  }

  /// `周四`, `Thu`, `T5`: for heads of narrow columns, in the main language.
  func shortWeekday(_ day: Day) -> String {
    WeekdayLabel(rawValue: day.weekday.rawValue)?.short[main] ?? day.weekday.word
  }

  // MARK: Joining

  /// Items of a list of equals.
  func list(_ items: [String]) -> String { items.joined(separator: isChinese ? "、" : ", ") }
  /// Clauses that each hold a list.
  func clauses(_ items: [String]) -> String { items.joined(separator: isChinese ? "；" : "; ") }
  /// What something is, and which: `教室：研讨室1`.
  func pair(_ name: String, _ value: String) -> String {
    name + (isChinese ? "：" : ": ") + value
  }
  func inBrackets(_ text: String) -> String { isChinese ? "（\(text)）" : " (\(text))" }

  // MARK: Numbers

  /// `2,290`; in Vietnamese `2.290`.
  func number(_ value: Int) -> String {
    if isPlain { return String(value) }
    let digits = Array(String(value.magnitude))
    var grouped = value < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { grouped.append(separators.group) }
      grouped.append(digit)
    }
    return grouped
  }

  /// Tenths as a decimal: 125 is `12.5`, 120 is `12`.
  func tenths(_ value: Int) -> String {
    let fraction = value.magnitude % 10
    let whole = number(value / 10)
    let sign = value < 0 && value > -10 ? "-" : ""
    return sign + whole + (fraction == 0 ? "" : "\(separators.decimal)\(fraction)")
  }

  /// A difference with its sign before what is written for its size: `+2`, `-1.5`, `0`. For programs it
  /// is a bare number, which has no plus.
  func signed(_ value: Int, _ written: (Int) -> String) -> String {
    (value < 0 ? "-" : value > 0 && !isPlain ? "+" : "") + written(abs(value))
  }

  /// A share of a whole, to the whole percent, rounded to the nearest; nil where the whole is none.
  /// For programs it is a bare number, and its column says of what: `shareHeading`.
  func percent(_ part: Int, of whole: Int) -> String? {
    guard whole > 0 else { return nil }
    return number(Int((Double(part) * 100 / Double(whole)).rounded())) + (isPlain ? "" : "%")
  }

  /// The head of a column of percentages.
  func shareHeading(_ label: Label) -> String { heading(label) + (isPlain ? " (%)" : "") }

  var decimalSeparator: Character { separators.decimal }

  private var separators: (group: Character, decimal: Character) {
    main == .vietnamese && !isPlain ? (".", ",") : (",", ".")
  }
}
