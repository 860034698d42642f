import RotaPlanning
import RotaSyntax
import Testing

@testable import RotaLanguage

/// Every clause lands in its field of the plan.
@Suite struct ElaboratedClauses {
  struct Row: Sendable, CustomTestStringConvertible {
    let text: String
    let holds: @Sendable (Plan) -> Bool
    init(_ text: String, _ holds: @escaping @Sendable (Plan) -> Bool) {
      self.text = text
      self.holds = holds
    }
    var testDescription: String { text }
  }

  static func day(_ month: Int, _ day: Int) -> Day { Day(year: 2027, month: month, day: day)! }
  static func session(_ plan: Plan) -> SessionTemplate {
    plan.modules.flatMap(\.sessions).last ?? SessionTemplate(name: "", form: "")
  }
  static func module(_ clauses: String) -> String {
    "module M { visit V; lecture L { \(clauses) } }"
  }

  static let settings: [Row] = [
    Row("plan P") { $0.name == "P" && $0.languages == [.english] && $0.paper == .a4 },
    Row("plan P title \"Spring\"") { $0.title == "Spring" },
    Row("plan P { dates 2027-03-01..2027-03-12; period am 09:00-10:30 }") {
      $0.calendar.dates == day(3, 1)...day(3, 12) && $0.calendar.days.count == 10
        && $0.calendar.longBreak == 60
    },
    Row("plan P days Mon, Wed..Thu") {
      $0.calendar.weekdays == [.monday, .wednesday, .thursday]
    },
    Row("plan P period am 09:00-10:30 on Sat") {
      $0.calendar.periods == [.init(name: "am", times: 540..<630, weekdays: [.saturday])]
    },
    Row("plan P holiday 2027-04-05 Qingming") {
      $0.calendar.holidays == [.init(dates: day(4, 5)...day(4, 5), name: "Qingming")]
    },
    Row("plan P holiday 2027-05-01..2027-05-03") {
      $0.calendar.holidays == [.init(dates: day(5, 1)...day(5, 3))]
    },
    Row("plan P workday 2027-04-03, 2027-04-10") { $0.calendar.workdays.count == 2 },
    Row("plan P closed 2027-03-10 13:00-18:00") {
      $0.calendar.closed == [Window(dates: day(3, 10)...day(3, 10), times: 780..<1080)]
    },
    Row("plan P break 30 min") { $0.calendar.longBreak == 30 },
    Row("plan P language zh-Hans, vi") { $0.languages == [.simplifiedChinese, .vietnamese] },
    Row("plan P time zone \"Asia/Ho_Chi_Minh\"") { $0.timeZone == "Asia/Ho_Chi_Minh" },
    Row("plan P paper a3") { $0.paper == .a3 },
    Row("prefer compact days weight 2") {
      $0.preferences == [.init(wish: .compactDays, weight: 2)]
    },
    Row("prefer same room for class") { $0.preferences == [.init(wish: .sameRoom)] },
    Row("prefer same room for module") { $0.preferences == [.init(wish: .sameRoomForModule)] },
    Row("prefer no lonely period weight 2") {
      $0.preferences == [.init(wish: .noLonelyPeriods, weight: 2)]
    },
    Row("prefer 2 .. 4 periods per day weight 0") {
      $0.preferences == [.init(wish: .dailyLoad(2...4), weight: 0)]
    },
    Row("prefer 3 periods per day") { $0.preferences == [.init(wish: .dailyLoad(3...3))] },
    Row("let most = 5; prefer (1 + 1)..most periods per day weight 7") {
      $0.preferences == [.init(wish: .dailyLoad(2...5), weight: 7)]
    },
    Row("prefer spread days weight 5") {
      $0.preferences == [.init(wish: .spreadDays, weight: 5)]
    },
    // A standard measures the plan and is no part of it.
    Row("standard S { version \"2\"; article 1 must count(venues) = 0 \"none\" }") {
      $0.modules.isEmpty && $0.preferences.isEmpty && $0.places.isEmpty
    },
    Row("prefer balanced exchange weight 3") {
      $0.preferences == [.init(wish: .balancedExchange, weight: 3)]
    },
    Row("prefer rotated groups weight 2") {
      $0.preferences == [.init(wish: .rotatedGroups, weight: 2)] && !$0.mixing.isWished
    },
    Row("prefer mixed classes by sex weight 5; prefer mixed classes weight 2") {
      $0.preferences.isEmpty && $0.mixing[.sex] == 5 && $0.mixing[.unit] == 2
        && $0.mixing[.post] == 2
    },
    Row("prefer mixed classes by post weight 0") {
      $0.mixing.isWished && $0.mixing[.post] == 0 && $0.mixing[.unit] == 1
    },
    Row("prefer doubles") { $0.preferences == [.init(wish: .doubles)] },
    Row("prefer near") { $0.preferences == [.init(wish: .nearby)] },
    Row("prefer keep published weight 10") {
      $0.preferences == [.init(wish: .keepPublished(nil), weight: 10)]
    },
    Row("prefer keep published teachers") {
      $0.preferences == [.init(wish: .keepPublished(.teachers))]
    },
    Row("prefer enough seats") { $0.preferences == [.init(wish: .enoughSeats)] },
    Row("teacher Li; prefer teacher Li not on Fri 13:00-18:00, Mon weight 3") {
      let windows = [Window(weekdays: [.friday], times: 780..<1080), Window(weekdays: [.monday])]
      return $0.preferences == [
        .init(wish: .avoid(Avoidance(.teacher(TeacherID(0)), windows: windows)), weight: 3)
      ]
    },
    Row("venue A; site B; prefer venue A not on Mon; prefer site B not on Tue") {
      $0.preferences == [
        .init(wish: .avoid(Avoidance(.place(PlaceID(0)), windows: [Window(weekdays: [.monday])]))),
        .init(wish: .avoid(Avoidance(.place(PlaceID(1)), windows: [Window(weekdays: [.tuesday])]))),
      ]
    },
    Row("prefer early lecture") { $0.preferences == [.init(wish: .early(form: "lecture"))] },
    Row("prefer early") { $0.preferences == [.init(wish: .early(form: nil))] },
    Row("prefer even days") { $0.preferences == [.init(wish: .evenDays)] },
    Row("prefer balanced load weight 2") {
      $0.preferences == [.init(wish: .balancedLoad, weight: 2)]
    },
    Row("prefer shared venues; prefer shared sites weight 3") {
      $0.preferences == [
        .init(wish: .sharedPlaces(.venue, among: .runs)),
        .init(wish: .sharedPlaces(.site, among: .runs), weight: 3),
      ]
    },
    Row("prefer shared venues among classes; prefer shared sites among runs") {
      $0.preferences == [
        .init(wish: .sharedPlaces(.venue, among: .classes)),
        .init(wish: .sharedPlaces(.site, among: .runs)),
      ]
    },
    Row("prefer balanced teachers") { $0.preferences == [.init(wish: .balancedTeachers)] },
  ]

  static let places: [Row] = [
    Row("school N { zone East; title \"North\"; closed Mon }; zone East") {
      $0.schools[0].zone == ZoneID(0) && $0.schools[0].title == "North"
        && $0.schools[0].closed == [Window(weekdays: [.monday])]
    },
    Row("venue H { kind hall; seats 500; streams; zone East; school N }; school N") {
      let hall = $0.places[0]
      return hall.role == .venue && hall.kind == "hall" && hall.seats == 500 && hall.streams
        && hall.zone == ZoneID(0) && hall.school == SchoolID(0)
    },
    Row("site S { travel 40 min; open Tue..Fri 09:00-17:00, 2027-03-06; closed 2027-03-10 }") {
      let site = $0.places[0]
      return site.role == .site && site.travel == 40
        && site.availability.allowed == [
          Window(weekdays: [.tuesday, .wednesday, .thursday, .friday], times: 540..<1020),
          Window(dates: day(3, 6)...day(3, 6)),
        ] && site.availability.excluded == [Window(dates: day(3, 10)...day(3, 10))]
    },
    Row("zone A; school B; travel A to B 2 h") {
      $0.travel == [Plan.TravelPair(.zone(ZoneID(0)), .school(SchoolID(0))): 120]
    },
    Row("buses 12 { seats 50; school N }; beds 520; resource projector 6; school N") {
      $0.resources.map(\.role) == [.buses, .beds, .other]
        && $0.resources.map(\.count) == [12, 520, 6] && $0.resources[0].seats == 50
        && $0.resources[0].school == SchoolID(0) && $0.resources[2].name == "projector"
    },
  ]

  static let people: [Row] = [
    Row(
      "teacher T { from \"City College\"; post Professor; role a, b; teaches Ethics, Law; remote }"
    ) {
      let teacher = $0.teachers[0]
      return teacher.institution == "City College" && teacher.post == "Professor"
        && teacher.roles == ["a", "b"] && teacher.topics == ["Ethics", "Law"] && teacher.isRemote
    },
    Row(
      "teacher T { at most 2 per day; at most 5 sessions per week; zone East; school N }; school N"
    ) {
      let teacher = $0.teachers[0]
      return teacher.mostPerDay == 2 && teacher.mostPerWeek == 5 && teacher.zone == ZoneID(0)
        && teacher.school == SchoolID(0)
    },
    Row("teacher T { available 2027-03-01..2027-03-12; unavailable Mon 13:00-18:00 }") {
      $0.teachers[0].availability
        == Availability(
          allowed: [Window(dates: day(3, 1)...day(3, 12))],
          excluded: [Window(weekdays: [.monday], times: 780..<1080)])
    },
    Row("teacher T norm 40 h wishes 90 min") {
      $0.teachers[0].norm == 2400 && $0.teachers[0].wish == 90
    },
    Row("unit U 790 people { kind city; away at most 30%; unavailable 2027-03-10 }") {
      let unit = $0.units[0]
      return unit.people == 790 && unit.kind == "city" && unit.away == .share(basisPoints: 3000)
        && unit.excluded == [Window(dates: day(3, 10)...day(3, 10))]
    },
    Row("unit U people 40 people away at most 12 people") {
      $0.units[0].people == 40 && $0.units[0].away == .people(12)
    },
  ]

  static let sessions: [Row] = [
    Row(module("for run")) { session($0).audience == .run && session($0).form == "lecture" },
    Row(module("for class")) { session($0).audience == .studyClass },
    Row(module("for groups of 16 people")) { session($0).audience == .groups(of: 16) },
    Row(module("for all runs")) { session($0).audience == .allRuns },
    Row(module("for all rotations")) { session($0).audience == .joint(byRun: false) },
    Row(module("for run of all rotations")) { session($0).audience == .joint(byRun: true) },
    Row(module("for runs 3, 1..2")) { session($0).audience == .runs([1, 2, 3]) },
    Row(module("3 periods; 4 times; at most 2 per day")) {
      session($0).periods == 3 && session($0).meetings == 4 && session($0).mostPerDay == 2
    },
    Row(module("first; last; across breaks")) {
      session($0).isFirst && session($0).isLast && session($0).acrossBreaks
    },
    Row(module("before the stay up to 14 days")) { session($0).phase == .before(days: 14) },
    Row(module("after the stay")) { session($0).phase == .after(days: nil) },
    Row(module("first day; last day")) { session($0).onFirstDay && session($0).onLastDay },
    Row(module("not first day; not last day")) {
      session($0).notFirstDay && session($0).notLastDay
    },
    Row(module("on day 2..4, 6; not on day 3")) {
      session($0).onDays == [2, 3, 4, 6] && session($0).notOnDays == [3]
    },
    Row(module("on Tue, Thu 09:00-12:00")) {
      session($0).within == [
        Window(weekdays: [.tuesday]), Window(weekdays: [.thursday], times: 540..<720),
      ]
    },
    Row("plan P { period am 09:00-10:00; period pm 14:00-15:00 };" + module("at am; not at pm")) {
      session($0).atPeriods == ["am"] && session($0).notAtPeriods == ["pm"]
    },
    Row(periods + module("not on Fri, 2027-03-01 am; not on \"last one\"")) {
      session($0).excluded == [
        Window(weekdays: [.friday]), Window(dates: day(3, 1)...day(3, 1), times: 540..<600),
        Window(times: 960..<1020),
      ]
    },
    Row(periods + module("on Mon Wed am 18:00-20:00")) {
      session($0).within == [
        Window(weekdays: [.monday, .wednesday], times: 1080..<1200),
        Window(weekdays: [.monday, .wednesday], times: 540..<600),
      ]
    },
    Row(periods + module("on 2027-03-06 pm")) {
      let general: Set<Weekday> = [.monday, .tuesday, .wednesday, .thursday, .friday, .sunday]
      return session($0).within == [
        Window(dates: day(3, 6)...day(3, 6), weekdays: general, times: 840..<900),
        Window(dates: day(3, 6)...day(3, 6), weekdays: [.saturday], times: 780..<840),
      ]
    },
    Row("teacher T unavailable Sat pm;" + periods) {
      $0.teachers[0].availability.excluded == [Window(weekdays: [.saturday], times: 780..<840)]
    },
    Row(module("people 130")) { session($0).expected == 130 },
    Row(module("6 times; over at least 4 days; at most 2 per day; in doubles")) {
      session($0).leastDays == 4 && session($0).inDoubles
        && $0.preferences == [.init(wish: .spreadDays), .init(wish: .doubles)]
    },
    Row(module("2 times; over at least 2 days") + "; prefer spread days weight 5") {
      $0.preferences == [.init(wish: .spreadDays, weight: 5)]
    },
    Row(module("morning")) { session($0).startsWithin == 0..<720 },
    Row(module("afternoon")) { session($0).startsWithin == 720..<1080 },
    Row(module("evening")) { session($0).startsWithin == 1080..<1440 },
    Row(module("after V; before V")) {
      session($0).relations == [
        .init(kind: .after, session: "V"), .init(kind: .before, session: "V"),
      ]
    },
    Row(module("right after V")) {
      session($0).relations == [.init(kind: .rightAfter, session: "V")]
    },
    Row(module("same day as V")) {
      session($0).relations == [.init(kind: .sameDay, session: "V")]
    },
    Row(module("not same day as V")) {
      session($0).relations == [.init(kind: .notSameDay, session: "V")]
    },
    Row(module("at least 2 days after V; within 3 days of V")) {
      session($0).relations == [
        .init(kind: .atLeastDaysAfter(2), session: "V"), .init(kind: .withinDays(3), session: "V"),
      ]
    },
    Row(module("theme ethics; note \"badge\"; title \"Law\"")) {
      session($0).theme == "ethics" && session($0).note == "badge" && session($0).title == "Law"
    },
    Row("teacher Li; resource bus 6;" + module("chair Li; uses 2 bus")) {
      session($0).chair == TeacherID(0)
        && session($0).resources == [.init(resource: ResourceID(0), count: 2)]
    },
    Row("teacher Li; teacher Wu; teacher An;" + module("chair Li; by any of Li, Wu, An")) {
      session($0).teachers == [.init(candidates: [TeacherID(1), TeacherID(2)])]
    },
    Row("teacher Li; teacher Wu;" + module("chair Li; by Li, Wu")) {
      session($0).teachers.map(\.candidates) == [[TeacherID(0)], [TeacherID(1)]]
    },
    Row("teacher Li; teacher Wu;" + module("chair Li; by 2 of Li, Wu")) {
      session($0).teachers.map(\.candidates.count) == [2, 2]
    },
    Row(module("item 5 min \"Opening\"; item 1 h \"Report\"")) {
      session($0).agenda.map(\.title) == ["Opening", "Report"]
        && session($0).agenda.map(\.minutes) == [5, 60] && session($0).teachers.isEmpty
    },
    Row(
      "teacher Li; teacher Wu role board; teacher An role board;"
        + module(
          "item 5 min \"A\" by Wu; item 5 min \"B\" by any of board; by Li; "
            + "item 5 min \"C\" by Li, Wu")
    ) {
      session($0).teachers.map(\.candidates)
        == [[TeacherID(0)], [TeacherID(1)], [TeacherID(1), TeacherID(2)]]
        && session($0).agenda.map(\.speakers) == [[1], [2], [0, 1]]
        && session($0).teachersOfItems == 2
    },
    Row("form workshop; module M { theme t; workshop W for class }") {
      $0.forms == ["workshop"] && session($0).form == "workshop" && $0.modules[0].theme == "t"
    },
  ]

  static let periods =
    "plan P { period am 09:00-10:00; period pm 14:00-15:00; period \"last one\" 16:00-17:00; "
    + "period pm 13:00-14:00 on Sat }; "

  static let everywhere =
    "venue A { kind hall; school N }; venue B { kind hall; zone East }; site C zone East; "
    + "venue D; school N; zone East; "

  static let selectors: [Row] = [
    Row(everywhere + module("in hall")) { session($0).places.map(\.value) == [0, 1] },
    Row(everywhere + module("in East")) { session($0).places.map(\.value) == [1, 2] },
    Row(everywhere + module("in N")) { session($0).places.map(\.value) == [0] },
    Row(everywhere + module("in D, hall, A")) { session($0).places.map(\.value) == [0, 1, 3] },
    Row(everywhere + module("in any venue")) { session($0).places.map(\.value) == [0, 1, 3] },
    Row(everywhere + module("to any site")) { session($0).places.map(\.value) == [2] },
    Row(everywhere + module("in any of B, C")) { session($0).places.map(\.value) == [1, 2] },
    Row(everywhere + module("in any venue; not in B; not in N")) {
      session($0).places.map(\.value) == [3]
    },
    Row(everywhere + module("in A; streamed to B, D")) {
      session($0).places.map(\.value) == [0] && session($0).streamedTo.map(\.value) == [1, 3]
    },
  ]

  static let staff =
    "teacher A { role r; teaches L }; teacher B { role r; teaches theory }; teacher C; "

  static let needs: [Row] = [
    Row(staff + module("by A, C")) { candidates($0) == [[0], [2]] },
    Row(staff + module("by C, r")) { candidates($0) == [[2], [0, 1]] },
    Row(staff + module("by r")) { candidates($0) == [[0, 1]] },
    Row(staff + module("by any of C, A")) { candidates($0) == [[0, 2]] },
    Row(staff + module("by any r")) { candidates($0) == [[0, 1]] },
    Row(staff + module("by 2 of C, r")) { candidates($0) == [[0, 1, 2], [0, 1, 2]] },
    Row(staff + module("by any teacher")) { candidates($0) == [[0]] },
    Row(staff + module("by any teacher; theme theory")) { candidates($0) == [[0, 1]] },
    Row(staff + "module M { theme theory; lecture X by any teacher }") { candidates($0) == [[1]] },
    Row("module M { lecture X by any teacher }") { candidates($0) == [[]] },
  ]

  static func candidates(_ plan: Plan) -> [[Int]] {
    session(plan).teachers.map { $0.candidates.map(\.value) }
  }

  static let rotations: [Row] = [
    Row("unit A 9 people; unit B 8 people; rotation R trainees all units") {
      $0.rotations[0].trainees == .units([UnitID(0), UnitID(1)])
    },
    Row("unit A 9 people; unit B 8 people; rotation R trainees B") {
      $0.rotations[0].trainees == .units([UnitID(1)])
    },
    Row("rotation R trainees 90 people") { $0.rotations[0].trainees == .people(90) },
    Row("rotation R { runs as needed; classes at most 62 people; length 4 days }") {
      let rotation = $0.rotations[0]
      return rotation.runs == .asNeeded && rotation.largestClass == 62 && rotation.classes == nil
        && rotation.length == 4
    },
    Row("rotation R { runs 5; classes 37; starts 2027-03-01; starts on Mon, Tue; ends 2027-04-04 }")
    {
      let rotation = $0.rotations[0]
      return rotation.runs == .exactly(5) && rotation.classes == 37
        && rotation.starts == day(3, 1) && rotation.startWeekdays == [.monday, .tuesday]
        && rotation.ends == day(4, 4)
    },
    Row("rotation R { between runs 2 days; at most 2 runs at once; at most 3 sessions per day }") {
      let rotation = $0.rotations[0]
      return rotation.daysBetween == 2 && rotation.mostRunsAtOnce == 2
        && rotation.mostSessionsPerDay == 3
    },
    Row("rotation R { trainees 90 people; roster \"people.csv\" }") {
      $0.rotations[0].roster == "people.csv"
    },
    Row("module N; module M; school S; rotation R { teaches M, N; school S; title \"T\" }") {
      let rotation = $0.rotations[0]
      return rotation.modules == [ModuleID(1), ModuleID(0)] && rotation.school == SchoolID(0)
        && rotation.title == "T"
    },
    Row(
      "unit A 9 people; rotation R { runs 2; run 2 { starts 2027-03-08; length 3 days; "
        + "people 40 people; classes 2; units A } }"
    ) {
      let run = $0.rotations[0].runOverrides[2]
      return run?.starts == day(3, 8) && run?.length == 3 && run?.people == 40
        && run?.classes == 2 && run?.units == [UnitID(0)]
    },
    Row(
      "module A; module B; module C; rotation R { teaches A, B, C; class 2 of run 1 { attends C, A } }"
    ) {
      $0.rotations[0].classOverrides[.init(run: 1, number: 2)]?.modules
        == [ModuleID(2), ModuleID(0)]
    },
    Row(
      "venue V; rotation R runs 2; class 3 of run 2 of R { name Blue; people 20 people; room V; "
        + "unavailable Mon }"
    ) {
      let blue = $0.rotations[0].classOverrides[.init(run: 2, number: 3)]
      return blue?.name == "Blue" && blue?.people == 20 && blue?.room == PlaceID(0)
        && blue?.excluded == [Window(weekdays: [.monday])]
    },
  ]

  static let all = settings + places + people + sessions + selectors + needs + rotations

  @Test(arguments: all.indices)
  func landsInItsField(_ index: Int) {
    let row = Self.all[index]
    let outcome = run(row.text)
    #expect(outcome.messages == [], "\(row.text)")
    #expect(row.holds(outcome.plan), "\(row.text)")
    let written = DeclarationWriter.text(outcome.state)
    let again = run(written)
    #expect(again.messages == [], "\(written)")
    #expect(again.plan == outcome.plan, "\(written)")
    #expect(DeclarationWriter.text(again.state) == written)
  }

  /// No clause of the vocabulary is left out by the rows above.
  @Test func everyClauseIsTried() {
    var tried: Set<String> = []
    func note(_ declaration: Declaration) {
      for clause in declaration.clauses { tried.insert(clause.entry.word) }
      for child in declaration.children { note(child) }
    }
    for row in Self.all {
      for item in run(row.text).state.declarations.items { note(item) }
    }
    let missing = Vocabulary.entries.filter {
      ($0.role == .clause || $0.role == .preference) && !tried.contains($0.word)
    }.map(\.word)
    // A unit's `people` becomes its argument; runs and classes keep it as a clause.
    #expect(missing == [])
  }

  @Test func everythingKnowsWhereItWasSaid() throws {
    let text = "venue Hall { kind hall; seats 500 }"
    let outcome = run(text)
    let origins = outcome.plan.places[0].origins
    let source = try #require(outcome.library.texts.first)
    let declared = try #require(origins.declared)
    let seats = try #require(origins.of("seats"))
    #expect(source.slice(declared.lower, declared.upper) == text)
    #expect(source.slice(seats.lower, seats.upper) == "seats 500")
    #expect(origins.of("streams") == origins.declared)
  }

  static let refused: [(String, [String])] = [
    ("venue Hall seats 100001", ["out-of-range: seats must be 1 to 100,000, but is 100001"]),
    ("venue Hall seats -1", ["out-of-range: seats must be 1 to 100,000, but is -1"]),
    (
      "plan P { dates 2000-01-01..2099-12-31; days Mon..Sun; "
        + (1...7).map { "period p\($0) \($0 + 9):00-\($0 + 9):30" }.joined(separator: "; ") + " }",
      ["calendar-too-long: the calendar has more than 200,000 periods"]
    ),
    ("teacher A; module M { lecture L by B }", ["unknown-name: there is no teacher `B`"]),
    ("module M { lecture L by any of r }", ["unknown-name: there is no teacher `r`"]),
    ("module M { lecture L in hall }", ["unknown-name: there is no place `hall`"]),
    ("module M { lecture L to any site }", ["nothing-there: there is no place in `site`"]),
    ("venue H school N", ["unknown-name: there is no school `N`"]),
    (
      "travel A to B 5 min",
      [
        "unknown-name: there is no place, zone or school `A`",
        "unknown-name: there is no place, zone or school `B`",
      ]
    ),
    ("module M { lecture L uses 1 projector }", ["unknown-name: there is no resource `projector`"]),
    ("module M { lecture L at am }", ["unknown-name: there is no period `am`"]),
    (
      "venue A; venue B; module M { lecture L { in A; not in A, B } }",
      ["nothing-there: no place is left for `L`"]
    ),
    ("venue A; prefer site A not on Mon", ["unknown-name: there is no site `A`"]),
    ("prefer 4..2 periods per day", ["ends-before-start: 2 is not after 4"]),
    (
      "prefer 0..21 periods per day",
      [
        "out-of-range: periods of a day must be 1 to 20, but is 0",
        "out-of-range: periods of a day must be 1 to 20, but is 21",
      ]
    ),
    ("rotation R teaches M", ["unknown-name: there is no module `M`"]),
    ("rotation R trainees U", ["unknown-name: there is no unit `U`"]),
    (
      "module M { lecture A after A }; rotation R { trainees 9 people; teaches M }",
      ["order-cycle: `A` after `A` can never be"]
    ),
    (
      "module M { lecture A after B; lecture B after A }; "
        + "rotation R { trainees 9 people; teaches M }",
      ["order-cycle: `A` after `B` after `A`: none can be first"]
    ),
    (
      "module M { lecture A before B; lecture B before A }; "
        + "rotation R { trainees 9 people; teaches M }",
      ["order-cycle: `A` after `B` after `A`: none can be first"]
    ),
  ]

  @Test(arguments: refused)
  func isRefused(_ text: String, _ messages: [String]) {
    #expect(run(text).messages == messages)
  }

  @Test func aLongChainOfSessionsTakesNoStack() {
    let sessions = (1...3000).map { "lecture L\($0) { for run; after L\($0 - 1) }" }
    let text =
      "module M { lecture L0 for run; " + sessions.joined(separator: "; ")
      + " }; rotation R { trainees 9 people; teaches M }"
    let outcome = run(text)
    #expect(outcome.messages == [])
    #expect(outcome.plan.modules[0].sessions.count == 3001)
  }
}
