import RotaPlanning

/// Divides the people of a roster among the classes of a rotation.
///
/// How many of each unit go to each class is settled before: the programme says so. Who they are is
/// chosen such that men and women and the holders of each post are spread evenly over all classes;
/// the same roster and programme always give the same lists. What each of these weighs the plan says. Whose run or class the roster gives is there.
public struct RosterDivision {
  private let plan: Plan
  private let programme: Programme
  private let rotation: RotationID
  private let roster: Roster
  private let classes: [ClassID]
  /// Positions among the rotation's runs by number, and among its classes by run and number.
  private var runs: [Int: Int] = [:]
  private var positions: [Rotation.ClassNumber: Int] = [:]
  private var balance: ClassBalance

  /// Adds the lists of one rotation to those of others.
  public static func divide(
    _ roster: Roster, among rotation: RotationID, plan: Plan, programme: Programme,
    into lists: inout ClassLists
  ) {
    var division = RosterDivision(plan, programme, rotation, roster)
    division.run(into: &lists)
  }

  private init(_ plan: Plan, _ programme: Programme, _ rotation: RotationID, _ roster: Roster) {
    self.plan = plan
    self.programme = programme
    self.rotation = rotation
    self.roster = roster
    classes = programme.classes.indices.map { ClassID($0) }.filter {
      programme[programme[$0].run].rotation == rotation
    }
    for (index, id) in classes.enumerated() {
      let run = programme[programme[id].run].number
      runs[run] = runs[run] ?? runs.count
      positions[Rotation.ClassNumber(run: run, number: programme[id].number)] = index
    }
    let runNumbers = runs
    balance = ClassBalance(
      roster, sizes: classes.map { programme[$0].people },
      runOf: classes.map { runNumbers[programme[programme[$0].run].number] ?? 0 },
      mixing: plan.mixing)
  }

  private mutating func run(into lists: inout ClassLists) {
    var members = Array(repeating: [Int](), count: classes.count)
    var unseated: [Int] = []
    var groups: [ClassBalance.Group] = []
    var dealt = 0
    let (pools, strangers) = pools()
    var seating = seating(of: pools.map(\.unit))
    // Whoever's class is given has a seat before anybody else, and keeps it.
    var waiting = pools.map { _ in Waiting() }
    for (unit, pool) in pools.enumerated() {
      for person in pool.people {
        switch place(of: person) {
        case .anywhere: waiting[unit].anywhere.append(person)
        case .run(let run): waiting[unit].ofRun[run, default: []].append(person)
        case .studyClass(let index):
          seating.assign(unit, to: index)
          balance.seat(person, in: index)
          members[index].append(person)
        case .nowhere: unseated.append(person)
        }
      }
    }
    seating.giveWay()
    func seat(_ people: [Int], in seats: [Int]) {
      var group = ClassBalance.Group(classes: classes.count)
      for (person, seat) in zip(balance.ordered(people), seats) {
        balance.seat(person, in: seat)
        group.add(person, to: seat)
      }
      groups.append(group)
    }
    // People of one run change places in it only: each run's are a group of their own.
    for (unit, waiting) in waiting.enumerated() {
      for (run, people) in waiting.ofRun.sorted(by: { $0.key < $1.key }) {
        let seats = seating.seats(for: people.count, of: unit, inRun: run, from: dealt)
        dealt += seats.count
        seat(people, in: seats)
      }
    }
    seating.giveWay()
    var seats = waiting.indices.map { _ in [Int]() }
    for (unit, waiting) in waiting.enumerated() {
      seats[unit] = seating.seats(for: waiting.anywhere.count, of: unit, from: dealt)
      dealt += seats[unit].count
    }
    for (unit, waiting) in waiting.enumerated() {
      let people = waiting.anywhere
      seats[unit] += seating.otherSeats(for: people.count - seats[unit].count, of: unit)
      unseated += people.dropFirst(seats[unit].count)
      seat(Array(people.prefix(seats[unit].count)), in: seats[unit])
    }
    balance.improve(&groups)
    for group in groups {
      for (index, people) in group.people.enumerated() { members[index] += people }
    }
    // Unit by unit, and as they stand in the roster.
    var poolOf = Array(repeating: pools.count, count: roster.people.count)
    for (index, pool) in pools.enumerated() { for person in pool.people { poolOf[person] = index } }
    for index in members.indices {
      members[index].sort { (poolOf[$0], $0) < (poolOf[$1], $1) }
    }
    for (index, id) in classes.enumerated() { lists[id] = members[index].map(roster.trainee) }
    let left = (unseated + strangers).sorted()
    if !left.isEmpty { lists.leave(left.map(roster.trainee), of: rotation) }
  }

  /// People of a unit who have no seat yet.
  private struct Waiting {
    var anywhere: [Int] = []
    /// By position among the rotation's runs.
    var ofRun: [Int: [Int]] = [:]
  }

  private enum Place {
    case anywhere
    case run(Int)
    case studyClass(Int)
    case nowhere
  }

  /// Where the roster says that somebody is to be.
  private func place(of person: Int) -> Place {
    switch roster.people[person].place {
    case .anywhere: .anywhere
    case .nowhere: .nowhere
    case .run(let number): runs[Int(number)].map { .run($0) } ?? .nowhere
    case .studyClass(let run, let number):
      positions[Rotation.ClassNumber(run: Int(run), number: Int(number))]
        .map { .studyClass($0) } ?? .nowhere
    }
  }

  /// The people of each unit that the rotation trains, in the plan's order; and all others.
  private func pools() -> (pools: [(unit: UnitID?, people: [Int])], strangers: [Int]) {
    guard case .units(let units) = plan[rotation].trainees else {
      return ([(nil, Array(roster.people.indices))], [])
    }
    let named = Dictionary(
      roster.units.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { $1 })
    var poolOf = Array(repeating: Int?.none, count: roster.units.count)
    for (index, unit) in units.enumerated() {
      if let position = named[plan[unit].name] { poolOf[position] = index }
    }
    var pools: [(unit: UnitID?, people: [Int])] = units.map { ($0, []) }
    var strangers: [Int] = []
    for (index, person) in roster.people.enumerated() {
      if let unit = person.unit, let pool = poolOf[Int(unit)] {
        pools[pool].people.append(index)
      } else {
        strangers.append(index)
      }
    }
    return (pools, strangers)
  }

  /// The seats of each unit as the programme has them.
  private func seating(of units: [UnitID?]) -> RosterSeating {
    var row: [UnitID?: Int] = [:]
    for (index, unit) in units.enumerated() { row[unit] = index }
    var quotas = Array(repeating: Array(repeating: 0, count: classes.count), count: units.count)
    for (index, id) in classes.enumerated() {
      for share in programme[id].shares where share.people > 0 {
        if let unit = row[share.unit] { quotas[unit][index] += share.people }
      }
    }
    return RosterSeating(
      quotas: quotas, sizes: classes.map { programme[$0].people },
      runOf: classes.map { runs[programme[programme[$0].run].number] ?? 0 })
  }
}
