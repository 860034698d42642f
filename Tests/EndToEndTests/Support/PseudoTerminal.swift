import Foundation
import Testing

/// The program at a terminal: types keys, and sees the screen that a planner would see.
final class PseudoTerminal {
  struct Failure: Error {}

  private let descriptor: Int32
  private let process: pid_t
  private var screen: Screen
  private var written: [UInt8] = []
  /// How long to wait for what must come; only a hung program ever waits so long.
  private static let patience = 60.0

  init(
    _ program: Program, _ arguments: [String] = [], columns: Int = 80, rows: Int = 24
  ) throws {
    screen = Screen(columns: columns, rows: rows)
    guard let pair = TerminalPair() else { throw Failure() }
    descriptor = pair.descriptor
    var size = winsize()
    size.ws_col = UInt16(columns)
    size.ws_row = UInt16(rows)
    _ = ioctl(descriptor, UInt(TIOCSWINSZ), &size)
    process = try Self.start(program, arguments, terminal: pair.name)
  }

  deinit {
    kill(process, SIGKILL)
    close(descriptor)
  }

  /// Starts the program as the leader of a session of its own, whose terminal is the first that it
  /// opens. The shell in between changes to the test's folder.
  private static func start(
    _ program: Program, _ arguments: [String], terminal: String
  ) throws -> pid_t {
    #if os(Linux)
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #else
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #endif
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    // Signals that whoever runs the tests ignores are not to be ignored by the program.
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in [SIGINT, SIGQUIT, SIGTERM, SIGHUP, SIGPIPE] { sigaddset(&signals, number) }
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, TerminalPair.newSession | Int16(POSIX_SPAWN_SETSIGDEF))
    let command = "cd \"$0\" && exec \"$@\""
    let words = ["sh", "-c", command, program.folder.path, Program.path] + arguments
    var argv: [UnsafeMutablePointer<CChar>?] = words.map { (word: String) in strdup(word) }
    var envp: [UnsafeMutablePointer<CChar>?] = program.variables.map { strdup("\($0)=\($1)") }
    defer { for pointer in argv + envp { free(pointer) } }
    argv.append(nil)
    envp.append(nil)
    var process: pid_t = 0
    guard posix_spawn(&process, "/bin/sh", &actions, &attributes, argv, envp) == 0 else {
      throw Failure()
    }
    return process
  }

  func type(bytes all: [UInt8]) {
    var bytes = all[...]
    while !bytes.isEmpty {
      let count = Array(bytes).withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 else { return }
      bytes = bytes.dropFirst(count)
    }
  }

  func type(_ texts: String...) { for text in texts { type(bytes: Array(text.utf8)) } }

  func type(_ keys: Key...) { for key in keys { type(key.rawValue) } }

  /// The lines of the screen, without those that are empty at its end.
  var lines: [String] { screen.lines }

  /// The row of the cursor in `lines`, and its column.
  var cursor: (row: Int, column: Int) { screen.cursor }

  /// Waits until the screen is as wanted, or fails with what it is instead.
  func wait(
    _ what: String, sourceLocation: SourceLocation = #_sourceLocation,
    until isReached: ([String]) -> Bool
  ) throws {
    let deadline = Date().addingTimeInterval(Self.patience)
    while !isReached(screen.lines) {
      guard Date() < deadline, read() else {
        Issue.record(
          "waited for \(what); the screen:\n\(screen.lines.joined(separator: "\n"))",
          sourceLocation: sourceLocation)
        throw Failure()
      }
    }
  }

  /// Waits until a line stands on the screen.
  func wait(line: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    try wait("the line `\(line)`", sourceLocation: sourceLocation) { $0.contains(line) }
  }

  /// Waits until the last line is this one.
  func wait(last line: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    try wait("the last line `\(line)`", sourceLocation: sourceLocation) { $0.last == line }
  }

  /// Waits for the end of the program.
  func waitForEnd(sourceLocation: SourceLocation = #_sourceLocation) throws -> Int32 {
    let deadline = Date().addingTimeInterval(Self.patience)
    var status: Int32 = 0
    while waitpid(process, &status, WNOHANG) != process {
      _ = read()
      guard Date() < deadline else {
        Issue.record(
          "the program does not end; the screen:\n\(screen.lines.joined(separator: "\n"))",
          sourceLocation: sourceLocation)
        throw Failure()
      }
    }
    while read() {}
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : -(status & 0x7F)
  }

  /// As long as fingers take between two keys, so that Escape is a key by itself.
  func pause() throws {
    let deadline = Date().addingTimeInterval(0.4)
    while Date() < deadline, read() {}
  }

  func send(_ signal: Int32) { kill(process, signal) }

  /// Writes to the screen, as another program on the same terminal does.
  func show(_ text: String) { screen.feed(text.utf8) }

  func resize(columns: Int, rows: Int) {
    var size = winsize()
    size.ws_col = UInt16(columns)
    size.ws_row = UInt16(rows)
    _ = ioctl(descriptor, UInt(TIOCSWINSZ), &size)
    screen.resize(columns: columns, rows: rows)
  }

  /// Whether the program has ever written this, be it visible or not.
  func hasSeen(_ text: String) -> Bool {
    String(decoding: written, as: UTF8.self).contains(text)
  }

  /// Whether the terminal echoes and reads by lines, as a shell left it.
  var isCooked: Bool {
    var settings = termios()
    tcgetattr(descriptor, &settings)
    let wanted = tcflag_t(ECHO | ICANON | ISIG)
    return settings.c_lflag & wanted == wanted
  }

  /// Whether a statement runs: the terminal makes signals of keys, shows none of them, and still takes
  /// returns for the ends of lines, which the editor of a prompt does itself.
  var isBusy: Bool {
    var settings = termios()
    tcgetattr(descriptor, &settings)
    return settings.c_lflag & tcflag_t(ECHO | ICANON | ISIG) == tcflag_t(ISIG)
      && settings.c_iflag & tcflag_t(ICRNL) != 0
  }

  /// Reads what there is, waiting a little; false when the terminal has closed.
  private func read() -> Bool {
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    guard poll(&request, 1, 100) > 0 else { return true }
    var bytes = [UInt8](repeating: 0, count: 65536)
    let count = Foundation.read(descriptor, &bytes, bytes.count)
    guard count > 0 else { return false }
    screen.feed(bytes[..<count])
    written += bytes[..<count]
    return true
  }
}

enum Key: String {
  case enter = "\r"
  case tab = "\t"
  case escape = "\u{1B}"
  case backspace = "\u{7F}"
  case up = "\u{1B}[A"
  case down = "\u{1B}[B"
  case right = "\u{1B}[C"
  case left = "\u{1B}[D"
  case home = "\u{1B}[H"
  case end = "\u{1B}[F"
  case controlC = "\u{3}"
  case controlD = "\u{4}"
  case controlE = "\u{5}"
  case controlG = "\u{7}"
  case controlL = "\u{C}"
  case controlR = "\u{12}"
  case controlS = "\u{13}"
  case controlT = "\u{14}"
  case pasteStart = "\u{1B}[200~"
  case pasteEnd = "\u{1B}[201~"
}
