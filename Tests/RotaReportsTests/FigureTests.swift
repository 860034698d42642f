import RotaCapacity
import RotaPlanning
import Testing

@testable import RotaReports

struct FigureTests {
  private func tables(_ document: Document) -> [TableBlock] {
    document.pages.flatMap(\.blocks).compactMap { block in
      if case .table(let table) = block { table } else { nil }
    }
  }

  private func rows(_ table: TableBlock) -> [[String]] {
    table.groups.flatMap { $0.rows.map(\.cells) }
  }

  @Test func runsAddUp() {
    let sample = Sample(.english, runs: 2, classes: [2, 3])
    let tables = tables(Reports.runs(sample.input))
    #expect(tables.count == 4)
    #expect(
      rows(tables[0]) == [
        ["Run 1", "23 February – 1 March 2023", "123", "2 (61–62 people)"],
        ["Run 2", "2 – 8 March 2023", "184", "3 (61–62 people)"],
      ])
    #expect(rows(tables[1]).last == ["Total", "123", "184", "307"])
    #expect(rows(tables[1])[1] == ["Districts", "40", "60", "100"])
    #expect(tables[2].caption == "Run 1")
    #expect(tables[2].columns.map(\.header) == ["Unit", "Class 1", "Class 2", "Total"])
    #expect(
      rows(tables[2]) == [
        ["Development zones", "21", "22", "43"], ["Districts", "20", "20", "40"],
        ["Departments", "20", "20", "40"], ["Total", "61", "62", "123"],
      ])
    let page = Reports.runs(sample.input).pages[0]
    #expect(page.blocks[4] == .paragraph("Room: Class 1 Room 1, Class 2 Room 2"))
  }

  @Test func peopleWithoutUnitsAreListedByClass() {
    var sample = Sample(.english, runs: 1, classes: [2])
    sample.programme.runs[0].shares = [UnitShare(unit: nil, people: 123)]
    for index in 0..<2 { sample.programme.classes[index].shares = [] }
    let tables = tables(Reports.runs(sample.input))
    #expect(tables.count == 2)
    #expect(rows(tables[1]) == [["Class 1", "61", "Room 1"], ["Class 2", "62", "Room 2"]])
  }

  @Test func usageCountsWhatIsPlaced() {
    let sample = Sample(.english, runs: 1, classes: [2])
    let tables = tables(Reports.usage(sample.input))
    #expect(tables.map(\.caption) == ["Venues", "Sites", "Teachers", "Resources"])
    // Three ceremonies and talks, three lectures, one exchange, of 29 days with four periods.
    #expect(rows(tables[0])[0] == ["Great Hall", "7", "10.5", "7", "116", "6%"])
    #expect(rows(tables[0])[5] == ["Room 5", "0", "0", "0", "116", "0%"])
    // A session of two periods.
    #expect(rows(tables[1])[1] == ["Innovation Centre", "1", "3", "2", "116", "2%"])
    // The chair of the opening is busy, but teaches the talk alone.
    #expect(rows(tables[2])[0] == ["Ann Li", "1", "1.5", "2", "116", "2%"])
    #expect(rows(tables[3]) == [["Buses", "12", "2", "17%"]])
  }

  @Test func availabilityLimitsWhatIsOpen() {
    var sample = Sample(.english)
    sample.plan.places[0].availability = Availability(
      excluded: [Window(weekdays: [.monday], times: 0..<720)])
    let hall = rows(tables(Reports.usage(sample.input))[0])[0]
    // Six Mondays with two periods of the morning each.
    #expect(hall[4] == "104")
  }

  @Test func resourcesAreCountedAtTheirPeak() {
    var sample = Sample(.english, runs: 2, classes: [4])
    sample.plan.resources.append(Resource(name: "beds", role: .beds, count: 300))
    sample.plan.resources.append(Resource(name: "projectors", role: .other, count: 4))
    sample.plan.modules[1].sessions[3].resources = [
      SessionTemplate.ResourceNeed(resource: ResourceID(2), count: 1)
    ]
    let found = rows(tables(Reports.usage(sample.input))[3])
    // Two classes out at once, two buses each; runs follow each other, so one run's beds; four
    // classes study at once.
    #expect(
      found == [
        ["Buses", "12", "4", "33%"], ["Beds", "300", "246", "82%"],
        ["projectors", "4", "4", "100%"],
      ])
  }

  @Test func capacityRows() {
    func row(
      _ category: DemandRow.Category, _ demand: Int, _ supply: Int, _ window: String?,
      _ tightest: Bool
    ) -> DemandRow {
      DemandRow(
        category: category, name: "Hall", demand: demand, supply: supply, measure: "periods",
        window: window, isTightest: tightest)
    }
    let table = CapacityTable.block(
      [row(.venue, 1800, 2400, nil, true), row(.site, 3, 0, "run 4", false)], language: .english)
    #expect(
      rows(table) == [
        ["venue", "Hall", "", "1,800", "2,400", "periods", "75% *"],
        ["site", "Hall", "run 4", "3", "0", "periods", "–  "],
      ])
    let plain = CapacityTable.block([row(.venue, 0, 0, nil, false)], language: .vietnamese)
    #expect(rows(plain) == [["venue", "Hall", "0", "0", "periods", "0%  "]])
    #expect(plain.columns.count == 6)
  }
}
