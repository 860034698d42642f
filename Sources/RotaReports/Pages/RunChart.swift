import RotaPlanning

/// Runs and classes along the days of a rotation.
struct RunChart {
  let make: ReportPages

  /// Rows of one picture: as many as a sheet takes.
  private static let mostRows = 60
  /// More days than this have a line for each week only.
  private static let mostDays = 45

  /// Classes are left out where they would not all be on one sheet.
  func blocks(_ runs: [Int]) -> [GanttBlock] {
    let calendar = make.plan.calendar
    // Sessions may lie outside the days of their run.
    let days = runs.flatMap {
      make.days(make.programme.runs[$0], with: make.items(of: .run(RunID($0))))
    }
    guard let first = days.min(), let last = days.max() else { return [] }
    let slots = calendar.days[first].slots.lowerBound..<calendar.days[last].slots.upperBound
    let classCount = runs.reduce(0) { $0 + make.programme.runs[$1].classes.count }
    let hasClasses = runs.count + classCount <= Self.mostRows
    var rows: [GanttBlock.Row] = []
    for index in runs {
      let run = make.programme.runs[index]
      let days = make.days(run)
      guard let from = days.first, let to = days.last else { continue }
      let begin = calendar.days[from].slots.lowerBound - slots.lowerBound
      let span = begin..<(calendar.days[to].slots.upperBound - slots.lowerBound)
      rows.append(
        GanttBlock.Row(
          name: make.labels.sideBySide { $0(.runNumber, String(run.number)) },
          detail: make.labels.sideBySide { labels in
            (make.dates([RunID(index)], labels) + [labels(.peopleCount, labels.number(run.people))])
              .joined(separator: " · ")
          },
          isHead: true, bars: [GanttBlock.Bar(span)]))
      if !hasClasses { continue }
      for id in run.classes {
        let studyClass = make.programme[id]
        rows.append(
          GanttBlock.Row(
            name: make.labels.sideBySide { AudienceLabel.short(studyClass, $0.main) },
            detail: make.labels.sideBySide { $0(.peopleCount, $0.number(studyClass.people)) },
            isHead: false, bars: bars(of: id, from: slots.lowerBound)))
      }
    }
    let isLong = last - first + 1 > Self.mostDays
    var week: Int?
    var ticks: [GanttBlock.Tick] = []
    for index in first...last {
      let day = calendar.days[index].day
      let isNew = WeekGrid.mondayNumber(day) != week
      week = WeekGrid.mondayNumber(day)
      if isLong, !isNew { continue }
      ticks.append(
        GanttBlock.Tick(
          position: calendar.days[index].slots.lowerBound - slots.lowerBound,
          label: make.labels.shortDate(day), isStrong: isNew))
    }
    let headers = [make.labels.heading(.runsAndClasses), make.labels.heading(.dates)]
    return stride(from: 0, to: rows.count, by: Self.mostRows).map { start in
      var chart = GanttBlock(
        caption: make.labels.heading(.runsAndClasses), headers: headers, length: slots.count,
        ticks: ticks, rows: Array(rows[start..<min(start + Self.mostRows, rows.count)]))
      if hasClasses { chart.forms = forms(of: runs) }
      return chart
    }
  }

  private func forms(of runs: [Int]) -> [LegendBlock.Item] {
    let sessions = runs.flatMap { make.items(of: .run(RunID($0))).map(\.session) }
    return make.text.legend(sessions)?.items ?? []
  }

  private func bars(of id: ClassID, from start: Int) -> [GanttBlock.Bar] {
    var bars: [GanttBlock.Bar] = []
    for item in make.items(of: .studyClass(id)) {
      let form = make.text.formIndex(make.plan.template(of: item.session).form)
      let span = (item.span.lowerBound - start)..<(item.span.upperBound - start)
      // Groups of a class that meet at once are one bar.
      if bars.last?.span == span, bars.last?.formIndex == form { continue }
      bars.append(GanttBlock.Bar(span, formIndex: form))
    }
    return bars
  }
}
