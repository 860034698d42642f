import FixtureSupport
import RotaPlanning
import Testing

@testable import RotaLanguage

/// What is saved can be loaded, and is the same.
@Suite struct WrittenBack {
  @Test(arguments: Soak.cases(150))
  func aRandomPlanIsTheSameAgain(_ seed: Int) {
    var random = RandomPlans(seed: seed)
    let script = random.script()
    let first = run(script)
    #expect(first.messages == [], "\(script)")
    let text = DeclarationWriter.text(first.state)
    let second = run(text)
    #expect(second.messages == [], "\(text)")
    let isSame = second.plan == first.plan
    #expect(isSame, "\(text)")
    #expect(DeclarationWriter.text(second.state) == text)
  }

  static let texts: [(String, String)] = [
    ("venue Hall", "venue Hall\n"),
    ("venue Hall { seats 500 }", "venue Hall seats 500\n"),
    ("venue Hall { streams; seats 500 }", "venue Hall {\n    seats 500\n    streams\n}\n"),
    ("venue \"Hall A\"", "venue \"Hall A\"\n"),
    ("venue 研讨室", "venue 研讨室\n"),
    ("zone A; venue B; venue C; zone D", "zone A\n\nvenue B\nvenue C\n\nzone D\n"),
    ("site S travel 120 min", "site S travel 2 h\n"),
    ("unit U 62", "unit U 62 people\n"),
    ("rotation R length 1 week", "rotation R length 7 days\n"),
    (
      "module M { visit V { for class; 2 periods; in room }}; venue R kind room",
      """
      module M {
          visit V {
              for class
              2 periods
              in room
          }
      }

      venue R kind room

      """
    ),
    ("let n = 3; let d = 40 min; venue \"R{n}\"", "let n = 3\nlet d = 40 min\n\nvenue R3\n"),
    (
      "def room(n, s = 65) { if n > 1 { venue \"R{n}\" seats s } else { print [n] } }",
      """
      def room(n, s = 65) {
          if n > 1 {
              venue "R{n}" seats s
          } else {
              print [n]
          }
      }

      """
    ),
    ("def twice(n) = (n + 1) * 2 - -n", "def twice(n) = (n + 1) * 2 - -n\n"),
    (
      "def f() { teacher T { at most 2 per day; open() }; for d in Mon..Tue { site S open d 09:00-10:00, 2027-03-01 } }; def open() { print 1 }",
      """
      def f() {
          teacher T {
              at most 2 per day
              open()
          }
          for d in Mon..Tue {
              site S open d 09:00-10:00, 2027-03-01
          }
      }
      def open() {
          print 1
      }

      """
    ),
    (
      "require share(form: visit) * 2 >= 1 / 3 and not (1 = 2)",
      """
      require share(form: visit) * 2 >= 1 / 3 and not (1 = 2)

      """
    ),
  ]

  @Test(arguments: texts)
  func isCanonical(_ script: String, _ text: String) {
    let outcome = run(script)
    #expect(outcome.syntax == [])
    #expect(DeclarationWriter.text(outcome.state) == text)
    let again = run(text)
    #expect(again.syntax == [])
    #expect(DeclarationWriter.text(again.state) == text)
  }

  @Test func aSavedScriptCarriesItsDefinitionsOn() {
    let first = run("let most = 65; def room(n) { venue \"R{n}\" seats most }; room(1)")
    var second = run(DeclarationWriter.text(first.state))
    second.run("room(2)")
    #expect(second.messages == [], "\(DeclarationWriter.text(first.state))")
    #expect(second.plan.places.map(\.seats) == [65, 65])
  }
}
