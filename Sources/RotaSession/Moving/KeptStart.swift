import RotaDiagnostics
import RotaLanguage
import RotaPlanning
import RotaSyntax

/// A first day of a run that keeps its sessions where they stand, where a holiday or another change
/// has moved the days of runs from under them.
struct KeptStart {
  /// As the planner could type it.
  var statement: String
  /// What it comes to, in a few words.
  var change: String
  /// Hard rules that the timetable still breaks with it.
  var clashes: Int
}

extension Workspace {
  /// No more runs than this are looked at: each is tried.
  private static let mostRuns = 8

  /// First days that leave fewer hard rules broken than there are, and nothing proved impossible; the
  /// best first.
  func keptStarts(
    _ clashes: Int, _ derived: Derived, _ state: LanguageState
  ) -> [KeptStart] {
    var found: [KeptStart] = []
    for (run, day) in derived.runsLeft(by: board.timetable).prefix(Self.mostRuns) {
      if isCancelled { break }
      let rotation = NameSyntax.quoteIfNeeded(derived.plan[run.rotation].name)
      let statement = "run \(run.number) of \(rotation) starts \(day.iso)"
      guard var world = supposing(statement, state) else { continue }
      let after = world.workspace.derived(world.state)
      guard after.errors.isEmpty, after.proofs.isEmpty else { continue }
      let left = world.workspace.violations(world.state).count
      guard left < clashes else { continue }
      let change =
        "as now; \(Wording.count(clashes, "clash")) "
        + (left == 0 ? "gone" : "become \(Wording.grouped(left))")
      found.append(KeptStart(statement: statement, change: change, clashes: left))
    }
    return found.enumerated().sorted {
      ($0.element.clashes, $0.offset) < ($1.element.clashes, $1.offset)
    }.map(\.element)
  }

  /// The same for people, numbered for `try`.
  mutating func sayKeptStarts(_ clashes: Int, _ derived: Derived, _ state: LanguageState) {
    let starts = keptStarts(clashes, derived, state)
    if starts.isEmpty { return }
    repairs = starts.map(\.statement)
    say("The days of runs have moved. With a first day said, less has to:")
    let width = min(60, starts.map(\.statement.displayWidth).max() ?? 0)
    for (index, start) in starts.enumerated() {
      say("  \(index + 1)  \(start.statement.padded(to: width))  (\(start.change))")
    }
  }

  /// The world with a statement of the shell's own; nil where it cannot be.
  private func supposing(_ text: String, _ state: LanguageState) -> Alternative? {
    var world = Alternative(workspace: self, state: state)
    world.workspace.listen()
    let source = SourceText(name: "<repair>", text: text)
    let parsed = Parser.parse(source, as: world.workspace.library.add(source))
    guard parsed.diagnostics.isEmpty else { return nil }
    let errors = Interpreter.run(
      parsed.script, state: &world.state, host: &world.workspace, stopAtFirstError: true)
    return errors.isEmpty ? world : nil
  }
}

extension Derived {
  /// Runs of which some session stands outside of their days, each with the first teaching day from
  /// that of its earliest session on.
  fileprivate func runsLeft(by timetable: Timetable) -> [(run: Run, day: Day)] {
    var first: [RunID: Day] = [:]
    var isLeft: Set<RunID> = []
    for session in programme.sessions where session.runs.count == 1 {
      guard let placement = timetable.placements[session.identity] else { continue }
      let run = session.runs[0]
      first[run] = min(first[run] ?? placement.day, placement.day)
      let day = plan.calendar.dayIndex(of: placement.day)
      if day.map({ !session.days.contains($0) }) ?? true { isLeft.insert(run) }
    }
    return isLeft.sorted().compactMap { id in
      guard let earliest = first[id],
        let day = plan.calendar.days.first(where: { $0.day >= earliest })?.day
      else { return nil }
      let run = programme[id]
      let now = run.days.first.map { plan.calendar.days[$0].day }
      return day == now ? nil : (run, day)
    }
  }
}
