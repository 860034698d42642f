import RotaPlanning

/// One day of everyone: classes across, periods down. A session that several neighbouring classes
/// attend together is one wide cell.
struct DaySheet {
  let input: ReportInput
  let text: SessionText

  /// Columns on one sheet, at most.
  static let mostColumns = 10

  func blocks(dayIndex: Int, items: [Schedule.Item]) -> [GridBlock] {
    let programme = input.programme
    let busy = Set(items.flatMap { $0.session.runs.map(\.value) })
    let runs = programme.runs.indices.filter {
      programme.runs[$0].days.contains(dayIndex) || busy.contains($0)
    }
    let classes = runs.flatMap { programme.runs[$0].classes }
    if classes.isEmpty { return [] }
    let layout = GridLayout(
      calendar: input.plan.calendar, days: [dayIndex], labels: text.labels)
    let columns = classes.map { id in
      let studyClass = programme[id]
      let rotation =
        input.plan.rotations.count > 1 ? input.plan[programme[studyClass.run].rotation].name : nil
      let run =
        runs.count > 1
        ? text.labels.sideBySide { $0(.runNumber, String(programme[studyClass.run].number)) } : nil
      return GridBlock.Column(
        title: text.labels.sideBySide { AudienceLabel.short(studyClass, $0.main) },
        detail: [rotation, run].compactMap { $0 }.joined(separator: " "))
    }
    var cells: [GridBlock.Cell] = []
    var previous: [Placed] = []
    let byClass = itemsByClass(items)
    for (column, id) in classes.enumerated() {
      let placed = parts(byClass[id] ?? [], id, layout)
      for part in placed {
        // The same sessions in the same rows as the class to the left: widen that cell.
        if previous.contains(part),
          let index = cells.lastIndex(where: {
            $0.rows == part.rows && $0.columns.upperBound == column
          })
        {
          cells[index].columns = cells[index].columns.lowerBound..<(column + 1)
        } else {
          cells.append(
            GridBlock.Cell(
              rows: part.rows, columns: column..<(column + 1), entries: part.entries))
        }
      }
      previous = placed
    }
    let grid = GridBlock(
      corner: text.labels.heading(.period),
      across: [text.labels.heading(.studyClass), text.labels.heading(.run)],
      columns: columns, rows: layout.rows, cells: cells)
    return grid.split(mostColumns: Self.mostColumns)
  }

  private struct Placed: Equatable {
    var rows: Range<Int>
    /// Positions in the programme.
    var sessions: [Int]
    var entries: [GridBlock.Entry]
  }

  private func itemsByClass(_ items: [Schedule.Item]) -> [ClassID: [Schedule.Item]] {
    var found: [ClassID: [Schedule.Item]] = [:]
    for item in items {
      for id in item.session.classes { found[id, default: []].append(item) }
    }
    return found
  }

  private func parts(
    _ items: [Schedule.Item], _ id: ClassID, _ layout: GridLayout
  ) -> [Placed] {
    let pieces = Bundle.bundles(items).compactMap { bundle in
      layout.rows(of: bundle.first.span).map { GridLayout.Piece(rows: $0, payload: bundle) }
    }
    return GridLayout.parts(pieces).map { part in
      let scope = AudienceText.Scope.studyClass(id)
      let entries =
        part.goesOn.map { text.entry($0.payload, in: scope, goesOn: true, showsTimes: false) }
        + part.begins.map {
          text.entry($0.payload, in: scope, showsTimes: $0.rows != part.rows)
        }
      let sessions = (part.goesOn + part.begins).flatMap { $0.payload.items.map(\.index) }
      return Placed(rows: part.rows, sessions: sessions, entries: entries)
    }
  }
}

extension GridBlock {
  /// The grid in parts of at most so many columns, as even as can be.
  func split(mostColumns: Int) -> [GridBlock] {
    let most = max(1, mostColumns)
    if columns.count <= most { return [self] }
    let parts = (columns.count + most - 1) / most
    let size = (columns.count + parts - 1) / parts
    return stride(from: 0, to: columns.count, by: size).map { start in
      let range = start..<min(start + size, columns.count)
      var part = self
      part.columns = Array(columns[range])
      part.bands = bands.compactMap { band in
        let shared = band.columns.clamped(to: range)
        if shared.isEmpty { return nil }
        return Band(
          title: band.title,
          columns: (shared.lowerBound - start)..<(shared.upperBound - start))
      }
      part.cells = cells.compactMap { cell in
        let shared = cell.columns.clamped(to: range)
        if shared.isEmpty { return nil }
        var cell = cell
        cell.columns = (shared.lowerBound - start)..<(shared.upperBound - start)
        return cell
      }
      return part
    }
  }
}
