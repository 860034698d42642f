import RotaPlanning

/// Pages of timetables as grids, and of programme tables.
extension ReportPages {
  /// Days across and periods down; of one day, classes across.
  func grid(of target: ReportTarget, sheet: Page.Sheet = .usual) -> Page {
    var page = self.page(.timetableOf, of: target, sheet: sheet)
    let items = items(of: target)
    if items.isEmpty {
      page.blocks = [.paragraph(labels.heading(.nothingPlaced))]
    } else {
      page.blocks = gridBlocks(target, items)
      if let legend = text.legend(items.map(\.session)) { page.blocks.append(.legend(legend)) }
    }
    if let left = text.unplaced(unplaced(of: target), in: scope(of: target)) {
      page.blocks.append(.paragraph(left))
    }
    return page
  }

  private func gridBlocks(_ target: ReportTarget, _ items: [Schedule.Item]) -> [Block] {
    var grid = WeekGrid(input: input, text: text)
    let scope = scope(of: target)
    switch target {
    case .day(let day): return dayBlocks(day, items)
    case .studyClass(let id):
      let days = days(programme[programme[id].run], with: items)
      return grid.blocks(days: days, items: items, scope: scope).map { .grid($0) }
    case .run(let id):
      let days = days(programme[id], with: items)
      return grid.blocks(days: days, items: items, scope: scope).map { .grid($0) }
    case .rotation, .school, .all, .former: break
    case .teacher(let id): grid.subject = .teacher(plan[id].name)
    case .place(let id): grid.subject = .place(plan[id].name)
    }
    let days = WeekGrid.daysShown(items, calendar: plan.calendar)
    return grid.blocks(days, items: items, scope: scope).map { .grid($0) }
  }

  private func dayBlocks(_ day: Day, _ items: [Schedule.Item]) -> [Block] {
    guard let index = plan.calendar.dayIndex(of: day) else { return [] }
    var blocks = DaySheet(input: input, text: text).blocks(dayIndex: index, items: items)
      .map { Block.grid($0) }
    // What no class attends has no column in the grid.
    let others = items.filter(\.session.classes.isEmpty)
    if !others.isEmpty {
      blocks.append(
        .table(ProgrammeTable(input: input, text: text).block(others, scope: .everything)))
    }
    return blocks
  }

  func programme(of target: ReportTarget) -> Page {
    var page = self.page(.programmeOf, of: target, section: .programmes)
    let items = items(of: target)
    let scope = scope(of: target)
    page.blocks =
      items.isEmpty
      ? [.paragraph(labels.heading(.nothingPlaced))]
      : [.table(ProgrammeTable(input: input, text: text).block(items, scope: scope))]
    if let left = text.unplaced(unplaced(of: target), in: scope) {
      page.blocks.append(.paragraph(left))
    }
    return page
  }
}
