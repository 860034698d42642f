import RotaDiagnostics

/// What the program around a shell can say of its command line and of files, in the form in which
/// other programs read it.
public enum ProgramMessages {
  static let commandLineKind = DiagnosticKind(
    "command-line",
    "The words and options after `rota` mean nothing together, or an option changes nothing. `rota --help` lists them."
  )
  static let accountKind = DiagnosticKind(
    "what-was-run", "With `--json`: how much of the input was run before it stopped.")

  static let all: [DiagnosticKind] = [commandLineKind, accountKind]

  public static func commandLine(
    _ message: String, severity: Severity = .error, remedies: [String] = []
  ) -> Diagnostic {
    Diagnostic(commandLineKind, severity: severity, message, remedies: remedies)
  }

  /// What was done and what was not, after an error.
  public static func account(_ message: String, at range: SourceRange? = nil) -> Diagnostic {
    Diagnostic(accountKind, severity: .note, message, at: range)
  }

  public static func cannotRead(_ path: String, _ reason: String) -> Diagnostic {
    SessionMessages.cannotRead(path, reason, at: nil)
  }

  public static func cannotWrite(_ path: String, _ reason: String) -> Diagnostic {
    SessionMessages.cannotWrite(path, reason, at: nil)
  }

  public static func notUTF8(_ path: String, _ problem: EncodingProblem) -> Diagnostic {
    SessionMessages.notUTF8(path, problem, at: nil)
  }
}
