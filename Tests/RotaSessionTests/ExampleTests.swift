import Foundation
import RotaSession
import Testing

/// The published figures of the example rotations hold.
@Suite struct ExampleTests {
  static let examples = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("examples")

  private func desk(_ example: String, _ file: String) throws -> Desk {
    let url = Self.examples.appendingPathComponent(example).appendingPathComponent(file)
    let text = try String(contentsOf: url, encoding: .utf8)
    var desk = Desk([file: text])
    desk.type("include \"\(file)\"", mode: .script)
    #expect(desk.status == .done, "\(desk.diagnostics)")
    return desk
  }

  @Test func zhengzhouIsThirtySevenClassesInFiveRuns() throws {
    var desk = try desk("zhengzhou", "zhengzhou.rota")
    desk.type(
      """
      expect trainees() = 2290 people
      expect count(runs) = 5
      expect count(classes) = 37
      expect count(classes, where: people > 62 people) = 0
      expect count(sessions, where: form = visit) = 37
      expect count(units, where: trained != people) = 0
      expect count(teachers, where: role != 市领导) = 14
      expect count(runs, where: to > 2023-04-04 or from < 2023-02-23) = 0
      expect possible()
      """, mode: .script)
    #expect(desk.status == .done, "\(desk.diagnostics)")
    desk.type("set output csv; list runs")
    let classes = desk.text.split(separator: "\r\n").dropFirst().map {
      $0.split(separator: ",")[6]
    }
    #expect(classes == ["7", "7", "7", "8", "8"])
  }

  @Test func savingZhengzhouTwiceGivesTheSameBytes() throws {
    var desk = try desk("zhengzhou", "zhengzhou.rota")
    desk.type("solve steps 20000; save \"one.rota\"; load \"one.rota\"; save \"two.rota\"")
    let one = try #require(desk.files.text("one.rota"))
    #expect(desk.files.text("two.rota") == one)
    #expect(one.contains("place 新境界 of run 1 of 集中轮训 at 2023-"))
  }
}
