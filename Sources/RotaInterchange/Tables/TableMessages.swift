import RotaDiagnostics

/// What can be wrong with a table.
public enum TableMessages {
  static let encoding = DiagnosticKind(
    "table-encoding",
    "A table must be UTF-8, with or without a byte order mark, UTF-16 with one, or GB18030. Save it from the spreadsheet as \"CSV UTF-8\"."
  )
  static let quotes = DiagnosticKind(
    "table-quotes",
    "A cell that begins with a quote must end with one, and a separator or a line break follows. A quote inside is written twice."
  )
  static let headings = DiagnosticKind(
    "table-headings",
    "The first row of a table names its columns, in English, Chinese or Vietnamese. A column that is needed is missing, or one is there twice."
  )
  static let ignored = DiagnosticKind(
    "table-column-left-out",
    "A column of the table has a heading that is not known; nothing was taken from it.")
  static let cell = DiagnosticKind(
    "table-cell", "A cell of a table does not hold what its column asks for.")
  static let row = DiagnosticKind(
    "table-row", "A row of a table has more cells than the first row has headings.")
  static let repeated = DiagnosticKind(
    "table-row-twice", "Two rows of a table speak of the same thing; take one away.")
  static let empty = DiagnosticKind("table-empty", "A table without rows says nothing.")
  static let more = DiagnosticKind(
    "table-more-errors", "A table has more errors than are told at once.")

  static let peopleTwice = DiagnosticKind(
    "roster-people-twice", "A roster has two rows with the same name and the same telephone.")
  public static let roster = DiagnosticKind(
    "roster-unlike-plan",
    "The plan reckons with numbers of people, the roster names them; the two should agree. Where there are fewer people seats stay empty, where there are more some are in no class."
  )

  public static let all = [
    encoding, quotes, headings, ignored, cell, row, repeated, empty, more, peopleTwice, roster,
  ]

  /// - Parameter problem: where the file stops being UTF-8.
  public static func encoding(
    _ path: String, _ problem: EncodingProblem, at range: SourceRange?
  ) -> Diagnostic {
    Diagnostic(
      encoding,
      "\"\(path)\" is neither UTF-8 nor GB18030: line \(problem.line), byte \(problem.offset)",
      at: range, remedies: ["save it from the spreadsheet as \"CSV UTF-8\""])
  }

  static func openQuote(row: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(quotes, "row \(row): the quote is never closed", at: range)
  }

  static func textAfterQuote(row: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      quotes, "row \(row): a separator or the end of the row must follow the closing quote",
      at: range, remedies: ["write a quote inside a cell twice"])
  }

  static func headingMissing(
    _ column: ColumnWords, of kind: TableKind, nearest: String?, at range: SourceRange
  ) -> Diagnostic {
    let words = [column.english, column.simplifiedChinese, column.vietnamese].compactMap(\.first)
    return Diagnostic(
      headings,
      "\(kind.table) needs a column \"\(words[0])\" (\(words.dropFirst().joined(separator: ", ")))",
      at: range, remedies: nearest.map { ["did you mean \"\(words[0])\" by \"\($0)\"?"] } ?? [])
  }

  static func headingTwice(
    _ heading: String, _ first: Int, _ second: Int, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      headings, "columns \(letters(first)) and \(letters(second)) are both \"\(heading)\"",
      at: range)
  }

  static func columnLeftOut(
    _ heading: String, _ index: Int, of kind: TableKind, nearest: String?, listing: Bool,
    at range: SourceRange
  ) -> Diagnostic {
    let headings = kind.columns.map { words in
      [words.english, words.simplifiedChinese, words.vietnamese].compactMap(\.first)
        .joined(separator: "/")
    }
    return Diagnostic(
      ignored, severity: .warning,
      "column \(letters(index)) \"\(heading)\" means nothing in \(kind.table) and was left out",
      at: range,
      remedies: nearest.map { ["did you mean \"\($0)\"?"] }
        ?? (listing ? ["headings known here: \(headings.joined(separator: ", "))"] : []))
  }

  static func tooManyCells(
    row: Int, _ count: Int, of headings: Int, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      Self.row, "row \(row) has \(count) cells, and there are \(headings) columns", at: range,
      remedies: ["put a cell that holds a separator in quotes"])
  }

  static func wrongCell(
    _ place: TablePlace, _ expected: String, is text: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      cell, "\(place.words): must be \(expected), but is \"\(shortened(text))\"", at: range)
  }

  static func missingCell(_ place: TablePlace, _ what: String, at range: SourceRange) -> Diagnostic
  {
    Diagnostic(cell, "\(place.words): \(what) is missing", at: range)
  }

  static func controlCharacter(
    _ place: TablePlace, _ scalar: Unicode.Scalar, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      cell,
      "\(place.words): holds the control character U+\(String(scalar.value, radix: 16, uppercase: true))",
      at: range)
  }

  static func unknownName(_ place: TablePlace, _ name: String, at range: SourceRange) -> Diagnostic
  {
    Diagnostic(
      cell, "\(place.words): \"\(shortened(name))\" is no teacher, venue or site of the plan",
      at: range, remedies: ["declare it first, or say in a column \"kind\" which of them it is"])
  }

  static func rowTwice(
    _ place: TablePlace, _ name: String, before: Int, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      repeated, "\(place.words): \"\(shortened(name))\" stands in row \(before) as well", at: range)
  }

  /// - Parameter rows: those in which somebody stands again.
  static func peopleTwice(_ rows: [Int]) -> Diagnostic {
    Diagnostic(
      peopleTwice, severity: .warning,
      "\(Wording.count(rows.count, "people")) with the same name and telephone as somebody before: "
        + "row \(Wording.list(rows.map { Wording.grouped($0) }))")
  }

  public static func unknownUnit(
    _ place: TablePlace, _ unit: String, people: Int, nearest: String?, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      roster,
      "\(place.words): the plan has no unit \"\(shortened(unit))\"; \(Wording.count(people, "people")) of the roster come from it",
      at: range,
      remedies: [
        nearest.map { "did you mean `\($0)`?" } ?? "unit \(Wording.name(unit)) \(people) people"
      ])
  }

  static func misplaced(
    _ place: TablePlace, _ problem: RosterPlaces.Problem, _ text: String, _ places: RosterPlaces,
    at range: SourceRange
  ) -> Diagnostic {
    let rotation = Wording.name(places.rotation)
    func run(_ run: RosterPlaces.Run) -> String { "run \(run.number) of \(rotation)" }
    func told(_ message: String, _ remedy: String) -> Diagnostic {
      Diagnostic(roster, "\(place.words): \(message)", at: range, remedies: [remedy])
    }
    switch problem {
    case .noRun:
      return told(
        "rotation \(rotation) has no run \"\(shortened(text))\"",
        "its runs are 1 to \(places.runs.last?.number ?? 1)")
    case .noClass(let found?):
      return told(
        "\(run(found)) has no class \"\(shortened(text))\"",
        "its classes are " + Wording.list(found.classes.map { $0.name ?? "\($0.number)" }))
    case .noClass(nil):
      return told(
        "no run of \(rotation) has a class \"\(shortened(text))\"",
        "`show runs` tells of its runs and classes")
    case .manyClasses(let runs):
      return told(
        "\(Wording.count(runs.count, "run")) of \(rotation) have a class \"\(shortened(text))\"",
        "say in a column \"run\" which is meant")
    case .otherUnits(let found, let units):
      return told(
        "\(run(found)) takes people of \(Wording.list(units.map(Wording.name))) only",
        "give these people another run, or have the run take their unit")
    }
  }

  /// - Parameter most: how large a class may be, where the plan says.
  public static func overfullClass(
    _ number: Int, ofRun run: Int, _ rotation: String, roster people: Int, plan: Int, most: Int?,
    at range: SourceRange?
  ) -> Diagnostic {
    let isWithinMost = most.map { people <= $0 } ?? true
    let name = "class \(number) of run \(run) of \(Wording.name(rotation))"
    return Diagnostic(
      roster, severity: .warning,
      "\(name): the roster puts \(Wording.count(people, "people")) there, the plan \(Wording.grouped(plan))",
      at: range,
      remedies: [
        isWithinMost
          ? "\(name) people \(people) people"
          : "rotation \(Wording.name(rotation)) classes at most \(people) people"
      ])
  }

  public static func overfullRun(
    _ number: Int, _ rotation: String, unit: String, roster people: Int, plan: Int,
    at range: SourceRange?
  ) -> Diagnostic {
    Diagnostic(
      roster, severity: .warning,
      "unit \(Wording.name(unit)): the roster puts \(Wording.count(people, "people")) in run \(number) of \(Wording.name(rotation)), the plan \(Wording.grouped(plan))",
      at: range)
  }

  public static func moreOverfull(_ count: Int) -> Diagnostic {
    Diagnostic(
      roster, severity: .warning,
      "and \(Wording.count(count, "more place")) with more people than the plan has there")
  }

  /// - Parameter first: what is told of the first of them.
  public static func misplacedPeople(
    _ rotation: String, _ people: Int, first: String, at range: SourceRange?
  ) -> Diagnostic {
    Diagnostic(
      roster, severity: .warning,
      "rotation \(Wording.name(rotation)): \(Wording.count(people, "people")) of the roster are in no class, because theirs cannot be found: \(first)",
      at: range)
  }

  public static func otherCount(
    _ unit: String, roster people: Int, plan: Int, at range: SourceRange?
  ) -> Diagnostic {
    Diagnostic(
      roster, severity: .warning,
      "unit \(Wording.name(unit)): the roster has \(Wording.count(people, "people")), the plan \(Wording.grouped(plan))",
      at: range, remedies: ["unit \(Wording.name(unit)) \(people) people"])
  }

  public static func moreUnits(_ count: Int) -> Diagnostic {
    Diagnostic(
      roster, severity: .warning, "and \(Wording.count(count, "more unit")) with another number")
  }

  public static func otherTotal(
    _ rotation: String, roster people: Int, plan: Int, at range: SourceRange?
  ) -> Diagnostic {
    Diagnostic(
      roster, severity: .warning,
      "rotation \(Wording.name(rotation)): the roster has \(Wording.count(people, "people")), the plan \(Wording.grouped(plan))",
      at: range, remedies: ["rotation \(Wording.name(rotation)) trainees \(people) people"])
  }

  public static func peopleOfNoUnit(
    _ rotation: String, _ people: Int, at range: SourceRange?
  ) -> Diagnostic {
    Diagnostic(
      roster, severity: .warning,
      "rotation \(Wording.name(rotation)) trains units, and the roster gives \(Wording.count(people, "people")) none that it trains: they are in no class",
      at: range)
  }

  public static func rosterUnread(
    _ path: String, _ reason: String, at range: SourceRange?
  ) -> Diagnostic {
    Diagnostic(
      roster, severity: .warning,
      "the roster \"\(path)\" cannot be read: \(reason); people are numbers only",
      at: range)
  }

  static func noRows(_ kind: TableKind, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      empty, "the table holds no \(kind.rawValue)", at: range,
      remedies: ["the first row names columns, each row after it is one of them"])
  }

  static func tooMany(_ count: Int) -> Diagnostic {
    Diagnostic(more, "and \(Wording.count(count, "more error"))")
  }

  private static func shortened(_ text: String) -> String {
    text.count > 40 ? text.prefix(39) + "…" : text
  }

  /// A column as spreadsheets call it: A, B, … Z, AA.
  static func letters(_ index: Int) -> String {
    var rest = index
    var letters = ""
    repeat {
      let letter = UnicodeScalar(UInt8(ascii: "A") + UInt8(rest % 26))
      letters = String(letter) + letters
      rest = rest / 26 - 1
    } while rest >= 0
    return letters
  }
}

/// A cell as a spreadsheet shows where it is.
public struct TablePlace: Hashable, Sendable {
  /// From 1, the row of headings included.
  public let row: Int
  /// From 0.
  public let column: Int
  public let heading: String

  /// `row 5, column C "seats"`.
  public var words: String { "row \(row), column \(TableMessages.letters(column)) \"\(heading)\"" }
}
