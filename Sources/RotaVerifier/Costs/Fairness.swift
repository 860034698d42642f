import RotaPlanning

/// What each of some has beside what is theirs.
extension Recount {
  /// For each teacher who shares periods with others: the square of the whole periods off their part.
  var periodsOffShare: [Breach] {
    let groups = Sharers(plan: plan, sessions: programme.sessions)
    var due = [Int](repeating: 0, count: groups.teachers.count)
    for session in programme.sessions {
      guard let template = Self.template(of: session, in: plan) else { continue }
      for (number, need) in template.teachers.enumerated() where !template.onlySpeaks(number) {
        guard let group = need.candidates.first.flatMap({ groups.number(of: $0) }) else { continue }
        due[group] += template.periods
      }
    }
    var taught: [TeacherID: Int] = [:]
    var sessions: [TeacherID: [Int]] = [:]
    for (position, one) in held.enumerated() {
      guard let time = one.time else { continue }
      for (number, teacher) in one.teachers.enumerated() {
        guard number < one.template.teachers.count, !one.template.onlySpeaks(number), let teacher
        else { continue }
        taught[teacher, default: 0] += time.slots.count
        sessions[teacher, default: []].append(position)
      }
    }
    return groups.teachers.enumerated().flatMap { group, teachers in
      let parts = parts(of: teachers)
      let whole = parts.reduce(0, +)
      return zip(teachers, parts).map { teacher, part in
        Breach(
          .teachers([teacher]), sessions: Set(sessions[teacher] ?? []).sorted(),
          count: Self.squareOff(taught[teacher] ?? 0, of: due[group], part, of: whole))
      }
    }
  }

  /// What each of a group is to have beside the others: the greater of norm and wish; who has neither,
  /// the mean of the others; all the same where nobody says anything.
  private func parts(of teachers: [TeacherID]) -> [Int] {
    let said = teachers.map { id -> Int? in
      let teacher = plan[id]
      if teacher.norm == nil { return teacher.wish }
      return [teacher.norm, teacher.wish].compactMap { $0 }.max()
    }
    let known = said.compactMap { $0 }
    let sum = known.reduce(0, +)
    guard sum > 0 else {
      return said.map { $0 == nil ? 1 : known.count == said.count ? 1 : 0 }
    }
    let mean = (sum + known.count / 2) / known.count
    return said.map { $0 ?? mean }
  }

  /// For each place of a role and each of those who may choose it: the square of the whole sessions off
  /// its part of those that are held there.
  func sessionsOffShare(
    _ role: Place.Role, among users: (Session) -> [CostItem.PlaceUser]
  ) -> [Breach] {
    var possible: [PlaceID: [CostItem.PlaceUser: Int]] = [:]
    // In the programme's order.
    var known: [CostItem.PlaceUser] = []
    var seen: Set<CostItem.PlaceUser> = []
    for session in programme.sessions where session.places.count > 1 {
      for user in users(session) {
        if seen.insert(user).inserted { known.append(user) }
        for place in session.places where plan[place].role == role {
          possible[place, default: [:]][user, default: 0] += 1
        }
      }
    }
    var there: [PlaceID: [CostItem.PlaceUser: [Int]]] = [:]
    for (position, one) in held.enumerated() where one.time != nil {
      guard one.session.places.count > 1, let place = one.mainPlace else { continue }
      for user in users(one.session) {
        there[place, default: [:]][user, default: []].append(position)
      }
    }
    var found: [Breach] = []
    for (place, parts) in possible.sorted(by: { $0.key < $1.key }) where parts.count > 1 {
      let whole = parts.values.reduce(0, +)
      let all = parts.keys.reduce(0) { $0 + (there[place]?[$1]?.count ?? 0) }
      for user in known {
        guard let part = parts[user] else { continue }
        let sessions = there[place]?[user] ?? []
        found.append(
          Breach(
            .use(of: place, by: user), sessions: sessions,
            count: Self.squareOff(sessions.count, of: all, part, of: whole)))
      }
    }
    return found
  }

  /// How far a number is from a part of all, in whole ones, squared.
  private static func squareOff(_ number: Int, of all: Int, _ part: Int, of whole: Int) -> Int {
    let fair = all * part
    let off =
      number * whole > fair ? (number * whole - fair) / whole : (fair - number * whole) / whole
    return off * off
  }
}

/// Who can teach in whose place, directly or by way of others.
struct Sharers {
  private var numbers: [Int?]
  /// Two or more in each.
  private(set) var teachers: [[TeacherID]] = []

  init(plan: Plan, sessions: [Session]) {
    numbers = Array(repeating: nil, count: plan.teachers.count)
    var choices: Set<[TeacherID]> = []
    for session in sessions {
      guard let template = Recount.template(of: session, in: plan) else { continue }
      for (number, need) in template.teachers.enumerated() where !template.onlySpeaks(number) {
        if Set(need.candidates).count > 1 { choices.insert(need.candidates) }
      }
    }
    var choicesOfTeacher: [TeacherID: [[TeacherID]]] = [:]
    for choice in choices {
      for teacher in choice { choicesOfTeacher[teacher, default: []].append(choice) }
    }
    for first in plan.teachers.indices.map({ TeacherID($0) }) {
      guard numbers[first.value] == nil, choicesOfTeacher[first] != nil else { continue }
      var open = [first]
      var group: [TeacherID] = []
      numbers[first.value] = teachers.count
      while let teacher = open.popLast() {
        group.append(teacher)
        for other in (choicesOfTeacher[teacher] ?? []).joined() where numbers[other.value] == nil {
          numbers[other.value] = teachers.count
          open.append(other)
        }
      }
      teachers.append(group.sorted())
    }
  }

  /// Nil for who shares with nobody.
  func number(of teacher: TeacherID) -> Int? { numbers[teacher.value] }
}
