import RotaDiagnostics
import RotaPlanning

/// How long, how often and when a session meets.
extension Elaboration {
  mutating func elaborateTime(_ clause: EvaluatedClause, of session: inout SessionTemplate) {
    switch clause.entry.word {
    case "periods":
      session.periods = integer(clause, "count", 1...20, "periods") ?? session.periods
    case "times":
      session.meetings = integer(clause, "count", 1...1_000, "meetings") ?? session.meetings
    case "at most":
      session.mostPerDay = integer(clause, "count", 1...1_000, "meetings") ?? session.mostPerDay
    case "over at least":
      session.leastDays = integer(clause, "days", 1...1_000, "days") ?? session.leastDays
    case "in doubles": session.inDoubles = true
    case "first": session.isFirst = true
    case "last": session.isLast = true
    case "before the stay": session.phase = .before(days: calendarDays(clause))
    case "after the stay": session.phase = .after(days: calendarDays(clause))
    case "first day": session.onFirstDay = true
    case "last day": session.onLastDay = true
    case "not first day": session.notFirstDay = true
    case "not last day": session.notLastDay = true
    case "on day": session.onDays = days(clause)
    case "not on day": session.notOnDays = days(clause) ?? []
    case "on": session.within = windows(clause)
    case "not on": session.excluded += windows(clause)
    case "at": session.atPeriods = periodSet(clause)
    case "not at": session.notAtPeriods = periodSet(clause)
    case "morning": session.startsWithin = 0..<720
    case "afternoon": session.startsWithin = 720..<1080
    case "evening": session.startsWithin = 1080..<1440
    case "across breaks": session.acrossBreaks = true
    default: session.relations += relations(clause)
    }
  }

  private mutating func calendarDays(_ clause: EvaluatedClause) -> Int? {
    integer(clause, "days", 1...36_525, "days")
  }

  private mutating func days(_ clause: EvaluatedClause) -> Set<Int>? {
    guard let numbers = clause.numbers("numbers", upTo: 10_000) else {
      report(
        LanguageMessages.outOfRange(
          "days of a run", 1...10_000, clause.value("numbers"), at: clause.range(of: "numbers")))
      return nil
    }
    return Set(numbers)
  }

  private mutating func periodSet(_ clause: EvaluatedClause) -> Set<String> {
    var set: Set<String> = []
    for (name, range) in clause.names("periods") {
      if periods.contains(name) {
        set.insert(name)
      } else {
        report(
          LanguageMessages.unknownName(name, sort: "period", near: periods.sorted(), at: range))
      }
    }
    return set
  }

  private mutating func relations(_ clause: EvaluatedClause) -> [SessionTemplate.Relation] {
    let kind: SessionTemplate.Relation.Kind
    switch clause.entry.word {
    case "after": kind = .after
    case "before": kind = .before
    case "right after": kind = .rightAfter
    case "same day as": kind = .sameDay
    case "not same day as": kind = .notSameDay
    case "at least":
      kind = .atLeastDaysAfter(integer(clause, "days", 0...36_525, "days") ?? 0)
    case "within": kind = .withinDays(integer(clause, "days", 0...36_525, "days") ?? 0)
    default: return []
    }
    var relations: [SessionTemplate.Relation] = []
    for (name, range) in clause.names("sessions") + clause.names("session") {
      if sessionNames.contains(name) {
        relations.append(.init(kind: kind, session: name, origin: clause.range))
      } else {
        report(
          LanguageMessages.unknownName(
            name, sort: "session", near: sessionNames.sorted(), at: range))
      }
    }
    return relations
  }
}
