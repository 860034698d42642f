/// A word that is set against others to find the one that was meant. Of one error there may be hundreds,
/// most of which have other letters altogether: they are told apart before anything is copied.
public struct SpelledWord: Sendable {
  public let text: String
  /// Which letters of ASCII it has, small or not, a bit for each; two may share one, and are not told
  /// apart.
  private let letters: UInt64
  /// It has no others.
  private let isASCII: Bool

  public init(_ text: String) {
    var letters: UInt64 = 0
    var isASCII = true
    for byte in text.utf8 {
      if byte < 0x80 { letters |= 1 << UInt64(byte.small % 64) } else { isASCII = false }
    }
    (self.text, self.letters, self.isASCII) = (text, letters, isASCII)
  }

  /// Words longer than this are not compared: a table of distances would grow with the square.
  private static let longest = 200

  /// The distance to another word, or nil where it is more than a third of this one's length, or more
  /// than a bound.
  public func nearness(to other: SpelledWord, within bound: Int = .max) -> Int? {
    let bytes = text.utf8.count
    // A letter that only one of them has must be edited, and a letter is a byte at least.
    let most = min(bytes / 3, bound)
    guard bytes <= Self.longest * 4, (letters & ~other.letters).nonzeroBitCount <= most,
      (other.letters & ~letters).nonzeroBitCount <= most
    else { return nil }
    if isASCII, other.isASCII {
      guard let limit = Self.limit(bytes, other.text.utf8.count, bound) else { return nil }
      return Spelling.distance(
        text.utf8.map(\.small), other.text.utf8.map(\.small), within: limit)
    }
    let (mine, others) = (Array(text.lowercased()), Array(other.text.lowercased()))
    guard let limit = Self.limit(mine.count, others.count, bound) else { return nil }
    return Spelling.distance(mine, others, within: limit)
  }

  /// The largest distance at which a word of so many letters is like one of so many others; nil where
  /// their lengths differ by more.
  private static func limit(_ count: Int, _ others: Int, _ bound: Int) -> Int? {
    let limit = min(count / 3, bound)
    return count <= longest && abs(others - count) <= limit ? limit : nil
  }
}

extension UInt8 {
  /// The small letter of an ASCII letter.
  fileprivate var small: UInt8 {
    self >= UInt8(ascii: "A") && self <= UInt8(ascii: "Z") ? self | 0x20 : self
  }
}
