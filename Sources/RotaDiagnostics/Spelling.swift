/// Finds the word that was probably meant.
public enum Spelling {
  /// The candidate nearest to a word, where the distance is at most a third of the word's length.
  /// Letter case counts for nothing; of equally near candidates the first one wins.
  public static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    var best: (candidate: String, distance: Int)?
    for candidate in candidates where candidate != word {
      guard let distance = nearness(of: word, to: candidate) else { continue }
      if distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.candidate
  }

  /// Whether a name is probably a slip of the keys for another: it has as many words, and each is that
  /// of the other or nearly so. `Room 3` and `Room 4` are two rooms, and so are `Room A` and `Room B`. A
  /// point parts words too, as the school's from the room's in `North.Hall`.
  public static func isSlip(_ name: String, for other: String) -> Bool {
    let words = name.split { $0.isWhitespace || $0 == "." }
    let others = other.split { $0.isWhitespace || $0 == "." }
    guard words.count == others.count, name != other else { return false }
    return zip(words, others).allSatisfy { word, other in
      if word.lowercased() == other.lowercased() { return true }
      if word.contains(where: \.isNumber) || other.contains(where: \.isNumber) { return false }
      guard let distance = nearness(of: String(word), to: String(other)) else { return false }
      // Each Chinese character is half a word: 王老师 is not 李老师.
      return word.unicodeScalars.allSatisfy { $0.value < 0x2E80 } || distance * 4 <= word.count
    }
  }

  /// The distance between two words, or nil where it is more than a third of the first's length.
  public static func nearness(of word: String, to candidate: String) -> Int? {
    guard word.utf8.count <= longest * 4 else { return nil }
    let letters = Array(word.lowercased())
    let others = Array(candidate.lowercased())
    let limit = letters.count / 3
    guard letters.count <= longest, abs(others.count - letters.count) <= limit else { return nil }
    let distance = distance(letters, others)
    return distance <= limit ? distance : nil
  }

  /// Words longer than this are not compared: a table of distances would grow with the square.
  private static let longest = 200

  /// Insertions, deletions, replacements and swaps of neighbours that turn one word into another
  /// (Damerau-Levenshtein distance, each part edited once).
  static func distance(_ a: [Character], _ b: [Character]) -> Int {
    var twoAbove: [Int] = []
    var above = Array(0...b.count)
    for (row, left) in a.enumerated() {
      var current = [row + 1]
      current.reserveCapacity(b.count + 1)
      for (column, right) in b.enumerated() {
        var least = min(above[column + 1] + 1, current[column] + 1)
        least = min(least, above[column] + (left == right ? 0 : 1))
        if row > 0, column > 0, left == b[column - 1], a[row - 1] == right {
          least = min(least, twoAbove[column - 1] + 1)
        }
        current.append(least)
      }
      (twoAbove, above) = (above, current)
    }
    return above[b.count]
  }
}
