import RotaPlanning

extension ReportPages {
  /// Hours by form, by theme and by teacher of what has a time in the timetable. Meals and
  /// registration count nowhere.
  func hours(of target: ReportTarget) -> Page {
    var page = self.page(.taughtOf, of: target, section: .hours)
    let items = items(of: target).filter { !isAside($0.session) }
    if items.isEmpty {
      page.blocks = [.paragraph(labels.heading(.nothingPlaced))]
      return page
    }
    let people = trainees(of: target)
    let within = Set(classes(of: target))
    var forms = Tally()
    var themes = Tally()
    var teachers = Tally()
    for item in items {
      let template = plan.template(of: item.session)
      let minutes = minutes(of: item)
      let present = self.people(of: item.session, in: within)
      forms.add(template.form, minutes, present)
      themes.add(template.theme ?? plan[item.session.module].theme ?? "", minutes, present)
      for (position, name) in item.placement.teachers.enumerated() {
        teachers.add(name, template.taughtMinutes(by: position, ofWhole: minutes), present)
      }
    }
    // In the vocabulary's and the plan's order, themes as they come.
    let formRows = forms.rows.sorted { text.formIndex($0.name) < text.formIndex($1.name) }
    let order = Dictionary(
      plan.teachers.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    let teacherRows = teachers.rows.sorted {
      (order[$0.name] ?? Int.max, $0.name) < (order[$1.name] ?? Int.max, $1.name)
    }
    page.blocks = [
      .chart(.bars(bars(formRows, people))),
      .table(table(.byForm, .form, formRows, people) { labels.form($0) }),
      .table(
        table(.byTheme, .theme, themes.rows, people) { $0.isEmpty ? labels.heading(.noTheme) : $0 }),
    ]
    if !teacherRows.isEmpty {
      page.blocks.append(.table(table(.byTeacher, .teacher, teacherRows, nil) { $0 }))
    }
    if let left = text.unplaced(unplaced(of: target), in: scope(of: target)) {
      page.blocks.append(.paragraph(left))
    }
    return page
  }

  private func isAside(_ session: Session) -> Bool { plan.template(of: session).isAside }

  private func trainees(of target: ReportTarget) -> Int {
    classes(of: target).reduce(0) { $0 + programme[$1].people }
  }

  /// Those who attend and are in these classes.
  private func people(of session: Session, in classes: Set<ClassID>) -> Int {
    let present = session.classes.filter { classes.contains($0) }
    return present.count == session.classes.count
      ? session.people : present.reduce(0) { $0 + programme[$1].people }
  }

  private func bars(_ rows: [Tally.Row], _ people: Int) -> BarsBlock {
    BarsBlock(
      caption: labels.heading(.perTrainee),
      headers: [labels.heading(.form), labels.heading(.perTrainee)],
      items: rows.map { row in
        let minutes = people == 0 ? row.minutes : row.personMinutes / people
        return BarsBlock.Item(
          name: labels.form(row.name), value: minutes, text: labels.hours(minutes),
          formIndex: text.formIndex(row.name))
      })
  }

  /// - Parameter people: those among whom hours are shared; nil where that means nothing.
  private func table(
    _ caption: Label, _ first: Label, _ rows: [Tally.Row], _ people: Int?,
    name: (String) -> String
  ) -> TableBlock {
    var columns = [
      TableBlock.Column(labels.heading(first)),
      TableBlock.Column(labels.heading(.sessions), .trailing),
      TableBlock.Column(labels.heading(.hours), .trailing),
    ]
    if people != nil { columns.append(.init(labels.heading(.perTrainee), .trailing)) }
    columns.append(.init(labels.shareHeading(.shareOfHours), .trailing, isShare: true))
    let whole = rows.reduce(0) { $0 + (people == nil ? $1.minutes : $1.personMinutes) }
    func cells(_ name: String, _ sessions: Int, _ minutes: Int, _ personMinutes: Int) -> [String] {
      var cells = [name, labels.number(sessions), labels.hours(minutes)]
      if let people { cells.append(people == 0 ? "" : labels.hours(personMinutes / people)) }
      let part = people == nil ? minutes : personMinutes
      cells.append(labels.percent(part, of: whole) ?? "–")
      return cells
    }
    var lines = rows.map {
      TableBlock.Row(cells(name($0.name), $0.sessions, $0.minutes, $0.personMinutes))
    }
    lines.append(
      TableBlock.Row(
        cells(
          labels.heading(.total), rows.reduce(0) { $0 + $1.sessions },
          rows.reduce(0) { $0 + $1.minutes },
          rows.reduce(0) { $0 + $1.personMinutes }), style: .total))
    return TableBlock(
      caption: labels.heading(caption), columns: columns, groups: [TableBlock.Group(rows: lines)])
  }
}

/// Sums by name, in the order in which the names come.
private struct Tally {
  struct Row {
    var name: String
    var sessions = 0
    var minutes = 0
    var personMinutes = 0
  }
  private(set) var rows: [Row] = []
  private var positions: [String: Int] = [:]

  mutating func add(_ name: String, _ minutes: Int, _ people: Int) {
    let position = positions[name] ?? rows.count
    if position == rows.count {
      positions[name] = position
      rows.append(Row(name: name))
    }
    rows[position].sessions += 1
    rows[position].minutes += minutes
    rows[position].personMinutes += minutes * people
  }
}

extension SessionTemplate {
  /// Whether it is no teaching: a meal, or arrival.
  var isAside: Bool {
    form == FormLabel.meal.rawValue || form == FormLabel.registration.rawValue
  }
}
