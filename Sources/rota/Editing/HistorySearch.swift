/// A search through the history, letter by letter: what is looked for, and what was found.
///
/// Capitals and small letters are the same as long as no capital is looked for.
struct HistorySearch {
  enum Direction { case older, newer }

  enum Outcome {
    case found, nothing
    case end(Direction)
  }

  private struct Step {
    var text: String
    /// Where in the history the search stands.
    var position: Int
    var outcome: Outcome
  }

  /// The line to come back to, and the cursor in it.
  let line: String
  let cursor: Int
  /// What Enter does with what is found: runs it, or leaves it to be edited.
  let runs: Bool
  let direction: Direction
  private let entries: [String]
  /// One for each letter, so that what a letter did can be taken back.
  private var steps: [Step]

  /// - Parameters:
  ///   - entries: the history, oldest first.
  ///   - position: the entry that the line came from; their number where it was typed.
  init(
    in entries: [String], from position: Int, line: String, cursor: Int,
    direction: Direction, runs: Bool
  ) {
    self.entries = entries
    self.line = line
    self.cursor = cursor
    self.direction = direction
    self.runs = runs
    steps = [Step(text: "", position: position, outcome: .nothing)]
  }

  private var step: Step { steps[steps.count - 1] }
  var text: String { step.text }
  var outcome: Outcome { step.outcome }
  var position: Int { step.position }

  /// What was found, and where in it, in scalars, the text stands.
  var match: (entry: String, range: Range<Int>)? {
    if text.isEmpty { return nil }
    if case .nothing = outcome { return nil }
    return range(of: text, in: position).map { (entries[position], $0) }
  }

  /// Looks for one more letter, in what is found already and beyond.
  mutating func add(_ letters: String) {
    steps.append(step)
    lookFor(step.text + letters)
  }

  /// Joins an accent to the last letter.
  mutating func join(_ mark: Unicode.Scalar) {
    lookFor(Composition.composed(step.text + String(mark)))
  }

  /// Takes back the last letter and what it found; false where there is none.
  mutating func takeBack() -> Bool {
    guard steps.count > 1 else { return false }
    steps.removeLast()
    return true
  }

  /// Goes on to the next entry that has the text and is another.
  mutating func goOn(_ direction: Direction) {
    let here = match?.entry
    let next = find(text, from: position, direction) { $0 != here && $0 != line }
    guard let next else {
      if here != nil { steps[steps.count - 1].outcome = .end(direction) }
      return
    }
    steps[steps.count - 1].position = next
    steps[steps.count - 1].outcome = .found
  }

  private mutating func lookFor(_ text: String) {
    steps[steps.count - 1].text = text
    let isHere = position < entries.count && range(of: text, in: position) != nil
    let place =
      isHere && match != nil ? position : find(text, from: position, direction) { _ in true }
    steps[steps.count - 1].position = place ?? position
    steps[steps.count - 1].outcome = place == nil ? .nothing : .found
  }

  private func find(
    _ text: String, from position: Int, _ direction: Direction, where isWanted: (String) -> Bool
  ) -> Int? {
    if text.isEmpty { return nil }
    func fits(_ index: Int) -> Bool {
      range(of: text, in: index) != nil && isWanted(entries[index])
    }
    switch direction {
    case .older: return entries.indices.prefix(position).last(where: fits)
    case .newer: return entries.indices.dropFirst(position + 1).first(where: fits)
    }
  }

  private func range(of text: String, in index: Int) -> Range<Int>? {
    let wanted = Array(text.unicodeScalars)
    let heedsCase = wanted.contains { Self.small($0) != $0 }
    let entry = entries[index].unicodeScalars.map { heedsCase ? $0 : Self.small($0) }
    return entry.firstRange(of: wanted)
  }

  private static func small(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    if scalar.value < 0x80 {
      return ("A"..."Z").contains(scalar) ? Unicode.Scalar(UInt8(scalar.value + 0x20)) : scalar
    }
    // Scripts of one case need no look into the tables.
    if scalar.value >= 0x2E80, scalar.value < 0xFF00 { return scalar }
    let lower = scalar.properties.lowercaseMapping.unicodeScalars
    return lower.count == 1 ? lower.first ?? scalar : scalar
  }
}
