import Foundation
import RotaDiagnostics

/// Texts with errors in Tests/Fixtures/errors: `<id>.rota` marks each line that must have an error
/// with `# error: <id>`, and `<id>.expected` holds what is shown.
public enum ErrorFixtures {
  static let folder = "Tests/Fixtures/errors"

  /// What is wrong with the fixture of a kind, when its errors are found by a closure; nothing if all
  /// is well.
  public static func problems(
    of kind: DiagnosticKind, diagnose: (SourceText, SourceID) -> [Diagnostic]
  ) -> [String] {
    let path = "\(folder)/\(kind.id).rota"
    guard let data = try? Data(contentsOf: Goldens.root.appendingPathComponent(path)) else {
      return ["no fixture \(path)"]
    }
    let text = SourceText(name: "\(kind.id).rota", bytes: [UInt8](data))
    var library = SourceLibrary()
    let id = library.add(text)
    let diagnostics = diagnose(text, id)
    var problems: [String] = []
    let (marked, found) = (marks(in: text), places(of: diagnostics, in: text))
    if marked != found { problems.append("\(path) marks \(marked), but errors are \(found)") }
    if !diagnostics.contains(where: { $0.kind == kind }) {
      problems.append("\(path) has no error \(kind.id)")
    }
    let shown = DiagnosticRenderer(library: library, color: false).render(diagnostics)
    let problem = Goldens.problem(shown, path: "\(folder)/\(kind.id).expected")
    return problems + [problem].compactMap { $0 }
  }

  /// Files of the folder without their other half.
  public static func orphans() -> [String] {
    let folder = Goldens.root.appendingPathComponent(folder).path
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return files.sorted().filter { file in
      let name = (file as NSString).deletingPathExtension
      return !files.contains("\(name).rota") || !files.contains("\(name).expected")
    }
  }

  /// `3 unknown-word` for each mark.
  private static func marks(in text: SourceText) -> [String] {
    text.lineStarts.indices.flatMap { index in
      text.line(index).components(separatedBy: "# error: ").dropFirst().map { mark in
        "\(index + 1) " + mark.trimmingCharacters(in: .whitespaces)
      }
    }
  }

  private static func places(of diagnostics: [Diagnostic], in text: SourceText) -> [String] {
    diagnostics.map { "\(text.lineIndex(of: $0.range?.lower ?? 0) + 1) \($0.kind.id)" }
  }
}
