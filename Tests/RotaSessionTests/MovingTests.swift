import RotaDiagnostics
import Testing

@testable import RotaSession

/// `suggest`, `why SESSION` and `why not`: what they call free is free and costs what they say.
@Suite struct MovingTests {
  /// A plan by number: the same rules in other amounts, so that what is free differs.
  static func plan(_ number: Int) -> String {
    """
    plan 培训 { dates 2027-03-01 .. 2027-03-0\(3 + number % 3); period 上午 09:00-10:30; period 中午 11:00-12:30; period 下午 14:00-15:30 }
    venue 报告厅 { kind hall; seats 100; streams }
    for n in 1..\(2 + number % 2) { venue "研讨室{n}" { kind room; seats 35 } }
    site 博物馆 { seats \(35 + 30 * (number % 2)); travel 30 min }
    buses \(2 + number % 3) seats 40
    teacher 李明 { teaches 新境界, 法治; unavailable 2027-03-03 }
    teacher 王芳 { teaches 新境界, 高质量发展; at most \(1 + number % 2) per day; at most 3 per week }
    teacher 赵强 { teaches 法治, 高质量发展 }
    unit 市直部门 90 people
    module 理论 {
        lecture 新境界 { for run; in hall; by any teacher; not last day }
        lecture 高质量发展 { for run; in hall; by any teacher; after 新境界 }
        lecture 法治 { for class; in any venue; by any of 李明, 赵强 }
        visit 现场教学 { for class; to any site; not first day }
        discussion 分组研讨 { for class; in room; after 现场教学; same day as 现场教学 }
        study 自学 { for class; 2 times; at most 1 per day }
    }
    rotation 集中轮训 { trainees all units; runs 1; length \(3 + number % 3) days; classes at most 30 people; teaches 理论 }
    prefer early weight \(1 + number % 2)
    prefer compact days weight 3
    prefer same room weight 2
    prefer balanced teachers weight 2
    prefer even days
    solve steps \(300 + 100 * number)

    """
  }

  @Test func aMoveToWhereASessionIsMovesNothing() {
    var desk = Desk()
    desk.type(smallPlan)
    desk.type("solve steps 2000")
    desk.type("list sessions")
    let before = desk.whole()
    let steps = desk.shell.stepCount
    guard let placement = desk.shell.workspace.board.timetable.placements.first else {
      Issue.record("nothing was placed")
      return
    }
    let derived = desk.shell.workspace.derived(desk.shell.state)
    let session = SessionReference.text(placement.key, in: derived)
    desk.type("move \(session) to \(placement.value.day.iso) at \(placement.value.period)")
    #expect(desk.text == "nothing was moved: \(session) is there already\n")
    #expect(desk.diagnostics.isEmpty)
    #expect(desk.whole() == before)
    #expect(desk.shell.stepCount == steps)
  }

  private static func cost(_ desk: Desk) -> Int? {
    var copy = desk
    copy.type("print cost()")
    return Int(copy.text.filter { !$0.isWhitespace })
  }

  /// Statements told as JSON with the cost told beside them.
  private static func told(_ desk: Desk, _ session: String) -> [(statements: String, cost: Int)] {
    var options = SessionOptions()
    options.json = true
    var copy = desk
    copy.type("set output json\nset width 900\nsuggest \(session)")
    return copy.text.split(separator: "\n").compactMap { line in
      guard let statements = field("statements", of: line), let cost = number("cost", of: line)
      else { return nil }
      return (statements, cost)
    }
  }

  private static func field(_ name: String, of line: Substring) -> String? {
    guard let start = line.firstRange(of: "\"\(name)\": \"") else { return nil }
    return line[start.upperBound...].firstRange(of: "\"}").map {
      String(line[start.upperBound..<$0.lowerBound]).replacing("\\\"", with: "\"")
    }
  }

  private static func number(_ name: String, of line: Substring) -> Int? {
    guard let start = line.firstRange(of: "\"\(name)\": ") else { return nil }
    return Int(line[start.upperBound...].prefix { $0.isNumber || $0 == "-" })
  }

  @Test func aLockedSessionIsNotMoved() {
    var desk = Desk()
    desk.type(smallPlan, mode: .script)
    desk.type("solve steps 2000; lock Law")
    let before = desk.picture()
    desk.type("move Law to 2027-03-03 at pm")
    #expect(desk.diagnostics.map(\.kind.id) == ["session-locked"])
    #expect(
      desk.diagnostics.first?.remedies == ["let it be moved first: unlock Law of run 1 of Spring"])
    #expect(desk.picture() == before)
  }

  /// Another place or teacher at the time that a session has.
  @Test func whyNotTakesAPlaceOrATeacherAlone() {
    var desk = Desk()
    desk.type(smallPlan, mode: .script)
    desk.type("why not Law by Rivera")
    #expect(desk.diagnostics.map(\.kind.id) == ["wrong-placement"])
    desk.type("solve steps 2000")
    desk.type("why not Law by Rivera")
    #expect(desk.text.contains("Rivera may not teach Law"), "\(desk.text) \(desk.diagnostics)")
    desk.type("why not Law in \"Room 1\"")
    #expect(desk.text.contains("Law of run 1 of Spring may not be at Room 1"), "\(desk.text)")
    desk.type("why not Law in Hall")
    #expect(desk.text.contains("That is where it is."), "\(desk.text)")
  }

  @Test(arguments: 0..<6) func whatIsSuggestedIsFreeAndCostsWhatIsSaid(number: Int) throws {
    var desk = Desk()
    desk.type(Self.plan(number), mode: .script)
    #expect(desk.status != .scriptWrong, "\(desk.diagnostics)")
    let before = try #require(Self.cost(desk))
    let picture = desk.picture()
    var checked = 0
    for session in [
      "新境界 of run 1", "法治 of class 1 of run 1", "分组研讨 of class 2 of run 1",
      "现场教学 of class 3 of run 1", "自学 meeting 2 of class 1 of run 1", "高质量发展 of run 1",
    ] {
      // The first, the last, and every seventh, with all that need another session to move.
      let told = Self.told(desk, session)
      for (index, suggestion) in told.enumerated()
      where index % 7 == 0 || index == told.count - 1 || suggestion.statements.contains(";") {
        var copy = desk
        for statement in suggestion.statements.split(separator: "; ") {
          copy.type(String(statement))
          #expect(copy.status == .done, "\(session): \(statement) \(copy.diagnostics)")
        }
        #expect(Self.cost(copy) == before + suggestion.cost, "\(session): \(suggestion)")
        checked += 1
      }
      #expect(desk.picture() == picture)
    }
    #expect(checked > 5)
  }

  @Test func whatIsFreeIsNotRefusedAndWhatIsRefusedIsNotFree() {
    var desk = Desk()
    desk.type(Self.plan(1), mode: .script)
    for session in ["法治 of class 1 of run 1", "高质量发展 of run 1"] {
      for day in 1...4 {
        for period in ["上午", "中午", "下午"] {
          var asked = desk
          asked.type("why not \(session) at 2027-03-0\(day) \(period)")
          if asked.text.contains("That is where it is") { continue }
          var moved = desk
          moved.type("move \(session) to 2027-03-0\(day) at \(period)")
          #expect(
            asked.text.contains("Nothing stands against") == (moved.status == .done),
            "\(session) \(day) \(period): \(asked.text) \(moved.diagnostics)")
          #expect(asked.picture() == desk.picture())
        }
      }
    }
  }

  @Test func rulesAreCitedByTheirLines() {
    var desk = Desk(["plan.rota": Self.plan(0)])
    desk.type("include \"plan.rota\"")
    desk.type("why not 新境界 of run 1 at 2027-03-03 上午 by 李明")
    for line in [
      "plan.rota:11  lecture 新境界: not last day", "plan.rota:6  teacher 李明: unavailable 2027-03-03",
    ] {
      #expect(desk.text.contains(line), "\(desk.text)")
    }
    desk.type("why 分组研讨 of class 1 of run 1")
    for line in [
      "plan.rota:15  discussion 分组研讨: after 现场教学", "plan.rota:15  discussion 分组研讨: in room",
      "plan.rota:18  rotation 集中轮训: length 3 days",
    ] {
      #expect(desk.text.contains(line), "\(desk.text)")
    }
    desk.type("why 现场教学 of class 1 of run 1")
    #expect(desk.text.contains("plan.rota:15  discussion 分组研讨: same day as 现场教学"))
  }

  @Test func allClausesOfAKindAreCited() {
    var desk = Desk()
    desk.type(
      """
      plan P { dates 2027-03-01 .. 2027-03-04; period am 09:00-10:30; period pm 10:40-12:10; period eve 18:00-19:30 }
      venue Hall { seats 90; closed 2027-03-02; closed 2027-03-03 am }
      site Mill { seats 90; travel 40 min }
      teacher Li { unavailable Mon am; unavailable 2027-03-03; at most 1 per day; at most 3 per week }
      module M {
          lecture L { for run; in Hall; by Li; morning }
          lecture K { for run; in Hall; by Li }
          visit V { for run; to Mill; at least 2 days after K; same day as L }
      }
      rotation R { trainees 60 people; length 4 days; teaches M; at most 1 runs at once; at most 2 per day }
      place K of run 1 at 2027-03-01 pm in Hall by Li
      place L of run 1 at 2027-03-04 am in Hall by Li
      """, mode: .script)
    for (question, cited) in [
      ("why not L of run 1 at 2027-03-01 am", ["unavailable Mon am", "unavailable 2027-03-03"]),
      ("why not L of run 1 at 2027-03-02 am", ["closed 2027-03-02", "closed 2027-03-03 am"]),
      ("why not L of run 1 at 2027-03-02 eve", [": morning"]),
      ("why not V of run 1 at 2027-03-01 am", ["at least 2 days after K", "same day as L"]),
      ("why not V of run 1 at 2027-03-04 pm", ["travel 40 min"]),
      ("why not K of run 1 at 2027-03-04 pm", ["at most 1 per day", "at most 3 per week"]),
    ] {
      desk.type(question)
      for words in cited { #expect(desk.text.contains(words), "\(question): \(desk.text)") }
      #expect(!desk.text.contains("runs at once"))
    }
  }

  @Test func programsReadWhatIsTold() {
    var options = SessionOptions()
    options.json = true
    var desk = Desk(["plan.rota": Self.plan(0)], options: options)
    desk.type("include \"plan.rota\"")
    for (question, answer) in [
      (
        "why 分组研讨 of class 1 of run 1",
        "{\"said\": \"discussion 分组研讨: in room\", \"statement\": \"plan.rota:15\"}"
      ),
      ("why not 新境界 of run 1 at 2027-03-03 上午", "\"statement\": \"plan.rota:11\""),
      (
        "suggest 自学 meeting 1 of class 1 of run 1",
        "move 自学 meeting 1 of class 1 of run 1 of 集中轮训 to 2027-03-0"
      ),
    ] {
      desk.type(question)
      #expect(desk.text.contains(answer), "\(desk.text)")
      #expect(
        desk.text.split(separator: "\n").allSatisfy { $0.hasPrefix("{") && $0.hasSuffix("}") })
    }
  }

  @Test func whatIsWrongNowIsTold() {
    var desk = Desk()
    desk.type(Self.plan(0), mode: .script)
    desk.type("teacher 王芳 unavailable 2027-03-01..2027-03-05\nwhy 高质量发展 of run 1")
    if desk.text.contains("by 王芳.") {
      #expect(desk.text.contains("Against that:\n  王芳 is not available"), "\(desk.text)")
    }
    desk.type("unplace all\nwhy 高质量发展 of run 1")
    #expect(desk.text.contains("has no place in the timetable."), "\(desk.text)")
    desk.type("why not 高质量发展 of run 1 at 2027-03-02 上午 by 赵强")
    #expect(
      desk.text.contains("Nothing stands against 2027-03-02 上午 in 报告厅 by 赵强."), "\(desk.text)")
  }

  @Test func whatCannotBeAskedIsRefused() {
    var desk = Desk()
    desk.type(Self.plan(0), mode: .script)
    for (wrong, kind) in [
      ("suggest 分组研讨", "ambiguous-session"), ("suggest 分组", "unknown-session"),
      ("why 分组", "unknown-session"), ("why not 新境界 of run 1 at 2028-03-01", "wrong-placement"),
      ("why not 新境界 of run 1 at 2027-03-01 晚上", "wrong-placement"),
      ("why not 新境界 of run 1 at 2027-03-01 in 礼堂", "unknown-target"),
    ] {
      desk.type(wrong)
      #expect(desk.diagnostics.map(\.kind.id) == [kind], "\(wrong)")
    }
  }
}
