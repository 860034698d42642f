import RotaDiagnostics
import RotaPlanning
import RotaSyntax

@testable import RotaLanguage

/// A world that writes down what a script does to it.
struct RecordingHost: LanguageHost {
  var lines: [String] = []
  var changes: [Change] = []
  var commands: [Command] = []
  /// Answers to questions about the programme, by function.
  var answers: [String: Value] = [:]
  var conditions: [String] = []
  /// Cancels after so many questions whether it is cancelled.
  var patience = Int.max
  var isCancelled: Bool { patience <= 0 }
  /// Judges the condition of `list` for one row.
  var judgesConditions = false

  mutating func perform(_ command: Command, state: inout LanguageState) throws(Diagnostic) {
    commands.append(command)
    if judgesConditions, let condition = command.argument("value")?.expression {
      _ = try Evaluator.value(of: condition) { _ in .number(0) }
    }
  }
  mutating func show(_ line: String) {
    lines.append(line)
    patience -= 1
  }
  mutating func changed(_ change: Change) { changes.append(change) }
  mutating func measure(
    _ function: String,
    _ arguments: [(label: String?, value: Value, condition: RotaSyntax.Expression?)],
    at range: SourceRange, state: inout LanguageState
  ) throws(Diagnostic) -> Value {
    for argument in arguments {
      if let condition = argument.condition { conditions.append(Evaluator.source(of: condition)) }
    }
    if function == "seats", let name = arguments.first?.value.string,
      let place = Elaborator.plan(from: state.declarations).plan.places.first(where: {
        $0.name == name
      })
    {
      return .number(.init(place.seats ?? 0))
    }
    return answers[function] ?? .number(0)
  }
}

/// A script that has been run.
struct Outcome {
  var state = LanguageState()
  var host = RecordingHost()
  var syntax: [Diagnostic] = []
  var diagnostics: [Diagnostic] = []
  var library = SourceLibrary()

  /// Runs one more text in the same state.
  mutating func run(_ text: String, stopAtFirstError: Bool = true) {
    let source = SourceText(name: "test", text: text)
    let id = library.add(source)
    let parsed = Parser.parse(source, as: id)
    syntax += parsed.diagnostics
    diagnostics += Interpreter.run(
      parsed.script, state: &state, host: &host, stopAtFirstError: stopAtFirstError)
  }

  var plan: Plan { Elaborator.plan(from: state.declarations).plan }
  var planDiagnostics: [Diagnostic] { Elaborator.plan(from: state.declarations).diagnostics }
  /// Everything that was said against the text, in the order of the stages.
  var messages: [String] {
    (syntax + diagnostics + planDiagnostics).map { "\($0.kind.id): \($0.message)" }
  }
  var ids: [String] { (syntax + diagnostics + planDiagnostics).map(\.kind.id) }
  var changes: [String] {
    host.changes.map { change in
      let old = change.old.map { "\($0) -> " } ?? ""
      return [change.subject + ":", change.clause, old + (change.new ?? "nothing")]
        .filter { !$0.isEmpty }.joined(separator: " ")
    }
  }
}

func run(_ text: String, stopAtFirstError: Bool = true) -> Outcome {
  var outcome = Outcome()
  outcome.run(text, stopAtFirstError: stopAtFirstError)
  return outcome
}

/// The value of an expression as the language writes it, or the identity of its error.
func evaluate(_ text: String) -> String {
  let outcome = run("let result = \(text)")
  if let problem = (outcome.syntax + outcome.diagnostics).first {
    return "\(problem.kind.id): \(problem.message)"
  }
  return outcome.state.globals.variables["result"]?.source ?? "nothing"
}
