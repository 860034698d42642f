import RotaPlanning

extension ReportPages {
  /// Hours of teachers beside norm, wish and fair share, for those who share with others what they
  /// give and those who owe or wish some number of hours. Nil where there is nobody such.
  func fairnessOfTeachers() -> FairnessSection? {
    let sharing = TeacherPools(plan: plan, programme: programme)
    let minutes = minutesOfTeachers()
    var differences: [Int] = []
    var groups = sharing.pools.map { pool in
      let taught = pool.members.map { minutes[plan[$0].name] ?? 0 }
      let total = taught.reduce(0, +)
      return TableBlock.Group(
        rows: pool.members.indices.map { index in
          let share = FairShare(weight: pool.claims[index], of: pool.claimed).share(of: total)
          differences.append(taught[index] - share)
          return row(of: pool.members[index], taught[index], share: share)
        })
    }
    let alone = plan.teachers.indices.map { TeacherID($0) }.filter {
      sharing.poolOfTeacher[$0.value] == nil && plan[$0].claim != nil
    }
    if !alone.isEmpty {
      groups.append(
        TableBlock.Group(
          rows: alone.map { row(of: $0, minutes[plan[$0].name] ?? 0, share: nil) }))
    }
    if groups.isEmpty { return nil }
    var columns = [
      TableBlock.Column(labels.heading(.teacher)),
      TableBlock.Column(labels.heading(.hours), .trailing),
    ]
    columns += claims.map { TableBlock.Column(labels.heading($0.label), .trailing) }
    columns += [Label.fairShare, .difference].map {
      TableBlock.Column(labels.heading($0), .trailing)
    }
    return FairnessSection(
      title: .teachersLoad, columns: columns, groups: groups,
      measures: measures(of: differences) { labels.hours($0) })
  }

  /// Norms and wishes, where any teacher has one.
  private var claims: [(label: Label, of: KeyPath<Teacher, Int?>)] {
    [(.norm, \.norm), (.wish, \.wish)].filter { claim in
      plan.teachers.contains { $0[keyPath: claim.1] != nil }
    }
  }

  private func row(of id: TeacherID, _ minutes: Int, share: Int?) -> TableBlock.Row {
    let teacher = plan[id]
    var cells = [teacher.name, labels.hours(minutes)]
    cells += claims.map { teacher[keyPath: $0.of].map { labels.hours($0) } ?? "" }
    cells += [
      share.map { labels.hours($0) } ?? "–",
      share.map { share in labels.signed(minutes - share) { labels.hours($0) } } ?? "–",
    ]
    return TableBlock.Row(cells)
  }

  private func minutesOfTeachers() -> [String: Int] {
    var sums: [String: Int] = [:]
    for item in schedule.items {
      let template = plan.template(of: item.session)
      let minutes = minutes(of: item)
      for (position, name) in item.placement.teachers.enumerated() {
        sums[name, default: 0] += template.taughtMinutes(by: position, ofWhole: minutes)
      }
    }
    return sums
  }
}
