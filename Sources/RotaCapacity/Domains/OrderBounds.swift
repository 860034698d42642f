import RotaPlanning

/// Cuts off starts that are too early or too late by order rules, until nothing changes.
///
/// What is cut off is impossible in every timetable, so that a session that keeps no start is a
/// proof. The rule that set each bound is kept to tell the chain.
struct OrderBounds {
  /// A session without a start, and the sessions that force it late and early.
  struct Conflict: Sendable {
    var session: Int
    /// From the session backwards: each begins before or with the one before it in the list.
    var before: [Int]
    /// From the session onwards.
    var after: [Int]
    /// The slots between which it would have to begin.
    var earliest: Int
    var latest: Int
    /// The pass through the rules in which it came up.
    var pass: Int

    /// The same with sessions numbered otherwise.
    func mapped(_ number: (Int) -> Int) -> Self {
      var conflict = self
      conflict.session = number(session)
      conflict.before = before.map(number)
      conflict.after = after.map(number)
      return conflict
    }
  }

  private let calendar: TeachingCalendar
  private let rules: [OrderRule]
  private let periods: [Int]
  private var domains: Domains
  /// First and last start of each session, kept beside the domains for speed.
  private var lows: [Int]
  private var highs: [Int]
  private var lowCause: [Int?]
  private var highCause: [Int?]
  private(set) var conflicts: [Conflict] = []
  /// Rules are looked at one by one, each look with a number; by rule the number of its last look, and
  /// by session of that which last changed its bounds. A rule between sessions that have not changed
  /// since has nothing new to say.
  private var looks = 0
  private var passes = 0
  private var lastLook: [Int]
  private var lastChange: [Int]

  /// Domains with all that can be cut off, and the sessions that lost every start to it.
  static func tighten(
    _ domains: Domains, rules: [OrderRule], calendar: TeachingCalendar, periods: [Int],
    _ cancellation: Cancellation
  ) throws(Cancellation.Requested) -> (domains: Domains, conflicts: [Conflict]) {
    var bounds = OrderBounds(domains, rules: rules, calendar: calendar, periods: periods)
    // Long chains need as many passes as links.
    for _ in 0..<60 {
      guard try bounds.pass(cancellation) else { break }
    }
    return (bounds.domains, bounds.conflicts)
  }

  private init(
    _ domains: Domains, rules: [OrderRule], calendar: TeachingCalendar, periods: [Int]
  ) {
    self.domains = domains
    self.rules = rules
    self.calendar = calendar
    self.periods = periods
    lows = domains.ofSession.indices.map { domains.starts($0).first ?? 0 }
    highs = domains.ofSession.indices.map { domains.starts($0).last ?? 0 }
    lowCause = Array(repeating: nil, count: periods.count)
    highCause = lowCause
    lastLook = Array(repeating: 0, count: rules.count)
    lastChange = Array(repeating: 0, count: periods.count)
  }

  /// Goes through all rules once; false when nothing changed.
  private mutating func pass(_ cancellation: Cancellation) throws(Cancellation.Requested) -> Bool {
    var changed = false
    passes += 1
    for index in rules.indices {
      try cancellation.check()
      let rule = rules[index]
      let last = lastLook[index]
      if lastChange[rule.first] < last, lastChange[rule.second] < last { continue }
      looks += 1
      lastLook[index] = looks
      guard !isEmpty(rule.first), !isEmpty(rule.second) else { continue }
      let (low, high) = demands(rule)
      if let low { changed = raise(rule.second, to: low, because: index) || changed }
      if let high, !isEmpty(rule.second) {
        changed = lower(rule.first, to: high, because: index) || changed
      }
      guard !isEmpty(rule.first), !isEmpty(rule.second) else { continue }
      let (otherHigh, otherLow) = reverseDemands(rule)
      if let otherHigh { changed = lower(rule.second, to: otherHigh, because: index) || changed }
      if let otherLow, !isEmpty(rule.second) {
        changed = raise(rule.first, to: otherLow, because: index) || changed
      }
    }
    return changed
  }

  /// The earliest start of the second session, and the latest of the first.
  private func demands(_ rule: OrderRule) -> (low: Int?, high: Int?) {
    let first = bounds(rule.first)
    let second = bounds(rule.second)
    switch rule.kind {
    case .precedes, .adjoins:
      return (first.low + periods[rule.first], second.high - periods[rule.first])
    case .days(let days):
      return (
        firstSlot(from: day(first.low) + days), lastSlot(upTo: day(second.high) - days)
      )
    case .within(let days):
      return (
        firstSlot(from: day(first.low) - days), lastSlot(upTo: day(second.high) + days)
      )
    }
  }

  /// The latest start of the second session, and the earliest of the first.
  private func reverseDemands(_ rule: OrderRule) -> (high: Int?, low: Int?) {
    let first = bounds(rule.first)
    let second = bounds(rule.second)
    switch rule.kind {
    case .precedes, .days: return (nil, nil)
    case .adjoins:
      return (first.high + periods[rule.first], second.low - periods[rule.first])
    case .within(let days):
      return (
        lastSlot(upTo: day(first.high) + days), firstSlot(from: day(second.low) - days)
      )
    }
  }

  private func isEmpty(_ session: Int) -> Bool { domains.ofSession[session].bounds.isEmpty }

  private func bounds(_ session: Int) -> (low: Int, high: Int) {
    (lows[session], highs[session])
  }

  private func day(_ slot: Int) -> Int { calendar.day(ofSlot: slot).number }

  private mutating func raise(_ session: Int, to low: Int, because rule: Int) -> Bool {
    let old = bounds(session)
    guard low > old.low else { return false }
    var domain = domains.ofSession[session]
    let list = domains.lists[domain.list]
    var index = domain.bounds.lowerBound
    while index < domain.bounds.upperBound, list[index] < low { index += 1 }
    domain.bounds = index..<domain.bounds.upperBound
    domains.ofSession[session] = domain
    lastChange[session] = looks
    lowCause[session] = rule
    if domain.bounds.isEmpty {
      conflict(session, earliest: low, latest: old.high)
    } else {
      lows[session] = list[index]
    }
    return true
  }

  private mutating func lower(_ session: Int, to high: Int, because rule: Int) -> Bool {
    let old = bounds(session)
    guard high < old.high else { return false }
    var domain = domains.ofSession[session]
    let list = domains.lists[domain.list]
    var index = domain.bounds.upperBound
    while index > domain.bounds.lowerBound, list[index - 1] > high { index -= 1 }
    domain.bounds = domain.bounds.lowerBound..<index
    domains.ofSession[session] = domain
    lastChange[session] = looks
    highCause[session] = rule
    if domain.bounds.isEmpty {
      conflict(session, earliest: old.low, latest: high)
    } else {
      highs[session] = list[index - 1]
    }
    return true
  }

  private mutating func conflict(_ session: Int, earliest: Int, latest: Int) {
    func chain(_ causes: [Int?]) -> [Int] {
      var chain: [Int] = []
      var at = session
      while let cause = causes[at], chain.count < 12 {
        let rule = rules[cause]
        at = rule.first == at ? rule.second : rule.first
        if at == session || chain.contains(at) { break }
        chain.append(at)
      }
      return chain
    }
    conflicts.append(
      Conflict(
        session: session, before: chain(lowCause), after: chain(highCause), earliest: earliest,
        latest: latest, pass: passes))
  }

  private func firstSlot(from day: Int) -> Int {
    let index = firstDay(from: day)
    return index < calendar.days.count
      ? calendar.days[index].slots.lowerBound : calendar.slots.count
  }

  private func lastSlot(upTo day: Int) -> Int {
    let index = firstDay(from: day + 1)
    return index > 0 ? calendar.days[index - 1].slots.upperBound - 1 : -1
  }

  /// Index of the first teaching day from a day number on.
  private func firstDay(from number: Int) -> Int {
    var low = 0
    var high = calendar.days.count
    while low < high {
      let middle = (low + high) / 2
      if calendar.days[middle].day.number < number { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
