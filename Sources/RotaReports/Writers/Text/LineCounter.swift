/// Measures texts: how wide they are, and how many lines they take in columns of any width.
///
/// Pages say the same names over and over, and are tried in several sizes: each text is taken apart
/// once.
final class LineCounter {
  private struct Measured {
    /// Of the widest line as it stands.
    var natural: Int
    /// Of the widest part that is not broken.
    var widestWord: Int
    var lines: [[(whole: Int, bare: Int)]]
  }
  private var known: [String: Measured] = [:]

  func natural(_ text: String) -> Int { measured(text).natural }
  func widestWord(_ text: String) -> Int { measured(text).widestWord }

  /// As many as `TextWrap.lines` makes, give or take one where a word is wider than a line.
  func lines(_ text: String, width: Int) -> Int {
    let measured = measured(text)
    let width = max(2, width)
    if measured.natural <= width { return measured.lines.count }
    return measured.lines.reduce(0) { $0 + Self.lines($1, width: width) }
  }

  private static func lines(_ words: [(whole: Int, bare: Int)], width: Int) -> Int {
    var count = 1
    var used = 0
    for word in words {
      if used > 0, used + word.bare > width {
        count += 1
        used = 0
      }
      used += word.whole
      if word.bare > width {
        count += (used - 1) / width
        used = (used - 1) % width + 1
      }
    }
    return count
  }

  private func measured(_ text: String) -> Measured {
    if let known = known[text] { return known }
    let lines = TextWrap.wordWidths(text)
    let natural = lines.map { words in words.reduce(0) { $0 + $1.whole } }.max() ?? 0
    let measured = Measured(
      natural: natural, widestWord: lines.joined().map(\.bare).max() ?? 0, lines: lines)
    known[text] = measured
    return measured
  }
}
