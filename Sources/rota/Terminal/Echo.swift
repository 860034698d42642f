import CLibEdit
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Whether the terminal shows what is typed. While a statement runs it does not: what is typed ahead
/// would stand in the middle of the progress, and appears at the next prompt.
///
/// Nor does the terminal gather lines then: it would take a Control-D for its own end of input, of which
/// the editor of the next prompt reads nothing.
enum Echo {
  private static let isOff = Atomic<Bool>(false)
  // A handler of signals can reach nothing but what is global. It is written while none is installed.
  nonisolated(unsafe) private static let settings = UnsafeMutablePointer<termios>.allocate(
    capacity: 1)
  /// Signals that end the program, which must not leave a terminal behind that shows nothing.
  private static let endings = [SIGTERM, SIGHUP, SIGQUIT]

  static func off() {
    guard !isOff.load(ordering: .relaxed), tcgetattr(STDIN_FILENO, settings) == 0 else { return }
    var quiet = settings.pointee
    quiet.c_lflag &= ~tcflag_t(ECHO | ICANON)
    isOff.store(true, ordering: .releasing)
    for signal in endings where rota_ignores_signal(signal) == 0 {
      _ = rota_catch_signal(
        signal,
        { signal in
          Echo.restore()
          rota_default_signal(signal)
          raise(signal)
        }, nil)
    }
    tcsetattr(STDIN_FILENO, TCSANOW, &quiet)
  }

  static func on() {
    guard isOff.load(ordering: .acquiring) else { return }
    restore()
    for signal in endings where rota_ignores_signal(signal) == 0 { rota_default_signal(signal) }
    isOff.store(false, ordering: .releasing)
  }

  private static func restore() { tcsetattr(STDIN_FILENO, TCSANOW, settings) }

  /// Runs something to which the terminal is to be as it was.
  static func whileOn<Result>(_ body: () -> Result) -> Result {
    let wasOff = isOff.load(ordering: .acquiring)
    on()
    defer { if wasOff { off() } }
    return body()
  }
}
