/// One person of a roster.
public struct Trainee: Hashable, Sendable {
  public enum Sex: String, Hashable, Sendable, CaseIterable {
    case male, female
  }

  public var name: String
  /// The unit that sends them, as the roster names it.
  public var unit: String?
  public var post: String?
  public var sex: Sex?
  public var phone: String?

  public init(
    name: String, unit: String? = nil, post: String? = nil, sex: Sex? = nil, phone: String? = nil
  ) {
    self.name = name
    self.unit = unit
    self.post = post
    self.sex = sex
    self.phone = phone
  }
}

/// The people of a rotation, in the order of their file. Units and posts are many people's, and are
/// kept once.
public struct Roster: Sendable {
  /// Where somebody is to be, by numbers of runs and classes from 1.
  public enum Place: Hashable, Sendable {
    case anywhere
    case run(Int32)
    case studyClass(run: Int32, number: Int32)
    /// In a run or class that the programme does not have, or that takes nobody of their unit.
    case nowhere
  }

  public struct Person: Sendable {
    public var name: String
    /// Position in `units`; nil where the roster names none.
    public var unit: Int32?
    /// Position in `posts`.
    public var post: Int32?
    public var sex: Trainee.Sex?
    public var phone: String?
    public var place: Place

    public init(
      name: String, unit: Int32? = nil, post: Int32? = nil, sex: Trainee.Sex? = nil,
      phone: String? = nil, place: Place = .anywhere
    ) {
      self.name = name
      self.unit = unit
      self.post = post
      self.sex = sex
      self.phone = phone
      self.place = place
    }
  }

  public var units: [String]
  public var posts: [String]
  public var people: [Person]

  public init(units: [String] = [], posts: [String] = [], people: [Person] = []) {
    self.units = units
    self.posts = posts
    self.people = people
  }

  public func trainee(_ index: Int) -> Trainee {
    let person = people[index]
    return Trainee(
      name: person.name, unit: person.unit.map { units[Int($0)] },
      post: person.post.map { posts[Int($0)] }, sex: person.sex, phone: person.phone)
  }

  /// How many people are of each unit, by position in `units`.
  public var peopleByUnit: [Int] {
    var counts = Array(repeating: 0, count: units.count)
    for person in people { if let unit = person.unit { counts[Int(unit)] += 1 } }
    return counts
  }
}

/// Who is in which class, where rosters name the people.
public struct ClassLists: Sendable {
  /// By class; nil for classes of rotations that have no roster. There may be fewer people than the
  /// plan reckons with.
  private var people: [ClassID: [Trainee]] = [:]
  /// People of a rotation for whom the plan has no seat: more of a unit than it said, or of units
  /// that it does not train.
  public private(set) var unseated: [RotationID: [Trainee]] = [:]

  public init() {}

  public subscript(id: ClassID) -> [Trainee]? {
    get { people[id] }
    set { people[id] = newValue }
  }

  public mutating func leave(_ trainees: [Trainee], of rotation: RotationID) {
    unseated[rotation] = trainees
  }
}

extension Plan {
  /// The people of a class as its roster names them, by unit; then, without names, as many as the plan
  /// reckons with besides.
  public func people(
    of id: ClassID, in programme: Programme, named lists: ClassLists?
  ) -> [Trainee] {
    let studyClass = programme[id]
    let known =
      lists?[id]
      ?? studyClass.shares.flatMap { share in
        [Trainee](
          repeating: Trainee(name: "", unit: share.unit.map { self[$0].name }),
          count: max(0, share.people))
      }
    let rest = max(0, studyClass.people - known.count)
    return known + [Trainee](repeating: Trainee(name: ""), count: rest)
  }
}
