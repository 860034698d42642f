import Foundation
import RotaSession
import RotaSyntax
import Synchronization

/// Where PREPARE names a folder: writes a dictionary and texts to begin with into it, and ends.
@_cdecl("LLVMFuzzerInitialize")
public func initialize(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>
) -> CInt {
  guard let folder = ProcessInfo.processInfo.environment["PREPARE"] else { return 0 }
  do {
    try Beginnings.write(into: URL(fileURLWithPath: folder, isDirectory: true))
  } catch {
    FileHandle.standardError.write(Data("\(error)\n".utf8))
    exit(1)
  }
  exit(0)
}

/// What only the program itself can say: its words, a saved timetable and a journal.
private enum Beginnings {
  static func write(into folder: URL) throws {
    let words = Set(Vocabulary.entries.flatMap { $0.word.split(separator: " ") + [$0.word[...]] })
    let dictionary = words.sorted().map { "\"\($0)\"\n" }.joined()
    try Data(dictionary.utf8).write(to: folder.appendingPathComponent("words"))
    for (number, entry) in Vocabulary.entries.enumerated() {
      let name = folder.appendingPathComponent("plan-\(number)")
      try Data(entry.example.utf8).write(to: name)
    }
    try Data(saved()).write(to: folder.appendingPathComponent("saved"))
    try Data(try journal()).write(to: folder.appendingPathComponent("journal"))
  }

  private static func saved() -> [UInt8] {
    World.begin(file: [], isPatient: true)
    var shell = World.planned
    _ = shell.feed("solve; publish; save over \"data\"", name: "save", mode: .prompt) { _ in }
    return World.written
  }

  private static func journal() throws -> [UInt8] {
    World.begin(file: [], isPatient: true)
    let journal = GrowingJournal()
    var shell = World.shell(journal: journal)
    let undone = "solve\nunplace all\nundo\nredo\nundo\ntry { venue Hall seats 20 }\nkeep"
    for statement in [SampleSchool.plan] + undone.split(separator: "\n").map({ String($0) }) {
      _ = shell.feed(statement, name: "typed", mode: .prompt) { _ in }
    }
    return try journal.entries.withLock { $0 }.flatMap { try JournalLines.line($0) }
  }
}

private final class GrowingJournal: WorkJournal {
  let entries = Mutex<[JournalEntry]>([])
  func add(_ entry: JournalEntry) { entries.withLock { $0.append(entry) } }
  func lost() -> LostWork? { nil }
  func takeLost() throws(SessionEnvironment.FileProblem) -> [JournalEntry] { [] }
  func dropLost() throws(SessionEnvironment.FileProblem) {}
}
