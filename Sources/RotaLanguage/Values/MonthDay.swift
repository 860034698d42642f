import RotaDiagnostics
import RotaPlanning

/// A day without its year, as notices in Chinese have it: `9月17日`.
struct MonthDay {
  let month: Int
  let day: Int

  /// Nil where a word is no such day.
  init?(_ word: String) {
    // Most words are plain; none that is can be one.
    guard word.utf8.count >= 8, word.hasSuffix("日") || word.hasSuffix("号") else { return nil }
    let parts = word.dropLast().split(separator: "月", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ (1...2).contains($0.utf8.count) }),
      let month = Int(parts[0]), let day = Int(parts[1])
    else { return nil }
    self.month = month
    self.day = day
  }

  /// The one such day in a plan's dates; nil where there is none, or one in each of several years.
  func day(in dates: ClosedRange<Day>) -> Day? {
    let years = dates.lowerBound.components.year...dates.upperBound.components.year
    let days = years.compactMap { Day(year: $0, month: month, day: day) }.filter(dates.contains)
    return days.count == 1 ? days[0] : nil
  }
}

extension Declarations {
  /// A day without its year, of the year in which the plan has it; nil for other words.
  ///
  /// Throws where the plan has no such day, or has it in several years.
  public func date(ofWord word: String, at range: SourceRange) throws(Diagnostic) -> Value? {
    guard let monthDay = MonthDay(word) else { return nil }
    let dates = items.first { $0.entry.word == "plan" }?.clause("dates")?.value("dates")?.dateRange
    guard let day = dates.flatMap({ monthDay.day(in: $0) }) else {
      throw LanguageMessages.noYear(word, dates, at: range)
    }
    return .date(day)
  }
}
