/// Finds the word that was probably meant.
public enum Spelling {
  /// The candidate nearest to a word, where the distance is at most a third of the word's length.
  /// Letter case counts for nothing; of equally near candidates the first one wins.
  public static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    var best: (candidate: String, distance: Int)?
    for candidate in candidates where candidate != word {
      // Only what is nearer still is of interest.
      let bound = best.map { $0.distance - 1 } ?? .max
      guard let distance = nearness(of: word, to: candidate, within: bound) else { continue }
      best = (candidate, distance)
    }
    return best?.candidate
  }

  /// Whether a name is probably a slip of the keys for another: it has as many words, and each is that
  /// of the other or nearly so. `Room 3` and `Room 4` are two rooms, and so are `Room A` and `Room B`. A
  /// point parts words too, as the school's from the room's in `North.Hall`.
  public static func isSlip(_ name: String, for other: String) -> Bool {
    name != other && isSlip(words(of: name), for: words(of: other))
  }

  /// The same of words that are parted already.
  public static func isSlip(_ words: ArraySlice<String>, for others: ArraySlice<String>) -> Bool {
    guard words.count == others.count else { return false }
    return zip(words, others).allSatisfy { word, other in
      if word == other { return true }
      guard let distance = nearness(of: word, to: other) else { return false }
      if distance == 0 { return true }
      if word.contains(where: \.isNumber) || other.contains(where: \.isNumber) { return false }
      // Each Chinese character is half a word: 王老师 is not 李老师.
      return word.unicodeScalars.allSatisfy { $0.value < 0x2E80 } || distance * 4 <= word.count
    }
  }

  private static func words(of name: String) -> ArraySlice<String> {
    name.split { $0.isWhitespace || $0 == "." }.map { String($0) }[...]
  }

  /// The distance between two words, or nil where it is more than a third of the first's length, or
  /// more than a bound.
  public static func nearness(
    of word: String, to candidate: String, within bound: Int = .max
  ) -> Int? {
    guard word.utf8.count <= longest * 4 else { return nil }
    // One error is set against hundreds of words, most of which have other letters altogether: they are
    // told apart before anything is copied.
    let (mine, others) = (Alphabet(of: word), Alphabet(of: candidate))
    let most = min(word.utf8.count / 3, bound)
    guard mine.count(without: others) <= most, others.count(without: mine) <= most else {
      return nil
    }
    if mine.isASCII, others.isASCII {
      guard let limit = limit(of: word.utf8.count, against: candidate.utf8.count, within: bound)
      else { return nil }
      return distance(word.utf8.map(\.small), candidate.utf8.map(\.small), within: limit)
    }
    let (letters, otherLetters) = (Array(word.lowercased()), Array(candidate.lowercased()))
    guard let limit = limit(of: letters.count, against: otherLetters.count, within: bound) else {
      return nil
    }
    return distance(letters, otherLetters, within: limit)
  }

  /// The largest distance at which a word of so many letters is like one of so many others; nil where
  /// their lengths differ by more.
  private static func limit(of count: Int, against others: Int, within bound: Int) -> Int? {
    let limit = min(count / 3, bound)
    return count <= longest && abs(others - count) <= limit ? limit : nil
  }

  /// Words longer than this are not compared: a table of distances would grow with the square.
  private static let longest = 200

  /// Insertions, deletions, replacements and swaps of neighbours that turn one word into another
  /// (Damerau-Levenshtein distance, each part edited once); nil where they are more than a limit.
  static func distance<Letter: Equatable>(
    _ a: [Letter], _ b: [Letter], within limit: Int = .max
  ) -> Int? {
    var twoAbove: [Int] = []
    var above = Array(0...b.count)
    var leastAbove = 0
    for (row, left) in a.enumerated() {
      var current = [row + 1]
      current.reserveCapacity(b.count + 1)
      var leastOfRow = row + 1
      for (column, right) in b.enumerated() {
        var least = min(above[column + 1] + 1, current[column] + 1)
        least = min(least, above[column] + (left == right ? 0 : 1))
        if row > 0, column > 0, left == b[column - 1], a[row - 1] == right {
          least = min(least, twoAbove[column - 1] + 1)
        }
        current.append(least)
        leastOfRow = min(leastOfRow, least)
      }
      // Each row is made of the two above it.
      if leastOfRow > limit, leastAbove > limit { return nil }
      leastAbove = leastOfRow
      (twoAbove, above) = (above, current)
    }
    return above[b.count] <= limit ? above[b.count] : nil
  }
}

/// Which letters of ASCII a word has, small or not.
private struct Alphabet {
  /// A bit for each; two may share one, and are not told apart.
  private var letters: UInt64 = 0
  /// It has no others.
  private(set) var isASCII = true

  init(of word: String) {
    for byte in word.utf8 {
      if byte < 0x80 { letters |= 1 << UInt64(byte.small % 64) } else { isASCII = false }
    }
  }

  /// How many of them another lacks: as many letters must be edited at least.
  func count(without other: Alphabet) -> Int { (letters & ~other.letters).nonzeroBitCount }
}

extension UInt8 {
  /// The small letter of an ASCII letter.
  fileprivate var small: UInt8 {
    self >= UInt8(ascii: "A") && self <= UInt8(ascii: "Z") ? self | 0x20 : self
  }
}
