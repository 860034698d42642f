import RotaCapacity
import RotaDiagnostics
import RotaLanguage
import RotaPlanning
import RotaSyntax
import RotaVerifier

/// Functions of the vocabulary that ask for a fact of the programme or the timetable.
extension Workspace {
  mutating func measure(
    _ function: String,
    _ arguments: [(label: String?, value: Value, condition: RotaSyntax.Expression?)],
    at range: SourceRange, state: inout LanguageState
  ) throws(Diagnostic) -> Value {
    let derived = derived(state)
    guard derived.errors.isEmpty else {
      if !planWasReported { reportAll(derived.errors) }
      planWasReported = true
      hasErrors = true
      throw SessionMessages.planHasErrors(derived.errors.count, command: function, at: range)
    }
    let total = derived.programme.sessions.count
    switch function {
    case "count":
      let word = arguments.first { $0.label == nil }?.value.plainText ?? ""
      let words = Listing.all.map(\.word)
      guard let listing = Listing.named(word) else {
        throw SessionMessages.unknownChoice(
          "sort of thing to count", word, of: words,
          nearest: Spelling.nearest(to: word, among: words), at: range)
      }
      let condition = arguments.first { $0.label == "where" }?.condition
      let rows = try rows(of: listing, where: condition, derived, state: &state)
      guard let school = measuredSchool, listing.fields.contains("school") else {
        return .number(Number(rows.count))
      }
      return .number(Number(rows.count { $0.fields["school"]?.plainText == school }))
    case "trainees":
      guard let name = arguments.first?.value.plainText else {
        return .quantity(Number(derived.programme.trainees), .people)
      }
      let index = try index(of: name, "unit", derived.plan.units.map(\.name), at: range)
      let people = Measures.trainees(of: UnitID(index), programme: derived.programme)
      return .quantity(Number(people), .people)
    case "days":
      // What is promised to each trainee must hold of whoever has the least.
      let least = derived.programme.runs.filter { $0.people > 0 }.map(\.days.count).min()
      return .quantity(Number(least ?? 0), .days)
    case "placed", "unplaced":
      let missing = Verifier.unplaced(programme: derived.programme, timetable: board.timetable)
      return .number(Number(function == "placed" ? total - missing.count : missing.count))
    case "cost":
      let costs = Verifier.costs(
        plan: derived.plan, programme: derived.programme, timetable: board.timetable)
      return .number(Number(costs.reduce(0) { $0 + $1.cost }))
    case "possible":
      return .boolean(derived.proofs.isEmpty)
    case "seats":
      let name = arguments.first?.value.plainText ?? ""
      let index = try index(of: name, "place", derived.plan.places.map(\.name), at: range)
      guard let seats = derived.plan.places[index].seats else {
        throw SessionMessages.unknownTarget("number of seats of", name, nearest: nil, at: range)
      }
      return .number(Number(seats))
    case "hours", "share":
      return try hours(function, arguments, derived, at: range)
    default:
      throw SessionMessages.unknownChoice(
        "function", function, of: Vocabulary.functions.map(\.word), nearest: nil, at: range)
    }
  }

  private func index(
    of name: String, _ sort: String, _ names: [String], at range: SourceRange
  ) throws(Diagnostic) -> Int {
    guard let index = names.firstIndex(of: name) else {
      throw SessionMessages.unknownTarget(
        sort, name, nearest: Spelling.nearest(to: name, among: names), at: range)
    }
    return index
  }

  private func hours(
    _ function: String,
    _ arguments: [(label: String?, value: Value, condition: RotaSyntax.Expression?)],
    _ derived: Derived, at range: SourceRange
  ) throws(Diagnostic) -> Value {
    var wanted: [String: String] = [:]
    let labels =
      function == "share"
      ? ["form", "module", "theme", "role"] : ["form", "module", "theme", "role", "teacher"]
    for argument in arguments {
      guard let label = argument.label, labels.contains(label) else {
        throw SessionMessages.unknownChoice(
          "argument of \(function)", argument.label ?? argument.value.shown, of: labels,
          nearest: nil, at: range)
      }
      wanted[label] = argument.value.plainText ?? argument.value.shown
    }
    let plan = derived.plan
    if let teacher = wanted["teacher"] {
      let index = try index(of: teacher, "teacher", plan.teachers.map(\.name), at: range)
      let time = Measures.time(
        of: TeacherID(index), plan: plan, programme: derived.programme, timetable: board.timetable)
      return .number(minutes(time, plan.calendar) / 60)
    }
    let forms = Vocabulary.forms.map(\.word) + plan.forms
    if let form = wanted["form"], !forms.contains(form) {
      throw SessionMessages.unknownChoice(
        "form", form, of: forms, nearest: Spelling.nearest(to: form, among: forms), at: range)
    }
    if let module = wanted["module"] {
      _ = try index(of: module, "module", plan.modules.map(\.name), at: range)
    }
    if let theme = wanted["theme"] {
      let themes = plan.modules.flatMap { [$0.theme] + $0.sessions.map(\.theme) }.compactMap { $0 }
      if !themes.contains(theme) {
        throw SessionMessages.unknownTarget(
          "theme", theme, nearest: Spelling.nearest(to: theme, among: themes), at: range)
      }
    }
    if let role = wanted["role"] {
      let roles = plan.teachers.flatMap(\.roles)
      if !roles.contains(role) {
        throw SessionMessages.unknownTarget(
          "role", role, nearest: Spelling.nearest(to: role, among: roles), at: range)
      }
    }
    let timetable = board.timetable
    func picks(_ session: Session, _ template: SessionTemplate, _ module: Module) -> Bool {
      (wanted["form"].map { $0 == template.form } ?? true)
        && (wanted["module"].map { $0 == module.name } ?? true)
        && (wanted["theme"].map { $0 == template.theme ?? module.theme } ?? true)
        && (wanted["role"].map { session.isTaught(by: $0, template, plan, timetable) } ?? true)
    }
    let part = Measures.personTime(
      plan: plan, programme: derived.programme, timetable: board.timetable
    ) { session, template, module in picks(session, template, module) }
    if function == "hours" {
      let people = derived.programme.trainees
      return .number(people == 0 ? 0 : minutes(part, plan.calendar) / Number(people) / 60)
    }
    // Meals and sign-in are rows of the programme, but nobody is taught in them.
    let whole = Measures.personTime(
      plan: plan, programme: derived.programme, timetable: board.timetable
    ) { _, template, _ in template.form != "meal" && template.form != "registration" }
    let all = minutes(whole, plan.calendar)
    return .percent(all == 0 ? 0 : minutes(part, plan.calendar) / all)
  }

  private func minutes(_ time: TaughtTime, _ calendar: TeachingCalendar) -> Number {
    let average = Measures.periodLength(of: calendar)
    guard average.periods > 0 else { return Number(time.minutes) }
    return Number(time.minutes)
      + Number(time.periods) * Number(average.minutes) / Number(average.periods)
  }
}

extension Session {
  /// Whether somebody with a role teaches it as a whole: by the timetable, or, where it has no place
  /// yet, because everybody who may meet one of its needs has the role.
  fileprivate func isTaught(
    by role: String, _ template: SessionTemplate, _ plan: Plan, _ timetable: Timetable
  ) -> Bool {
    if let placement = timetable.placements[identity] {
      return placement.teachers.enumerated().contains { position, name in
        !template.onlySpeaks(position)
          && plan.teachers.contains { $0.name == name && $0.roles.contains(role) }
      }
    }
    return template.teachers.enumerated().contains { position, need in
      !template.onlySpeaks(position) && !need.candidates.isEmpty
        && need.candidates.allSatisfy { plan[$0].roles.contains(role) }
    }
  }
}
