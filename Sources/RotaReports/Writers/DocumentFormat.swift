/// How a document becomes text.
public enum DocumentFormat: String, CaseIterable, Sendable {
  case text, html, markdown, csv, json

  /// Whether programs read it rather than people; see `ReportInput.isForPrograms`.
  public var isForPrograms: Bool {
    switch self {
    case .csv, .json: true
    case .text, .html, .markdown: false
    }
  }

  /// - Parameters:
  ///   - width: columns of plain text.
  ///   - hasColor: whether plain text may hold escapes for colours.
  public func write(_ document: Document, width: Int, hasColor: Bool = false) -> String {
    switch self {
    case .text:
      TextWriter(width: width, language: document.language, hasColor: hasColor).write(document)
    case .html: HTMLWriter().write(document)
    case .markdown: MarkdownWriter().write(document)
    case .csv: CSVWriter().write(document)
    case .json: JSONWriter().write(document)
    }
  }
}
