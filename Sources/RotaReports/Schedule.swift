import RotaPlanning

/// The sessions of a programme that a timetable places at periods of the calendar, in order of
/// time, and those that it does not.
struct Schedule: Sendable {
  struct Item: Sendable {
    /// Position among the programme's sessions.
    var index: Int
    var session: Session
    var placement: Timetable.Placement
    /// Slots of the calendar.
    var span: Range<Int>
    var dayIndex: Int
    /// Minutes since midnight.
    var minutes: Range<Int>
  }

  let items: [Item]
  /// Sessions without a placement that the calendar knows, in the programme's order.
  let unplaced: [Session]

  /// - Parameter isWanted: which placements matter; sessions of others are neither placed nor not.
  init(_ input: ReportInput, of isWanted: (Timetable.Placement) -> Bool = { _ in true }) {
    let calendar = input.plan.calendar
    var items: [Item] = []
    var unplaced: [Session] = []
    for (index, session) in input.programme.sessions.enumerated() {
      let placement = input.timetable.placements[session.identity]
      if let placement, !isWanted(placement) { continue }
      guard let placement,
        let start = calendar.slotIndex(of: placement.day, period: placement.period),
        let span = calendar.span(
          from: start, periods: input.plan.template(of: session).periods, acrossBreaks: true)
      else {
        unplaced.append(session)
        continue
      }
      items.append(
        Item(
          index: index, session: session, placement: placement, span: span,
          dayIndex: calendar.slots[start].dayIndex, minutes: calendar.minutes(of: span)))
    }
    items.sort { ($0.span.lowerBound, $0.index) < ($1.span.lowerBound, $1.index) }
    self.items = items
    self.unplaced = unplaced
  }

  /// Items by each value that a function finds in them; each list in order of time.
  func items<Key: Hashable>(by keys: (Item) -> [Key]) -> [Key: [Item]] {
    var found: [Key: [Item]] = [:]
    for item in items {
      for key in keys(item) { found[key, default: []].append(item) }
    }
    return found
  }
}

/// Sessions of one description that meet at the same time: one row of a table, one entry of a grid.
struct Bundle: Sendable {
  /// Never empty; in the programme's order.
  var items: [Schedule.Item]
  var first: Schedule.Item { items[0] }

  private struct Key: Hashable {
    var module: ModuleID
    var template: Int
    var meeting: Int
    var rotation: RotationID
    var span: Range<Int>
  }

  /// In order of time, then of the programme.
  static func bundles(_ items: [Schedule.Item]) -> [Bundle] {
    var positions: [Key: Int] = [:]
    var bundles: [Bundle] = []
    for item in items {
      let key = Key(
        module: item.session.module, template: item.session.template,
        meeting: item.session.identity.meeting, rotation: item.session.rotation, span: item.span)
      if let position = positions[key] {
        bundles[position].items.append(item)
      } else {
        positions[key] = bundles.count
        bundles.append(Bundle(items: [item]))
      }
    }
    return bundles
  }
}
