import Dispatch
import RotaDiagnostics
import Synchronization

/// Reads a long text in pieces, on all processors at once.
///
/// A statement of the outermost level owes nothing to those before it. So where a text is cut before
/// lines that seem to begin such statements, and each piece is read to its end without anything that is
/// wrong or open, the statements of the pieces are those of the text. Where a cut fell into a
/// block, one of the two pieces beside it cannot be read, and the text is read as a whole.
enum PiecewiseParser {
  /// What it takes to read a shorter piece is not worth a thread.
  static let leastBytes = 128 * 1024

  private struct Piece: Sendable {
    var statements: [Statement]
    /// Of all levels.
    var count: Int
  }

  /// The statements of a text without errors; nil where it must be read as a whole.
  static func statements(
    of text: SourceText, as source: SourceID, in context: Context, limits: ParserLimits,
    bytesOfPiece: Int = leastBytes
  ) -> [Statement]? {
    let ranges = ranges(of: text.bytes, ofAtLeast: bytesOfPiece)
    guard ranges.count > 1 else { return nil }
    let read = Mutex([Piece?](repeating: nil, count: ranges.count))
    DispatchQueue.concurrentPerform(iterations: ranges.count) { number in
      let piece = piece(of: text, in: ranges[number], as: source, in: context, limits: limits)
      read.withLock { $0[number] = piece }
    }
    let pieces = read.withLock { $0.compactMap(\.self) }
    guard pieces.count == ranges.count,
      pieces.reduce(0, { $0 + $1.count }) <= limits.statements
    else { return nil }
    return pieces.flatMap(\.statements)
  }

  /// Nil where anything in it is wrong or left open.
  private static func piece(
    of text: SourceText, in range: Range<Int>, as source: SourceID, in context: Context,
    limits: ParserLimits
  ) -> Piece? {
    var state = ParserState(
      text, as: source, limits: limits, start: range.lowerBound, end: range.upperBound,
      takesNotes: false)
    let result = state.parseAll(in: context)
    guard result.diagnostics.isEmpty, !state.lacksNotes else { return nil }
    return Piece(statements: result.script.statements, count: state.statements)
  }

  /// Cuts before lines that begin with a letter.
  private static func ranges(of bytes: [UInt8], ofAtLeast least: Int) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    while bytes.count - start >= 2 * least {
      var end = start + least
      while end < bytes.count, bytes[end - 1] != UInt8(ascii: "\n") || !isLetter(bytes[end]) {
        end += 1
      }
      if end == bytes.count { break }
      ranges.append(start..<end)
      start = end
    }
    ranges.append(start..<bytes.count)
    return ranges
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20
  }
}
