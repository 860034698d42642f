import RotaDiagnostics
import Testing

@testable import RotaSyntax

@Suite struct ExpectationsTests {
  private func expectations(_ text: String) -> Expectations {
    let source = SourceText(name: "t", text: text)
    return Parser.expectations(in: source, at: source.bytes.count)
  }

  static let words: [(String, [String], [String])] = [
    // text, words among those offered, words not offered
    ("", ["venue", "show timetable", "check", "let"], ["seats", "lecture"]),
    ("venue H", [], ["seats"]),
    ("venue Hall ", ["seats", "streams"], ["venue", "let", "lecture"]),
    ("venue Hall { kind hall; ", ["seats", "let", "if"], ["venue"]),
    ("venue Hall {\n kind hall\n se", ["seats"], ["venue"]),
    ("venue Hall { kind hall }\n", ["venue"], ["seats"]),
    ("show ", ["timetable", "programme"], ["venue", "show timetable"]),
    ("show timetable ", ["of"], []),
    ("show timetable of ", ["class", "run", "teacher"], ["venues"]),
    ("module M { ", ["lecture", "theme", "for"], ["seats"]),
    ("module M { lecture L ", ["for run", "not at", "by"], ["lecture", "theme2"]),
    ("module M { lecture L not ", ["same day as", "at", "on day"], ["note", "lecture"]),
    ("module M { lecture L by ", ["any"], ["lecture"]),
    ("module M { lecture L by any ", ["of", "teacher"], []),
    ("module M { exam E at ", ["least", "most"], []),
    ("plan P days ", [], ["dates"]),
    ("rotation R { run 1 { ", ["starts", "people"], ["teaches"]),
    ("rotation R {\n  trainees ", ["all"], ["runs"]),
    ("prefer ", ["compact days", "weight"], ["seats"]),
    ("prefer 2..4 ", ["periods"], ["weight"]),
    ("prefer teacher Li not on ", [], ["weight"]),
    ("prefer early ", ["weight"], ["compact days", "early"]),
    ("venue Hall seats 90 ", ["streams", "open"], ["seats"]),
    ("module M { lecture L for run ", ["by"], ["for class", "for run"]),
    ("prefer same room ", ["for module", "for", "weight"], []),
    ("rotation R { class 1 of run 1 { ", ["attends", "people"], ["teaches"]),
    ("site M travel 40 ", ["min", "h"], ["open"]),
  ]

  @Test(arguments: words)
  func offersWords(text: String, offered: [String], missing: [String]) {
    let found = expectations(text).words.map(\.word)
    for word in offered { #expect(found.contains(word), "\(found)") }
    for word in missing { #expect(!found.contains(word), "\(found)") }
  }

  static let slots: [(String, [Usage.Slot])] = [
    ("venue ", [.name]), ("module M { lecture L in Hall, ", [.places]),
    ("module M { lecture L by any of ", [.teachers]), ("rotation R teaches ", [.modules]),
    ("load ", [.file]), ("drop ", [.clause, .kind]), ("site M zone ", [.zone]),
    ("show timetable of teacher \"Li", [.name]), ("check ", []), ("print f(", [.value]),
    ("unit A ", [.people]), ("class 1 of run 1 attends ", [.modules]),
    ("prefer teacher Li not on Fri, ", [.windows]), ("prefer venue ", [.name]),
    ("plan P days Mon .. ", [.weekdays]), ("plan P holiday 2027-03-01 .. ", [.date]),
    ("plan P holiday 2027-", [.dates]), ("teacher Li unavailable 2027-03-0", [.windows]),
    ("move E to 2027-03-01 at ", [.period]), ("place E of run 1 at 2027-03-01 ", [.period]),
    ("class 1 of run 1 { room ", [.venue]), ("help show ti", [.subject]), ("undo ", [.steps]),
    ("print count(", [.listing]), ("print hours(form: ", [.form]), ("print seats(", [.place]),
    ("plan P language zh-H", [.languages]),
    ("module M { study S { not in A, ", [.places]),
  ]

  @Test(arguments: slots)
  func offersSlots(text: String, slots: [Usage.Slot]) {
    #expect(expectations(text).slots == slots)
  }

  static let ranges: [(String, Range<Int>)] = [
    ("ven", 0..<3), ("venue ", 6..<6), ("venue Hall se", 11..<13), ("print \"a b", 6..<10),
    ("print \"a\"", 9..<9), ("# venue", 7..<7), ("print \"a {n", 6..<11), ("check;sho", 6..<9),
    ("move E to 2027-03-0", 10..<19), ("move E to 2027-", 10..<15),
    ("plan P language zh-", 16..<19),
    ("print 2027-x", 11..<12), ("print 9 - 2027", 10..<14), ("help show ti", 5..<12),
    ("help at ", 5..<8), ("teacher Li unavailable Mon 2027-0", 27..<33),
  ]

  @Test(arguments: ranges)
  func replacesThePartialWord(text: String, range: Range<Int>) {
    #expect(expectations(text).replacing == range)
  }

  @Test func saysNothingInComments() {
    #expect(expectations("# ven").words.isEmpty)
  }

  @Test func countsNothingAfterTheCursor() {
    let source = SourceText(name: "t", text: "venue Hall  500 }}} (")
    let found = Parser.expectations(in: source, at: 11)
    #expect(found.words.map(\.word).contains("seats"))
    #expect(Parser.expectations(in: source, at: 1_000_000).replacing == 21..<21)
    #expect(Parser.expectations(in: source, at: -1).replacing == 0..<0)
  }

  /// Every word that is offered can in fact be typed: the text with it has no error before it ends.
  @Test func everyWordOfferedIsAccepted() {
    let places = [
      "", "venue Hall ", "module M { ", "module M { lecture L ", "rotation R { ", "unit A ",
      "teacher Li ", "plan P ", "site S { ", "buses 2 ", "rotation R { run 1 ",
      "rotation R { class 1 of run 1 { ",
    ]
    for place in places {
      for word in expectations(place).words {
        let text = "\(place)\(word.word)"
        let end = text.utf8.count
        for diagnostic in parse(text).diagnostics {
          let lower = diagnostic.range?.lower ?? 0
          #expect(
            lower >= end || diagnostic.isIncomplete, "\(text): \(diagnostic.message)")
        }
      }
    }
  }
}
