import Foundation
import RotaPlanning
import Testing

@testable import RotaReports

/// Whole documents, compared with files under Tests/Fixtures/reports.
struct GoldenTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Fixtures/reports")

  private func check(_ actual: String, _ name: String) throws {
    let url = Self.folder.appendingPathComponent(name)
    if ProcessInfo.processInfo.environment["ROTA_UPDATE_GOLDENS"] != nil {
      try actual.write(to: url, atomically: true, encoding: .utf8)
      Issue.record("recorded \(name); a recording run fails by design")
      return
    }
    #expect(try String(contentsOf: url, encoding: .utf8) == actual, "\(name)")
  }

  @Test(arguments: [Plan.Language.english, .simplifiedChinese, .vietnamese])
  func text(_ language: Plan.Language) throws {
    let sample = Sample(language)
    let input = sample.input
    let narrow = TextWriter(width: 80, language: language)
    let wide = TextWriter(width: 120, language: language)
    let parts = [
      narrow.write(Reports.timetable(input, of: .studyClass(ClassID(1)))),
      narrow.write(Reports.programme(input, of: .run(RunID(0)))),
      wide.write(Reports.timetable(input, of: .run(RunID(0)))),
      wide.write(Reports.programme(input, of: .studyClass(ClassID(0)))),
      wide.write(Reports.timetable(input, of: .teacher(TeacherID(0)))),
      wide.write(Reports.timetable(input, of: .day(sample.plan.calendar.days[3].day))),
      narrow.write(Reports.runs(input)), narrow.write(Reports.usage(input)),
    ]
    try check(parts.joined(separator: "\n\n"), "sample.\(language.rawValue).txt")
  }

  @Test func html() throws {
    let sample = Sample(.simplifiedChinese)
    try check(HTMLWriter().write(Reports.export(sample.input, of: .run(RunID(0)))), "sample.html")
  }
}
