import Foundation
import Synchronization
import Testing

@testable import RotaSession

/// What programs read: rectangular tables, numbers as numbers, files of distinct names.
@Suite struct OutputTests {
  private func published() -> Desk {
    var desk = Desk()
    desk.type(smallPlan)
    desk.type("prefer early; solve steps 4000; publish")
    desk.type("teacher Rivera unavailable 2027-03-01 .. 2027-03-03; solve keep steps 4000")
    return desk
  }

  /// A loop that prints on and on does not gather all of it: what is more than a shell holds is told.
  @Test(arguments: ["", "print 0; try ", "print 0; scenario large "])
  func outputIsToldBeforeItIsTooMuch(holder: String) {
    let told = Mutex<[Output]>([])
    var environment = MemoryFiles([:]).environment()
    environment.announce = { output in told.withLock { $0.append(output) } }
    environment.mostHeld = 1000
    var shell = Shell(environment: environment)
    var atEnd = 0
    var loop = "for n in 1..2000 { print n }"
    if !holder.isEmpty { loop = "\(holder){ \(loop) }" }
    _ = shell.feed("if true { \(loop) }", name: "<test>", mode: .prompt) { output in
      atEnd += 1
      told.withLock { $0.append(output) }
    }
    #expect(atEnd < 400)
    let numbers = told.withLock { $0 }.compactMap { output in
      if case .text(let text, _) = output { Int(text.dropLast()) } else { nil }
    }
    #expect(numbers == Array((holder.isEmpty ? 1 : 0)...2000))
  }

  private func csv(_ text: String) -> [[Substring]] {
    // No cell of these plans is quoted.
    text.split(whereSeparator: \.isNewline).map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
  }

  @Test(arguments: [
    "changes", "show published", "show cost", "show settings", "changes for venue Hall",
  ])
  func outputIsHeeded(command: String) throws {
    var desk = published()
    desk.type("set output csv; \(command)")
    #expect(desk.status == .done, "\(desk.diagnostics)")
    let rows = csv(desk.text.replacing("\"", with: ""))
    #expect(rows.count > 1 && rows.allSatisfy { $0.count >= rows[0].count }, "\(desk.text)")
    desk.type("set output json; \(command)")
    #expect(desk.text.hasPrefix("[") || desk.text.hasPrefix("{"), "\(desk.text)")
    desk.type("set output markdown; \(command)")
    #expect(desk.text.contains("| --- |"), "\(desk.text)")
    desk.type("set output table; \(command)")
    #expect(!desk.text.contains("| ---"), "\(desk.text)")
  }

  /// `why` answers programs in rows: what is wrong, the statements behind it, and what mends it.
  @Test func whyIsHeeded() throws {
    var desk = Desk()
    desk.type(smallPlan)
    desk.type("set output csv; why")
    #expect(csv(desk.text).map { $0[0] } == ["sort", "nothing"])
    desk.type("venue Hall seats 20")
    desk.type("why")
    let rows = csv(desk.text.replacing(/"[^"]*"/, with: "quoted"))
    #expect(rows.allSatisfy { $0.count == rows[0].count }, "\(desk.text)")
    #expect(rows.map { $0[0] }.prefix(3) == ["sort", "impossible", "statement"], "\(desk.text)")
    #expect(rows.contains { $0[0] == "repair" }, "\(desk.text)")
    desk.type("set output json; why")
    #expect(desk.text.hasPrefix("{") && desk.text.hasSuffix("}\n"), "\(desk.text)")
    desk.type("set output csv; venue Hall seats 90; solve steps 500; why Ethics of run 1")
    #expect(csv(desk.text).last?.count == 5, "\(desk.text)")
  }

  /// `help` tells programs the same as people, a row for each word, topic or error.
  @Test(arguments: [
    ("help", 120), ("help venue", 1), ("help set", 1), ("help solving", 1),
    ("help unknown-name", 1), ("help show", 15),
  ])
  func helpIsHeededToo(command: String, least: Int) throws {
    struct Row: Decodable {
      var word: String
      var sort: String
      var help: String
      var usage: String?
      var example: String?
    }
    var desk = Desk()
    desk.type("set output json; \(command)")
    let rows = try JSONDecoder().decode([Row].self, from: Data(desk.text.utf8))
    #expect(rows.count >= least, "\(rows.count)")
    #expect(rows.allSatisfy { !$0.help.isEmpty && !$0.word.isEmpty && !$0.sort.isEmpty })
    let subject = command.split(separator: " ").dropFirst().joined(separator: " ")
    #expect(rows.allSatisfy { $0.word.hasPrefix(subject) })
    var options = SessionOptions()
    options.json = true
    var other = Desk(options: options)
    other.type(command)
    let lines = other.text.split(separator: "\n")
    #expect(lines.count == rows.count)
    for line in lines { _ = try JSONDecoder().decode(Row.self, from: Data(line.utf8)) }
    desk.type("set output csv; \(command)")
    #expect(desk.text.hasPrefix("word,sort,usage,help,"))
  }

  @Test func changesHaveAColumnForEachPart() {
    var desk = published()
    desk.type("set output csv; changes")
    #expect(
      desk.text.hasPrefix(
        "session,change,date before,start before,end before,place before,teacher before,date now,"),
      "\(desk.text)")
    #expect(desk.text.contains(",09:00,10:30,Hall,"), "\(desk.text)")
    desk.type("export changes csv \"c.csv\"")
    let text = desk.files.text("c.csv") ?? ""
    #expect(
      text.contains(
        "Date (Until now),Start (Until now),End (Until now),Place (Until now),Teacher (Until now)"),
      "\(text)")
    #expect(text.contains(",2027-03-0") && text.contains(",09:00,10:30,Hall,"), "\(text)")
  }

  @Test(arguments: ["runs", "hours", "usage", "timetable", "changes"])
  func aFileIsOneTable(report: String) {
    var desk = published()
    desk.type("buses 3")
    desk.type("export \(report) csv \"r.csv\" no bom")
    #expect(desk.status == .done, "\(desk.diagnostics)")
    let text = desk.files.text("r.csv") ?? ""
    let rows = csv(text.replacing("\"", with: ""))
    #expect(!text.contains("\r\n\r\n") && rows.count > 2, "\(text)")
    if !text.contains("\"") {
      #expect(rows.allSatisfy { $0.count == rows[0].count }, "\(text)")
    }
    #expect(!text.contains("%,") && !text.contains("%\r\n"), "\(text)")
  }

  @Test func sharesAreNumbers() {
    var desk = published()
    desk.type("export usage json \"u.json\"")
    let text = desk.files.text("u.json") ?? ""
    #expect(text.contains("\"Use (%)\"") && !text.contains("%\"]"), "\(text)")
  }

  @Test func calendarsWithoutATimeZoneAreToldOfOnce() {
    var desk = published()
    desk.type("export ics \"a.ics\"")
    #expect(desk.text.contains("`plan time zone"), "\(desk.text)")
    desk.type("export ics \"b.ics\" each teacher")
    #expect(!desk.text.contains("time zone"), "\(desk.text)")
    desk.type("plan time zone UTC; export ics \"c.ics\"")
    #expect(!desk.text.contains("no time zone"), "\(desk.text)")
  }

  @Test func filesOfDifferentPeopleAreDistinct() {
    var naming = FileNaming("out/plan.ics")
    #expect(
      naming.paths(for: ["A/B", "a-b", "A-B", "A:B", "A-B 2", "..", "x"]) == [
        "out/plan A-B 3.ics", "out/plan a-b.ics", "out/plan A-B 2.ics", "out/plan A-B 4.ics",
        "out/plan A-B 2 2.ics", "out/plan -..ics", "out/plan x.ics",
      ])
  }
}
