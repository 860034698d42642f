import RotaDiagnostics
import Testing

@Suite struct RendererTests {
  static let kind = DiagnosticKind("some-kind", "Explained.")

  private func render(_ line: String, marking part: String, name: String = "plan.rota") -> String {
    var library = SourceLibrary()
    let text = SourceText(name: name, text: "# first\n" + line + "\nlast\n")
    let id = library.add(text)
    let whole = Array(text.bytes)
    let wanted = Array(part.utf8)
    let lower = whole.indices.first { Array(whole[$0...].prefix(wanted.count)) == wanted } ?? 0
    let range = SourceRange(source: id, lower: lower, upper: lower + wanted.count)
    return DiagnosticRenderer(library: library, color: false)
      .render(Diagnostic(Self.kind, "wrong", at: range))
  }

  @Test func marksByDisplayWidth() {
    #expect(
      render("venue 第一学术报告厅 seets 5", marking: "seets") == """
        error: wrong [some-kind]
          plan.rota:2:15
        2 | venue 第一学术报告厅 seets 5
          |                      ^^^^^

        """)
    #expect(render("venue 报告厅", marking: "报告厅").contains("  |       ^^^^^^\n"))
  }

  private func render(_ line: String, marking part: String, columns: Int?) -> [String] {
    var library = SourceLibrary()
    let text = SourceText(name: "p", text: line)
    let id = library.add(text)
    let lower = line.firstRange(of: part).map { line[..<$0.lowerBound].utf8.count } ?? 0
    let range = SourceRange(source: id, lower: lower, upper: lower + part.utf8.count)
    return DiagnosticRenderer(library: library, color: false, columns: columns).render(
      Diagnostic(
        Self.kind, "wrong", at: range, remedies: ["did you mean `seats`?"],
        fixIt: Diagnostic.FixIt(replace: range, by: "seats"))
    ).split(separator: "\n").map(String.init)
  }

  /// On a terminal as much of a line is shown as it has room for, the marks below what they mark.
  @Test(arguments: [20, 33, 40, 61, 80, 200])
  func aTerminalSetsTheWidth(_ columns: Int) {
    let wide = String(repeating: "第一学术报告厅 ", count: 9)
    for line in ["\(wide)seets \(wide)", "seets \(wide)", "\(wide)seets"] {
      let lines = render(line, marking: "seets", columns: columns)
      #expect(lines.dropFirst(2).prefix(2).allSatisfy { $0.displayWidth <= columns })
      let shown = lines[2].flatMap { Array(repeating: $0, count: DisplayWidth.of($0)) }
      let marked = zip(shown, lines[3]).filter { $0.1 == "^" }.map(\.0)
      #expect(String(marked) == "seets", "\(columns): \(lines)")
      #expect(lines.count { $0.contains("did you mean `seats`?") } == 1)
    }
  }

  @Test func whereNoTerminalSetsItALineIsAsLongAsItIs() {
    let line = String(repeating: "厅", count: 60) + " seets " + String(repeating: "x", count: 30)
    let lines = render(line, marking: "seets", columns: nil)
    #expect(lines[2] == "1 | \(line)")
    #expect(lines[3].hasSuffix("^^^^^ did you mean `seats`?"))
  }

  @Test func expandsTabs() {
    #expect(
      render("\ta\tseets", marking: "seets").contains("2 |     a   seets\n  |         ^^^^^\n"))
  }

  @Test func showsTheFirstOfSeveralLines() {
    #expect(render("abc def", marking: "def\nlast").contains("2 | abc def\n  |     ^^^\n"))
  }

  @Test func marksTheEndOfALine() {
    var library = SourceLibrary()
    let id = library.add(SourceText(name: "p", text: "venue"))
    let text = DiagnosticRenderer(library: library, color: false).render(
      Diagnostic(Self.kind, "wrong", at: SourceRange(source: id, lower: 5, upper: 5)))
    #expect(text.hasSuffix("1 | venue\n  |      ^\n"))
  }

  @Test func printsNothingThatATerminalObeys() {
    let text = render("a \u{1B}[31m\u{202E}\u{7} seets", marking: "seets", name: "p")
    #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 && $0.value != 0x202E })
    #expect(text.contains("␛[31m<U+202E>␇ seets"))
    let shown = text.split(separator: "\n")
    let carets = shown.last.map { $0.prefix { $0 != "^" }.count } ?? 0
    #expect(shown[2].prefix { $0 != "s" }.count == carets)
  }

  @Test func placesHoldNothingThatATerminalObeys() {
    var library = SourceLibrary()
    let id = library.add(SourceText(name: "a\u{1B}[31m\u{202E}.rota", text: "venue"))
    let range = SourceRange(source: id, lower: 0, upper: 5)
    let text = DiagnosticRenderer(library: library, color: false).render(
      Diagnostic(Self.kind, "wrong", at: range, notes: [.init("here", at: range)]))
    #expect(text.contains("  a␛[31m<U+202E>.rota:1:1\n"))
    #expect(text.contains("note: here  a␛[31m<U+202E>.rota:1\n"))
  }

  @Test func aLineOfMegabytesShowsItsColumnAndItsMarks() {
    let line = String(repeating: "厅", count: 700_000) + "seets" + String(repeating: "x", count: 99)
    let lines = render(line, marking: "seets").split(separator: "\n").map(String.init)
    #expect(lines[1] == "  plan.rota:2:700001")
    let marked = zip(lines[2].flatMap { Array(repeating: $0, count: $0 == "厅" ? 2 : 1) }, lines[3])
      .filter { $0.1 == "^" }.map(\.0)
    #expect(String(marked) == "seets")
  }

  @Test(arguments: [0, 100, 200, 1000])
  func showsAWindowOfALongLine(before: Int) {
    let line = String(repeating: "厅", count: before) + "seets" + String(repeating: "x", count: 500)
    let lines = render(line, marking: "seets").split(separator: "\n").map(String.init)
    #expect(lines[2].displayWidth <= 165)
    let column = lines[3].displayWidth - 5
    var width = 0
    let rest = lines[2].drop { character in
      defer { width += DisplayWidth.of(character) }
      return width < column
    }
    #expect(rest.hasPrefix("seets"), "\(lines[2])")
  }

  @Test func showsNotesAndRemedies() {
    var library = SourceLibrary()
    let id = library.add(SourceText(name: "plan.rota", text: "venue Hal\nvenue Hall\n"))
    let range = SourceRange(source: id, lower: 6, upper: 9)
    let diagnostic = Diagnostic(
      Self.kind, severity: .warning, "no venue `Hal`", at: range,
      notes: [
        .init("declared here", at: SourceRange(source: id, lower: 16, upper: 20)), .init("also"),
      ],
      remedies: ["did you mean `Hall`?", "declare it"],
      fixIt: .init(replace: range, by: "Hall"))
    #expect(
      DiagnosticRenderer(library: library, color: false).render(diagnostic) == """
        warning: no venue `Hal` [some-kind]
          plan.rota:1:7
        1 | venue Hal
          |       ^^^ did you mean `Hall`?
        note: declared here  plan.rota:2
        note: also
          = declare it

        """)
    let colored = DiagnosticRenderer(library: library, color: true).render(diagnostic)
    #expect(colored.contains("\u{1B}[1;33mwarning\u{1B}[0m"))
  }

  @Test func writesJSON() throws {
    var library = SourceLibrary()
    let id = library.add(SourceText(name: "计划.rota", text: "venue 厅 x\ny"))
    let range = SourceRange(source: id, lower: 10, upper: 13)
    let diagnostic = Diagnostic(
      Self.kind, "a \"b\"", at: range, notes: [.init("n", at: range), .init("m")],
      remedies: ["r"], fixIt: .init(replace: range, by: "z"))
    #expect(
      try DiagnosticJSON(diagnostic, library: library).line() == """
        {"column":9,"endColumn":2,"endLine":2,"file":"计划.rota",\
        "fixIt":{"place":{"column":9,"endColumn":2,"endLine":2,"file":"计划.rota","line":1},\
        "replacement":"z"},"id":"some-kind","line":1,"message":"a \\"b\\"",\
        "notes":[{"message":"n","place":{"column":9,"endColumn":2,"endLine":2,"file":"计划.rota",\
        "line":1}},{"message":"m"}],"remedies":["r"],"severity":"error"}
        """)
    #expect(
      try DiagnosticJSON(Diagnostic(Self.kind, "m"), library: library).line()
        == #"{"id":"some-kind","message":"m","severity":"error"}"#)
  }
}
