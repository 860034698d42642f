import RotaDiagnostics
import RotaPlanning
import Testing

@testable import RotaReports

/// Every report says what it is for, in every language and format.
struct ReportTests {
  private func tables(_ document: Document) -> [TableBlock] {
    document.pages.flatMap(\.blocks).compactMap { block in
      if case .table(let table) = block { table } else { nil }
    }
  }

  private func cells(_ document: Document) -> [String] {
    tables(document).flatMap { $0.groups.flatMap(\.rows).flatMap(\.cells) }
  }

  @Test(arguments: Report.allCases, Plan.Language.allCases)
  func everyReportIsWrittenInEveryFormat(_ report: Report, _ language: Plan.Language) {
    let sample = Sample(language, runs: 2, classes: [2, 3])
    var input = sample.input
    for format in DocumentFormat.allCases {
      input.isForPrograms = format.isForPrograms
      let document = Reports.document(report, input)
      #expect(!document.pages.isEmpty)
      let text = format.write(document, width: 80)
      // The sample has no schools that could give each other anything, which is said in words.
      if report == .exchange {
        #expect(text.contains(Labels([language]).heading(.noExchange)), "\(report) as \(format)")
      } else {
        #expect(text.count > 40, "\(report) as \(format)")
      }
      #expect(!text.contains("{}") || format == .html)
    }
  }

  @Test func reportsAreOfWhatTheyAccept() {
    let sample = Sample(.english, runs: 2, classes: [2, 3])
    let day = sample.plan.calendar.days[2].day
    let targets: [ReportTarget] = [
      .all, .studyClass(ClassID(1)), .run(RunID(1)), .rotation(RotationID(0)),
      .teacher(TeacherID(0)), .place(PlaceID(0)), .place(PlaceID(9)), .day(day),
    ]
    for report in Report.allCases {
      for target in targets where report.accepts(target, in: sample.plan) {
        let document = Reports.document(report, sample.input, of: target)
        #expect(document.pages.allSatisfy { !$0.heading.isEmpty && !$0.blocks.isEmpty })
      }
      #expect(report.accepts(.all, in: sample.plan))
      #expect(report.targets.allSatisfy { ReportTarget.words.contains($0) })
    }
    #expect(!Report.letters.accepts(.run(RunID(0)), in: sample.plan))
    #expect(!Report.usage.accepts(.day(day), in: sample.plan))
  }

  @Test func theOverviewHasEveryRunOnOneSheet() {
    let document = Reports.document(.overview, Sample(.simplifiedChinese, runs: 3).input)
    #expect(document.pages.count == 1)
    #expect(document.pages[0].sheet == .wall)
    let grids = document.pages[0].blocks.filter { if case .grid = $0 { true } else { false } }
    #expect(grids.count == 3)
    let html = HTMLWriter().write(document)
    #expect(html.contains("@page p1 { size: A3 landscape;"))
  }

  /// However little room there is: where a class is to be driven to stands nowhere else on the wall.
  @Test func theOverviewTellsTheSitesOfVisits() throws {
    let sample = Sample(.simplifiedChinese, runs: 5)
    let document = Reports.document(.overview, sample.input)
    let sites = sample.plan.places.filter { $0.role == .site }.map(\.name)
    let visits = document.pages[0].blocks.flatMap { block -> [GridBlock.Entry] in
      guard case .grid(let grid) = block else { return [] }
      return grid.cells.flatMap(\.entries).filter { entry in
        sites.contains { entry.place.contains($0) }
      }
    }
    #expect(!visits.isEmpty)
    for visit in visits { #expect(visit.inBrief.place == visit.place) }
  }

  @Test func sessionsHaveARowEachAndThoseWithoutATimeComeLast() throws {
    let sample = Sample(.simplifiedChinese)
    var input = sample.input
    input.isForPrograms = true
    let table = try #require(tables(Reports.document(.sessions, input)).first)
    #expect(
      table.columns.map(\.header) == [
        "日期", "星期", "节次", "开始时间", "结束时间", "期次", "班级", "课程", "教学形式", "教师", "地点", "学时",
        "人数", "主持人",
      ])
    let rows = table.groups.flatMap(\.rows)
    #expect(rows.count == sample.programme.sessions.count)
    #expect(rows.first?.cells.first == "2023-02-23")
    #expect(rows.last?.cells.first == "")
  }

  /// A program sorts and filters by these; headings of pages are for people.
  @Test func rowsOfManyPagesTellRunClassAndDay() {
    var input = Sample(.english, runs: 1, classes: [2]).input
    input.isForPrograms = true
    let lists = CSVWriter().write(Reports.document(.classLists, input)).split(separator: "\r\n")
    #expect(lists.first?.hasPrefix("Page,Run,Class,") == true, "\(lists.first ?? "")")
    #expect(lists.last?.contains(",1,2,") == true, "\(lists.last ?? "")")
    let signs = CSVWriter().write(Reports.document(.doorSigns, input)).split(separator: "\r\n")
    #expect(signs.first?.hasPrefix("Page,Place,Date,Time,") == true, "\(signs.first ?? "")")
    #expect(signs.dropFirst().allSatisfy { $0.contains(",2023-") })
    let letters = CSVWriter().write(Reports.document(.letters, input))
    #expect(!letters.contains("Dear"))
  }

  @Test func listsHaveALineForEachPerson() {
    let sample = Sample(.english, runs: 1, classes: [2])
    let document = Reports.document(.classLists, sample.input)
    #expect(document.pages.count == 2)
    for (page, studyClass) in zip(document.pages, sample.programme.classes) {
      guard case .table(let table)? = page.blocks.first else {
        Issue.record("no table")
        continue
      }
      #expect(table.groups[0].rows.count == studyClass.people)
      let units = studyClass.shares.map { sample.plan[$0.unit!].name }
      #expect(Set(table.groups[0].rows.map { $0.cells[2] }) == Set(units))
    }
  }

  /// A column for each half-day, or on one day for each session of the class.
  @Test func sheetsAreSignedForEachHalfDay() {
    let sample = Sample(.english)
    let whole = Reports.document(.signIn, sample.input, of: .studyClass(ClassID(0)))
    #expect(whole.pages.count == 1)
    let headers = tables(whole).flatMap { $0.columns.map(\.header) }
    #expect(headers.contains("23 Feb\nMorning"))
    let day = sample.plan.calendar.days[0].day
    let one = Reports.document(.signIn, sample.input, of: .day(day))
    #expect(one.pages.count == 2)
    #expect(tables(one).allSatisfy { $0.columns.contains { $0.header.hasPrefix("08:30\n") } })
  }

  @Test func lettersSayWhatWhenWhereAndForWhom() throws {
    let sample = Sample(.english)
    let document = Reports.document(.letters, sample.input, of: .teacher(TeacherID(2)))
    let table = try #require(tables(document).first)
    let row = try #require(table.groups.first?.rows.first?.cells)
    #expect(row.contains("Run 1"))
    #expect(row.contains { $0.contains("–") })
    let text = TextWriter(width: 100).write(document)
    #expect(text.contains("Dear \(sample.plan.teachers[2].name),"))
    #expect(text.contains("hours in all"))
  }

  /// No bus is in two places at once, and as many go as the people need.
  @Test func busesAreNumberedForEachWay() {
    let sample = Sample(.english, runs: 1, classes: [6])
    let document = Reports.document(.busLists, sample.input)
    #expect(document.pages.count == 2)
    for table in tables(document) {
      for group in table.groups {
        for row in group.rows {
          let people = Int(row.cells[3]) ?? 0
          #expect(Int(row.cells[4]) == (people + 49) / 50)
        }
      }
      // All leave within the hour, before the first is back.
      let numbers = table.groups.flatMap(\.rows).map { $0.cells[5] }
      #expect(Set(numbers).count == numbers.count, "\(numbers)")
    }
  }

  @Test func signsStandBeforeTheRoomsThatAreUsed() {
    let sample = Sample(.vietnamese)
    let document = Reports.document(.doorSigns, sample.input, of: .place(PlaceID(0)))
    // The hall is used on three days.
    #expect(document.pages.count == 3)
    #expect(
      document.pages.allSatisfy { $0.sheet == .sign && $0.heading == sample.plan.places[0].name })
  }

  /// Hours of a trainee and shares come to the whole.
  @Test func hoursAddUp() throws {
    let sample = Sample(.english, runs: 2, classes: [2, 3])
    let document = Reports.document(.hours, sample.input)
    let (forms, themes) = (tables(document)[0], tables(document)[1])
    let totals = [forms, themes].map { $0.groups[0].rows.last?.cells.dropFirst() }
    #expect(totals[0] == totals[1])
    let shares = forms.groups[0].rows.dropLast().compactMap { Int($0.cells[4].dropLast()) }
    #expect((97...103).contains(shares.reduce(0, +)))
    #expect(!cells(document).contains("Meal"))
  }

  @Test func twoLanguagesStandSideBySide() {
    let sample = Sample(.simplifiedChinese)
    var input = sample.input
    input.languages = [.simplifiedChinese, .english]
    let text = TextWriter(width: 160).write(
      Reports.document(.programme, input, of: .studyClass(ClassID(0))))
    for words in [
      "时段 / Part", "上午 / Morning", "周四 / Thu", "2月23日 / 23 Feb", "专题讲座 / Lecture",
      "Programme: 集中轮训 Run 1 Class 1", "61人", "61 people", "乘车前往高新区展厅（2辆车） / Departure to",
    ] {
      #expect(text.contains(words), "\(words)")
    }
  }

  @Test func filesForProgramsHavePlainDatesAndNumbers() {
    var input = Sample(.vietnamese, runs: 5, classes: [8]).input
    input.isForPrograms = true
    let labels = ReportPages(input).labels
    #expect(labels.number(2290) == "2290")
    #expect(labels.hours(75) == "1.25")
    #expect(labels.date(Day(number: 19411)) == "2023-02-23")
    #expect(Labels(.vietnamese).hours(75) == "1,25")
    #expect(Labels(.english).hours(20) == "0.33")
  }
}
