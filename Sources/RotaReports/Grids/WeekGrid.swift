import RotaPlanning

/// Timetables as grids: days across, periods down.
struct WeekGrid {
  /// Whose grid it is, where that need not be said in every cell.
  enum Subject: Hashable, Sendable {
    case teacher(String)
    case place(String)
  }

  let input: ReportInput
  let text: SessionText
  var subject: Subject?
  /// Days side by side, at most.
  var mostColumns = Self.daysOfWeek

  /// Grids of the days given: one where they are at most a week's worth, else one for each
  /// calendar week.
  func blocks(
    days: [Int], items: [Schedule.Item], scope: AudienceText.Scope
  ) -> [GridBlock] {
    blocks(
      Self.weeks(days, calendar: input.plan.calendar, mostColumns: mostColumns), items: items,
      scope: scope)
  }

  /// A grid for each list of days.
  func blocks(
    _ weeks: [[Int]], items: [Schedule.Item], scope: AudienceText.Scope
  ) -> [GridBlock] {
    weeks.map { week in
      var grid = block(days: week, items: items.filter { week.contains($0.dayIndex) }, scope: scope)
      if weeks.count > 1, let first = week.first, let last = week.last {
        let calendar = input.plan.calendar
        grid.caption = text.labels.sideBySide {
          $0.dates(calendar.days[first].day, calendar.days[last].day)
        }
      }
      grid.bands = bands(of: week)
      return grid
    }
  }

  /// Days that fill at most one row of columns stay together, even over a week-end.
  static func weeks(
    _ days: [Int], calendar: TeachingCalendar, mostColumns: Int = daysOfWeek
  ) -> [[Int]] {
    if days.isEmpty { return [] }
    if days.count <= mostColumns { return [days] }
    var weeks: [[Int]] = []
    var current: Int?
    for day in days {
      let week = mondayNumber(calendar.days[day].day)
      if week != current {
        weeks.append([])
        current = week
      }
      weeks[weeks.count - 1].append(day)
    }
    return weeks
  }

  /// The number of the Monday on or before a day.
  static func mondayNumber(_ day: Day) -> Int { day.number - day.weekday.rawValue + 1 }

  /// The days worth showing of someone who is busy now and then, one list for each grid: the busy
  /// days alone, where that saves half the grids or more, which then say of which week each day is;
  /// else all days of the weeks. No week is parted.
  static func daysShown(_ items: [Schedule.Item], calendar: TeachingCalendar) -> [[Int]] {
    let busy = Set(items.map(\.dayIndex)).sorted()
    var weeks: [[Int]] = []
    for day in busy {
      if let last = weeks.last?.last,
        mondayNumber(calendar.days[last].day) == mondayNumber(calendar.days[day].day)
      {
        weeks[weeks.count - 1].append(day)
      } else {
        weeks.append([day])
      }
    }
    let columns = Double(daysOfWeek)
    let grids = RowSharing.sheets(
      weeks.map { RowSharing.Row(height: Double($0.count), seam: .groups) }, first: columns,
      other: columns)
    if grids.count * 2 <= weeks.count { return grids.map { weeks[$0].flatMap { $0 } } }
    let mondays = Set(busy.map { mondayNumber(calendar.days[$0].day) })
    return Self.weeks(
      calendar.days.indices.filter { mondays.contains(mondayNumber(calendar.days[$0].day)) },
      calendar: calendar)
  }

  static let daysOfWeek = 7

  /// The weeks of days that do not follow each other, so that nobody takes a Monday for that of the
  /// week of the Thursday beside it; none for days without a gap.
  private func bands(of days: [Int]) -> [GridBlock.Band] {
    let calendar = input.plan.calendar
    guard let first = days.first, let last = days.last, last - first >= days.count else {
      return []
    }
    func week(_ index: Int) -> Int { Self.mondayNumber(calendar.days[index].day) }
    var bands: [GridBlock.Band] = []
    for (column, day) in days.enumerated() {
      if column > 0, week(day) == week(days[column - 1]) {
        let start = bands[bands.count - 1].columns.lowerBound
        bands[bands.count - 1].columns = start..<(column + 1)
        continue
      }
      let taught = calendar.days.indices.filter { week($0) == week(day) }.map {
        calendar.days[$0].day
      }
      let ends = [taught.first, taught.last].compactMap { $0 }
      let title = text.labels.sideBySide { labels in
        (ends.first == ends.last ? Array(ends.prefix(1)) : ends).map { labels.shortDate($0) }
          .joined(separator: " – ")
      }
      bands.append(GridBlock.Band(title: title, columns: column..<(column + 1)))
    }
    return bands.count > 1 ? bands : []
  }

  private func block(
    days: [Int], items: [Schedule.Item], scope: AudienceText.Scope
  ) -> GridBlock {
    let calendar = input.plan.calendar
    let labels = text.labels
    let layout = GridLayout(calendar: calendar, days: days, labels: labels)
    var cells: [GridBlock.Cell] = []
    for (column, day) in days.enumerated() {
      let bundles = Bundle.bundles(items.filter { $0.dayIndex == day })
      let pieces = bundles.compactMap { bundle in
        layout.rows(of: bundle.first.span).map { GridLayout.Piece(rows: $0, payload: bundle) }
      }
      var covered = Set<Int>()
      for part in GridLayout.parts(pieces) {
        covered.formUnion(part.rows)
        let entries =
          part.goesOn.map { entry($0, in: part.rows, layout, scope, goesOn: true) }
          + part.begins.map { entry($0, in: part.rows, layout, scope, goesOn: false) }
        cells.append(
          GridBlock.Cell(rows: part.rows, columns: column..<(column + 1), entries: entries))
      }
      for row in layout.closedRows(day: day) where !covered.contains(row) {
        cells.append(
          GridBlock.Cell(rows: row..<(row + 1), columns: column..<(column + 1), entries: []))
      }
    }
    return GridBlock(
      corner: labels.heading(.period), across: [labels.heading(.weekday), labels.heading(.date)],
      columns: days.map {
        let day = calendar.days[$0].day
        return GridBlock.Column(title: labels.weekday(day), detail: labels.date(day))
      },
      rows: layout.rows, cells: cells)
  }

  private func entry(
    _ piece: GridLayout.Piece<Bundle>, in rows: Range<Int>, _ layout: GridLayout,
    _ scope: AudienceText.Scope, goesOn: Bool
  ) -> GridBlock.Entry {
    var entry = text.entry(
      piece.payload, in: scope, goesOn: goesOn,
      showsTimes: piece.rows != rows
        || !layout.keepsTimes(piece.payload.first.minutes, rows: piece.rows))
    switch subject {
    case nil: break
    case .place(let name):
      if entry.place == name { entry.place = "" }
      if !goesOn, text.isVisit(piece.payload.first.placement) {
        let arrival = text.arrival(piece.payload)
        entry.remark = entry.remark.isEmpty ? arrival : "\(arrival) · \(entry.remark)"
      }
      if let main = text.streamSource(of: piece.payload.first.placement, at: name), !goesOn {
        entry.place = text.labels.sideBySide { $0(.streamedFrom, main) }
      }
    case .teacher(let name):
      if entry.teachers == text.teacher(name, inFull: false) { entry.teachers = "" }
      if !goesOn, text.isRemote(name) {
        let how = text.labels.heading(.remote)
        entry.remark = entry.remark.isEmpty ? how : "\(how) · \(entry.remark)"
      }
      let first = piece.payload.first
      let own = text.ownItems(of: name, first.session, first.placement).map {
        "\(text.labels.times($0.minutes)) \($0.item.title)"
      }
      if !goesOn, !own.isEmpty {
        let said = text.labels.clauses(own)
        entry.remark = entry.remark.isEmpty ? said : "\(said) · \(entry.remark)"
      }
      let chair = input.plan.template(of: piece.payload.first.session).chair
      if !goesOn, let chair, input.plan[chair].name == name {
        let role = text.labels.heading(.chair)
        entry.remark = entry.remark.isEmpty ? role : "\(role) · \(entry.remark)"
      }
    }
    return entry
  }
}

extension SessionText {
  /// A bundle as an entry of a grid; one that goes on from the row above says only what it is.
  func entry(
    _ bundle: Bundle, in scope: AudienceText.Scope, goesOn: Bool = false, showsTimes: Bool
  ) -> GridBlock.Entry {
    let session = bundle.first.session
    let template = plan.template(of: session)
    let who = audience.text(bundle.items.map(\.session), in: scope)
    if goesOn {
      return GridBlock.Entry(
        title: title(session) + labels.inBrackets(labels.heading(.continued)),
        formIndex: formIndex(template.form),
        audience: who)
    }
    let times = showsTimes ? labels.times(bundle.first.minutes) : nil
    // Whose page it is, rides along.
    let departure =
      switch scope {
      case .run, .studyClass: self.departure(bundle, in: scope)
      case .everything, .school: String?.none
      }
    var entry = GridBlock.Entry(
      title: title(session), form: labels.form(template.form),
      formIndex: formIndex(template.form),
      teachers: teachers(bundle, in: scope, inFull: false),
      place: places(bundle, in: scope), audience: who,
      remark: [times, template.note].compactMap { $0 }.joined(separator: " "))
    if let departure {
      entry.remark = entry.remark.isEmpty ? departure : "\(departure) · \(entry.remark)"
    }
    // Rooms, that is; where people are driven to, every sheet must tell.
    entry.isSpread =
      bundle.items.contains { $0.placement.places != bundle.first.placement.places }
      && !bundle.items.contains { isVisit($0.placement) }
    return entry
  }
}
