import RotaSession
import RotaSyntax
import Testing

/// Names of the plan are offered where they can stand, quoted where they must be.
@Suite struct CompletionTests {
  static let plan = """
    plan P { dates 2027-03-01..2027-03-02; period am 09:00-10:00; period "last one" 16:00-17:00 }
    venue Hall; venue "Room 1"; site Museum
    teacher Li; teacher "Wu Min"
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
    ("prefer venue ", ["Hall", "\"Room 1\""], ["Museum", "Li"]),
    ("prefer site ", ["Museum"], ["Hall"]),
    ("module Law { lecture Law not in ", ["Hall", "\"Room 1\""], ["Li"]),
  ]

  @Test(arguments: cases)
  func offersNames(text: String, offered: [String], missing: [String]) {
    var shell = Shell(environment: MemoryFiles().environment())
    _ = shell.feed(Self.plan, name: "plan", mode: .script) { _ in }
    let found = shell.completions(for: text, cursor: text.utf8.count).items.map(\.text)
    for name in offered { #expect(found.contains(name), "\(found)") }
    for name in missing { #expect(!found.contains(name), "\(found)") }
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
