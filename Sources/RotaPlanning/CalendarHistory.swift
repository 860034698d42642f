/// What calendars have been given of each session since there is a publication. It only grows: what
/// others have read is not taken back with the timetable, and the numbers of an event's versions must
/// never fall.
public struct CalendarHistory: Hashable, Sendable {
  public var entries: [SessionIdentity: Publication.Entry]
  /// The number with which events begin that are not among the entries: more than any had that was
  /// forgotten.
  public var firstSequence: Int
  /// The classes that have been given any, also those of a publication that was taken back.
  public var classes: KnownClasses

  public init(
    entries: [SessionIdentity: Publication.Entry] = [:], firstSequence: Int = 0,
    classes: KnownClasses = KnownClasses()
  ) {
    self.entries = entries
    self.firstSequence = firstSequence
    self.classes = classes
  }

  public var isEmpty: Bool { entries.isEmpty && firstSequence == 0 && classes.isEmpty }

  /// What calendars have after an export.
  ///
  /// - Parameters:
  ///   - publication: the timetable at hand, as the next publication would have it.
  ///   - present: the classes that there are now.
  public func next(_ publication: Publication, present: KnownClasses) -> CalendarHistory {
    let gone = classes.beyond(present)
    let now = gone.isEmpty ? publication : publication.with(nothingFor: gone)
    var next = now.entries.mapValues { entry in
      var entry = entry
      entry.sequence = max(entry.sequence, firstSequence)
      return entry
    }
    for (session, told) in entries {
      next[session] = now.entries[session]?.following(told) ?? told.cancelled
    }
    return CalendarHistory(
      entries: next, firstSequence: firstSequence, classes: classes.and(publication.classes))
  }

  /// The classes that people have been told of, in calendars or by a publication.
  public func classes(known publication: Publication?) -> KnownClasses {
    publication.map { classes.and($0.classes) } ?? classes
  }

  /// Without what need not be told any more.
  public func remembered(within dates: ClosedRange<Day>?) -> CalendarHistory {
    var history = self
    for (session, entry) in entries {
      history.entries[session] = entry.remembered(within: dates)
      if history.entries[session] == nil { history.forget(entry) }
    }
    return history
  }

  /// Takes what is known of a session from elsewhere, where it is news.
  public mutating func take(_ entry: Publication.Entry, of session: SessionIdentity) {
    if let known = entries[session], known.sequence >= entry.sequence { return }
    entries[session] = entry
  }

  /// An event that others may still have, and that is to be kept nowhere.
  public mutating func forget(_ entry: Publication.Entry) {
    firstSequence = max(firstSequence, entry.sequence + 1)
  }
}
