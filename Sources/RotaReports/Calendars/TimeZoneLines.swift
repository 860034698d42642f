import RotaPlanning

extension TimeZoneRules {
  /// The lines of its VTIMEZONE.
  var lines: [String] {
    var lines = ["BEGIN:VTIMEZONE", "TZID:\(name)"]
    if let daylight {
      lines += Self.observance(
        "STANDARD", from: daylight.offset, to: standard, change: daylight.ends)
      lines += Self.observance(
        "DAYLIGHT", from: standard, to: daylight.offset, change: daylight.begins)
    } else {
      lines += Self.observance("STANDARD", from: standard, to: standard, change: nil)
    }
    return lines + ["END:VTIMEZONE"]
  }

  private static func observance(
    _ sort: String, from: Int, to: Int, change: TimeZoneRules.Change?
  ) -> [String] {
    var lines = ["BEGIN:\(sort)"]
    if let change {
      lines.append("DTSTART:\(CalendarTime.local(change.onset(in: 1970)))")
      let week = change.week == 5 ? -1 : change.week
      let weekday = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"][change.weekday]
      lines.append("RRULE:FREQ=YEARLY;BYMONTH=\(change.month);BYDAY=\(week)\(weekday)")
    } else {
      lines.append("DTSTART:19700101T000000")
    }
    return lines + ["TZOFFSETFROM:\(text(from))", "TZOFFSETTO:\(text(to))", "END:\(sort)"]
  }

  private static func text(_ offset: Int) -> String {
    let seconds = Int(offset.magnitude)
    func two(_ value: Int) -> String { (value < 10 ? "0" : "") + String(value) }
    return (offset < 0 ? "-" : "+") + two(seconds / 3600) + two(seconds / 60 % 60)
      + (seconds % 60 == 0 ? "" : two(seconds % 60))
  }
}
