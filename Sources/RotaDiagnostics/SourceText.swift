/// One piece of text that the program reads: a file, a line typed at the prompt, an argument of `-e`.
public struct SourceText: Sendable {
  /// What diagnostics call it: a file's path as the planner wrote it, or `<prompt 3>`.
  public let name: String
  /// The text as UTF-8, without a byte order mark.
  public let bytes: [UInt8]
  /// Byte offsets at which lines begin; the first is 0.
  public let lineStarts: [Int]

  /// Whether a planner wrote it; what the program says to itself is nothing to point at.
  public let isWritten: Bool

  public init(name: String, text: String, isWritten: Bool = true) {
    self.init(name: name, bytes: Array(text.utf8), isWritten: isWritten)
  }

  public init(name: String, bytes: [UInt8], isWritten: Bool = true) {
    self.name = name
    self.isWritten = isWritten
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    self.bytes = hasMark ? Array(bytes.dropFirst(3)) : bytes
    var starts = [0]
    for (offset, byte) in self.bytes.enumerated() where byte == 0x0A { starts.append(offset + 1) }
    self.lineStarts = starts
  }

  /// The text between two byte offsets, clamped to what there is.
  public func slice(_ lower: Int, _ upper: Int) -> String {
    let end = min(max(upper, 0), bytes.count)
    let start = min(max(lower, 0), end)
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// The index of the line, from 0, that holds a byte offset.
  public func lineIndex(of offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// A line's text without its line break.
  public func line(_ index: Int) -> String {
    guard lineStarts.indices.contains(index) else { return "" }
    let range = lineRange(index)
    return slice(range.lowerBound, range.upperBound)
  }

  /// The bytes of a line without its line break. The index must be one of `lineStarts`.
  func lineRange(_ index: Int) -> Range<Int> {
    let start = lineStarts[index]
    var end = index + 1 < lineStarts.count ? lineStarts[index + 1] - 1 : bytes.count
    if end > start, bytes[end - 1] == 0x0D { end -= 1 }
    return start..<max(start, end)
  }
}

/// Names one text of a `SourceLibrary`.
public struct SourceID: Hashable, Sendable {
  private let number: Int32
  public var index: Int { Int(number) }
  public init(index: Int) { number = Int32(clamping: index) }
}

/// A half-open range of UTF-8 byte offsets in one text. Lines and columns are worked out only when
/// a diagnostic is rendered.
///
/// Everything that was written keeps its range, so that a plan holds millions of them: offsets take
/// 32 bits, which is more than any text that is read needs.
public struct SourceRange: Hashable, Sendable {
  public let source: SourceID
  private let first: Int32
  private let end: Int32

  public var lower: Int { Int(first) }
  public var upper: Int { Int(end) }

  public init(source: SourceID, lower: Int, upper: Int) {
    self.source = source
    first = Int32(clamping: lower)
    end = Int32(clamping: max(lower, upper))
  }

  /// The smallest range that holds both; `self` where the two lie in different texts.
  public func union(_ other: SourceRange) -> SourceRange {
    guard source == other.source else { return self }
    return SourceRange(
      source: source, lower: min(lower, other.lower), upper: max(upper, other.upper))
  }
}

extension SourceText {
  /// Whether some letters stand anywhere in it.
  public func says(_ word: String) -> Bool {
    let letters = Array(word.utf8)
    guard let first = letters.first, letters.count <= bytes.count else { return letters.isEmpty }
    for start in 0...(bytes.count - letters.count)
    where bytes[start] == first && bytes[start..<start + letters.count].elementsEqual(letters) {
      return true
    }
    return false
  }
}

/// All texts read so far, so that a range from any of them can be shown.
public struct SourceLibrary: Sendable {
  public private(set) var texts: [SourceText] = []

  public init() {}

  public mutating func add(_ text: SourceText) -> SourceID {
    texts.append(text)
    return SourceID(index: texts.count - 1)
  }

  /// Forgets the text added last: one that turned out to be only the beginning of a statement.
  public mutating func removeLast() { _ = texts.popLast() }

  public subscript(id: SourceID) -> SourceText? {
    texts.indices.contains(id.index) ? texts[id.index] : nil
  }

  /// `name:line:column`, both from 1.
  public func position(of range: SourceRange) -> String {
    guard let text = self[range.source] else { return "?" }
    let position = SourcePosition(of: range.lower, in: text)
    return "\(text.name):\(position.line):\(position.column)"
  }

  /// `name:line` with the line from 1, as error messages and explanations cite a place.
  public func place(of range: SourceRange) -> String {
    guard let text = self[range.source] else { return "?" }
    return "\(text.name):\(text.lineIndex(of: range.lower) + 1)"
  }
}
