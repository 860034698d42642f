import RotaDiagnostics
import RotaLanguage
import RotaPlanning
import RotaReports
import RotaSyntax

/// `list KIND where CONDITION by FIELD`.
enum ListCommand {
  static func run(
    _ workspace: inout Workspace, _ command: Command, _ state: inout LanguageState
  ) throws(Diagnostic) {
    let derived = try workspace.soundPlan(state, for: command)
    let words = Listing.all.map(\.word)
    let kind = command.argument("listing")
    let word = kind?.value?.plainText ?? ""
    guard let listing = Listing.named(word) else {
      throw SessionMessages.unknownChoice(
        "list", word, of: words, nearest: Spelling.nearest(to: word, among: words),
        at: kind?.range ?? command.range)
    }
    let isOfPeople = listing.word == Listing.people.word
    let format = workspace.rowFormat
    let condition = command.arguments.first { $0.expression != nil }?.expression
    var rows: [Row]
    var total: Int
    if isOfPeople { workspace.reportAll(workspace.rememberClassLists(derived).warnings) }
    if isOfPeople, format == .table, condition == nil, command.argument("field") == nil {
      (rows, total) = Listing.people(
        workspace.classLists(derived).lists, derived, most: Listing.mostPeople)
    } else {
      rows = try workspace.rows(of: listing, where: condition, derived, state: &state)
      total = rows.count
    }
    if let argument = command.argument("field"), let field = argument.value?.plainText {
      guard listing.fields.contains(field) else {
        throw SessionMessages.unknownChoice(
          "field of \(word)", field, of: listing.fields,
          nearest: Spelling.nearest(to: field, among: listing.fields), at: argument.range)
      }
      rows = sorted(rows, by: field)
    }
    if isOfPeople, format == .table { rows = Array(rows.prefix(Listing.mostPeople)) }
    var wanted = listing.fields
    if format == .table, let shown = listing.shown {
      // What was asked about is shown too.
      let asked = condition.map { $0.words } ?? []
      let sort = command.value("field")?.plainText
      wanted = wanted.filter { shown.contains($0) || asked.contains($0) || $0 == sort }
    }
    // Columns that no row fills would only take up room; a table without rows still says of what.
    let filled = wanted.filter { field in rows.contains { $0.fields[field] != nil } }
    let fields = rows.isEmpty ? wanted : filled
    workspace.say(rows: rows, fields: fields)
    if workspace.board.settings.output == .table, !workspace.options.json {
      let count = "\(Wording.grouped(total)) \(total == 1 ? singular(word) : word)"
      if rows.count == total {
        workspace.remark(count)
      } else {
        // What is left out is never left out in silence.
        workspace.say(
          "\(count), of whom the first \(Wording.grouped(rows.count)) are shown: "
            + "`where` chooses some, and `set output csv` lists all")
      }
    }
  }

  private static func singular(_ word: String) -> String {
    switch word {
    case "classes": "class"
    case "people": "person"
    default: String(word.dropLast())
    }
  }

  /// Stable, rows without the field last.
  private static func sorted(_ rows: [Row], by field: String) -> [Row] {
    rows.enumerated().sorted { a, b in
      switch (a.element.fields[field], b.element.fields[field]) {
      case (let x?, let y?):
        if x == y { return a.offset < b.offset }
        return x.precedes(y)
      case (nil, nil): return a.offset < b.offset
      case (.some, nil): return true
      case (nil, .some): return false
      }
    }.map(\.element)
  }
}

extension Workspace {
  /// The rows of a listing that meet a condition.
  mutating func rows(
    of listing: Listing, where condition: Expression?, _ derived: Derived,
    state: inout LanguageState
  ) throws(Diagnostic) -> [Row] {
    let rows = listing.rows(self, derived)
    guard let condition else { return rows }
    let known = Set(listing.fields)
    let words = condition.words
    let asked = words.intersection(known)
    let dates = try dates(in: words.subtracting(known), of: condition, rows, listing, state)
    var kept: [Row] = []
    for row in rows {
      if isCancelled { throw SessionMessages.stopped("list", at: condition.range) }
      let value: Value
      do {
        value = try Evaluator.value(of: condition) { word in
          // A field that a row does not have is a text that no name or number equals.
          known.contains(word) ? row.fields[word] ?? .text("") : dates[word] ?? .name(word)
        }
      } catch {
        // An empty field cannot be compared with a number or a date: the row does not meet the
        // condition. Where all the fields are there the error is the planner's.
        if asked.contains(where: { row.fields[$0] == nil }) { continue }
        throw error
      }
      guard case .boolean(let holds) = value else {
        throw SessionMessages.badCondition(value.source, at: condition.range)
      }
      if holds { kept.append(row) }
    }
    return kept
  }
}

extension Workspace {
  /// The words that are days without their year.
  ///
  /// A word that is neither that, nor a field or any name in the plan, is a slip of the pen, which would
  /// otherwise find nothing without a word.
  private func dates(
    in words: Set<String>, of condition: Expression, _ rows: [Row], _ listing: Listing,
    _ state: LanguageState
  ) throws(Diagnostic) -> [String: Value] {
    if words.isEmpty { return [:] }
    var names = Set(Vocabulary.forms.map(\.word))
    for item in state.declarations.items { names.insert(item.name) }
    for row in rows {
      for value in row.fields.values {
        if let text = value.plainText { names.insert(text) }
      }
    }
    var dates: [String: Value] = [:]
    for word in words.sorted() where !names.contains(word) && state.globals.variables[word] == nil {
      if let date = try state.declarations.date(ofWord: word, at: condition.range) {
        dates[word] = date
        continue
      }
      throw SessionMessages.unknownTarget(
        "field or name", word,
        nearest: Spelling.nearest(to: word, among: (names.union(listing.fields)).sorted()),
        at: condition.range)
    }
    return dates
  }
}

extension Value {
  /// An order within one type: numbers by size, times by time, texts by their characters.
  func precedes(_ other: Value) -> Bool {
    switch (self, other) {
    case (.number(let a), .number(let b)): return a < b
    case (.quantity(let a, _), .quantity(let b, _)): return a < b
    case (.percent(let a), .percent(let b)): return a < b
    case (.date(let a), .date(let b)): return a < b
    case (.time(let a), .time(let b)): return a < b
    case (.weekday(let a), .weekday(let b)): return a < b
    case (.boolean(let a), .boolean(let b)): return !a && b
    default: return shown < other.shown
    }
  }
}

extension Expression {
  /// The bare words in an expression.
  var words: Set<String> {
    switch self {
    case .word(let word, _): [word]
    case .literal, .string: []
    case .list(let items, _): items.reduce(into: []) { $0.formUnion($1.words) }
    case .span(let a, let b, _), .binary(_, let a, let b, _): a.words.union(b.words)
    case .unary(_, let operand, _): operand.words
    case .call(_, let arguments, _):
      arguments.reduce(into: []) { $0.formUnion($1.value.words) }
    }
  }
}
