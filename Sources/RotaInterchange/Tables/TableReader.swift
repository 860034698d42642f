import RotaDiagnostics
import RotaPlanning
import RotaSyntax

/// Reads a table of teachers, venues, sites, units or availability as the statements that a planner
/// would have typed.
public struct TableReader {
  /// What a name of the plan stands for, to tell a teacher from a venue.
  public enum Sort: String, Sendable {
    case teacher, venue, site
  }

  private var file: TableFile
  private var result = ImportedTable()
  /// The row in which each name was first seen.
  private var seen: [String: Int] = [:]
  private let sorts: (String) -> [Sort]

  /// - Parameters:
  ///   - bytes: UTF-8 without a byte order mark.
  ///   - sorts: what the plan declares under a name; availability asks for it.
  public static func read(
    _ kind: TableKind, _ bytes: [UInt8], as source: SourceID, sorts: (String) -> [Sort]
  ) throws(MalformedTable) -> ImportedTable {
    let file = try TableFile(kind, bytes, as: source)
    return try withoutActuallyEscaping(sorts) { (sorts) throws(MalformedTable) in
      var reader = TableReader(file: file, sorts: sorts)
      return try reader.read()
    }
  }

  private init(file: TableFile, sorts: @escaping (String) -> [Sort]) {
    self.file = file
    self.sorts = sorts
  }

  private mutating func read() throws(MalformedTable) -> ImportedTable {
    while file.advance() {
      if let statement = statement() { result.append(statement) }
    }
    do {
      try file.judge()
    } catch {
      throw MalformedTable(diagnostics: error.diagnostics, sound: result)
    }
    if result.rows == 0 {
      throw MalformedTable(diagnostics: [TableMessages.noRows(file.kind, at: file.range(0..<0))])
    }
    result.warnings = file.warnings
    return result
  }

  private mutating func statement() -> StatementText? {
    switch file.kind {
    case .teachers: teacher()
    case .venues: place("venue")
    case .sites: place("site")
    case .units: unit()
    case .availability: availability()
    case .roster: nil
    }
  }

  // MARK: The tables

  private mutating func teacher() -> StatementText? {
    guard var statement = named("teacher") else { return nil }
    name(.institution, "from", &statement)
    name(.post, "post", &statement)
    names(.roles, "role", &statement)
    names(.topics, "teaches", &statement)
    name(.school, "school", &statement)
    name(.zone, "zone", &statement)
    flag(.remote, "remote", &statement)
    clause(.perDay, &statement) { CellValues.count($0).map { "at most \($0) per day" } }
    clause(.perWeek, &statement) { CellValues.count($0).map { "at most \($0) per week" } }
    for (column, word) in [(TableColumn.norm, "norm"), (.wish, "wishes")] {
      clause(column, &statement, "a number of hours") {
        CellValues.hours($0).map { "\(word) \($0) h" }
      }
    }
    statement.close()
    return statement
  }

  private mutating func place(_ kind: String) -> StatementText? {
    guard var statement = named(kind) else { return nil }
    name(.kind, "kind", &statement)
    clause(.seats, &statement) { CellValues.count($0).map { "seats \($0)" } }
    flag(.streams, "streams", &statement)
    name(.zone, "zone", &statement)
    name(.school, "school", &statement)
    clause(.travel, &statement, "a number of minutes") {
      CellValues.count($0).map { "travel \($0) min" }
    }
    statement.close()
    return statement
  }

  private mutating func unit() -> StatementText? {
    guard var statement = named("unit") else { return nil }
    if let (text, cell, place) = text(.people) {
      if let people = CellValues.count(text) {
        statement.add(" ")
        statement.add("\(people) people", cell, place)
      } else {
        file.add(TableMessages.wrongCell(place, "a number of people", is: text, at: cell))
      }
    } else {
      let index = file.positions[.people] ?? 0
      file.add(
        TableMessages.missingCell(file.place(index), "the number of people", at: file.start))
    }
    name(.kind, "kind", &statement)
    name(.school, "school", &statement)
    clause(.away, &statement, "a share such as 30%, or a number of people") { text in
      let limit = CellValues.percent(text) ?? CellValues.count(text).map { "\($0) people" }
      return limit.map { "away at most \($0)" }
    }
    statement.close()
    return statement
  }

  private mutating func availability() -> StatementText? {
    guard let (name, cell, place) = text(.name) else {
      missingName()
      return nil
    }
    // All of a row is read before it is judged, so that everything that is wrong is told at once.
    let found = sort(of: name, cell, place)
    var isFree: Bool? = false
    if let (text, cell, place) = text(.status) {
      isFree = CellValues.available.value(of: text) ?? CellValues.yesOrNo(text)
      if isFree == nil {
        file.add(
          TableMessages.wrongCell(place, CellValues.available.told, is: text, at: cell))
      }
    }
    guard let windows = self.windows(), let sort = found, let isFree else { return nil }
    var statement = StatementText("\(sort.rawValue) ")
    statement.add(NameSyntax.quoteIfNeeded(name), cell, place)
    let word =
      sort == .teacher ? (isFree ? "available" : "unavailable") : isFree ? "open" : "closed"
    statement.add(" \(word)")
    for window in windows {
      statement.add(" ")
      statement.add(window.text, window.cell, window.place)
    }
    return statement
  }

  // MARK: Availability

  private mutating func sort(
    of name: String, _ cell: SourceRange, _ place: TablePlace
  ) -> Sort? {
    if let (text, cell, place) = text(.sort) {
      if let sort = CellValues.sort(text) { return sort }
      file.add(TableMessages.wrongCell(place, CellValues.sortsTold, is: text, at: cell))
      return nil
    }
    let known = sorts(name)
    if known.count == 1 { return known[0] }
    file.add(TableMessages.unknownName(place, name, at: cell))
    return nil
  }

  /// The parts of a window that the row gives; nil where one is wrong or there is none.
  private mutating func windows() -> [(text: String, cell: SourceRange, place: TablePlace)]? {
    var parts: [(text: String, cell: SourceRange, place: TablePlace)] = []
    let before = file.problems.count
    let from = value(.from, "a date such as 2027-03-01", CellValues.date)
    let to = value(.to, "a date such as 2027-03-01", CellValues.date)
    if let (day, cell, place) = from ?? to {
      let last = to?.value ?? day
      if last < day {
        file.add(
          TableMessages.wrongCell(
            to?.place ?? place, "a date from \(day.iso) on", is: last.iso, at: to?.cell ?? cell))
      }
      parts.append((day.iso + (last > day ? "..\(last.iso)" : ""), cell, place))
    }
    if let (text, cell, place) = text(.weekdays) {
      let days = CellValues.list(text).map(CellValues.weekday)
      if days.isEmpty || days.contains(nil) {
        file.add(TableMessages.wrongCell(place, "a weekday, or some", is: text, at: cell))
      }
      parts.append((days.compactMap { $0?.word }.joined(separator: " "), cell, place))
    }
    if let (text, cell, place) = text(.period) {
      parts.append((NameSyntax.quoteIfNeeded(text), cell, place))
    }
    let starts = value(.starts, "a time such as 08:30", CellValues.time)
    let ends = value(.ends, "a time such as 08:30", CellValues.time)
    if let (start, cell, place) = starts ?? ends {
      let lower = starts == nil ? 0 : start
      let upper = ends?.value ?? 1440
      if lower >= upper, starts != nil, ends != nil {
        file.add(
          TableMessages.wrongCell(
            ends?.place ?? place, "a time after \(TimeOfDay(minutes: lower).clock)",
            is: TimeOfDay(minutes: upper).clock, at: ends?.cell ?? cell))
      }
      parts.append(
        (
          TimeOfDay(minutes: lower).clock + "-" + TimeOfDay(minutes: upper).clock, cell, place
        ))
    }
    if file.problems.count > before { return nil }
    if parts.isEmpty {
      file.add(
        TableMessages.missingCell(
          file.place(file.positions[.from] ?? 0), "a date, a weekday, a period or a time",
          at: file.start))
      return nil
    }
    return parts
  }

  // MARK: Cells

  /// The text of a cell with its place; nil where it is empty.
  private mutating func text(
    _ column: TableColumn
  ) -> (value: String, cell: SourceRange, place: TablePlace)? {
    guard let index = file.positions[column], let cell = file.cell(index) else { return nil }
    let text = CellValues.trimmed(cell.text(in: file.bytes))
    let range = file.range(cell.bytes)
    let place = file.place(index)
    if let scalar = text.unicodeScalars.first(where: { $0.value < 0x20 || $0.value == 0x7F }) {
      file.add(TableMessages.controlCharacter(place, scalar, at: range))
    }
    return text.isEmpty ? nil : (text, range, place)
  }

  private mutating func value<Value>(
    _ column: TableColumn, _ expected: String, _ read: (String) -> Value?
  ) -> (value: Value, cell: SourceRange, place: TablePlace)? {
    guard let (text, cell, place) = text(column) else { return nil }
    guard let value = read(text) else {
      file.add(TableMessages.wrongCell(place, expected, is: text, at: cell))
      return nil
    }
    return (value, cell, place)
  }

  /// The head of a statement about what the row names; nil where it names nothing, or something that
  /// another row names.
  private mutating func named(_ kind: String) -> StatementText? {
    guard let (name, cell, place) = text(.name) else {
      missingName()
      return nil
    }
    if let before = seen.updateValue(file.row, forKey: name) {
      file.add(TableMessages.rowTwice(place, name, before: before, at: cell))
    }
    var statement = StatementText(kind + " ")
    statement.add(NameSyntax.quoteIfNeeded(name), cell, place)
    return statement
  }

  private mutating func missingName() {
    file.add(
      TableMessages.missingCell(
        file.place(file.positions[.name] ?? 0), "the name", at: file.start))
  }

  private mutating func name(
    _ column: TableColumn, _ word: String, _ statement: inout StatementText
  ) {
    guard let (text, cell, place) = text(column) else { return }
    statement.clause("\(word) \(NameSyntax.quoteIfNeeded(text))", cell, place)
  }

  private mutating func names(
    _ column: TableColumn, _ word: String, _ statement: inout StatementText
  ) {
    guard let (text, cell, place) = text(column) else { return }
    let names = CellValues.list(text).map { NameSyntax.quoteIfNeeded($0) }
    if !names.isEmpty {
      statement.clause("\(word) \(names.joined(separator: ", "))", cell, place)
    }
  }

  private mutating func flag(
    _ column: TableColumn, _ word: String, _ statement: inout StatementText
  ) {
    guard let (value, cell, place) = value(column, CellValues.yes.told, CellValues.yesOrNo) else {
      return
    }
    if value { statement.clause(word, cell, place) }
  }

  private mutating func clause(
    _ column: TableColumn, _ statement: inout StatementText,
    _ expected: String = "a whole number", _ write: (String) -> String?
  ) {
    guard let (text, cell, place) = value(column, expected, write) else { return }
    statement.clause(text, cell, place)
  }
}
