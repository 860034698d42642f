import RotaPlanning

/// Lists of the people of a class. Of people whom the plan knows by number alone there are numbered
/// lines to be written in, with the units that they come from.
extension ReportPages {
  func classLists(of target: ReportTarget) -> [Page] {
    classes(of: target).map { id in
      let isNamed = input.classLists?[id] != nil
      let splits = splits(of: id)
      let beside = splitsBeside(splits)
      let columns: [(Label, Int)] =
        isNamed
        ? [
          (.position, 3), (.personName, 12), (.sex, 4), (.unit, 12), (.post, 8), (.phone, 12),
        ] : [(.position, 3), (.personName, Self.writtenName), (.unit, 12)]
      var heads = columns.map { (labels.heading($0.0), $0.1) }
      heads += beside.map { (heading(of: $0, among: splits), 5) }
      heads.append((labels.heading(.remark), 12))
      let rows = people(of: id).enumerated().map { index, person in
        [labels.number(index + 1), person.name]
          + (isNamed ? [person.sex.map { labels($0 == .male ? .male : .female) } ?? ""] : [])
          + [person.unit ?? ""]
          + (isNamed ? [person.post ?? "", person.phone ?? ""] : [])
          + beside.map { labels.number($0.groupOf[index] + 1) } + [""]
      }
      return page(
        .classListOf, of: .studyClass(id), section: .classLists, sheet: .upright,
        blocks: [.table(list(heads, rows, isNamed ? .remarks : .names))]
          + (beside.isEmpty ? groupTables(of: id, splits) : []))
    }
  }

  /// Of a run, a column for each half of a day that has sessions; of one day, one for each session.
  func signInSheets(of target: ReportTarget) -> [Page] {
    classes(of: target).flatMap { id in
      // Who is not in house yet, or no longer, has nothing to sign.
      let items = items(of: .studyClass(id)).filter { item in
        if plan.template(of: item.session).phase != .during { return false }
        return if case .day(let day) = target { item.placement.day == day } else { true }
      }
      let splits = splits(of: id)
      let inGroups = Set(splits.flatMap(\.rounds).flatMap(\.sessions))
      let people = Array(people(of: id).enumerated())
      let whole = signatures(
        people, signed: items.filter { !inGroups.contains($0.session.identity) }, target)
      return (whole.isEmpty ? [] : [signInSheet(of: id, target, whole)])
        + splits.compactMap { split in
          let blocks = signatures(of: split, people, items, target)
          return blocks.isEmpty ? nil : signInSheet(of: id, target, blocks, for: split.titles)
        }
    }
  }

  /// - Parameter titles: what it is for, where that is not everything.
  private func signInSheet(
    of id: ClassID, _ target: ReportTarget, _ blocks: [Block], for titles: [String] = []
  ) -> Page {
    page(
      .signInOf, of: .studyClass(id), section: .signInSheets,
      moreFacts: { labels in
        let what = titles.isEmpty ? [] : [labels.list(titles)]
        if case .day(let day) = target { return [labels.dayInFull(day)] + what }
        return what
      }, blocks: blocks)
  }

  /// What some people of a class sign at these sessions; they keep their numbers in the class list.
  func signatures(
    _ people: [(offset: Int, element: Trainee)], signed items: [Schedule.Item],
    _ target: ReportTarget, caption: String? = nil
  ) -> [Block] {
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
    if slots.isEmpty { return [] }
    let parts = (slots.count + Self.mostSignatures - 1) / Self.mostSignatures
    let perPart = (slots.count + parts - 1) / parts
    return stride(from: 0, to: slots.count, by: perPart).map { start in
      let shown = slots[start..<min(start + perPart, slots.count)]
      let rows = people.map { index, person in
        [labels.number(index + 1), person.name, person.unit ?? ""] + shown.map { _ in "" }
      }
      let heads = [
        (labels.heading(.position), 3), nameHeading(people.map(\.element)),
        (labels.heading(.unit), 8),
      ]
      var table = list(heads + shown.map { ($0, 0) }, rows, .names)
      table.caption = caption
      return .table(table)
    }
  }

  /// The head of a column of names; wider where some are written by hand.
  func nameHeading(_ people: [Trainee]) -> (text: String, width: Int) {
    (labels.heading(.personName), people.contains { $0.name.isEmpty } ? Self.writtenName : 12)
  }

  /// Columns to sign in, side by side on one sheet; more are shared out evenly among sheets.
  static let mostSignatures = 10
  /// Columns of a terminal that a name takes which is written by hand.
  private static let writtenName = 18

  /// - Parameter headers: each with the columns of a terminal that it needs at least.
  func list(
    _ headers: [(text: String, width: Int)], _ rows: [[String]], _ writing: TableBlock.Writing
  ) -> TableBlock {
    var table = TableBlock(
      columns: headers.enumerated().map { index, header in
        var column = TableBlock.Column(header.text, index == 0 ? .trailing : .leading)
        column.leastWidth = header.width
        return column
      }, rows: rows)
    table.writing = writing
    return table
  }

  func people(of id: ClassID) -> [Trainee] {
    plan.people(of: id, in: programme, named: input.classLists)
  }
}
