/// The timetable that people have been given, as it was when they were given it. It is kept by names,
/// dates and times of day, so that it outlives every change of the plan.
public struct Publication: Hashable, Sendable {
  /// What people know of one session.
  public struct Entry: Hashable, Sendable {
    public var placement: Timetable.Placement
    /// From start to end, in minutes of the day; empty where the plan has no such period.
    public var minutes: Range<Int>
    /// How often what people know of it has changed since they first heard of it.
    public var sequence: Int
    /// People have been told that it is off.
    public var isCancelled: Bool
    /// Classes that its name would have attend it, and that do not; in order.
    public var absent: [ClassNumber]
    /// Who had it and has it no more, in the order of when they had it.
    public var former: [FormerHolding]

    public init(
      placement: Timetable.Placement, minutes: Range<Int>, sequence: Int = 0,
      isCancelled: Bool = false, absent: [ClassNumber] = [], former: [FormerHolding] = []
    ) {
      self.placement = placement
      self.placement.isLocked = false
      self.minutes = minutes
      self.sequence = sequence
      self.isCancelled = isCancelled
      self.absent = absent
      self.former = former
    }
  }

  /// Part of where a session stands.
  public enum Aspect: String, Hashable, Sendable, CaseIterable { case times, places, teachers }

  /// From 1; each publication has the next number.
  public var number: Int
  public var day: Day
  public var entries: [SessionIdentity: Entry]
  /// Empty where nothing is known of it: then people know of all classes that there are.
  public var classes: KnownClasses

  public init(
    number: Int, day: Day, entries: [SessionIdentity: Entry], classes: KnownClasses = KnownClasses()
  ) {
    self.number = number
    self.day = day
    self.entries = entries
    self.classes = classes
  }

  /// Where a session stands as far as people know; nil where they know of none or that it is off.
  public func standing(_ session: SessionIdentity) -> Entry? {
    entries[session].flatMap { $0.isCancelled ? nil : $0 }
  }

  /// The days on which people expect sessions.
  public var days: Set<Day> {
    Set(entries.values.filter { !$0.isCancelled }.map(\.placement.day))
  }

  /// How many sessions people expect.
  public var sessionCount: Int { entries.values.count { !$0.isCancelled } }
}

extension Publication.Entry {
  /// In what it stands elsewhere than another one. The first place is the one where the teacher is;
  /// the order of the others, and of teachers, tells nothing.
  public func differences(from other: Self) -> [Publication.Aspect] {
    Publication.Aspect.allCases.filter { aspect in
      switch aspect {
      case .times: placement.day != other.placement.day || minutes != other.minutes
      case .places:
        placement.places.first != other.placement.places.first
          || Set(placement.places) != Set(other.placement.places)
      case .teachers: Set(placement.teachers) != Set(other.placement.teachers)
      }
    }
  }

  /// The same session, off.
  var cancelled: Self {
    var entry = self
    if !isCancelled { entry.sequence += 1 }
    entry.isCancelled = true
    return entry
  }

  /// The same, told to people who know another one: with a higher number where it is other than that,
  /// and with all who had it then.
  func following(_ before: Self) -> Self {
    var next = self
    let isSame =
      isCancelled == before.isCancelled
      && (isCancelled || (differences(from: before).isEmpty && absent == before.absent))
    next.sequence = max(sequence, before.sequence + (isSame ? 0 : 1))
    next.former = FormerHolding.all(of: before, and: former, notIn: self)
    return next
  }

  mutating func add(absent more: [ClassNumber]) {
    if more.isEmpty { return }
    absent = Set(absent).union(more).sorted()
  }

  /// Somebody had it, too.
  public mutating func add(_ holding: FormerHolding) {
    if !former.contains(holding) { former.append(holding) }
  }

  /// What need not be told any more, because it was to be outside the plan's dates: that somebody has
  /// lost the session; nil where it is off itself.
  func remembered(within dates: ClosedRange<Day>?) -> Self? {
    guard let dates else { return self }
    if isCancelled, !dates.contains(placement.day) { return nil }
    if former.allSatisfy({ dates.contains($0.day) }) { return self }
    var entry = self
    entry.former.removeAll { !dates.contains($0.day) }
    return entry
  }
}

/// What becomes of one session between what people have been given and a timetable.
public struct TimetableChange: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// Not empty.
    case moved([Publication.Aspect])
    /// Other classes attend it, at the same time and place.
    case attendance
    case added
    case cancelled
  }
  public var session: SessionIdentity
  public var kind: Kind
  /// Nil where it is added.
  public var before: Publication.Entry?
  /// With the sequence that it will have; cancelled where it is.
  public var after: Publication.Entry

  public init(
    session: SessionIdentity, kind: Kind, before: Publication.Entry?, after: Publication.Entry
  ) {
    self.session = session
    self.kind = kind
    self.before = before
    self.after = after
  }
}

extension Publication {
  /// What a timetable holds, as people would be given it for the first time.
  public static func entries(
    plan: Plan, programme: Programme, timetable: Timetable
  ) -> [SessionIdentity: Entry] {
    var entries: [SessionIdentity: Entry] = [:]
    entries.reserveCapacity(timetable.placements.count)
    for session in programme.sessions {
      guard let placement = timetable.placements[session.identity] else { continue }
      entries[session.identity] = Entry(
        placement: placement, minutes: plan.minutes(of: session, at: placement),
        absent: programme.absent(from: session))
    }
    return entries
  }

  /// The next one: a timetable given to people who have this one, or none. Of sessions that are off it
  /// keeps where they were, and of all sessions who had them, so that they can be told; until the plan's
  /// dates leave behind when that was.
  public static func next(
    after last: Publication?, on day: Day, plan: Plan, programme: Programme, timetable: Timetable
  ) -> Publication {
    let present = KnownClasses(programme, plan)
    let last = last?.with(newcomersAmong: present)
    var entries = entries(plan: plan, programme: programme, timetable: timetable)
    // A class that is gone attends nothing any more, and must be told so like one that stays away.
    for former in last.map({ FormerName.audiences(in: $0, notIn: programme, plan) }) ?? [] {
      guard case .studyClass(let one) = former.sort else { continue }
      for session in entries.keys
      where session.rotation == former.name && session.audience.isOfRun(one.run) {
        entries[session]?.add(absent: [one])
      }
    }
    for (session, before) in last?.entries ?? [:] {
      let now = entries[session]?.following(before) ?? before.cancelled
      entries[session] = now.remembered(within: plan.calendar.dates)
    }
    return Publication(
      number: (last?.number ?? 0) + 1, day: day, entries: entries,
      classes: (last?.classes ?? KnownClasses()).and(present))
  }

  /// The same as it concerns all classes that there are now: a class that people did not know of
  /// attended nothing.
  public func with(newcomersAmong present: KnownClasses) -> Publication {
    let newcomers = classes.isEmpty ? KnownClasses() : present.beyond(classes)
    return newcomers.isEmpty ? self : with(nothingFor: newcomers)
  }

  /// The same as it concerns classes that attend nothing of it, whatever the names of sessions say.
  func with(nothingFor classes: KnownClasses) -> Publication {
    var publication = self
    for session in entries.keys {
      publication.entries[session]?.add(absent: classes.attending(session))
    }
    return publication
  }

  /// What is different in another one that follows this one, in the order of time: of where a session
  /// is going to be, or was.
  public func changes(to next: Publication) -> [TimetableChange] {
    var changes: [TimetableChange] = []
    let known = with(newcomersAmong: next.classes)
    for (session, after) in next.entries {
      let before = known.standing(session)
      switch (before, after.isCancelled) {
      case (nil, true): continue
      case (nil, false):
        changes.append(TimetableChange(session: session, kind: .added, before: nil, after: after))
      case (let before?, true):
        changes.append(
          TimetableChange(session: session, kind: .cancelled, before: before, after: after))
      case (let before?, false):
        let aspects = after.differences(from: before)
        if aspects.isEmpty, after.absent == before.absent { continue }
        changes.append(
          TimetableChange(
            session: session, kind: aspects.isEmpty ? .attendance : .moved(aspects), before: before,
            after: after))
      }
    }
    return changes.sorted { ($0.when, $0.session) < ($1.when, $1.session) }
  }
}

extension TimetableChange {
  fileprivate var when: Int { after.placement.day.number * 1440 + after.minutes.lowerBound }
}

extension Plan {
  /// When a session is held by its placement, in minutes of the day: to the end of its last period, or,
  /// where it does not fit from there on, of its first. Empty where there is no such period at all.
  public func minutes(of session: Session, at placement: Timetable.Placement) -> Range<Int> {
    if let slot = calendar.slotIndex(of: placement.day, period: placement.period) {
      let template = template(of: session)
      let span = calendar.span(
        from: slot, periods: template.periods, acrossBreaks: template.acrossBreaks)
      return calendar.minutes(of: span ?? slot..<(slot + 1))
    }
    let weekday = placement.day.weekday
    let periods = calendar.periods.filter { $0.name == placement.period }
    let own = periods.first { $0.weekdays?.contains(weekday) == true }
    return (own ?? periods.first { $0.weekdays == nil })?.times ?? 0..<0
  }
}
