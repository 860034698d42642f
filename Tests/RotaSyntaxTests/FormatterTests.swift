import RotaDiagnostics
import Testing

@testable import RotaSyntax

@Suite struct FormatterTests {
  static let cases: [(String, String)] = [
    ("venue  Hall   seats 500 ;;  check", "venue Hall seats 500; check\n"),
    ("venue Hall｛kind hall；seats ５００｝", "venue Hall { kind hall; seats 500 }\n"),
    (
      "venue Hall {\nkind hall\n\n\n  seats 500 }",
      "venue Hall {\n    kind hall\n\n    seats 500\n}\n"
    ),
    ("venue Hall { kind hall\n}\n", "venue Hall {\n    kind hall\n}\n"),
    ("venue A {\n\n  streams\n\n}\n\n\n\nvenue B\n\n", "venue A {\n    streams\n}\n\nvenue B\n"),
    ("# a\nvenue A   #b  \n  ＃ c", "# a\nvenue A  #b\n# c\n"),
    ("venue A { # c\nstreams }", "venue A {  # c\n    streams\n}\n"),
    ("if a>1{check}\n\nelse{quit}", "if a > 1 { check } else { quit }\n"),
    ("if a { check }\n# no\nelse { quit }", "if a { check }\n# no\nelse { quit }\n"),
    ("let x=-( 1+2 )*3- -4", "let x = -(1 + 2) * 3 - -4\n"),
    ("let x = [1,\n2,\n # two\n3\n]", "let x = [1,\n    2,\n    # two\n    3\n]\n"),
    ("print 1,\n2", "print 1,\n    2\n"),
    ("let a = 1 +\n 2", "let a = 1 +\n    2\n"),
    ("plan P dates 2023-2-3 .. 2023-04-04", "plan P dates 2023-02-03..2023-04-04\n"),
    ("prefer 2 .. 4 periods  per day", "prefer 2..4 periods per day\n"),
    ("site M travel 40min", "site M travel 40 min\n"),
    ("unit A 5people away at most 30 %", "unit A 5 people away at most 30%\n"),
    ("load examples/a#b.rota ; check", "load examples/a#b.rota; check\n"),
    ("plan P language zh-Hans , vi", "plan P language zh-Hans, vi\n"),
    ("venue “研讨室{ n+1 }” seats 65", "venue \"研讨室{n + 1}\" seats 65\n"),
    ("print share ( form:visit )", "print share(form: visit)\n"),
    ("room (1,2)", "room(1, 2)\n"),
    ("let a = b≥2 and not c", "let a = b >= 2 and not c\n"),
    ("let a = b==2 or c≠3", "let a = b = 2 or c != 3\n"),
    ("", ""),
    ("\n\n", ""),
    ("\u{3000}check", "check\n"),
    ("for x in [1,\n2] {\nvenue A\n}", "for x in [1,\n    2] {\n    venue A\n}\n"),
    ("plan P period am 8:30-10:00", "plan P period am 08:30-10:00\n"),
  ]

  @Test(arguments: cases)
  func formats(source: String, formatted: String) throws {
    let text = SourceText(name: "t", text: source)
    #expect(try Formatter.format(text).get() == formatted)
    #expect(try Formatter.format(SourceText(name: "t", text: formatted)).get() == formatted)
    #expect(dump(parse(source).script) == dump(parse(formatted).script))
  }

  @Test func refusesWhatCannotBeRead() {
    guard case .failure(let failure) = Formatter.format(SourceText(name: "t", text: "venue ("))
    else {
      Issue.record("formatted a broken text")
      return
    }
    #expect(!failure.diagnostics.isEmpty)
  }
}
