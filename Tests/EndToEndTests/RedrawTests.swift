import Foundation
import RotaDiagnostics
import Testing

/// The line on the screen against the line in the editor, over random changes at random widths.
@Suite(.serialized)
struct RedrawTests {
  /// What a planner types, and what the line then is.
  private struct Model {
    private(set) var text: [Character] = []
    private(set) var cursor = 0

    mutating func insert(_ letters: String) {
      text.insert(contentsOf: letters, at: cursor)
      cursor += letters.count
    }

    mutating func press(_ key: Key) {
      switch key {
      case .left: cursor = max(0, cursor - 1)
      case .right: cursor = min(text.count, cursor + 1)
      case .home: cursor = text[..<cursor].lastIndex(of: "\n").map { $0 + 1 } ?? 0
      case .end: cursor = text[cursor...].firstIndex(of: "\n") ?? text.count
      case .backspace where cursor > 0:
        cursor -= 1
        text.remove(at: cursor)
      default: break
      }
    }

    /// Rows of a screen, without blanks at their ends, and where the cursor is.
    func shown(behind prompt: String, columns: Int) -> (rows: [String], cursor: (Int, Int)) {
      var rows = [""]
      var column = 0
      var place = (0, 0)
      for (index, letter) in (Array(prompt) + text).enumerated() {
        let width = DisplayWidth.of(letter)
        if letter != "\n", column + width > columns {
          rows.append("")
          column = 0
        }
        if index == prompt.count + cursor { place = (rows.count - 1, column) }
        if letter != "\n" {
          rows[rows.count - 1].append(letter)
          column += width
        }
        if letter == "\n" || column == columns {
          rows.append("")
          column = 0
        }
      }
      if cursor == text.count { place = (rows.count - 1, column) }
      rows = rows.map { String($0.reversed().drop { $0 == " " }.reversed()) }
      while rows.last == "" { rows.removeLast() }
      return (rows, place)
    }
  }

  private static let letters = Array("abc xyz  êởđĐƠ大礼堂上郑州教学日程—“”")
  private static let prompt = "First plan ok> "

  @Test(arguments: [
    (1, "xterm-256color", 100), (2, "screen-256color", 100), (3, "xterm-256color", 80),
    (4, "screen-256color", 57),
  ])
  func theScreenShowsTheLine(seed: UInt64, term: String, columns: Int) throws {
    var program = try Program()
    defer { program.remove() }
    program.variables["TERM"] = term
    try program.file("a.rota", "plan \"First plan\" dates 2027-03-01 .. 2027-03-02\n")
    let terminal = try PseudoTerminal(program, ["-i", "a.rota"], columns: columns, rows: 60)
    try terminal.wait(last: "First plan ok>")
    let top = terminal.lines.count - 1
    var model = Model()
    var columns = columns
    var random = seed &* 0x9E37_79B9_7F4A_7C15
    func pick(_ count: Int) -> Int {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(random >> 33) % count
    }
    for round in 0..<40 {
      for _ in 0...pick(4) {
        switch pick(8) {
        case 0...2:
          let count = [1, 2, 30, 200][pick(model.text.count > 700 ? 2 : 4)]
          let typed = String((0..<count).map { _ in Self.letters[pick(Self.letters.count)] })
          model.insert(typed)
          terminal.type(typed)
        case 3:
          model.insert("郑 {\nx")
          terminal.type("\(Key.pasteStart.rawValue)郑 {\nx\(Key.pasteEnd.rawValue)")
        case let choice:
          let key = [Key.left, .right, .home, .end, .backspace][(choice + pick(2)) % 5]
          for _ in 0...pick(9) {
            model.press(key)
            terminal.type(key)
          }
        }
      }
      try check(model, terminal, top, columns, "round \(round)")
      guard round % 4 == 3 else { continue }
      // The line may have looked like this before its last keys were read. What is still drawn for the
      // old width would go astray, so each of them must have been: a letter that was not there says so.
      model.insert("§")
      terminal.type("§")
      try check(model, terminal, top, columns, "§ after round \(round)")
      model.press(.backspace)
      terminal.type(.backspace)
      try check(model, terminal, top, columns, "no § after round \(round)")
      columns = 40 + pick(80)
      terminal.resize(columns: columns, rows: 60)
      try check(model, terminal, top, columns, "\(columns) columns after round \(round)")
    }
  }

  private func check(
    _ model: Model, _ terminal: PseudoTerminal, _ top: Int, _ columns: Int, _ what: String
  ) throws {
    let wanted = model.shown(behind: Self.prompt, columns: columns)
    let rows = wanted.rows.joined(separator: "\n")
    try terminal.wait("\(what), cursor at \(wanted.cursor):\n\(rows)\n") { lines in
      Array(lines.dropFirst(top)) == wanted.rows
        && terminal.cursor == (wanted.cursor.0 + top, wanted.cursor.1)
    }
  }

  @Test func controlLClearsTheScreenAndKeepsTheLine() throws {
    let program = try Program()
    defer { program.remove() }
    let terminal = try PseudoTerminal(program, rows: 24)
    try terminal.wait(last: "rota>")
    terminal.type("for n in 1..30 { print n }\r")
    try terminal.wait("the output") { $0.suffix(2) == ["30", "rota>"] }
    terminal.type("print 大")
    terminal.type(.left, .controlL)
    try terminal.wait("nothing else on the screen") { lines in
      lines.last == "rota> print 大" && terminal.cursor == (lines.count - 1, 12)
        && lines[lines.count - 2] != "30"
    }
  }
}
