import Foundation
import RotaPlanning
import Testing

@testable import RotaReports

@Test func visual() throws {
  for (name, language) in [
    ("zh", Plan.Language.simplifiedChinese), ("en", .english), ("vi", .vietnamese),
  ] {
    let sample = Sample(
      language, runs: name == "zh" ? 5 : 2, classes: name == "zh" ? [7, 7, 7, 8, 8] : [3])
    let export = Reports.export(sample.input, of: .all)
    func html(_ d: Document, _ n: String) throws {
      try HTMLWriter().write(d).write(
        toFile: "/tmp/rep/\(name)\(n).html", atomically: true, encoding: .utf8)
    }
    try html(export, "")
    try html(Reports.export(sample.input, of: .day(sample.plan.calendar.days[2].day)), "-day")
    try html(Reports.export(sample.input, of: .run(RunID(0))), "-run")
    try html(Reports.runs(sample.input), "-runs")
    try html(Reports.usage(sample.input), "-usage")
    for width in [40, 80, 120] {
      let w = TextWriter(width: width, language: language)
      let t =
        w.write(Reports.timetable(sample.input, of: .studyClass(ClassID(0))))
        + w.write(Reports.timetable(sample.input, of: .run(RunID(0))))
        + w.write(Reports.programme(sample.input, of: .run(RunID(0))))
        + w.write(Reports.timetable(sample.input, of: .day(sample.plan.calendar.days[2].day)))
        + w.write(Reports.runs(sample.input)) + w.write(Reports.usage(sample.input))
      try t.write(toFile: "/tmp/rep/\(name)-\(width).txt", atomically: true, encoding: .utf8)
    }
  }
}
