import Synchronization

/// Results of the running statements that wait for their end, so that a pager gets all of them.
final class HeldOutput: Sendable {
  private let text = Mutex("")

  func add(_ more: String) { text.withLock { $0 += more } }

  /// Gives up what is held.
  func take() -> String {
    text.withLock { text in
      defer { text = "" }
      return text
    }
  }
}
