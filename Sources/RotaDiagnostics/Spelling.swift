/// Finds the word that was probably meant.
public enum Spelling {
  /// The candidate nearest to a word, where the distance is at most a third of the word's length.
  /// Letter case counts for nothing; of equally near candidates the first one wins.
  public static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    let spelled = SpelledWord(word)
    var best: (candidate: String, distance: Int)?
    for candidate in candidates {
      // Only what is nearer still is of interest.
      let bound = best.map { $0.distance - 1 } ?? .max
      guard let distance = spelled.nearness(to: SpelledWord(candidate), within: bound),
        candidate != word
      else { continue }
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

  /// The distance between two words, or nil where it is more than a third of the first's length.
  public static func nearness(of word: String, to candidate: String) -> Int? {
    SpelledWord(word).nearness(to: SpelledWord(candidate))
  }

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
