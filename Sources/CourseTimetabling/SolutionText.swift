import RotaDiagnostics
import RotaPlanning

/// What of a plan does not fit a solution of course timetabling, with the place of each.
public struct MisfitPlan: Error, Sendable {
  public let notes: [Diagnostic.Note]
}

/// A timetable as a solution of course timetabling: `course room day period`, a line for each
/// session that has a place, in the order of the programme. A course is a module; days are those of
/// the calendar, periods those of the day, both from 0.
public enum SolutionText {
  public static func text(
    plan: Plan, programme: Programme, timetable: Timetable
  ) throws(MisfitPlan) -> String {
    var notes = misfits(plan, programme)
    var text = ""
    for session in programme.sessions {
      guard let placement = timetable.placements[session.identity] else { continue }
      guard let slot = plan.calendar.slotIndex(of: placement.day, period: placement.period) else {
        notes.append(
          .init("\(placement.day.iso) \(placement.period) is no period of the calendar any more"))
        continue
      }
      let (day, period) = (plan.calendar.slots[slot].dayIndex, plan.calendar.slots[slot].position)
      let room = placement.places.first ?? ""
      text += "\(session.identity.module) \(room) \(day) \(period)\n"
    }
    if !notes.isEmpty { throw MisfitPlan(notes: notes) }
    return text
  }

  private static func misfits(_ plan: Plan, _ programme: Programme) -> [Diagnostic.Note] {
    var notes: [Diagnostic.Note] = []
    var audiences: [ModuleID: Set<SessionIdentity.Audience>] = [:]
    for session in programme.sessions {
      audiences[session.module, default: []].insert(session.identity.audience)
    }
    for module in audiences.keys.sorted() {
      let one = plan[module]
      let name = Wording.name(one.name)
      func add(_ message: String, _ origin: SourceRange?) {
        notes.append(.init("module \(name) \(message)", at: origin))
      }
      if hasBlanks(one.name) { add("has a blank in its name", one.origins.declared) }
      guard let template = one.sessions.first else { continue }
      if one.sessions.count > 1 {
        add("has \(one.sessions.count) sessions", one.origins.declared)
        continue
      }
      let origins = template.origins
      if audiences[module]?.count ?? 0 > 1 {
        add("is held for \(audiences[module]?.count ?? 0) audiences", origins.declared)
      }
      if template.periods > 1 { add("takes \(template.periods) periods", origins.of("periods")) }
      if template.places.isEmpty { add("needs no place", origins.declared) }
      if !template.streamedTo.isEmpty { add("is streamed", origins.of("streamed to")) }
    }
    let used = Set(programme.sessions.flatMap(\.places))
    for place in used.sorted() where hasBlanks(plan[place].name) {
      notes.append(
        .init(
          "\(plan[place].role.rawValue) \(Wording.name(plan[place].name)) has a blank in its name",
          at: plan[place].origins.declared))
    }
    return notes
  }

  /// What stands between the words of a line.
  private static func hasBlanks(_ name: String) -> Bool {
    name.isEmpty || name.utf8.contains { $0 == 0x20 || (0x09...0x0D).contains($0) }
  }
}
