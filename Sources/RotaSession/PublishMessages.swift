import RotaDiagnostics
import RotaPlanning

/// What the commands about publications can say.
enum PublishMessages {
  static let cannotPublish = DiagnosticKind(
    "cannot-publish",
    "Only a timetable that keeps every hard rule can be given to people. Nothing was published.")
  static let nothingPublished = DiagnosticKind(
    "nothing-published", "No timetable has been given to people yet. Type `publish`.")

  static let all = [cannotPublish, nothingPublished]

  static func cannotPublish(
    _ lines: [String], total: Int, at range: SourceRange, past: Day? = nil
  ) -> Diagnostic {
    Diagnostic(
      cannotPublish,
      "this timetable breaks \(Wording.count(total, "hard rule")) and cannot be published",
      at: range, notes: lines.map { Diagnostic.Note($0) },
      remedies: ["solve keep"] + (past.map { ["publish from \($0.iso)"] } ?? []))
  }

  static func nothingPublished(_ command: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      nothingPublished, "`\(command)` needs a published timetable, and there is none yet",
      at: range, remedies: ["publish"])
  }
}
