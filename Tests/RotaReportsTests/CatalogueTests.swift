import RotaPlanning
import Testing

@testable import RotaReports

/// The courses that schools tell each other of.
@Suite struct CatalogueTests {
  /// Two schools that share a module, and a rotation of no school.
  private func sample(_ language: Plan.Language = .english) -> Sample {
    var sample = Sample(language, runs: 1, classes: [2])
    sample.plan.schools = [School(name: "North"), School(name: "South")]
    sample.plan.schools[0].title = "The North School"
    sample.plan.rotations[0].school = SchoolID(0)
    return sample
  }

  private func firstTable(_ page: Page) -> TableBlock? {
    for case .table(let found) in page.blocks { return found }
    return nil
  }

  @Test func everyCourseIsListedOnceForTheSchoolThatTeachesIt() throws {
    let sample = sample()
    let document = Reports.document(.catalogue, sample.input)
    #expect(document.pages.map(\.heading) == ["Courses: The North School"])
    let page = try #require(document.pages.first)
    let table = try #require(firstTable(page))
    #expect(
      table.columns.map(\.header) == [
        "Module", "Content", "Form", "For", "Teacher", "Place", "Hours", "Sessions", "Time",
      ])
    let titles = table.groups.flatMap { $0.rows.map { $0.cells[1] } }
    let expected = sample.plan.rotations[0].modules.flatMap { module in
      sample.plan[module].sessions.filter { !$0.isAside }.map { $0.title ?? $0.name }
    }
    #expect(titles == expected)
    #expect(page.keys == [Page.Key("School", "The North School")])
  }

  @Test func beforeThereIsATimetableItTellsWhatMayBe() throws {
    var sample = sample()
    sample.timetable = Timetable()
    let page = try #require(Reports.document(.catalogue, sample.input).pages.first)
    let rows = try #require(firstTable(page)).groups.flatMap(\.rows)
    #expect(rows.allSatisfy { $0.cells[8].isEmpty })
  }

  @Test func rotationsOfNoSchoolComeLast() {
    var sample = sample()
    var other = sample.plan.rotations[0]
    other.name = "Guests"
    other.school = nil
    sample.plan.rotations.append(other)
    let pages = Reports.document(.catalogue, sample.input).pages
    #expect(pages.count == 2)
    #expect(pages.last?.keys == [])
    let south = Reports.document(.catalogue, sample.input, of: .school(SchoolID(1))).pages
    #expect(south.first?.blocks == [.paragraph("No sessions in the timetable.")])
  }
}
