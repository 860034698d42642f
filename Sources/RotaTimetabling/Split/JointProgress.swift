import Synchronization

/// Puts together how far all parts have come.
final class JointProgress: Sendable {
  private let parts: Mutex<[SolveProgress?]>
  private let total: Int

  init(parts: Int, total: Int) {
    self.parts = Mutex(Array(repeating: nil, count: parts))
    self.total = total
  }

  /// Tells of all parts, one thread at a time.
  func tell(
    _ own: SolveProgress, of part: Int, elapsed: Double, to progress: (SolveProgress) -> Void
  ) {
    parts.withLock { parts in
      parts[part] = own
      let known = parts.compactMap { $0 }
      func sum(_ value: (SolveProgress) -> Int) -> Int { known.reduce(0) { $0 + value($1) } }
      progress(
        SolveProgress(
          placed: sum(\.placed), total: total, cost: sum(\.cost), steps: sum(\.steps),
          fraction: known.reduce(0) { $0 + $1.fraction * Double($1.total) } / Double(max(1, total)),
          elapsed: elapsed))
    }
  }
}
