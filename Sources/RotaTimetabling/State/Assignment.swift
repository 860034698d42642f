/// Where every session is, and what every rule has counted for that.
///
/// `insert` and `remove` keep all rules' counts; they check nothing. What a session holds besides
/// its fixed members stands in `holder` and may change only while the session is out.
struct Assignment: ~Copyable {
  let problem: Problem
  /// First slot of each session; -1 while it has no place in the timetable.
  private(set) var start: Counts
  /// The resource of each member, or -1.
  var holder: Counts
  private(set) var lists: DayLists
  private(set) var loads: LoadRule
  private(set) var conflicts: ConflictRule
  private(set) var tallies: TallyRule
  var buses: BusRule
  private(set) var days: DayShapeWish
  private(set) var rooms: SameRoomWish
  private(set) var balance: BalanceWish
  private(set) var load: LoadWish
  private(set) var shared: SharedPlacesWish
  private(set) var exchange: ExchangeWish
  private(set) var early: EarlyWish
  private(set) var seats = SeatWish()
  private(set) var spread: SpreadWish
  private(set) var avoid = AvoidWish()
  private(set) var near: NearWish
  private(set) var doubles = DoublesWish()
  private(set) var groups = GroupsWish()
  private(set) var keep = KeepWish()
  private(set) var placedCount = 0

  init(_ problem: Problem) {
    self.problem = problem
    start = Counts(repeating: -1, count: problem.sessionCount)
    holder = Counts(problem.memberResource)
    lists = DayLists(dayLists: problem.dayListCount, members: problem.memberResource.count)
    loads = LoadRule(problem)
    tallies = TallyRule(problem)
    buses = BusRule(problem)
    days = DayShapeWish(problem)
    rooms = SameRoomWish(problem)
    balance = BalanceWish(problem)
    load = LoadWish(problem)
    shared = SharedPlacesWish(problem)
    exchange = ExchangeWish(problem)
    early = EarlyWish()
    spread = SpreadWish(problem)
    near = NearWish(problem)
    conflicts = ConflictRule(problem)
  }

  /// The cost by the plan's preferences.
  @inline(__always)
  var cost: Int {
    days.gaps * problem.gapWeight + days.lonely * problem.lonelyWeight + days.loads
      + days.unevenness * problem.evenWeight + rooms.excessOfClasses * problem.roomWeight
      + rooms.excessOfSeries * problem.moduleRoomWeight + seats.lacking * problem.seatWeight
      + spread.missing * problem.spreadWeight + balance.spread * problem.balanceWeight
      + exchange.difference * problem.exchangeWeight + load.squares * problem.loadWeight
      + shared.weighted
      + near.changes * problem.nearWeight + doubles.alone * problem.doublesWeight
      + groups.apart * problem.groupsWeight + early.weighted + avoid.weighted + keep.weighted
  }

  /// What tells timetables of equal cost apart: how much is elsewhere than it was and then, but for a
  /// repair, days even and compact, sessions early. No part of the cost.
  @inline(__always)
  var untidiness: Int {
    problem.repairs
      ? keep.changes
      : keep.changes * Self.leastApart + days.gaps + days.unevenness + early.positions
  }

  /// Above any difference that a move makes to how tidy a timetable is.
  private static let leastApart = 1 << 24

  @inline(__always)
  func isPlaced(_ session: Int) -> Bool { start[session] >= 0 }
  @inline(__always)
  func end(_ session: Int) -> Int { start[session] + problem.length[session] }
  @inline(__always)
  func day(_ session: Int) -> Int { problem.dayOfSlot[start[session]] }
  /// The main place of a session, or -1.
  @inline(__always)
  func place(_ session: Int) -> Int { holder[problem.placeMember[session]] }

  mutating func insert(_ session: Int, at slot: Int) {
    start[session] = slot
    placedCount += 1
    count(session, by: 1)
  }

  mutating func remove(_ session: Int) {
    count(session, by: -1)
    start[session] = -1
    placedCount -= 1
  }

  /// Enters a session into all counts, or takes it out of them.
  @inline(__always)
  private mutating func count(_ session: Int, by sign: Int) {
    let slots = start[session]..<end(session)
    let day = problem.dayOfSlot[slots.lowerBound]
    for member in problem.members(session) {
      let resource = holder[member]
      if resource < 0 { continue }
      let list = problem.dayRow[resource] + day
      if sign > 0 { lists.link(member, into: list) } else { lists.unlink(member, from: list) }
      loads.change(problem, resource, by: sign * demand(of: member, session, resource), slots)
      if problem.hasAvoidWish, avoids(member, session, resource) {
        avoid.change(problem, session, resource, slots.lowerBound, by: sign)
      }
    }
    conflicts.change(problem, session, slots, by: sign)
    spread.change(problem, session, day, by: sign)
    for index in problem.sessionTallies.range(session) {
      tallies.change(problem, problem.sessionTallies.items[index], day, by: sign)
    }
    for member in problem.teacherMembers(session) where holder[member] >= 0 {
      tallies.changeTeacher(problem, holder[member], day, by: sign)
      balance.change(problem, member, holder[member], by: sign)
      exchange.change(problem, session, holder[member], by: sign)
      load.change(problem, session, member, holder[member], by: sign)
    }
    let place = place(session)
    if place >= 0 {
      changeBuses(session, place, slots, by: sign)
      rooms.change(problem, session, place, by: sign)
      seats.change(problem, session, place, by: sign)
      near.change(problem, session, place, slots, by: sign)
      shared.change(problem, session, place, by: sign)
    }
    if problem.doublesWeight > 0, problem.isInDoubles[problem.seriesOf[session]] {
      doubles.change(by: sign * aloneWithout(session))
    }
    if problem.groupsWeight > 0, problem.roundOf[session] >= 0 {
      groups.change(by: sign * apartWithout(session))
    }
    if problem.hasHomes, problem.hasHome[session] {
      keep.change(
        problem, session, slots.lowerBound, place, hasHomeTeachers: hasHomeTeachers(session),
        by: sign)
    }
    days.change(problem, session, day, slots, by: sign)
    early.change(problem, session, slots.lowerBound, by: sign)
  }

  /// How much of a resource a member takes. A chair who also teaches is there once.
  @inline(__always)
  func demand(of member: Int, _ session: Int, _ resource: Int) -> Int {
    if member < problem.placeMember[session] { return problem.memberDemand[member] }
    if member == problem.placeMember[session] { return problem.demand(session, on: resource) }
    return resource == problem.chair[session] ? 0 : 1
  }

  /// Whether wishes about the times of a resource concern it as a member: of places and of those who
  /// teach, not of those in the chair.
  @inline(__always)
  func avoids(_ member: Int, _ session: Int, _ resource: Int) -> Bool {
    if problem.isTeacher(resource) { return member > problem.placeMember[session] }
    // A place to which the session is also streamed is there once.
    return problem.isPlace(resource)
      && (member != problem.placeMember[session] || problem.demand(session, on: resource) > 0)
  }

  /// Enters a locked session where it is, with the places and teachers that it has.
  mutating func insertLocked(_ session: Int, at slot: Int) {
    takeHoldersGiven(session)
    insert(session, at: slot)
  }

  mutating func takeHoldersGiven(_ session: Int) {
    let first = problem.placeMember[session]
    for member in first..<problem.members(session).upperBound {
      holder[member] = problem.memberAtFirst[member]
    }
  }

  /// Counts everything from nothing and gives the names of the rules whose counts have drifted.
  func drift() -> [String] {
    var fresh = Assignment(problem)
    for member in 0..<holder.count { fresh.holder[member] = holder[member] }
    for session in 0..<problem.sessionCount where start[session] >= 0 {
      fresh.insert(session, at: start[session])
    }
    var names: [String] = []
    if loads.load.differences(from: fresh.loads.load) > 0 { names.append("loads") }
    if conflicts.blocked.differences(from: fresh.conflicts.blocked) > 0 {
      names.append("conflicts")
    }
    if tallies.count.differences(from: fresh.tallies.count) > 0 { names.append("tallies") }
    if buses.out.differences(from: fresh.buses.out) > 0 { names.append("buses") }
    if lists.size() != fresh.lists.size() { names.append("day lists") }
    if days.gaps != fresh.days.gaps { names.append("compact days") }
    if days.unevenness != fresh.days.unevenness { names.append("even days") }
    if days.lonely != fresh.days.lonely { names.append("no lonely period") }
    if days.loads != fresh.days.loads { names.append("periods per day") }
    if rooms.excessOfClasses != fresh.rooms.excessOfClasses
      || rooms.excessOfSeries != fresh.rooms.excessOfSeries
    {
      names.append("same room")
    }
    if seats.lacking != fresh.seats.lacking { names.append("enough seats") }
    if spread.missing != fresh.spread.missing { names.append("spread days") }
    if near.changes != fresh.near.changes { names.append("near") }
    if doubles.alone != fresh.doubles.alone { names.append("doubles") }
    if groups.apart != fresh.groups.apart { names.append("rotated groups") }
    if keep.weighted != fresh.keep.weighted || keep.changes != fresh.keep.changes {
      names.append("keep published")
    }
    if avoid.weighted != fresh.avoid.weighted { names.append("avoid") }
    if balance.spread != fresh.balance.spread { names.append("balanced teachers") }
    if exchange.difference != fresh.exchange.difference { names.append("balanced exchange") }
    if load.squares != fresh.load.squares { names.append("balanced load") }
    if shared.weighted != fresh.shared.weighted { names.append("shared places") }
    if early.weighted != fresh.early.weighted || early.positions != fresh.early.positions {
      names.append("early")
    }
    if placedCount != fresh.placedCount { names.append("placed") }
    return names
  }
}
