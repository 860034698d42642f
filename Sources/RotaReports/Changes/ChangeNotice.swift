import RotaPlanning

/// What has changed for somebody since the timetable was published: a table of what was and what is.
struct ChangeNotice {
  let input: ReportInput
  let text: SessionText
  let news: SessionNews

  init(_ input: ReportInput, _ text: SessionText) {
    self.input = input
    self.text = text
    news = SessionNews(input)
  }

  /// Nil where nothing has changed for them.
  func block(for target: ReportTarget) -> TableBlock? {
    let rows = news.items.compactMap { row($0, target) }
    if rows.isEmpty { return nil }
    let labels = text.labels
    var headings = [Label.change, .content, .audience].map { labels.heading($0) }
    for label in [Label.was, .now] {
      if labels.isPlain {
        headings += parts.map { labels.heading($0) + labels.inBrackets(labels.heading(label)) }
      } else {
        headings.append(labels.heading(label))
      }
    }
    return TableBlock(columns: headings.map { .init($0) }, rows: rows)
  }

  /// What programs have a column for.
  private let parts: [Label] = [.date, .begins, .ends, .place, .teacher]

  private func row(_ item: SessionNews.Item, _ target: ReportTarget) -> [String]? {
    guard let kind = item.kind else { return nil }
    let was = item.before.map { news.concerns(target, item, as: $0) } ?? false
    let isNow = news.concernsNow(target, item)
    guard was || isNow else { return nil }
    // Who else attends is no news to a class, teacher or place that has the session as before.
    if kind == .attendance, was, isNow, isOne(target) { return nil }
    return [
      words(kind, was: was, isNow: isNow), title(item), audience(item.identity),
    ] + standing(item.before) + standing(item.isOn ? item.after : nil)
  }

  private func isOne(_ target: ReportTarget) -> Bool {
    switch target {
    case .studyClass, .teacher, .place, .former: true
    case .all, .run, .rotation, .school, .day: false
    }
  }

  private func words(_ kind: TimetableChange.Kind, was: Bool, isNow: Bool) -> String {
    let labels = text.labels
    switch kind {
    case .added: return labels.heading(.added)
    case .cancelled: return labels.heading(.cancelled)
    case .attendance:
      return labels.heading(!was ? .arrives : !isNow ? .leaves : .audience)
    case .moved(let aspects):
      if !was { return labels.heading(.arrives) }
      if !isNow { return labels.heading(.leaves) }
      return labels.list(
        aspects.map { aspect in
          switch aspect {
          case .times: labels.heading(.time)
          case .places: labels.heading(.place)
          case .teachers: labels.heading(.teacher)
          }
        })
    }
  }

  private func title(_ item: SessionNews.Item) -> String {
    if let session = item.session { return text.title(session) }
    let number = item.identity.meeting
    return item.identity.session + (number > 1 ? text.labels.inBrackets(String(number)) : "")
  }

  private func audience(_ identity: SessionIdentity) -> String {
    text.labels.inAll {
      AudienceLabel.label(
        of: identity, programme: input.programme, plan: input.plan, known: input.knownClasses,
        language: $0)
    }
  }

  /// When, where and by whom, one below the other; for programs a cell each.
  private func standing(_ entry: Publication.Entry?) -> [String] {
    let labels = text.labels
    guard let entry else { return Array(repeating: "", count: labels.isPlain ? parts.count : 1) }
    let day = entry.placement.day
    if labels.isPlain {
      return [
        labels.date(day), labels.clock(entry.minutes.lowerBound),
        labels.clock(entry.minutes.upperBound), text.place(entry.placement),
        text.teachers(entry.placement, inFull: false),
      ]
    }
    let lines = [
      "\(labels.date(day)) \(labels.weekday(day))", labels.times(entry.minutes),
      text.place(entry.placement), text.teachers(entry.placement, inFull: false),
    ]
    return [lines.filter { !$0.isEmpty }.joined(separator: "\n")]
  }
}

extension ReportPages {
  /// A notice for each class, teacher, venue and site for whom something has changed, those included
  /// that the plan no longer has, or for one target, whose notice may say that nothing has.
  func notices(for target: ReportTarget) -> [Page] {
    let notice = ChangeNotice(input, text)
    if target != .all { return [noticePage(target, notice.block(for: target))] }
    let classes = input.programme.runs.flatMap(\.classes).map { ReportTarget.studyClass($0) }
    let teachers = input.plan.teachers.indices.map { ReportTarget.teacher(TeacherID($0)) }
    let places = [Place.Role.venue, .site].flatMap { role in
      input.plan.places.indices.filter { input.plan.places[$0].role == role }
        .map { ReportTarget.place(PlaceID($0)) }
    }
    let known = input.timetable.publication
    let gone =
      (known.map { FormerName.audiences(in: $0, notIn: input.programme, input.plan) } ?? [])
      .filter { if case .studyClass = $0.sort { true } else { false } }
      .map { ReportTarget.former($0) }
    let former = (known?.formerNames(in: input.plan) ?? []).map { ReportTarget.former($0) }
    let pages = (classes + gone + teachers + places + former).compactMap { target in
      notice.block(for: target).map { noticePage(target, $0) }
    }
    return pages.isEmpty ? [noticePage(.all, notice.block(for: .all))] : pages
  }

  private func noticePage(_ target: ReportTarget, _ block: TableBlock?) -> Page {
    page(
      .changesOf, of: target, section: target == .all ? .changes : section(of: target),
      moreFacts: { labels in
        input.timetable.publication.map {
          [labels(.since, "\($0.number)") + labels.inBrackets(labels.fullDate($0.day))]
        } ?? []
      },
      blocks: [block.map { .table($0) } ?? .paragraph(labels.heading(.noChanges))])
  }
}

extension Reports {
  /// What has changed since the timetable was published: a notice for each class, teacher, venue and
  /// site that it concerns, or for one target.
  public static func changes(_ input: ReportInput, of target: ReportTarget) -> Document {
    let make = ReportPages(input)
    return make.document(make.labels(.changes), pages: make.notices(for: target))
  }
}
