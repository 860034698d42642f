import RotaArithmetic
import RotaDiagnostics
import RotaInterchange
import RotaLanguage
import RotaPlanning
import RotaSyntax

/// The plan that is there when tables, calendars and saved timetables are read.
struct School {
  let state: LanguageState
  let dates: ClosedRange<Day>?
  /// What each name stands for.
  let sorts: [String: [TableReader.Sort]]
  let places: RosterPlaces

  static let sample = School()

  private init() {
    let parsed = Parser.parse(
      SourceText(name: "school", text: SampleSchool.plan), as: SourceID(index: 0))
    var state = LanguageState()
    var host = PatientHost()
    let errors = Interpreter.run(
      parsed.script, state: &state, host: &host, stopAtFirstError: true)
    let (plan, problems) = Elaborator.plan(from: state.declarations)
    let all = parsed.diagnostics + errors + problems
    precondition(all.isEmpty, all.first?.message ?? "")
    self.state = state
    dates = plan.calendar.dates
    sorts = Dictionary(
      state.declarations.items.compactMap { item in
        TableReader.Sort(rawValue: item.entry.word).map { (item.name, [$0]) }
      }, uniquingKeysWith: +)
    places = RosterPlaces(
      RotationID(0), plan: plan, programme: RotationArithmetic.programme(for: plan).programme)
  }
}

/// A world in which every command succeeds and comes to nothing, and Ctrl-C comes in the end.
struct PatientHost: LanguageHost {
  /// A class, as to be asked whether one is cancelled changes nothing else.
  private final class Looks { var count = 0 }
  private let looks = Looks()
  private static let patience = 3_000

  var isCancelled: Bool {
    looks.count += 1
    return looks.count > Self.patience
  }
  mutating func perform(_ command: Command, state: inout LanguageState) throws(Diagnostic) {}
  mutating func show(_ line: String) {}
  mutating func changed(_ change: Change) {}
  mutating func measure(
    _ function: String,
    _ arguments: [(label: String?, value: Value, condition: RotaSyntax.Expression?)],
    at range: SourceRange, state: inout LanguageState
  ) throws(Diagnostic) -> Value { .number(Number(arguments.count)) }
}
