import Testing

/// `check standard`: articles, numbers, what decides them, and parts side by side.
@Suite struct StandardTests {
  private static let plan = """
    plan P { dates 2027-03-01 .. 2027-03-05; period am 09:00-11:00; period pm 14:00-16:00 }
    venue Hall { seats 100; kind hall }
    school North; school South
    teacher Mayor role leaders
    teacher Wu
    module Theory { theme theory; lecture Ethics { for run; in Hall; 3 times; by Wu } }
    module Duty { theme duty; lecture Duty { for run; in Hall; by Mayor } }
    rotation A { trainees 60 people; length 3 days; classes 1; school North; teaches Theory, Duty }
    rotation B { trainees 20 people; length 2 days; classes 1; school South; teaches Theory }

    """
  private static let standard = """
    standard S {
      title "Rules for schools"
      version "2027"
      article 1 must share(theme: theory) >= 70% "theory"
      article 2.1 must share(role: leaders) >= 30% "leaders"
      article Days should days() >= 3 days "days"
      article 4 must days() >= 9 days or hours() >= 4 "days or hours"
    }

    """

  private func desk(_ text: String = "") -> Desk {
    var desk = Desk()
    desk.type(Self.plan + Self.standard + text)
    #expect(desk.diagnostics.isEmpty)
    return desk
  }

  @Test func articlesAreJudgedOneByOne() {
    var desk = desk()
    desk.type("set output csv; check standard S", mode: .script)
    let lines = desk.text.split(whereSeparator: \.isNewline).map(String.init)
    // Of 60 people 8 hours, of 20 people 6; 120 of 600 person-hours are the leader's.
    #expect(
      lines.contains("1,must,theory,≥ 70%,80%,met"), "\(lines)")
    #expect(lines.contains("2.1,must,leaders,≥ 30%,20%,\"not met, by 10%\""))
    #expect(lines.contains("Days,should,days,≥ 3 days,2 days,\"not met, by 1 day\""))
    #expect(lines.contains("4,must,days or hours,≥ 9 days or ≥ 4,2 days · 7.5,met"))
    #expect(desk.status == .planFails)
  }

  @Test func whatDecidesIsNamed() {
    var desk = desk()
    desk.type("check standard S", mode: .script)
    #expect(desk.text.contains("Article 2.1 is not met: share(role: leaders) is 20%, not >= 30%."))
    #expect(desk.text.contains("Without any one of these it holds:"))
    #expect(desk.text.contains("lecture Ethics"))
    #expect(desk.text.contains("met: must 2/3, should 0/1"))
  }

  @Test func aBrokenShouldFailsNothing() {
    var desk = desk("standard S article 2.1 should share(role: leaders) >= 30%\n")
    desk.type("check standard S", mode: .script)
    #expect(desk.status == .done)
  }

  @Test func schoolsStandSideBySide() {
    var desk = desk()
    desk.type("set output csv; check standard S by school", mode: .script)
    let lines = desk.text.split(whereSeparator: \.isNewline).map(String.init)
    #expect(lines.contains { $0.hasSuffix("North,South") })
    #expect(
      lines.contains("2.1,must,leaders,≥ 30%,\"25% · not met, by 5%\",\"0% · not met, by 30%\""),
      "\(lines)")
  }

  @Test func aStandardIsSavedChangedAndDropped() {
    var desk = desk()
    desk.type("show plan")
    #expect(
      desk.text.contains("    article 2.1 must share(role: leaders) >= 30% \"leaders\"\n"))
    var again = Desk()
    again.type(desk.text)
    #expect(again.picture() == desk.picture())
    desk.type("standard S article 2.1 must share(role: leaders) >= 10% \"leaders\"")
    #expect(desk.text.contains("30%") && desk.text.contains("-> ") && desk.text.contains("10%"))
    desk.type("check standard S", mode: .script)
    #expect(desk.status == .done)
    desk.type("drop version of standard S; drop standard S")
    desk.type("check standard S")
    #expect(desk.diagnostics.map(\.kind.id) == ["unknown-target"])
  }

  @Test func withoutSchoolsThereIsNothingToCompare() {
    var desk = Desk()
    desk.type(
      """
      plan P { dates 2027-03-01 .. 2027-03-05; period am 09:00-11:00 }
      module M { lecture L for run }
      rotation R { trainees 9 people; length 1 days; teaches M }
      standard S article 1 must hours() >= 1
      """)
    desk.type("check standard S by school")
    #expect(desk.diagnostics.map(\.kind.id) == ["bad-setting"])
    desk.type("check standard S by rotation")
    #expect(desk.diagnostics.isEmpty)
  }
}
