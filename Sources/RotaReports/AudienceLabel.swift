import RotaPlanning

/// Names of runs, classes and groups as they are printed and looked up.
public enum AudienceLabel {
  public enum Match: Hashable, Sendable {
    case run(RunID)
    case studyClass(ClassID)
  }

  /// `集中轮训 第1期 1班`, `Spring Run 1 Class 1`; a class's own name stands for its number.
  public static func label(
    of id: ClassID, programme: Programme, plan: Plan, language: Plan.Language
  ) -> String { "" }

  /// `集中轮训 第1期`, `Spring Run 1`.
  public static func label(
    of id: RunID, programme: Programme, plan: Plan, language: Plan.Language
  ) -> String { "" }

  /// Who attends a session: `集中轮训 第1期 1班`.
  public static func label(
    of identity: SessionIdentity, programme: Programme, plan: Plan, language: Plan.Language
  ) -> String { "" }

  /// Runs and classes that a label names, in any of the four languages: a full label, or the end
  /// of one (`第1期 1班`, `1班`). Spaces and case do not matter. More than one match: ambiguous.
  public static func resolve(_ text: String, programme: Programme, plan: Plan) -> [Match] { [] }
}
