import RotaPlanning

/// Lists of the people of a class. Of people whom the plan knows by number alone there are numbered
/// lines to be written in, with the units that they come from.
extension ReportPages {
  func classLists(of target: ReportTarget) -> [Page] {
    classes(of: target).map { id in
      let isNamed = input.classLists?[id] != nil
      let columns: [Label] =
        isNamed
        ? [.position, .personName, .sex, .unit, .post, .phone, .remark]
        : [.position, .personName, .unit, .remark]
      let rows = people(of: id).enumerated().map { index, person in
        [labels.number(index + 1), person.name]
          + (isNamed ? [person.sex.map { labels($0 == .male ? .male : .female) } ?? ""] : [])
          + [person.unit ?? ""]
          + (isNamed ? [person.post ?? "", person.phone ?? ""] : []) + [""]
      }
      return page(
        .classListOf, of: .studyClass(id), section: .classLists, sheet: .upright,
        blocks: [.table(list(columns.map { labels.heading($0) }, rows))])
    }
  }

  /// Of a run, a column for each half of a day that has sessions; of one day, one for each session.
  func signInSheets(of target: ReportTarget) -> [Page] {
    classes(of: target).compactMap { id in
      let items = items(of: .studyClass(id)).filter { item in
        if case .day(let day) = target { item.placement.day == day } else { true }
      }
      if items.isEmpty { return nil }
      var slots: [String] = []
      for item in items {
        let day = plan.calendar.days[item.dayIndex].day
        let slot: String
        if case .day = target {
          slot = "\(labels.clock(item.minutes.lowerBound))\n\(text.title(item.session))"
        } else {
          slot = "\(labels.date(day))\n\(labels.partOfDay(item.minutes.lowerBound))"
        }
        if !slots.contains(slot) { slots.append(slot) }
      }
      let people = people(of: id)
      let blocks = stride(from: 0, to: slots.count, by: Self.mostSignatures).map { start in
        let shown = slots[start..<min(start + Self.mostSignatures, slots.count)]
        let rows = people.enumerated().map { index, person in
          [labels.number(index + 1), person.name, person.unit ?? ""] + shown.map { _ in "" }
        }
        return Block.table(
          list(
            [labels.heading(.position), labels.heading(.personName), labels.heading(.unit)]
              + Array(shown), rows))
      }
      return page(
        .signInOf, of: .studyClass(id), section: .signInSheets,
        moreFacts: { labels in
          if case .day(let day) = target {
            ["\(labels.fullDate(day)) \(labels.weekday(day))"]
          } else {
            []
          }
        }, blocks: blocks)
    }
  }

  /// Columns to sign in, side by side on one sheet.
  private static let mostSignatures = 10

  private func list(_ headers: [String], _ rows: [[String]]) -> TableBlock {
    var table = TableBlock(
      columns: headers.enumerated().map {
        TableBlock.Column($0.element, $0.offset == 0 ? .trailing : .leading)
      }, rows: rows)
    table.isForWriting = true
    return table
  }

  /// The people of a class as its roster names them, by unit; then lines for as many as the plan
  /// reckons with besides.
  private func people(of id: ClassID) -> [Trainee] {
    let studyClass = programme[id]
    let known =
      input.classLists?[id]
      ?? studyClass.shares.flatMap { share in
        [Trainee](
          repeating: Trainee(name: "", unit: share.unit.map { plan[$0].name }),
          count: max(0, share.people))
      }
    let rest = max(0, studyClass.people - known.count)
    return known + [Trainee](repeating: Trainee(name: ""), count: rest)
  }
}
