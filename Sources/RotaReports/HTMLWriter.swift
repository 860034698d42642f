/// Writes documents as one self-contained HTML file, made for printing.
public struct HTMLWriter: Sendable {
  public init() {}
  public func write(_ document: Document) -> String { "" }
}
