import RotaDiagnostics

/// Questions that arithmetic, capacity, solver and verifier must answer alike.
extension Plan {
  /// Whether beds or buses are there for a rotation.
  public func serves(_ resource: Resource, _ rotation: Rotation) -> Bool {
    guard let school = resource.school, let own = rotation.school else { return true }
    return school == own
  }

  /// People that a session seats when it is held at a place: the place's seats and those of all
  /// places it is streamed to. Nil where one of them has no limit.
  public func seats(at place: PlaceID, streamedTo others: [PlaceID]) -> Int? {
    guard var sum = self[place].seats else { return nil }
    for other in others where other != place {
      guard let seats = self[other].seats else { return nil }
      let (total, overflow) = sum.addingReportingOverflow(seats)
      if overflow { return Int.max }
      sum = total
    }
    return sum
  }

  /// Whether a session can be held at a place at all, whoever attends: a session that is streamed,
  /// or that only teachers who come by stream can give, needs a place that streams.
  public func canHold(_ template: SessionTemplate, at place: PlaceID) -> Bool {
    self[place].streams || !needsStream(template)
  }

  private func needsStream(_ template: SessionTemplate) -> Bool {
    !template.streamedTo.isEmpty || needFromAfar(template) != nil
  }

  /// A need that only teachers who come by stream can meet.
  private func needFromAfar(_ template: SessionTemplate) -> SessionTemplate.TeacherNeed? {
    template.teachers.first { need in
      !need.candidates.isEmpty && need.candidates.allSatisfy { self[$0].isRemote }
    }
  }

  /// Why a session cannot be held at places that would seat so many people: it needs a stream, and
  /// they do not stream. Nil where there are no such places.
  public func streamObstacle(_ template: SessionTemplate, for people: Int) -> String? {
    let deaf = template.places.filter {
      !canHold(template, at: $0)
        && (seats(at: $0, streamedTo: template.streamedTo) ?? Int.max) >= people
    }
    if deaf.isEmpty { return nil }
    let places = Wording.list(deaf.map { self[$0].name }, atMost: 4)
    let does = deaf.count == 1 ? "does" : "do"
    let reason =
      needFromAfar(template).map {
        "it is taught from afar by \(Wording.list($0.candidates.map { self[$0].name }, atMost: 4))"
      } ?? "it is streamed to \(Wording.list(template.streamedTo.map { self[$0].name }, atMost: 4))"
    return "\(reason), and \(places) \(does) not stream"
  }

  /// Whether a session may be held at a place that seats too few: at a venue, unless it is
  /// streamed, where the plan only prefers enough seats.
  public func mayOverfill(_ template: SessionTemplate, at place: PlaceID) -> Bool {
    self[place].role == .venue && template.streamedTo.isEmpty
      && preferences.contains { $0.wish == .enoughSeats }
  }

  /// Whether a place can hold a session for so many people.
  public func canHold(_ template: SessionTemplate, for people: Int, at place: PlaceID) -> Bool {
    guard canHold(template, at: place) else { return false }
    if (seats(at: place, streamedTo: template.streamedTo) ?? Int.max) >= people { return true }
    return mayOverfill(template, at: place)
  }

  /// Whether all people of a run meet in one place for a session, so that no run can be larger
  /// than its places.
  public func gathersRun(
    _ template: SessionTemplate, of module: ModuleID, in rotation: Rotation
  ) -> Bool {
    template.audience == .run && !template.places.isEmpty && template.expected == nil
      && rotation.classOverrides.values.allSatisfy { $0.modules?.contains(module) ?? true }
  }
}

/// The beds of a plan, added up once for all its rotations.
public struct BedTable: Equatable, Sendable {
  public private(set) var ofSchools: [SchoolID: Int] = [:]
  /// Beds of no school; nil where none are declared.
  public private(set) var ofNone: Int?
  /// All beds; no more than can be counted.
  public private(set) var total = 0

  public init(of plan: Plan) {
    for beds in plan.resources where beds.role == .beds {
      total = Self.sum(total, beds.count)
      if let school = beds.school {
        ofSchools[school] = Self.sum(ofSchools[school] ?? 0, beds.count)
      } else {
        ofNone = Self.sum(ofNone ?? 0, beds.count)
      }
    }
  }

  /// Whether beds are counted for the rotations of a school, or of no school.
  public func hasBeds(for school: SchoolID?) -> Bool {
    guard let school else { return ofNone != nil || !ofSchools.isEmpty }
    return ofNone != nil || ofSchools[school] != nil
  }

  /// Beds that trainees of a rotation can take: those of its school and those of no school; all
  /// where the rotation names no school. Nil where none are declared for it, and so no limit.
  public func beds(for rotation: Rotation) -> Int? {
    guard hasBeds(for: rotation.school) else { return nil }
    return rotation.school.map { Self.sum(ofSchools[$0] ?? 0, ofNone ?? 0) } ?? total
  }

  private static func sum(_ a: Int, _ b: Int) -> Int {
    let (total, overflow) = a.addingReportingOverflow(b)
    return overflow ? Int.max : total
  }
}
