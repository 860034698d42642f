import RotaDiagnostics
import RotaSession
import RotaSyntax

/// The readers in a whole shell, which goes by what was read.
extension Reader {
  /// Reads, and stops the program where something that must hold does not.
  func read(_ bytes: [UInt8]) {
    switch self {
    case .plan: run(String(decoding: bytes, as: UTF8.self), in: World.empty)
    case .saved: run(String(decoding: bytes, as: UTF8.self), in: World.planned)
    case .csv:
      guard let first = bytes.first else { return }
      let table = Self.tables[Int(first & 0x7F) % Self.tables.count]
      take(bytes.dropFirst(), by: "import csv \(table)", isTry: first < 0x80)
    case .ics:
      guard let first = bytes.first else { return }
      let use = first % 2 == 0 ? "as holidays" : "for teacher Li"
      take(bytes.dropFirst(), by: "import ics \"data\" \(use)", isTry: first < 0x80)
    case .json: take(bytes[...], by: "import json \"data\" as holidays", isTry: true)
    case .ctt: take(bytes[...], by: "import ctt \"data\"", isTry: false)
    case .journal: Self.recover(bytes)
    // No shell goes by what these have read.
    case .format, .history: break
    }
  }

  private static let tables = [
    "teachers \"data\"", "venues \"data\"", "sites \"data\"", "units \"data\"",
    "availability \"data\"", "roster \"data\" for R",
  ]

  private func run(_ text: String, in shell: Shell) {
    World.begin(file: [])
    var shell = shell
    _ = shell.feed(text, name: "data", mode: .script) { _ in }
    // Whatever it was, all of it can be taken back.
    _ = shell.feed("revert to 0", name: "back", mode: .prompt) { _ in }
  }

  /// - Parameter isTry: whether the statements are only printed; the plan that they make is judged
  ///   otherwise, which takes longer.
  private func take(_ file: ArraySlice<UInt8>, by statement: String, isTry: Bool) {
    World.begin(file: Array(file))
    var shell = self == .ctt ? World.empty : World.planned
    var printed = ""
    let dryRun = isTry ? " dry run" : ""
    let result = shell.feed(statement + dryRun, name: "statement", mode: .prompt) { output in
      if case .text(let text, _) = output { printed += text }
    }
    guard isTry, result.status == .done else { return }
    let statements = Parser.parse(SourceText(name: "data", text: printed), as: SourceID(index: 0))
    precondition(statements.diagnostics.isEmpty, "an import that writes what cannot be read")
  }

  private static func recover(_ bytes: [UInt8]) {
    World.begin(file: [])
    let journal = LostJournal(entries: JournalLines.entries(bytes))
    var shell = World.shell(journal: journal)
    _ = shell.offerOfRecovery
    _ = shell.feed("recover", name: "recover", mode: .prompt) { _ in }
  }
}

/// A journal that another shell has left behind.
struct LostJournal: WorkJournal {
  let entries: [JournalEntry]
  func add(_ entry: JournalEntry) {}
  func lost() -> LostWork? { LostWork(entries) }
  func takeLost() throws(SessionEnvironment.FileProblem) -> [JournalEntry] { entries }
  func dropLost() throws(SessionEnvironment.FileProblem) {}
}
