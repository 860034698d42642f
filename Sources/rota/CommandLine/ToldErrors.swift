import RotaDiagnostics
import RotaSession

extension Options {
  /// Tells what is wrong with a file that no shell reads: in words, or for programs one object a line.
  ///
  /// - Parameter closing: what that comes to for the file.
  func tell(
    _ diagnostics: [Diagnostic], of library: SourceLibrary, closing: String
  ) -> ExitStatus {
    guard session.json else {
      let text = renderer(of: library).render(diagnostics)
      Streams.complain(text + Messages.line("rota: " + closing))
      return .scriptWrong
    }
    for diagnostic in diagnostics { Self.write(diagnostic, of: library) }
    account(closing)
    return .scriptWrong
  }

  /// Says what was done and what was not.
  func account(_ text: String) {
    if session.json {
      Self.write(ProgramMessages.account(text))
    } else {
      Console.write(.text(Messages.line(text), isProse: true))
    }
  }

  /// Tells of a file that cannot be read or written at all.
  func tell(_ problem: Diagnostic) -> ExitStatus {
    if session.json {
      Self.write(problem)
    } else {
      Streams.complain(renderer(of: SourceLibrary()).render(problem))
    }
    return .fileProblem
  }

  private func renderer(of library: SourceLibrary) -> DiagnosticRenderer {
    DiagnosticRenderer(
      library: library, color: World.hasColor(color), columns: Streams.sizeOfErrors?.columns)
  }

  /// Tells what is wrong with the command line.
  static func tell(_ problem: UsageProblem, asJSON: Bool) {
    if asJSON { write(problem.diagnostic) } else { Streams.complain(Messages.render(problem)) }
  }

  private static func write(_ diagnostic: Diagnostic, of library: SourceLibrary = SourceLibrary()) {
    let object = DiagnosticJSON.line(of: diagnostic, in: library)
    Console.write(.diagnostic(diagnostic, rendered: object))
  }
}
