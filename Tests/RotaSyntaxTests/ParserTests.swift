import RotaDiagnostics
import Testing

@testable import RotaSyntax

@Suite struct ParserTests {
  static let cases: [(String, String)] = [
    ("venue 第一学术报告厅 seats 500", "<venue name:'第一学术报告厅' <seats count:500>>"),
    (
      "venue \"Room {n}\" { kind room；seats 65 }",
      "<venue name:q'Room |${n}' {<kind name:'room'>; <seats count:65>}>"
    ),
    (
      "unit 开发区   420 people { away at most 30% }",
      "<unit name:'开发区' people:420_people {<away at:· most:· limit:30_%>}>"
    ),
    ("unit Harbour people 420 people", "<unit name:'Harbour' <people people:420_people>>"),
    (
      "plan P holiday 2023-04-05 workday 2023-04-01",
      "<plan name:'P' <holiday dates:[D2023/4/5]> <workday dates:[D2023/4/1]>>"
    ),
    (
      "plan P { holiday 2023-04-05 清明节 }",
      "<plan name:'P' {<holiday dates:[D2023/4/5] name:'清明节'>}>"
    ),
    (
      "plan P { period 上午一 08:30-10:00 on Sat, Sun }",
      "<plan name:'P' {<period name:'上午一' times:T8:30~10:0 on:· weekdays:[W6, W7]>}>"
    ),
    ("plan time zone \"Asia/Shanghai\"", "<plan <time zone timezone:q'Asia/Shanghai'>>"),
    ("plan P language zh-Hans, vi", "<plan name:'P' <language languages:['zh-Hans','vi']>>"),
    (
      "site M open Tue..Fri 09:00-17:00, Sat 9:00-12:00 closed 2027-03-10",
      "<site name:'M' <open windows:[[(W2 .. W5), T9:0~17:0], [W6, T9:0~12:0]]> "
        + "<closed windows:[[D2027/3/10]]>>"
    ),
    (
      "teacher Li teaches 新境界、世界观 at most 2 per day remote",
      "<teacher name:'Li' <teaches topics:['新境界','世界观']> "
        + "<at most count:2 per:· day:·> <remote>>"
    ),
    ("travel A to B 40min", "<travel from:'A' to:· to:'B' duration:40_min>"),
    (
      "module M { lecture L for run first in any venue not first day }",
      "<module name:'M' {<lecture name:'L' <for run> <first> <in any:· places:['venue']> "
        + "<not first day>>}>"
    ),
    (
      "module M { visit V for class 2 periods across breaks 3 times }",
      "<module name:'M' {<visit name:'V' <for class> <periods count:2 periods:·> "
        + "<across breaks> <times count:3 times:·>>}>"
    ),
    (
      "module M { visit V n periods; }",
      "<module name:'M' {<visit name:'V' <periods count:n periods:·>>}>"
    ),
    (
      "module M { visit V { (n + 1) periods } }",
      "<module name:'M' {<visit name:'V' {<periods count:(n + 1) periods:·>}>}>"
    ),
    (
      "module M { visit V { by any of Li, Wu; by any teacher; by 2 of Li; by Li } }",
      "<module name:'M' {<visit name:'V' {<by any:· of:· teachers:['Li','Wu']>; "
        + "<by any:· teacher:·>; <by count:2 of:· teachers:['Li']>; <by teachers:['Li']>}>}>"
    ),
    (
      "module M { workshop Budget for class }",
      "<module name:'M' {<own form form:'workshop' name:'Budget' <for class>>}>"
    ),
    (
      "module M { for run in 1..3 { lecture \"L{run}\" } }",
      "<module name:'M' {for run in (1 .. 3) {<lecture name:q'L|${run}'>}}>"
    ),
    (
      "module M { visit V { for x in 1..2 { 2 periods }; for run } }",
      "<module name:'M' {<visit name:'V' {for x in (1 .. 2) {<periods count:2 periods:·>}; <for run>}>}>"
    ),
    (
      "module M { exam E at least 2 days after V within 3 days of W }",
      "<module name:'M' {<exam name:'E' <at least days:2_days after:· session:'V'> "
        + "<within days:3_days of:· session:'W'>>}>"
    ),
    (
      "rotation R trainees all units runs as needed classes at most 62 people",
      "<rotation name:'R' <trainees all:· units:·> <runs as:· needed:·> "
        + "<classes at:· most:· people:62_people>>"
    ),
    (
      "rotation R { trainees A, B; trainees 90 people; trainees n * 2; runs 5 }",
      "<rotation name:'R' {<trainees units:['A','B']>; <trainees people:90_people>; "
        + "<trainees people:(n * 2)>; <runs count:5>}>"
    ),
    (
      "rotation R { run 2 starts 2027-03-08; class 1 of run 2 { room \"Room 3\" } }",
      "<rotation name:'R' {<run number:2 <starts date:D2027/3/8>>; "
        + "<class number:1 of:· run:· run:2 {<room venue:q'Room 3'>}>}>"
    ),
    ("prefer same room for class weight 1", "<prefer <same room for:· class:·> <weight number:1>>"),
    ("prefer early weight 2", "<prefer <early> <weight number:2>>"),
    (
      "require share(form: discussion) >= 20% \"why\"",
      "<require value:(share(form: discussion) >= 20_%) text:'why'>"
    ),
    (
      "list sessions where form = visit and zone in [A, B] by site",
      "<list listing:'sessions' where:· value:((form = visit) and (zone in [A, B])) by:· field:'site'>"
    ),
    ("solve seed 3 for 10 s", "<solve seed:· number:3 for:· duration:10_s>"),
    (
      "show timetable of class \"集中轮训 第1期 1班\"",
      "<show timetable of:· class:· audience:q'集中轮训 第1期 1班'>"
    ),
    (
      "show timetable of class 1 of run 2 of R",
      "<show timetable of:· class:· class:1 of:· run:· run:2 of:· rotation:'R'>"
    ),
    (
      "move Ethics of run 1 to 2027-03-02 at am in Hall",
      "<move session:'Ethics' of:· run:· run:1 to:· date:D2027/3/2 at:· period:'am' in:· places:['Hall']>"
    ),
    (
      "lock Ethics meeting 2 of group 1 of class 2 of run 3",
      "<lock session:'Ethics' meeting:· meeting:2 of:· group:· number:1 of:· class:· class:2 of:· run:· run:3>"
    ),
    ("load examples/zhengzhou.rota; check", "<load file:path 'examples/zhengzhou.rota'>\n<check>"),
    ("load ~/a\"b#c", "<load file:path '~/a\"b#c'>"),
    ("save over \"my plan.rota\"", "<save over:· file:path q'my plan.rota'>"),
    ("print \"seats:\", 1..2, [1,2,]", "<print values:['seats:', (1 .. 2), [1, 2]]>"),
    ("print 1 +\n 2, # c\n\n 3", "<print values:[(1 + 2), 3]>"),
    ("print (1\n+ 2)", "<print values:[(1 + 2)]>"),
    ("set output markdown", "<set option:'output' word:'markdown'>"),
    ("help venue", "<help subject:'venue'>"),
    ("undo", "<undo>"), ("undo 3", "<undo steps:3>"),
    (
      "let x = not a = b or c mod 2 > 1 and d",
      "let x = ((not (a = b)) or (((c mod 2) > 1) and d))"
    ),
    ("let x = - 2 * 3 - 4 - 5", "let x = ((((- 2) * 3) - 4) - 5)"),
    ("let x = 1 .. n + 1", "let x = (1 .. (n + 1))"),
    (
      "if a { check } else if b { quit }\nelse { undo }",
      "if a {<check>} else {if b {<quit>} else {<undo>}}"
    ),
    (
      "def f(n, s = 65) { venue \"R{n}\" seats s }; f(1)\ndef g(x) = x * 2",
      "def f(n,s=65) {<venue name:q'R|${n}' <seats count:s>>}\ncall f(1)\ndef g(x) = (x * 2)"
    ),
    ("print weekday(2023-02-23) = Thu", "<print values:[(weekday(D2023/2/23) = W4)]>"),
    ("print 2023 - 2, 08:30, true", "<print values:[(2023 - 2), T8:30, true]>"),
    ("print \"a{f(\"b{1}\")}\\{\\\"\\n\"", "<print values:['a|${f('b|${1}')}|{\"\n']>"),
    ("print “a”", "<print values:['a']>"),
    ("print \"“a”\"", "<print values:['“a”']>"),
    ("venue O’Brien; venue A.B; venue ٣; venue Nguyễn_Văn", ""),
    (
      "venue 1班; venue 3rd; print 40min",
      "<venue name:'1班'>\n<venue name:'3rd'>\n<print values:[40_min]>"
    ),
    (
      "venue O’Brien; venue A.B; venue Nguyễn_Văn·x",
      "<venue name:'O'Brien'>\n<venue name:'A.B'>\n<venue name:'Nguyễn_Văn·x'>"
    ),
    ("print １２．５％＋３", "<print values:[(12.5_% + 3)]>"),
    ("expect unplaced() = 0", "<expect value:(unplaced() = 0)>"),
    ("drop venue Hall", "<drop kind:'venue' name:'Hall'>"),
    ("drop run 2", "<drop kind:'run' number:2>"),
    ("if x { check }\n\n", "if x {<check>}"),
  ]

  @Test(arguments: cases.filter { !$0.1.isEmpty })
  func parses(source: String, tree: String) {
    let result = parse(source)
    #expect(result.diagnostics.isEmpty, "\(messages(result))")
    #expect(dump(result.script) == tree)
  }

  static let incomplete = [
    "venue Hall {", "venue Hall {\n seats 500\n", "print 1,", "print 1 +", "print (1",
    "print [1,\n2",
    "let x =", "if a {\ncheck\n} else {", "plan P dates 2027-03-01 ..", "print f(1,", "let x = not",
    "let x = a and", "module M {\n  lecture L { for run",
  ]

  @Test(arguments: incomplete)
  func asksForMore(source: String) {
    let result = parse(source)
    #expect(result.isIncomplete, "\(messages(result))")
    #expect(!parse(source + "\n").isIncomplete == false)
  }

  @Test(arguments: [
    "venue", "venue Hall", "if a { check }", "venue Hall seats", "foo {", "print \"a",
    "venue Hall { foo",
    "for x in 1..2", "show", "travel A to",
  ])
  func asksForNoMore(source: String) {
    #expect(!parse(source).isIncomplete)
  }

  /// A slip, and the one error that it makes: at what, and what to do.
  static let slips: [(source: String, wrong: String, remedy: String)] = [
    ("venue大堂 seats 500", "venue大堂", "did you mean `venue 大堂`?"),
    ("venue Hall seats500", "seats500", "did you mean `seats 500`?"),
    ("unit1班 12 people", "unit1班", "did you mean `unit 1班`?"),
    ("module M { lecture伦理学概论 for run }", "lecture伦理学概论", "did you mean `lecture 伦理学概论`?"),
    ("vneue seats 500", "vneue", "did you mean `venue`?"),
    ("teacher Li at moost 2 per day", "at moost", "did you mean `at most`?"),
    ("rotation R { at moost 2 per day }", "at moost", "did you mean `at most`?"),
    (
      "module M { lecture A { for run; at moost 2 per day } }", "at moost",
      "did you mean `at most`?"
    ),
    ("module M { lecture A for run at moost 2 per day }", "at moost", "did you mean `at most`?"),
    ("module M at moost 2 per day", "at", "`at` belongs to session"),
    ("module \"M {\n  lecture A for run\n}\nvenue B", "\"", "close it with \""),
    ("module M {\n  lecture “A { \n for run\n }\n}", "“", "close it with \""),
    ("venue \"Hall seats 500", "\"", "close it with \""),
    ("module \"M {", "\"", "close it with \""),
    ("print \"a {1 + \"b\n", "\"", "close it with \""),
    (
      "export html timetable \"x.html\"", "timetable",
      "write `export timetable html`"
    ),
    ("export html timetable x.html", "timetable", "write `export timetable html`"),
  ]

  @Test(arguments: slips)
  func tellsOneSlipOnce(source: String, wrong: String, remedy: String) throws {
    let result = parse(source)
    #expect(result.diagnostics.count == 1, "\(messages(result))")
    let error = try #require(result.diagnostics.first)
    let range = try #require(error.range)
    let text = SourceText(name: "test", text: source)
    #expect(text.slice(range.lower, range.upper) == wrong)
    #expect(error.remedies == [remedy])
  }

  @Test func twoSlipsAreTwoErrors() {
    let source =
      "vneue A seats 5 {\n  kindd room\n}\nsite大院 { seets 4 }\nmodule \"M {\n  lectur A for run\n}\n"
    #expect(
      parse(source).diagnostics.map(\.kind.id) == [
        "unknown-word", "unknown-word", "unknown-word", "unknown-word", "unterminated-string",
        "unknown-word",
      ], "\(messages(parse(source)))")
  }

  @Test func aFormOfOnesOwnMayBeginWithAWordOfTheLanguage() {
    #expect(parse("module M { exam期末考试 Final for run }").diagnostics.isEmpty)
  }
}
