import RotaPlanning

/// How much of each place is used on each day, or week, as a picture.
struct UsageMap {
  let plan: Plan
  let labels: Labels

  /// More days than this are shown by weeks.
  private static let mostDays = 31
  /// Rows of one picture.
  private static let mostRows = 40

  func blocks(
    _ places: [Place], _ byPlace: [String: [Schedule.Item]], _ label: Label
  ) -> [HeatBlock] {
    let used = places.flatMap { (byPlace[$0.name] ?? []).map(\.dayIndex) }
    guard let first = used.min(), let last = used.max() else { return [] }
    let columns = columns(first...last)
    var column = [Int](repeating: 0, count: plan.calendar.days.count)
    for (index, days) in columns.enumerated() { for day in days { column[day] = index } }
    let rows = places.map { place in
      var used = [Set<Int>](repeating: [], count: columns.count)
      for item in byPlace[place.name] ?? [] { used[column[item.dayIndex]].formUnion(item.span) }
      let limits = Availability(
        allowed: place.availability.allowed,
        excluded: place.availability.excluded + (place.school.map { plan[$0].closed } ?? []))
      let shares = columns.indices.map { index -> Int? in
        let open = columns[index].reduce(0) { sum, day in
          let teaching = plan.calendar.days[day]
          return sum
            + teaching.slots.count { limits.allows(teaching.day, plan.calendar.slots[$0].times) }
        }
        // What is used while it is closed is a fault that shows all the same.
        if open == 0 { return used[index].isEmpty ? nil : 100 }
        return min(100, (used[index].count * 100 + open / 2) / open)
      }
      return HeatBlock.Row(name: place.name, shares: shares)
    }
    let heads = columns.map { days -> GridBlock.Column in
      let first = plan.calendar.days[days.first ?? 0].day
      let isDay = columns.allSatisfy { $0.count == 1 }
      return GridBlock.Column(
        title: labels.shortDate(first), detail: isDay ? labels.shortWeekday(first) : "")
    }
    return stride(from: 0, to: rows.count, by: Self.mostRows).map { start in
      HeatBlock(
        caption: labels.sideBySide { $0(.usedByDay, $0(label)) }, corner: labels.heading(.name),
        columns: heads,
        rows: Array(rows[start..<min(start + Self.mostRows, rows.count)]),
        closed: labels.heading(.closed))
    }
  }

  /// Days of the calendar that one column stands for, from the first to the last that is used.
  private func columns(_ days: ClosedRange<Int>) -> [[Int]] {
    if days.count <= Self.mostDays { return days.map { [$0] } }
    var weeks: [[Int]] = []
    var last: Int?
    for index in days {
      let week = WeekGrid.mondayNumber(plan.calendar.days[index].day)
      if week != last { weeks.append([]) }
      last = week
      weeks[weeks.count - 1].append(index)
    }
    return weeks
  }
}
