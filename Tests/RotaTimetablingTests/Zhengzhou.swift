import RotaPlanning

/// A rotation of the size of Zhengzhou's in 2023: 2,290 people in five runs and 37 classes, with
/// lectures in one hall, visits by bus, self-study and discussion in ten rooms.
func zhengzhou() -> Plan {
  var plan = Plan()
  let last = Day(year: 2023, month: 4, day: 4) ?? firstDay
  plan.calendar = TeachingCalendar(
    dates: (Day(year: 2023, month: 2, day: 23) ?? firstDay)...last,
    weekdays: [.monday, .tuesday, .wednesday, .thursday, .friday],
    periods: [
      .init(name: "am1", times: 510..<600), .init(name: "am2", times: 620..<710),
      .init(name: "pm1", times: 870..<960), .init(name: "pm2", times: 980..<1070),
    ], workdays: [.init(dates: last.advanced(by: -3)...last.advanced(by: -3))])
  let hall = plan.add(venue: "Hall") {
    $0.seats = 500
    $0.streams = true
  }
  let rooms = (1...10).map { number in plan.add(venue: "Room \(number)") { $0.seats = 65 } }
  let sites = [(130, 40), (70, 50), (130, 60)].enumerated().map { index, site in
    plan.add(site: "Site \(index + 1)") {
      $0.seats = site.0
      $0.travel = site.1
    }
  }
  _ = plan.add("buses", .buses, 12, seats: 50)
  let leaders = (1...4).map { plan.add(teacher: "Leader \($0)") }
  let experts = (1...14).map { number in
    plan.add(teacher: "Expert \(number)") {
      $0.isRemote = number % 5 == 0
      $0.mostPerDay = 2
    }
  }
  plan.modules = [Module(name: "M")]
  plan.session("Talk", .run, form: "mobilisation") {
    $0.isFirst = true
    $0.places = [hall]
    $0.teachers = [.init(candidates: leaders)]
  }
  for number in 1...4 {
    plan.session("Lecture \(number)", .run) {
      $0.places = [hall]
      $0.teachers = [.init(candidates: Array(experts[(number * 3 - 3)..<(number * 3 + 2)]))]
    }
  }
  plan.session("Study", form: "study") {
    $0.periods = 2
    $0.places = rooms
  }
  plan.session("Visit", form: "visit") {
    $0.periods = 2
    $0.places = sites
    $0.notFirstDay = true
  }
  plan.session("Discussion", meetings: 3, form: "discussion") {
    $0.places = rooms
    $0.relations = [.init(kind: .after, session: "Visit")]
  }
  plan.session("Readings", meetings: 4, form: "study") { $0.places = rooms }
  plan.session("Exchange", .run, form: "exchange") {
    $0.isLast = true
    $0.places = [hall]
  }
  var rotation = Rotation(name: "R")
  rotation.trainees = .people(2290)
  rotation.runs = .exactly(5)
  rotation.length = 5
  rotation.largestClass = 62
  rotation.modules = [ModuleID(0)]
  rotation.ends = last
  plan.rotations = [rotation]
  plan.preferences = [
    Preference(wish: .compactDays, weight: 2), Preference(wish: .sameRoom),
    Preference(wish: .evenDays), Preference(wish: .balancedTeachers),
  ]
  return plan
}
