import RotaPlanning
import Testing

@testable import RotaReports

/// Every label must say something in every language, with the same holes.
struct LabelTests {
  static let all: [(name: String, wording: Wording)] =
    Label.allCases.map { ($0.rawValue, $0.wording) }
    + FormLabel.allCases.map { ($0.rawValue, $0.wording) }
    + WeekdayLabel.allCases.map { ("weekday \($0.rawValue)", $0.wording) }
    + WeekdayLabel.allCases.map { ("short weekday \($0.rawValue)", $0.short) }

  @Test(arguments: Plan.Language.allCases)
  func everyLabelHasAWording(_ language: Plan.Language) {
    for (name, wording) in Self.all {
      let text = wording[language]
      #expect(!text.filter { !$0.isWhitespace }.isEmpty, "\(name) in \(language.rawValue)")
      let isFilled = wording[.english].contains("{}")
      #expect(text.contains("{}") == isFilled, "\(name) in \(language.rawValue)")
    }
  }

  @Test func chineseLabelsAreChinese() {
    for (name, wording) in Self.all {
      for language in [Plan.Language.simplifiedChinese, .traditionalChinese] {
        let hasHan = wording[language].unicodeScalars.contains {
          (0x4E00...0x9FFF).contains($0.value)
        }
        #expect(hasHan || wording.english == wording[language], "\(name)")
      }
    }
  }

  @Test func weekdaysMatchThoseOfTheCalendar() {
    #expect(WeekdayLabel.allCases.map(\.rawValue) == Weekday.allCases.map(\.rawValue))
    #expect(WeekdayLabel.allCases.map { $0.wording[.english] } == Weekday.allCases.map(\.word))
    let narrow = WeekdayLabel.allCases.map { $0.short[.vietnamese] }
    #expect(narrow == ["T2", "T3", "T4", "T5", "T6", "T7", "CN"])
  }

  @Test(arguments: [
    (Plan.Language.english, "23 Feb", "23 February 2023", "23 February – 1 March 2023", "2,290"),
    (.simplifiedChinese, "2月23日", "2023年2月23日", "2023年2月23日至3月1日", "2,290"),
    (.traditionalChinese, "2月23日", "2023年2月23日", "2023年2月23日至3月1日", "2,290"),
    (.vietnamese, "23/02", "23/02/2023", "23/02 – 01/03/2023", "2.290"),
  ])
  func datesAndNumbers(
    _ language: Plan.Language, _ short: String, _ full: String, _ range: String, _ number: String
  ) throws {
    let day = try #require(Day(year: 2023, month: 2, day: 23))
    let labels = Labels(language)
    #expect(labels.date(day) == short)
    #expect(labels.fullDate(day) == full)
    #expect(labels.dates(day, day.advanced(by: 6)) == range)
    #expect(labels.dates(day, day) == full)
    #expect(labels.number(2290) == number)
  }

  @Test func rangesOfDatesSayOnceWhatTheyShare() throws {
    let day = try #require(Day(year: 2026, month: 12, day: 28))
    #expect(Labels(.english).dates(day, day.advanced(by: 2)) == "28 – 30 December 2026")
    #expect(
      Labels(.english).dates(day, day.advanced(by: 5)) == "28 December 2026 – 2 January 2027")
    #expect(
      Labels(.simplifiedChinese).dates(day, day.advanced(by: 5)) == "2026年12月28日至2027年1月2日")
    #expect(Labels(.simplifiedChinese).dates(day, day.advanced(by: 2)) == "2026年12月28日至30日")
  }

  @Test func numbersOfAnySize() {
    let labels = Labels(.english)
    #expect(
      [0, 7, 999, 1000, 1_234_567].map(labels.number) == ["0", "7", "999", "1,000", "1,234,567"])
    #expect(labels.number(-2290) == "-2,290")
    #expect(labels.number(Int.min) == "-9,223,372,036,854,775,808")
    #expect([0, 120, 125, -5, -25].map(labels.tenths) == ["0", "12", "12.5", "-0.5", "-2.5"])
    #expect(Labels(.vietnamese).tenths(125) == "12,5")
    #expect(labels.percent(1, of: 3) == "33%")
    #expect(labels.percent(1, of: 0) == nil)
  }

  @Test func headingsStandInAllLanguages() {
    let labels = Labels([.simplifiedChinese, .english])
    #expect(labels.heading(.teacher) == "教师 / Teacher")
    #expect(labels(.teacher) == "教师")
    #expect(Labels([.simplifiedChinese, .traditionalChinese]).heading(.morning) == "上午")
    #expect(labels.form("visit") == "现场教学 / Visit")
    #expect(labels.form("沙龙") == "沙龙")
  }

  @Test func partsOfTheDay() {
    let labels = Labels(.english)
    let parts = [0, 719, 720, 1079, 1080, 1439].map(labels.partOfDay)
    #expect(parts == ["Morning", "Morning", "Afternoon", "Afternoon", "Evening", "Evening"])
  }
}
