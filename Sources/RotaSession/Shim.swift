import RotaDiagnostics
import RotaSyntax

enum DiagnosticJSON {
  static func line(for d: Diagnostic, in l: SourceLibrary) -> String { d.message }
}
struct DiagnosticRenderer {
  let library: SourceLibrary
  let color: Bool
  func render(_ d: Diagnostic) -> String {
    "\(d.severity.rawValue): \(d.message) [\(d.kind.id)] \(d.range.map{library.place(of:$0)} ?? "")\n"
      + d.notes.map { "  note: \($0.message) \($0.range.map{library.place(of:$0)} ?? "")\n" }
      .joined() + d.remedies.map { "  = \($0)\n" }.joined()
  }
}
extension String {
  func padded(to n: Int) -> String { self + String(repeating: " ", count: max(0, n - count)) }
  func truncated(to n: Int) -> String { String(prefix(n)) }
}
enum CapacityMessages { static let all: [DiagnosticKind] = [] }
struct Expectations {
  var replacing: Range<Int>
  var words: [(word: String, help: String)]
  var slots: [Usage.Slot]
}
extension Parser {
  static func expectations(in s: SourceText, at: Int) -> Expectations {
    Expectations(replacing: at..<at, words: [], slots: [])
  }
}
