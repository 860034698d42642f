import RotaSession
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// `--sandbox`: the one gate through which files go where a script is not trusted. Statements reach
/// the file system, and other programs, through their environment only; here it is narrowed to a
/// folder.
final class Sandbox: Sendable {
  /// The folder with its slash, without links.
  private let folder: String
  /// Scripts of the command line: whoever started the program has named them.
  private let named: Set<String>
  /// Fingerprints of what was written; the state folder lies outside.
  private let written = Mutex<[String: UInt64]>([:])

  /// The folder of the first script, or else the current one; nil where there is no such folder.
  init?(_ inputs: [Options.Input]) {
    let files = inputs.compactMap { input in
      if case .file(let path) = input { path } else { nil }
    }
    let beside = files.first.map { FileAccess.split($0).folder } ?? ""
    guard let real = FileAccess.real(beside.isEmpty ? "." : beside) else { return nil }
    folder = real.hasSuffix("/") ? real : real + "/"
    named = Set(files)
  }

  /// The same environment, in which nothing outside of the folder can be reached.
  func narrow(_ environment: SessionEnvironment) -> SessionEnvironment {
    var environment = environment
    environment.read = { [self] (path) throws(SessionEnvironment.FileProblem) in
      if !named.contains(path) { _ = try inside(path) }
      return try FileAccess.read(path)
    }
    environment.write = { [self] (path, bytes) throws(SessionEnvironment.FileProblem) in
      let real = try inside(path)
      try FileAccess.write(path, bytes)
      written.withLock { $0[real] = WrittenFiles.fingerprint(bytes) }
    }
    environment.export = { [self] (path, bytes) throws(SessionEnvironment.FileProblem) in
      let real = try inside(path)
      try FileAccess.write(path, bytes, staysInFolder: true)
      written.withLock { $0[real] = WrittenFiles.fingerprint(bytes) }
    }
    environment.exists = { [self] path in holds(path) && FileAccess.exists(path) }
    environment.mayReplace = { [self] path in
      guard let real = try? inside(path) else { return true }
      guard FileAccess.isFile(path), FileAccess.whereItLeadsOut(path) == nil else { return true }
      guard let bytes = try? FileAccess.read(path) else { return false }
      return written.withLock { $0[real] } == WrittenFiles.fingerprint(bytes)
    }
    environment.stamp = { [self] path in holds(path) ? FileAccess.stamp(path) : nil }
    environment.textEditor = RefusedEditor(reason: "`--sandbox` starts no other program")
    environment.printedPages = { (_) throws(SessionEnvironment.FileProblem) in
      throw .init("`--sandbox` starts no other program")
    }
    return environment
  }

  func holds(_ path: String) -> Bool { (try? inside(path)) != nil }

  /// For what the program itself writes.
  func check(_ path: String) throws(SessionEnvironment.FileProblem) { _ = try inside(path) }

  /// The path without links and dots. A file that is not there yet is judged by its folder.
  private func inside(_ path: String) throws(SessionEnvironment.FileProblem) -> String {
    try FileAccess.check(path)
    let found: String?
    if let real = FileAccess.real(path) {
      found = real
    } else {
      var status = stat()
      let (parent, name) = FileAccess.split(path)
      // What is there and leads nowhere is a link, or in a folder that is closed.
      let isThere = lstat(path, &status) == 0
      found =
        isThere || name.isEmpty || name == "." || name == ".."
        ? nil
        : FileAccess.real(parent.isEmpty ? "." : parent).map {
          $0 == "/" ? "/" + name : "\($0)/\(name)"
        }
    }
    guard let found, (found + "/").hasPrefix(folder) else {
      let place =
        found.map { isPlain(path) ? "it lies" : "it leads to \($0), which lies" } ?? "it lies"
      throw .init("\(place) outside of \(folder), to which `--sandbox` keeps")
    }
    return found
  }

  /// Whether no part of a path is a symbolic link, so that it leads where it says.
  private func isPlain(_ path: String) -> Bool {
    var status = stat()
    var part = path[...]
    while !part.isEmpty {
      if lstat(String(part), &status) == 0, status.st_mode & S_IFMT == S_IFLNK { return false }
      part = part.lastIndex(of: "/").map { part[..<$0] } ?? ""
    }
    return true
  }
}
