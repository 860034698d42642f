import RotaPlanning

/// Who is in which group, where classes meet in groups.
extension ReportPages {
  /// Meetings of a class at which the groups are the same.
  struct Split {
    var rounds: [GroupRound]
    /// What the groups do.
    var titles: [String]
    /// By position in the class list, from 0.
    var groupOf: [Int]
    var count: Int
  }

  /// In order of the first meeting; none where the class is together all the time.
  func splits(of id: ClassID) -> [Split] {
    let rounds = input.groups[id].filter { $0.sessions.count > 1 }
    if rounds.isEmpty { return [] }
    let sessions = items(of: .studyClass(id)).map(\.session) + unplaced(of: .studyClass(id))
    let titles = Dictionary(
      sessions.map { ($0.identity, text.title($0)) }, uniquingKeysWith: { first, _ in first })
    var splits: [Split] = []
    for round in rounds {
      let title = round.sessions.first.flatMap { titles[$0] } ?? ""
      let known = splits.firstIndex {
        $0.count == round.sessions.count && $0.groupOf == round.groupOf
      }
      if let known {
        splits[known].rounds.append(round)
        if !splits[known].titles.contains(title) { splits[known].titles.append(title) }
      } else {
        splits.append(
          Split(
            rounds: [round], titles: [title], groupOf: round.groupOf, count: round.sessions.count))
      }
    }
    return splits
  }

  /// Splits that stand beside the people in the class list: the only one, and for programs all.
  func splitsBeside(_ splits: [Split]) -> [Split] {
    splits.count == 1 || input.isForPrograms ? splits : []
  }

  /// `Group`, and of several splits what is done in these groups: a heading that says nothing to who
  /// reads the list as a roster again.
  func heading(of split: Split, among splits: [Split]) -> String {
    if splits.count == 1 { return labels.heading(.group) }
    return labels(.group) + labels.inBrackets(labels.list(split.titles))
  }

  /// A column for each split: in which group everybody is.
  func groupTables(of id: ClassID, _ splits: [Split]) -> [Block] {
    if splits.isEmpty { return [] }
    let people = people(of: id)
    let parts = (splits.count + Self.mostSignatures - 1) / Self.mostSignatures
    let perPart = (splits.count + parts - 1) / parts
    return stride(from: 0, to: splits.count, by: perPart).map { start in
      let shown = splits[start..<min(start + perPart, splits.count)]
      let rows = people.enumerated().map { index, person in
        [labels.number(index + 1), person.name] + shown.map { labels.number($0.groupOf[index] + 1) }
      }
      let heads = [(labels.heading(.position), 3), nameHeading(people)]
      var table = list(heads + shown.map { (head(of: $0, of: id), 5) }, rows, .remarks)
      table.caption = labels.heading(.groups)
      for index in table.columns.indices.dropFirst(2) { table.columns[index].alignment = .centre }
      return .table(table)
    }
  }

  /// The day of a split of one meeting, and what is done.
  private func head(of split: Split, of id: ClassID) -> String {
    let title = labels.list(split.titles)
    guard split.rounds.count == 1, let first = split.rounds[0].sessions.first,
      let item = items(of: .studyClass(id)).first(where: { $0.session.identity == first })
    else { return title }
    return "\(labels.date(plan.calendar.days[item.dayIndex].day))\n\(title)"
  }

  /// What each group signs: at its meetings of a split, among these.
  func signatures(
    of split: Split, _ people: [(offset: Int, element: Trainee)], _ items: [Schedule.Item],
    _ target: ReportTarget
  ) -> [Block] {
    (0..<split.count).flatMap { group -> [Block] in
      let own = Set(split.rounds.map { $0.sessions[group] })
      let meetings = items.filter { own.contains($0.session.identity) }
      var caption = [labels.sideBySide { $0(.groupNumber, $0.number(group + 1)) }]
      if split.rounds.count == 1, let one = meetings.first {
        caption += [
          text.title(one.session), labels.clock(one.minutes.lowerBound), text.place(one.placement),
        ]
      }
      return signatures(
        people.filter { split.groupOf[$0.offset] == group }, signed: meetings, target,
        caption: caption.filter { !$0.isEmpty }.joined(separator: " · "))
    }
  }
}
