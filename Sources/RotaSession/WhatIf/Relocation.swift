import RotaDiagnostics
import RotaLanguage
import RotaPlanning
import RotaSyntax

/// A session that one timetable holds and another holds otherwise, or not at all.
struct Relocation: Sendable, Equatable {
  var session: SessionIdentity
  var from: Timetable.Placement
  var to: Timetable.Placement?

  /// In the order of the sessions' identities. A lock is no place.
  static func all(from earlier: Timetable, to later: Timetable) -> [Relocation] {
    earlier.placements.compactMap { session, from -> Relocation? in
      let to = later.placements[session]
      return from.isHeld(as: to) ? nil : Relocation(session: session, from: from, to: to)
    }.sorted { $0.session < $1.session }
  }

  static func count(from earlier: Timetable, to later: Timetable) -> Int {
    earlier.placements.count { !$0.value.isHeld(as: later.placements[$0.key]) }
  }

  func text(_ derived: Derived) -> String {
    "\(SessionReference.text(session, in: derived)): \(from.words) -> \(to?.words ?? "no place")"
  }

  func row(_ derived: Derived) -> Row {
    var row = Row()
    row.set("moved", SessionReference.text(session, in: derived))
    row.set("from", from.words)
    row.set("to", to?.words)
    return row
  }

  static let fields = ["moved", "from", "to"]
}

extension Timetable.Placement {
  /// The same time, places and teachers, locked or not.
  func isHeld(as other: Timetable.Placement?) -> Bool {
    guard let other else { return false }
    return day == other.day && period == other.period && places == other.places
      && teachers == other.teachers
  }

  /// Time, place and teachers as a statement has them: `2027-03-01 am in Hall by Rivera`.
  var words: String {
    func names(_ list: [String]) -> String {
      list.map { NameSyntax.quoteIfNeeded($0) }.joined(separator: ", ")
    }
    return "\(day.iso) \(NameSyntax.quoteIfNeeded(period))"
      + (places.isEmpty ? "" : " in " + names(places))
      + (teachers.isEmpty ? "" : " by " + names(teachers))
  }
}
