import RotaArithmetic
import RotaPlanning

/// A plan made around a timetable: first sessions are put anywhere without a clash, then rules are
/// added that this timetable keeps, and supplies are cut down to what it uses.
struct PlantedTimetable {
  var plan = Plan()
  var programme = Programme()
  var timetable = Timetable()
  private var stays: [Stay] = []
  private var random: UInt64

  /// A session with its time, place and teachers.
  private struct Stay {
    var session: Int
    var start: Int
    var place: PlaceID?
    var teachers: [TeacherID]
  }

  /// Nil where the sessions drawn could not all be placed.
  init?(seed: UInt64) {
    random = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    drawPlan()
    programme = RotationArithmetic.programme(for: plan).programme
    guard placeAll() else { return nil }
    orderMeetings()
    addRules()
    addLimits()
    programme = RotationArithmetic.programme(for: plan).programme
    for stay in stays {
      let slot = plan.calendar.slots[stay.start]
      timetable.placements[programme.sessions[stay.session].identity] = .init(
        day: plan.calendar.day(ofSlot: stay.start), period: slot.period,
        places: stay.place.map { [plan[$0].name] } ?? [],
        teachers: stay.teachers.map { plan[$0].name })
    }
  }

  private mutating func below(_ bound: Int) -> Int {
    random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(random >> 33) % max(1, bound)
  }
  private mutating func chance(_ percent: Int) -> Bool { below(100) < percent }
  private mutating func some<Item>(_ items: [Item]) -> [Item] {
    let chosen = items.filter { _ in chance(50) }
    return chosen.isEmpty ? Array(items.prefix(1)) : chosen
  }

  private mutating func drawPlan() {
    plan = PlanBuilder(weeks: 1 + below(2)).plan
    for number in 0...(1 + below(3)) {
      var place = Place(name: "P\(number)", role: chance(30) ? .site : .venue)
      place.seats = 20 + below(40)
      if place.role == .site { place.travel = below(3) * 20 }
      plan.places.append(place)
    }
    plan.teachers = (0...below(4)).map { Teacher(name: "T\($0)") }
    plan.resources = [Resource(name: "buses", role: .buses, count: 100)]
    plan.resources[0].seats = 10
    var module = Module(name: "M")
    for number in 0...(2 + below(4)) {
      var template = SessionTemplate(name: "S\(number)", form: "lecture")
      template.audience = [.run, .studyClass, .studyClass, .groups(of: 5), .allRuns][below(5)]
      template.periods = 1 + below(2)
      template.meetings = 1 + below(3)
      template.mostPerDay = template.meetings
      if chance(70) { template.places = some(plan.places.indices.map { PlaceID($0) }) }
      if chance(60) {
        template.teachers = (0...below(2)).map { _ in
          .init(candidates: some(plan.teachers.indices.map { TeacherID($0) }))
        }
      }
      module.sessions.append(template)
    }
    plan.modules = [module]
    if chance(50) { parts(of: module) }
    if chance(40) { plan.preferences = [Preference(wish: .enoughSeats)] }
    var rotation = Rotation(name: "R")
    rotation.runs = .exactly(1 + below(2))
    rotation.length = 3 + below(3)
    rotation.mostRunsAtOnce = 1 + below(2)
    rotation.trainees = .people(10 + below(40))
    rotation.largestClass = 20
    rotation.modules = plan.modules.indices.map { ModuleID($0) }
    if plan.modules.count > 1 {
      for number in 1...3 where chance(60) {
        var special = Rotation.ClassOverride()
        special.modules = rotation.modules.filter { _ in chance(60) }
        rotation.classOverrides[.init(run: 1, number: number)] = special
      }
    }
    plan.rotations = [rotation]
  }

  /// Parts a module in two, which classes can attend by themselves; some of its sessions expect a
  /// number of people.
  private mutating func parts(of module: Module) {
    var sessions = module.sessions
    for index in sessions.indices where chance(30) {
      if case .groups = sessions[index].audience { continue }
      sessions[index].expected = 5 + below(30)
    }
    var second = Module(name: "N")
    second.sessions = Array(sessions.suffix(sessions.count / 2))
    plan.modules[0].sessions = Array(sessions.prefix(sessions.count - sessions.count / 2))
    plan.modules.append(second)
  }

  // MARK: Placing

  private mutating func placeAll() -> Bool {
    for index in programme.sessions.indices {
      var isPlaced = false
      for _ in 0..<200 where !isPlaced {
        guard let stay = draw(index), !stays.contains(where: { clash(stay, $0) }),
          siteHolds(stay)
        else { continue }
        stays.append(stay)
        isPlaced = true
      }
      if !isPlaced { return false }
    }
    return true
  }

  private mutating func draw(_ index: Int) -> Stay? {
    let session = programme.sessions[index]
    let template = plan.template(of: session)
    guard !session.days.isEmpty else { return nil }
    let slots = plan.calendar.days[session.days[below(session.days.count)]].slots
    let start = slots.lowerBound + below(slots.count)
    guard
      plan.calendar.span(from: start, periods: template.periods, acrossBreaks: false) != nil,
      session.needsPlace == !session.places.isEmpty
    else { return nil }
    let place = session.places.isEmpty ? nil : session.places[below(session.places.count)]
    let teachers = template.teachers.map { $0.candidates[below($0.candidates.count)] }
    guard Set(teachers).count == teachers.count else { return nil }
    return Stay(session: index, start: start, place: place, teachers: teachers)
  }

  private func span(_ stay: Stay) -> Range<Int> {
    stay.start..<(stay.start + plan.template(of: programme.sessions[stay.session]).periods)
  }

  private func clash(_ a: Stay, _ b: Stay) -> Bool {
    guard span(a).overlaps(span(b)) else { return false }
    if sharePeople(a.session, b.session) || series(a) == series(b) { return true }
    if let place = a.place, place == b.place, plan[place].role == .venue { return true }
    return a.teachers.contains { b.teachers.contains($0) }
  }

  private func series(_ stay: Stay) -> SessionIdentity {
    var key = programme.sessions[stay.session].identity
    key.meeting = 0
    return key
  }

  private func sharePeople(_ a: Int, _ b: Int) -> Bool {
    !Set(programme.sessions[a].atoms).isDisjoint(with: programme.sessions[b].atoms)
  }

  private func siteHolds(_ stay: Stay) -> Bool {
    guard let place = stay.place, plan[place].role == .site else { return true }
    return span(stay).allSatisfy { slot in
      let people = stays.filter { $0.place == place && span($0).contains(slot) }.reduce(0) {
        $0 + programme.sessions[$1.session].people
      }
      return people + programme.sessions[stay.session].people <= plan[place].seats ?? 0
    }
  }

  /// Gives the meetings of a series their times in order.
  private mutating func orderMeetings() {
    var series: [SessionIdentity: [Int]] = [:]
    for position in stays.indices {
      series[self.series(stays[position]), default: []].append(position)
    }
    for positions in series.values {
      let sessions = positions.map { stays[$0].session }
      let sorted = positions.map { stays[$0] }.sorted { $0.start < $1.start }
      for (index, stay) in sorted.enumerated() {
        stays[positions[index]] = stay
        stays[positions[index]].session = sessions[index]
      }
    }
  }

  // MARK: Rules that hold

  /// A session as a module describes it.
  private struct Row: Equatable {
    var module: Int
    var index: Int
  }

  private var rows: [Row] {
    plan.modules.indices.flatMap { module in
      plan.modules[module].sessions.indices.map { Row(module: module, index: $0) }
    }
  }

  private func stays(of row: Row) -> [Stay] {
    stays.filter {
      let session = programme.sessions[$0.session]
      return session.module.value == row.module && session.template == row.index
    }
  }

  private subscript(row: Row) -> SessionTemplate {
    get { plan.modules[row.module].sessions[row.index] }
    set { plan.modules[row.module].sessions[row.index] = newValue }
  }

  /// Times that none of some stays touches.
  private mutating func drawExcluded(_ own: [Stay]) -> [Window] {
    let calendar = plan.calendar
    return (0..<below(12)).compactMap { _ in
      let slot = below(calendar.slots.count)
      let day = calendar.day(ofSlot: slot)
      let isTouched = own.contains { span($0).contains(slot) }
      return isTouched ? nil : Window(dates: day...day, times: calendar.slots[slot].times)
    }
  }

  private mutating func addRules() {
    let calendar = plan.calendar
    for row in rows {
      let own = stays(of: row)
      if chance(50) { self[row].excluded = drawExcluded(own) }
      if chance(50) {
        let days = own.flatMap { stay in
          programme.sessions[stay.session].runs.compactMap { run in
            let day = calendar.slots[stay.start].dayIndex
            let days = programme[run].days
            return days.contains(day) ? day - days.lowerBound + 1 : nil
          }
        }
        self[row].onDays = Set(days)
      }
      if chance(50) {
        self[row].atPeriods = Set(
          own.map { calendar.slots[$0.start].period })
      }
      addOrder(row, own)
    }
  }

  private mutating func addOrder(_ row: Row, _ own: [Stay]) {
    let others = rows.filter { $0 != row }.flatMap { stays(of: $0) }
    func pairs(_ holds: (Stay, Stay) -> Bool, _ list: [Stay]) -> Bool {
      own.allSatisfy { mine in
        list.allSatisfy { its in !sharePeople(mine.session, its.session) || holds(mine, its) }
      }
    }
    if chance(70), pairs({ span($0).upperBound <= $1.start }, others) {
      self[row].isFirst = true
    }
    if chance(70), pairs({ span($1).upperBound <= $0.start }, others) {
      self[row].isLast = true
    }
    for other in rows where other != row && chance(60) {
      let list = stays(of: other)
      guard list.contains(where: { its in own.contains { sharePeople($0.session, its.session) } })
      else { continue }
      func day(_ stay: Stay) -> Int { plan.calendar.day(ofSlot: stay.start).number }
      let apart = own.flatMap { mine in
        list.filter { sharePeople(mine.session, $0.session) }.map { day(mine) - day($0) }
      }
      var kinds: [SessionTemplate.Relation.Kind] = [
        .withinDays(apart.map(abs).max() ?? 0)
      ]
      if let least = apart.min(), least > 0 { kinds.append(.atLeastDaysAfter(least)) }
      if pairs({ span($1).upperBound <= $0.start }, list) { kinds.append(.after) }
      if pairs({ span($0).upperBound <= $1.start }, list) { kinds.append(.before) }
      if pairs({ $0.start == span($1).upperBound && day($0) == day($1) }, list) {
        kinds.append(.rightAfter)
      }
      if apart.allSatisfy({ $0 == 0 }) { kinds.append(.sameDay) }
      let name = self[other].name
      let kind = kinds[below(kinds.count)]
      self[row].relations.append(.init(kind: kind, session: name))
    }
  }

  // MARK: Limits that are just enough

  private mutating func addLimits() {
    let calendar = plan.calendar
    func window(_ stay: Stay, exact: Bool) -> Window {
      let day = calendar.day(ofSlot: stay.start)
      return Window(dates: day...day, times: exact ? calendar.minutes(of: span(stay)) : nil)
    }
    for teacher in plan.teachers.indices {
      let own = stays.filter { $0.teachers.contains(TeacherID(teacher)) }
      if own.isEmpty { continue }
      if chance(50) {
        let exact = chance(50)
        plan.teachers[teacher].availability.allowed = own.map { window($0, exact: exact) }
      }
      let days = own.map { calendar.slots[$0.start].dayIndex }
      if chance(50) { plan.teachers[teacher].mostPerDay = mostEqual(days) }
      if chance(50) {
        plan.teachers[teacher].mostPerWeek = mostEqual(
          own.map { (calendar.day(ofSlot: $0.start).number - monday.number) / 7 })
      }
    }
    for place in plan.places.indices where chance(40) {
      let own = stays.filter { $0.place == PlaceID(place) }
      if !own.isEmpty {
        plan.places[place].availability.allowed = own.map { window($0, exact: true) }
      }
    }
    let perDay = programme.atoms.indices.map { atom in
      mostEqual(
        stays.filter { programme.sessions[$0.session].atoms.contains(AtomID(atom)) }.map {
          calendar.slots[$0.start].dayIndex
        })
    }
    if chance(50) { plan.rotations[0].mostSessionsPerDay = perDay.max() ?? 1 }
    for row in rows {
      let series = Dictionary(
        grouping: stays(of: row),
        by: { programme.sessions[$0.session].identity.audience })
      self[row].mostPerDay =
        series.values.map { mostEqual($0.map { calendar.slots[$0.start].dayIndex }) }.max() ?? 1
    }
    plan.resources[0].count = busPeak()
  }

  private func mostEqual(_ numbers: [Int]) -> Int {
    Dictionary(grouping: numbers, by: { $0 }).values.map(\.count).max() ?? 0
  }

  private func busPeak() -> Int {
    let trips = stays.compactMap { stay -> (start: Int, end: Int, buses: Int)? in
      guard let place = stay.place, plan.outing(from: nil, to: place) > 0 else { return nil }
      let day = plan.calendar.day(ofSlot: stay.start).number * 1440
      let minutes = plan.calendar.minutes(of: span(stay))
      let way = plan.outing(from: nil, to: place)
      let people = programme.sessions[stay.session].people
      return (day + minutes.lowerBound - way, day + minutes.upperBound + way, (people + 9) / 10)
    }
    return trips.map { trip in
      trips.filter { $0.start <= trip.start && trip.start < $0.end }.reduce(0) { $0 + $1.buses }
    }.max() ?? 0
  }
}
