import RotaPlanning

extension ReportPages {
  /// For each venue and day with a session: what is held there, to be read from afar.
  func doorSigns(of target: ReportTarget) -> [Page] {
    var venues = placesUsed.filter { plan[$0].role == .venue }
    var onlyDay: Day?
    switch target {
    case .place(let id): venues = [id]
    case .school(let id): venues = venues.filter { plan[$0].school == id }
    case .day(let day): onlyDay = day
    case .all, .studyClass, .run, .rotation, .teacher, .former: break
    }
    return venues.flatMap { id in
      var byDay: [Int: [Schedule.Item]] = [:]
      for item in items(of: .place(id)) where onlyDay == nil || item.placement.day == onlyDay {
        byDay[item.dayIndex, default: []].append(item)
      }
      return byDay.sorted { $0.key < $1.key }.map { dayIndex, items in
        sign(id, plan.calendar.days[dayIndex].day, items)
      }
    }
  }

  private func sign(_ id: PlaceID, _ day: Day, _ items: [Schedule.Item]) -> Page {
    let headings: [Label] = [.time, .content, .audience, .teacher]
    let rows = Bundle.bundles(items).map { bundle in
      [
        labels.times(bundle.first.minutes),
        text.title(bundle.first.session)
          + (text.streamSource(of: bundle.first.placement, at: plan[id].name).map { main in
            labels.inBrackets(labels.sideBySide { $0(.streamedFrom, main) })
          } ?? ""),
        text.audience.text(bundle.items.map(\.session), in: .everything),
        text.teachers(bundle, in: .everything, inFull: false),
      ]
    }
    return page(
      section: .doorSigns, sheet: .sign, school: plan[id].school,
      heading: { _ in plan[id].name },
      facts: { [$0.dayInFull(day)] },
      standing: { [$0.fullDate(day)] },
      keys: [key(.place, plan[id].name), key(.date, labels.date(day))],
      blocks: [
        .table(
          TableBlock(columns: headings.map { TableBlock.Column(labels.heading($0)) }, rows: rows))
      ])
  }
}
