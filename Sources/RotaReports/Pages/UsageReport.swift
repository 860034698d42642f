import RotaPlanning

/// How much the timetable uses of each place, teacher and resource.
struct UsageReport {
  let input: ReportInput
  let text: SessionText
  let schedule: Schedule
  private var labels: Labels { text.labels }
  private var plan: Plan { input.plan }

  func blocks() -> [Block] {
    var blocks: [Block] = []
    let byPlace = schedule.items { $0.placement.places }
    for (role, label) in [(Place.Role.venue, Label.venues), (.site, .sites)] {
      let places = plan.places.filter { $0.role == role }
      if places.isEmpty { continue }
      blocks += UsageMap(plan: plan, labels: labels).blocks(places, byPlace, label)
        .map { .chart(.heat($0)) }
      let rows = places.map { place in
        row(
          place.name, byPlace[place.name] ?? [], place.availability,
          closed: place.school.map { plan[$0].closed } ?? [])
      }
      blocks.append(.table(table(label, rows)))
    }
    if !plan.teachers.isEmpty {
      let byTeacher = schedule.items { $0.placement.teachers }
      let byChair = schedule.items { item in
        [plan.template(of: item.session).chair].compactMap { $0 }.map { plan[$0].name }
      }
      let rows = plan.teachers.map {
        row(
          $0.name, byTeacher[$0.name] ?? [], alsoBusy: byChair[$0.name] ?? [], $0.availability)
      }
      blocks.append(.table(table(.teachers, rows)))
    }
    if let resources = resourceTable() { blocks.append(.table(resources)) }
    return blocks
  }

  private func table(_ caption: Label, _ rows: [[String]]) -> TableBlock {
    TableBlock(
      caption: labels.heading(caption),
      columns: [
        TableBlock.Column(labels.heading(.name)),
        TableBlock.Column(labels.heading(.sessions), .trailing),
        TableBlock.Column(labels.heading(.hours), .trailing),
        TableBlock.Column(labels.heading(.periodsUsed), .trailing),
        TableBlock.Column(labels.heading(.periodsOpen), .trailing),
        TableBlock.Column(labels.shareHeading(.share), .trailing, isShare: true),
      ], rows: rows)
  }

  /// Who takes the chair is busy, but it is no session of theirs.
  private func row(
    _ name: String, _ items: [Schedule.Item], alsoBusy: [Schedule.Item] = [],
    _ availability: Availability, closed: [Window] = []
  ) -> [String] {
    let calendar = plan.calendar
    var used = Set<Int>()
    var minutes = 0
    for item in alsoBusy { used.formUnion(item.span) }
    for item in items {
      used.formUnion(item.span)
      let whole = item.span.reduce(0) { $0 + calendar.slots[$1].times.count }
      // Who speaks in items of an agenda alone teaches for as long.
      let position = item.placement.teachers.firstIndex(of: name)
      minutes +=
        position.map {
          plan.template(of: item.session).taughtMinutes(by: $0, ofWhole: whole)
        } ?? whole
    }
    let limits = Availability(
      allowed: availability.allowed, excluded: availability.excluded + closed)
    let open = calendar.slots.indices.filter {
      limits.allows(calendar.day(ofSlot: $0), calendar.slots[$0].times)
    }.count
    return [
      name, labels.number(items.count), labels.tenths((minutes + 3) / 6),
      labels.number(used.count), labels.number(open), labels.percent(used.count, of: open) ?? "–",
    ]
  }

  /// Buses and beds without a name of their own go by the word for them.
  private func name(of resource: Resource) -> String {
    switch resource.role {
    case .buses where resource.name == Resource.Role.buses.rawValue: labels.heading(.busFleet)
    case .beds where resource.name == Resource.Role.beds.rawValue: labels.heading(.beds)
    case .buses, .beds, .other: resource.name
    }
  }

  private func resourceTable() -> TableBlock? {
    if plan.resources.isEmpty { return nil }
    let rows = plan.resources.enumerated().map { index, resource in
      let peak = ResourcePeak(
        plan: plan, programme: input.programme, items: schedule.items, outings: text.outings
      ).most(of: ResourceID(index))
      return [
        name(of: resource), labels.number(resource.count), labels.number(peak),
        labels.percent(peak, of: resource.count) ?? "–",
      ]
    }
    return TableBlock(
      caption: labels.heading(.resources),
      columns: [
        TableBlock.Column(labels.heading(.name)),
        TableBlock.Column(labels.heading(.count), .trailing),
        TableBlock.Column(labels.heading(.mostAtOnce), .trailing),
        TableBlock.Column(labels.shareHeading(.share), .trailing, isShare: true),
      ], rows: rows)
  }
}

extension ReportPages {
  func usage() -> Page {
    let report = UsageReport(input: input, text: text, schedule: schedule)
    return page(section: .usage, heading: { $0(.usage) }, blocks: report.blocks())
  }
}
