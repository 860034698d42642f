import FixtureSupport
import RotaSyntax
import Testing

@testable import RotaLanguage

/// Texts that make no sense must be refused, never crash; and what is understood is written back.
@Suite struct GarbledTexts {
  @Test(arguments: Soak.cases(200))
  func areRefusedOrUnderstood(_ seed: Int) {
    var numbers = Numbers(seed: UInt64(seed))
    let text = Self.garbled(&numbers)
    var outcome = Outcome()
    outcome.host.patience = 10_000
    outcome.run(text, stopAtFirstError: false)
    guard outcome.ids.isEmpty else { return }
    let written = DeclarationWriter.text(outcome.state)
    let again = run(written)
    #expect(again.messages == [], "\(text)\n---\n\(written)")
    let isSame = again.plan == outcome.plan
    #expect(isSame, "\(text)\n---\n\(written)")
    #expect(DeclarationWriter.text(again.state) == written)
  }

  private struct Numbers: RandomNumberGenerator {
    private var state: UInt64
    init(seed: UInt64) { state = seed }
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }

  private static let pieces: [String] = {
    var pieces = [
      "0", "-1", "1", "99999999999999999999", "1000000000000000", "0.5", "100%", "40 min",
      "3 people",
      "2 days", "2027-03-01", "2200-12-31", "24:00", "00:00-24:00", "Mon", "Fri..Mon", "1..1000000",
      "\"\"", "\"{1}\"", "\"{n}\"", "[1, [2]]", "n", "f(1)", "M", "R", "true", "a", "b",
    ]
    pieces += Vocabulary.entries.map(\.word)
    return pieces
  }()

  /// Examples of the vocabulary with pieces taken out, put in, and exchanged.
  private static func garbled(_ numbers: inout Numbers) -> String {
    var text = "let n = 3\ndef f(a) = a * 2\nmodule M\nrotation R\n"
    for _ in 0..<Int.random(in: 1...6, using: &numbers) {
      let entry = Vocabulary.entries[
        Int.random(in: 0..<Vocabulary.entries.count, using: &numbers)]
      var words = entry.example.split(separator: " ").map(String.init)
      for _ in 0..<Int.random(in: 0...4, using: &numbers) where !words.isEmpty {
        let position = Int.random(in: 0..<words.count, using: &numbers)
        let piece = pieces[Int.random(in: 0..<pieces.count, using: &numbers)]
        switch Int.random(in: 0..<3, using: &numbers) {
        case 0: words[position] = piece
        case 1: words.insert(piece, at: position)
        default: words.remove(at: position)
        }
      }
      text += words.joined(separator: " ") + "\n"
    }
    return text
  }
}
