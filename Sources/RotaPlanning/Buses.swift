/// The buses that sessions of each rotation take, looked up once for all of them: those of its
/// school, else those of no school, else, for a rotation of no school, the first.
public struct BusTable: Sendable {
  private let ofRotations: [ResourceID?]
  /// From where the people of each rotation set out: their school, or, of schools that share buses and
  /// have the same ways to all sites, the first.
  private let origins: [SchoolID?]

  public init(of plan: Plan) {
    let buses = plan.resources.indices.filter { plan.resources[$0].role == .buses }
    let ofSchools = Dictionary(
      buses.map { (plan.resources[$0].school, ResourceID($0)) },
      uniquingKeysWith: { first, _ in first })
    let ofNone = ofSchools[SchoolID?.none]
    ofRotations = plan.rotations.map { rotation in
      rotation.school == nil
        ? ofNone ?? buses.first.map { ResourceID($0) } : ofSchools[rotation.school] ?? ofNone
    }
    var sharing: [ResourceID: Set<SchoolID?>] = [:]
    for case (let rotation, let own?) in zip(plan.rotations, ofRotations) {
      sharing[own, default: []].insert(rotation.school)
    }
    var ways: [SchoolID?: [Int]] = [:]
    for school in sharing.values.filter({ $0.count > 1 }).joined() where ways[school] == nil {
      ways[school] = plan.places.indices.map { plan.outing(from: school, to: PlaceID($0)) }
    }
    var first: [[Int]: SchoolID?] = [:]
    origins = plan.rotations.map { rotation in
      guard let own = ways[rotation.school] else { return rotation.school }
      if let known = first[own] { return known }
      first[own] = .some(rotation.school)
      return rotation.school
    }
  }

  /// Nil where there are none for it: then nothing counts them.
  public func buses(for rotation: RotationID) -> ResourceID? { ofRotations[rotation.value] }

  /// People of one session who ride in the same buses from the same place.
  public struct Riders: Hashable, Sendable {
    public var buses: ResourceID
    public var origin: SchoolID?
    public var atoms: [AtomID]
    public var people: Int
  }

  private struct Party: Hashable {
    var buses: ResourceID
    var origin: SchoolID?
  }

  /// Who rides in what when a session goes out, in the order of the buses. Where rotations meet, the
  /// people of each take its own buses, and those of rotations with the same buses share them if they
  /// come the same way. Of a number that is expected in place of those who attend, each of the parties
  /// has its share, rounded up.
  public func riders(of session: Session, in programme: Programme) -> [Riders] {
    guard case .joint = session.identity.audience, !session.classes.isEmpty else {
      let origin = origins[session.rotation.value]
      return buses(for: session.rotation).map {
        [Riders(buses: $0, origin: origin, atoms: session.atoms, people: session.people)]
      } ?? []
    }
    var attending = 0
    var parties: [Party: Riders] = [:]
    for id in session.classes {
      let one = programme[id]
      attending += one.people
      let rotation = programme[one.run].rotation
      guard let own = buses(for: rotation) else { continue }
      let origin = origins[rotation.value]
      parties[
        Party(buses: own, origin: origin),
        default: Riders(buses: own, origin: origin, atoms: [], people: 0)
      ].people += one.people
    }
    for atom in session.atoms {
      let rotation = programme[programme[programme.atoms[atom.value].studyClass].run].rotation
      guard let own = buses(for: rotation) else { continue }
      parties[Party(buses: own, origin: origins[rotation.value])]?.atoms.append(atom)
    }
    return parties.values.sorted {
      ($0.buses.value, $0.origin?.value ?? -1) < ($1.buses.value, $1.origin?.value ?? -1)
    }.map { party in
      var party = party
      party.people = Self.share(party.people, of: attending, in: session.people)
      return party
    }
  }

  /// What some of all have of a number, rounded up.
  public static func share(_ some: Int, of all: Int, in number: Int) -> Int {
    if some == all || all <= 0 { return number }
    if number == all { return some }
    let (high, low) = some.multipliedFullWidth(by: number)
    let (quotient, rest) = all.dividingFullWidth((high, low))
    return quotient + (rest == 0 ? 0 : 1)
  }
}

extension Programme {
  /// What an atom counts of its people where it rides without the rest of its class: all parts of a
  /// class are taken to be equal. In parts of a person, so that whole classes come to whole numbers.
  public func weight(of atom: AtomID) -> Int {
    let own = self[atoms[atom.value].studyClass]
    return own.people * Self.partsOfAPerson / max(1, own.atoms.count)
  }

  private static let partsOfAPerson = 5040
}
