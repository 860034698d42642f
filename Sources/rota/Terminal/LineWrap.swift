import RotaDiagnostics

/// Breaks lines that are wider than the terminal at the ends of words, or between letters that are
/// written without spaces, and indents what goes on.
enum LineWrap {
  static func wrapped(_ text: String, columns: Int) -> String {
    if text.utf8.count <= columns || columns < 20 { return text }
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { wrapped(line: $0, columns) }.joined(separator: "\n")
  }

  private static func wrapped(line: Substring, _ columns: Int) -> String {
    // A letter of two columns has at least three bytes.
    if line.utf8.count <= columns || isDrawn(line) { return String(line) }
    let indent = min(line.prefix { $0 == " " }.count + 2, columns / 4)
    var result = ""
    var row = ""
    /// Where the row can be broken: what stands before it, and how wide what follows is.
    var chance: (end: String.Index, width: Int)?
    /// The same before the last column of a list, where all of that fits into the next row.
    var column: (end: String.Index, width: Int)?
    var width = 0
    var isEscape = false
    var last: Character = " "
    var spaces = 0
    for (character, index) in zip(line, line.indices) {
      if character == "\u{1B}" { isEscape = true }
      if isEscape {
        row.append(character)
        if character.isLetter { isEscape = false }
        continue
      }
      let own = DisplayWidth.of(character)
      if canBreak(after: last, before: character), row.contains(where: { $0 != " " }) {
        chance = (row.endIndex, 0)
        if spaces > 1 {
          let rest = DisplayWidth.of(Pager.withoutEscapes(line[index...]))
          column = indent + rest <= columns ? chance : nil
        }
      }
      if width + own > columns, character != " ", let here = column ?? chance {
        result += trimmed(row[..<here.end]) + "\n"
        row = String(repeating: " ", count: indent) + row[here.end...]
        width = indent + here.width
        chance = nil
        column = nil
      }
      row.append(character)
      width += own
      chance?.width += own
      column?.width += own
      spaces = character == " " ? spaces + 1 : 0
      last = character
    }
    return result + row
  }

  private static func canBreak(after last: Character, before next: Character) -> Bool {
    if next == " " { return false }
    if last == " " { return true }
    let isWide = DisplayWidth.of(last) == 2 || DisplayWidth.of(next) == 2
    return isWide && !"，。、；：！？）」』》〉】”".contains(next) && !"（「『《〈【“".contains(last)
  }

  /// Lines whose letters stand below each other: a statement with its caret, and rules of tables.
  private static func isDrawn(_ line: Substring) -> Bool {
    let rest = Pager.withoutEscapes(line).drop { $0 == " " }
    return rest.hasPrefix("| ") || rest.drop(while: \.isNumber).hasPrefix(" | ")
      || rest.contains("──")
  }

  private static func trimmed(_ row: Substring) -> String {
    String(row.reversed().drop { $0 == " " }.reversed())
  }
}
