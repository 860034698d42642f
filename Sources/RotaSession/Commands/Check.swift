import RotaCapacity
import RotaDiagnostics
import RotaLanguage
import RotaPlanning
import RotaReports
import RotaTimetabling
import RotaVerifier

/// `check`: demand against supply, and proofs of what cannot be.
enum CheckCommand {
  static func run(
    _ workspace: inout Workspace, _ command: Command, _ state: inout LanguageState
  ) throws(Diagnostic) {
    var derived = try workspace.soundPlan(state, for: command)
    guard !derived.plan.rotations.isEmpty else {
      throw SessionMessages.nothingToPlan("check", at: command.range)
    }
    let broken = try workspace.brokenRequirements(state, derived).map(\.diagnostic)
    let violations = workspace.violations(state)
    let isSolved = violations.isEmpty && workspace.hasWholeTimetable(derived)
    let isSolvable =
      !isSolved && derived.proofs.isEmpty
      && workspace.knowsTimetable(of: derived)
    // Where there is a timetable there is nothing to prove.
    if !isSolved, !isSolvable { derived = try workspace.derivedInFull(state, for: command) }
    let findings = derived.arithmetic + derived.capacity.findings + derived.search.findings
    let conclusion = Conclusion(
      derived, broken: broken, violations, isSolved: isSolved, isSolvable: isSolvable)
    // Nothing stands beside the records of a table of values.
    let isProse = workspace.rowFormat == .table || workspace.rowFormat == .markdown
    if isProse { workspace.say(Summary.line(derived)) }
    if workspace.rowFormat == .json {
      workspace.say(records: CheckJSON.line(derived, conclusion))
    } else {
      workspace.say(capacity: derived.capacity.rows)
    }
    workspace.reportAll(findings)
    workspace.reportAll(broken)
    workspace.reportViolations(violations, derived)
    let isIncomplete = findings.contains { $0.severity == .broken }
    workspace.reportAll(workspace.rememberClassLists(derived).warnings)
    if conclusion.fails || isIncomplete { workspace.fail(.planFails) }
    if isProse { workspace.say(conclusion.sentence) }
    if workspace.board.timetable.isEmpty { workspace.haveTold(state) }
  }
}

/// What a check comes to.
enum Conclusion: Equatable {
  case impossible(proofs: Int)
  case notAsRequired(Int)
  case breaksRules(Int)
  /// The timetable at hand has all sessions.
  case possible
  /// A search made in passing found a timetable of so many sessions, and the verifier agrees.
  case solvable(sessions: Int)
  /// Neither proof nor timetable: parts that were searched, those of them settled, and whether the
  /// whole was searched for a moment.
  case unknown(parts: Int, settled: Int, wasSearched: Bool)

  init(
    _ derived: Derived, broken: [Diagnostic], _ violations: [Violation], isSolved: Bool,
    isSolvable: Bool
  ) {
    let sessions = derived.programme.sessions
    if !derived.proofs.isEmpty {
      self = .impossible(proofs: derived.proofs.count)
    } else if !broken.isEmpty {
      self = .notAsRequired(broken.count)
    } else if !violations.isEmpty {
      self = .breaksRules(violations.count)
    } else if isSolved {
      self = .possible
    } else if isSolvable {
      self = .solvable(sessions: sessions.count)
    } else {
      self = .unknown(
        parts: derived.search.cores, settled: derived.search.settled,
        wasSearched: sessions.count <= ShortSearch.mostSessions)
    }
  }

  var fails: Bool {
    switch self {
    case .impossible, .notAsRequired, .breaksRules: true
    case .possible, .solvable, .unknown: false
    }
  }

  /// For programs.
  var word: String {
    switch self {
    case .impossible: "impossible"
    case .notAsRequired: "not as required"
    case .breaksRules: "timetable breaks rules"
    case .possible, .solvable: "possible"
    case .unknown: "not known"
    }
  }

  var sentence: String {
    switch self {
    case .impossible(let proofs):
      "Impossible: \(Wording.count(proofs, "proof")) above; `why` tells which statements clash, and "
        + "what mends it."
    case .notAsRequired(let count):
      "Not as required: \(Wording.count(count, "requirement")) broken."
    case .breaksRules: "The plan may be possible, but its timetable is out of date: solve again."
    case .possible: "Possible: there is a timetable for all sessions."
    case .solvable(let sessions):
      "Possible: a short search found a timetable of \(Wording.count(sessions, "session")); "
        + "`solve` makes one."
    case .unknown(let parts, let settled, let wasSearched):
      "Not known: nothing is proved impossible, and no timetable is known. Tried: demand against "
        + "supply, orders" + (settled > 0 ? ", every way to place " : "")
        + (settled > 0 && settled < parts ? "\(Wording.grouped(settled)) of " : "")
        + (settled > 0 ? Wording.count(parts, "small part") : "")
        + (wasSearched ? ", a short search" : "") + "; `solve` looks longer."
    }
  }
}

extension Derived {
  /// Whether a timetable has all sessions and keeps every hard rule.
  func accepts(_ timetable: Timetable) -> Bool {
    timetable.placements.count == programme.sessions.count
      && programme.sessions.indices.allSatisfy {
        timetable.placements[programme.sessions[$0].identity] != nil
      }
      && Verifier.violations(plan: plan, programme: programme, timetable: timetable).isEmpty
  }
}

extension Workspace {
  /// Whether all sessions have a place.
  func hasWholeTimetable(_ derived: Derived) -> Bool {
    let sessions = derived.programme.sessions
    return !sessions.isEmpty
      && sessions.allSatisfy { board.timetable.placements[$0.identity] != nil }
  }

  /// Demand against supply, in columns.
  mutating func say(capacity rows: [DemandRow]) {
    guard rowFormat == .table else {
      return say(rows: rows.map(Self.row), fields: Self.demandFields)
    }
    guard !rows.isEmpty else { return }
    let text = TextWriter(width: width).write(CapacityTable.block(rows, language: .english))
    say(text.hasSuffix("\n") ? String(text.dropLast()) : text)
    say("* the tightest of its sort")
  }

  private static let demandFields = [
    "category", "name", "window", "demand", "supply", "measure", "tightest",
  ]

  private static func row(_ demand: DemandRow) -> Row {
    var row = Row()
    row.set("category", demand.category.rawValue)
    row.set("name", demand.name)
    row.set("window", demand.window)
    row.set("demand", demand.demand)
    row.set("supply", demand.supply)
    row.set("measure", demand.measure)
    row.set("tightest", demand.isTightest)
    return row
  }
}

/// One line that says how large a plan is.
enum Summary {
  static func line(_ derived: Derived) -> String {
    let programme = derived.programme
    return [
      Wording.count(programme.trainees, "trainee"), Wording.count(programme.runs.count, "run"),
      Wording.count(programme.classes.count, "class"),
      Wording.count(programme.sessions.count, "session"),
    ].joined(separator: ", ")
  }
}
