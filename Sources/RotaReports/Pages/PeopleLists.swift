import RotaPlanning

/// Lists of the people of a class. Of people whom the plan knows by number alone there are numbered
/// lines to be written in, with the units that they come from.
extension ReportPages {
  func classLists(of target: ReportTarget) -> [Page] {
    classes(of: target).map { id in
      let isNamed = input.classLists?[id] != nil
      let columns: [(Label, Int)] =
        isNamed
        ? [
          (.position, 3), (.personName, 12), (.sex, 4), (.unit, 12), (.post, 8), (.phone, 12),
          (.remark, 12),
        ] : [(.position, 3), (.personName, Self.writtenName), (.unit, 12), (.remark, 12)]
      let rows = people(of: id).enumerated().map { index, person in
        [labels.number(index + 1), person.name]
          + (isNamed ? [person.sex.map { labels($0 == .male ? .male : .female) } ?? ""] : [])
          + [person.unit ?? ""]
          + (isNamed ? [person.post ?? "", person.phone ?? ""] : []) + [""]
      }
      return page(
        .classListOf, of: .studyClass(id), section: .classLists, sheet: .upright,
        blocks: [
          .table(
            list(
              columns.map { (labels.heading($0.0), $0.1) }, rows, isNamed ? .remarks : .names))
        ])
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
      let parts = (slots.count + Self.mostSignatures - 1) / Self.mostSignatures
      let perPart = (slots.count + parts - 1) / parts
      let blocks = stride(from: 0, to: slots.count, by: perPart).map { start in
        let shown = slots[start..<min(start + perPart, slots.count)]
        let rows = people.enumerated().map { index, person in
          [labels.number(index + 1), person.name, person.unit ?? ""] + shown.map { _ in "" }
        }
        let heads = [
          (labels.heading(.position), 3),
          (
            labels.heading(.personName), people.contains { $0.name.isEmpty } ? Self.writtenName : 12
          ),
          (labels.heading(.unit), 8),
        ]
        return Block.table(list(heads + shown.map { ($0, 0) }, rows, .names))
      }
      return page(
        .signInOf, of: .studyClass(id), section: .signInSheets,
        moreFacts: { labels in
          if case .day(let day) = target {
            [labels.dayInFull(day)]
          } else {
            []
          }
        }, blocks: blocks)
    }
  }

  /// Columns to sign in, side by side on one sheet; more are shared out evenly among sheets.
  private static let mostSignatures = 10
  /// Columns of a terminal that a name takes which is written by hand.
  private static let writtenName = 18

  /// - Parameter headers: each with the columns of a terminal that it needs at least.
  private func list(
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
