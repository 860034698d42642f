import RotaDiagnostics

/// A component of an iCalendar file: its properties and the components in it.
struct CalendarComponent: Sendable {
  /// In capitals: `VEVENT`.
  var name: String
  var begin: CalendarLine
  var lines: [CalendarLine] = []
  var parts: [CalendarComponent] = []

  func line(_ name: String) -> CalendarLine? { lines.first { $0.name == name } }
  func lines(_ name: String) -> [CalendarLine] { lines.filter { $0.name == name } }

  /// Components inside each other deeper than this are no calendar's.
  private static let deepest = 20

  /// The calendars of a file. What is not closed ends with the file.
  static func read(_ lines: [CalendarLine]) -> (
    calendars: [CalendarComponent], stray: [CalendarLine]
  ) {
    var open: [CalendarComponent] = []
    var calendars: [CalendarComponent] = []
    var stray: [CalendarLine] = []
    func close() {
      guard let component = open.popLast() else { return }
      if open.isEmpty {
        calendars.append(component)
      } else {
        open[open.count - 1].parts.append(component)
      }
    }
    for line in lines {
      switch line.name {
      case "BEGIN" where open.count < deepest:
        open.append(CalendarComponent(name: line.value.uppercased(), begin: line))
      case "END":
        guard let index = open.lastIndex(where: { $0.name == line.value.uppercased() }) else {
          stray.append(line)
          continue
        }
        while open.count > index { close() }
      default:
        if open.isEmpty {
          stray.append(line)
        } else {
          open[open.count - 1].lines.append(line)
        }
      }
    }
    while !open.isEmpty { close() }
    return (calendars, stray)
  }
}
