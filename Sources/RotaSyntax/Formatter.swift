import RotaDiagnostics

/// Why a text was not formatted: it cannot be read.
public struct FormatFailure: Error, Sendable {
  public let diagnostics: [Diagnostic]
}

/// Writes a text in its one canonical form. Comments, line breaks and the order of statements stay;
/// indentation, blanks, blank lines and the choice between full-width and ASCII punctuation do not.
public enum Formatter {
  public static func format(_ text: SourceText) -> Result<String, FormatFailure> {
    let source = SourceID(index: 0)
    var state = ParserState(text, as: source, limits: ParserLimits())
    state.layout = Layout()
    let result = state.parseAll(in: .top)
    guard result.diagnostics.isEmpty, let layout = state.layout else {
      return .failure(FormatFailure(diagnostics: result.diagnostics))
    }
    var writer = FormatWriter(text, source, layout)
    return .success(writer.write())
  }
}
