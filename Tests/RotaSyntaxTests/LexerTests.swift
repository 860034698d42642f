import RotaDiagnostics
import Testing

@testable import RotaSyntax

@Suite struct LexerTests {
  private func tokens(_ text: String) -> [String] {
    var lexer = Lexer(
      SourceText(name: "t", text: text), as: SourceID(index: 0), keepsComments: true)
    var result: [String] = []
    while true {
      let token = lexer.next()
      if token.kind == .end { return result }
      result.append("\(token.kind) \(token.kind.spelling ?? lexer.text(of: token))")
    }
  }

  static let cases: [(String, [String])] = [
    ("venue 会议室_1 Nguyễn", ["word venue", "word 会议室_1", "word Nguyễn"]),
    (
      "1班 3rd 40min 2.5h 7days",
      [
        "word 1班", "word 3rd", "number 40", "word min", "number 2.5", "word h", "number 7",
        "word days",
      ]
    ),
    ("25% 25 %", ["number 25", "percent %", "number 25", "percent %"]),
    (
      "2023-02-23 2023-2-3 12023-02-23",
      [
        "date 2023-02-23", "date 2023-2-3", "number 12023", "minus -", "number 02", "minus -",
        "number 23",
      ]
    ),
    (
      "2023年2月23日 2023年2月3号..２０２３年2月4日 2023年2月 2023年2月23日上午 9月17日",
      [
        "date 2023年2月23日", "date 2023年2月3号", "range ..", "date 2023年2月4日", "word 2023年2月",
        "word 2023年2月23日上午", "word 9月17日",
      ]
    ),
    (
      "08:30 8:30-10:00 08:30 - 10:00",
      [
        "time 08:30", "timeSpan 8:30-10:00", "time 08:30", "minus -", "time 10:00",
      ]
    ),
    (
      "1..3 1.5..2 Mon..Fri a.b..c",
      [
        "number 1", "range ..", "number 3", "number 1.5", "range ..", "number 2", "word Mon",
        "range ..",
        "word Fri", "word a.b", "range ..", "word c",
      ]
    ),
    (
      "（）：，；［］｛｝＝＋－＜＞％、",
      [
        "leftParenthesis (", "rightParenthesis )", "colon :", "comma ,", "semicolon ;",
        "leftBracket [",
        "rightBracket ]", "leftBrace {", "rightBrace }", "equal =", "plus +", "minus -", "less <",
        "greater >", "percent %", "comma ,",
      ]
    ),
    ("１２：３０", ["time 12:30"]),
    ("第１期", ["word 第1期"]),
    (
      "= == != ≠ <= ≤ >= ≥ × ÷ ！＝",
      [
        "equal =", "equal =", "notEqual !=", "notEqual !=", "lessOrEqual <=", "lessOrEqual <=",
        "greaterOrEqual >=", "greaterOrEqual >=", "times *", "divide /", "notEqual !=",
      ]
    ),
    (
      "\"a{n}b\"",
      [
        "stringStart \"", "stringText a", "interpolationStart {", "word n", "interpolationEnd }",
        "stringText b", "stringEnd \"",
      ]
    ),
    ("a # b\n# c", ["word a", "comment # b", "newline \n", "comment # c"]),
    ("O'Brien O’Brien a'", ["word O'Brien", "word O'Brien", "word a"]),
    ("a\r\nb", ["word a", "newline \n", "word b"]),
  ]

  @Test(arguments: cases)
  func cuts(text: String, tokens expected: [String]) {
    #expect(tokens(text) == expected)
  }

  @Test(arguments: ["?", "\\", "!", "\u{1}", "\u{200B}", "\u{202E}", "😀", "\"\u{1}"])
  func aRunOfMeaninglessCharactersIsOneProblem(character: String) {
    let text = "print " + String(character.first ?? " ") + character.dropFirst()
    let one = parse(text + "\n").diagnostics
    let last = character.unicodeScalars.last.map { String($0) } ?? ""
    let many = parse(text + String(repeating: last, count: 199_999) + "\n").diagnostics
    #expect(many.map(\.kind) == one.map(\.kind))
    #expect(many.contains { $0.message.contains("200,000 ") })
    #expect(!one.contains { $0.message.contains("the first") })
  }

  @Test func noMoreProblemsAreGatheredThanAreTold() {
    let result = parse(String(repeating: "$ ", count: 50_000))
    #expect(result.diagnostics.count == ParserLimits().errors + 1)
    #expect(result.diagnostics.last?.kind == SyntaxMessages.tooManyErrors)
  }

  @Test func aLongWordIsQuotedInPart() {
    let result = parse(String(repeating: "a", count: 100_000))
    #expect(result.diagnostics.count == 1)
    #expect(result.diagnostics.allSatisfy { $0.message.utf8.count < 300 })
  }

  @Test func everyProblemIsToldOnce() {
    let result = parse("print $ $ + “a\nvenue \u{200B}H seats 5\n")
    #expect(
      result.diagnostics.map(\.kind.id) == [
        "unexpected-character", "unexpected-character", "unterminated-string",
        "invisible-character",
      ])
    #expect(result.script.statements.count == 1)
  }
}
