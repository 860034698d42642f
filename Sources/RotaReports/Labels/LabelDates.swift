import RotaPlanning

/// Dates and times as each language writes them.
extension Labels {
  /// `2月23日`, `23 Feb`, `23/02`.
  func date(_ day: Day) -> String {
    if isPlain { return day.iso }
    if languages.count > 1 { return sideBySide { $0.date(day) } }
    let (_, month, number) = day.components
    return switch main {
    case .english: "\(number) \(Self.months[(month - 1) % 12].prefix(3))"
    case .simplifiedChinese, .traditionalChinese: "\(month)月\(number)日"
    case .vietnamese: "\(Self.two(number))/\(Self.two(month))"
    }
  }

  /// `2/23`, `23 Feb`, `23/2`: for heads of narrow columns, in the main language.
  func shortDate(_ day: Day) -> String {
    if isPlain { return day.iso }
    let (_, month, number) = day.components
    return switch main {
    case .english: "\(number) \(Self.months[(month - 1) % 12].prefix(3))"
    case .simplifiedChinese, .traditionalChinese: "\(month)/\(number)"
    case .vietnamese: "\(number)/\(month)"
    }
  }

  /// `2023年2月23日`, `23 February 2023`, `23/02/2023`.
  func fullDate(_ day: Day) -> String {
    if isPlain { return day.iso }
    let (year, month, number) = day.components
    return switch main {
    case .english: "\(number) \(Self.months[(month - 1) % 12]) \(year)"
    case .simplifiedChinese, .traditionalChinese: "\(year)年\(month)月\(number)日"
    case .vietnamese: "\(Self.two(number))/\(Self.two(month))/\(year)"
    }
  }

  /// `2023年2月23日 周四`, `Thu 23 February 2023`, `T5 23/02/2023`.
  func dayInFull(_ day: Day) -> String {
    let words = [fullDate(day), weekday(day)]
    return switch main {
    case _ where isPlain: words.joined(separator: " ")
    case .english, .vietnamese: words.reversed().joined(separator: " ")
    case .simplifiedChinese, .traditionalChinese: words.joined(separator: " ")
    }
  }

  /// Hours of so many minutes, to the hundredth: `1.5`, `0.75`.
  func hours(_ minutes: Int) -> String {
    let hundredths = (minutes * 100 + 30) / 60
    let whole = number(hundredths / 100)
    let fraction = hundredths % 100
    if fraction == 0 { return whole }
    return whole + String(decimalSeparator)
      + (fraction % 10 == 0 ? "\(fraction / 10)" : Self.two(fraction))
  }

  /// Both ends; what they have in common is said once.
  func dates(_ first: Day, _ last: Day) -> String {
    if first == last { return fullDate(first) }
    if isPlain { return "\(first.iso)/\(last.iso)" }
    let (a, b) = (first.components, last.components)
    let sameYear = a.year == b.year
    switch main {
    case .english:
      let month = Self.months[(a.month - 1) % 12]
      let start =
        !sameYear
        ? fullDate(first) : a.month == b.month ? "\(a.day)" : "\(a.day) \(month)"
      return "\(start) – \(fullDate(last))"
    case .simplifiedChinese, .traditionalChinese:
      let end =
        !sameYear
        ? fullDate(last) : a.month == b.month ? "\(b.day)日" : "\(b.month)月\(b.day)日"
      return "\(fullDate(first))至\(end)"
    case .vietnamese:
      return "\(sameYear ? date(first) : fullDate(first)) – \(fullDate(last))"
    }
  }

  /// `08:30–10:00`, from minutes since midnight.
  func times(_ minutes: Range<Int>) -> String {
    "\(clock(minutes.lowerBound))–\(clock(minutes.upperBound))"
  }

  /// A time that a way from or to a place may carry over midnight is shown as that of its day.
  func clock(_ minutes: Int) -> String {
    TimeOfDay(minutes: ((minutes % 1440) + 1440) % 1440).clock
  }

  /// Where in the day a minute lies: afternoon from 12:00, evening from 18:00.
  func partOfDay(_ minutes: Int) -> String {
    heading(minutes < 12 * 60 ? .morning : minutes < 18 * 60 ? .afternoon : .evening)
  }

  private static func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}
