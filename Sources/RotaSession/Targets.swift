import RotaDiagnostics
import RotaLanguage
import RotaPlanning
import RotaReports

/// What `of …` names in `show` and `export`.
extension Workspace {
  /// The people that a printed label names: `集中轮训 第1期 1班`, `Run 2`.
  func labelled(
    _ text: String, _ derived: Derived, at range: SourceRange
  ) throws(Diagnostic) -> AudienceReference {
    let matches = AudienceLabel.resolve(text, programme: derived.programme, plan: derived.plan)
    guard matches.count == 1, let match = matches.first else {
      if matches.isEmpty {
        let language = derived.plan.languages.first ?? .english
        let labels = derived.programme.classes.indices.map {
          AudienceLabel.label(
            of: ClassID($0), programme: derived.programme, plan: derived.plan, language: language)
        }
        throw SessionMessages.unknownTarget(
          "class or run", text, nearest: Spelling.nearest(to: text, among: labels), at: range)
      }
      throw SessionMessages.ambiguous(
        text, matches.count,
        examples: matches.prefix(3).map { describe($0, derived) }, at: range)
    }
    return reference(to: match, derived)
  }

  private func describe(_ match: AudienceLabel.Match, _ derived: Derived) -> String {
    let reference = reference(to: match, derived)
    let studyClass = reference.studyClass.map { "class \($0) of " } ?? ""
    return "\(studyClass)run \(reference.run ?? 0) of \(reference.rotation ?? "")"
  }

  private func reference(to match: AudienceLabel.Match, _ derived: Derived) -> AudienceReference {
    let run: Run
    var number: Int?
    switch match {
    case .run(let id): run = derived.programme[id]
    case .studyClass(let id):
      run = derived.programme[derived.programme[id].run]
      number = derived.programme[id].number
    }
    return AudienceReference(
      rotation: derived.plan[run.rotation].name, run: run.number, studyClass: number)
  }

  /// What to show; everything where the command has no `of`.
  ///
  /// - Parameters:
  ///   - formerNames: whoever may be named and the plan no longer has.
  ///   - days: those that may be named though nothing is taught on them any more.
  func target(
    in command: Command, _ derived: Derived, or formerNames: [FormerName] = [],
    orOn days: Set<Day> = []
  ) throws(Diagnostic) -> ReportTarget {
    if let former = former(in: command, derived, formerNames) { return .former(former) }
    if command.has("teacher"), let name = command.argument("name") {
      return .teacher(
        TeacherID(try position(of: name, "teacher", derived.plan.teachers.map(\.name))))
    }
    for role in [Place.Role.venue, .site] where command.has(role.rawValue) {
      guard let name = command.argument("name") else { continue }
      let names = derived.plan.places.map { $0.role == role ? $0.name : "" }
      let id = PlaceID(try position(of: name, role.rawValue, names))
      return .place(id)
    }
    if command.has("school"), let name = command.argument("name") {
      return .school(SchoolID(try position(of: name, "school", derived.plan.schools.map(\.name))))
    }
    // `run 1 of ROTATION` has a rotation too.
    if command.has("rotation"), let name = command.argument("name") {
      return .rotation(
        RotationID(try position(of: name, "rotation", derived.plan.rotations.map(\.name))))
    }
    if command.has("day"), let date = command.argument("date"), case .date(let day)? = date.value {
      guard days.contains(day) || derived.plan.calendar.dayIndex(of: day) != nil else {
        throw SessionMessages.wrongPlacement(
          "\(day.iso) is no teaching day of this plan", at: date.range)
      }
      return .day(day)
    }
    guard command.has("class") || command.has("run") else { return .all }
    var reference: AudienceReference
    if let label = command.argument("audience"), let text = label.value?.plainText {
      reference = try labelled(text, derived, at: label.range)
    } else {
      reference = AudienceReference(
        rotation: command.value("rotation")?.plainText, run: command.integer("run"),
        studyClass: command.integer("class"))
    }
    let range = command.argument("run")?.range ?? command.range
    let runs = derived.programme.runs.indices.filter { index in
      let run = derived.programme.runs[index]
      return run.number == reference.run
        && (reference.rotation.map { $0 == derived.plan[run.rotation].name } ?? true)
    }
    guard let index = runs.first else {
      throw SessionMessages.noSuchNumber(
        "run", reference.run ?? 0, of: reference.rotation.map { Wording.name($0) } ?? "this plan",
        which: Set(
          derived.programme.runs.filter { run in
            reference.rotation.map { $0 == derived.plan[run.rotation].name } ?? true
          }.map(\.number)
        ).sorted(), at: range)
    }
    guard runs.count == 1 else {
      throw SessionMessages.ambiguous(
        "run \(reference.run ?? 0)", runs.count,
        examples: runs.map {
          "run \(reference.run ?? 0) of \(derived.plan[derived.programme.runs[$0].rotation].name)"
        }, at: range)
    }
    guard command.has("class") else { return .run(RunID(index)) }
    guard let number = reference.studyClass,
      let id = derived.programme.runs[index].classes.first(where: {
        derived.programme[$0].number == number
      })
    else {
      throw SessionMessages.noSuchNumber(
        "class", reference.studyClass ?? 0, of: "run \(reference.run ?? 0)",
        which: derived.programme.runs[index].classes.map { derived.programme[$0].number },
        at: command.argument("class")?.range ?? range)
    }
    return .studyClass(id)
  }

  /// What a command names, where the plan no longer has it.
  private func former(
    in command: Command, _ derived: Derived, _ names: [FormerName]
  ) -> FormerName? {
    if let run = command.integer("run"), command.argument("audience") == nil {
      let sort =
        command.integer("class").map { number in
          FormerName.Sort.studyClass(ClassNumber(run: run, number: number))
        } ?? .run(run)
      let rotation = command.value("rotation")?.plainText
      let isThere = derived.programme.runs.contains { one in
        let classes = one.classes.map { derived.programme[$0].number }
        return one.number == run
          && (rotation ?? derived.plan[one.rotation].name)
            == derived.plan[one.rotation].name
          && (command.integer("class").map { classes.contains($0) } ?? true)
      }
      if isThere { return nil }
      let found = names.filter { $0.sort == sort && (rotation ?? $0.name) == $0.name }
      return found.count == 1 ? found[0] : nil
    }
    let sort: FormerName.Sort
    if command.has("teacher") {
      sort = .teacher
    } else if command.has("venue") || command.has("site") {
      sort = .place
    } else {
      return nil
    }
    guard let name = command.value("name")?.plainText else { return nil }
    let former = FormerName(sort, name)
    return names.contains(former) ? former : nil
  }

  func position(
    of argument: EvaluatedArgument, _ sort: String, _ names: [String]
  ) throws(Diagnostic) -> Int {
    let name = argument.value?.plainText ?? ""
    guard let index = names.firstIndex(of: name), !name.isEmpty else {
      throw SessionMessages.unknownTarget(
        sort, name, nearest: Spelling.nearest(to: name, among: names.filter { !$0.isEmpty }),
        at: argument.range)
    }
    return index
  }
}
