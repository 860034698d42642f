import RotaPlanning

extension ReportPages {
  /// What each teacher teaches or chairs: when, where and for whom.
  func letters(of target: ReportTarget) -> [Page] {
    let teachers: [TeacherID] = if case .teacher(let id) = target { [id] } else { teachersUsed }
    return teachers.map { id in
      let items = items(of: .teacher(id))
      var page = page(.letterTo, of: .teacher(id), section: .letters, sheet: .upright)
      func paragraph(_ text: (Labels) -> String) -> Block {
        .paragraph(
          labels.each.map(text).reduce(into: [String]()) { lines, line in
            if !lines.contains(line) { lines.append(line) }
          }.joined(separator: "\n"))
      }
      if items.isEmpty {
        page.blocks = [.paragraph(labels.heading(.nothingPlaced))]
        return page
      }
      let name = plan[id].name
      let minutes = items.reduce(0) { $0 + minutesTaught(by: name, in: $1) }
      page.blocks = [
        paragraph { $0(.greeting, name) },
        paragraph { $0(.letterBody, plan.title ?? plan.name ?? "") },
        .table(letterTable(items, of: id)),
      ]
      // To who speaks for ten minutes, the minutes say it all.
      let isSpeaker = items.allSatisfy {
        !text.ownItems(of: name, $0.session, $0.placement).isEmpty
      }
      if !isSpeaker { page.blocks.append(paragraph { $0(.taughtHours, $0.hours(minutes)) }) }
      page.blocks += [
        paragraph { $0(.reply) },
        paragraph { labels in
          ([labels(.closing), signature(of: items)].compactMap { $0 }
            + [input.versionDate.map { labels.fullDate($0) }].compactMap { $0 })
            .joined(separator: "\n")
        },
      ]
      return page
    }
  }

  /// The school that asks somebody to teach; where several do, what they plan together. Nil where
  /// there is no school.
  private func signature(of items: [Schedule.Item]) -> String? {
    if plan.schools.isEmpty { return nil }
    let schools = Set(items.map { plan[$0.session.rotation].school })
    let only = schools.count == 1 ? schools.first.flatMap { $0 } : nil
    guard let school = only ?? (plan.schools.count == 1 ? SchoolID(0) : nil) else {
      return plan.title ?? plan.name
    }
    return plan[school].title ?? plan[school].name
  }

  /// Of a session in which somebody only speaks in items of the agenda, the minutes of these.
  func minutesTaught(by name: String, in item: Schedule.Item) -> Int {
    item.placement.teachers.firstIndex(of: name).map {
      plan.template(of: item.session).taughtMinutes(by: $0, ofWhole: minutes(of: item))
    } ?? 0
  }

  private func letterTable(_ items: [Schedule.Item], of id: TeacherID) -> TableBlock {
    let headings: [Label] = [
      .date, .weekday, .time, .content, .form, .audience, .people, .place,
    ]
    let rows = items.map { item in
      let day = plan.calendar.days[item.dayIndex].day
      let template = plan.template(of: item.session)
      let isChair = !item.placement.teachers.contains(plan[id].name)
      return [
        labels.sideBySide { $0.fullDate(day) }, labels.weekday(day), labels.times(item.minutes),
        text.title(item.session)
          + (isChair ? labels.inBrackets(labels.heading(.chair)) : "")
          + text.ownItems(of: plan[id].name, item.session, item.placement).map {
            "\n\(labels.times($0.minutes)) \($0.item.title)"
          }.joined(),
        labels.form(template.form),
        text.audience.text([item.session], in: .everything),
        labels.number(item.session.people),
        plan[id].isRemote
          ? labels.heading(.remote) + labels.inBrackets(text.hall(item.placement))
          : text.hall(item.placement),
      ]
    }
    return TableBlock(
      columns: headings.map {
        TableBlock.Column(labels.heading($0), $0 == .people ? .trailing : .leading)
      }, rows: rows)
  }
}
