import RotaPlanning
import Testing

@testable import RotaReports

struct ProgrammeTests {
  private func rows(_ sample: Sample, _ scope: AudienceText.Scope) -> [[String]] {
    let items = Schedule(sample.input).items.filter { item in
      switch scope {
      case .everything, .school: true
      case .run(let id): item.session.runs.contains(id)
      case .studyClass(let id): item.session.classes.contains(id)
      }
    }
    let table = ProgrammeTable(input: sample.input, text: SessionText(sample.input))
      .block(items, scope: scope)
    return table.groups.flatMap { $0.rows.map(\.cells) }
  }

  @Test func busesLeaveAndReturn() {
    // Class 1 visits the second site, 50 minutes away, with 61 people: two buses of 50.
    let rows = rows(Sample(.english), .studyClass(ClassID(0)))
    let visit = rows.firstIndex { $0[4] == "Visit to a development zone" }
    guard let visit else {
      Issue.record("no visit")
      return
    }
    #expect(rows[visit - 1][3...4] == ["13:40–14:30", "Departure to Innovation Centre (buses: 2)"])
    #expect(rows[visit][3] == "14:30–17:50")
    #expect(rows[visit + 1][3...4] == ["17:50–18:40", "Return from Innovation Centre"])
  }

  @Test func aRunSaysWhichClassesGoWhere() {
    let sample = Sample(.simplifiedChinese, runs: 1, classes: [7])
    let rows = rows(sample, .run(RunID(0)))
    let visits = rows.filter { $0[4] == "开发区现场教学" }
    #expect(visits.map { $0[6] } == ["1、3、5、7班", "2、4、6班"])
    #expect(visits.first?[8] == "1、7班：高新区展厅；3班：中原科技城；5班：经开区智能制造产业园")
    let departures = rows.filter { $0[4].hasPrefix("乘车前往高新区展厅") }
    #expect(departures.map { $0[4] } == ["乘车前往高新区展厅（4辆车）", "乘车前往高新区展厅（2辆车）"])
    #expect(departures.map { $0[6] } == ["1、7班", "4班"])
    #expect(rows.filter { $0[4].hasSuffix("返校") }.count == 2)
  }

  @Test func classesInTheirOwnRoomsTakeOneWord() {
    var sample = Sample(.english, runs: 1, classes: [3])
    func place() -> String? {
      rows(sample, .run(RunID(0))).first { $0[4] == "Set texts" }?[8]
    }
    #expect(place() == "own rooms")
    sample.programme.classes[0].room = nil
    #expect(place() == "Class 1: Room 1; Class 2: Room 2; Class 3: Room 3")
  }

  @Test func teachersAreNamedInFull() {
    let rows = rows(Sample(.simplifiedChinese), .run(RunID(0)))
    func teacher(_ content: String) -> String? { rows.first { $0[4] == content }?[7] }
    #expect(teacher("学习贯彻党的二十大精神专题辅导") == "李明华（市委 副书记）")
    #expect(teacher("以中国式现代化全面推进中华民族伟大复兴") == "赵一鸣（清华大学 研究员、线上授课）")
    #expect(rows.first { $0[4] == "开班式" }?[9] == "李明华（市委 副书记）")
    #expect(rows.contains { $0[8] == "第一学术报告厅（直播：研讨室8）" })
  }

  @Test func itemsOfAnAgendaHaveTimesOfTheirOwn() {
    var sample = Sample(.english)
    sample.plan.modules[0].sessions[0].agenda = [
      AgendaItem(title: "Welcome", minutes: 5), AgendaItem(title: "Address", minutes: 20),
    ]
    let name = sample.plan.modules[0].sessions[0].name
    let rows = rows(sample, .run(RunID(0)))
    guard let opening = rows.firstIndex(where: { $0[4] == name }) else {
      Issue.record("no opening")
      return
    }
    #expect(rows[opening][3] == "08:30–10:00")
    #expect(rows[opening + 1][3...4] == ["08:30–08:35", "· Welcome"])
    #expect(rows[opening + 2][3...4] == ["08:35–08:55", "· Address"])
  }

  @Test func columnsWithoutContentAreLeftOut() {
    var sample = Sample(.english)
    sample.plan.modules[0].sessions[0].chair = nil
    let items = Schedule(sample.input).items.filter { $0.session.runs.contains(RunID(0)) }
    let table = ProgrammeTable(input: sample.input, text: SessionText(sample.input))
      .block(items, scope: .run(RunID(0)))
    #expect(!table.columns.contains { $0.header == "Chair" })
    #expect(table.columns.contains { $0.header == "For" })
  }

  @Test func fromSiteToSiteThereIsNoWayHome() {
    // A second visit that begins before the buses could be back.
    var sample = Sample(.english, runs: 1, classes: [1])
    let day = sample.plan.calendar.days[2].day
    func put(_ session: String, _ period: String, _ site: String) {
      for key in sample.timetable.placements.keys where key.session == session {
        sample.timetable.placements[key]?.period = period
        sample.timetable.placements[key]?.places = [site]
        sample.timetable.placements[key]?.day = day
      }
    }
    sample.plan.modules[2].sessions[0].periods = 1
    put("Visit to a development zone", "Afternoon 1", "Innovation Centre")
    put("Set texts", "Afternoon 2", "Science Park")
    let moves = Outings(sample.input).movements(
      Schedule(sample.input).items)
    #expect(moves.map(\.kind) == [.departure, .transfer, .returning])
    #expect(moves.map(\.minute) == [870 - 50, 980 - 90, 1070])
    #expect(moves.map(\.arrivals) == [[870], [980], [1070 + 40]])
    put("Set texts", "Afternoon 2", "Innovation Centre")
    let stay = Outings(sample.input).movements(
      Schedule(sample.input).items)
    #expect(stay.map(\.kind) == [.departure, .returning])
    #expect(stay.map(\.minute) == [820, 1070])
  }

  @Test func whatIsNotPlacedIsSaid() {
    var sample = Sample(.english)
    let page = Reports.programme(sample.input, of: .run(RunID(0))).pages[0]
    #expect(
      page.blocks.last == .paragraph("Not in the timetable yet: Welcome lunch (Everyone)"))
    sample.timetable = Timetable()
    let empty = Reports.timetable(sample.input, of: .studyClass(ClassID(0))).pages[0]
    #expect(empty.blocks.first == .paragraph("No sessions in the timetable."))
    guard case .paragraph(let text) = empty.blocks.last else {
      Issue.record("nothing is said")
      return
    }
    #expect(text.contains("Class discussion (1/2), Class discussion (2/2)"))
  }

  /// A period that the calendar no longer has leaves its sessions out, and says so.
  @Test func placementsOutsideTheCalendarAreNotPlaced() {
    var sample = Sample(.english, runs: 1, classes: [1])
    for key in sample.timetable.placements.keys where key.session == "Test" {
      sample.timetable.placements[key]?.period = "Night"
    }
    let schedule = Schedule(sample.input)
    #expect(schedule.unplaced.map(\.identity.session) == ["Welcome lunch", "Test"])
  }
}
