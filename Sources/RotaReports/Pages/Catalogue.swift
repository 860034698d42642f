import RotaPlanning

/// The courses that the schools of a network tell each other of: every session that a module
/// describes, once, however many classes are given it.
extension ReportPages {
  /// A page for each school, then one for what rotations of no school are taught.
  func catalogue(of target: ReportTarget) -> [Page] {
    switch target {
    case .school(let id): return [catalogue(ofSchool: id)]
    case .rotation(let id):
      return [catalogue([id], of: target, school: plan[id].school)]
    case .all, .studyClass, .run, .teacher, .place, .day, .former:
      let schools = plan.schools.indices.map { SchoolID($0) }
        .filter { !rotations(ofSchool: $0).isEmpty }
      let others = rotations(ofSchool: nil)
      return schools.map { catalogue(ofSchool: $0) }
        + (others.isEmpty ? [] : [catalogue(others, of: .all, school: nil)])
    }
  }

  private func catalogue(ofSchool id: SchoolID) -> Page {
    catalogue(rotations(ofSchool: id), of: .school(id), school: id)
  }

  private func rotations(ofSchool school: SchoolID?) -> [RotationID] {
    plan.rotations.indices.map { RotationID($0) }.filter { plan[$0].school == school }
  }

  private func catalogue(
    _ rotations: [RotationID], of target: ReportTarget, school: SchoolID?
  ) -> Page {
    var page = page(.catalogueOf, of: target, section: .catalogue)
    if let school { page.keys = [key(.school, plan[school].title ?? plan[school].name)] }
    let taught = Set(rotations.flatMap { plan[$0].modules })
    let groups = plan.modules.indices.map { ModuleID($0) }.filter { taught.contains($0) }
      .map { module in
        let given = rotations.filter { plan[$0].modules.contains(module) }
        return TableBlock.Group(
          rows: plan[module].sessions.indices.filter { !plan[module].sessions[$0].isAside }.map {
            TableBlock.Row(
              Course(module: module, template: $0, for: given, at: school, of: self).cells)
          })
      }.filter { !$0.rows.isEmpty }
    if groups.isEmpty {
      page.blocks = [.paragraph(labels.heading(.nothingPlaced))]
      return page
    }
    let columns: [(Label, TableBlock.Alignment)] = [
      (.module, .leading), (.content, .leading), (.form, .leading), (.audience, .leading),
      (.teacher, .leading), (.place, .leading), (.hoursTaught, .trailing), (.sessions, .trailing),
      (.time, .leading),
    ]
    page.blocks = [
      .table(
        TableBlock(
          columns: columns.map { TableBlock.Column(labels.heading($0.0), $0.1) }, groups: groups,
          mergedColumns: 1))
    ]
    return page
  }
}

/// One row of the catalogue. What has a time tells who gives it and where; what has none, who may and
/// where it may be.
private struct Course {
  let module: ModuleID
  let template: SessionTemplate
  let rotations: [RotationID]
  let school: SchoolID?
  let pages: ReportPages
  private let sessions: [Session]
  private let items: [Schedule.Item]
  private var plan: Plan { pages.plan }
  private var labels: Labels { pages.labels }

  init(
    module: ModuleID, template: Int, for rotations: [RotationID], at school: SchoolID?,
    of pages: ReportPages
  ) {
    self.module = module
    self.template = pages.plan[module].sessions[template]
    self.rotations = rotations
    self.school = school
    self.pages = pages
    let given = Set(rotations)
    func isOfIt(_ session: Session) -> Bool {
      session.module == module && session.template == template
        && (given.contains(session.rotation)
          || session.runs.contains { given.contains(pages.programme[$0].rotation) })
    }
    sessions = pages.programme.sessions.filter(isOfIt)
    items = pages.schedule.items.filter { isOfIt($0.session) }
  }

  var cells: [String] {
    [
      plan[module].name, template.title ?? template.name, labels.form(template.form),
      labels.list(rotations.map { plan[$0].title ?? plan[$0].name }), teachers, places, hours,
      labels.number(sessions.count), times,
    ]
  }

  private var teachers: String {
    let names =
      items.isEmpty
      ? template.teachers.flatMap { $0.candidates.map { plan[$0].name } }
      : items.flatMap(\.placement.teachers)
    return labels.list(once(names).map { pages.text.teacher($0, inFull: false) })
  }

  /// Those of the school where it has one of them, be it that a lecture is streamed to it.
  private var places: String {
    if items.isEmpty { return labels.list(template.places.map { plan[$0].name }) }
    let names = items.map { item in
      let own = item.placement.places.filter { name in
        pages.text.places[name].map { plan[$0].school == school } ?? false
      }
      guard school != nil, let first = own.first else { return item.placement.places.first ?? "" }
      guard let source = pages.text.streamSource(of: item.placement, at: first) else {
        return first
      }
      return first + labels.inBrackets(labels.sideBySide { $0(.streamedFrom, source) })
    }
    return labels.list(once(names.filter { !$0.isEmpty }))
  }

  /// Of all its meetings together, as each who attends has it; empty while periods differ in length and
  /// none is chosen.
  private var hours: String {
    let lengths: Set<Int> =
      items.isEmpty
      ? Set(plan.calendar.slots.map { $0.times.count * template.periods })
      : Set(items.map { pages.minutes(of: $0) })
    guard lengths.count == 1, let minutes = lengths.first else { return "" }
    return labels.hours(minutes * template.meetings)
  }

  /// Up to three times, or from the first day to the last.
  private var times: String {
    let starts = once(
      items.map { item in
        labels.date(plan.calendar.days[item.dayIndex].day) + " "
          + labels.clock(item.minutes.lowerBound)
      })
    if starts.count <= 3 { return labels.list(starts) }
    let days = [items.first, items.last].compactMap { $0 }
      .map { labels.date(plan.calendar.days[$0.dayIndex].day) }
    return once(days).joined(separator: labels.isPlain ? "/" : "–")
  }

  private func once(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }
}
