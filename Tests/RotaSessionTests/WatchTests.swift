import RotaDiagnostics
import Synchronization
import Testing

@testable import RotaSession

/// `watch`: a script is loaded again whenever it changes.
@Suite struct WatchTests {
  /// What happens while a script is watched: at each pause the next change is made, and after the last
  /// Ctrl-C is typed.
  private func watching(
    _ path: String, _ files: MemoryFiles, _ changes: [@Sendable (MemoryFiles) -> Void]
  ) -> Desk {
    let left = Mutex(changes)
    let isCancelled = Mutex(false)
    var desk = Desk(files)
    desk.shell.workspace.environment.stamp = { path in
      files.text(path).map { FileStamp(time: $0.hashValue, bytes: $0.utf8.count, number: 1) }
    }
    desk.shell.workspace.environment.isCancelled = { isCancelled.withLock { $0 } }
    desk.shell.workspace.environment.pause = { seconds in
      // The short pause after a change only waits for its end.
      if seconds < 0.2 { return }
      guard let next = left.withLock({ $0.isEmpty ? nil : $0.removeFirst() }) else {
        return isCancelled.withLock { $0 = true }
      }
      next(files)
    }
    desk.type("venue Before seats 5")
    desk.type("watch \"\(path)\"")
    isCancelled.withLock { $0 = false }
    return desk
  }

  @Test func changesAreToldAndTheLastGoodPlanStays() {
    let files = MemoryFiles([
      "plan.rota": "include \"hall.rota\"\nvenue Room seats 9\n",
      "hall.rota": "venue Hall seats 7\n",
    ])
    var desk = watching(
      "plan.rota", files,
      [
        { $0.write("hall.rota", "venue Hall seats 8\n") },
        { _ in },
        { $0.write("plan.rota", "include \"hall.rota\"\nvenue Room seets 9\n") },
        { $0.remove("plan.rota") },
        { $0.write("plan.rota", "include \"hall.rota\"\nvenue 会议室 seats 9\n") },
        { $0.write("plan.rota", "venue Nothing\nrotation Spring teaches Nothing\n") },
      ])
    #expect(
      desk.text == """
        loaded 2 statements
        in place of the plan (1 declaration); `undo` brings it back
        ok
        2027-01-01 00:00  plan.rota
        - venue Hall seats 7
        + venue Hall seats 8
        ok
        2027-01-01 00:00  plan.rota
        the plan is as it was
        2027-01-01 00:00  plan.rota
        - venue Room seats 9
        + venue 会议室 seats 9
        ok
        2027-01-01 00:00  plan.rota
        the plan is as it was

        """)
    #expect(desk.diagnostics.map(\.kind.id) == ["unknown-word", "unknown-name"])
    #expect(desk.status == .done)
    desk.type("show plan")
    #expect(desk.text == "venue Hall seats 8\nvenue 会议室 seats 9\n")
    desk.type("history")
    #expect(desk.text.contains("watch \"plan.rota\""))
    desk.type("undo; show plan")
    #expect(desk.text.hasSuffix("venue Before seats 5\n"))
  }

  @Test func aScriptThatNeverIsRightChangesNothing() {
    let files = MemoryFiles(["plan.rota": "venue Hall seets 7\n"])
    var desk = watching("plan.rota", files, [{ $0.write("plan.rota", "venue Hall seets 8\n") }])
    #expect(desk.diagnostics.map(\.kind.id) == ["unknown-word", "unknown-word"])
    #expect(desk.status == .scriptWrong)
    desk.type("show plan")
    #expect(desk.text == "venue Before seats 5\n")
    desk.type("watch \"plam.rota\"")
    #expect(desk.diagnostics.map(\.kind.id) == ["cannot-read"])
  }

  @Test func aFileThatGoesIsMissedUntilItComesBack() {
    let files = MemoryFiles(["plan.rota": "venue Hall seats 7\n"])
    let desk = watching(
      "plan.rota", files,
      [
        { $0.remove("plan.rota") }, { _ in }, { _ in },
        { $0.write("plan.rota", "venue Hall seats 8\n") },
        // Gone once more, and back as it was.
        { $0.remove("plan.rota") }, { _ in },
        { $0.write("plan.rota", "venue Hall seats 8\n") },
      ])
    #expect(
      desk.text == """
        loaded 1 statement
        in place of the plan (1 declaration); `undo` brings it back
        ok
        2027-01-01 00:00  plan.rota is gone; the plan stays
        2027-01-01 00:00  plan.rota
        - venue Hall seats 7
        + venue Hall seats 8
        ok
        2027-01-01 00:00  plan.rota is gone; the plan stays

        """)
    #expect(desk.diagnostics.isEmpty)
  }

  @Test func whatWasWatchedIsRecovered() {
    let journal = MemoryJournal()
    let files = MemoryFiles(["plan.rota": "venue Hall seats 7\n"])
    var first = Desk(files)
    first.shell.workspace.environment.journal = journal
    first.shell.workspace.facts = .recording
    first.type("watch \"plan.rota\"")
    let picture = first.picture()
    files.write("plan.rota", "venue Other\n")
    journal.crash()
    var next = Desk(files)
    next.shell.workspace.environment.journal = journal
    next.type("recover")
    #expect(next.picture() == picture)
  }
}
