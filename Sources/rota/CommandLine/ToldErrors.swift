import RotaDiagnostics
import RotaSession

extension Options {
  /// Tells what is wrong with a file that no shell reads: in words, or for programs one object a line.
  func tell(
    _ diagnostics: [Diagnostic], of library: SourceLibrary, closing: String
  ) -> ExitStatus {
    let renderer = DiagnosticRenderer(
      library: library, color: World.hasColor(color), columns: Streams.sizeOfErrors?.columns)
    guard session.json else {
      Streams.complain(renderer.render(diagnostics) + closing)
      return .scriptWrong
    }
    for diagnostic in diagnostics {
      let object = try? DiagnosticJSON(diagnostic, library: library).line()
      Console.write(.diagnostic(diagnostic, rendered: object ?? diagnostic.message))
    }
    return .scriptWrong
  }
}
