/// Writes diagnostics for people: message, place, the line with marks under the exact part, notes
/// and remedies.
public struct DiagnosticRenderer: Sendable {
  private let library: SourceLibrary
  private let color: Bool
  private let columns: Int?

  /// - Parameter columns: those of the terminal, which no line of a text that is shown is to be wider
  ///   than, for its marks to stand below what they mark; nil where none sets a limit.
  public init(library: SourceLibrary, color: Bool, columns: Int? = nil) {
    self.library = library
    self.color = color
    self.columns = columns
  }

  /// The lines of a diagnostic, each with its line break.
  public func render(_ diagnostic: Diagnostic) -> String {
    let label = paint(diagnostic.severity.rawValue, code(diagnostic.severity))
    let message = paint(Printable.text(diagnostic.message), "1")
    var lines = ["\(label): \(message) \(paint("[\(diagnostic.kind.id)]", "2"))"]
    var remedies = diagnostic.remedies.map { Printable.text($0) }
    if let range = diagnostic.range, let text = library[range.source], text.isWritten {
      lines.append("  \(place(of: range, in: text))")
      let excerpt = excerpt(of: range, in: text)
      var hint = ""
      if let fixIt = diagnostic.fixIt, fixIt.range == range, let first = remedies.first,
        columns.map({ excerpt.end + 1 + first.displayWidth <= $0 }) ?? true
      {
        hint = " " + first
        remedies.removeFirst()
      }
      lines += excerpt.lines(hint, paint, code(diagnostic.severity))
    }
    for note in diagnostic.notes {
      var line = "\(paint("note", "36")): \(Printable.text(note.message))"
      if let range = note.range { line += "  \(Printable.text(library.place(of: range)))" }
      lines.append(line)
    }
    for remedy in remedies { lines.append("  = \(remedy)") }
    return lines.joined(separator: "\n") + "\n"
  }

  public func render(_ diagnostics: [Diagnostic]) -> String {
    diagnostics.map(render).joined()
  }

  private func place(of range: SourceRange, in text: SourceText) -> String {
    let position = SourcePosition(of: range.lower, in: text)
    return "\(Printable.text(text.name)):\(position.line):\(position.column)"
  }

  private func excerpt(of range: SourceRange, in text: SourceText) -> NumberedExcerpt {
    let number = String(text.lineIndex(of: range.lower) + 1)
    let room = columns.map { $0 - NumberedExcerpt.margin(number) } ?? SourceExcerpt.widest
    return NumberedExcerpt(number, SourceExcerpt(of: range, in: text, columns: room))
  }

  private func code(_ severity: Severity) -> String {
    switch severity {
    case .error, .impossible: "1;31"
    case .broken: "1;35"
    case .warning: "1;33"
    case .note: "1;34"
    }
  }

  private func paint(_ text: String, _ code: String) -> String {
    color ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}

/// A line with its number before it, and the marks on a line below.
private struct NumberedExcerpt {
  private let number: String
  private let excerpt: SourceExcerpt

  init(_ number: String, _ excerpt: SourceExcerpt) {
    self.number = number
    self.excerpt = excerpt
  }

  /// The columns before the line: `12 | `.
  static func margin(_ number: String) -> Int { number.count + 3 }

  /// The column in which the marks end.
  var end: Int { Self.margin(number) + excerpt.marks.upperBound }

  /// - Parameter hint: what stands behind the marks.
  func lines(
    _ hint: String, _ paint: (_ text: String, _ code: String) -> String, _ code: String
  ) -> [String] {
    let margin = String(repeating: " ", count: number.count)
    let indent = String(repeating: " ", count: excerpt.marks.lowerBound)
    let carets = String(repeating: "^", count: excerpt.marks.count)
    return [
      "\(paint("\(number) |", "2")) \(excerpt.line)",
      "\(paint("\(margin) |", "2")) \(indent)\(paint(carets + hint, code))",
    ]
  }
}

/// A line and a column as people count them, from 1.
public struct SourcePosition: Hashable, Sendable {
  public let line: Int
  /// In characters as a reader sees them; from 64 KB into a line on, in Unicode scalars.
  public let column: Int

  private static let longestCounted = 1 << 16

  public init(of offset: Int, in text: SourceText) {
    let index = text.lineIndex(of: offset)
    line = index + 1
    let start = text.lineStarts[index]
    let length = min(max(offset, start), text.bytes.count) - start
    if length <= Self.longestCounted {
      column = text.slice(start, start + length).count + 1
    } else {
      // Every byte that does not continue a character begins one.
      column = text.bytes[start..<(start + length)].count { $0 & 0xC0 != 0x80 } + 1
    }
  }
}
