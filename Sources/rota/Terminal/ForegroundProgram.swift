import CLibEdit

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Another program that has the terminal to itself until it ends, such as an editor.
enum ForegroundProgram {
  enum Outcome: Equatable {
    case exited(Int32)
    case ended(signal: Int32)
    case notStarted
  }

  /// Runs a command of the shell with further arguments, which the shell takes as they are.
  ///
  /// Ctrl-C and Ctrl-\ are the other program's meanwhile, and where it is stopped so is this one. The
  /// terminal's settings are afterwards what they were.
  static func run(_ command: String, _ arguments: [String]) -> Outcome {
    var settings = termios()
    let hasSettings = tcgetattr(STDIN_FILENO, &settings) == 0
    var previous: [(signal: Int32, action: sigaction)] = []
    for signal in [SIGINT, SIGQUIT] {
      var action = sigaction()
      sigaction(signal, nil, &action)
      previous.append((signal, action))
      rota_ignore_signal(signal)
    }
    defer {
      for (signal, action) in previous {
        var action = action
        sigaction(signal, &action, nil)
      }
      if hasSettings { tcsetattr(STDIN_FILENO, TCSADRAIN, &settings) }
    }
    guard let child = start(["sh", "-c", command + " \"$@\"", "sh"] + arguments) else {
      return .notStarted
    }
    return wait(for: child)
  }

  private static func wait(for child: pid_t) -> Outcome {
    var status: Int32 = 0
    while true {
      guard waitpid(child, &status, WUNTRACED) == child else {
        if errno == EINTR { continue }
        return .notStarted
      }
      if rota_has_stopped(status) == 0 { break }
      // The terminal, and most editors, stop both, and by now both have been continued. A program
      // that stops itself alone would leave nobody to continue it.
      usleep(50_000)
      var later: Int32 = 0
      if waitpid(child, &later, WCONTINUED | WNOHANG) == 0 {
        kill(0, SIGTSTP)
        kill(child, SIGCONT)
      } else if rota_has_continued(later) == 0 {
        status = later
        break
      }
    }
    return rota_has_exited(status) != 0
      ? .exited(rota_exit_code(status)) : .ended(signal: rota_end_signal(status))
  }

  private static func start(_ words: [String]) -> pid_t? {
    #if canImport(Darwin)
      var attributes: posix_spawnattr_t?
    #else
      var attributes = posix_spawnattr_t()
    #endif
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // What this program ignores, another must not.
    var signals = sigset_t()
    sigemptyset(&signals)
    for signal in [SIGPIPE, SIGXFSZ, SIGINT, SIGQUIT] { sigaddset(&signals, signal) }
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    // C wants words that it could change, ended by null; they are copied for the call and freed after it.
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { (word: String) in strdup(word) }
    defer { for argument in arguments { free(argument) } }
    arguments.append(nil)
    var child: pid_t = 0
    return posix_spawn(&child, "/bin/sh", nil, &attributes, &arguments, environ) == 0 ? child : nil
  }
}
