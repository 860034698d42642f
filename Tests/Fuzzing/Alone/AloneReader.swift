import CourseTimetabling
import RotaDiagnostics
import RotaInterchange
import RotaLanguage
import RotaPlanning
import RotaSyntax

/// The readers by themselves: what is read, and what must hold of it.
extension Reader {
  /// Reads, and stops the program where something that must hold does not.
  func read(_ bytes: [UInt8]) {
    switch self {
    case .plan: Self.run(bytes, after: LanguageState())
    case .saved: Self.run(bytes, after: School.sample.state)
    case .format: Self.format(bytes)
    case .csv: Self.table(bytes)
    case .ics: Self.calendar(bytes)
    case .json: Self.holidays(bytes)
    case .ctt: Self.instance(bytes)
    case .history: Self.recall(bytes)
    // Its entries are those of a session.
    case .journal: break
    }
  }

  // MARK: Texts of the language

  /// Reads statements, runs what they declare, and makes a plan of it; commands come to nothing.
  private static func run(_ bytes: [UInt8], after state: LanguageState) {
    let text = Text(bytes)
    let parsed = Parser.parse(text.source, as: text.id)
    guard parsed.diagnostics.isEmpty else { return text.tell(parsed.diagnostics) }
    var state = state
    var host = PatientHost()
    let errors = Interpreter.run(
      parsed.script, state: &state, host: &host, stopAtFirstError: false)
    let problems = errors + Elaborator.plan(from: state.declarations).diagnostics
    text.tell(problems)
    // A plan with errors is not saved.
    if problems.isEmpty { text.mustRead(DeclarationWriter.text(state), "a plan that is written") }
  }

  private static func format(_ bytes: [UInt8]) {
    let text = Text(bytes)
    let once: String
    switch Formatter.format(text.source) {
    case .success(let formatted): once = formatted
    case .failure(let failure): return text.tell(failure.diagnostics)
    }
    guard case .success(let twice) = Formatter.format(SourceText(name: "once", text: once)) else {
      preconditionFailure("what was formatted cannot be read")
    }
    precondition(once == twice, "what was formatted formats to something else")
  }

  // MARK: Files of others

  /// The first byte says which table it is.
  private static func table(_ bytes: [UInt8]) {
    guard let first = bytes.first, let (text, file) = Text.decoded(bytes.dropFirst()) else {
      return
    }
    let kinds = TableKind.allCases
    let kind = kinds[Int(first & 0x7F) % kinds.count]
    do throws(MalformedTable) {
      if kind == .roster {
        let roster = try RosterReader.read(
          file, as: text.id, needsUnits: true, places: School.sample.places,
          judge: \.misplaced)
        return text.tell(roster.warnings)
      }
      let table = try TableReader.read(kind, file, as: text.id) { School.sample.sorts[$0] ?? [] }
      text.tell(table.warnings)
      text.mustRead(table.script, "a table")
    } catch {
      text.tell(error.diagnostics)
      if let sound = error.sound { text.mustRead(sound.script, "the sound part of a table") }
    }
  }

  /// The first byte says what the calendar is of.
  private static func calendar(_ bytes: [UInt8]) {
    guard let first = bytes.first, let (text, file) = Text.decoded(bytes.dropFirst()) else {
      return
    }
    let isOfHolidays = first % 2 == 0
    let zone = { TimeZoneRules(name: $0, rule: SampleSchool.zoneRule) }
    do {
      let times = try CalendarReader.read(
        file, as: text.id, takesFree: isOfHolidays, dates: School.sample.dates,
        zone: zone("Europe/Vienna"), system: zone)
      let statements = CalendarStatements(
        times, for: isOfHolidays ? .holidays : .teacher("Li"), dates: School.sample.dates)
      text.tell(times.warnings + statements.warnings)
      text.mustRead(statements.script, "a calendar")
    } catch {
      text.tell([error])
    }
  }

  private static func holidays(_ bytes: [UInt8]) {
    guard let (text, file) = Text.decoded(bytes[...]) else { return }
    do {
      let list = try HolidayList.read(file, as: text.id)
      text.mustRead(CalendarStatements(list, dates: School.sample.dates).script, "a list of days")
    } catch {
      text.tell(error.diagnostics)
    }
  }

  private static func instance(_ bytes: [UInt8]) {
    let text = Text(bytes)
    do {
      let instance = try InstanceReader.read(text.source, as: text.id)
      text.mustRead(PlanText.text(of: instance, from: "data"), "an instance")
    } catch {
      text.tell(error.diagnostics)
    }
  }

  private static func recall(_ bytes: [UInt8]) {
    let entry = HistoryLine.decode(String(decoding: bytes, as: UTF8.self))
    let line = HistoryLine.encode(entry)
    precondition(!line.contains("\n"), "an entry of several lines in the file")
    precondition(
      HistoryLine.decode(line) == String(entry.filter { $0 != "\0" }),
      "an entry that comes back as another")
  }
}
