import Foundation
import Testing

private let python = "/usr/bin/python3"

/// Files of `export ics`, read by a program that shares nothing with the one that wrote them.
@Suite(.enabled(if: FileManager.default.isExecutableFile(atPath: python), "python3 is missing"))
struct CalendarTests {
  private struct Event: Equatable {
    var uid: String
    var sequence: Int
    var status: String
    var start: String
    var summary: String
    var place: String
  }

  private func events(_ name: String, in program: Program) throws -> [Event] {
    let script = URL(fileURLWithPath: #filePath)
      .appendingPathComponent("../../../scripts/read-ics").standardized.path
    let process = Process()
    process.executableURL = URL(fileURLWithPath: python)
    process.arguments = [script, name, "--events"]
    process.currentDirectoryURL = program.folder
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(name)")
    return String(decoding: data, as: UTF8.self).split(separator: "\n").map { line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      return Event(
        uid: fields[0], sequence: Int(fields[1]) ?? -1, status: fields[2], start: fields[3],
        summary: fields[5], place: fields[6])
    }
  }

  /// A hall is lost and a lecture dropped: the one session is the same event in another place, the
  /// other is cancelled, and whoever has the old hall's calendar is told that it is empty.
  @Test func updatesKeepTheirIdentityAndCancellationsCome() throws {
    let program = try Program()
    defer { program.remove() }
    try program.file(
      "plan.rota",
      """
      plan 培训 {
          dates 2027-03-29..2027-03-29
          period 上午 09:00-10:30
          period 下午 14:00-15:30
          time zone "UTC"
          language zh-Hans
      }
      venue 报告厅 { seats 100 }
      venue 礼堂 { seats 100 }
      teacher 李老师
      module 理论 {
          lecture "伦理, 法治; 与\\\\规范——这是一个很长很长很长很长很长很长很长很长很长很长的题目" { for run; in 报告厅; by 李老师; at 上午 }
          lecture 形势 { for run; in 报告厅; by 李老师; at 下午 }
      }
      rotation 春训 { trainees 60 people; length 1 days; classes at most 60 people; teaches 理论 }
      solve
      publish
      export ics "first.ics"
      """)
    let first = try program.run("plan.rota")
    #expect(first.status == 0, "\(first.errors)")
    let before = try events("first.ics", in: program)
    #expect(before.map(\.sequence) == [0, 0])
    #expect(before.map(\.start) == ["2027-03-29T09:00:00", "2027-03-29T14:00:00"])
    #expect(before[0].summary.hasPrefix(#"伦理, 法治; 与\规范——这是"#))

    let changed = try program.run(
      "plan.rota", "-e",
      """
      save "saved.rota"
      load "saved.rota"
      module 理论 { lecture "伦理, 法治; 与\\\\规范——这是一个很长很长很长很长很长很长很长很长很长很长的题目" in 礼堂 }
      drop lecture 形势
      solve keep
      export ics "second.ics"
      export changes ics "hall.ics" of venue 报告厅
      publish
      export ics "third.ics"
      """)
    #expect(changed.status == 0, "\(changed.errors)")
    let second = try events("second.ics", in: program)
    #expect(second.map(\.uid) == before.map(\.uid))
    #expect(second.map(\.sequence) == [1, 1])
    #expect(second.map(\.status) == ["CONFIRMED", "CANCELLED"])
    #expect(second.map(\.place) == ["礼堂", "报告厅"])
    let hall = try events("hall.ics", in: program)
    #expect(hall.map(\.status) == ["CANCELLED", "CANCELLED"])
    // Publishing gives the numbers that the export has told already.
    #expect(try events("third.ics", in: program) == second)
  }

  /// Names that would harm elsewhere, in a calendar, in a table and on a terminal.
  @Test func hostileNamesAreHarmlessInFilesAndOnTheTerminal() throws {
    let program = try Program()
    defer { program.remove() }
    let long = String(repeating: "长", count: 300)
    let names = [
      "<script>alert(1)</script> & co", "=1+1", "a\\nb", "x\u{202E}y; z, w", "@SUM(A1)", long,
    ]
    var script = "plan P { dates 2027-03-29..2027-03-29; time zone \"UTC\" }\n"
    for index in names.indices {
      script += "plan P period p\(index) \(9 + index):00-\(9 + index):50\n"
    }
    script += "venue \"=cmd|' /C calc'!A0\" { seats 100 }\nmodule M {\n"
    for name in names { script += "lecture \"\(name)\" { for run; in \"=cmd|' /C calc'!A0\" }\n" }
    script +=
      "}\nrotation R { trainees 60 people; length 1 days; classes at most 60 people; teaches M }\n"
    script +=
      "solve steps 2000\nexport ics \"p.ics\"\nexport csv \"p.csv\"\nexport html \"p.html\"\nshow timetable\n"
    try program.file("plan.rota", script)
    let result = try program.run("plan.rota")
    #expect(result.status == 0, "\(result.errors)")
    for scalar in (result.output + result.errors).unicodeScalars {
      #expect(scalar == "\n" || (scalar.value >= 0x20 && scalar.value != 0x202E))
    }
    let summaries = try events("p.ics", in: program).map(\.summary).sorted()
    let calendar = try program.text(of: "p.ics")
    #expect(summaries.contains("=1+1") && summaries.contains(long))
    #expect(summaries.contains("<script>alert(1)</script> & co") && summaries.contains("a b"))
    #expect(calendar.utf8.allSatisfy { $0 >= 0x20 || $0 == 0x0A || $0 == 0x0D })
    let table = try program.text(of: "p.csv")
    for line in table.split(whereSeparator: \.isNewline) {
      for cell in line.split(separator: ",") {
        let first = cell.first { $0 != "\"" && $0 != " " }
        #expect(first.map { !"=+@".contains($0) } ?? true, "\(cell)")
      }
    }
    #expect(try !program.text(of: "p.html").contains("<script>alert"))
  }

  @Test func thereIsACalendarForEach() throws {
    let program = try Program()
    defer { program.remove() }
    try program.file(
      "p.rota",
      CommandLineTests.possible + "teacher \"a/b\"\nteacher \"A\\\\B\"\nsolve steps 2000\n"
        + "export ics \"all.ics\" each teacher\nexport ics \"of.ics\" each class\n")
    let result = try program.run("p.rota")
    #expect(result.status == 0, "\(result.errors)")
    #expect(try events("all Rivera.ics", in: program).count == 1)
    #expect(try events("of Spring 1-1.ics", in: program).count == 1)
    #expect(try events("all a-b.ics", in: program).isEmpty)
    #expect(try events("all A-B 2.ics", in: program).isEmpty)
  }
}
