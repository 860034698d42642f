import Foundation

/// How many random cases a test goes through: as many as it says, or so many times more as the
/// environment variable `ROTA_SOAK` says. `scripts/soak` sets it for a long run.
public enum Soak {
  public static let factor =
    ProcessInfo.processInfo.environment["ROTA_SOAK"].flatMap { Int($0) }.map { max(1, $0) } ?? 1

  public static func cases(_ usual: Int) -> Int { usual * factor }

  /// The seeds of the cases, from 1.
  public static func seeds(_ usual: Int) -> ClosedRange<UInt64> { 1...UInt64(cases(usual)) }
}
