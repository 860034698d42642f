import RotaDiagnostics
import RotaLanguage
import RotaPlanning
import RotaSyntax

/// What a `try` came to, until it is kept or forgotten.
struct Trial: Sendable {
  /// The statements on one line.
  var text: String
  var world: World
  /// What follows from its declarations, with all proofs that were found.
  var derived: Derived
  /// The world that it was tried on.
  var base: WorldStamp
}

/// An alternative with a name.
struct Scenario: Sendable {
  /// The name under which `compare` knows the plan as it is.
  static let present = "now"
  /// Columns of `compare` that are no scenario's.
  static let reserved: Set<String> = [present, "figure", "differs"]

  var name: String
  /// What was said of it, a statement each.
  var statements: [String]
  /// It shares with the plan whatever it does not change, and has no scenarios of its own.
  var world: World
}

/// Tells one world from another without a look at what is in it.
struct WorldStamp: Hashable, Sendable {
  var moves: Int
  var declarations: Int
  var globals: Int
  var board: Int

  /// Of no world.
  static let none = WorldStamp(moves: -1, declarations: -1, globals: -1, board: -1)
}

/// Running statements on a copy of the world.
enum WhatIf {
  /// What statements of `try` and `scenario` must leave alone: files, what people are told, the way
  /// back, and each other.
  private static let refused: Set<String> = [
    "save", "export", "publish", "quit", "exit", "undo", "redo", "try", "keep", "drop try",
    "scenario", "drop scenario", "compare", "recover", "drop recovery", "revert to",
    "edit", "edit plan", "watch",
  ]

  static func allows(_ command: String) -> Bool { !refused.contains(command) }
}

extension Workspace {
  /// A scenario's world as it stands today: what people have been told is the same in all worlds.
  func world(of scenario: Scenario) -> World {
    var world = scenario.world
    world.board.timetable.publication = board.timetable.publication
    return world
  }

  func stamp(_ state: LanguageState) -> WorldStamp {
    WorldStamp(
      moves: journey.moves, declarations: state.declarations.revision,
      globals: state.globals.revision, board: board.value.revision)
  }

  /// Runs statements on a copy of the world, or of another one. What they say is said; nothing else
  /// remains of them but the copy, whose plan has no errors.
  mutating func whatIf(
    _ block: StatementBlock, on other: World? = nil, _ state: LanguageState, for command: Command
  ) throws(Diagnostic) -> Alternative {
    var copy = Alternative(workspace: self, state: state)
    if let other { copy.workspace.restore(other, into: &copy.state) }
    if onlyDeclarations { copy.workspace.listen() }
    copy.workspace.status = .done
    copy.workspace.trial = nil
    copy.workspace.trying = command.entry.word
    var errors = Interpreter.run(block, state: &copy.state, host: &copy.workspace)
    if errors.allSatisfy({ $0.severity == .broken }) {
      let wrong = copy.workspace.derived(copy.state).errors
      errors += copy.workspace.planWasReported ? [] : wrong
      copy.workspace.planWasReported = !wrong.isEmpty
    }
    if errors.allSatisfy({ $0.severity == .broken }) { copy.workspace.tellChanges() }
    for error in errors where error.kind != SessionMessages.alreadyReported {
      copy.workspace.report(error)
    }
    copy.workspace.trying = nil
    // Texts that were read stay at hand for diagnostics.
    library = copy.workspace.library
    facts = copy.workspace.facts
    if onlyDeclarations {
      output += copy.workspace.output.filter { if case .text = $0 { false } else { true } }
    } else {
      // It goes on from what was said before, of which some has been told meanwhile.
      (output, held) = (copy.workspace.output, copy.workspace.held)
    }
    (copy.workspace.output, copy.workspace.held) = ([], 0)
    if copy.workspace.status == .interrupted { fail(.interrupted) }
    if copy.workspace.wasCutShort { wasCutShort = true }
    memoryWasTold = copy.workspace.memoryWasTold
    let count = errors.count { $0.severity != .broken }
    guard count == 0, !copy.workspace.planWasReported else {
      throw WhatIfMessages.failed(command.entry.word, max(count, 1), at: command.range)
    }
    if !errors.isEmpty { fail(.planFails) }
    return copy
  }

  /// The statements of a block as they were written, each on one line.
  func texts(of block: StatementBlock) -> [String] { block.statements.map { oneLine($0.range) } }
}

/// A world beside the present one, with what follows from it at hand.
struct Alternative {
  var workspace: Workspace
  var state: LanguageState

  var world: World {
    var world = workspace.world(state)
    world.board.scenarios = []
    return world
  }
}
