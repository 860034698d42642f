import RotaDiagnostics

/// What can be wrong with `edit` and `watch`.
enum EditMessages {
  static let notEditedKind = DiagnosticKind(
    "not-edited",
    "`edit` opens the editor that VISUAL or EDITOR names, or else vi, at a terminal. An editor that ends with an error changes nothing: `:cq` in Vim."
  )
  static let draftKeptKind = DiagnosticKind(
    "draft-kept",
    "The plan that came back from the editor has errors. The plan is as it was, and what was written stays in the file that is named: `edit plan` opens it again. A draft that is left empty is thrown away."
  )

  static let all = [notEditedKind, draftKeptKind]

  static func notEdited(_ reason: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(notEditedKind, "nothing was edited: \(reason)", at: range)
  }

  static func draftKept(_ path: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      draftKeptKind, "the plan is as it was; what was written is kept in \"\(path)\"", at: range,
      remedies: ["`edit plan` opens it again"])
  }
}
