import RotaDiagnostics
import RotaSyntax

@testable import RotaExplanation
@testable import RotaLanguage

/// A script that was read, and what follows from it.
struct Script {
  let text: String
  let state: LanguageState
  let derivation: Derivation
  var declarations: Declarations { state.declarations }

  init(_ text: String) {
    self.text = text
    var state = LanguageState()
    var host = Nowhere()
    let source = SourceText(name: "plan", text: text)
    let parsed = Parser.parse(source, as: SourceID(index: 0))
    _ = Interpreter.run(parsed.script, state: &state, host: &host, stopAtFirstError: true)
    self.state = state
    derivation = Derivation(state.declarations, depth: .everything)
  }

  /// The first proof explained, or the first of a kind.
  func explanation(of kind: String? = nil) -> Explanation? {
    derivation.proofs.first { kind == nil || $0.kind.id == kind }.map {
      Explanation(of: $0, in: declarations, derivation)
    }
  }

  /// The same text with a range of it left out.
  func without(_ range: SourceRange) -> Script {
    var bytes = Array(text.utf8)
    bytes.removeSubrange(range.lower..<range.upper)
    return Script(String(decoding: bytes, as: UTF8.self))
  }
}

/// Two days of three periods, a hall, rooms and a museum, for 90 people.
let firstPlan = """
  plan "First plan" {
      dates 2027-03-01 .. 2027-03-02
      period morning 09:00-10:30
      period noon 11:00-12:30
      period tea 14:00-15:30
  }
  venue Hall { kind hall; seats 100 }
  for n in 1..3 { venue "Room {n}" { kind room; seats 35 } }
  site Museum { seats 95; travel 30 min }
  buses 3 seats 50
  teacher Rivera { teaches Ethics }
  unit Harbour 60 people
  unit Airport 30 people
  module Basics {
      ceremony Opening { for run; first; in Hall }
      lecture Ethics { for run; in Hall; by any teacher }
      visit Tour { for class; to any site; not first day }
      discussion Review { for class; in room; after Tour }
  }
  rotation Spring { trainees all units; runs 1; length 2 days; classes at most 30 people; teaches Basics }

  """
