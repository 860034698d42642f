import RotaDiagnostics

/// A part of a session with a time of its own: an address, a report, a break.
public struct AgendaItem: Hashable, Sendable {
  public var title: String
  public var minutes: Int
  /// Positions among the teachers of the session of those who speak in it.
  public var speakers: [Int]
  public var origin: SourceRange?

  public init(
    title: String, minutes: Int, speakers: [Int] = [], origin: SourceRange? = nil
  ) {
    self.title = title
    self.minutes = minutes
    self.speakers = speakers
    self.origin = origin
  }

  public static func == (a: Self, b: Self) -> Bool {
    a.title == b.title && a.minutes == b.minutes && a.speakers == b.speakers
  }
  public func hash(into hasher: inout Hasher) {
    hasher.combine(title)
    hasher.combine(minutes)
  }
}

extension SessionTemplate {
  /// Whether somebody, by their position among its teachers, only speaks in items of the agenda.
  public func onlySpeaks(_ position: Int) -> Bool {
    position < teachers.count && position >= teachers.count - teachersOfItems
  }

  /// Minutes for which somebody teaches, by their position among its teachers: of those who speak in
  /// items of the agenda alone, these items'.
  public func taughtMinutes(by position: Int, ofWhole minutes: Int) -> Int {
    onlySpeaks(position) ? spokenMinutes(by: position) : minutes
  }

  /// Minutes of the items in which somebody speaks.
  public func spokenMinutes(by position: Int) -> Int {
    agenda.reduce(0) { $0 + ($1.speakers.contains(position) ? $1.minutes : 0) }
  }
}

extension TeachingCalendar {
  /// When each item of an agenda is, in minutes of the day: one right after another from the start
  /// of a span of slots on. No item runs across the gap between two slots; one that would begins with
  /// the later slot. Nil where the span has no room for all.
  public func times(of agenda: [AgendaItem], in span: Range<Int>) -> [Range<Int>]? {
    var stretches: [Range<Int>] = []
    for slot in span {
      let times = slots[slot].times
      if let last = stretches.last, last.upperBound == times.lowerBound {
        stretches[stretches.count - 1] = last.lowerBound..<times.upperBound
      } else {
        stretches.append(times)
      }
    }
    var found: [Range<Int>] = []
    var rest = stretches[...]
    var minute = rest.first?.lowerBound ?? 0
    for item in agenda {
      while let stretch = rest.first, minute + item.minutes > stretch.upperBound {
        rest = rest.dropFirst()
        minute = rest.first?.lowerBound ?? minute
      }
      if rest.isEmpty { return nil }
      found.append(minute..<(minute + item.minutes))
      minute += item.minutes
    }
    return found
  }
}
