import Foundation
import Testing

/// Searching the history: Ctrl-R and Ctrl-S, and in vi's command mode / and n.
@Suite(.serialized)
struct SearchTests {
  private static let history = """
    print "上海大礼堂"
    venue Hall seats 90
    print "Đồng Nai"
    for n in 1..2 {\\n  print "vòng {n}"\\n}
    venue Hall seats 90
    print "郑州大礼堂"

    """

  private func withTerminal(
    editrc: String = "", term: String = "xterm", _ body: (PseudoTerminal) throws -> Void
  ) throws {
    var program = try Program()
    defer { program.remove() }
    program.variables["TERM"] = term
    try program.file(".editrc", editrc)
    try program.file(".local/state/rota/history", Self.history)
    let terminal = try PseudoTerminal(program)
    try terminal.wait(last: "rota>")
    try body(terminal)
  }

  /// The low bytes of these letters are control characters: 上 is ^J, 堂 ^B, Đ ^P.
  @Test(arguments: ["", "bind -v\n"])
  func anyLetterIsLookedFor(editrc: String) throws {
    try withTerminal(editrc: editrc) { terminal in
      terminal.type(.controlR)
      try terminal.wait("the question") { $0 == ["rota>", "search:"] }
      terminal.type("堂")
      try terminal.wait("the newest") { $0 == ["rota> print \"郑州大礼堂\"", "search: 堂"] }
      terminal.type(.controlR)
      try terminal.wait("the one before") {
        $0 == ["rota> print \"上海大礼堂\"", "search: 堂"]
      }
      // The cursor is where the next letter will stand.
      #expect(terminal.cursor == (1, 10))
      terminal.type(.controlR)
      try terminal.wait(last: "search: 堂  (nothing older)")
      terminal.type(.controlS)
      try terminal.wait("back again") { $0 == ["rota> print \"郑州大礼堂\"", "search: 堂"] }
      terminal.type(.backspace)
      terminal.type("Đ")
      try terminal.wait("another") { $0 == ["rota> print \"Đồng Nai\"", "search: Đ"] }
      terminal.type(.backspace)
      terminal.type("上")
      try terminal.wait("another") { $0 == ["rota> print \"上海大礼堂\"", "search: 上"] }
      terminal.type(.enter)
      try terminal.wait("what it prints") {
        $0 == ["rota> print \"上海大礼堂\"", "上海大礼堂", "rota>"]
      }
    }
  }

  @Test func aLetterIsTakenBackWithWhatItFound() throws {
    try withTerminal { terminal in
      terminal.type(.controlR)
      terminal.type("p")
      try terminal.wait("the newest") { $0.first == "rota> print \"郑州大礼堂\"" }
      terminal.type(.controlR)
      try terminal.wait("the one before") { $0.first == "rota> for n in 1..2 {" }
      terminal.type("rint \"đ")
      try terminal.wait("one farther back, whatever its case") {
        $0 == ["rota> print \"Đồng Nai\"", "search: print \"đ"]
      }
      terminal.type("ọ")
      try terminal.wait("nothing") { $0 == ["rota>", "search: print \"đọ  (not found)"] }
      terminal.type(.backspace, .backspace)
      try terminal.wait("what was found before") {
        $0 == ["rota> for n in 1..2 {", "  print \"vòng {n}\"", "}", "search: print \""]
      }
    }
  }

  /// An accent that is sent by itself joins its letter there too.
  @Test func accentsJoinTheirLetter() throws {
    try withTerminal { terminal in
      terminal.type(.controlR)
      terminal.type("vo\u{300}ng")
      try terminal.wait(last: "search: vòng")
      #expect(terminal.lines.first == "rota> for n in 1..2 {")
      terminal.type(.escape)
      try terminal.pause()
      try terminal.wait("all lines of it, to be edited") {
        $0 == ["rota> for n in 1..2 {", "  print \"vòng {n}\"", "}"]
      }
      #expect(terminal.cursor == (1, 9))
    }
  }

  @Test(arguments: [Key.controlC, .controlG])
  func whoGivesUpGetsTheLineBack(key: Key) throws {
    try withTerminal { terminal in
      terminal.type("show 大礼堂")
      terminal.type(.left, .left)
      terminal.type(.controlR)
      terminal.type("venue")
      try terminal.wait(last: "search: venue")
      terminal.type(key)
      try terminal.wait("the line") { $0 == ["rota> show 大礼堂"] }
      #expect(terminal.cursor == (0, 13))
      // So does Enter where nothing was found.
      terminal.type(.controlR)
      terminal.type("zzz")
      try terminal.wait(last: "search: zzz  (not found)")
      terminal.type(.enter)
      try terminal.wait("the line") { $0 == ["rota> show 大礼堂"] }
    }
  }

  @Test func otherKeysTakeWhatIsFoundAndDoWhatTheyDo() throws {
    try withTerminal { terminal in
      terminal.type(.controlR)
      terminal.type("郑州")
      terminal.type(.controlE)
      terminal.type(" + 1")
      try terminal.wait("the line") { $0 == ["rota> print \"郑州大礼堂\" + 1"] }
      terminal.type(.controlC)
      try terminal.wait(last: "rota>")
      // Ctrl-R again looks for the same; Up goes on from what is found.
      terminal.type(.controlR, .controlR)
      try terminal.wait(last: "search: 郑州")
      terminal.type(.up)
      try terminal.wait(last: "rota> venue Hall seats 90")
    }
  }

  @Test func aPasteIsLookedFor() throws {
    try withTerminal { terminal in
      terminal.type(.controlR, .pasteStart)
      terminal.type("seats")
      terminal.type(.pasteEnd)
      try terminal.wait("what is found") { $0 == ["rota> venue Hall seats 90", "search: seats"] }
    }
  }

  @Test func viLooksForTextInItsCommandMode() throws {
    try withTerminal(editrc: "bind -v\n") { terminal in
      terminal.type("show")
      terminal.type(.escape)
      try terminal.pause()
      terminal.type("/zz")
      try terminal.wait(last: "search: zz  (not found)")
      terminal.type(.enter)
      try terminal.wait("the line is there again") { $0 == ["rota> show"] }
      terminal.type("/礼")
      terminal.type(.enter)
      try terminal.wait("the newest") { $0 == ["rota> print \"郑州大礼堂\""] }
      terminal.type("n")
      try terminal.wait("the one before") { $0 == ["rota> print \"上海大礼堂\""] }
      terminal.type("N")
      try terminal.wait("the newest again") { $0 == ["rota> print \"郑州大礼堂\""] }
      // It is still the command mode.
      terminal.type("x")
      try terminal.wait("a letter less") { $0 == ["rota> print \"郑州大堂\""] }
      terminal.type(.enter)
      try terminal.wait(line: "郑州大堂")
    }
  }

  /// A terminal that can only be written to is left to libedit.
  @Test func aPlainTerminalHasTheSearchOfLibedit() throws {
    try withTerminal(term: "dumb") { terminal in
      terminal.type(.controlR)
      terminal.type("seats")
      try terminal.wait("what is found") { $0.contains("rota> venue Hall seats 90") }
    }
  }
}
