import Testing

@testable import RotaSession

/// Files named without quotes: a path goes up to the next blank.
@Suite struct BarePathTests {
  private static let texts = [
    "plan.rota": "venue Hall seats 7\n",
    "sub-2/郑州.rota": "venue 礼堂 seats 8\n",
    "teachers.csv": "name,teaches\nWu,Law\n",
  ]

  @Test(
    arguments: [
      ("load plan.rota", "venue Hall seats 7\n"),
      ("load plan.rota;", "venue Hall seats 7\n"),
      ("load ./plan.rota", "venue Hall seats 7\n"),
      ("load sub-2/郑州.rota", "venue 礼堂 seats 8\n"),
      ("include plan.rota; include sub-2/郑州.rota", "venue Hall seats 7\nvenue 礼堂 seats 8\n"),
      ("include plan.rota # and more", "venue Hall seats 7\n"),
      ("import csv teachers teachers.csv", "teacher Wu teaches Law\n"),
    ])
  func aPathNeedsNoQuotes(_ input: String, _ plan: String) {
    let names = ["./plan.rota": Self.texts["plan.rota"] ?? ""]
    var desk = Desk(Self.texts.merging(names) { first, _ in first })
    desk.type(input)
    #expect(desk.diagnostics.isEmpty)
    desk.type("show plan")
    #expect(desk.text == plan)
  }

  @Test func aPathThatIsMissingIsNamedAsItWasWritten() {
    var desk = Desk(Self.texts)
    desk.type("load sub-2/开封.rota")
    #expect(desk.diagnostics.map(\.kind.id) == ["cannot-read"])
    #expect(desk.diagnostics.first?.message.contains("sub-2/开封.rota") == true)
  }
}
