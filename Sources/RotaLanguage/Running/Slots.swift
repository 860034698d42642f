import RotaDiagnostics
import RotaPlanning
import RotaSyntax

/// Judges whether a value fits a slot of a usage, and brings it into the slot's own form: bare
/// numbers of people get their unit, lists of weekdays and windows become flat.
enum Slots {
  static func fit(
    _ value: Value, to label: String, of entry: VocabularyEntry, at range: SourceRange
  ) throws(Diagnostic) -> Value {
    guard let slot = byLabel[label] else { return value }
    switch slot {
    case .number, .steps, .point, .repair: return try number(value, range)
    case .numeral:
      guard case .number = value else {
        throw LanguageMessages.wrongType("a number", value, at: range)
      }
      return value
    case .count:
      if case .quantity(_, let unit) = value {
        let counted = entry.parsedUsage.counted(by: label)
        if !counted.isEmpty, !counted.contains(unit.rawValue) {
          throw LanguageMessages.countsOthers(counted, value, at: range)
        }
      }
      return try count(value, range)
    case .people: return try quantity(value, .people, isBareAllowed: true, range)
    case .duration: return try quantity(value, .minutes, isBareAllowed: false, range)
    case .days: return try quantity(value, .days, isBareAllowed: true, range)
    case .percent:
      guard case .percent = value else {
        throw LanguageMessages.wrongType("a percentage", value, at: range)
      }
      return value
    case .limit:
      if case .percent = value { return value }
      return try quantity(value, .people, isBareAllowed: true, range, else: "a share or people")
    case .date:
      guard case .date = value else { throw LanguageMessages.wrongType("a date", value, at: range) }
      return value
    case .dates: return try dates(value, range)
    case .times:
      guard case .timeSpan = value else {
        throw LanguageMessages.wrongType("times such as 08:30-10:00", value, at: range)
      }
      return value
    case .weekdays: return .list(try weekdays(value, range))
    case .numbers, .points: return .list(try numbers(value, range))
    case .range: return try fromTo(value, range)
    case .windows: return areWindows(value) ? value : .list(try windows(value, range))
    case .text: return .text(value.description)
    case .name, .names, .places, .teachers, .units, .modules, .sessions, .topics, .periods,
      .roles, .school, .zone, .form, .resource, .rotation, .session, .teacher, .kind, .option,
      .word, .scenario, .scenarios, .period, .audience, .place, .venue, .unit, .module, .theme,
      .standard, .owner, .clause, .listing, .field, .languages, .paper, .timeZone, .value, .values,
      .file,
      .subject, .wish, .said:
      return value
    }
  }

  /// What the labels of arguments take: a slot's own name, or a label that usages give it.
  static let byLabel: [String: Usage.Slot] = {
    var table: [String: Usage.Slot] = ["run": .number, "class": .number, "meeting": .count]
    for slot in Usage.Slot.allCases { table[slot.rawValue.lowercased()] = slot }
    return table
  }()

  /// Whether an argument is a number, bare or with a unit.
  static func takesAmount(_ label: String) -> Bool {
    switch byLabel[label] {
    case .number, .count, .people, .duration, .days, .percent, .limit, .steps, .point, .repair: true
    default: false
    }
  }

  private static func number(_ value: Value, _ range: SourceRange) throws(Diagnostic) -> Value {
    guard case .number(let amount) = value else {
      throw LanguageMessages.wrongType("a number", value, at: range)
    }
    guard amount.whole != nil else { throw LanguageMessages.notWhole(nil, amount, at: range) }
    return value
  }

  /// How many of something that the word after it, or the clause, names: a bare number.
  private static func count(_ value: Value, _ range: SourceRange) throws(Diagnostic) -> Value {
    switch value {
    case .quantity(let amount, .people), .quantity(let amount, .periods):
      return try number(.number(amount), range)
    default: return try number(value, range)
    }
  }

  private static func quantity(
    _ value: Value, _ dimension: Value.Dimension, isBareAllowed: Bool, _ range: SourceRange,
    else expected: String? = nil
  ) throws(Diagnostic) -> Value {
    let amount: Number
    switch value {
    case .quantity(let it, dimension): amount = it
    case .number(let it) where isBareAllowed: amount = it
    case .number(let it) where dimension == .minutes:
      throw LanguageMessages.wrongType(
        words(dimension), value,
        remedies: ["say what it counts: `\(it) s`, `\(it) min` or `\(it) h`"], at: range)
    default: throw LanguageMessages.wrongType(expected ?? words(dimension), value, at: range)
    }
    guard dimension == .minutes || amount.whole != nil else {
      throw LanguageMessages.notWhole(dimension.rawValue, amount, at: range)
    }
    return .quantity(amount, dimension)
  }

  private static func words(_ dimension: Value.Dimension) -> String {
    switch dimension {
    case .people: "a number of people"
    case .minutes: "a duration such as 40 min"
    case .days: "a number of days"
    case .periods: "a number of periods"
    }
  }

  private static func dates(_ value: Value, _ range: SourceRange) throws(Diagnostic) -> Value {
    switch value {
    case .date: return value
    case .span(.date(let from), .date(let to)):
      guard from <= to else {
        throw LanguageMessages.spanEndsBeforeStart(.date(from), .date(to), at: range)
      }
      return value
    case .list(let items) where !items.isEmpty:
      if items.count == 1 { return try dates(items[0], range) }
      var several: [Value] = []
      for item in items { several += try dates(item, range).items }
      return .list(several)
    default: throw LanguageMessages.wrongType("a date or a range of dates", value, at: range)
    }
  }

  private static func weekdays(_ value: Value, _ range: SourceRange) throws(Diagnostic) -> [Value] {
    var result: [Value] = []
    for item in value.items {
      switch item {
      case .weekday, .span(.weekday, .weekday): result.append(item)
      case .list: result += try weekdays(item, range)
      default: throw LanguageMessages.wrongType("weekdays", item, at: range)
      }
    }
    guard !result.isEmpty else { throw LanguageMessages.wrongType("weekdays", value, at: range) }
    return result
  }

  private static func numbers(_ value: Value, _ range: SourceRange) throws(Diagnostic) -> [Value] {
    var result: [Value] = []
    for item in value.items {
      switch item {
      case .number: result.append(try number(item, range))
      case .span(.number(let from), .number(let to)):
        guard from <= to else {
          throw LanguageMessages.spanEndsBeforeStart(.number(from), .number(to), at: range)
        }
        _ = try number(.number(from), range)
        _ = try number(.number(to), range)
        result.append(item)
      case .list: result += try numbers(item, range)
      default: throw LanguageMessages.wrongType("numbers", item, at: range)
      }
    }
    guard !result.isEmpty else { throw LanguageMessages.wrongType("numbers", value, at: range) }
    return result
  }

  /// A number, or two of which the first is not the larger.
  private static func fromTo(_ value: Value, _ range: SourceRange) throws(Diagnostic) -> Value {
    let items = try numbers(value, range)
    guard items.count == 1 else {
      throw LanguageMessages.wrongType("numbers from and to, such as 2..4", value, at: range)
    }
    return items[0]
  }

  /// A list of windows, each a list of what stands side by side.
  private static func windows(_ value: Value, _ range: SourceRange) throws(Diagnostic) -> [Value] {
    var result: [Value] = []
    for item in value.items {
      guard case .list(let parts) = item else {
        result.append(.list([try part(item, range)]))
        continue
      }
      if parts.count == 1, case .list = parts[0] {
        result += try windows(parts[0], range)
        continue
      }
      var fitting: [Value] = []
      for candidate in parts { fitting.append(try part(candidate, range)) }
      result.append(.list(fitting))
    }
    guard !result.isEmpty else {
      throw LanguageMessages.wrongType(windowWords, value, at: range)
    }
    return result
  }

  /// Whether a value is in the form of a list of windows already, as most are.
  private static func areWindows(_ value: Value) -> Bool {
    guard case .list(let windows) = value, !windows.isEmpty else { return false }
    return windows.allSatisfy { window in
      guard case .list(let parts) = window else { return false }
      return parts.allSatisfy { part in
        switch part {
        case .date, .weekday, .span(.weekday, .weekday), .timeSpan, .name: true
        default: false
        }
      }
    }
  }

  private static let windowWords = "dates, weekdays, times or periods"

  private static func part(_ value: Value, _ range: SourceRange) throws(Diagnostic) -> Value {
    switch value {
    case .date, .span(.date, _): return try dates(value, range)
    case .weekday, .span(.weekday, _), .timeSpan, .name: return value
    // The name of a period in quotes.
    case .text(let name): return .name(name)
    default: throw LanguageMessages.wrongType(windowWords, value, at: range)
    }
  }
}
