/// Places where tokens are written otherwise than their kind alone says. The parser fills it in for
/// the formatter. Offsets grow within each list.
struct Layout: Sendable {
  /// Signs before a value: no space after them.
  var signs: [Int] = []
  /// Round brackets of calls: no space before them.
  var calls: [Int] = []
  /// Commas and operators after which the line ends and the statement does not.
  var continuations: [Int] = []
  /// Texts of several tokens that are written as they stand: paths, names with hyphens.
  private(set) var verbatim: [(lower: Int, upper: Int)] = []

  mutating func keepVerbatim(_ lower: Int, _ upper: Int) {
    if verbatim.last?.lower == lower { verbatim.removeLast() }
    verbatim.append((lower, upper))
  }

  /// The parser goes back: what was found from here on may be read in another way.
  mutating func forget(from offset: Int) {
    while let last = signs.last, last >= offset { signs.removeLast() }
    while let last = calls.last, last >= offset { calls.removeLast() }
    while let last = continuations.last, last >= offset { continuations.removeLast() }
    while let last = verbatim.last, last.lower >= offset { verbatim.removeLast() }
  }
}
