import FixtureSupport
import RotaDiagnostics
import Testing

@testable import RotaSyntax

@Suite struct PropertyTests {
  private func format(_ text: String) -> String? {
    try? Formatter.format(SourceText(name: "t", text: text)).get()
  }

  @Test func randomProgramsParseAndKeepTheirMeaningWhenFormatted() {
    var read = 0
    for seed in Soak.cases(1500) {
      var programs = RandomPrograms(seed: UInt64(seed))
      let text = programs.program()
      let result = parse(text)
      // A few random programs are wrong on purpose of chance: a clause word where a name could be.
      guard result.diagnostics.isEmpty else { continue }
      read += 1
      guard let formatted = format(text) else {
        Issue.record("seed \(seed) was not formatted: \(text)")
        continue
      }
      #expect(dump(parse(formatted).script) == dump(result.script), "seed \(seed): \(text)")
      #expect(format(formatted) == formatted, "seed \(seed): \(text)")
      #expect(formatted.split(separator: "\n").allSatisfy { $0.last?.isWhitespace != true })
    }
    #expect(read > 1200, "\(read) of 1500 were read")
  }

  /// Cuts fall where they may: before `else`, into blocks that are not indented, between statements.
  @Test func aTextReadInPiecesIsTheTextReadAsAWhole() {
    var (inPieces, asAWhole) = (0, 0)
    for seed in Soak.cases(600) {
      let programs = (0..<4).map { part in
        var programs = RandomPrograms(seed: UInt64(seed * 4 + part))
        return programs.program()
      }
      let text = SourceText(name: "t", text: programs.joined(separator: "\n"))
      var state = ParserState(text, as: SourceID(index: 0), limits: ParserLimits())
      let whole = state.parseAll(in: .top)
      for least in [1, 40, 200] {
        let statements = PiecewiseParser.statements(
          of: text, as: SourceID(index: 0), in: .top, limits: ParserLimits(), bytesOfPiece: least)
        guard let statements else {
          asAWhole += 1
          continue
        }
        inPieces += 1
        #expect(whole.diagnostics.isEmpty, "seed \(seed)")
        #expect(
          dump(Script(statements: statements)) == dump(whole.script), "seed \(seed), \(least)")
        #expect(statements.map(\.range) == whole.script.statements.map(\.range))
      }
    }
    #expect(inPieces > 100 && asAWhole > 100, "\(inPieces) in pieces, \(asAWhole) as a whole")
  }

  @Test func theStatementsOfAllPiecesAreCounted() {
    let text = SourceText(name: "t", text: String(repeating: "venue A { seats 3 }\n", count: 100))
    var limits = ParserLimits()
    func count() -> Int? {
      PiecewiseParser.statements(
        of: text, as: SourceID(index: 0), in: .top, limits: limits, bytesOfPiece: 500)?.count
    }
    limits.statements = 200
    #expect(count() == 100)
    limits.statements = 199
    #expect(count() == nil)
  }

  @Test func expressionsReadBackFromTheirSource() {
    var compared = 0
    for seed in Soak.cases(1500) {
      var programs = RandomPrograms(seed: UInt64(seed))
      for statement in parse(programs.program()).script.statements {
        guard case .letting(let it) = statement else { continue }
        let text = "let x = \(it.value.source)"
        #expect(parse(text).diagnostics.isEmpty, "\(text)")
        #expect(parse(text).script.statements.map(dump) == ["let x = \(dump(it.value))"])
        compared += 1
      }
    }
    #expect(compared > 50)
  }

  /// Damaged texts: nothing may trap, every place lies in the text, and the rest of the text is read.
  @Test func damagedTextsNeverTrap() {
    var numbers = SeededNumbers(seed: 7)
    let examples = Vocabulary.entries.map(\.example)
    let bits: [[UInt8]] = [
      [0xFF], [0xE4, 0xB8], [0], Array("{".utf8), Array("}".utf8), Array("(".utf8),
      Array("\"".utf8),
      Array("\n".utf8), Array("，".utf8), Array("“".utf8), Array(" at most ".utf8), Array("..".utf8),
      Array("{\"{".utf8), Array(" 2,290 ".utf8), Array("#".utf8), Array("\\".utf8), Array("-".utf8),
      Array("else".utf8), Array("\u{202E}".utf8), Array("\r\n".utf8), Array("08:3".utf8),
    ]
    for _ in 0..<4000 {
      var bytes = Array(
        (0..<3).map { _ in examples.randomElement(using: &numbers) ?? "" }
          .joined(separator: "\n").utf8)
      for _ in 0..<Int.random(in: 1...4, using: &numbers) {
        let place = Int.random(in: 0...bytes.count, using: &numbers)
        switch Int.random(in: 0..<4, using: &numbers) {
        case 0: bytes.insert(contentsOf: bits.randomElement(using: &numbers) ?? [], at: place)
        case 1: bytes.removeSubrange(place..<min(place + 5, bytes.count))
        case 2 where place < bytes.count: bytes[place] = UInt8.random(in: 0...255, using: &numbers)
        default: bytes.removeSubrange(place...)
        }
      }
      check(bytes, numbers: &numbers)
    }
  }

  private func check(_ bytes: [UInt8], numbers: inout SeededNumbers) {
    let text = SourceText(name: "t", bytes: bytes)
    var library = SourceLibrary()
    let id = library.add(text)
    let result = Parser.parse(text, as: id)
    for diagnostic in result.diagnostics {
      #expect((diagnostic.range?.upper ?? 0) <= text.bytes.count, "\(diagnostic)")
      #expect(!diagnostic.message.isEmpty)
    }
    let shown = DiagnosticRenderer(library: library, color: false).render(result.diagnostics)
    #expect(!shown.utf8.contains(0x1B))
    #expect(result.diagnostics.isEmpty == shown.isEmpty)
    let offset = Int.random(in: 0...text.bytes.count, using: &numbers)
    let expectations = Parser.expectations(in: text, at: offset)
    #expect(expectations.replacing.upperBound == offset)
    guard result.diagnostics.isEmpty else { return }
    let formatted = format(String(decoding: text.bytes, as: UTF8.self))
    #expect(formatted.map { dump(parse($0).script) } == dump(result.script))
  }

  @Test(arguments: ["(", "{", "[", "-", "not ", "\"{"])
  func veryDeepTextsGiveErrors(piece: String) {
    read("let x = " + String(repeating: piece, count: 100_000))
    read(String(repeating: piece, count: 100_000))
  }

  @Test(arguments: [
    "f(", "if a {", "let x = (", "print [", "venue H {", "}", ")", "if a { } else ", "1 + ", "a.b",
    "print \"{\"{", "#", "\"", "\\", "..", ",", "for x in 1 {", "module M { lecture L { for run ",
    "def f() { ", "x ", "会 ", "1..", "print 1,", "\u{200B}", "if a { } else if ",
  ])
  func longTextsGiveErrors(piece: String) {
    for prefix in ["", "print "] { read(prefix + String(repeating: piece, count: 5_000)) }
  }

  /// Each bracket holds a long chain whose first operand is the next bracket: no part of it is very
  /// deep or very long, the whole would be a very high tree.
  @Test func highTreesGiveErrors() {
    let sum = String(repeating: " + 1", count: 400)
    read(
      "let x = " + String(repeating: "(", count: 150) + "1"
        + String(repeating: sum + ")", count: 150))
  }

  private func read(_ source: String) {
    let text = SourceText(name: "t", text: source)
    let result = Parser.parse(text, as: SourceID(index: 0))
    #expect(result.diagnostics.count <= 101)
    #expect(!result.diagnostics.isEmpty || source.contains("#") || source.contains("a.b"))
    if case .success = Formatter.format(text) { #expect(result.diagnostics.isEmpty) }
    let expectations = Parser.expectations(in: text, at: text.bytes.count)
    #expect(expectations.replacing.upperBound == text.bytes.count)
  }

  @Test func namesReadBackAsTheyAreQuoted() {
    let names = [
      "Hall", "第一学术报告厅", "New Era", "seats", "for", "min", "Mon", "true", "1班", "101", "a-b",
      "a\"b", "a\\b", "{n}", "a\nb", "", "any", "O'Brien", "O’Brien", "Ａ１", "１", "《论语》", "a.b",
      "a.",
      "in", "mod", "x·y", "·x", "e\u{301}a", "hall room",
    ]
    for name in names {
      let result = parse("venue \(NameSyntax.quoteIfNeeded(name))")
      #expect(result.diagnostics.isEmpty, "\(name) \(messages(result))")
      guard case .phrase(let phrase)? = result.script.statements.first,
        case .name(let syntax)? = phrase.argument("name")?.value
      else {
        Issue.record("no name: \(name)")
        continue
      }
      let texts = syntax.parts.map { if case .text(let text) = $0 { text } else { "?" } }
      #expect(texts.joined() == name)
      #expect(parse("venue \(syntax.source)").diagnostics.isEmpty)
    }
    #expect(NameSyntax.quoteIfNeeded("第一学术报告厅") == "第一学术报告厅")
    #expect(NameSyntax.quoteIfNeeded("seats") == "\"seats\"")
  }
}
