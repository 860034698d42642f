import RotaDiagnostics

/// What is said about values and declarations.
public enum LanguageMessages {
  public static let all: [DiagnosticKind] = []

  /// Whether a diagnostic says that a name is not known. Such errors say little about a text of which
  /// a part could not be read.
  public static func isUnknownName(_ kind: DiagnosticKind) -> Bool { false }
}
