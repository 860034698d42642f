import NetworkFlow
import RotaPlanning

/// Sessions that compete for things of which each takes so many at once: venues and sites,
/// teachers, classes, buses, resources.
///
/// Every argument about a pool is a relaxation: it forgets all else that binds the sessions, and so
/// proves only what is true.
struct Pool {
  /// Something that serves sessions.
  struct Machine: Equatable {
    /// Position in the plan.
    var number: Int
    var name: String
    /// What it serves at once, in the unit of `Group.amount`; venues, teachers and classes serve 1.
    var capacity: Int
    /// Whether `capacity` counts people or buses, of which a session takes its amount.
    var isShared: Bool
    var openness: Openness
  }

  /// Sessions that ask for the same.
  struct Group: Equatable {
    /// Any one of these serves it; sorted.
    var machines: [Int]
    var starts: [Int]
    var periods: Int
    /// What one of the sessions takes of a shared machine.
    var amount: Int
    /// Positions in the programme.
    var sessions: [Int]
    /// Slots in which the sessions may lie.
    var window: Range<Int>
  }

  var machines: [Machine] = []
  private(set) var groups: [Group] = []
  private var sets: [[Int]] = []
  private var setNumbers: [[Int]: Int] = [:]
  private var positions: [Key: Int] = [:]

  private struct Key: Hashable {
    var set: Int
    var domain: Domains.Domain
    var periods: Int
    var amount: Int
  }

  /// The number of a set of machines, for `add`; many sessions ask for the same.
  mutating func set(_ machines: [Int]) -> Int {
    if let number = setNumbers[machines] { return number }
    let sorted = Set(machines).sorted()
    let number = setNumbers[sorted] ?? sets.count
    if number == sets.count { sets.append(sorted) }
    setNumbers[sorted] = number
    setNumbers[machines] = number
    return number
  }

  /// Adds a session that any machine of a set serves. One that has no start at all is reported
  /// elsewhere and left out here.
  mutating func add(_ session: Int, set: Int, amount: Int = 1, in context: CapacityContext) {
    let domain = context.domains.ofSession[session]
    guard !domain.bounds.isEmpty, !sets[set].isEmpty else { return }
    let periods = context.templates.periods(session)
    let key = Key(set: set, domain: domain, periods: periods, amount: amount)
    if let position = positions[key] {
      groups[position].sessions.append(session)
      return
    }
    positions[key] = groups.count
    let starts = Array(context.domains.starts(session))
    let window = (starts.first ?? 0)..<((starts.last ?? 0) + periods)
    groups.append(
      Group(
        machines: sets[set], starts: starts, periods: periods, amount: amount,
        sessions: [session], window: window))
  }
}

extension Pool {
  /// The pool in parts that have no machine in common, in the order of their first machines;
  /// machines that nobody asks for are left out. No argument about one part needs another.
  func parts() -> [Pool] {
    var sets = DisjointSets(count: machines.count)
    for group in groups {
      for machine in group.machines { sets.join(group.machines[0], machine) }
    }
    var parts: [Pool] = []
    var partOf = Array(repeating: -1, count: machines.count)
    var positions = partOf
    var isAsked = Array(repeating: false, count: machines.count)
    for group in groups { for machine in group.machines { isAsked[machine] = true } }
    for machine in machines.indices where isAsked[machine] {
      let root = sets.root(of: machine)
      if partOf[root] < 0 {
        partOf[root] = parts.count
        parts.append(Pool())
      }
      positions[machine] = parts[partOf[root]].machines.count
      parts[partOf[root]].machines.append(machines[machine])
    }
    for var group in groups {
      let part = partOf[sets.root(of: group.machines[0])]
      group.machines = group.machines.map { positions[$0] }
      parts[part].groups.append(group)
    }
    return parts
  }
}

extension Pool {
  /// What is asked of whom, whichever sessions ask: all that an argument about a pool depends on,
  /// given the calendar.
  struct Shape: Equatable {
    private var machines: [Machine]
    private var groups: [Group]
    private var counts: [Int]

    init(_ pool: Pool) {
      machines = pool.machines
      counts = pool.groups.map(\.sessions.count)
      groups = pool.groups.map { group in
        var group = group
        group.sessions = []
        return group
      }
    }
  }
}

/// More is asked of some machines than they can give.
struct PoolShortage {
  enum Measure {
    case periods
    case sessions
    /// What shared machines have, times periods: seats, buses, pieces.
    case amounts
  }
  /// The groups that ask, by their positions in the pool.
  var groups: [Int]
  /// Positions in the pool.
  var machines: [Int]
  var demand: Int
  var supply: Int
  var measure: Measure
  /// Slots in which the sessions must lie.
  var window: Range<Int>
}
