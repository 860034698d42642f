import RotaDiagnostics
import RotaInterchange
import RotaSyntax

/// A text that is read, and what is told of it.
struct Text {
  let source: SourceText
  let id: SourceID
  private var library = SourceLibrary()

  /// What is no UTF-8 is refused before it is read.
  init(_ bytes: [UInt8]) {
    self.init(SourceText(name: "data", text: String(decoding: bytes, as: UTF8.self)))
  }

  private init(_ source: SourceText) {
    self.source = source
    id = library.add(source)
  }

  /// A file in any encoding that spreadsheets write; nil where it is in none.
  static func decoded(_ bytes: ArraySlice<UInt8>) -> (Text, [UInt8])? {
    guard let (file, _) = try? TableEncoding.decode(Array(bytes)) else { return nil }
    return (Text(SourceText(name: "data", bytes: file)), file)
  }

  /// Errors lie in the text, and the first of them can be shown, whatever stands there. To show them all
  /// would take longer than to read the text; the shell does.
  func tell(_ diagnostics: [Diagnostic]) {
    for case let range? in diagnostics.map(\.range) where range.source == id {
      precondition(range.upper <= source.bytes.count, "an error behind the end of the text")
    }
    let renderer = DiagnosticRenderer(library: library, color: false)
    if let first = diagnostics.first { _ = renderer.render(first) }
  }

  /// Statements that were made of it are such as can be read, as they are printed.
  func mustRead(_ script: String, _ maker: String) {
    let printed = Printable.text(script, keepingLineBreaks: true)
    let parsed = Parser.parse(SourceText(name: maker, text: printed), as: SourceID(index: 1))
    precondition(parsed.diagnostics.isEmpty, "\(maker) makes what cannot be read")
  }
}
