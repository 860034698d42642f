import RotaDiagnostics
import RotaPlanning
import RotaSyntax

/// What a calendar is about.
public enum CalendarSubject: Sendable {
  case teacher(String)
  case venue(String)
  case site(String)
  case holidays
}

/// The times of a calendar as statements of the language.
public struct CalendarStatements: Sendable {
  public private(set) var script = ""
  public private(set) var windows = 0
  /// Times that lie outside the plan's dates.
  public private(set) var outside = 0
  /// What could not be said.
  public private(set) var warnings: [Diagnostic] = []

  public init(_ times: CalendarTimes, for subject: CalendarSubject, dates: ClosedRange<Day>?) {
    let inside = times.stretches.filter { stretch in
      let first = Self.day(stretch.seconds.lowerBound)
      let last = Self.day(stretch.seconds.upperBound - 1)
      return dates.map { first <= $0.upperBound && last >= $0.lowerBound } ?? true
    }
    outside = times.stretches.count - inside.count
    switch subject {
    case .teacher(let name): busy(inside, "teacher", name, "unavailable", dates)
    case .venue(let name): busy(inside, "venue", name, "closed", dates)
    case .site(let name): busy(inside, "site", name, "closed", dates)
    case .holidays: holidays(inside)
    }
  }

  /// The days of a list as holidays and working days of the plan.
  public init(_ list: HolidayList, dates: ClosedRange<Day>?) {
    let inside = list.entries.filter { dates?.contains($0.day) ?? true }
    outside = list.entries.count - inside.count
    write(
      inside.sorted { ($0.day, $0.name) < ($1.day, $1.name) }.map {
        NamedDays(first: $0.day, last: $0.day, name: $0.name, isWorked: $0.isWorked)
      })
  }

  private static func day(_ seconds: Int) -> Day {
    CalendarMoment(seconds: seconds, clock: .floating, isDate: false).day
  }

  private mutating func write(_ head: String, _ clauses: [String]) {
    windows += clauses.count
    if clauses.isEmpty { return }
    script +=
      clauses.count == 1
      ? "\(head) \(clauses[0])\n"
      : "\(head) {\n" + clauses.map { "    \($0)\n" }.joined() + "}\n"
  }

  // MARK: Busy times

  private mutating func busy(
    _ stretches: [CalendarTimes.Stretch], _ kind: String, _ name: String, _ word: String,
    _ dates: ClosedRange<Day>?
  ) {
    var minutes: [Day: [Range<Int>]] = [:]
    for stretch in stretches {
      var day = Self.day(stretch.seconds.lowerBound)
      let last = Self.day(stretch.seconds.upperBound - 1)
      while day <= last {
        let start = day.number * 86_400
        let lower = max(0, stretch.seconds.lowerBound - start) / 60
        let upper = (min(86_400, stretch.seconds.upperBound - start) + 59) / 60
        if dates?.contains(day) ?? true { minutes[day, default: []].append(lower..<upper) }
        day = day.advanced(by: 1)
      }
    }
    var clauses: [String] = []
    var open: (first: Day, last: Day, spans: [Range<Int>])?
    func close() {
      guard let (first, last, spans) = open else { return }
      let dates = first == last ? first.iso : "\(first.iso)..\(last.iso)"
      for span in spans {
        let isWhole = span == 0..<1440
        let ends = [span.lowerBound, span.upperBound].map { TimeOfDay(minutes: $0).clock }
        clauses.append("\(word) \(dates)" + (isWhole ? "" : " " + ends.joined(separator: "-")))
      }
    }
    for (day, ranges) in minutes.sorted(by: { $0.key < $1.key }) {
      let spans = Self.merged(ranges)
      if let current = open, current.last.advanced(by: 1) == day, current.spans == spans {
        open?.last = day
      } else {
        close()
        open = (day, day, spans)
      }
    }
    close()
    write("\(kind) \(NameSyntax.quoteIfNeeded(name))", clauses)
  }

  /// Ranges that touch or overlap drawn together, in order.
  private static func merged(_ ranges: [Range<Int>]) -> [Range<Int>] {
    var merged: [Range<Int>] = []
    for range in ranges.sorted(by: {
      ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound)
    }) {
      if let last = merged.last, range.lowerBound <= last.upperBound {
        merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
    return merged
  }

  // MARK: Holidays

  private mutating func holidays(_ stretches: [CalendarTimes.Stretch]) {
    var days: [NamedDays] = []
    for stretch in stretches.sorted(by: {
      ($0.seconds.lowerBound, $0.name) < ($1.seconds.lowerBound, $1.name)
    }) {
      guard stretch.isWholeDays else {
        warnings.append(
          CalendarMessages.event(stretch.name, stretch.event, "a holiday is a whole day"))
        continue
      }
      let name = CellValues.trimmed(stretch.name).filter {
        !$0.unicodeScalars.contains { $0.value < 0x20 }
      }
      days.append(
        NamedDays(
          first: Self.day(stretch.seconds.lowerBound),
          last: Self.day(stretch.seconds.upperBound - 1),
          name: name, isWorked: Self.isWorkday(name)))
    }
    write(days)
  }

  /// Days of one name, holidays or days that are worked.
  private struct NamedDays {
    var first: Day
    var last: Day
    var name: String
    var isWorked: Bool
  }

  /// - Parameter days: in order; those of one name that follow each other are one clause.
  private mutating func write(_ days: [NamedDays]) {
    var joined: [NamedDays] = []
    for next in days {
      if let before = joined.last, before.isWorked == next.isWorked, before.name == next.name,
        before.last.advanced(by: 1) >= next.first
      {
        joined[joined.count - 1].last = max(before.last, next.last)
      } else {
        joined.append(next)
      }
    }
    write(
      "plan",
      joined.map { entry in
        let dates =
          entry.first == entry.last ? entry.first.iso : "\(entry.first.iso)..\(entry.last.iso)"
        return "\(entry.isWorked ? "workday" : "holiday") \(dates)"
          + (entry.name.isEmpty ? "" : " \(NameSyntax.quoteIfNeeded(entry.name))")
      })
  }

  /// A day worked in exchange for a holiday, as Chinese calendars write it.
  private static func isWorkday(_ name: String) -> Bool {
    ["上班", "补班", "補班", "(班)", "（班）", "调休日", "調休日"].contains { name.contains($0) }
  }
}
