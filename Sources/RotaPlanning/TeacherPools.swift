import NetworkFlow

/// Teachers among whom hours can be shared: those who can be chosen for the same needs, directly or by
/// way of others. Somebody who alone can give all that they give shares it with nobody.
///
/// A session counts for those who teach it, not for those who only speak in items of its agenda.
public struct TeacherPools: Sendable {
  /// Two or more teachers.
  public struct Pool: Sendable {
    /// In the plan's order.
    public var members: [TeacherID] = []
    /// What each member is to have in proportion to the others; see `TeacherPools.claims`.
    public var claims: [Int] = []
    /// Periods that its members teach when all sessions have their places.
    public var periods = 0

    public var claimed: Int { claims.reduce(0, +) }
  }

  /// In the order of their first members.
  public private(set) var pools: [Pool] = []
  /// Of each teacher of the plan; nil for those who share with nobody.
  public private(set) var poolOfTeacher: [Int?]

  public init(plan: Plan, programme: Programme) {
    var sets = DisjointSets(count: plan.teachers.count)
    var isShared = [Bool](repeating: false, count: plan.teachers.count)
    for session in programme.sessions {
      for need in plan.template(of: session).needsTaught where Set(need.candidates).count > 1 {
        for teacher in need.candidates {
          sets.join(need.candidates[0].value, teacher.value)
          isShared[teacher.value] = true
        }
      }
    }
    poolOfTeacher = []
    var numbers: [Int: Int] = [:]
    for teacher in plan.teachers.indices {
      guard isShared[teacher] else {
        poolOfTeacher.append(nil)
        continue
      }
      let root = sets.root(of: teacher)
      let number = numbers[root] ?? pools.count
      if number == pools.count {
        numbers[root] = number
        pools.append(Pool())
      }
      pools[number].members.append(TeacherID(teacher))
      poolOfTeacher.append(number)
    }
    for number in pools.indices {
      pools[number].claims = Self.claims(pools[number].members.map { plan[$0].claim })
    }
    for session in programme.sessions {
      let template = plan.template(of: session)
      for need in template.needsTaught {
        guard let first = need.candidates.first, let number = poolOfTeacher[first.value] else {
          continue
        }
        pools[number].periods += max(1, template.periods)
      }
    }
  }

  /// Who claims nothing in particular counts as the mean of those who do. Where nobody claims anything,
  /// all count alike, but for those who say that they want none as long as there are others.
  static func claims(_ stated: [Int?]) -> [Int] {
    let known = stated.compactMap { $0 }
    let sum = known.reduce(0, +)
    if sum == 0 { return stated.map { $0 == nil || known.count == stated.count ? 1 : 0 } }
    return stated.map { $0 ?? (sum + known.count / 2) / known.count }
  }
}

extension Teacher {
  /// The minutes by which their share of the hours is measured: their norm, or what they wish where
  /// that is more; nil for the share of anybody.
  public var claim: Int? {
    guard let norm else { return wish }
    return max(norm, wish ?? 0)
  }
}

extension SessionTemplate {
  /// The needs of those who teach it, without those who only speak in items of its agenda.
  public var needsTaught: ArraySlice<TeacherNeed> {
    teachers.dropLast(min(teachersOfItems, teachers.count))
  }
}
