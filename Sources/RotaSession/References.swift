import RotaDiagnostics
import RotaLanguage
import RotaPlanning
import RotaSyntax

/// How sessions are named in commands, and how they are found by such names.
enum SessionReference {
  /// A session as the language writes it: `新境界 of run 2 of 集中轮训`.
  static func text(
    _ identity: SessionIdentity, in derived: Derived, namesMeeting: Bool = true
  ) -> String {
    func quoted(_ name: String) -> String { NameSyntax.quoteIfNeeded(name) }
    let isAmbiguous =
      (derived.templates[identity.session] ?? [])
      .filter { derived.plan[$0.rotation].name == identity.rotation }.count > 1
    let name = isAmbiguous ? "\(identity.module).\(identity.session)" : identity.session
    var text = quoted(name)
    let meetings = derived.positions[identity].map {
      derived.plan.template(of: derived.programme[$0]).meetings
    }
    if namesMeeting, (meetings ?? identity.meeting) > 1 { text += " meeting \(identity.meeting)" }
    let rotation = quoted(identity.rotation)
    switch identity.audience {
    case .allRuns, .joint(nil): return "\(text) of \(rotation)"
    case .joint(let run?): return "\(text) of run \(run) of \(rotation)"
    case .runs(let numbers): return "\(text) of run \(numbers.first ?? 1) of \(rotation)"
    case .run(let number): return "\(text) of run \(number) of \(rotation)"
    case .studyClass(let run, let number):
      return "\(text) of class \(number) of run \(run) of \(rotation)"
    case .group(let run, let studyClass, let number):
      return "\(text) of group \(number) of class \(studyClass) of run \(run) of \(rotation)"
    }
  }
}

/// Which people a command means: the numbers given, or a label of a class or run.
struct AudienceReference: Equatable {
  var rotation: String?
  var run: Int?
  var studyClass: Int?
  var group: Int?

  func contains(_ identity: SessionIdentity) -> Bool {
    if case .joint(let number) = identity.audience {
      // It belongs to every rotation that teaches it.
      return studyClass == nil && (run == nil || run == number)
    }
    if let rotation, identity.rotation != rotation { return false }
    switch identity.audience {
    case .joint: return true
    case .allRuns: return run == nil
    case .runs(let numbers):
      return studyClass == nil && (run.map { numbers.contains($0) } ?? true)
    case .run(let number): return studyClass == nil && (run.map { $0 == number } ?? true)
    case .studyClass(let itsRun, let number):
      return group == nil && (run.map { $0 == itsRun } ?? true)
        && (studyClass.map { $0 == number } ?? true)
    case .group(let itsRun, let itsClass, let number):
      return (run.map { $0 == itsRun } ?? true) && (studyClass.map { $0 == itsClass } ?? true)
        && (group.map { $0 == number } ?? true)
    }
  }
}

extension Workspace {
  /// The sessions that a command's `<session>` names, in the programme's order; at least one.
  func sessions(in command: Command, _ derived: Derived) throws(Diagnostic) -> [SessionIdentity] {
    let argument = command.argument("session")
    let name = argument?.value?.plainText ?? ""
    let range = argument?.range ?? command.range
    let templates = derived.templates[name] ?? []
    guard !templates.isEmpty else {
      let names = derived.templates.keys.sorted()
      // A long name is often said by a part of it.
      let nearest =
        Spelling.nearest(to: name, among: names)
        ?? names.filter { $0.contains(name) }.min { $0.count < $1.count }
      throw SessionMessages.unknownSession(
        name, remedy: nearest.map { "did you mean `\($0)`?" }, at: range)
    }
    let audience = try audience(in: command, derived)
    let meeting = command.integer("meeting")
    // A single session is found without a look at all of them: a saved timetable has one line each.
    if let exact = exactIdentity(templates, audience, meeting, name, derived) { return [exact] }
    let found = derived.programme.sessions.filter { session in
      templates.contains {
        $0.rotation == session.rotation && $0.module == session.module
          && $0.template == session.template
      } && (meeting.map { $0 == session.identity.meeting } ?? true)
        && (audience?.contains(session.identity) ?? true)
    }
    guard !found.isEmpty else {
      let known = derived.programme.sessions.first { session in
        templates.contains {
          $0.rotation == session.rotation && $0.module == session.module
            && $0.template == session.template
        }
      }
      throw SessionMessages.unknownSession(
        name, of: audienceText(in: command),
        remedy: known.map { "there is \(SessionReference.text($0.identity, in: derived))" },
        at: range)
    }
    return found.map(\.identity)
  }

  private func exactIdentity(
    _ templates: [Derived.TemplatePlace], _ audience: AudienceReference?, _ meeting: Int?,
    _ name: String, _ derived: Derived
  ) -> SessionIdentity? {
    guard let audience, let run = audience.run else { return nil }
    let fitting = templates.filter {
      audience.rotation == nil || derived.plan[$0.rotation].name == audience.rotation
    }
    guard fitting.count == 1, let place = fitting.first else { return nil }
    let template = derived.plan[place.module].sessions[place.template]
    guard template.meetings == 1 || meeting != nil else { return nil }
    let who: SessionIdentity.Audience
    switch (template.audience, audience.studyClass, audience.group) {
    case (.run, nil, nil): who = .run(run)
    case (.studyClass, let number?, nil): who = .studyClass(run: run, number: number)
    case (.groups, let number?, let group?):
      who = .group(run: run, studyClass: number, number: group)
    default: return nil
    }
    let identity = SessionIdentity(
      rotation: derived.plan[place.rotation].name, audience: who,
      module: derived.plan[place.module].name, session: template.name, meeting: meeting ?? 1)
    return derived.positions[identity] == nil ? nil : identity
  }

  /// Exactly one session.
  func session(in command: Command, _ derived: Derived) throws(Diagnostic) -> SessionIdentity {
    let found = try sessions(in: command, derived)
    guard found.count == 1, let only = found.first else {
      let argument = command.argument("session")
      throw SessionMessages.ambiguous(
        argument?.value?.plainText ?? "", found.count,
        examples: found.prefix(3).map { SessionReference.text($0, in: derived) },
        at: argument?.range ?? command.range)
    }
    return only
  }

  /// The `<audience>` of a command; nil where it names none.
  private func audience(
    in command: Command, _ derived: Derived
  ) throws(Diagnostic) -> AudienceReference? {
    if let label = command.argument("audience"), let text = label.value?.plainText {
      if derived.plan.rotations.contains(where: { $0.name == text }) {
        return AudienceReference(rotation: text)
      }
      return try labelled(text, derived, at: label.range)
    }
    guard command.value("run") != nil else { return nil }
    var reference = AudienceReference()
    reference.rotation = command.value("rotation")?.plainText
    reference.run = command.integer("run")
    reference.studyClass = command.integer("class")
    reference.group = command.integer("number")
    if let rotation = reference.rotation,
      !derived.plan.rotations.contains(where: { $0.name == rotation })
    {
      throw SessionMessages.unknownTarget(
        "rotation", rotation,
        nearest: Spelling.nearest(to: rotation, among: derived.plan.rotations.map(\.name)),
        at: command.argument("rotation")?.range ?? command.range)
    }
    return reference
  }

  private func audienceText(in command: Command) -> String? {
    if let label = command.value("audience")?.plainText { return label }
    guard let run = command.integer("run") else { return nil }
    let studyClass = command.integer("class").map { "class \($0) of " } ?? ""
    return "\(studyClass)run \(run)"
  }
}

extension Command {
  func integer(_ label: String) -> Int? { value(label)?.integer }
}
