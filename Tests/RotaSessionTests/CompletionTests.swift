import RotaSession
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
}
