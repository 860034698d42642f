import Foundation
import Testing

/// `export pdf` hands its pages to a browser; and what a terminal shows in colour, a pipe does not.
struct PrintTests {
  private static let script =
    CommandLineTests.possible + "solve steps 20000\nexport pdf \"out.pdf\"\n"

  /// A program in a folder that is all of PATH, with a `chromium` there if one is given.
  private func withBrowser(_ browser: String?, _ body: (Program) throws -> Void) throws {
    var program = try Program()
    defer { program.remove() }
    let tools = program.folder.appendingPathComponent("tools")
    let temporary = program.folder.appendingPathComponent("a folder")
    for folder in [tools, temporary] {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }
    if let browser {
      let file = tools.appendingPathComponent("chromium")
      try Data(("#!/bin/sh\nPATH=/usr/bin:/bin\n" + browser).utf8).write(to: file)
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
    }
    program.variables["PATH"] = tools.path
    program.variables["TMPDIR"] = temporary.path
    try program.file("p.rota", Self.script)
    try body(program)
    // Whatever happened, nothing is left behind.
    #expect(try FileManager.default.contentsOfDirectory(atPath: temporary.path).isEmpty)
  }

  @Test func withoutABrowserItSaysWhatIsMissing() throws {
    try withBrowser(nil) { program in
      let result = try program.run("p.rota")
      #expect(result.status == 3)
      #expect(result.errors.contains("[cannot-print]"))
      #expect(result.errors.contains("neither Chromium (or Chrome, or Edge) nor WeasyPrint"))
      #expect(result.errors.contains("export html"))
      #expect((try? program.text(of: "out.pdf")) == nil)
    }
  }

  /// The browser ends with the program that started it, and leaves nothing behind.
  @Test(arguments: [SIGTERM, SIGHUP])
  func aSignalEndsTheBrowserToo(_ signal: Int32) throws {
    let browser = """
      echo $$ >"$(dirname "$0")/../browser"
      exec sleep 100

      """
    try withBrowser(browser) { program in
      let running = try program.start("p.rota")
      let browser = program.folder.appendingPathComponent("browser")
      var number: Int32?
      let limit = Date(timeIntervalSinceNow: 60)
      while number == nil, Date() < limit {
        Thread.sleep(forTimeInterval: 0.02)
        number = (try? String(contentsOf: browser, encoding: .utf8)).flatMap {
          Int32($0.filter(\.isNumber))
        }
      }
      kill(running.processIdentifier, signal)
      running.waitUntilExit()
      #expect(running.terminationReason == .uncaughtSignal)
      #expect(running.terminationStatus == signal)
      let child = try #require(number)
      #expect(kill(child, 0) == -1)
    }
  }

  /// The arguments arrive as they are, spaces in paths included.
  @Test func aBrowserPrintsTheFile() throws {
    let browser = """
      for word in "$@"; do
        case "$word" in
          --print-to-pdf=*) out=${word#--print-to-pdf=} ;;
          file://*) page=$(printf '%s' "${word#file://}" | sed 's/%20/ /g') ;;
        esac
      done
      { printf '%%PDF-1.7 '; grep -c '<section' "$page"; } >"$out"

      """
    try withBrowser(browser) { program in
      let result = try program.run("p.rota")
      #expect(result.status == 0, "\(result.errors)")
      #expect(try program.text(of: "out.pdf").hasPrefix("%PDF-1.7 "))
    }
  }

  @Test func aBrowserThatFailsIsQuoted() throws {
    try withBrowser("echo 'first'; echo 'no display here' >&2; exit 4\n") { program in
      let result = try program.run("p.rota")
      #expect(result.status == 3)
      #expect(result.errors.contains("no display here"))
    }
    try withBrowser("exit 0\n") { program in
      let result = try program.run("p.rota")
      #expect(result.errors.contains("made no PDF"))
    }
  }

  @Test func colourIsForTerminals() throws {
    let program = try Program()
    defer { program.remove() }
    try program.file(
      "p.rota", CommandLineTests.possible + "solve steps 20000\nshow timetable\nshow hours\n")
    let piped = try program.run("p.rota")
    let always = try program.run("--color", "always", "p.rota")
    let never = try program.run("--color", "never", "p.rota")
    #expect(!piped.output.contains("\u{1B}"))
    #expect(always.output.contains("\u{1B}[34m"))
    #expect(never.output == piped.output)
  }
}
