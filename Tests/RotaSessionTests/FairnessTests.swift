import Testing

@testable import RotaSession

/// Who has how much beside others.
@Suite struct FairnessTests {
  private static let plan = """
    plan P { dates 2027-03-01 .. 2027-03-12; days Mon .. Fri; period am 09:00-10:00; period pm 14:00-15:00 }
    teacher Li { role staff; norm 40 h }
    teacher Wu { role staff; norm 20 h }
    teacher Ma norm 6 h
    site Museum; site Port
    module M {
      lecture Ethics { for class; 3 times; by any of staff }
      lecture Law { for run; by Ma }
      visit V { for class; to any site }
    }
    rotation R { trainees 80 people; runs 2; length 5 days; classes at most 20 people; teaches M }

    """

  private func desk(_ more: String = "") -> Desk {
    var desk = Desk()
    desk.type(Self.plan + more)
    #expect(desk.diagnostics.isEmpty, "\(desk.diagnostics)")
    return desk
  }

  private func rows(_ desk: Desk) -> [String] {
    desk.text.split(whereSeparator: \.isNewline).map(String.init)
  }

  @Test func theReportNeedsNoWish() {
    var desk = desk()
    desk.type("solve steps 500; set output csv; show fairness")
    let rows = rows(desk)
    // Of twelve hours of ethics Li owes two thirds; Ma shares with nobody.
    #expect(rows.contains { $0.hasPrefix("Hours of teachers,") && $0.contains(",Li,") })
    #expect(rows.contains { $0.contains(",Li,") && $0.contains(",40,8,") }, "\(rows)")
    #expect(rows.contains { $0.contains(",Wu,") && $0.contains(",20,4,") }, "\(rows)")
    #expect(rows.contains { $0.contains(",Ma,2,6,–,–") }, "\(rows)")
    #expect(rows.contains { $0.contains("Greatest difference") })
    #expect(rows.contains { $0.contains("Museum") && $0.contains("Run 2") }, "\(rows)")
  }

  @Test func theSolverIsFair() {
    var desk = desk("prefer balanced load; prefer shared sites weight 2")
    desk.type("solve steps 3000")
    #expect(desk.text.contains("cost 0"), "\(desk.text)")
    desk.type("set output csv; show fairness")
    let rows = rows(desk)
    #expect(rows.contains { $0.contains(",Li,8,") }, "\(rows)")
    #expect(rows.contains { $0.contains(",Wu,4,") }, "\(rows)")
  }

  @Test func theCostNamesWhoIsOff() {
    var desk = desk(
      """
      prefer balanced load weight 3; prefer shared sites weight 2; teacher Li at most 1 per week
      site Port closed 2027-03-01..2027-03-05; site Museum closed 2027-03-08..2027-03-12
      """)
    // Of twelve periods Li has two for eight, and Wu ten for four; each run has two visits for one at
    // the one site and none at the other.
    desk.type("solve steps 2000")
    #expect(desk.text.contains("cost \(3 * (36 + 36) + 2 * 4)"), "\(desk.text)")
    desk.type("show cost")
    #expect(desk.text.contains("shared sites"), "\(desk.text)")
    #expect(desk.text.contains("Museum for run 1 of R"), "\(desk.text)")
    desk.type("show cost of teacher Wu")
    #expect(desk.text.contains("balanced load"), "\(desk.text)")
    desk.type("show cost of site Port")
    #expect(desk.text.contains("Port for run 2 of R"), "\(desk.text)")
    desk.type("set output csv; list costs where place = Museum")
    #expect(desk.text.contains("shared sites"), "\(desk.text)")
  }

  @Test func classesOfOneRunAreCompared() {
    var desk = desk(
      "rotation R runs 1; module M { visit V 2 times }; prefer shared sites among classes")
    desk.type("solve steps 2000; set output csv; show fairness")
    let rows = rows(desk)
    #expect(
      rows.contains { $0.hasPrefix("Sites among classes,") && $0.contains("Class 4") }, "\(rows)")
    #expect(!rows.contains { $0.hasPrefix("Sites among runs,") })
    desk.type("set output table; show cost")
    #expect(desk.text.contains("shared sites among classes"), "\(desk.text)")
  }

  @Test func whereNothingIsSharedItSaysSo() {
    var desk = desk(
      """
      drop norm of teacher Li; drop norm of teacher Wu; drop norm of teacher Ma
      module M { lecture Ethics by Li; visit V to Museum }
      solve steps 500; show fairness
      """)
    desk.type("show fairness")
    #expect(desk.text.contains("Nothing here is shared"), "\(desk.text)")
  }
}
