import Testing

@testable import RotaLanguage

/// Expressions and what they come to.
@Suite struct ValueArithmetic {
  static let sound: [(String, String)] = [
    ("1 + 2 * 3", "7"),
    ("(1 + 2) * 3", "9"),
    ("7 / 2", "3.5"),
    ("1 / 3 * 3", "1"),
    ("1 / 3 + 1 / 3 + 1 / 3 = 1", "true"),
    ("2 * (1 / 3) = 2 / 3", "true"),
    ("7 mod 3", "1"),
    ("-7 mod 3", "2"),
    ("0.1 + 0.2", "0.3"),
    ("40 min + 20 min", "1 h"),
    ("2 h - 30 min", "90 min"),
    ("1 h + 10 s * 6", "61 min"),
    ("10 s", "10 s"),
    ("10 s * 6 = 1 min", "true"),
    ("3 * 62 people", "186 people"),
    ("62 people * 37", "2294 people"),
    ("2290 people / 62 people", "36.935483870967741935483870967741935483"),
    ("ceiling(2290 people / 62 people)", "37"),
    ("790 people / 2", "395 people"),
    ("1 person", "1 person"),
    ("25% * 790 people", "197.5 people"),
    ("floor(25% * 790 people)", "197 people"),
    ("25% + 5%", "30%"),
    ("7.25% * 400", "29"),
    ("5% * 20%", "1%"),
    ("0.30 = 3 / 10", "true"),
    ("1.25 * 4", "5"),
    ("-1.75 < -1.7", "true"),
    ("floor(-2.25)", "-3"),
    ("round(2.345)", "2"),
    ("2 weeks", "14 days"),
    ("2 weeks / 1 day", "14"),
    ("2023-02-23 + 5 days", "2023-02-28"),
    ("2023-02-23 + 1 week", "2023-03-02"),
    ("2023-04-04 - 2023-02-23", "40 days"),
    ("2024-02-28 + 1 day", "2024-02-29"),
    ("08:30 + 90 min", "10:00"),
    ("10:00 - 08:30", "90 min"),
    ("3 periods + 1 period", "4 periods"),
    ("\"a\" + \"b\"", "\"ab\""),
    ("[1, 2] + [3]", "[1, 2, 3]"),
    ("1..3", "1..3"),
    ("sum(1..4)", "10"),
    ("sum([40 min, 20 min])", "1 h"),
    ("min(3, 1, 2)", "1"),
    ("max([2023-02-23, 2023-03-01])", "2023-03-01"),
    ("round(7 / 2)", "4"),
    ("round(2.4999)", "2"),
    ("floor(-7 / 2)", "-4"),
    ("ceiling(-7 / 2)", "-3"),
    ("length(\"郑州\")", "2"),
    ("length([1, 2, 3])", "3"),
    ("length(5..1)", "0"),
    ("length(Fri..Mon)", "4"),
    ("text(3)", "\"3\""),
    ("weekday(2023-02-23)", "Thu"),
    ("date(2024, 1 + 1, 29)", "2024-02-29"),
    ("first(Mon, 2027-03-03)", "2027-03-08"),
    ("first(Wed, 2027-03-03)", "2027-03-03"),
    ("first(Fri..Mon, 2027-03-03)", "2027-03-05"),
    ("first([Tue, Sun], 2027-03-03)", "2027-03-07"),
    ("1 < 2 and 2 < 3", "true"),
    ("not 1 = 2", "true"),
    ("true or 1 / 0 = 1", "true"),
    ("false and 1 / 0 = 1", "false"),
    ("3 in 1..5", "true"),
    ("6 in 1..5", "false"),
    ("Sun in Fri..Mon", "true"),
    ("2023-03-01 in 2023-02-23..2023-04-04", "true"),
    ("09:00 in 08:30-10:00", "true"),
    ("10:00 in 08:30-10:00", "false"),
    ("\"b\" in \"abc\"", "true"),
    ("visit in [visit, lecture]", "true"),
    ("visit = \"visit\"", "true"),
    ("40 min < 1 h", "true"),
    ("[1, 2] = [1, 2]", "true"),
    ("Mon < Tue", "true"),
    ("08:00..10:00", "08:00-10:00"),
    ("999999999999999 + 1", "1000000000000000"),
    ("\"{1 + 1} rooms\"", "\"2 rooms\""),
    ("\"{[1, 2]} and {25%}\"", "\"1, 2 and 25%\""),
    ("\"{1 / 3} of {10 s}\"", "\"0.3333333333 of 10 s\""),
    ("-(3)", "-3"),
    ("- 5 days", "-5 days"),
  ]

  @Test(arguments: sound)
  func comesTo(_ expression: String, _ result: String) {
    #expect(evaluate(expression) == result)
  }

  static let wrong: [(String, String)] = [
    ("40 min + 3 people", "unit-mismatch: cannot add minutes and people"),
    ("40 min - 3 days", "unit-mismatch: cannot subtract days from minutes"),
    ("3 people * 2 people", "unit-mismatch: cannot multiply people by people"),
    ("3 / 2 people", "unit-mismatch: cannot divide a number by people"),
    ("40 min < 3 people", "unit-mismatch: cannot compare minutes with people"),
    ("1 = \"1\"", "unit-mismatch: cannot compare a number with text"),
    ("2023-02-23 + 1", "unit-mismatch: cannot add a date and a number"),
    ("2023-02-23 + 2023-02-23", "unit-mismatch: cannot add a date and a date"),
    ("\"a\" + 1", "unit-mismatch: cannot add text and a number"),
    ("1 in 2", "unit-mismatch: cannot look for a number in a number"),
    ("1 / 0", "division-by-zero: division by zero"),
    ("1 mod 0", "division-by-zero: division by zero"),
    (
      "999999999999999 * 2", "number-too-large: the number is larger than 1,000,000,000,000,000"
    ),
    (
      "99999999999999999999999999999999999999999999",
      "number-too-large: the number is larger than 1,000,000,000,000,000"
    ),
    ("2200-12-31 + 1 day", "out-of-range: dates must be 1900-01-01 to 2200-12-31"),
    ("2023-01-01 + 900000000000000 days", "out-of-range: dates must be 1900-01-01 to 2200-12-31"),
    ("23:30 + 60 min", "out-of-range: 60 min from 23:30 on, it is another day"),
    ("2023-02-23 + 0.5 days", "not-whole: expected a whole number of days, but this is 0.5"),
    ("2023-02-29", "no-such-date: month 2 of 2023 has days 1 to 28, but this is 29"),
    ("2023-13-01", "no-such-date: months must be 1 to 12, but this is 13"),
    ("1899-01-01", "no-such-date: years must be 1900 to 2200, but this is 1899"),
    ("25:00", "no-such-date: a day ends at 24:00, but this is 25:00"),
    ("10:00-09:00", "ends-before-start: 09:00 is not after 10:00"),
    ("1..Mon", "wrong-type: no range goes from a number to a weekday"),
    ("not 1", "wrong-type: expected true or false, but 1 is a number"),
    ("1 and true", "wrong-type: expected true or false, but 1 is a number"),
    ("-\"a\"", "wrong-type: expected a number, but \"a\" is text"),
    ("min([])", "empty-list: min of nothing"),
    ("length(1, 2)", "wrong-arguments: `length` takes 1 argument, but 2 are given"),
    ("date(2027, 2)", "wrong-arguments: `date` takes 3 arguments, but 2 are given"),
    ("first(Mon)", "wrong-arguments: `first` takes 2 arguments, but 1 is given"),
    ("date(2027, 2, 29)", "no-such-date: month 2 of 2027 has days 1 to 28, but this is 29"),
    ("date(2027, 1.5, 2)", "wrong-type: expected a whole number, but 1.5 is a number"),
    ("first(3, 2027-03-03)", "wrong-type: expected a weekday, but 3 is a number"),
    ("first(Mon, 3)", "wrong-type: expected a date, but 3 is a number"),
    ("first([], 2027-03-03)", "empty-list: first of nothing"),
    ("length(of: 1)", "wrong-arguments: `length` takes its argument without a label, not `of:`"),
    ("foo(1)", "unknown-name: there is no function `foo`"),
    ("foo", "unknown-name: `foo` is neither a variable nor a name"),
    ("sum(1..2000000)", "limit-reached: the range has more than 1,000,000 numbers"),
    ("length(1..2.5)", "not-whole: only whole numbers can be counted through"),
  ]

  @Test(arguments: wrong)
  func isRefused(_ expression: String, _ message: String) {
    #expect(evaluate(expression) == message)
  }

  @Test func aLongSumTakesNoStack() {
    let terms = Array(repeating: "1", count: 300)
    #expect(evaluate(terms.joined(separator: " + ")) == "300")
  }
}
