import CLibEdit

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Another program, run to its end.
enum ChildProcess {
  enum Outcome: Equatable {
    case exited(Int32)
    /// A signal ended it, or it could not be started.
    case failed
    /// It took too long, or Ctrl-C was typed, or this program is to end; it was ended.
    case stopped
  }

  /// Runs a program without a shell: arguments are passed as they are.
  ///
  /// It reads nothing; what it says goes to the file `log`. It leads a process group of its own, so
  /// that helpers that it starts end with it.
  ///
  /// - Parameter endings: signals that end it early.
  static func run(
    _ executable: String, _ arguments: [String], log: String, seconds: Double,
    endings: HeldEndings? = nil
  ) -> Outcome {
    guard let child = start(executable, arguments, log, endings) else { return .failed }
    var waited = 0.0
    while true {
      var status: Int32 = 0
      let result = waitpid(child, &status, WNOHANG)
      if result == child {
        return rota_has_exited(status) != 0 ? .exited(rota_exit_code(status)) : .failed
      }
      if result == -1, errno != EINTR { return .failed }
      if waited >= seconds || Interrupts.isPending || endings?.hasCome ?? false {
        kill(-child, SIGKILL)
        while waitpid(child, &status, 0) == -1, errno == EINTR {}
        return .stopped
      }
      usleep(20_000)
      waited += 0.02
    }
  }

  private static func start(
    _ executable: String, _ arguments: [String], _ log: String, _ endings: HeldEndings?
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
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(
      &actions, STDOUT_FILENO, log, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    posix_spawn_file_actions_adddup2(&actions, STDOUT_FILENO, STDERR_FILENO)
    // What this program ignores, another must not.
    var signals = sigset_t()
    sigemptyset(&signals)
    for signal in [SIGPIPE, SIGXFSZ, SIGINT] { sigaddset(&signals, signal) }
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setpgroup(&attributes, 0)
    var flags = POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP
    if var mask = endings?.previousMask {
      posix_spawnattr_setsigmask(&attributes, &mask)
      flags |= POSIX_SPAWN_SETSIGMASK
    }
    posix_spawnattr_setflags(&attributes, Int16(flags))
    // C wants words that it could change, ended by null; they are copied for the call and freed after it.
    var words: [UnsafeMutablePointer<CChar>?] =
      ([executable] + arguments).map { (word: String) in strdup(word) }
    defer { for word in words { free(word) } }
    words.append(nil)
    var child: pid_t = 0
    return posix_spawn(&child, executable, &actions, &attributes, &words, environ) == 0
      ? child : nil
  }
}
