import RotaPlanning

/// Something of which a wish counts all sessions together, wherever in the plan they are.
enum Bond: Hashable {
  /// Needs with just these candidates.
  case candidates(Set<TeacherID>)
  /// What schools may give each other.
  case lent
  /// What the teachers of a group of `Sharers` give.
  case sharers(Int)
  /// What may be at a place that is shared.
  case place(PlaceID)
}

/// Finds what sessions are counted together with by the wishes of a plan.
struct Bonds {
  private let plan: Plan
  private let balancesTeachers: Bool
  private let balancesExchange: Bool
  /// Nil where load is not wished to be balanced.
  private let sharers: Sharers?
  /// Those of which all are to have fair parts.
  private let sharedRoles: Set<Place.Role>

  init(_ plan: Plan, _ programme: Programme) {
    self.plan = plan
    let wishes = Set(plan.preferences.map(\.wish))
    balancesTeachers = wishes.contains(.balancedTeachers)
    balancesExchange = wishes.contains(.balancedExchange)
    sharers =
      wishes.contains(.balancedLoad) ? Sharers(plan: plan, sessions: programme.sessions) : nil
    sharedRoles = Set(
      wishes.compactMap { if case .sharedPlaces(let role, _) = $0 { role } else { nil } })
  }

  /// Whether no wish counts anything beyond classes and series.
  var isEmpty: Bool {
    !balancesTeachers && !balancesExchange && sharers == nil && sharedRoles.isEmpty
  }

  /// - Parameter held: the session where it is held, if it is; its teachers and its place may be others
  ///   than those that it could choose.
  func of(_ session: Session, _ held: Held?) -> Set<Bond> {
    if isEmpty { return [] }
    var bonds: Set<Bond> = []
    let template = plan.template(of: session)
    let candidates = template.teachers.map { Set($0.candidates) }
    if balancesTeachers {
      for candidates in candidates where candidates.count > 1 {
        bonds.insert(.candidates(candidates))
      }
    }
    if balancesExchange, candidates.joined().contains(where: { plan[$0].school != nil }) {
      bonds.insert(.lent)
    }
    if let sharers {
      for case let teacher? in candidates.joined().map(Optional.some) + (held?.teachers ?? []) {
        if let number = sharers.number(of: teacher) { bonds.insert(.sharers(number)) }
      }
    }
    if !sharedRoles.isEmpty, session.places.count > 1 {
      for case let place? in session.places.map(Optional.some) + [held?.mainPlace]
      where sharedRoles.contains(plan[place].role) {
        bonds.insert(.place(place))
      }
    }
    return bonds
  }
}
