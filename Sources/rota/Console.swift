import RotaSession

/// Puts what the shell says where it belongs: results on standard output, diagnostics on standard
/// error.
enum Console {
  static func write(_ output: Output) {
    switch output {
    case .text(let text): Streams.print(text)
    case .diagnostic(_, let rendered):
      let text = rendered.hasSuffix("\n") ? rendered : rendered + "\n"
      // A diagnostic in JSON is one line.
      let size = rendered.hasPrefix("{") ? nil : Streams.sizeOfErrors
      Streams.complain(size.map { LineWrap.wrapped(text, columns: $0.columns) } ?? text)
    }
  }
}
