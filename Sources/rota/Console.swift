import RotaSession

/// Puts what the shell says where it belongs: results on standard output, diagnostics on standard
/// error.
enum Console {
  static func write(_ output: Output) {
    switch output {
    case .text(let text): Streams.print(text)
    case .diagnostic(_, let rendered):
      // A diagnostic in JSON is one line.
      Streams.complain(rendered.hasSuffix("\n") ? rendered : rendered + "\n")
    }
  }
}
