import RotaPlanning
import Testing

@testable import RotaLanguage

/// Variables, loops, conditions, definitions, and what stops them.
@Suite struct Scripts {
  static let prints: [(String, [String])] = [
    ("print 1 + 1, \"rooms\"", ["2 rooms"]),
    ("let n = 3; print n", ["3"]),
    ("let n = 1; let n = n + 1; print n", ["2"]),
    ("for n in 1..3 { print n }", ["1", "2", "3"]),
    ("for n in 3..1 { print n }", []),
    ("for d in Fri..Mon { print d }", ["Fri", "Sat", "Sun", "Mon"]),
    ("for d in 2023-02-27..2023-03-01 { print d }", ["2023-02-27", "2023-02-28", "2023-03-01"]),
    ("for x in [\"a\", 40 min] { print x }", ["a", "40 min"]),
    ("let sum = 0; for n in 1..4 { let sum = sum + n }; print sum", ["10"]),
    ("let n = 9; for n in 1..2 { print n }; print n", ["1", "2", "9"]),
    ("if 1 < 2 { print \"yes\" } else { print \"no\" }", ["yes"]),
    ("if 1 > 2 { print 1 } else if 2 > 1 { print 2 } else { print 3 }", ["2"]),
    ("def f(a, b = 3) { print a, b }; f(1); f(1, 2); f(b: 1, a: 2)", ["1 3", "1 2", "2 1"]),
    ("def twice(n) = n * 2; print twice(21)", ["42"]),
    ("def f(a, b = a * 2) = a + b; print f(1)", ["3"]),
    ("let k = 1; def f() { let k = 5; print k }; f(); print k", ["5", "1"]),
    ("def down(n) { if n > 0 { print n; down(n - 1) } }; down(3)", ["3", "2", "1"]),
    ("def any_left(n) = n = 0 or any_left(n - 1); print any_left(5)", ["true"]),
    ("venue Hall seats 9; print seats(Hall)", ["9"]),
    ("print visit, \"{visit}\"", ["visit visit"]),
    ("print [1, 2], 2023-02-23, 08:30-10:00, 1..2", ["1, 2 2023-02-23 08:30-10:00 1..2"]),
  ]

  @Test(arguments: prints)
  func print(_ text: String, _ lines: [String]) {
    let outcome = run(text)
    #expect(outcome.messages == [])
    #expect(outcome.host.lines == lines)
  }

  static let errors: [(String, [String])] = [
    ("let a = b", ["unknown-name"]),
    ("f()", ["unknown-name"]),
    ("def f() { print 1 }; print f()", ["wrong-use"]),
    ("def f() = 1; f()", ["wrong-use"]),
    ("def f(a) { print a }; f()", ["wrong-arguments"]),
    ("def f(a) { print a }; f(1, 2)", ["wrong-arguments"]),
    ("def f(a) { print a }; f(a: 1, a: 2)", ["wrong-arguments"]),
    ("def f(abc) { print abc }; f(abd: 1)", ["unknown-name"]),
    ("def f(a, a) { print a }", ["name-clash"]),
    ("def length(a) = 1", ["name-clash"]),
    ("if 1 { print 1 }", ["wrong-type"]),
    ("for x in 3 { print x }", ["wrong-type"]),
    ("teacher Li at most 2 periods per day", ["wrong-type"]),
    ("teacher Li at most 2 people per week", ["wrong-type"]),
    ("rotation R at most 4 periods per day", ["wrong-type"]),
    ("rotation R at most 2 days runs at once", ["wrong-type"]),
    ("let n = 2 periods; module M { lecture L n periods at most n per day }", ["wrong-type"]),
    ("for n in 1..1000 { print m }", ["unknown-name"]),
    ("def f(n) = f(n + 1); print f(1)", ["limit-reached"]),
    ("def f(n) { f(n + 1) }; f(1)", ["limit-reached"]),
    ("venue \"{\" \"}\"", ["bad-name"]),
    ("prefer", ["no-wish"]),
    ("run 1 starts 2027-03-01", ["which-rotation"]),
    ("rotation A; rotation B; run 1 starts 2027-03-01", ["which-rotation"]),
    ("rotation Alpha; run 1 of Alphe starts 2027-03-01", ["unknown-name"]),
    ("rotation A { run 1 of B { classes 2 } }", ["which-rotation"]),
    ("drop venue", ["which-one"]),
    ("prefer early; prefer compact days; drop prefer", ["which-one"]),
    ("prefer early; drop prefer 2", ["unknown-number"]),
    ("rotation R; drop run 1 of R", ["unknown-number"]),
    ("drop venu X", ["unknown-name"]),
    ("module M { lecture L }; module N { lecture L }; drop session L", ["which-one"]),
    ("def f() { venue X }; module M { f() }", ["misplaced"]),
    ("expect 1 = 2", ["expectation-failed"]),
  ]

  @Test(arguments: errors)
  func isRefused(_ text: String, _ ids: [String]) {
    #expect(run(text).ids == ids)
  }

  @Test func allErrorsOfATextComeAtOnceAndNoCommandAfterTheFirst() {
    let outcome = run(
      "print 1; venue A seats 3 min; print 2; venue B seats x; check; venue C seats 7; print 3")
    #expect(outcome.ids == ["wrong-type", "unknown-name"])
    #expect(outcome.host.lines == ["1"])
    #expect(outcome.host.commands.isEmpty)
    #expect(outcome.plan.places.map(\.name) == ["A", "B", "C"])
  }

  @Test func thePromptGoesOn() {
    let outcome = run("print x; print 2", stopAtFirstError: false)
    #expect(outcome.ids == ["unknown-name"])
    #expect(outcome.host.lines == ["2"])
  }

  @Test func aFailedExpectationShowsBothSides() throws {
    let outcome = run("let rooms = 3; expect rooms * 2 = 7 \"seven rooms\"")
    let failure = try #require(outcome.diagnostics.first)
    #expect(failure.severity == .broken)
    #expect(failure.message == "expected rooms * 2 = 7: seven rooms")
    #expect(failure.notes.map(\.message) == ["rooms * 2 is 6"])
  }

  @Test func commandsGoToTheHostWithTheirArguments() throws {
    let outcome = run(
      "solve for 10 s seed 7; list sessions where form = visit by site; set output csv")
    #expect(outcome.messages == [])
    let commands = outcome.host.commands
    #expect(commands.map(\.entry.word) == ["solve", "list", "set"])
    #expect(commands[0].value("duration")?.seconds == 10)
    #expect(commands[0].value("number")?.integer == 7)
    let condition = try #require(commands[1].argument("value")?.expression)
    #expect(Evaluator.source(of: condition) == "form = visit")
    #expect(commands[2].arguments.last?.value?.string == "csv")
  }

  @Test func variablesInConditionsKeepTheirValue() {
    let outcome = run(
      "let most = 3; let who = \"Li\"; require count(sessions, where: teacher = who) <= most; let most = 9"
    )
    #expect(outcome.messages == [])
    #expect(
      DeclarationWriter.text(outcome.state).hasSuffix(
        "require count(sessions, where: teacher = \"Li\") <= 3\n"))
  }

  @Test func aLoopStopsWhenTheHostSaysSo() {
    var outcome = Outcome()
    outcome.host.patience = 5
    outcome.run("for n in 1..1000000 { print n }; print \"never\"")
    #expect(outcome.ids == ["interrupted"])
    #expect(outcome.host.lines.count == 5)
  }

  @Test func textsAndListsHaveLimits() {
    #expect(
      run("let s = \"0123456789\"; for n in 1..30 { let s = s + s }").ids == ["limit-reached"])
    #expect(run("let l = [1]; for n in 1..30 { let l = l + l }").ids == ["limit-reached"])
    #expect(run("let l = [1]; for n in 1..30 { let l = [l, l] }").ids == ["limit-reached"])
  }

  @Test func deepNestingIsRefusedBeforeTheStackEnds() {
    let calls = "def f(n) { if n > 0 { for x in [1] { f(n - 1) } } }; f(190)"
    #expect(run(calls).ids == [])
    let expressions = "def f(n) = n = 0 or (not (not f(n - 1))); print f(150)"
    #expect(run(expressions).messages == [])
    let deeper = "def f(n) = n = 0 or (not (not (not (not f(n - 1))))); print f(199)"
    #expect(run(deeper).ids == ["limit-reached"])
    let lists = "def f(n) { for x in [[[n]]] { if true { if true { if true { f(n) } } } } }; f(1)"
    #expect(run(lists).ids == ["limit-reached"])
  }

  @Test func errorsInADefinitionNameTheCall() throws {
    let outcome = run("def f(n) { venue \"V{n}\" seats n / 2 }; f(3)")
    let error = try #require(outcome.diagnostics.first)
    #expect(error.kind.id == "not-whole")
    #expect(error.notes.map(\.message) == ["`f` is called here"])
  }

  @Test func conditionsOnRows() throws {
    let text = "list sessions where form = visit and seats >= 2 * n"
    let command = try #require(run(text).host.commands.first)
    let condition = try #require(command.argument("value")?.expression)
    let value = try Evaluator.value(of: condition, variables: ["n": .number(30)]) { word in
      ["form": .name("visit"), "seats": .number(65)][word]
    }
    #expect(value == .boolean(true))
    #expect(throws: (any Error).self) {
      try Evaluator.value(of: condition) { $0 == "form" ? .text("visit") : nil }
    }
  }

  /// Where a number belongs, a word is no text that lacks its quotes; one like a variable may be that.
  @Test(arguments: [
    ("venue Hall seats 四十", "write numbers in digits: 40"),
    ("let forty = 40; venue Hall seats forthy", "did you mean `forty`?"),
    ("print 四十", "text needs quotes: \"四十\""),
    ("site Lake travel 40分钟", "did you mean `40 min`?"),
    ("unit Harbour 62人", "did you mean `62 people`?"),
  ]) func numbersAreWrittenInDigits(text: String, remedy: String) {
    #expect(run(text).diagnostics.first?.remedies == [remedy])
  }
}
