import RotaDiagnostics

/// Everything that the planner declared, resolved: names have become positions, and everything
/// that can be wrong in a single declaration has been refused.
public struct Plan: Hashable, Sendable {
  public enum Paper: String, Sendable, CaseIterable {
    case a4 = "A4"
    case a3 = "A3"
    case letter
  }
  public enum Language: String, Sendable, CaseIterable {
    case english = "en"
    case simplifiedChinese = "zh-Hans"
    case traditionalChinese = "zh-Hant"
    case vietnamese = "vi"
  }

  public var name: String?
  public var title: String?
  public var calendar: TeachingCalendar = .empty
  /// Languages of printed things, the first one the main one.
  public var languages: [Language] = [.english]
  public var timeZone: String?
  public var paper: Paper = .a4
  public var schools: [School] = []
  public var zones: [Zone] = []
  public var places: [Place] = []
  public var teachers: [Teacher] = []
  public var units: [Unit] = []
  public var resources: [Resource] = []
  /// Forms of the planner's own, in order.
  public var forms: [String] = []
  public var modules: [Module] = []
  public var rotations: [Rotation] = []
  public var preferences: [Preference] = []
  public var mixing = ClassMixing()
  /// Minutes between two ends, as declared by `travel A to B`; each pair once, the smaller first.
  public var travel: [TravelPair: Int] = [:]
  public var origins = Origins()

  public init() {}

  /// One end of a way.
  public enum TravelEnd: Hashable, Comparable, Sendable {
    case zone(ZoneID)
    case place(PlaceID)
    case school(SchoolID)
    private var key: (Int, Int) {
      switch self {
      case .zone(let it): (0, it.value)
      case .place(let it): (1, it.value)
      case .school(let it): (2, it.value)
      }
    }
    public static func < (a: Self, b: Self) -> Bool { a.key < b.key }
  }

  public struct TravelPair: Hashable, Sendable {
    public let first: TravelEnd
    public let second: TravelEnd
    public init(_ a: TravelEnd, _ b: TravelEnd) {
      first = min(a, b)
      second = max(a, b)
    }
  }

  public subscript(id: SchoolID) -> School { schools[id.value] }
  public subscript(id: ZoneID) -> Zone { zones[id.value] }
  public subscript(id: PlaceID) -> Place { places[id.value] }
  public subscript(id: TeacherID) -> Teacher { teachers[id.value] }
  public subscript(id: UnitID) -> Unit { units[id.value] }
  public subscript(id: ResourceID) -> Resource { resources[id.value] }
  public subscript(id: ModuleID) -> Module { modules[id.value] }
  public subscript(id: RotationID) -> Rotation { rotations[id.value] }

  /// Minutes of the way between two places, in this order of knowledge: what was declared between
  /// the two places, their zones, their schools; then for a site and a venue the site's own
  /// `travel`; for two sites of different zones the two ways over the school; else none.
  public func travelMinutes(from a: PlaceID, to b: PlaceID) -> Int {
    if a == b { return 0 }
    let first = self[a]
    let second = self[b]
    if let declared = travel[TravelPair(.place(a), .place(b))] { return declared }
    let firstZone = zone(of: first)
    let secondZone = zone(of: second)
    for x in ends(of: first, a, zone: firstZone) {
      for y in ends(of: second, b, zone: secondZone) where x != y {
        if let declared = travel[TravelPair(x, y)] { return declared }
      }
    }
    switch (first.role, second.role) {
    case (.site, .venue): return first.travel ?? 0
    case (.venue, .site): return second.travel ?? 0
    case (.venue, .venue): return 0
    case (.site, .site):
      if let firstZone, firstZone == secondZone { return 0 }
      return (first.travel ?? 0) + (second.travel ?? 0)
    }
  }

  /// A place's own zone, or its school's.
  public func zone(of place: Place) -> ZoneID? {
    place.zone ?? place.school.flatMap { self[$0].zone }
  }

  private func ends(of place: Place, _ id: PlaceID, zone: ZoneID?) -> [TravelEnd] {
    var ends: [TravelEnd] = [.place(id)]
    if let zone { ends.append(.zone(zone)) }
    if let school = place.school { ends.append(.school(school)) }
    return ends
  }

  /// Minutes from a school to a site, one way, for buses; 0 for venues. A site's own `travel` is the way
  /// from its own school. From any other what was declared between the two comes first.
  public func outing(from school: SchoolID?, to id: PlaceID) -> Int {
    let site = self[id]
    if site.role == .venue { return 0 }
    if let school, site.school != school || site.travel == nil,
      let declared = declaredWay(from: school, to: id)
    {
      return declared
    }
    return site.travel ?? 0
  }

  /// What was declared between a school, or its zone, and a place, its zone or its school: the nearest
  /// to the place.
  private func declaredWay(from school: SchoolID, to id: PlaceID) -> Int? {
    if travel.isEmpty { return nil }
    var starts = [TravelEnd.school(school)]
    if let zone = self[school].zone { starts.append(.zone(zone)) }
    for end in ends(of: self[id], id, zone: zone(of: self[id])) {
      for start in starts where start != end {
        if let declared = travel[TravelPair(start, end)] { return declared }
      }
    }
    return nil
  }
}
