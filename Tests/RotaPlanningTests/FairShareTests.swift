import RotaPlanning
import Testing

@Suite struct FairShareTests {
  @Test func whatCannotBeDividedIsNobodysFault() {
    let third = FairShare(weight: 1, of: 3)
    #expect((0...4).map { third.unitsOff(having: $0, of: 4) } == [1, 0, 0, 1, 2])
    #expect(third.share(of: 40) == 13)
    #expect(FairShare(weight: 0, of: 0).unitsOff(having: 2, of: 5) == 2)
  }

  /// Teachers 0 and 1 share a lecture, 1 and 2 another, 3 gives one alone.
  private func pools(_ stated: [(norm: Int?, wish: Int?)]) -> TeacherPools {
    var plan = Plan()
    plan.teachers = stated.enumerated().map { number, stated in
      var teacher = Teacher(name: "\(number)")
      teacher.norm = stated.norm
      teacher.wish = stated.wish
      return teacher
    }
    var module = Module(name: "M")
    for candidates in [[0, 1], [1, 2], [3], [0]] {
      var template = SessionTemplate(name: "L\(candidates)", form: "lecture")
      template.periods = 2
      template.teachers = [.init(candidates: candidates.map { TeacherID($0) })]
      module.sessions.append(template)
    }
    plan.modules = [module]
    var programme = Programme()
    for number in module.sessions.indices {
      programme.sessions.append(
        Session(
          identity: SessionIdentity(
            rotation: "R", audience: .run(1), module: "M", session: module.sessions[number].name,
            meeting: 1), rotation: RotationID(0), module: ModuleID(0), template: number, atoms: [],
          classes: [], runs: [], people: 0, days: [], places: [], needsPlace: false))
    }
    return TeacherPools(plan: plan, programme: programme)
  }

  @Test func whoCanStandInForEachOtherShares() {
    let sharing = pools([(nil, nil), (nil, nil), (nil, nil), (nil, nil)])
    #expect(sharing.poolOfTeacher == [0, 0, 0, nil])
    #expect(sharing.pools.map(\.members) == [[TeacherID(0), TeacherID(1), TeacherID(2)]])
    // What one of them alone gives is of the hours that are shared.
    #expect(sharing.pools.map(\.periods) == [6])
    #expect(sharing.pools[0].claims == [1, 1, 1])
  }

  @Test func normsComeBeforeWishesAndTheMeanBehindThem() {
    #expect(pools([(40, 10), (nil, 20), (nil, nil), (9, 9)]).pools[0].claims == [40, 20, 30])
    // More than one owes one may wish.
    #expect(pools([(40, 60), (20, nil), (20, 20), (nil, nil)]).pools[0].claims == [60, 20, 20])
    // Somebody who wants none gets none as long as there are others.
    #expect(pools([(nil, 0), (nil, nil), (nil, nil), (nil, nil)]).pools[0].claims == [0, 1, 1])
    #expect(pools([(nil, 0), (0, nil), (nil, 0), (nil, nil)]).pools[0].claims == [1, 1, 1])
  }
}
