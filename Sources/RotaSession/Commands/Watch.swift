import RotaDiagnostics
import RotaLanguage
import Synchronization

/// `watch`: loads a script again whenever it changes, or a file that it reads.
enum WatchCommand {
  /// Seconds between two looks at the files.
  private static let interval = 0.3

  static func run(
    _ workspace: inout Workspace, _ command: Command, _ state: inout LanguageState
  ) throws(Diagnostic) {
    guard workspace.openFiles.isEmpty else {
      throw RecoveryMessages.onlyAtPrompt(command.entry.word, at: command.range)
    }
    let (path, range) = try FileCommands.path(in: command, workspace)
    let before = workspace.world(state)
    let status = workspace.status
    var watch = Watch(
      path: path, range: range, command: command, knowledge: workspace.facts,
      replaced: workspace.whatIsThere(state))
    // A file that is not there, or is a folder, is a slip; one that goes for a moment, later, is being
    // saved.
    if workspace.environment.pause != nil {
      var trial = workspace
      _ = try trial.read(path, at: range)
    }
    watch.load(&workspace, &state)
    if let pause = workspace.environment.pause {
      workspace.environment.progress("watching \(path); Ctrl-C ends it")
      var isThere = true
      while !workspace.isCancelled {
        pause(interval)
        let wasThere = isThere
        isThere = workspace.environment.stamp(path) != nil
        // An editor may take it away for the moment of saving.
        if wasThere, !isThere {
          pause(interval)
          isThere = workspace.environment.stamp(path) != nil
          if !isThere { watch.tellOfLoss(&workspace) }
        }
        guard watch.hasChanged(workspace), !workspace.isCancelled else { continue }
        workspace.environment.progress("")
        watch.load(&workspace, &state)
        workspace.environment.progress("watching \(path); Ctrl-C ends it")
      }
      workspace.environment.progress("")
    }
    // Of the texts that came and went only the last good one counts, now and in the journal.
    workspace.facts = watch.knowledge
    workspace.hasErrors = false
    workspace.planWasReported = false
    workspace.status = status
    guard watch.rounds > 0 else {
      workspace.restore(before, into: &state)
      throw SessionMessages.reported(at: range)
    }
    workspace.inFile = workspace.world(state)
  }
}

/// A script that is being watched.
private struct Watch {
  let path: String
  let range: SourceRange
  let command: Command
  /// What was learned from outside, by the last text that was good.
  var knowledge: FactLog
  /// What the first good text takes the place of.
  private let replaced: String?
  /// How many texts were good.
  var rounds = 0
  private var isAgain = false
  private let first: FactLog
  /// The files that the last text was made of, as they were then.
  private var stamps: [String: FileStamp?] = [:]

  init(
    path: String, range: SourceRange, command: Command, knowledge: FactLog, replaced: String?
  ) {
    self.replaced = replaced
    self.path = path
    self.range = range
    self.command = command
    self.knowledge = knowledge
    first = knowledge
  }

  /// Whether a file is another than it was, and not just being written.
  func hasChanged(_ workspace: Workspace) -> Bool {
    let now = look(workspace)
    if now == stamps || now[path] == .some(nil) { return false }
    workspace.environment.pause?(0.1)
    return look(workspace) == now
  }

  private func look(_ workspace: Workspace) -> [String: FileStamp?] {
    Dictionary(
      uniqueKeysWithValues: stamps.keys.map { ($0, workspace.environment.stamp($0)) })
  }

  /// Loads the script and says what is other than before. A script with errors changes nothing.
  mutating func load(_ workspace: inout Workspace, _ state: inout LanguageState) {
    let old = workspace.world(state)
    workspace.hasErrors = false
    workspace.planWasReported = false
    workspace.facts = first
    let (read, stamp) = (workspace.environment.read, workspace.environment.stamp)
    let seen = SeenFiles()
    seen.note(path, stamp(path))
    workspace.environment.read = { (path) throws(SessionEnvironment.FileProblem) in
      seen.note(path, stamp(path))
      return try read(path)
    }
    defer {
      workspace.environment.read = read
      stamps = seen.stamps
      workspace.announce()
    }
    if isAgain { workspace.remark("\(workspace.localTime(workspace.environment.now()))  \(path)") }
    do {
      let count = try workspace.begin(with: path, at: range, for: command, &state)
      knowledge = workspace.facts
      tell(count, since: old, &workspace, state)
      rounds += 1
    } catch {
      workspace.facts = knowledge
      switch error.kind {
      case SessionMessages.nestedErrors, SessionMessages.planErrors:
        workspace.remark(rounds == 0 ? "nothing was loaded yet" : "the plan is as it was")
      default: workspace.report(error)
      }
    }
    isAgain = true
  }

  func tellOfLoss(_ workspace: inout Workspace) {
    workspace.environment.progress("")
    workspace.remark(
      "\(workspace.localTime(workspace.environment.now()))  \(path) is gone; the plan stays")
    workspace.announce()
    workspace.environment.progress("watching \(path); Ctrl-C ends it")
  }

  private func tell(
    _ count: Int, since old: World, _ workspace: inout Workspace, _ state: LanguageState
  ) {
    let derived = workspace.derived(state)
    let size = derived.programme.sessions.isEmpty ? "" : ": " + Summary.line(derived)
    if rounds == 0 {
      workspace.remark("loaded \(Wording.count(count, "statement"))\(size)")
      if let replaced { workspace.tell(replaced: replaced) }
    } else {
      workspace.tellDifferences(from: old, to: workspace.world(state))
    }
    workspace.tellFaults(state)
    workspace.updatePrompt(state: state)
    workspace.remark(workspace.lastVerdict.words)
  }
}

/// The files that were read, each as it was before.
private final class SeenFiles: Sendable {
  private let files = Mutex<[String: FileStamp?]>([:])

  var stamps: [String: FileStamp?] { files.withLock { $0 } }

  func note(_ path: String, _ stamp: FileStamp?) {
    files.withLock { files in
      if files[path] == nil { files[path] = .some(stamp) }
    }
  }
}
