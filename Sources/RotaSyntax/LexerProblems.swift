import RotaDiagnostics

/// Characters that mean nothing. A run of them is one problem, however long it is.
extension Lexer {
  enum Meaningless {
    case control, invisible, unexpected
  }

  /// Skips characters of one kind that stand together, and tells of them once.
  mutating func skipMeaningless() {
    let lower = position
    guard let first = meaningless(at: lower) else {
      position += 1
      return
    }
    let count = skipMeaningless(first.kind)
    report(lower) { range in
      switch first.kind {
      case .control: SyntaxMessages.controlCharacter(first.scalar, count: count, at: range)
      case .invisible: SyntaxMessages.invisibleCharacter(first.scalar, count: count, at: range)
      case .unexpected: SyntaxMessages.unexpectedCharacter(first.scalar, count: count, at: range)
      }
    }
  }

  /// Moves past characters of one kind and counts them.
  mutating func skipMeaningless(_ kind: Meaningless) -> Int {
    var count = 0
    while let next = meaningless(at: position), next.kind == kind {
      position += next.length
      count += 1
    }
    return count
  }

  func meaningless(at offset: Int) -> (kind: Meaningless, scalar: Unicode.Scalar, length: Int)? {
    guard offset < end, let (scalar, length) = decodeScalar(bytes, at: offset, end: end) else {
      return nil
    }
    func isFollowed(by mark: Character) -> Bool {
      asciiTwin(at: offset + length)?.ascii == mark.asciiValue
    }
    if let ascii = asciiTwin(at: offset)?.ascii {
      switch Character(Unicode.Scalar(ascii)) {
      case "\n", "\t": return nil
      case "\r" where isFollowed(by: "\n"): return nil
      case "?", "@", "$", "\\", "^", "&", "|", "~", "`", "'": break
      case "!" where !isFollowed(by: "="): break
      case "." where !isFollowed(by: "."): break
      default: return ascii < 0x20 || ascii == 0x7F ? (.control, scalar, length) : nil
      }
      return (.unexpected, scalar, length)
    }
    switch ScalarClass(scalar) {
    case .control: return (.control, scalar, length)
    case .invisible: return (.invisible, scalar, length)
    case .continuation, .other: return (.unexpected, scalar, length)
    case .letter, .blank, .twin, .relation: return nil
    }
  }
}
