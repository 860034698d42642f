import RotaPlanning

/// What the starts of a session depend on; sessions that agree in it share a domain.
private struct DomainKey: Hashable {
  var module: ModuleID
  var template: Int
  var days: [Int]
  var runs: [RunID]
  var excluded: [Window]
}

extension ProblemBuilder {
  mutating func addDomains() {
    var domains: [DomainKey: Int] = [:]
    var choices: [[Int]: Int] = [:]
    for index in 0..<problem.sessionCount {
      let session = programme.sessions[index]
      let template = template(index)
      let key = DomainKey(
        module: session.module, template: session.template, days: session.days,
        runs: template.hasDayRules ? session.runs : [],
        excluded: session.classes.flatMap { programme[$0].excluded })
      let domain = domains[key] ?? addDomain(key, template, session)
      domains[key] = domain
      problem.domainOf.append(domain)

      let choiceKey = choiceKey(index, domain)
      let choice = choices[choiceKey] ?? addChoices(index, domain)
      choices[choiceKey] = choice
      problem.choiceOf.append(choice)
    }
  }

  private mutating func addDomain(
    _ key: DomainKey, _ template: SessionTemplate, _ session: Session
  ) -> Int {
    let calendar = plan.calendar
    let availability = Availability(
      allowed: template.within, excluded: key.excluded + template.excluded)
    var starts: [Int] = []
    for day in key.days where day >= 0 && day < problem.dayCount {
      guard allowsDay(day, template, session) else { continue }
      for slot in calendar.days[day].slots where allowsPeriod(calendar.slots[slot], template) {
        guard
          let span = calendar.span(
            from: slot, periods: template.periods, acrossBreaks: template.acrossBreaks),
          availability.allows(calendar.days[day].day, calendar.minutes(of: span)),
          template.agenda.isEmpty || calendar.times(of: template.agenda, in: span) != nil
        else { continue }
        starts.append(slot)
      }
    }
    problem.domains.append(starts)
    problem.domainRow.append(addRow(starts))
    return problem.domains.count - 1
  }

  /// A session of several runs keeps the day rules in every one of its runs that has the day.
  private func allowsDay(_ day: Int, _ template: SessionTemplate, _ session: Session) -> Bool {
    if !template.hasDayRules { return true }
    return session.runs.allSatisfy { run in
      let days = programme[run].days
      guard days.contains(day) else { return true }
      let isFirst = day == days.lowerBound
      let isLast = day == days.upperBound - 1
      let number = day - days.lowerBound + 1
      if template.onFirstDay && !isFirst || template.notFirstDay && isFirst { return false }
      if template.onLastDay && !isLast || template.notLastDay && isLast { return false }
      if template.notOnDays.contains(number) { return false }
      return template.onDays?.contains(number) ?? true
    }
  }

  private func allowsPeriod(_ slot: TeachingCalendar.Slot, _ template: SessionTemplate) -> Bool {
    if template.notAtPeriods.contains(slot.period) { return false }
    if let periods = template.atPeriods, !periods.contains(slot.period) { return false }
    return template.startsWithin?.contains(slot.times.lowerBound) ?? true
  }

  private func choiceKey(_ session: Int, _ domain: Int) -> [Int] {
    var key = [domain, problem.lengthNumber[session], problem.placesOf[session]]
    key += [problem.needsPlace[session] ? 1 : 0, problem.needsStream[session] ? 1 : 0]
    let atoms = programme.sessions[session].atoms.count
    key += problem.fixedMembers(session).dropFirst(atoms).map { problem.memberResource[$0] }
    key.append(-2)
    return key + problem.teacherMembers(session).map { problem.memberCandidates[$0] }
  }

  private mutating func addChoices(_ session: Int, _ domain: Int) -> Int {
    let starts = problem.domains.contents(domain).filter {
      problem.fixedAreOpen(session, at: $0) && problem.somePlaceIsOpen(session, at: $0)
        && problem.someTeachersAreFree(session, at: $0)
    }
    problem.choices.append(starts)
    problem.choiceRow.append(addRow(starts))
    return problem.choices.count - 1
  }

  private mutating func addRow(_ starts: [Int]) -> Int {
    let set = Set(starts)
    return problem.slotSets.append(where: { set.contains($0) }, slotCount: problem.slotCount)
  }
}

extension SessionTemplate {
  fileprivate var hasDayRules: Bool {
    onFirstDay || onLastDay || notFirstDay || notLastDay || onDays != nil || !notOnDays.isEmpty
  }
}

extension Problem {
  /// Whether the chair and the places streamed to are available, whoever else holds them.
  func fixedAreOpen(_ session: Int, at start: Int) -> Bool {
    fixedMembers(session).allSatisfy { member in
      let resource = memberResource[member]
      return resource < firstPlace || resource >= firstOther
        || isOpen(resource, session, at: start)
    }
  }

  func somePlaceIsOpen(_ session: Int, at start: Int) -> Bool {
    if !needsPlace[session] { return true }
    return placeSets.range(placesOf[session]).contains { index in
      let place = placeSets.items[index]
      return isOpen(place, session, at: start)
        && (!needsStream[session] || canStream[place - firstPlace])
    }
  }

  func someTeachersAreFree(_ session: Int, at start: Int) -> Bool {
    teacherMembers(session).allSatisfy { member in
      let set = memberCandidates[member]
      return set >= 0
        && candidateSets.range(set).contains {
          isOpen(candidateSets.items[$0], session, at: start)
        }
    }
  }
}
