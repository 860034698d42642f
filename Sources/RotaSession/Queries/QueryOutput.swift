import RotaLanguage
import RotaReports

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The rows of a query in the formats of `set output`. JSON is one array, or one object a line.
enum QueryOutput {
  static func text(
    _ rows: [Row], fields: [String], format: Settings.OutputFormat, width: Int,
    lines: Bool = false
  ) -> String {
    let cells = rows.map { row in fields.map { row.fields[$0]?.shown ?? "" } }
    switch format {
    case .table:
      if rows.isEmpty { return "(none)" }
      let numeric = fields.indices.filter { column in
        rows.allSatisfy { $0.fields[fields[column]]?.isNumeric ?? true }
      }
      return table(header: fields, rows: cells, numeric: Set(numeric), width: width)
    case .csv:
      let cells = rows.map { row in fields.map { row.fields[$0]?.bare ?? "" } }
      return ([fields] + cells).map(CSVText.line).joined(separator: CSVText.lineBreak)
    case .markdown:
      let lines = [fields, fields.map { _ in "---" }] + cells.map { $0.map(markdownCell) }
      return lines.map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n")
    case .json:
      return json(rows, fields: fields, lines: lines)
    }
  }

  static func table(
    header: [String], rows: [[String]], numeric: Set<Int>, width: Int
  ) -> String {
    let columns = header.enumerated().map { index, text in
      TableBlock.Column(text, numeric.contains(index) ? .trailing : .leading)
    }
    let text = TextWriter(width: width).write(TableBlock(columns: columns, rows: rows))
    return text.hasSuffix("\n") ? String(text.dropLast()) : text
  }

  private static func markdownCell(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("|", with: "\\|").replacing("\n", with: " ")
  }

  private static func json(_ rows: [Row], fields: [String], lines: Bool) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.withoutEscapingSlashes]
    func encoded(_ value: String) -> String {
      (try? encoder.encode(value)).map { String(decoding: $0, as: UTF8.self) } ?? "null"
    }
    // Fields stay in the order of the table, which an encoded dictionary would not keep.
    let objects = rows.map { row in
      let members = fields.compactMap { field in
        row.fields[field].map { "\(encoded(field)): \(json($0, encoded))" }
      }
      return "{" + members.joined(separator: ", ") + "}"
    }
    if lines { return objects.joined(separator: "\n") }
    return objects.isEmpty ? "[]" : "[\n  " + objects.joined(separator: ",\n  ") + "\n]"
  }

  private static func json(_ value: Value, _ encoded: (String) -> String) -> String {
    switch value {
    case .boolean(let flag): flag ? "true" : "false"
    case .number, .quantity: value.bare
    case .percent, .date, .time, .weekday, .timeSpan, .span, .text, .name, .list:
      encoded(value.shown)
    }
  }
}

extension Value {
  /// Without the unit, as programs count with it.
  var bare: String {
    switch self {
    case .number(let number), .quantity(let number, _): "\(number)"
    case .percent, .date, .time, .weekday, .timeSpan, .span, .text, .name, .boolean, .list: shown
    }
  }

  var isNumeric: Bool {
    switch self {
    case .number, .quantity, .percent: true
    case .date, .time, .weekday, .timeSpan, .span, .text, .name, .boolean, .list: false
    }
  }
}

extension Workspace {
  /// How rows are shown: by `set output`, or as JSON where every line is to be an object.
  var rowFormat: Settings.OutputFormat { options.json ? .json : board.settings.output }

  /// Whether what a command answers is for a program to read, so that no sentence may stand beside it.
  var answersProgram: Bool { rowFormat == .json || rowFormat == .csv }

  /// Rows in a format for programs, with all fields in each.
  mutating func say(rows: [Row], fields: [String]) {
    let text = QueryOutput.text(
      rows, fields: fields, format: rowFormat, width: width, lines: options.json)
    if !text.isEmpty { say(records: text) }
  }

  func table(header: [String], rows: [[String]], numeric: Set<Int>) -> String {
    QueryOutput.table(header: header, rows: rows, numeric: numeric, width: width)
  }
}
