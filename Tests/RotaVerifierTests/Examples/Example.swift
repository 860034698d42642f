import RotaPlanning
import Testing

/// A timetable that breaks one rule, so many times, and its mended twin that breaks none.
struct Example: Sendable, CustomTestStringConvertible {
  let rule: Violation.Rule
  let name: String
  let times: Int
  let subject: String?
  let wrong: Sample
  let mended: Sample

  init(
    _ rule: Violation.Rule, _ name: String, times: Int = 1, subject: String? = nil,
    wrong: Sample, mended: Sample
  ) {
    self.rule = rule
    self.name = name
    self.times = times
    self.subject = subject
    self.wrong = wrong
    self.mended = mended
  }

  var testDescription: String { "\(rule.rawValue): \(name)" }

  static let all: [Example] =
    names + times + places + teachers + audiences + travels + uses + orders + programmes
}
