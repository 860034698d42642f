import Foundation
import RotaSession
import RotaSyntax
import Synchronization
import Testing

/// What README.md and docs/ show is what the program does: blocks marked `console` are typed at a
/// shell and must come out as they stand there, blocks marked `rota` must parse. A comment
/// `<!-- edited: OLD -> NEW -->` on the line before a block says what an editor does to a text there, or
/// to a file that is watched.
@Suite struct DocumentationTests {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static let pages = ["README.md", "docs/guide.md"]

  @Test(arguments: DocumentationTests.pages)
  func consoleBlocksComeOutAsTheyStand(_ page: String) throws {
    let url = Self.root.appendingPathComponent(page)
    let text = try String(contentsOf: url, encoding: .utf8)
    var talk = Conversation()
    let replayed = try Self.mapBlocks(of: text, marked: "console") { block, edit in
      // One that does not begin at the bare prompt goes on where the one before it ended.
      if block.hasPrefix("rota> ") { talk = try Conversation(files: Self.exampleFiles()) }
      return talk.replay(block, edit: edit)
    }
    if ProcessInfo.processInfo.environment["ROTA_UPDATE_GOLDENS"] != nil {
      try replayed.write(to: url, atomically: true, encoding: .utf8)
      Issue.record("recorded \(page); a recording run fails by design")
      return
    }
    #expect(replayed == text)
  }

  @Test(arguments: DocumentationTests.pages)
  func planBlocksParse(_ page: String) throws {
    let text = try String(
      contentsOf: Self.root.appendingPathComponent(page), encoding: .utf8)
    var desk = Desk()
    desk.type(smallPlan)
    desk.type("solve steps 20000")
    _ = Self.mapBlocks(of: text, marked: "rota") { block, _ in
      // A block with a plan of its own stands alone, and must be possible.
      if block.hasPrefix("plan ") {
        var alone = Desk()
        alone.type(block + "\nexpect possible()\nsolve steps 20000\nexpect unplaced() = 0")
        #expect(alone.status == .done, "\(alone.diagnostics)")
        return block
      }
      #expect(!desk.type(block, mode: .prompt).needsMoreInput, "\(block)")
      #expect(desk.diagnostics.allSatisfy { $0.severity != .error }, "\(desk.diagnostics)")
      return block
    }
  }

  /// A shell at which the blocks of one story are typed.
  struct Conversation {
    private var shell: Shell
    private var inputs = 0
    private let editor: Editor

    /// Somebody who changes texts in an editor, and once a file that is watched.
    private final class Editor: Sendable {
      private struct Work {
        var edit = (old: "", new: "")
        var watched = ""
        var isSaved = false
        /// Ctrl-C was typed.
        var isOver = false
      }
      private let work = Mutex(Work())
      private let files: MemoryFiles

      init(_ files: MemoryFiles) { self.files = files }

      func take(_ edit: (old: String, new: String)) { work.withLock { $0.edit = edit } }
      func begin(_ input: Substring) {
        work.withLock {
          $0.watched = input.hasPrefix("watch ") ? String(input.dropFirst(6)) : ""
          ($0.isSaved, $0.isOver) = (false, false)
        }
      }
      var isOver: Bool { work.withLock { $0.isOver } }
      func edited(_ text: String) -> String {
        let edit = work.withLock { $0.edit }
        return edit.old.isEmpty ? text : text.replacing(edit.old, with: edit.new)
      }
      /// Saves the file; or, where that is done, types Ctrl-C.
      func goOn() {
        let path: String? = work.withLock { work in
          work.isOver = work.isSaved
          work.isSaved = true
          return work.isOver ? nil : work.watched
        }
        if let path, let text = files.text(path) { files.write(path, edited(text)) }
      }
    }

    init(files texts: [String: String] = [:]) {
      let files = MemoryFiles(texts)
      let editor = Editor(files)
      var environment = files.environment(width: 80)
      environment.textEditor = StandInEditor { editor.edited($0) }
      environment.stamp = { path in
        files.text(path).map { FileStamp(time: $0.hashValue, bytes: $0.utf8.count, number: 1) }
      }
      environment.isCancelled = { editor.isOver }
      environment.pause = { seconds in
        // A short pause only waits for the end of a change.
        if seconds > 0.2 { editor.goOn() }
      }
      self.editor = editor
      shell = Shell(environment: environment)
    }

    /// Types every input of a block. An input is what follows the prompt that the shell shows.
    mutating func replay(_ block: String, edit: (old: String, new: String)) -> String {
      var result = ""
      editor.take(edit)
      for line in block.split(separator: "\n", omittingEmptySubsequences: false) {
        guard let end = line.range(of: "> "), isPrompt(line[..<end.lowerBound]) else { continue }
        let input = line[end.upperBound...]
        inputs += 1
        editor.begin(input)
        result += shell.prompt + input + "\n"
        _ = shell.feed(String(input), name: "<prompt \(inputs)>", mode: .prompt) { output in
          switch output {
          case .text(let text, _): result += text
          case .diagnostic(_, let rendered):
            result += rendered + (rendered.hasSuffix("\n") ? "" : "\n")
          }
        }
      }
      // Printed rows may end in spaces, which an editor would take away.
      return result.split(separator: "\n", omittingEmptySubsequences: false)
        .map { line in String(line.reversed().drop { $0 == " " }.reversed()) }
        .joined(separator: "\n")
    }
  }

  /// Prompts end in the verdict of the plan, or are the bare `rota`.
  private static func isPrompt(_ text: Substring) -> Bool {
    text == "rota"
      || [" ok", " solved", " problem", " problems", " clash", " clashes"]
        .contains { text.hasSuffix($0) }
      || text.split(separator: " ").last?.contains("/") == true && !text.contains("|")
  }

  /// - Parameter body: takes a block, and what an editor is said to do in it.
  static func mapBlocks(
    of text: String, marked mark: String,
    _ body: (_ block: String, _ edit: (old: String, new: String)) throws -> String
  ) rethrows -> String {
    var result = ""
    var edit = (old: "", new: "")
    var block: String?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if let open = block {
        if line == "```" {
          result += try body(open, edit) + "```\n"
          edit = ("", "")
          block = nil
        } else {
          block = open + line + "\n"
        }
      } else {
        result += line + "\n"
        if line == "```\(mark)" { block = "" }
        if line.hasPrefix("<!-- edited: "), line.hasSuffix(" -->") {
          let parts = line.dropFirst(13).dropLast(4).components(separatedBy: " -> ")
          if parts.count == 2 { edit = (parts[0], parts[1]) }
        }
      }
    }
    return String(result.dropLast())
  }

  static func exampleFiles() throws -> [String: String] {
    var files: [String: String] = [:]
    let folder = root.appendingPathComponent("examples")
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      let inner = folder.appendingPathComponent(name)
      for file in (try? FileManager.default.contentsOfDirectory(atPath: inner.path)) ?? []
      where [".rota", ".ctt", ".csv", ".ics", ".json"].contains(where: file.hasSuffix) {
        files["examples/\(name)/\(file)"] = try String(
          contentsOf: inner.appendingPathComponent(file), encoding: .utf8)
      }
    }
    return files
  }
}
