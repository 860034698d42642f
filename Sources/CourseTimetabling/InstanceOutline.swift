import RotaDiagnostics

/// A file taken apart: the lines of its head and the rows of its sections, not yet understood.
struct InstanceOutline {
  struct Header {
    /// The word before the colon.
    let key: Range<Int>
    let values: [InstanceWord]
  }

  struct Section {
    let heading: Range<Int>
    var rows: [[InstanceWord]] = []
  }

  let text: SourceText
  let source: SourceID
  private(set) var headers: [InstanceHeader: Header] = [:]
  private(set) var sections: [InstanceSection: Section] = [:]
  private(set) var problems: [Diagnostic] = []
  /// The file is so wrong that nothing in it is worth judging.
  private(set) var isHopeless = false

  private var current: InstanceSection?
  /// Rows of a section that is unknown or there twice are passed over.
  private var isSkipping = false
  private var hasEnded = false

  init(_ text: SourceText, _ source: SourceID) {
    self.text = text
    self.source = source
  }

  mutating func read() {
    var lines = InstanceLines(text)
    if let offset = lines.firstControlCharacter {
      problems = [
        CourseTimetablingMessages.character(text.bytes[offset], at: range(offset..<offset + 1))
      ]
      isHopeless = true
      return
    }
    while !hasEnded, let line = lines.nextLine() { take(line) }
    if headers.isEmpty, sections.isEmpty {
      problems = [CourseTimetablingMessages.notAnInstance(at: start)]
      isHopeless = true
    } else if !hasEnded {
      problems.append(CourseTimetablingMessages.missingEnd(at: end))
    }
  }

  private mutating func take(_ line: [InstanceWord]) {
    guard let first = line.first else { return }
    if line.count == 1, first.text == "END." {
      hasEnded = true
    } else if line.count == 1, first.text.hasSuffix(":"), beginsSection(first) {
      begin(first)
    } else if let current {
      if !isSkipping { sections[current]?.rows.append(line) }
    } else if !isSkipping {
      takeHeader(line)
    }
  }

  /// A word and a colon alone on their line begin a section, unless they are a word of the head
  /// that has lost its value.
  private func beginsSection(_ word: InstanceWord) -> Bool {
    current != nil || isSkipping || InstanceHeader(rawValue: String(word.text.dropLast())) == nil
  }

  private mutating func begin(_ heading: InstanceWord) {
    let name = String(heading.text.dropLast())
    isSkipping = true
    guard let section = InstanceSection(rawValue: name) else {
      problems.append(
        CourseTimetablingMessages.unknownSection(
          name,
          nearest: Spelling.nearest(to: name, among: InstanceSection.allCases.map(\.rawValue)),
          at: range(heading.bytes)))
      return
    }
    if let known = sections[section] {
      problems.append(
        CourseTimetablingMessages.repeated(
          "`\(section.rawValue):`", at: range(heading.bytes), first: range(known.heading)))
      return
    }
    isSkipping = false
    current = section
    sections[section] = Section(heading: heading.bytes)
  }

  private mutating func takeHeader(_ line: [InstanceWord]) {
    guard let first = line.first, let last = line.last else { return }
    let whole = first.bytes.lowerBound..<last.bytes.upperBound
    guard let colon = text.bytes[whole].firstIndex(of: UInt8(ascii: ":")) else {
      problems.append(CourseTimetablingMessages.notAHeader(at: range(whole)))
      return
    }
    let word = text.slice(whole.lowerBound, colon).trimmed
    let key = whole.lowerBound..<max(whole.lowerBound + 1, colon)
    guard let header = InstanceHeader(rawValue: word) else {
      problems.append(
        CourseTimetablingMessages.unknownHeader(
          word, nearest: Spelling.nearest(to: word, among: InstanceHeader.allCases.map(\.rawValue)),
          at: range(key)))
      return
    }
    if let known = headers[header] {
      problems.append(
        CourseTimetablingMessages.repeated(
          "`\(header.rawValue):`", at: range(key), first: range(known.key)))
      return
    }
    headers[header] = Header(key: key, values: values(after: colon, in: line))
  }

  /// The words after a colon, which may touch the word before it, the one after it, or both.
  private func values(after colon: Int, in line: [InstanceWord]) -> [InstanceWord] {
    line.compactMap { word in
      if word.bytes.upperBound <= colon + 1 { return nil }
      let lower = max(word.bytes.lowerBound, colon + 1)
      return InstanceWord(
        text: text.slice(lower, word.bytes.upperBound), bytes: lower..<word.bytes.upperBound)
    }
  }

  // MARK: Places

  func range(_ bytes: Range<Int>) -> SourceRange {
    SourceRange(source: source, lower: bytes.lowerBound, upper: bytes.upperBound)
  }

  /// The first line.
  var start: SourceRange {
    let end = text.lineStarts.count > 1 ? text.lineStarts[1] - 1 : text.bytes.count
    return range(0..<min(max(end, 0), text.bytes.count))
  }

  /// The last line that has anything on it.
  var end: SourceRange {
    let upper = (text.bytes.lastIndex { $0 > 0x20 } ?? -1) + 1
    return range(max(0, upper - 1)..<upper)
  }
}

extension String {
  fileprivate var trimmed: String {
    let scalars = unicodeScalars.drop { $0.value <= 0x20 }
    return String(String.UnicodeScalarView(scalars.reversed().drop { $0.value <= 0x20 }.reversed()))
  }
}
