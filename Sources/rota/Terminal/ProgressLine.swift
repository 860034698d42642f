import RotaDiagnostics
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The line on standard error that says how far a long statement is; each one takes the place of
/// the last. Solver threads may write it, so it guards itself.
final class ProgressLine: Sendable {
  private let isShown = Mutex(false)
  private let isEnabled: Bool

  /// Only a terminal that can clear a line gets progress.
  init() {
    isEnabled = Streams.isTerminal(STDERR_FILENO) && Variables["TERM"] != "dumb"
  }

  /// Shows a line in place of the last one; an empty one clears it.
  func show(_ text: String) {
    guard isEnabled else { return }
    if text.isEmpty { return clear() }
    let width = (Streams.size(of: STDERR_FILENO)?.columns ?? 80) - 1
    let line = text.truncated(to: width)
    isShown.withLock { isShown in
      isShown = true
      Streams.complain("\r\u{1B}[K" + line)
    }
  }

  /// Gives the line back to other output.
  func clear() {
    guard isEnabled else { return }
    isShown.withLock { isShown in
      if isShown { Streams.complain("\r\u{1B}[K") }
      isShown = false
    }
  }
}
