import FixtureSupport
import Foundation
import RotaDiagnostics
import RotaSyntax
import Testing

@testable import CourseTimetabling

@Suite struct PlanTextTests {
  @Test(arguments: ["small.ctt", "small.ectt"])
  func theSmallInstancesAreThesePlans(_ file: String) throws {
    let text = PlanText.text(of: try Samples.read(Samples.bytes(file)), from: file)
    let problem = Goldens.problem(text, path: "\(Samples.folder)/\(file).rota")
    #expect(problem == nil)
    #expect(try formatted(text) == text)
  }

  private func formatted(_ text: String) throws -> String {
    switch Formatter.format(SourceText(name: "plan", text: text)) {
    case .success(let text): return text
    case .failure(let failure): throw failure
    }
  }

  /// Names of any kind, and lists that take several lines, are written in canonical form.
  @Test func whateverIsWrittenIsFormatted() throws {
    var instance = try Samples.read(Samples.bytes("small.ectt"))
    let names = [
      "lecture", "any", "venue", "Mon", "2027-03-01", "c{1}", "a\"b", "back\\slash", "数学", "ế",
      "#1",
      "a,b", "true", "1班", "p1", "x;y", "café", "（高等）数学", "-", "12",
    ]
    instance.name = "an \"odd\" {name}"
    instance.courses = names.enumerated().map { index, name in
      Instance.Course(
        name: name, teacher: names[(index + 1) % names.count], lectures: 1 + index % 5,
        leastDays: 6,
        students: index, isDouble: index % 2 == 0,
        unavailable: Set((0..<index).map { .init(day: $0 % 5, period: $0 % 4) }),
        unsuitableRooms: index < 3 ? [] : Array(0..<index))
    }
    instance.rooms = names.map { Instance.Room(name: $0, capacity: 9, building: $0) }
    instance.curricula = names.enumerated().map {
      Instance.Curriculum(name: $1, courses: Array($0..<names.count))
    }
    let text = PlanText.text(of: instance, from: "dir\u{1B}[31m.ctt")
    #expect(!text.utf8.contains(0x1B))
    #expect(try formatted(text) == text)
    #expect(text.split(separator: "\n").allSatisfy { $0.displayWidth <= 100 })
  }

  @Test func datesAndTimesFitAnyNumberOfDaysAndPeriods() {
    let week = InventedWeek(days: 5, periods: 6)
    #expect(week.dates == "2027-03-01..2027-03-05")
    #expect(week.teachingDays == "Mon..Fri")
    #expect(week.times(ofPeriod: 5) == "13:00-14:00")
    let single = InventedWeek(days: 1, periods: 1)
    #expect((single.dates, single.teachingDays) == ("2027-03-01", "Mon"))
    let long = InventedWeek(days: 20, periods: 24)
    #expect(long.dates == "2027-03-01..2027-03-20")
    #expect(long.teachingDays == "Mon..Sun")
    #expect((long.times(ofPeriod: 0), long.times(ofPeriod: 23)) == ("00:00-01:00", "23:00-24:00"))
    let many = InventedWeek(days: 7, periods: 96)
    #expect((many.times(ofPeriod: 0), many.times(ofPeriod: 95)) == ("00:00-00:15", "23:45-24:00"))
  }

  @Test func daysOfTheSamePeriodsAreDrawnTogether() {
    let week = InventedWeek(days: 5, periods: 3)
    func windows(_ periods: [(Int, Int)]) -> [String] {
      week.windows(Set(periods.map { .init(day: $0.0, period: $0.1) }))
    }
    #expect(windows([]) == [])
    #expect(windows([(1, 2)]) == ["Tue p3"])
    #expect(windows([(0, 0), (1, 0), (2, 0), (4, 0), (4, 1)]) == ["Mon..Wed p1", "Fri p1 p2"])
    #expect(windows([(3, 0), (3, 1), (3, 2)]) == ["Thu"])
    #expect(
      InventedWeek(days: 9, periods: 2).windows([
        .init(day: 7, period: 1), .init(day: 8, period: 1),
      ])
        == ["2027-03-08..2027-03-09 p2"])
  }
}
