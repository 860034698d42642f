import CLibEdit
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Ctrl-C. A signal handler can reach nothing but what is global, so the one flag is.
enum Interrupts {
  private static let flag = Atomic<Bool>(false)
  private static let continued = Atomic<Bool>(false)

  /// True from Ctrl-C on until `clear`.
  static var isPending: Bool { flag.load(ordering: .relaxed) }
  static func clear() { flag.store(false, ordering: .relaxed) }

  /// Whether the program was stopped and goes on since this was last asked: others may have written to
  /// the terminal meanwhile.
  static func takeContinued() -> Bool { continued.exchange(false, ordering: .relaxed) }

  /// From now on Ctrl-C asks the running statement to end, and breaks off a wait for input; it
  /// never ends the process by itself.
  ///
  /// - Parameter isAtPrompt: a shell that runs a script in the background has it ignore Ctrl-C, and
  ///   so it stays; the prompt is never in the background.
  static func install(isAtPrompt: Bool) {
    clear()
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGINT)
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    _ = rota_catch_signal(
      SIGCONT, { _ in Interrupts.continued.store(true, ordering: .relaxed) }, nil)
    if !isAtPrompt, rota_ignores_signal(SIGINT) != 0 { return }
    _ = rota_catch_signal(
      SIGINT, { _ in Interrupts.flag.store(true, ordering: .relaxed) }, nil)
  }

  /// A reader of our output that has gone away, and a file that may grow no further, are errors of
  /// `write`, not signals.
  static func ignoreFailedWrites() {
    rota_ignore_signal(SIGPIPE)
    rota_ignore_signal(SIGXFSZ)
  }
}
