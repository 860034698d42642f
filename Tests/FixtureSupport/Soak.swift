import Foundation

/// How many random cases a test goes through: as many as it says, or so many times more as the
/// environment variable `ROTA_SOAK` says. `scripts/soak` sets it for a long run. `ROTA_SEED` is the
/// number of one case, to look at it alone.
public enum Soak {
  public static let factor = number("ROTA_SOAK").map { max(1, $0) } ?? 1

  /// The numbers of the cases, from 0.
  public static func cases(_ usual: Int) -> Range<Int> {
    number("ROTA_SEED").map { $0..<$0 + 1 } ?? 0..<usual * factor
  }

  /// The seeds of the cases, from 1.
  public static func seeds(_ usual: Int) -> ClosedRange<UInt64> {
    number("ROTA_SEED").map { UInt64($0)...UInt64($0) } ?? 1...UInt64(usual * factor)
  }

  private static func number(_ variable: String) -> Int? {
    ProcessInfo.processInfo.environment[variable].flatMap { Int($0) }.flatMap { $0 < 0 ? nil : $0 }
  }
}
