import Testing

@testable import RotaSession

/// Classes mixed from a roster, and groups that meet others.
@Suite struct GroupTests {
  private static let plan = """
    plan Small { dates 2027-03-01 .. 2027-03-03; period am 09:00-10:30; period pm 14:00-15:30 }
    for n in 1..4 { venue "Room {n}" { kind room; seats 40 } }
    unit Harbour 24 people
    unit Airport 16 people
    module M { discussion Talk for groups of 5 people 3 times in room }
    rotation Spring { trainees all units; runs 1; length 3 days; classes at most 20 people; teaches M }

    """

  private static var roster: String {
    var text = "name,unit,rank,sex\n"
    for number in 0..<24 {
      text += "H\(number),Harbour,\(number % 5 == 0 ? "Head" : "Clerk"),"
      text += number % 2 == 0 ? "M\n" : "F\n"
    }
    for number in 0..<16 {
      text += "A\(number),Airport,\(number % 4 == 0 ? "Head" : "Clerk"),"
      text += number % 3 == 0 ? "F\n" : "M\n"
    }
    return text
  }

  private func desk(_ more: String = "") -> Desk {
    var desk = Desk(["people.csv": Self.roster])
    desk.type(Self.plan + more)
    #expect(desk.diagnostics.isEmpty, "\(desk.diagnostics)")
    return desk
  }

  @Test func groupsThatRotateStandInTheClassListForEachMeeting() throws {
    var desk = desk("prefer rotated groups weight 2")
    desk.type("import csv roster people.csv; solve steps 4000")
    #expect(desk.text.contains("cost 0"), "\(desk.text)")
    desk.type("set width 120; show lists of class 1 of run 1")
    #expect(desk.text.contains("Groups"), "\(desk.text)")
    desk.type("export lists csv lists.csv")
    let lines = try #require(desk.files.text("lists.csv")).split(separator: "\r\n")
    let first = try #require(lines.first)
    #expect(first.contains("Group (Talk (1/3)),Group (Talk (2/3)),Group (Talk (3/3))"), "\(first)")
    // A roster again, groups and all.
    desk.type("import csv roster lists.csv")
    #expect(desk.status == .done && desk.diagnostics.isEmpty, "\(desk.diagnostics)")
    // Groups sign for themselves, each person once for each meeting.
    desk.type("show attendance of class 1 of run 1")
    #expect(desk.text.contains("Group 4 · Talk (1/3)"), "\(desk.text)")
  }

  @Test func groupsThatStayHaveOneColumn() throws {
    var desk = desk()
    desk.type("import csv roster people.csv; solve steps 2000; export lists csv lists.csv")
    let first = try #require(desk.files.text("lists.csv")).split(separator: "\r\n").first
    #expect(first?.contains(",Group,Remark") == true, "\(first ?? "")")
  }

  /// Without a roster people have numbers.
  @Test func groupsAreOfNumberedPlacesWithoutARoster() {
    var desk = desk("prefer rotated groups")
    desk.type("solve steps 4000; set width 120; show lists of class 1 of run 1")
    #expect(desk.text.contains("Groups"), "\(desk.text)")
  }

  @Test func whatGroupsCostIsToldAndWhatClassesDoIsNot() {
    var desk = desk("prefer rotated groups weight 3; prefer mixed classes by sex weight 5")
    desk.type("venue \"Room 4\" seats 1; solve steps 2000; show cost")
    #expect(desk.text.contains("rotated groups"), "\(desk.text)")
    #expect(desk.text.contains("`mixed classes` is about who is in which class"))
    desk.type("set output csv; show cost")
    #expect(!desk.text.contains("mixed"), "\(desk.text)")
    desk.type("set output table; drop prefer 1; show cost")
    #expect(desk.text.contains("no wish that a timetable could break"), "\(desk.text)")
  }

  @Test func fairnessTellsOfClassesAndGroups() {
    var desk = desk("prefer rotated groups weight 2; prefer mixed classes")
    desk.type("import csv roster people.csv; solve steps 4000; set width 120; show fairness")
    #expect(desk.text.contains("Classes by unit, sex and post"), "\(desk.text)")
    #expect(desk.text.contains("Harbour 12 (12), Airport 8 (8)"), "\(desk.text)")
    #expect(desk.text.contains("Who meets whom in groups"))
    desk.type("drop prefer 1; show fairness")
    #expect(desk.text.contains("Who meets whom in groups"))
    desk.type("set output csv; show fairness")
    #expect(desk.status == .done)
  }
}
