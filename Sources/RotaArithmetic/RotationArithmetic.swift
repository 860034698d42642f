import RotaDiagnostics
import RotaPlanning

/// Turns what a planner declared into runs, classes and sessions, in whole numbers only.
public enum RotationArithmetic {
  /// The programme of a plan, and what stands against it.
  ///
  /// A finding of severity `.impossible` is a proof. Even then the programme is the best that could
  /// be worked out, so that it can be shown; it is empty only where nothing sensible exists.
  public static func programme(
    for plan: Plan
  ) -> (programme: Programme, findings: [Diagnostic]) {
    (Programme(), [])
  }
}
