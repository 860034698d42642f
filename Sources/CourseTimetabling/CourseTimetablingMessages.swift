import RotaDiagnostics

/// All that can be wrong with a file of course timetabling, or with a plan that is to become one, and
/// how it is told.
public enum CourseTimetablingMessages {
  public static let all: [DiagnosticKind] = [
    notAnInstance, character, header, missing, repeated, row, number, name, unknown, count,
    tooMany, misfit,
  ]

  public static let notAnInstance = DiagnosticKind(
    "instance-not-one",
    "The file is no instance of course timetabling: it has neither the lines that such a file begins with, `Name:` to `Constraints:`, nor any of its sections."
  )

  static func notAnInstance(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      notAnInstance, "this is no instance of course timetabling", at: range,
      remedies: [
        "such a file begins with `Name:`, `Courses:`, `Rooms:`, `Days:`, and ends with `END.`"
      ])
  }

  static let character = DiagnosticKind(
    "instance-character",
    "The file holds a control character: it is damaged, or no text. Get it anew."
  )

  static func character(_ byte: UInt8, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      character,
      byte == 0 ? "the file holds a null character" : "the file holds a control character",
      at: range, remedies: ["take it out, or get the file anew: it may be damaged"])
  }

  // MARK: The head

  static let header = DiagnosticKind(
    "instance-header",
    "Up to its first section a file has lines of a word, a colon and a value, such as `Rooms: 6`; after it, sections such as `ROOMS:` alone on their lines."
  )

  static func unknownHeader(_ key: String, nearest: String?, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      header, "`\(shown(key))` is none of the words that a file begins with", at: range,
      remedies: [
        nearest.map { "did you mean `\($0):`?" }
          ?? "they are: " + InstanceHeader.allCases.map { "\($0.rawValue):" }.joined(separator: " ")
      ])
  }

  static func unknownSection(_ name: String, nearest: String?, at range: SourceRange) -> Diagnostic
  {
    Diagnostic(
      header, "there is no section `\(shown(name))`", at: range,
      remedies: [
        nearest.map { "did you mean `\($0):`?" }
          ?? "sections are: "
          + InstanceSection.allCases.map { "\($0.rawValue):" }
          .joined(separator: " ")
      ])
  }

  static func notAHeader(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      header, "a word and a colon were expected before the first section", at: range,
      remedies: ["write `Courses: 30`, or take the line out"])
  }

  static func wrongValues(
    _ key: InstanceHeader, _ found: Int, at range: SourceRange
  ) -> Diagnostic {
    let wanted =
      switch key {
      case .name: "a name"
      case .dailyLectures: "two numbers"
      case .courses, .rooms, .days, .periodsPerDay, .curricula, .constraints,
        .unavailabilityConstraints, .roomConstraints:
        "one number"
      }
    return Diagnostic(
      header, "`\(key.rawValue):` needs \(wanted), but has \(Wording.count(found, "word"))",
      at: range, remedies: ["write `\(key.example)`"])
  }

  // MARK: What is missing or said twice

  static let missing = DiagnosticKind(
    "instance-missing",
    "A line or a section that every file has is not there. A file that was cut short lacks its end."
  )

  static func missingHeader(_ key: InstanceHeader, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      missing, "`\(key.rawValue):` is missing among the lines at the beginning", at: range,
      remedies: ["add a line `\(key.example)`"])
  }

  static func missingSection(_ section: InstanceSection, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      missing, "the section `\(section.rawValue):` is missing", at: range,
      remedies: ["add it; the file may have been cut short"])
  }

  static func missingEnd(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      missing, "the file ends without `END.`", at: range,
      remedies: ["get it anew if it was cut short, else add a line `END.`"])
  }

  static let repeated = DiagnosticKind(
    "instance-repeated",
    "A line of the head, a section, a course, a room or a curriculum is there twice. Take one of them out, or rename it."
  )

  static func repeated(
    _ what: String, at range: SourceRange, first: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      repeated, "\(what) is there twice", at: range,
      notes: [Diagnostic.Note("the first one", at: first)],
      remedies: ["take one of them out"])
  }

  // MARK: Rows

  static let row = DiagnosticKind(
    "instance-row", "A row of a section has too few or too many words.")

  static func wrongRow(
    _ section: InstanceSection, found: Int, wanted: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      row, "a row of `\(section.rawValue):` has \(wanted) words, but this one has \(found)",
      at: range, remedies: ["write `\(section.shape)`"])
  }

  static func mixedRow(
    _ section: InstanceSection, found: Int, before: Int, at range: SourceRange, first: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      row, "this row has \(found) words, but those above have \(before)", at: range,
      notes: [Diagnostic.Note("the first row of `\(section.rawValue):`", at: first)],
      remedies: ["write all rows alike: `\(section.shape)`"])
  }

  static func wrongMembers(
    _ curriculum: String, said: Int, found: Int, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      row,
      "curriculum `\(shown(curriculum))` says \(Wording.count(said, "course")), but names \(Wording.grouped(found))",
      at: range, remedies: ["write \(found) if the names are right"])
  }

  static let number = DiagnosticKind(
    "instance-number", "A number is none, or lies outside of what it may be.")

  static func notANumber(_ what: String, _ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      number, "\(what) must be a whole number, but is `\(shown(text))`", at: range,
      remedies: ["write digits alone"])
  }

  static func outOfRange(
    _ what: String, _ text: String, _ bounds: ClosedRange<Int>, at range: SourceRange
  ) -> Diagnostic {
    let (least, most) = (Wording.grouped(bounds.lowerBound), Wording.grouped(bounds.upperBound))
    return Diagnostic(
      number,
      least == most
        ? "\(what) must be \(least), but is \(shown(text))"
        : "\(what) must be \(least) to \(most), but is \(shown(text))", at: range,
      remedies: least == most ? ["write \(least)"] : ["write a number from \(least) to \(most)"])
  }

  static func emptySpan(_ least: Int, _ most: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      number, "the least lectures of a day, \(least), are more than the most, \(most)", at: range,
      remedies: ["write the smaller number first"])
  }

  // MARK: Names

  static let name = DiagnosticKind(
    "instance-name",
    "A name is too long, holds a control character, or nothing that can be seen. No plan could hold it."
  )

  static func badName(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      name, "no plan could hold this name", at: range,
      remedies: ["write at most \(Instance.Limits.nameBytes) bytes that can be seen"])
  }

  static let unknown = DiagnosticKind(
    "instance-unknown", "A row names a course or a room that its section does not have.")

  static func unknown(
    _ sort: String, _ name: String, nearest: String?, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      unknown, "there is no \(sort) `\(shown(name))`", at: range,
      remedies: [
        nearest.map { "did you mean `\($0)`?" } ?? "add it to its section, or take the row out"
      ])
  }

  // MARK: Counts

  static let count = DiagnosticKind(
    "instance-count",
    "The head says another number of rows than a section has. Rows were lost, or the head is wrong."
  )

  static func wrongCount(
    _ key: InstanceHeader, said: Int, _ section: InstanceSection, found: Int,
    at range: SourceRange, section place: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      count,
      "`\(key.rawValue):` says \(Wording.grouped(said)), but there are \(Wording.grouped(found))",
      at: range,
      notes: [
        Diagnostic.Note(
          "`\(section.rawValue):` has \(Wording.count(found, "row"))", at: place)
      ],
      remedies: ["write \(found) if no row was lost"])
  }

  static let tooMany = DiagnosticKind(
    "instance-too-many",
    "The file has more errors than are worth reading at once. Mend those that are shown first.")

  static func tooMany(_ rest: Int) -> Diagnostic {
    Diagnostic(
      tooMany, "\(Wording.count(rest, "more error")) \(rest == 1 ? "is" : "are") not shown",
      remedies: ["mend those above first"])
  }

  // MARK: Solutions

  static let misfit = DiagnosticKind(
    "no-course-timetable",
    "A solution of course timetabling names a course, a room, a day and a period for each lecture, and nothing else. A plan fits it where each module has one session of one period, for one audience, in one place."
  )

  /// - Parameter notes: what does not fit, with the places in the plan.
  public static func misfit(_ notes: [Diagnostic.Note], at range: SourceRange) -> Diagnostic {
    let most = 10
    var shown = Array(notes.prefix(most))
    if notes.count > most { shown.append(.init("and \(Wording.grouped(notes.count - most)) more")) }
    return Diagnostic(
      misfit, "the plan does not fit a solution of course timetabling", at: range, notes: shown,
      remedies: ["`export text` and `export html` write any timetable"])
  }

  /// As much of a word from the file as a line of a message can hold.
  private static func shown(_ text: String) -> String { text.truncated(to: 40) }
}
