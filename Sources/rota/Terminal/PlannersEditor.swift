import RotaSession

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The editor that VISUAL or EDITOR names, or else vi, at the terminal.
struct PlannersEditor: TextEditor {
  func edit(
    _ text: String, in path: String?
  ) throws(SessionEnvironment.FileProblem) -> EditedFile {
    let command = Variables["VISUAL"] ?? Variables["EDITOR"] ?? "vi"
    guard Self.isThere(command) else {
      throw .init("`\(command)` is not installed; set EDITOR to an editor that is")
    }
    let file = if let path { path } else { try Self.newFile() }
    try FileAccess.write(file, Array(text.utf8))
    switch Echo.whileOn({ ForegroundProgram.run(command, [file]) }) {
    case .exited(0): break
    case .exited(let status):
      if path == nil { remove(file) }
      throw .init("`\(command)` ended with status \(status)")
    case .ended(let signal):
      throw .init("`\(command)` was ended by signal \(signal); what it had saved is in \"\(file)\"")
    case .notStarted:
      throw .init("`\(command)` could not be started")
    }
    return EditedFile(path: file, bytes: try FileAccess.read(file))
  }

  func remove(_ path: String) { unlink(path) }

  /// Whether a command of one word can be found; of others the shell knows more.
  private static func isThere(_ command: String) -> Bool {
    guard command.allSatisfy({ $0.isLetter || $0.isNumber || "/._-+".contains($0) }) else {
      return true
    }
    if command.contains("/") { return access(command, X_OK) == 0 }
    return (Variables["PATH"] ?? "/usr/bin:/bin").split(separator: ":").contains {
      access("\($0)/\(command)", X_OK) == 0
    }
  }

  /// A file that nobody else can read, beside the history or among temporary files.
  private static func newFile() throws(SessionEnvironment.FileProblem) -> String {
    let ending = ".rota"
    let folders = [UserFolders.state, Variables["TMPDIR"], "/tmp"].compactMap(\.self)
    for folder in folders where UserFolders.make(folder) {
      var name = Array("\(folder)/edit-XXXXXX\(ending)".utf8CString)
      let descriptor = mkstemps(&name, Int32(ending.utf8.count))
      guard descriptor >= 0 else { continue }
      close(descriptor)
      return String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
    throw .init("no file could be made for it: \(SystemError.reason(errno))")
  }
}

/// No editor, and why.
struct RefusedEditor: TextEditor {
  let reason: String

  func edit(
    _ text: String, in path: String?
  ) throws(SessionEnvironment.FileProblem) -> EditedFile {
    throw .init(reason)
  }

  func remove(_ path: String) {}
}
