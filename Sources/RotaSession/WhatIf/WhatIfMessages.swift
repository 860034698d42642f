import RotaDiagnostics

/// What can be wrong with `try`, `keep`, `scenario` and `compare`.
enum WhatIfMessages {
  static let whatIfFailed = DiagnosticKind(
    "what-if-failed",
    "A statement of `try` or `scenario` is wrong, or the plan would be. Nothing was changed.")
  static let notInWhatIf = DiagnosticKind(
    "not-in-what-if",
    "Statements of `try` and `scenario` run on a copy of the plan: they write no files, tell people nothing, do not leave the shell, and do not hold each other."
  )
  static let nothingTried = DiagnosticKind(
    "nothing-tried",
    "There is no `try` to keep: none was made, or it was kept or forgotten since.")
  static let planChanged = DiagnosticKind(
    "plan-changed-since",
    "The plan has changed since the last `try`, which speaks of the plan as it was. Try again.")
  static let nothingToTry = DiagnosticKind(
    "nothing-to-try", "After `try` come statements in braces, or the number of a repair.")
  static let badScenarioName = DiagnosticKind(
    "bad-scenario-name",
    "`now` is the plan as it is, and `figure` and `differs` head columns of `compare`: no scenario can have such a name."
  )

  static let all = [
    whatIfFailed, notInWhatIf, nothingTried, planChanged, nothingToTry, badScenarioName,
  ]

  static func failed(_ command: String, _ count: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      whatIfFailed,
      "`\(command)` came to nothing: \(Wording.count(count, "error")) above; nothing was changed",
      at: range)
  }

  static func notInside(
    _ command: String, _ outer: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      notInWhatIf, "`\(command)` cannot stand among the statements of `\(outer)`", at: range,
      remedies: ["say it after `\(outer)`"])
  }

  static func nothingTried(_ command: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      nothingTried, "`\(command)`: nothing is tried", at: range,
      remedies: ["try { … } with statements that change something"])
  }

  static func planChanged(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      planChanged, "the plan has changed since the try; it was not kept", at: range,
      remedies: ["try { \(text) }"])
  }

  static func nothingToTry(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      nothingToTry, "`try` needs statements in braces, or the number of a repair", at: range,
      remedies: ["try { venue Hall seats 400 }"])
  }

  static func noRepair(_ number: String, of count: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      nothingToTry,
      count == 0
        ? "no repair is known of the plan as it is"
        : "there is no repair \(number): \(count) are known",
      at: range, remedies: count == 0 ? ["why"] : [])
  }

  static func badScenarioName(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      badScenarioName, "`\(name)` heads another column of `compare`; name the scenario otherwise",
      at: range)
  }

  static func noScenario(_ name: String, near names: [String], at range: SourceRange) -> Diagnostic
  {
    SessionMessages.unknownTarget(
      "scenario", name, nearest: Spelling.nearest(to: name, among: names), at: range)
  }
}
