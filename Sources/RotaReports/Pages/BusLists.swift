import RotaPlanning

extension ReportPages {
  /// For each day on which anybody goes out: who takes which buses, where and when.
  func busLists(of target: ReportTarget) -> [Page] {
    let wanted = Set(items(of: target).map(\.index))
    let legs = text.outings.legs.indices.filter { wanted.contains(text.outings.legs[$0].index) }
    let pages = Dictionary(grouping: legs, by: { text.outings.legs[$0].dayIndex })
      .sorted { $0.key < $1.key }.map { dayIndex, legs in
        let day = plan.calendar.days[dayIndex].day
        return page(
          .busListOf, of: .day(day), section: .busLists,
          blocks: [.table(busTable(legs, dayIndex: dayIndex))])
      }
    if !pages.isEmpty { return pages }
    return [
      page(
        .busListOf, of: target, section: .busLists, blocks: [.paragraph(labels.heading(.noOutings))]
      )
    ]
  }

  private struct Departure: Hashable {
    var minute: Int
    var isTransfer: Bool
    var place: String
  }

  private func busTable(_ legs: [Int], dayIndex: Int) -> TableBlock {
    let outings = text.outings
    let numbers = BusNumbers(dayIndex: dayIndex, outings: outings, programme: programme)
    let fleets = Set(legs.flatMap { numbers.ofLegs[$0] ?? [] }.map(\.fleet))
    var order: [Departure] = []
    var rows: [Departure: [TableBlock.Row]] = [:]
    for index in legs.sorted(by: { (outings.legs[$0].minute, $0) < (outings.legs[$1].minute, $1) })
    {
      let leg = outings.legs[index]
      let departure = Departure(
        minute: leg.minute, isTransfer: leg.isTransfer, place: leg.place)
      if rows[departure] == nil { order.append(departure) }
      let own = (numbers.ofLegs[index] ?? []).map { fleet, numbers in
        let name = fleets.count > 1 ? plan[fleet].school.map { plan[$0].name } : nil
        return [name, Self.ranges(numbers)].compactMap { $0 }.joined(separator: " ")
      }
      rows[departure, default: []].append(
        TableBlock.Row([
          labels.clock(leg.minute),
          labels.sideBySide { $0(leg.isTransfer ? .transfer : .departure, leg.place) },
          text.audience.text([leg.session], in: .everything), labels.number(leg.session.people),
          outings.buses(for: leg.session).map { labels.number($0) } ?? "",
          own.joined(separator: "; "),
          labels.list(leg.leavesSite.map { labels.clock($0) }),
          leg.back.isEmpty ? "–" : labels.list(leg.back.map { labels.clock($0) }),
        ]))
    }
    let headings: [(Label, TableBlock.Alignment)] = [
      (.leavesAt, .leading), (.content, .leading), (.audience, .leading), (.people, .trailing),
      (.busesNeeded, .trailing), (.buses, .leading), (.leavesSite, .leading), (.backAt, .leading),
    ]
    return TableBlock(
      columns: headings.map { TableBlock.Column(labels.heading($0.0), $0.1) },
      groups: order.map { TableBlock.Group(rows: rows[$0] ?? []) }, mergedColumns: 2)
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
