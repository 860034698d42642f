import RotaPlanning

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension Listing {
  /// Alternatives that `scenario` keeps.
  static let scenarios = Listing(
    word: "scenarios", fields: ["scenario", "verdict", "sessions", "placed", "statements"],
    ofWorkspace: { workspace, _ in
      workspace.board.scenarios.map { scenario in
        var copy = workspace
        var state = scenario.world.language
        copy.restore(workspace.world(of: scenario), into: &state)
        copy.proveInFull(state)
        copy.updatePrompt(state: state)
        var row = Row()
        row.set("scenario", scenario.name)
        row.set("verdict", copy.lastVerdict.words)
        row.set("sessions", copy.lastVerdict.sessions)
        row.set("placed", copy.lastVerdict.placed)
        row.set("statements", scenario.statements.joined(separator: "; "))
        return row
      }
    })
}
