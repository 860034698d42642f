import RotaPlanning

/// Dates with times as iCalendar writes them.
enum CalendarTime {
  /// `20270301T090000`, from seconds since 1970-01-01 00:00 by the clock on the wall.
  static func local(_ seconds: Int) -> String {
    let number = seconds >= 0 ? seconds / 86_400 : -((86_399 - seconds) / 86_400)
    let rest = seconds - number * 86_400
    let day = Day(number: number).iso.filter { $0 != "-" }
    func two(_ value: Int) -> String { (value < 10 ? "0" : "") + String(value) }
    return day + "T" + two(rest / 3600) + two(rest / 60 % 60) + two(rest % 60)
  }

  static func utc(_ seconds: Int) -> String { local(seconds) + "Z" }
}
