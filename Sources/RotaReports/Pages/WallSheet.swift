import RotaPlanning

extension ReportPages {
  /// A sheet for each rotation: its runs below each other, a grid each.
  func overviews(of target: ReportTarget) -> [Page] {
    switch target {
    case .run: return [wall(target, runs: runs(in: target))]
    case .rotation(let id): return [wall(.rotation(id), runs: runs(in: target))]
    case .all, .school, .studyClass, .teacher, .place, .day, .former:
      let rotations = plan.rotations.indices.map { RotationID($0) }.filter { id in
        if case .school(let school) = target { plan[id].school == school } else { true }
      }
      return rotations.compactMap { id in
        let runs = runs(in: .rotation(id))
        return runs.isEmpty ? nil : wall(.rotation(id), runs: runs)
      }
    }
  }

  private func runs(in target: ReportTarget) -> [RunID] {
    switch target {
    case .run(let id): [id]
    case .rotation(let id):
      programme.runs.indices.filter { programme.runs[$0].rotation == id }.map { RunID($0) }
    case .all, .school, .studyClass, .teacher, .place, .day, .former: []
    }
  }

  private func wall(_ target: ReportTarget, runs: [RunID]) -> Page {
    var page = self.page(.overviewOf, of: target, section: .runs, sheet: .wall)
    let grids = WeekGrid(input: input, text: text, mostColumns: 14)
    var shown: [Session] = []
    for id in runs {
      let items = items(of: .run(id))
      shown += items.map(\.session)
      let run = programme[id]
      let caption = labels.sideBySide { labels in
        let facts = [
          labels(.peopleCount, labels.number(run.people)),
          labels(.classCount, labels.number(run.classes.count)),
        ]
        return ([labels(.runNumber, String(run.number))] + dates([id], labels) + facts)
          .joined(separator: " · ")
      }
      for var grid in grids.blocks(days: days(run, with: items), items: items, scope: .run(id)) {
        grid.caption = caption
        page.blocks.append(.grid(grid))
      }
    }
    if let legend = text.legend(shown) { page.blocks.append(.legend(legend)) }
    if let left = text.unplaced(unplaced(of: target), in: .everything) {
      page.blocks.append(.paragraph(left))
    }
    return page
  }

  /// Everyone on each day that has a session, or on one day.
  func daySheets(of target: ReportTarget) -> [Page] {
    if case .day = target { return [grid(of: target)] }
    return daysUsed.map { grid(of: .day($0)) }
  }
}
