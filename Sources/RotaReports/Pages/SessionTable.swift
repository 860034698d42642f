import RotaPlanning

extension ReportPages {
  /// A row for each session, with the columns that schools' spreadsheets have; those without a time
  /// come last.
  func sessions(of target: ReportTarget) -> Page {
    let calendar = plan.calendar
    let items = items(of: target)
    let unplaced = unplaced(of: target)
    func chair(_ session: Session) -> String {
      plan.template(of: session).chair.map { plan[$0].name } ?? ""
    }
    let hasChairs = (items.map(\.session) + unplaced).contains { !chair($0).isEmpty }
    let hasAgendas = items.contains { !plan.template(of: $0.session).agenda.isEmpty }
    let headings: [(Label, TableBlock.Alignment)] =
      [
        (.date, .leading), (.weekday, .leading), (.period, .leading), (.begins, .leading),
        (.ends, .leading), (.run, .leading), (.studyClass, .leading), (.course, .leading),
        (.form, .leading), (.teacher, .leading), (.place, .leading), (.hoursTaught, .trailing),
        (.people, .trailing),
      ] + (hasChairs ? [(.chair, .leading)] : []) + (hasAgendas ? [(.agenda, .leading)] : [])
    func about(_ session: Session) -> [String] {
      [run(of: session), studyClass(of: session), text.title(session)]
        + [labels.form(plan.template(of: session).form)]
    }
    var rows = items.map { item in
      let day = calendar.days[item.dayIndex].day
      return [
        labels.date(day), labels.weekday(day), item.placement.period,
        labels.clock(item.minutes.lowerBound), labels.clock(item.minutes.upperBound),
      ] + about(item.session) + [
        text.teachers(item.placement, inFull: false), text.place(item.placement),
        labels.hours(minutes(of: item)), labels.number(item.session.people),
      ] + (hasChairs ? [chair(item.session)] : [])
        + (hasAgendas
          ? [text.agenda(item.session, item.placement).joined(separator: "\n")] : [])
    }
    rows += unplaced.map { session in
      ["", "", "", "", ""] + about(session) + ["", "", "", labels.number(session.people)]
        + (hasChairs ? [chair(session)] : []) + (hasAgendas ? [""] : [])
    }
    let table = TableBlock(
      columns: headings.map { TableBlock.Column(labels.heading($0.0), $0.1) }, rows: rows)
    return page(
      section: .sessions, heading: { $0.pair($0(.sessions), name(of: target, $0)) },
      blocks: [.table(table)])
  }

  /// Minutes taught; breaks between the periods of a session do not count.
  func minutes(of item: Schedule.Item) -> Int {
    item.span.reduce(0) { $0 + plan.calendar.slots[$1].times.count }
  }

  private func run(of session: Session) -> String { labels.list(session.runs.map { name(of: $0) }) }

  /// Which run it is, of several rotations with its rotation's name.
  func name(of id: RunID) -> String {
    let number = labels(.runNumber, String(programme[id].number))
    return plan.rotations.count > 1 ? "\(plan[programme[id].rotation].name) \(number)" : number
  }

  /// Classes, or groups of a class; empty where it is all of several runs.
  private func studyClass(of session: Session) -> String {
    guard session.runs.count == 1 else { return "" }
    return text.audience.text([session], in: .run(session.runs[0]))
  }
}
