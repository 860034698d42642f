import Synchronization

/// Hands parts out to threads, the largest first, so that no thread is left with a large one when
/// the others have nothing more to do.
final class Schedule: Sendable {
  private struct State {
    /// The next part is the last.
    var waiting: [Int]
    var sessionsLeft: Int
  }

  private let state: Mutex<State>
  private let sizes: [Int]
  private let threads: Int
  private let ends: Double?

  /// - Parameters:
  ///   - sizes: sessions of each part.
  ///   - seconds: the time for all of them together, if it is limited.
  init(sizes: [Int], threads: Int, seconds: Double?, began: Double) {
    self.sizes = sizes
    self.threads = threads
    state = Mutex(
      State(
        waiting: sizes.indices.sorted { (sizes[$0], $1) < (sizes[$1], $0) },
        sessionsLeft: sizes.reduce(0, +)))
    ends = seconds.map { began + $0 }
  }

  /// The next part, and its share of the time that all threads have left; nil when none is left.
  func next(at now: Double) -> (part: Int, seconds: Double?)? {
    state.withLock { state in
      guard let part = state.waiting.popLast() else { return nil }
      let share = Double(sizes[part]) / Double(max(1, state.sessionsLeft))
      state.sessionsLeft -= sizes[part]
      let left = ends.map { max(0, $0 - now) }
      return (part, left.map { min($0, $0 * Double(threads) * share) })
    }
  }
}
