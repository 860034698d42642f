import RotaSession

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Puts what the shell says where it belongs: results on standard output, diagnostics on standard
/// error, and breaks the lines of what is for reading where the terminal is narrower.
enum Console {
  static func write(_ output: Output) {
    switch output {
    case .text(let text, let isProse): Streams.print(laidOut(text, isProse))
    case .diagnostic(_, let rendered):
      let text = rendered.hasSuffix("\n") ? rendered : rendered + "\n"
      // A diagnostic in JSON is one line.
      let size = rendered.hasPrefix("{") ? nil : Streams.sizeOfErrors
      Streams.complain(size.map { LineWrap.wrapped(text, columns: $0.columns) } ?? text)
    }
  }

  /// A result as it is to stand on standard output.
  static func laidOut(_ text: String, _ isProse: Bool) -> String {
    let size = isProse ? Streams.size(of: STDOUT_FILENO) : nil
    return size.map { LineWrap.wrapped(text, columns: $0.columns) } ?? text
  }
}
