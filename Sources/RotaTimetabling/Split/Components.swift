import NetworkFlow
import RotaPlanning

/// Which sessions of a programme hang together: those that share a class, a place, a teacher or a
/// resource, may come to share one, or are bound to each other by way of others. No rule and no wish
/// concerns sessions of two components at once.
struct Components {
  /// Positions in the programme, each list in order; the lists in the order of their first sessions.
  private(set) var sessions: [[Int]] = []

  init(of whole: Whole) {
    var bonds = Bonds(whole)
    let nodes = whole.programme.sessions.map { bonds.join($0) }
    var numbers: [Int: Int] = [:]
    for (position, node) in nodes.enumerated() {
      let root = bonds.sets.root(of: node)
      if let number = numbers[root] {
        sessions[number].append(position)
      } else {
        numbers[root] = sessions.count
        sessions.append([position])
      }
    }
  }

  /// The components in bundles of at least so many sessions, except that one may be smaller: what is
  /// too small to be worth a search of its own goes together with the next.
  func bundles(ofAtLeast least: Int) -> [[Int]] {
    var bundles: [[Int]] = []
    var open: [Int] = []
    for component in sessions {
      if component.count >= least {
        bundles.append(component)
        continue
      }
      open += component
      if open.count >= least {
        bundles.append(open.sorted())
        open = []
      }
    }
    if !open.isEmpty { bundles.append(open.sorted()) }
    return bundles
  }
}

/// Everything that binds sessions, as numbers that are joined where one session may hold both.
private struct Bonds {
  let whole: Whole
  var sets: DisjointSets
  private let firstPlace: Int
  private let firstTeacher: Int
  private let firstResource: Int
  private let firstRotation: Int
  /// Joined by all who may be lent, where exchange is wished to be balanced; else nil.
  private let lending: Int?
  /// Those of which all are to have fair parts, so that they bind even sessions that are in nobody's way.
  private let sharedRoles: Set<Place.Role>

  init(_ whole: Whole) {
    self.whole = whole
    firstPlace = whole.programme.classes.count
    firstTeacher = firstPlace + whole.plan.places.count
    firstResource = firstTeacher + whole.plan.teachers.count
    firstRotation = firstResource + whole.plan.resources.count
    let count = firstRotation + whole.plan.rotations.count
    let isExchanged = whole.plan.preferences.contains { $0.wish == .balancedExchange }
    lending = isExchanged ? count : nil
    sharedRoles = Set(
      whole.plan.preferences.compactMap { preference in
        if case .sharedPlaces(let role, _) = preference.wish { role } else { nil }
      })
    sets = DisjointSets(count: count + 1)
  }

  /// Joins all that a session may hold, and gives one of them.
  mutating func join(_ session: Session) -> Int {
    // Sessions that nobody attends in person are bound to those of their rotation.
    let rotation = firstRotation + session.rotation.value
    let first = session.classes.first?.value ?? rotation
    for id in session.classes { sets.join(first, id.value) }
    if session.atoms.isEmpty { sets.join(first, rotation) }
    let holdings = whole.holdings(of: session)
    for place in holdings.places
    where whole.plan[place].isScarce || sharedRoles.contains(whole.plan[place].role) {
      sets.join(first, firstPlace + place.value)
    }
    for teacher in holdings.teachers {
      sets.join(first, firstTeacher + teacher.value)
      if let lending, whole.plan[teacher].school != nil { sets.join(first, lending) }
    }
    for resource in holdings.resources { sets.join(first, firstResource + resource.value) }
    return first
  }
}

extension Place {
  /// Whether sessions there can be in each other's way.
  fileprivate var isScarce: Bool { role == .venue || seats != nil }
}
