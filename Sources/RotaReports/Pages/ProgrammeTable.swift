import RotaPlanning

/// The programme table that schools print: a row for each session by date and part of the day, with
/// departures and returns of buses between them.
struct ProgrammeTable {
  let input: ReportInput
  let text: SessionText

  private struct Line {
    var dayIndex: Int
    var minute: Int
    /// Order within a minute.
    var rank: Int
    var time: String
    var content: String
    var form = ""
    var audience: String
    var teachers = ""
    var place = ""
    var chair = ""
    var style: TableBlock.Row.Style
  }

  /// Columns that would be empty throughout are left out.
  func block(_ items: [Schedule.Item], scope: AudienceText.Scope) -> TableBlock {
    var lines = Bundle.bundles(items).flatMap { [line($0, scope)] + agenda($0, scope) }
    lines += text.outings.movements(items, of: scope).map { line($0, scope) }
    let sorted = lines.enumerated().sorted {
      let (a, b) = ($0.element, $1.element)
      return (a.dayIndex, a.minute, a.rank, $0.offset) < (b.dayIndex, b.minute, b.rank, $1.offset)
    }.map(\.element)

    let labels = text.labels
    var columns: [(Label, (Line) -> String)] = [
      (.date, { labels.date(input.plan.calendar.days[$0.dayIndex].day) }),
      (.weekday, { labels.weekday(input.plan.calendar.days[$0.dayIndex].day) }),
      (.partOfDay, { labels.partOfDay($0.minute) }),
      (.time, { $0.time }),
      (.content, { $0.content }),
      (.form, { $0.form }),
    ]
    if sorted.contains(where: { !$0.audience.isEmpty }) {
      columns.append((.audience, { $0.audience }))
    }
    columns.append((.teacher, { $0.teachers }))
    columns.append((.place, { $0.place }))
    if sorted.contains(where: { !$0.chair.isEmpty }) { columns.append((.chair, { $0.chair })) }

    var groups: [TableBlock.Group] = []
    var day: Int?
    for line in sorted {
      if line.dayIndex != day { groups.append(TableBlock.Group(rows: [])) }
      day = line.dayIndex
      groups[groups.count - 1].rows.append(
        TableBlock.Row(columns.map { $0.1(line) }, style: line.style))
    }
    return TableBlock(
      columns: columns.map { TableBlock.Column(labels.heading($0.0), folds: $0.0 == .form) },
      groups: groups,
      mergedColumns: 3)
  }

  private func line(_ bundle: Bundle, _ scope: AudienceText.Scope) -> Line {
    let item = bundle.first
    let template = input.plan.template(of: item.session)
    let title = text.title(item.session)
    return Line(
      dayIndex: item.dayIndex, minute: item.minutes.lowerBound, rank: 3,
      time: text.labels.times(item.minutes),
      content: template.note.map { title + text.labels.inBrackets($0) } ?? title,
      form: text.labels.form(template.form),
      audience: text.audience.text(bundle.items.map(\.session), in: scope),
      teachers: text.teachers(bundle, in: scope, inFull: true),
      place: text.places(bundle, in: scope),
      chair: template.chair.map { text.teacher(input.plan[$0].name, inFull: true) } ?? "",
      style: template.form == FormLabel.meal.rawValue ? .aside : .normal)
  }

  /// The items of a session, each at its own time. They are told apart from what stands by itself by a
  /// mark, which programs do not need.
  private func agenda(_ bundle: Bundle, _ scope: AudienceText.Scope) -> [Line] {
    let item = bundle.first
    return text.timedAgenda(item.session, item.placement).map { part, minutes in
      Line(
        dayIndex: item.dayIndex, minute: item.minutes.lowerBound, rank: 3,
        time: text.labels.times(minutes),
        content: text.labels.isPlain ? part.title : "· \(part.title)",
        audience: "", teachers: text.speakers(part, bundle, in: scope), style: .part)
    }
  }

  private func line(_ movement: Outings.Movement, _ scope: AudienceText.Scope) -> Line {
    let labels = text.labels
    let label: Label =
      switch movement.kind {
      case .departure: .departure
      case .transfer: .transfer
      case .returning: .returning
      }
    let last = movement.arrivals.max() ?? movement.minute
    // Who comes from afar is back later than others.
    let isOneTime = movement.arrivals.allSatisfy { $0 == last }
    let content = labels.sideBySide { labels in
      let places = zip(movement.places, movement.arrivals).map { place, arrival in
        isOneTime ? place : place + labels.inBrackets(labels.clock(arrival))
      }
      let way = labels(label, labels.list(places))
      guard let buses = movement.buses, movement.kind != .returning else { return way }
      return way + labels.inBrackets(labels(.busCount, labels.number(buses)))
    }
    return Line(
      dayIndex: movement.dayIndex, minute: movement.minute, rank: movement.kind.rawValue,
      time: labels.times(movement.minute..<max(movement.minute, last)),
      content: content,
      audience: text.audience.text(movement.sessions, in: scope), style: .aside)
  }
}
