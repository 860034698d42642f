#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A diagnostic as a JSON object, for programs. Lines and columns count from 1, columns in
/// characters; whatever is not known is left out.
public struct DiagnosticJSON: Encodable, Sendable {
  public struct Place: Encodable, Sendable {
    public let file: String
    public let line: Int
    public let column: Int
    public let endLine: Int
    public let endColumn: Int

    init?(_ range: SourceRange, in library: SourceLibrary) {
      guard let text = library[range.source], text.isWritten else { return nil }
      let start = SourcePosition(of: range.lower, in: text)
      let end = SourcePosition(of: range.upper, in: text)
      file = text.name
      (line, column) = (start.line, start.column)
      (endLine, endColumn) = (end.line, end.column)
    }
  }

  public struct Note: Encodable, Sendable {
    public let message: String
    public let place: Place?
  }

  public struct FixIt: Encodable, Sendable {
    public let place: Place
    public let replacement: String
  }

  let id: String
  let severity: String
  let message: String
  let place: Place?
  let notes: [Note]
  let remedies: [String]
  let fixIt: FixIt?

  public init(_ diagnostic: Diagnostic, library: SourceLibrary) {
    id = diagnostic.kind.id
    severity = diagnostic.severity.rawValue
    message = diagnostic.message
    place = diagnostic.range.flatMap { Place($0, in: library) }
    notes = diagnostic.notes.map { note in
      Note(message: note.message, place: note.range.flatMap { Place($0, in: library) })
    }
    remedies = diagnostic.remedies
    fixIt = diagnostic.fixIt.flatMap { fixIt in
      Place(fixIt.range, in: library).map { FixIt(place: $0, replacement: fixIt.replacement) }
    }
  }

  private enum Keys: String, CodingKey {
    case id, severity, message, file, line, column, endLine, endColumn, notes, remedies, fixIt
  }

  /// The place stands in the object itself, not in one of its own.
  public func encode(to encoder: any Encoder) throws {
    var object = encoder.container(keyedBy: Keys.self)
    try object.encode(id, forKey: .id)
    try object.encode(severity, forKey: .severity)
    try object.encode(message, forKey: .message)
    try object.encodeIfPresent(place?.file, forKey: .file)
    try object.encodeIfPresent(place?.line, forKey: .line)
    try object.encodeIfPresent(place?.column, forKey: .column)
    try object.encodeIfPresent(place?.endLine, forKey: .endLine)
    try object.encodeIfPresent(place?.endColumn, forKey: .endColumn)
    if !notes.isEmpty { try object.encode(notes, forKey: .notes) }
    if !remedies.isEmpty { try object.encode(remedies, forKey: .remedies) }
    try object.encodeIfPresent(fixIt, forKey: .fixIt)
  }

  /// A diagnostic on one line; its message alone where it cannot be encoded.
  public static func line(of diagnostic: Diagnostic, in library: SourceLibrary) -> String {
    (try? DiagnosticJSON(diagnostic, library: library).line()) ?? diagnostic.message
  }

  /// One line of JSON with keys in alphabetical order.
  public func line() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }
}
