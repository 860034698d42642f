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

  /// What is handed to one person or pinned to one door, and what is said of changes.
  @Test(arguments: [Plan.Language.english, .simplifiedChinese, .traditionalChinese, .vietnamese])
  func handouts(_ language: Plan.Language) throws {
    var sample = Sample(language)
    sample.timetable.publication = Publication(
      number: 3, day: sample.plan.calendar.days[0].day,
      entries: Publication.entries(
        plan: sample.plan, programme: sample.programme, timetable: sample.timetable))
    // One moves, one goes to somebody else, one is off.
    let sessions = sample.timetable.placements.keys.sorted()
    let period = sample.plan.calendar.periods[3].name
    sample.timetable.placements[sessions[0]]?.period = period
    sample.timetable.placements[sessions[1]]?.teachers = [sample.plan.teachers[0].name]
    sample.timetable.placements[sessions[2]] = nil
    let input = sample.input
    let writer = TextWriter(width: 100, language: language)
    let reports: [Report] = [.doorSigns, .classLists, .signIn, .letters, .busLists, .changes]
    let texts = reports.map { writer.write(Reports.document($0, input)) }
    try check(texts.joined(separator: "\n\n"), "handouts.\(language.rawValue).txt")
    var plain = input
    plain.isForPrograms = true
    let tables = [Report.changes, .busLists].map { CSVWriter().write(Reports.document($0, plain)) }
    try check(tables.joined(separator: "\r\n"), "handouts.\(language.rawValue).csv")
  }

  @Test func html() throws {
    let sample = Sample(.simplifiedChinese)
    try check(HTMLWriter().write(Reports.export(sample.input, of: .run(RunID(0)))), "sample.html")
  }
}
