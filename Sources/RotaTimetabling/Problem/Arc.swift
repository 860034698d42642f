/// What a session must keep to another one, seen from the first. Every rule of order stands in the
/// problem twice, once from each side.
struct Arc: Equatable, Sendable {
  enum Kind: UInt8, Sendable {
    case after, before
    /// Begins in the slot where the other ends, or ends where the other begins; on one day.
    case rightAfter, rightBefore
    case sameDay, notSameDay
    /// At least `days` calendar days later, or earlier.
    case daysAfter, daysBefore
    case withinDays
  }
  /// What the planner said, for the words of a reason.
  enum Source: UInt8, Sendable { case relation, first, last }

  var other: Int32
  var days: Int32
  var kind: Kind
  var source: Source
}
