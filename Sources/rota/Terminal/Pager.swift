import CLibEdit
import RotaDiagnostics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Shows text that is longer than the screen through the planner's pager.
enum Pager {
  /// Prints a text; through $PAGER, or `less -R`, where it has more rows than the terminal.
  ///
  /// - Parameter fromEnd: whether the end is shown first, where the pager is one that can.
  static func show(_ text: String, fromEnd: Bool = false) {
    guard let size = Streams.size(of: STDOUT_FILENO),
      rows(of: text, columns: size.columns) >= size.rows,
      let command = command,
      Echo.whileOn({ page(text, through: fromEnd ? atEnd(command) : command) })
    else {
      Streams.print(text)
      return
    }
  }

  /// A PAGER set to nothing, or a terminal that cannot be paged, has no pager.
  private static var command: String? {
    if Variables["TERM"] == nil || Variables["TERM"] == "dumb" { return nil }
    return Variables.isSet("PAGER") ? Variables["PAGER"] : "less -R"
  }

  private static func atEnd(_ command: String) -> String {
    let program = command.split(separator: " ").first?.split(separator: "/").last
    return program == "less" ? command + " +G" : command
  }

  /// The rows that a text takes on the screen; what a terminal does not show, such as colours, is
  /// not counted.
  static func rows(of text: String, columns: Int) -> Int {
    text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().reduce(0) {
      $0 + max(1, (withoutEscapes($1).displayWidth + columns - 1) / max(1, columns))
    }
  }

  /// Text without colours: from an Escape to the letter that ends it.
  static func withoutEscapes(_ line: Substring) -> Substring {
    guard line.contains("\u{1B}") else { return line }
    var isHidden = false
    return line.filter { character in
      if character == "\u{1B}" { isHidden = true }
      defer { if isHidden, character.isLetter { isHidden = false } }
      return !isHidden
    }
  }

  /// True where a pager took the text, or as much of it as its reader wanted to see.
  private static func page(_ text: String, through command: String) -> Bool {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return false }
    guard let child = start(command, reading: ends[0], insteadOf: ends[1]) else {
      close(ends[0])
      close(ends[1])
      return false
    }
    close(ends[0])
    // A reader who leaves early has seen enough.
    try? Streams.write(text.utf8, to: ends[1])
    close(ends[1])
    let status = wait(for: child)
    // 127 and 126 are the shell's words for a command that is not there or cannot be run.
    return !(rota_has_exited(status) != 0 && (126...127).contains(rota_exit_code(status)))
  }

  private static func wait(for child: pid_t) -> Int32 {
    var status: Int32 = 0
    while waitpid(child, &status, 0) == -1 {
      guard errno == EINTR else { return 0 }
    }
    return status
  }

  private static func start(
    _ command: String, reading descriptor: Int32, insteadOf other: Int32
  ) -> pid_t? {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #else
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    posix_spawn_file_actions_adddup2(&actions, descriptor, STDIN_FILENO)
    posix_spawn_file_actions_addclose(&actions, descriptor)
    posix_spawn_file_actions_addclose(&actions, other)
    // What this program ignores, the pager must not.
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGPIPE)
    sigaddset(&signals, SIGXFSZ)
    sigaddset(&signals, SIGINT)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    setenv("LESSCHARSET", "utf-8", 0)
    let words = ["sh", "-c", command]
    // C wants words that it could change, ended by null; they are copied for the call and freed after it.
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { (word: String) in strdup(word) }
    defer { for argument in arguments { free(argument) } }
    arguments.append(nil)
    var child: pid_t = 0
    let result = posix_spawn(&child, "/bin/sh", &actions, &attributes, &arguments, environ)
    return result == 0 ? child : nil
  }
}
