import RotaPlanning

/// What stands above a page: what it is, in each language, then school, plan, what is particular,
/// and the day from which it holds.
extension ReportPages {
  /// A page about a target: `{} 课程表` and the like.
  func page(
    _ label: Label, of target: ReportTarget, section: Label? = nil, sheet: Page.Sheet = .usual,
    moreFacts: (Labels) -> [String] = { _ in [] }, blocks: [Block] = []
  ) -> Page {
    page(
      section: section ?? self.section(of: target), sheet: sheet,
      school: school(of: target),
      heading: { $0(label, name(of: target, $0)) },
      facts: { facts(of: target, $0) + moreFacts($0) }, standing: moreFacts,
      keys: keys(of: target), blocks: blocks)
  }

  /// What tells the pages of targets of one sort apart.
  private func keys(of target: ReportTarget) -> [Page.Key] {
    switch target {
    case .studyClass(let id):
      keys(of: .run(programme[id].run)) + [key(.studyClass, labels.number(programme[id].number))]
    case .run(let id):
      [
        key(
          .run,
          (plan.rotations.count > 1 ? "\(plan[programme[id].rotation].name) " : "")
            + labels.number(programme[id].number))
      ]
    case .teacher(let id): [key(.teacher, plan[id].name)]
    case .place(let id): [key(.place, plan[id].name)]
    case .day(let day): [key(.date, labels.date(day))]
    case .all, .rotation, .school, .former: []
    }
  }

  func key(_ label: Label, _ value: String) -> Page.Key {
    Page.Key(labels.heading(label), value)
  }

  /// - Parameter standing: facts by which one such page is told from another of its heading.
  func page(
    section: Label, sheet: Page.Sheet = .usual, school: SchoolID? = nil,
    heading: (Labels) -> String, facts: (Labels) -> [String] = { _ in [] },
    standing: (Labels) -> [String] = { _ in [] }, keys: [Page.Key] = [], blocks: [Block] = []
  ) -> Page {
    let each = labels.each
    var lines: [String] = []
    let title = heading(each.first ?? labels)
    for one in each.dropFirst().map(heading) where one != title && !lines.contains(one) {
      lines.append(one)
    }
    for one in each {
      let line = subheading(facts(one), school: school, one)
      if !line.isEmpty, !lines.contains(line) { lines.append(line) }
    }
    return Page(
      section: labels(section), heading: title, subheadings: lines, blocks: blocks, sheet: sheet,
      foot: foot(title, standing), keys: keys)
  }

  private func foot(_ title: String, _ standing: (Labels) -> [String]) -> Page.Foot {
    let name = plan.title ?? plan.name ?? ""
    let version = labels.sideBySide { labels in
      (standing(labels)
        + [input.versionDate.map { labels(.version, labels.fullDate($0)) }].compactMap { $0 })
        .joined(separator: " · ")
    }
    return Page.Foot(
      title: name.isEmpty || title.contains(name) ? title : "\(title) · \(name)", version: version)
  }

  /// School and plan, then what is particular, then the version.
  private func subheading(_ facts: [String], school: SchoolID?, _ labels: Labels) -> String {
    var parts: [String] = []
    for part in [school.map { plan[$0].title ?? plan[$0].name }, plan.title ?? plan.name]
      .compactMap({ $0 }) + facts where !part.isEmpty && !parts.contains(part)
    {
      parts.append(part)
    }
    if let version = input.versionDate {
      parts.append(labels(.version, labels.fullDate(version)))
    }
    return parts.joined(separator: " · ")
  }

  // MARK: Targets

  /// Under what the list of contents has a target.
  func section(of target: ReportTarget) -> Label {
    switch target {
    case .all, .day: .timetable
    case .studyClass: .classes
    case .run, .rotation: .runs
    case .school: .schools
    case .teacher: .teachers
    case .place(let id): plan[id].role == .venue ? .venues : .sites
    case .former(let former):
      switch former.sort {
      case .teacher: .teachers
      case .place: .venues
      case .run: .runs
      case .studyClass: .classes
      }
    }
  }

  func name(of target: ReportTarget, _ labels: Labels) -> String {
    switch target {
    case .all: plan.title ?? plan.name ?? ""
    case .studyClass(let id): name(id, labels)
    case .run(let id): name(id, labels)
    case .rotation(let id): plan[id].title ?? plan[id].name
    case .school(let id): plan[id].title ?? plan[id].name
    case .teacher(let id): plan[id].name
    case .place(let id): plan[id].name
    case .day(let day): labels.dayInFull(day)
    case .former(let former):
      switch former.sort {
      case .teacher, .place: former.name
      case .run(let run): "\(former.name) \(labels(.runNumber, String(run)))"
      case .studyClass(let one):
        "\(former.name) \(labels(.runNumber, String(one.run))) "
          + (input.knownClasses.ownName(of: one, in: former.name)
            ?? labels(.classNumber, String(one.number)))
      }
    }
  }

  func name(_ id: RunID, _ labels: Labels) -> String {
    let run = programme[id]
    let rotation = plan[run.rotation]
    return "\(rotation.title ?? rotation.name) \(labels(.runNumber, String(run.number)))"
  }

  func name(_ id: ClassID, _ labels: Labels) -> String {
    "\(name(programme[id].run, labels)) \(AudienceLabel.short(programme[id], labels.main))"
  }

  private func facts(of target: ReportTarget, _ labels: Labels) -> [String] {
    switch target {
    case .all, .day, .school, .former: return []
    case .studyClass(let id):
      let studyClass = programme[id]
      return dates([studyClass.run], labels) + [
        labels(.peopleCount, labels.number(studyClass.people)),
        studyClass.room.map { labels.pair(labels(.room), plan[$0].name) } ?? "",
      ]
    case .run(let id): return facts([id], labels)
    case .rotation(let id):
      return facts(
        programme.runs.indices.filter { programme.runs[$0].rotation == id }.map { RunID($0) },
        labels)
    case .teacher(let id): return [plan[id].institution, plan[id].post].compactMap { $0 }
    case .place(let id):
      let place = plan[id]
      return [
        plan.zone(of: place).map { plan[$0].name },
        place.seats.map { labels(.seatCount, labels.number($0)) },
      ].compactMap { $0 }
    }
  }

  /// Dates, people and classes of runs together.
  private func facts(_ runs: [RunID], _ labels: Labels) -> [String] {
    dates(runs, labels) + [
      labels(.peopleCount, labels.number(runs.reduce(0) { $0 + programme[$1].people })),
      labels(.classCount, labels.number(runs.reduce(0) { $0 + programme[$1].classes.count })),
    ]
  }

  func dates(_ runs: [RunID], _ labels: Labels) -> [String] {
    let days = runs.flatMap { self.days(programme[$0]) }
    guard let first = days.min(), let last = days.max() else { return [] }
    return [labels.dates(plan.calendar.days[first].day, plan.calendar.days[last].day)]
  }

  /// The school that a page is of; of a plan with one school, always that.
  private func school(of target: ReportTarget) -> SchoolID? {
    let own: SchoolID? =
      switch target {
      case .all, .day, .former: nil
      case .studyClass(let id): plan[programme[programme[id].run].rotation].school
      case .run(let id): plan[programme[id].rotation].school
      case .rotation(let id): plan[id].school
      case .school(let id): id
      case .teacher(let id): plan[id].school
      case .place(let id): plan[id].school
      }
    return own ?? (plan.schools.count == 1 ? SchoolID(0) : nil)
  }
}
