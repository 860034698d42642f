import RotaPlanning
import Testing

@testable import RotaReports

struct GridTests {
  private func grids(_ document: Document) -> [GridBlock] {
    document.pages.flatMap(\.blocks).compactMap { block in
      if case .grid(let grid) = block { grid } else { nil }
    }
  }

  @Test func aRunOfFiveDaysIsOneGridOverTheWeekend() {
    let sample = Sample(.english)
    let grids = grids(Reports.timetable(sample.input, of: .studyClass(ClassID(0))))
    #expect(grids.count == 1)
    #expect(grids[0].columns.map(\.title) == ["Thu", "Fri", "Mon", "Tue", "Wed"])
    #expect(grids[0].columns.map(\.detail) == ["23 Feb", "24 Feb", "27 Feb", "28 Feb", "1 Mar"])
    #expect(grids[0].rows.map(\.followsBreak) == [false, false, true, false])
    #expect(grids[0].rows[0].times == "08:30–10:00")
    let visit = grids[0].cells.first { $0.entries.first?.title == "Visit to a development zone" }
    #expect(visit?.rows == 2..<4)
    #expect(visit?.columns == 2..<3)
  }

  @Test func longStaysGoWeekByWeek() {
    let sample = Sample(.english, runs: 5)
    let weeks = WeekGrid.weeks(Array(0..<9), calendar: sample.plan.calendar)
    #expect(weeks == [[0, 1], [2, 3, 4, 5, 6], [7, 8]])
    #expect(WeekGrid.weeks([], calendar: sample.plan.calendar) == [])
    let items = Schedule(sample.input).items
    let grid = WeekGrid(input: sample.input, text: SessionText(sample.input))
    let long = grid.blocks(days: Array(0..<9), items: items, scope: .everything)
    #expect(long.map(\.columns.count) == [2, 5, 2])
    #expect(long[0].caption == "23 – 24 February 2023")
  }

  @Test func whoIsBusyNowAndThenNeedsOneGrid() {
    let sample = Sample(.english, runs: 5)
    let speaker = grids(Reports.timetable(sample.input, of: .teacher(TeacherID(0))))
    #expect(speaker.count == 1)
    #expect(
      speaker[0].columns.map(\.detail) == ["23 Feb", "2 Mar", "9 Mar", "16 Mar", "23 Mar"])
    let once = grids(Reports.timetable(Sample(.english).input, of: .teacher(TeacherID(0))))
    #expect(once[0].columns.count == 2)
  }

  /// On as few grids as hold the busy days, none of which parts a week.
  @Test func whoIsBusyOnADayOrTwoAWeekNeedsFewGrids() {
    let sample = Sample(.english, runs: 5)
    let items = Schedule(sample.input).items
    let calendar = sample.plan.calendar
    func shown(_ days: Set<Int>) -> [[Int]] {
      WeekGrid.daysShown(items.filter { days.contains($0.dayIndex) }, calendar: calendar)
    }
    #expect(shown([0, 2, 3, 7, 8, 12, 13, 17]) == [[0, 2, 3, 7, 8], [12, 13, 17]])
    #expect(shown([0, 1, 2, 3, 4, 5, 7, 8, 9, 10, 11]).map(\.count) == [2, 5, 5])
  }

  @Test func overlappingSessionsOfUnlikeLengthGoRowByRow() {
    let parts = GridLayout.parts([
      GridLayout.Piece(rows: 0..<1, payload: "a"), GridLayout.Piece(rows: 2..<4, payload: "b"),
      GridLayout.Piece(rows: 2..<3, payload: "c"), GridLayout.Piece(rows: 5..<7, payload: "d"),
      GridLayout.Piece(rows: 5..<7, payload: "e"),
    ])
    #expect(parts.map(\.rows) == [0..<1, 2..<3, 3..<4, 5..<7])
    #expect(parts.map { $0.begins.map(\.payload) } == [["a"], ["b", "c"], [], ["d", "e"]])
    #expect(parts.map { $0.goesOn.map(\.payload) } == [[], [], ["b"], []])
  }

  @Test func sessionsThatGoOnSaySo() {
    let sample = Sample(.english, runs: 1, classes: [2])
    let grid = grids(Reports.timetable(sample.input, of: .run(RunID(0))))[0]
    let cells = grid.cells.filter { $0.columns.contains(2) && $0.rows.lowerBound >= 2 }
    #expect(cells.map(\.rows) == [2..<3, 3..<4])
    #expect(
      cells[0].entries.map(\.title) == ["Visit to a development zone", "Class discussion (2/2)"])
    #expect(cells[0].entries[0].remark == "leaves 13:40 · 14:30–17:50")
    #expect(cells[0].entries[0].audience == "Class 1")
    #expect(cells[1].entries.map(\.title) == ["Visit to a development zone (continued)"])
  }

  @Test func aDayShowsSharedSessionsOnce() {
    let sample = Sample(.english, runs: 1, classes: [4])
    let grid = grids(
      Reports.timetable(sample.input, of: .day(sample.plan.calendar.days[2].day)))[0]
    #expect(grid.columns.map(\.title) == ["Class 1", "Class 2", "Class 3", "Class 4"])
    let lecture = grid.cells.first { $0.entries.first?.form == "Lecture" }
    #expect(lecture == nil || lecture?.columns == 0..<4)
    let visits = grid.cells.filter { $0.entries.first?.form == "Visit" }
    #expect(visits.map(\.columns) == [0..<1, 2..<3])
  }

  @Test func periodsThatADayLacksAreClosed() {
    var sample = Sample(.english)
    let calendar = sample.plan.calendar
    sample.plan.calendar = TeachingCalendar(
      dates: calendar.dates, weekdays: calendar.weekdays,
      periods: calendar.periods + [
        TeachingCalendar.Period(name: "Evening", times: 1140..<1230, weekdays: [.monday])
      ])
    let grid = grids(Reports.timetable(sample.input, of: .studyClass(ClassID(0))))[0]
    #expect(grid.rows.map(\.name).last == "Evening")
    let closed = grid.cells.filter(\.entries.isEmpty)
    #expect(closed.map(\.columns.lowerBound) == [0, 1, 3, 4])
    #expect(closed.allSatisfy { $0.rows == 4..<5 })
  }

  @Test func otherTimesOfAPeriodAreSaid() {
    var sample = Sample(.english)
    let calendar = sample.plan.calendar
    sample.plan.calendar = TeachingCalendar(
      dates: calendar.dates, weekdays: calendar.weekdays,
      periods: calendar.periods + [
        TeachingCalendar.Period(name: "Morning 1", times: 540..<600, weekdays: [.thursday])
      ])
    let grid = grids(Reports.timetable(sample.input, of: .studyClass(ClassID(0))))[0]
    #expect(grid.rows[0].times == "08:30–10:00")
    let opening = grid.cells.first { $0.entries.first?.title == "Opening ceremony" }
    #expect(opening?.entries[0].remark == "09:00–10:00")
  }

  @Test func wideGridsAreSplitEvenly() {
    let grid = GridBlock(
      columns: (0..<7).map { GridBlock.Column(title: "\($0)") },
      rows: [GridBlock.Row(name: "a")],
      cells: [GridBlock.Cell(rows: 0..<1, columns: 1..<6, entries: [])])
    let parts = grid.split(mostColumns: 3)
    #expect(parts.map(\.columns.count) == [3, 3, 1])
    #expect(parts.map { $0.cells.map(\.columns) } == [[1..<3], [0..<3], []])
    #expect(grid.split(mostColumns: 7) == [grid])
  }

  @Test func theSubjectOfAGridIsNotRepeated() {
    let sample = Sample(.english)
    let teacher = grids(Reports.timetable(sample.input, of: .teacher(TeacherID(0))))[0]
    let entries = teacher.cells.flatMap(\.entries)
    #expect(entries.map(\.title) == ["Opening ceremony", "The year's tasks"])
    #expect(entries.map(\.remark) == ["Chair", ""])
    #expect(entries.allSatisfy { $0.teachers.isEmpty && $0.place == "Great Hall" })
    let hall = grids(Reports.timetable(sample.input, of: .place(PlaceID(0))))[0]
    #expect(hall.cells.flatMap(\.entries).filter { !$0.place.isEmpty }.count == 1)
  }
}
