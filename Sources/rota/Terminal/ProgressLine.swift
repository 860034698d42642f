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
  /// The line that is shown; empty for none.
  private let line = Mutex("")
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
    self.line.withLock { shown in
      shown = line
      Self.write(line)
    }
  }

  /// Shows the line again where something else has written over it.
  func showAgain() {
    line.withLock { if !$0.isEmpty { Self.write($0) } }
  }

  /// Gives the line back to other output.
  func clear() {
    guard isEnabled else { return }
    line.withLock { shown in
      if !shown.isEmpty { Self.write("") }
      shown = ""
    }
  }

  private static func write(_ line: String) { Streams.complain("\r\u{1B}[K" + line) }
}
