import Foundation
import RotaDiagnostics
import RotaSession
import Synchronization
import Testing

/// Runs transcripts of the prompt in process. In Tests/Fixtures/sessions/*.session a line that begins
/// with `> ` is typed, one with `. ` continues it, everything up to the next is what comes back.
/// `~ OLD ~> NEW` behind an input is what an editor that it opens replaces in its text.
@Suite struct TranscriptTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Fixtures/sessions")

  static let names: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".session") }.sorted()
  }()

  @Test func thereAreTranscripts() { #expect(!Self.names.isEmpty) }

  @Test(arguments: TranscriptTests.names)
  func transcript(_ name: String) throws {
    let url = Self.folder.appendingPathComponent(name)
    let expected = try String(contentsOf: url, encoding: .utf8)
    let actual = Self.replay(expected)
    if ProcessInfo.processInfo.environment["ROTA_UPDATE_GOLDENS"] != nil {
      try actual.write(to: url, atomically: true, encoding: .utf8)
      Issue.record("recorded \(name); a recording run fails by design")
      return
    }
    #expect(actual == expected, "\(name)")
  }

  /// Types the inputs of a transcript into a new session and writes the transcript that results.
  static func replay(_ transcript: String) -> String {
    let edit = Mutex("")
    var environment = MemoryFiles().environment()
    environment.textEditor = StandInEditor { text in
      let parts = edit.withLock { $0 }.split(separator: " ~> ", omittingEmptySubsequences: false)
      return parts.count == 2 ? text.replacing(parts[0], with: parts[1]) : text
    }
    var shell = Shell(environment: environment)
    var result = ""
    var inputs: [String] = []
    var edits: [Int: String] = [:]
    var header = ""
    for line in transcript.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("> ") {
        inputs.append(String(line.dropFirst(2)))
      } else if line.hasPrefix(". "), !inputs.isEmpty {
        inputs[inputs.count - 1] += "\n" + line.dropFirst(2)
      } else if line.hasPrefix("~ ") {
        edits[inputs.count - 1] = String(line.dropFirst(2))
      } else if inputs.isEmpty {
        header += line + "\n"
      }
    }
    result += header
    for (index, input) in inputs.enumerated() {
      result += "> " + input.replacing("\n", with: "\n. ") + "\n"
      edit.withLock { $0 = edits[index] ?? "" }
      if let change = edits[index] { result += "~ \(change)\n" }
      let outcome = shell.feed(input, name: "<prompt \(index + 1)>", mode: .prompt) { output in
        switch output {
        case .text(let text, _): result += text
        case .diagnostic(_, let rendered):
          result += rendered + (rendered.hasSuffix("\n") ? "" : "\n")
        }
      }
      if outcome.needsMoreInput { result += "(more)\n" }
      if outcome.status != .done { result += "(status \(outcome.status.rawValue))\n" }
      result += "[\(shell.prompt.dropLast())]\n"
    }
    return result
  }
}

/// A file system in memory, and an environment in which nothing depends on the machine.
final class MemoryFiles: @unchecked Sendable {
  // Guarded by the lock; sessions of a test run on one thread all the same.
  private let lock = NSLock()
  private var files: [String: [UInt8]] = [:]
  /// Paths that a session wrote.
  private var written: Set<String> = []

  init(_ texts: [String: String] = [:]) { files = texts.mapValues { Array($0.utf8) } }

  init(bytes: [String: [UInt8]]) { files = bytes }

  func text(_ path: String) -> String? {
    lock.withLock { files[path].map { String(decoding: $0, as: UTF8.self) } }
  }

  /// As another program would: the session has not written it.
  func write(_ path: String, _ text: String) {
    lock.withLock { files[path] = Array(text.utf8) }
  }

  /// As another program would.
  func remove(_ path: String) { lock.withLock { files[path] = nil } }

  func environment(width: Int = 100) -> SessionEnvironment {
    SessionEnvironment(
      read: { [self] path throws(SessionEnvironment.FileProblem) in
        guard let bytes = lock.withLock({ files[path] }) else {
          throw SessionEnvironment.FileProblem("no such file")
        }
        return bytes
      },
      write: { [self] path, bytes throws(SessionEnvironment.FileProblem) in
        if path.hasPrefix("readonly/") {
          throw SessionEnvironment.FileProblem("permission denied")
        }
        lock.withLock {
          files[path] = bytes
          written.insert(path)
        }
      },
      exists: { [self] path in lock.withLock { files[path] != nil } },
      mayReplace: { [self] path in
        lock.withLock { files[path] == nil || written.contains(path) }
      },
      now: { 1_798_761_600 }, clock: { 0 }, width: width)
  }
}
