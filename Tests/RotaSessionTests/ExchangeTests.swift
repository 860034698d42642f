import Testing

@testable import RotaSession

/// What schools give each other.
@Suite struct ExchangeTests {
  private static let schools = """
    plan P { dates 2027-03-01 .. 2027-03-02; period am 09:00-10:30; period pm 14:00-15:30 }
    school North {
      venue Hall { seats 90; streams }
      teacher Li teaches Law, Ethics
      module M { lecture Ethics { for run; in Hall; by any teacher } }
      rotation Spring { trainees 40 people; length 2 days; classes 1; teaches M }
    }
    school South {
      venue Hall seats 60
      teacher Wu teaches Ethics
      module M { lecture Law { for run; in Hall; by any teacher } }
      rotation Spring { trainees 30 people; length 2 days; classes 1; teaches M }
    }

    """

  private func desk(_ more: String = "") -> Desk {
    var desk = Desk()
    desk.type(Self.schools + more)
    #expect(desk.diagnostics.isEmpty, "\(desk.diagnostics)")
    return desk
  }

  @Test func theSolverBalances() {
    var desk = desk("prefer balanced exchange weight 3")
    desk.type("solve steps 2000")
    #expect(desk.text.contains("cost 0"), "\(desk.text)")
    desk.type("set output csv; list sessions where session = Ethics")
    #expect(desk.text.contains("Wu"))
  }

  /// Where it cannot be even, it costs, and the verifier counts the same.
  @Test func whatIsUnevenCosts() {
    var desk = desk(
      "prefer balanced exchange weight 3; module North.M { lecture Ethics by North.Li }")
    desk.type("solve steps 2000")
    #expect(desk.text.contains("cost 3"), "\(desk.text)")
    desk.type("show cost")
    #expect(desk.text.contains("balanced exchange"))
    #expect(desk.text.contains("North and South") || desk.text.contains("North, South"))
    desk.type("suggest Law of run 1 of South.Spring")
    #expect(desk.status == .done)
    desk.type("set output csv; list costs")
    #expect(desk.text.contains("\"North, South\""), "\(desk.text)")
  }

  @Test func theLedgerTellsWhoGaveWhatToWhom() {
    var desk = desk(
      """
      module Away { lecture Talk { for all rotations; in North.Hall; by North.Li } }
      rotation South.Spring teaches South.M, Away
      rotation North.Spring teaches North.M, Away
      module North.M { lecture Ethics by North.Li }
      """)
    desk.type("solve steps 2000")
    desk.type("set output csv; show exchange of school South")
    // Li teaches Law and the talk for South; for the talk thirty people come to North.
    let rows = desk.text.split(whereSeparator: \.isNewline).map(String.init)
    #expect(rows.contains { $0.contains("North,South,2,3,1.5,30") }, "\(desk.text)")
  }

  @Test func whoFollowsAtHomeIsNoGuest() {
    var desk = desk(
      """
      module Away { lecture Talk { for all rotations; in North.Hall; streamed to South.Hall; by North.Li } }
      rotation South.Spring teaches South.M, Away
      rotation North.Spring teaches North.M, Away
      module North.M { lecture Ethics by North.Li }
      """)
    desk.type("solve steps 2000")
    desk.type("set output csv; show exchange")
    let rows = desk.text.split(whereSeparator: \.isNewline).map(String.init)
    #expect(rows.contains { $0.contains("North,South,2,3,0,0") }, "\(desk.text)")
  }

  @Test func nothingIsGivenWhereAllStayAtHome() {
    var desk = desk(
      "module South.M { lecture Law by South.Wu }; module North.M { lecture Ethics by North.Li }")
    desk.type("solve steps 2000")
    desk.type("show exchange")
    #expect(desk.text.contains("No school has given anything to another."))
  }
}
