import CLibEdit
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Whether the terminal shows what is typed. From the prompt's start to its end it does only while a line
/// is edited: what is typed ahead would stand in the middle of the progress, and appears at the next
/// prompt.
///
/// Nor does the terminal gather lines meanwhile: it would take a Control-D for its own end of input, of
/// which the editor of the next prompt reads nothing. So the editor begins and ends its lines in this
/// quiet: in a moment of the driver's own mode between the two, a key would be lost.
enum Echo {
  private static let isOff = Atomic<Bool>(false)
  /// Where the driver edits the lines, it gathers them all the time, for the same reason.
  static let driverEdits = Atomic<Bool>(false)
  // A handler of signals can reach nothing but what is global, and must not allocate: so the memory is there
  // from the start, and stays. It is written while no handler is installed, hence by no two at once.
  nonisolated(unsafe) private static let settings = UnsafeMutablePointer<termios>.allocate(
    capacity: 1)
  /// Signals that end the program, which must not leave a terminal behind that shows nothing.
  private static let endings = [SIGTERM, SIGHUP, SIGQUIT]

  static func off() {
    guard !isOff.load(ordering: .relaxed), tcgetattr(STDIN_FILENO, settings) == 0 else { return }
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
    resume()
  }

  static func on() {
    guard isOff.load(ordering: .acquiring) else { return }
    restore()
    for signal in endings where rota_ignores_signal(signal) == 0 { rota_default_signal(signal) }
    isOff.store(false, ordering: .releasing)
  }

  /// Shows what is typed until `resume`, and leaves the handlers of signals to who calls: for a stop.
  static func pause() {
    if isOff.load(ordering: .acquiring) { restore() }
  }

  static func resume() {
    // The shell that had the terminal meanwhile may have set it up anew.
    guard isOff.load(ordering: .acquiring), tcgetattr(STDIN_FILENO, settings) == 0 else { return }
    var quiet = settings.pointee
    quiet.c_lflag &= ~tcflag_t(driverEdits.load(ordering: .relaxed) ? ECHO : ECHO | ICANON)
    tcsetattr(STDIN_FILENO, TCSANOW, &quiet)
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
