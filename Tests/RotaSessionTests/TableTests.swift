import RotaSession
import Testing

/// `import csv` at the prompt.
@Suite struct TableTests {
  private func desk() -> Desk {
    Desk([
      "teachers.csv": "\u{FEFF}姓名,课程,每天最多\r\n王芳,新境界,2\r\n李强,,\r\n",
      "venues.csv": "Name,Seats,School\nHall,90,Nowhere\nRoom,30,\n",
      "bad.csv": "Name,Seats\nHall,many\n", "people.csv": "name\nA\n",
      "twice.csv": "name,seats\nHall,50\nHall,60\n",
    ])
  }

  @Test func aTableBecomesOrdinaryDeclarations() {
    var desk = desk()
    desk.type("teacher Rivera")
    let before = desk.picture()
    desk.type("import csv teachers teachers.csv dry run")
    #expect(desk.text == "teacher 王芳 { teaches 新境界; at most 2 per day }\nteacher 李强\n")
    desk.type("import csv teachers teachers.csv --dry-run; print 1 --1")
    #expect(desk.text == "teacher 王芳 { teaches 新境界; at most 2 per day }\nteacher 李强\n2\n")
    #expect(desk.picture() == before)
    desk.type("import csv teachers teachers.csv")
    #expect(desk.text == "imported \"teachers.csv\": 2 teachers\n")
    desk.type("expect count(teachers) = 3")
    #expect(desk.status == .done)
    desk.type("save \"plan.rota\"")
    #expect(desk.files.text("plan.rota")?.contains("teacher 王芳") == true)
    desk.type("undo")
    #expect(desk.picture() == before)
  }

  @Test(arguments: ["", " dry run"])
  func whatIsNotKeptIsNotToldAsChanged(_ dryRun: String) {
    var desk = desk()
    desk.type("venue Hall seats 40")
    desk.type("import csv venues twice.csv" + dryRun)
    #expect(desk.status == .scriptWrong)
    #expect(!desk.text.contains("changed"), "\(desk.text)")
    desk.type("print 1")
    #expect(desk.text == "1\n")
  }

  @Test func anErrorInThePlanIsToldOfTheCell() {
    var desk = desk()
    let before = desk.picture()
    desk.type("import csv venues venues.csv")
    #expect(desk.status == .scriptWrong)
    #expect(
      desk.diagnostics.first?.message.hasPrefix("row 2, column C \"School\": ") == true,
      "\(desk.diagnostics)")
    #expect(desk.picture() == before)
    for (statement, kind) in [
      ("import csv venues bad.csv", "table-cell"), ("import csv venues none.csv", "cannot-read"),
      ("import csv rooms venues.csv", "unknown-choice"),
    ] {
      desk.type(statement)
      #expect(desk.diagnostics.first?.kind.id == kind, "\(desk.diagnostics)")
      #expect(desk.picture() == before)
    }
  }

  @Test func anExportLeavesOthersFilesAlone() {
    var desk = Desk(["mine.html": "my notes"])
    desk.type(smallPlan)
    desk.type("solve steps 20000; export html mine.html")
    #expect(desk.diagnostics.first?.kind.id == "file-not-written-by-rota")
    #expect(desk.files.text("mine.html") == "my notes")
    desk.type("export html mine.html replace")
    #expect(desk.status == .done)
    #expect(desk.files.text("mine.html")?.contains("<html") == true)
    desk.type("export html mine.html")
    #expect(desk.status == .done)
  }
  private static let roster =
    "name,unit,post,sex,phone\n"
    + (1...60).map {
      "H\($0),Harbour,\($0 % 2 == 0 ? "Head" : "Clerk"),\($0 % 3 == 0 ? "F" : "M"),\($0)\n"
    }.joined()
    + (1...30).map { "A\($0),Airport,Head,F,1\($0)\n" }.joined()

  @Test func aRosterStaysInItsFileAndFillsTheClasses() throws {
    var desk = Desk(["data/people.csv": Self.roster])
    desk.type(smallPlan)
    desk.type("import csv roster \"data/people.csv\" dry run")
    #expect(desk.text == "rotation Spring roster \"data/people.csv\"\n", "\(desk.diagnostics)")
    desk.type("import csv roster \"data/people.csv\"")
    #expect(desk.text.contains("90 people of 2 units"), "\(desk.text)")
    desk.type(
      "expect count(people) = 90 and count(people, where: class = 2 and sex = female) >= 16")
    #expect(desk.status == .done, "\(desk.diagnostics)")
    desk.type("set output csv; list people where class = 1")
    #expect(desk.text.split(separator: "\r\n").count == 31, "\(desk.text)")
    // The path holds from wherever the plan is saved, and nobody's name is in it.
    desk.type("set output table; save \"data/plan.rota\"")
    let saved = try #require(desk.files.text("data/plan.rota"))
    #expect(saved.contains("roster \"people.csv\""))
    #expect(!saved.contains("H17"))
    desk.type("load \"data/plan.rota\"; expect count(people) = 90")
    #expect(desk.status == .done, "\(desk.diagnostics)")
    desk.type("save \"other/plan.rota\"")
    #expect(desk.files.text("other/plan.rota")?.contains("roster \"../data/people.csv\"") == true)
    desk.type("check")
    #expect(desk.diagnostics.isEmpty, "\(desk.diagnostics)")
  }

  /// Nobody reads a million lines; what is not shown is told of, whatever `--quiet` says.
  @Test func aTableOfPeopleIsNoLongerThanCanBeRead() {
    let many = (1...1_500).map { "P\($0),Harbour\n" }.joined()
    var options = SessionOptions()
    options.quiet = true
    var desk = Desk(["people.csv": "name,unit\n" + many], options: options)
    desk.type(smallPlan)
    desk.type("import csv roster people.csv; list people")
    let lines = desk.text.split(separator: "\n")
    #expect(lines.count == 1_003)
    #expect(
      lines.last
        == "1,500 people, of whom the first 1,000 are shown: `where` chooses some, and `set output csv` lists all"
    )
    desk.type("list people where unit = Harbour by name")
    #expect(desk.text.split(separator: "\n").count == 1_003)
    desk.type("list people where name = P7")
    #expect(desk.text.split(separator: "\n").count == 3, "\(desk.text)")
    desk.type("set output csv; list people")
    #expect(desk.text.split(separator: "\r\n").count == 1_501)
  }

  /// The lists are kept for as long as neither the plan nor a file changes, and not a statement longer.
  @Test func listsFollowThePlanAndTheFile() {
    var desk = Desk(["people.csv": Self.roster])
    desk.type(smallPlan)
    desk.type("import csv roster people.csv")
    desk.type("list people where name = H1")
    let first = desk.text
    desk.type("list people where name = H1")
    #expect(desk.text == first)
    desk.files.write("people.csv", Self.roster.replacing("H1,", with: "Renamed,"))
    desk.type("list people where name = Renamed")
    #expect(desk.text.contains("Renamed"), "\(desk.text)")
    desk.type("unit Harbour 30 people; expect count(people, where: class > 0) < 90")
    #expect(desk.status == .done, "\(desk.diagnostics)")
    desk.type("list people; undo; list people; expect count(people, where: class > 0) = 90")
    #expect(desk.status == .done, "\(desk.diagnostics)")
  }

  /// What `export lists csv` writes, with names moved by hand or not, is a roster again.
  @Test(arguments: ["en", "zh-Hans", "zh-Hant", "vi", "zh-Hans, en"])
  func listsOfClassesAreRostersAgain(_ language: String) throws {
    var desk = Desk([
      "people.csv": Self.roster.replacing(
        "H1,Harbour,Clerk,M,1\n", with: "H1,Harbour,Clerk,M,+84\n"
      )
      .replacing("H2,Harbour,Head,M,2\n", with: "")
    ])
    desk.type(smallPlan + "plan Small language \(language)\n")
    desk.type("import csv roster people.csv; export lists csv lists.csv; set output csv")
    desk.type("list people")
    #expect(desk.status == .done, "\(desk.diagnostics)")
    let first = desk.text
    #expect(first.contains("'+84"))
    desk.type("set output table; import csv roster lists.csv")
    #expect(desk.status == .done)
    #expect(desk.diagnostics.allSatisfy { $0.kind.id == "roster-unlike-plan" })
    // The list of one class says which it is, as those of all do.
    desk.type("export lists csv one.csv of class 2 of run 1")
    let (one, all) = (desk.files.text("one.csv") ?? "", desk.files.text("lists.csv") ?? "")
    let lines = all.split(separator: "\r\n").map { $0.drop { $0 != "," }.dropFirst() }
    #expect(
      one.split(separator: "\r\n").dropFirst().allSatisfy { lines.contains($0) }, "\(one)\n\(all)")
    desk.type("set output csv")
    desk.type("list people")
    let (now, before) = (desk.text.split(separator: "\r\n"), first.split(separator: "\r\n"))
    #expect(Set(now).symmetricDifference(before).isEmpty)
  }

  @Test func aRosterMayAssignPeopleToClasses() {
    var desk = Desk([
      "people.csv": "name,unit,class\n"
        + (1...60).map { "H\($0),Harbour,\($0 <= 32 ? "2" : "")\n" }.joined()
        + (1...30).map { "A\($0),Airport,\n" }.joined(),
      "wrong.csv": "name,unit,run,class\nH1,Harbour,1,1\nH2,Harbour,1,4\n",
    ])
    desk.type(smallPlan)
    desk.type("import csv roster wrong.csv")
    #expect(desk.status == .scriptWrong)
    #expect(
      desk.diagnostics.first?.message
        == "row 3, column D \"class\": run 1 of Spring has no class \"4\"")
    desk.type("import csv roster people.csv")
    #expect(
      desk.diagnostics.map(\.message) == [
        "class 2 of run 1 of Spring: the roster puts 32 people there, the plan 30"
      ], "\(desk.diagnostics)")
    #expect(desk.diagnostics.first?.remedies == ["rotation Spring classes at most 32 people"])
    desk.type(
      "expect count(people, where: class = 2) = 32 and count(people, where: class = 1) <= 30")
    #expect(desk.status == .done, "\(desk.diagnostics)")
    desk.type(
      "rotation Spring { classes at most 32 people; class 2 of run 1 { people 32 people } }; check")
    #expect(desk.diagnostics.isEmpty, "\(desk.diagnostics)")
    // Where the plan has the class no longer, they are in none rather than anywhere.
    desk.type("drop class 2 of run 1 of Spring; rotation Spring classes at most 100 people; check")
    #expect(
      desk.diagnostics.map(\.message).contains(
        "rotation Spring: 32 people of the roster are in no class, because theirs cannot be found: row 2, column C \"class\": no run of Spring has a class \"2\""
      ), "\(desk.diagnostics)")
    desk.type("expect count(people, where: class > 0) = 58")
    #expect(desk.status == .done, "\(desk.diagnostics)")
  }

  @Test func aRosterTellsWhereEverybodyComesFrom() {
    var desk = Desk([
      "bare.csv": "name,post\nA,Head\n", "gap.csv": "name,unit\nA,Harbour\nB,\n",
    ])
    desk.type(smallPlan)
    desk.type("import csv roster bare.csv")
    #expect(desk.status == .scriptWrong)
    #expect(
      desk.diagnostics.first?.message.hasPrefix("a roster needs a column \"unit\"")
        == true,
      "\(desk.diagnostics)")
    desk.type("import csv roster gap.csv dry run")
    #expect(desk.status == .scriptWrong)
    #expect(desk.diagnostics.first?.message == "row 3, column B \"unit\": the unit is missing")
  }

  @Test func aRosterUnlikeThePlanIsToldWithBothNumbers() {
    var desk = Desk([
      "few.csv": Self.roster.replacing("H1,Harbour,Clerk,M,1\n", with: ""),
      "strange.csv": "name,unit\nA,Harbor\nB,Moon\n",
    ])
    desk.type(smallPlan)
    desk.type("import csv roster few.csv")
    #expect(desk.status == .done)
    #expect(
      desk.diagnostics.map(\.message) == ["unit Harbour: the roster has 59 people, the plan 60"])
    desk.type("undo; import csv roster strange.csv")
    #expect(desk.status == .scriptWrong)
    #expect(
      desk.diagnostics.first?.message
        == "row 2, column B \"unit\": the plan has no unit \"Harbor\"; 1 person of the roster come from it"
    )
    #expect(desk.diagnostics.first?.remedies == ["did you mean `Harbour`?"])
    desk.type("rotation Spring roster nowhere.csv; check")
    #expect(desk.status == .done)
    #expect(desk.diagnostics.first?.message.contains("people are numbers only") == true)
  }
}

/// `import ics` at the prompt.
@Suite struct CalendarImportTests {
  private static let calendar = """
    BEGIN:VCALENDAR
    BEGIN:VEVENT
    SUMMARY:Away
    DTSTART:20270301T080000
    DTEND:20270301T180000
    RRULE:FREQ=DAILY;COUNT=2
    END:VEVENT
    BEGIN:VEVENT
    SUMMARY:Later
    DTSTART;VALUE=DATE:20280301
    RRULE:FREQ=SECONDLY
    END:VEVENT
    END:VCALENDAR
    """

  @Test func busyTimesBecomeClausesThatCanBeTakenBack() {
    var desk = Desk(["li.ics": Self.calendar, "none.ics": "hello"])
    desk.type(smallPlan)
    let before = desk.picture()
    desk.type("import ics li.ics for teacher Rivera dry run")
    #expect(desk.text == "teacher Rivera unavailable 2027-03-01..2027-03-02 08:00-18:00\n")
    #expect(desk.diagnostics.map(\.kind.id) == ["calendar-only-once"])
    #expect(desk.picture() == before)
    desk.type("import ics li.ics for teacher Rivera")
    #expect(
      desk.text.hasSuffix(
        "imported \"li.ics\": 2 events, 1 time taken, 1 outside the plan's dates\n"),
      "\(desk.text)")
    desk.type("undo")
    #expect(desk.picture() == before)
    desk.type("import ics li.ics for venue Hall; show plan")
    #expect(desk.text.contains("closed 2027-03-01..2027-03-02 08:00-18:00"))
    desk.type("undo; import ics li.ics for teacher Riviera")
    #expect(desk.diagnostics.first?.remedies == ["did you mean `Rivera`?"])
    desk.type("import ics none.ics as holidays")
    #expect(desk.diagnostics.first?.kind.id == "not-a-calendar")
    #expect(desk.picture() == before)
  }
}

/// `import json` at the prompt.
@Suite struct HolidayImportTests {
  private static let list = """
    {"days": [{"name": "Founding day", "date": "2027-03-02", "isOffDay": true},
              {"name": "Founding day", "date": "2027-03-06", "isOffDay": false}]}
    """

  @Test func holidaysBecomeClausesThatCanBeTakenBack() {
    var desk = Desk(["2027.json": Self.list, "none.json": "{"])
    desk.type(smallPlan)
    let before = desk.picture()
    desk.type("import json 2027.json as holidays dry run")
    #expect(desk.text == "plan holiday 2027-03-02 \"Founding day\"\n")
    #expect(desk.picture() == before)
    desk.type("import json 2027.json as holidays")
    #expect(
      desk.text.contains(
        "imported \"2027.json\": 2 days, holidays and working days: 1, 1 outside the plan's dates\n"
      ),
      "\(desk.text)")
    desk.type("undo; import json none.json as holidays")
    #expect(desk.diagnostics.first?.kind.id == "holiday-list")
    #expect(desk.picture() == before)
  }
}

/// What `export csv` begins with.
@Suite struct ByteOrderMarkTests {
  @Test func spreadsheetsNeedItAndProgramsMayNot() {
    var desk = Desk()
    desk.type(smallPlan)
    desk.type("solve steps 2000; export csv with.csv; export csv without.csv no bom")
    let (with, without) = (desk.files.text("with.csv"), desk.files.text("without.csv"))
    #expect(without?.hasPrefix("Date,") == true)
    #expect(with == without.map { "\u{FEFF}" + $0 })
    desk.type("export html page.html no bom")
    #expect(desk.diagnostics.first?.message.contains("for csv") == true)
    #expect(desk.files.text("page.html") == nil)
  }
}

/// Of a plan without sessions nothing can be shown, whatever a report needs besides.
@Suite struct EmptyPlanTests {
  @Test(arguments: ["show hours", "show timetable", "show runs", "export html page.html"])
  func thereIsNothingToSolveYet(statement: String) {
    var desk = Desk()
    desk.type(statement)
    #expect(desk.diagnostics.map(\.kind.id) == ["nothing-to-plan"])
  }
}
