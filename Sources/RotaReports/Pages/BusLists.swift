import RotaPlanning

extension ReportPages {
  /// For each day on which anybody goes out: who takes which buses, where and when.
  func busLists(of target: ReportTarget) -> [Page] {
    let items = items(of: target)
    let outings = Outings(plan: plan, programme: programme)
    var byDay: [Int: [Schedule.Item]] = [:]
    for item in items where outings.way(of: item) != nil {
      byDay[item.dayIndex, default: []].append(item)
    }
    let pages = byDay.sorted { $0.key < $1.key }.map { dayIndex, items in
      let day = plan.calendar.days[dayIndex].day
      return page(
        .busListOf, of: .day(day), section: .busLists,
        blocks: [.table(busTable(items, outings))])
    }
    if !pages.isEmpty { return pages }
    return [
      page(
        .busListOf, of: target, section: .busLists, blocks: [.paragraph(labels.heading(.noOutings))]
      )
    ]
  }

  private func busTable(_ items: [Schedule.Item], _ outings: Outings) -> TableBlock {
    var fleet = BusFleet()
    var groups: [TableBlock.Group] = []
    let movements = outings.movements(items)
    let ends = Dictionary(
      items.map { ($0.session.identity, $0.minutes.upperBound) },
      uniquingKeysWith: { first, _ in first })
    // Who goes on to another site comes back from there.
    let comeBack = Set(
      movements.filter { $0.kind == .returning }.flatMap { $0.sessions.map(\.identity) })
    let ways = Dictionary(
      items.map { ($0.session.identity, outings.way(of: $0) ?? 0) },
      uniquingKeysWith: { first, _ in first })
    for movement in movements.filter({ $0.kind != .returning }).enumerated().sorted(by: {
      ($0.element.minute, $0.offset) < ($1.element.minute, $1.offset)
    }).map(\.element) {
      let label: Label = movement.kind == .transfer ? .transfer : .departure
      let rows = movement.sessions.map { session in
        let end = ends[session.identity] ?? movement.minute
        let needed = outings.buses(for: session)
        let numbers = fleet.take(
          needed ?? 0, for: session.atoms, at: movement.minute,
          until: end + (ways[session.identity] ?? 0))
        return TableBlock.Row([
          labels.clock(movement.minute),
          labels.sideBySide { $0(label, $0.list(movement.places)) },
          text.audience.text([session], in: .everything), labels.number(session.people),
          needed.map { labels.number($0) } ?? "", Self.ranges(numbers), labels.clock(end),
          comeBack.contains(session.identity)
            ? labels.clock(end + (ways[session.identity] ?? 0)) : "–",
        ])
      }
      groups.append(TableBlock.Group(rows: rows))
    }
    let headings: [(Label, TableBlock.Alignment)] = [
      (.leavesAt, .leading), (.content, .leading), (.audience, .leading), (.people, .trailing),
      (.busesNeeded, .trailing), (.buses, .leading), (.leavesSite, .leading), (.backAt, .leading),
    ]
    return TableBlock(
      columns: headings.map { TableBlock.Column(labels.heading($0.0), $0.1) }, groups: groups,
      mergedColumns: 2)
  }

  /// `1–3, 5`.
  private static func ranges(_ numbers: [Int]) -> String {
    var parts: [String] = []
    var rest = numbers[...]
    while let first = rest.popFirst() {
      var last = first
      while rest.first == last + 1 { last = rest.removeFirst() }
      parts.append(first == last ? "\(first)" : "\(first)–\(last)")
    }
    return parts.joined(separator: ", ")
  }
}

/// Numbers of buses, from 1: each bus serves those who took it until they are back.
private struct BusFleet {
  private var taken: [(number: Int, until: Int, by: [AtomID])] = []

  /// Who goes on from one site to another keeps the buses.
  mutating func take(_ count: Int, for people: [AtomID], at minute: Int, until end: Int) -> [Int] {
    taken.removeAll { $0.until <= minute && $0.by != people }
    let kept = taken.filter { $0.by == people }.map(\.number)
    taken.removeAll { $0.by == people }
    let used = Set(taken.map(\.number))
    var numbers = Array(kept.prefix(count))
    var next = 1
    while numbers.count < count {
      if !used.contains(next), !numbers.contains(next) { numbers.append(next) }
      next += 1
    }
    numbers.sort()
    taken += numbers.map { ($0, end, people) }
    return numbers
  }
}
