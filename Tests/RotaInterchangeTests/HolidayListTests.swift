import RotaDiagnostics
import RotaPlanning
import Testing

@testable import RotaInterchange

@Suite struct HolidayListTests {
  private static let dates: ClosedRange<Day>? =
    CalendarReaderTests.day("2027-01-01")...CalendarReaderTests.day("2027-12-31")

  /// The statements of a list, or what is wrong with it and where.
  private func read(_ text: String) -> (script: String, outside: Int, said: [String]) {
    do {
      let list = try HolidayList.read(Array(text.utf8), as: SourceID(index: 0))
      let statements = CalendarStatements(list, dates: Self.dates)
      return (statements.script, statements.outside, [])
    } catch {
      let bytes = Array(text.utf8)
      return (
        "", 0,
        error.diagnostics.map { diagnostic in
          let range = diagnostic.range.map { $0.lower..<$0.upper } ?? 0..<0
          return "\(diagnostic.message) [\(String(decoding: bytes[range], as: UTF8.self))]"
        }
      )
    }
  }

  @Test func daysOfOneNameAreOneClause() {
    let (script, outside, said) = read(
      """
      {"$schema": "x", "year": 2027, "papers": ["a", null, -1.5e3], "days": [
        {"name": "国庆节", "date": "2027-10-02", "isOffDay": true},
        {"name": "国庆节", "date": "2027-10-01", "isOffDay": true},
        {"name": "国庆节", "date": "2027-09-26", "isOffDay": false},
        {"name": "T\\u1ebft \\ud83c\\udf8b \\"x\\"", "date": "2027-02-06"},
        {"date": "2027-05-01"},
        {"name": "later", "date": "2028-05-01"}
      ]}
      """)
    #expect(
      script == """
        plan {
            holiday 2027-02-06 "Tết 🎋 \\"x\\""
            holiday 2027-05-01
            workday 2027-09-26 国庆节
            holiday 2027-10-01..2027-10-02 国庆节
        }

        """)
    #expect(outside == 1)
    #expect(said == [])
  }

  @Test func aBareListWillDo() {
    #expect(read(#"[{"date":"2027-05-01"}]"#).script == "plan holiday 2027-05-01\n")
    #expect(read("[]").script == "")
  }

  @Test(arguments: [
    (#"{"days": [{"name": "x"}]}"#, #"a day needs a "date" [{"name": "x"}]"#),
    (
      #"[{"date": "1 May"}]"#, #""date" must be a date such as "2027-10-01" ["1 May"]"#
    ),
    (#"[{"date": "2027-05-01", "name": 7}]"#, #""name" must be a text in quotes [7]"#),
    (#"[{"date": "2027-05-01", "isOffDay": 0}]"#, #""isOffDay" must be true or false [0]"#),
    (#"[7]"#, #"a day needs a "date" [7]"#),
    (#"{"year": 2027}"#, #"the file has no list of days [{"year": 2027}]"#),
    (#"[{"date": "2027-05-01"]"#, "the file is no JSON: here should be a comma or } []]"),
    ("", "the file is no JSON: here should be a value []"),
    ("[] x", "the file is no JSON: here should be the end of the file [x]"),
    (#"["a"#, "the file is no JSON: here should be a closing quote []"),
    (#"["\u12"]"#, "the file is no JSON: here should be four hexadecimal digits [1]"),
    (#"["\ud800"]"#, "the file is no JSON: here should be the other half of a character [\"]"),
  ]) func whatIsWrongIsPointedAt(text: String, said: String) {
    #expect(read(text).said == [said])
  }

  @Test func nothingIsTooDeep() {
    let deep = String(repeating: "[", count: 100_000)
    #expect(read(deep).said.first?.contains("a value less deep inside others") == true)
  }
}
