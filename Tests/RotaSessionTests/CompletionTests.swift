import RotaSession
import RotaSyntax
import Testing

/// Names of the plan are offered where they can stand, quoted where they must be.
@Suite struct CompletionTests {
  private func found(_ text: String, after plan: String) -> [String] {
    var shell = Shell(environment: MemoryFiles().environment())
    _ = shell.feed(plan, name: "plan", mode: .script) { _ in }
    return shell.completions(for: text, cursor: text.utf8.count).items.map(\.text)
  }

  static let plan = """
    plan P { dates 2027-03-01..2027-03-03; period am 09:00-10:00; period "last one" 16:00-17:00 }
    venue Hall kind hall; venue "Room 1" kind room; site Museum
    teacher Li from College; teacher "Wu Min"
    module Law { lecture Law { for run; by Li; in Hall } }
    module "Case law" { exercise Moot { for class; in "Room 1" } }
    rotation R { trainees 20 people; teaches Law, "Case law" }

    """

  static let cases: [(String, [String], [String])] = [
    // text, offered, not offered
    ("teacher Li unavailable Mon ", ["2027-03-02", "am", "\"last one\"", "Tue"], ["Hall"]),
    ("prefer teacher Li not on \"la", ["\"last one\""], ["am"]),
    ("class 1 of run 1 of R attends ", ["Law", "\"Case law\""], ["Moot"]),
    ("prefer teacher ", ["Li", "\"Wu Min\""], ["Hall"]),
    ("module Law { lecture Law for ", ["run", "class"], [""]),
    ("prefer venue ", ["Hall", "\"Room 1\""], ["Museum", "Li"]),
    ("prefer site ", ["Museum"], ["Hall"]),
    ("module Law { lecture Law not in ", ["Hall", "\"Room 1\""], ["Li", "count("]),
    ("module Law { lecture Law in ", ["any", "hall", "venue", "Hall"], ["\"any\"", "\"venue\""]),
    ("show timetable of teacher ", ["Li"], ["Hall"]),
    ("drop venue ", ["Hall"], ["Li", "to"]),
    ("venue Hall kind ", ["hall", "room"], ["Hall", "Li"]),
    ("class 1 of run 1 of R { room ", ["Hall", "\"Room 1\""], ["Museum", "Li", "hall"]),
    ("lock Moot of ", ["R", "class", "group"], ["Hall", "Li"]),
    ("lock Moot of class ", ["1"], ["R", "Li"]),
    ("prefer early ", ["lecture", "weight"], ["\"lecture\"", "compact days"]),
    ("teacher Li from ", ["College"], ["Hall", "Li"]),
    ("plan P ", ["language"], ["Hall"]),
    ("print ", ["count("], ["Hall"]), ("print \"", [], ["\"hours(\"", "hours("]),
  ]

  @Test(arguments: cases)
  func offersNames(text: String, offered: [String], missing: [String]) {
    let found = found(text, after: Self.plan)
    for name in offered { #expect(found.contains(name), "\(found)") }
    for name in missing { #expect(!found.contains(name), "\(found)") }
  }

  /// All that is offered, and nothing else.
  static let exact: [(String, [String])] = [
    ("move Law of run 1 to ", ["2027-03-01", "2027-03-02", "2027-03-03"]),
    ("move Law of run 1 to 2027-03-0", ["2027-03-01", "2027-03-02", "2027-03-03"]),
    ("move Law of run 1 to 2027-3-", ["2027-03-01", "2027-03-02", "2027-03-03"]),
    ("move Law of run 1 to 2027-03-02", ["2027-03-02"]),
    ("place Law of run 1 at 2027-", ["2027-03-01", "2027-03-02", "2027-03-03"]),
    ("why not Law at 2027-03-03", ["2027-03-03"]),
    ("show timetable of day 2027-03-0", ["2027-03-01", "2027-03-02", "2027-03-03"]),
    ("show timetable of day 3月", ["2027年3月1日", "2027年3月2日", "2027年3月3日"]),
    ("show timetable of day 2027年3月3", ["2027年3月3日"]),
    ("teacher Li unavailable 2027-03-0", ["2027-03-01", "2027-03-02", "2027-03-03"]),
    ("teacher Li unavailable 2027-03-01 .. 2027-03-0", ["2027-03-01", "2027-03-02", "2027-03-03"]),
    ("plan P holiday 2027-03-01 .. ", ["2027-03-01", "2027-03-02", "2027-03-03"]),
    ("plan P days Mon .. ", ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]),
    ("plan P holiday 2027-", ["2027-03-01", "2027-03-02", "2027-03-03"]),
    ("move Law of run 1 to 2027-03-02 at ", ["am", "\"last one\""]),
    ("move Law to 2027-03-02 at ", ["am", "\"last one\""]),
    ("place Law of run 1 at 2027-03-02 ", ["am", "\"last one\""]),
    ("why not Law at 2027-03-02 ", ["am", "\"last one\"", "in", "by"]),
    ("why not Law of run 1 at 2027-03-02 ", ["am", "\"last one\"", "in", "by"]),
    ("move Law of run 1 to 2027-03-02 at am in ", ["Hall", "\"Room 1\"", "Museum"]),
    ("undo 1 ", []), ("revert to 1 ", []), ("solve for 10 ", ["s", "min", "h"]),
    ("plan language ", ["en", "zh-Hans", "zh-Hant", "vi"]),
    ("plan language zh", ["zh-Hans", "zh-Hant"]), ("plan language zh-Han", ["zh-Hans", "zh-Hant"]),
    ("plan paper ", ["A4", "A3", "letter"]),
    ("plan time zone \"Asia/Sh", ["\"Asia/Shanghai\""]),
    ("set w", ["width"]),
    ("set output ", ["table", "csv", "json", "markdown"]), ("set timer ", ["on", "off"]),
    ("set seed ", []),
    ("list sessions where place = ", ["Hall", "\"Room 1\"", "Museum"]),
    ("list sessions where form = ex", ["exchange", "exam", "exercise"]),
    ("list sessions where weekday = T", ["Tue", "Thu"]),
    ("list sessions where placed = ", ["true", "false"]),
    ("list sessions where form = visit ", ["and", "or", "by"]),
    ("list sessions where form = visit an", ["and"]),
    ("list teachers where from = ", ["\"College\""]),
    ("list venues where kind = ", ["hall", "room"]),
    ("list venues where ki", ["kind"]), ("list venues by na", ["name"]),
    ("expect count(ve", ["venues"]), ("expect count(sessions, ", ["where:"]),
    ("expect count(venues, where: ki", ["kind"]),
    ("expect count(venues, where: kind = ", ["hall", "room"]),
    ("print hours(", ["form:", "module:", "theme:", "role:", "teacher:"]),
    ("print hours(form: vi", ["visit"]), ("print share(module: ", ["Law", "\"Case law\""]),
    ("print seats(", ["Hall", "\"Room 1\"", "Museum"]),
    ("help show ti", ["show timetable"]), ("help show  ti", []),
    ("help sol", ["solving", "solve"]),
    ("help un", ["unplace", "undo", "unavailable", "unit", "units", "unplaced"]),
    ("help unknown-w", ["unknown-word"]), ("help \"at mo", ["\"at most\""]),
    ("redo ", []), ("set width ", []),
  ]

  @Test(arguments: exact)
  func offersWhatFitsAndNothingElse(text: String, offered: [String]) {
    let found = found(text, after: Self.plan)
    if text.hasPrefix("help") {
      for word in offered { #expect(found.contains(word), "\(found)") }
      #expect(offered.isEmpty == found.isEmpty)
    } else {
      #expect(found == offered)
    }
  }

  /// A line of help for each: what goes on behind a word, or what it is about.
  @Test(arguments: [
    "solve ", "list ", "import ", "import csv ", "export timetable ", "solve for 5 s ",
    "set output ", "changes for ",
  ])
  func tellsWhatEachWordIsFor(text: String) {
    var shell = Shell(environment: MemoryFiles().environment())
    _ = shell.feed(Self.plan, name: "plan", mode: .script) { _ in }
    let items = shell.completions(for: text, cursor: text.utf8.count).items
    #expect(!items.isEmpty)
    for item in items { #expect(!item.help.isEmpty, "\(item)") }
    if text == "solve " { #expect(items.contains { $0.help == "for DURATION" }) }
  }

  @Test func offersStatementsOfHistory() {
    var shell = Shell(environment: MemoryFiles().environment())
    for text in ["venue Hall seats 9", "teacher Li", "venue Hall seats 8", "undo"] {
      _ = shell.feed(text, name: "prompt", mode: .prompt) { _ in }
    }
    func items(_ text: String) -> [CompletionList.Item] {
      shell.completions(for: text, cursor: text.utf8.count).items
    }
    let first = CompletionList.Item(text: "1", help: "venue Hall seats 9")
    #expect(
      items("undo ") == [.init(text: "1", help: "teacher Li"), .init(text: "2", help: first.help)])
    #expect(items("redo ") == [.init(text: "1", help: "venue Hall seats 8")])
    let all = [
      .init(text: "2", help: "teacher Li"), first, .init(text: "0", help: "the beginning"),
    ]
    #expect(items("revert to ") == all)
    #expect(items("diff 1, ") == all)
  }

  /// The whole calendar is looked through, not only its beginning.
  @Test func offersDatesLateInALongPlan() {
    let plan = "plan P { dates 2027-03-01..2027-12-17; days Mon..Fri; period am 09:00-10:00 }"
    let found = found("teacher Li unavailable 2027-12-1", after: plan)
    #expect(
      found == ["3", "4", "5", "6", "7", "0"].sorted().map { "2027-12-1\($0)" })
    #expect(self.found("teacher Li unavailable ", after: plan).count > 200)
  }

  /// Two rotations: three runs of two classes, and one of a single class.
  private static let classes = """
    plan P { dates 2027-03-01..2027-03-03; period am 09:00-10:00 }
    venue Hall seats 100
    module Law { discussion "Case law" { for class } }
    module Late { discussion 讨论 { for class } }
    rotation R { trainees 60 people; runs 3; length 1 days; classes at most 10 people; teaches Law }
    rotation S { trainees 9 people; runs 1; length 1 days; classes at most 10 people; teaches Late }

    """

  static let numbers: [(String, [String])] = [
    ("show timetable of class ", ["1", "2"]),
    ("show timetable of class 2 of run ", ["1", "2", "3"]),
    ("lock \"Case law\" of class ", ["1", "2"]),
    ("lock 讨论 of class ", ["1"]),
    ("lock 讨论 of class 1 of run ", ["1"]),
    ("changes for run ", ["1", "2", "3"]),
    ("unit A 20 ", ["people"]), ("unit A 1 ", ["person", "people"]),
    ("unit A away at most 20 ", ["people", "%"]),
    ("module M { lecture L { 2 ", ["times", "periods"]),
    ("rotation R length 2 ", ["days", "weeks"]), ("solve for 10 ", ["s", "min", "h"]),
    ("solve seed 10 ", []), ("venue Hall seats 20 ", []),
  ]

  @Test(arguments: numbers)
  func offersNumbersAndTheirUnits(text: String, offered: [String]) {
    var shell = Shell(environment: MemoryFiles().environment())
    _ = shell.feed(Self.classes, name: "plan", mode: .script) { _ in }
    let found = shell.completions(for: text, cursor: text.utf8.count).items.map(\.text)
    let known = Set((1...9).map(String.init) + Vocabulary.units.map(\.word) + ["times", "meeting"])
    #expect(Set(found.filter(known.contains)) == Set(offered), "\(found)")
  }
}
