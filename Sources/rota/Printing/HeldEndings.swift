#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Signals that would end this program, held back while another runs for it, so that the other is
/// ended first and leaves no files behind. They take effect on `release`.
struct HeldEndings {
  private static let numbers = [SIGTERM, SIGHUP]
  /// What is blocked before and after, and for the other program. Not these signals, even if whoever
  /// started this program had them blocked, as the threads of some hosts have: they would be lost.
  private(set) var previousMask = sigset_t()

  init() {
    var held = sigset_t()
    sigemptyset(&held)
    for number in Self.numbers { sigaddset(&held, number) }
    pthread_sigmask(SIG_BLOCK, &held, &previousMask)
    for number in Self.numbers { sigdelset(&previousMask, number) }
  }

  /// Whether one has come since.
  var hasCome: Bool {
    var pending = sigset_t()
    sigpending(&pending)
    return Self.numbers.contains { sigismember(&pending, $0) == 1 }
  }

  func release() {
    var mask = previousMask
    pthread_sigmask(SIG_SETMASK, &mask, nil)
  }
}
