import RotaDiagnostics

/// What can be wrong with `recover`.
enum RecoveryMessages {
  static let nothingLostKind = DiagnosticKind(
    "nothing-to-recover",
    "No shell has left unfinished work behind. A shell that is left by `quit` or Ctrl-D leaves none; one that was ended from outside, or with the machine, does."
  )
  static let notRecoveredKind = DiagnosticKind(
    "not-recovered",
    "The journal of a shell that came to a sudden end could not be read or run. It stays where it is; `drop recovery` throws it away."
  )
  static let partlyRecoveredKind = DiagnosticKind(
    "partly-recovered",
    "A statement of the journal does not run any more, because Rota has changed since. What came before it was given back."
  )
  static let onlyAtPromptKind = DiagnosticKind(
    "only-at-prompt", "This command is for the prompt: in a script it would mean nothing.")

  static let all = [nothingLostKind, notRecoveredKind, partlyRecoveredKind, onlyAtPromptKind]

  static func nothingLost(at range: SourceRange) -> Diagnostic {
    Diagnostic(nothingLostKind, "there is no unfinished work of another shell", at: range)
  }

  static func notRecovered(_ reason: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(notRecoveredKind, "the work could not be recovered: \(reason)", at: range)
  }

  static func damaged() -> Diagnostic {
    Diagnostic(notRecoveredKind, "the journal is damaged there")
  }

  static func partlyRecovered(
    _ completed: Int, of statements: Int, _ problem: Diagnostic, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      partlyRecoveredKind, severity: .warning,
      "only \(completed) of \(Wording.count(statements, "statement")) could be run again",
      at: range,
      notes: [Diagnostic.Note(problem.message, at: problem.range)])
  }

  static func onlyAtPrompt(_ command: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(onlyAtPromptKind, "`\(command)` means nothing in a script", at: range)
  }
}
