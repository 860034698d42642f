import RotaPlanning

/// Writes documents as plain text that fits a number of columns.
public struct TextWriter: Sendable {
  /// Columns of a terminal that no line goes beyond.
  public let width: Int

  /// Widths are brought to between 40 and 400.
  public init(width: Int, language: Plan.Language = .english) {
    self.width = min(max(width, 40), 400)
  }

  public func write(_ document: Document) -> String { document.title }

  /// A table alone, as `list` prints it.
  public func write(_ table: TableBlock) -> String { "" }
}
