import RotaPlanning

/// Divides the people of a roster among the classes of a rotation.
///
/// How many of each unit go to each class is settled before: the programme says so. Who they are is
/// chosen such that men and women and the holders of each post are spread evenly over all classes;
/// the same roster and programme always give the same lists.
public struct RosterDivision {
  private let plan: Plan
  private let programme: Programme
  private let rotation: RotationID
  private let roster: Roster
  private let classes: [ClassID]
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
    balance = ClassBalance(roster, sizes: classes.map { programme[$0].people })
  }

  private mutating func run(into lists: inout ClassLists) {
    var members = Array(repeating: [Int](), count: classes.count)
    var unseated: [Int] = []
    var groups: [ClassBalance.Group] = []
    var dealt = 0
    let (pools, strangers) = pools()
    let quotas = quotas()
    for pool in pools {
      let seats = seats(quotas[pool.unit] ?? [], from: dealt)
      dealt += seats.count
      let people = balance.ordered(pool.people.prefix(seats.count))
      unseated += pool.people.dropFirst(seats.count)
      var group = ClassBalance.Group(classes: classes.count)
      for (person, seat) in zip(people, seats) {
        balance.seat(person, in: seat)
        group.add(person, to: seat)
      }
      groups.append(group)
    }
    balance.improve(&groups)
    for group in groups {
      for (index, people) in group.people.enumerated() { members[index] += people.sorted() }
    }
    for (index, id) in classes.enumerated() { lists[id] = members[index].map(roster.trainee) }
    let left = (unseated + strangers).sorted()
    if !left.isEmpty { lists.leave(left.map(roster.trainee), of: rotation) }
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

  /// How many people of each unit each class has.
  private func quotas() -> [UnitID?: [(studyClass: Int, people: Int)]] {
    var quotas: [UnitID?: [(studyClass: Int, people: Int)]] = [:]
    for (index, id) in classes.enumerated() {
      for share in programme[id].shares where share.people > 0 {
        quotas[share.unit, default: []].append((index, share.people))
      }
    }
    return quotas
  }

  /// The class of each seat that a unit has, in the order in which seats are given out: one after
  /// another in every class, so that few people are spread as evenly as many.
  ///
  /// - Parameters:
  ///   - quotas: of the unit.
  ///   - offset: of equal classes the one to begin with, so that not the same ones always
  ///     come first.
  private func seats(_ quotas: [(studyClass: Int, people: Int)], from offset: Int) -> [Int] {
    var seats: [(seat: Int, quota: Int, turn: Int, studyClass: Int)] = []
    for (index, quota) in quotas {
      let turn = (index - offset % classes.count + classes.count) % classes.count
      for seat in 0..<quota { seats.append((seat, quota, turn, index)) }
    }
    // The middle of a seat among those of its class: (2 seat + 1) / (2 quota).
    seats.sort { a, b in
      let left = (2 * a.seat + 1) * b.quota
      let right = (2 * b.seat + 1) * a.quota
      return left == right ? a.turn < b.turn : left < right
    }
    return seats.map(\.studyClass)
  }
}
