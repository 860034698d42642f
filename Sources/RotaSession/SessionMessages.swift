import RotaDiagnostics
import RotaLanguage
import RotaPlanning
import RotaReports
import RotaSyntax

/// What commands can say when they cannot do what was asked.
public enum SessionMessages {
  public static let planErrors = DiagnosticKind(
    "plan-has-errors",
    "A command needs the plan, but some declarations are wrong. They are listed above; mend them first."
  )
  /// The errors themselves were reported before; this only ends the command.
  static let alreadyReported = DiagnosticKind(
    "already-reported", "The errors are listed above.")
  static let cannotReadFile = DiagnosticKind(
    "cannot-read", "A file could not be read. The message gives the system's reason.")
  static let cannotWriteFile = DiagnosticKind(
    "cannot-write", "A file could not be written; an older file of that name is as it was.")
  static let cannotPrintPages = DiagnosticKind(
    "cannot-print",
    "`export pdf` has Chromium (or Chrome, or Edge) or WeasyPrint print the pages, and that failed, or none of them is installed. `export html` needs none of them."
  )
  static let encoding = DiagnosticKind(
    "not-utf-8", "Plans are UTF-8 text. Save the file as UTF-8 in your editor, or convert it.")
  static let cycle = DiagnosticKind(
    "include-cycle", "A file includes itself, directly or through others.")
  static let deepInclude = DiagnosticKind(
    "include-too-deep", "Files include each other more than 64 deep.")
  static let nestedErrors = DiagnosticKind(
    "file-has-errors", "A file that was loaded or included has errors; nothing of it was kept.")
  static let fileExists = DiagnosticKind(
    "file-exists",
    "`save` does not write over a file that it did not write itself, or that was changed since, because your comments, loops and changes would be lost. Choose another name, or say `save over FILE`."
  )
  static let notOursKind = DiagnosticKind(
    "file-not-written-by-rota",
    "`export` writes over a file only where it is just as Rota wrote it; this one is somebody's, or was changed since. Choose another name, or say `replace` at the end."
  )
  static let stillUsedKind = DiagnosticKind(
    "still-used",
    "Something cannot be dropped while other statements name it. Change or drop those first, or in the same line: `drop lecture Law; drop teacher Rivera`."
  )
  static let unknownSession = DiagnosticKind(
    "unknown-session", "No session of the programme is called so, or none of that class or run.")
  static let ambiguousSession = DiagnosticKind(
    "ambiguous-session",
    "More than one session fits. Say which run, class, group or meeting is meant.")
  static let unknownTarget = DiagnosticKind(
    "unknown-target", "There is no class, run, teacher, place or day of that name to show.")
  static let wrongReport = DiagnosticKind(
    "report-of-target",
    "This report is not made of such a thing: there are no letters of a run, for one. Leave `of …` out, or name another thing."
  )
  static let unknownChoice = DiagnosticKind(
    "unknown-choice", "This word is not one of those that may stand here.")
  static let badSetting = DiagnosticKind(
    "bad-setting", "An option was given a value that it cannot have.")
  static let memoryExceededKind = DiagnosticKind(
    "memory-exceeded",
    "The statement was ended because it took more memory than it may: half of the machine's, or what `set memory` says. Plan and timetable are as before it; `solve` keeps the best timetable so far."
  )
  static let noProgramme = DiagnosticKind(
    "nothing-to-plan",
    "There is no rotation with sessions yet, so there is nothing to put in a timetable.")
  static let noTimetable = DiagnosticKind(
    "no-timetable", "Nothing has a place in the timetable yet. Type `solve`.")
  static let sessionsUnlike = DiagnosticKind(
    "sessions-unlike",
    "Two plans have no session in common. A session is known by its rotation, run, class, module and name, whatever its date."
  )
  static let badPlacement = DiagnosticKind(
    "placement-breaks-rules",
    "A session cannot be moved there: a hard rule stands against it. Nothing was changed.")
  static let lockedSession = DiagnosticKind(
    "session-locked", "A locked session stays where it is until it is unlocked.")
  static let wrongPlacement = DiagnosticKind(
    "wrong-placement", "A placement names a time, place or teacher that the plan does not have.")
  static let nothingToUndo = DiagnosticKind(
    "nothing-to-undo", "No statement that changed something is left to take back.")
  static let nothingToRedo = DiagnosticKind(
    "nothing-to-redo", "No statement was taken back since the last change.")
  static let noPointKind = DiagnosticKind(
    "no-such-point",
    "Points of the way are numbered as `history` numbers statements, each the plan after that statement; 0 is the beginning."
  )
  static let noHelp = DiagnosticKind(
    "no-help", "There is no help on this word. `help` lists what there is.")
  static let brokenRequirement = DiagnosticKind(
    "requirement-broken", "The plan breaks one of its own `require` statements.")
  static let unplacedSessions = DiagnosticKind(
    "sessions-unplaced",
    "The solver found no place for some sessions. That is not a proof that there is none: `show unplaced` lists what stands against each; more time, places or teachers may help."
  )
  static let verification = DiagnosticKind(
    "timetable-breaks-rules",
    "The timetable, counted again from the plan, breaks a hard rule: the plan has changed since, or a locked session stands against it."
  )
  static let badCondition = DiagnosticKind(
    "not-a-condition", "After `where` comes a condition that is true or false for each row.")

  public static let all: [DiagnosticKind] =
    [
      planErrors, cannotReadFile, cannotWriteFile, cannotPrintPages, encoding, cycle, deepInclude,
      nestedErrors, fileExists, notOursKind, unknownSession, ambiguousSession, unknownTarget,
      wrongReport,
      unknownChoice,
      badSetting, memoryExceededKind, noProgramme, noTimetable, sessionsUnlike, badPlacement,
      lockedSession,
      wrongPlacement,
      nothingToUndo, nothingToRedo, noPointKind, noHelp, stillUsedKind, brokenRequirement,
      unplacedSessions, verification, badCondition, LanguageMessages.nearlyThatName,
      LanguageMessages.outsidePlan,
    ] + ProgramMessages.all + WhatIfMessages.all + PublishMessages.all + RecoveryMessages.all
    + EditMessages.all

  static let fileKinds: Set<DiagnosticKind> = [
    cannotReadFile, cannotWriteFile, cannotPrintPages, encoding,
  ]

  static let nothingRun = "Nothing was run."

  static func planHasErrors(_ count: Int, command: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      planErrors, "`\(command)` was not run: the plan has \(Wording.count(count, "error"))",
      at: range)
  }

  static func stillUsed(_ dropped: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      stillUsedKind, "\(dropped) is still used here", at: range,
      remedies: ["change or drop this first, or in the same line"])
  }

  static func reported(at range: SourceRange) -> Diagnostic {
    Diagnostic(alreadyReported, "", at: range)
  }

  static func cannotRead(
    _ path: String, _ reason: String, meant: String? = nil, at range: SourceRange?
  ) -> Diagnostic {
    Diagnostic(
      cannotReadFile, "cannot read \"\(path)\": \(reason)", at: range,
      remedies: meant.map { ["there is \"\($0)\""] } ?? [])
  }

  static func noHomeFolder(_ path: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      cannotReadFile, "\"\(path)\" is in no folder: HOME is not set", at: range,
      remedies: ["write the path in full, from `/` on"])
  }

  static func cannotWrite(_ path: String, _ reason: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(cannotWriteFile, "cannot write \"\(path)\": \(reason)", at: range)
  }

  static func notUTF8(
    _ path: String, _ problem: EncodingProblem, at range: SourceRange?
  ) -> Diagnostic {
    Diagnostic(
      encoding, "\"\(path)\" is not UTF-8: line \(problem.line), byte \(problem.offset)", at: range,
      remedies: ["save it as UTF-8; `iconv -f GB18030 -t UTF-8` converts Chinese text"])
  }

  static func includeCycle(_ files: [String], at range: SourceRange) -> Diagnostic {
    Diagnostic(
      cycle, "files include each other in a circle: " + files.joined(separator: " -> "), at: range)
  }

  static func includeTooDeep(_ path: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(deepInclude, "\"\(path)\" would be the 65th file open at once", at: range)
  }

  static func fileHasErrors(_ path: String, _ count: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      nestedErrors, "\"\(path)\" has \(Wording.count(count, "error")); nothing of it was kept",
      at: range)
  }

  /// - Parameter wasSaved: whether `save` wrote it, and somebody has changed it since.
  static func exists(_ path: String, wasSaved: Bool, at range: SourceRange) -> Diagnostic {
    let reason =
      wasSaved
      ? "is not as `save` wrote it here: what was changed in it would be lost"
      : "was not written by `save`: its comments and loops would be lost"
    return Diagnostic(
      fileExists, "\"\(path)\" \(reason)", at: range,
      remedies: ["save over \"\(path)\"", "or choose another name"])
  }

  static func rosterOfWhich(_ rotations: [String], at range: SourceRange) -> Diagnostic {
    Diagnostic(
      unknownTarget,
      rotations.isEmpty
        ? "a roster needs a rotation, and the plan has none"
        : "the plan has \(Wording.count(rotations.count, "rotation")); say whose roster it is",
      at: range,
      remedies: rotations.first.map { ["add `for \(Wording.name($0))`"] }
        ?? ["declare the rotation first"])
  }

  static func notOurs(_ path: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      notOursKind, "\"\(path)\" is there, and is not as Rota wrote it: it stays as it is",
      at: range,
      remedies: ["add `replace` to write over it", "or choose another name"])
  }

  static func cannotPrint(_ reason: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      cannotPrintPages, "no PDF could be made: \(reason)", at: range,
      remedies: [
        "install one: `apt install chromium`, `brew install --cask chromium`, "
          + "`pip install weasyprint`",
        "or `export html`, and print that from any browser",
      ])
  }

  static func exportOverPlan(_ path: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      fileExists, "\"\(path)\" is the name of a plan, not of a printed timetable", at: range,
      remedies: ["end the name in .html or .txt; `save` writes plans"])
  }

  static func unknownSession(
    _ name: String, of audience: String? = nil, remedy: String?, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      unknownSession,
      "there is no session `\(name)`" + (audience.map { " of \($0)" } ?? "") + " in the programme",
      at: range, remedies: [remedy ?? "`list sessions` has them all"])
  }

  static func ambiguous(
    _ name: String, _ count: Int, examples: [String], at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      ambiguousSession, "`\(name)` is \(count) sessions; say which one", at: range,
      remedies: examples)
  }

  static func unknownTarget(
    _ sort: String, _ name: String, nearest: String?, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      unknownTarget, "there is no \(sort) `\(name)`", at: range,
      remedies: nearest.map { ["did you mean `\($0)`?"] } ?? [])
  }

  /// A number that no run or class has.
  static func noSuchNumber(
    _ sort: String, _ number: Int, of whole: String, which numbers: [Int], at range: SourceRange
  ) -> Diagnostic {
    let isWhole = numbers == numbers.indices.map { $0 + 1 }
    let several = sort == "class" ? "classes" : sort + "s"
    let known =
      switch numbers.count {
      case 0: "\(whole) has none"
      case 1: "\(whole) has only \(sort) \(numbers[0])"
      case _ where isWhole: "\(whole) has \(several) 1 to \(numbers.count)"
      default: "\(whole) has \(several) " + numbers.map(String.init).joined(separator: ", ")
      }
    return Diagnostic(
      unknownTarget, "there is no \(sort) \(number): \(known)", at: range)
  }

  static func reportTarget(_ report: Report, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      wrongReport, "`\(report.rawValue)` cannot be of that", at: range,
      remedies: [
        report.targets.isEmpty
          ? "`\(report.rawValue)` is of everything: leave `of …` out"
          : "`of` takes \(Wording.list(report.targets)) here; without it, everything"
      ])
  }

  /// - Parameter elsewhere: where the word does mean something.
  static func unknownChoice(
    _ sort: String, _ word: String, of choices: [String], nearest: String?,
    elsewhere: String? = nil, at range: SourceRange
  ) -> Diagnostic {
    let remedy =
      elsewhere ?? nearest.map { "did you mean `\($0)`?" }
      ?? "one of: " + choices.joined(separator: ", ")
    return Diagnostic(unknownChoice, "`\(word)` is no \(sort)", at: range, remedies: [remedy])
  }

  static func badSetting(_ option: String, _ expected: String, at range: SourceRange) -> Diagnostic
  {
    Diagnostic(badSetting, "`\(option)` must be \(expected)", at: range)
  }

  static func memoryExceeded(
    _ taken: Int, most: Int, ceiling: Int?, at range: SourceRange?
  ) -> Diagnostic {
    let more = "let it take more: `set memory \(max(taken, most) * 2)`"
    let less = "ask for less at once: fewer classes, sessions, periods or statements"
    return Diagnostic(
      memoryExceededKind,
      "\(Wording.grouped(taken)) MB of memory were taken, and \(Wording.grouped(most)) MB may be",
      at: range, remedies: ceiling == nil ? [more, less] : [less])
  }

  static func nothingToPlan(_ command: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      noProgramme, "`\(command)` needs sessions, and the plan has none yet", at: range,
      remedies: ["declare a module with sessions, and a rotation that `teaches` it"])
  }

  static func noTimetable(_ command: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      noTimetable, "`\(command)` needs a timetable, and nothing has a place yet", at: range,
      remedies: ["solve"])
  }

  static func noTimetableIn(_ path: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      noTimetable, "the plan in \"\(path)\" has no timetable", at: range,
      remedies: ["load it, `solve` and `save` it first"])
  }

  static func noSessionInCommon(_ path: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      sessionsUnlike, "no session that has a place in \"\(path)\" is one of this plan", at: range,
      remedies: ["name rotations, modules and sessions as they are named there"])
  }

  static func badPlacement(
    _ session: String, _ clashes: [String], at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      badPlacement, "\(session) cannot be there", at: range,
      notes: clashes.map { Diagnostic.Note($0) })
  }

  static func locked(
    _ session: String, at place: String, since lock: SourceRange?, _ range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      lockedSession, "\(session) is locked at \(place)", at: range,
      notes: lock.map { [.init("it was locked here", at: $0)] } ?? [],
      remedies: ["let it be moved first: unlock \(session)"])
  }

  static func noTime(_ session: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      wrongPlacement, "\(session) has no place in the timetable, and so no time of its own",
      at: range, remedies: ["say a time: at DATE PERIOD"])
  }

  static func wrongPlacement(_ message: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(wrongPlacement, message, at: range)
  }

  static func noPoint(_ number: Int?, of last: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      noPointKind,
      "there is no point \(number.map(String.init) ?? "of that name"): \(last == 0 ? "nothing was changed yet" : "`history` has 1 to \(last)")",
      at: range, remedies: ["`history` lists them; 0 is the beginning"])
  }

  static func noHelp(_ word: String, nearest: [String], at range: SourceRange) -> Diagnostic {
    let words = nearest.map { "`\($0)`" }.joined(separator: " or ")
    return Diagnostic(
      noHelp, "there is no help on `\(word)`", at: range,
      remedies: [nearest.isEmpty ? "`help` lists what there is" : "did you mean \(words)?"])
  }

  /// A name of the plan: help is on the words of the language.
  static func noHelp(onName name: String, of kind: String, at range: SourceRange) -> Diagnostic {
    let quoted = NameSyntax.quoteIfNeeded(name)
    let hasTimetable = ["teacher", "venue", "site"].contains(kind)
    return Diagnostic(
      noHelp, "`\(name)` is the plan's own: a \(kind)", at: range,
      remedies: [
        (hasTimetable ? "`show timetable of \(kind) \(quoted)` tells of it; " : "")
          + "`help \(kind)` tells how it is described"
      ])
  }

  static func broken(_ text: String, _ details: [String], at range: SourceRange) -> Diagnostic {
    Diagnostic(
      brokenRequirement, severity: .broken, "not as required: \(text)", at: range,
      notes: details.map { Diagnostic.Note($0) })
  }

  static func unplaced(_ count: Int, of total: Int, lines: [String]) -> Diagnostic {
    Diagnostic(
      unplacedSessions, severity: .broken,
      "\(count) of \(Wording.count(total, "session")) \(count == 1 ? "has" : "have") no place in the timetable",
      notes: lines.map { Diagnostic.Note($0) })
  }

  static func breaksRules(_ lines: [String], total: Int, locked: [String]) -> Diagnostic {
    Diagnostic(
      verification, severity: .broken,
      "the timetable breaks \(Wording.count(total, "hard rule"))",
      notes: lines.map { Diagnostic.Note($0) },
      remedies: locked.map { "let it be moved: unlock \($0)" })
  }

  static func stopped(_ command: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(LanguageMessages.interrupted, "interrupted before `\(command)`", at: range)
  }

  static func badCondition(_ what: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(badCondition, "the condition gives \(what), not true or false", at: range)
  }
}
