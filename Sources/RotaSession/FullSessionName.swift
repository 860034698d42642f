import RotaLanguage
import RotaPlanning
import RotaSyntax

/// A session named by all that tells it from others, which takes no plan to be understood: how saved
/// lines name sessions that the plan may no longer have.
enum FullSessionName {
  /// `Ethics of Basics meeting 2 for class 1 of run 1 of Spring`.
  static func text(_ session: SessionIdentity) -> String {
    func name(_ name: String) -> String { NameSyntax.quoteIfNeeded(name) }
    var text = "\(name(session.session)) of \(name(session.module))"
    if session.meeting > 1 { text += " meeting \(session.meeting)" }
    return text + " for \(audience(session.audience)) of \(name(session.rotation))"
  }

  private static func audience(_ audience: SessionIdentity.Audience) -> String {
    switch audience {
    case .allRuns: "all runs"
    case .joint(let run): "joint" + (run.map { " run \($0)" } ?? "")
    case .runs(let numbers): "runs " + numbers.map(String.init).joined(separator: ", ")
    case .run(let run): "run \(run)"
    case .studyClass(let run, let number): "class \(number) of run \(run)"
    case .group(let run, let studyClass, let number):
      "group \(number) of class \(studyClass) of run \(run)"
    }
  }

  static func read(_ command: Command) -> SessionIdentity {
    func text(_ label: String) -> String { command.value(label)?.plainText ?? "" }
    let audience: SessionIdentity.Audience
    let studyClass = command.integer("class")
    if command.has("joint") {
      audience = .joint(run: command.integer("run"))
    } else if let run = command.integer("run") {
      if let studyClass, let number = command.integer("number") {
        audience = .group(run: run, studyClass: studyClass, number: number)
      } else if let studyClass {
        audience = .studyClass(run: run, number: studyClass)
      } else {
        audience = .run(run)
      }
    } else if let numbers = command.argument("numbers") {
      audience = .runs(numbers.value?.items.compactMap(\.integer) ?? [])
    } else {
      audience = .allRuns
    }
    return SessionIdentity(
      rotation: text("rotation"), audience: audience, module: text("module"),
      session: text("session"), meeting: command.integer("meeting") ?? 1)
  }
}
