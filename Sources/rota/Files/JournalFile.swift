import RotaSession
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The journal of this shell, a file in the planner's state folder, and those that others have left
/// there.
///
/// An entry is a line of JSON, written before the next statement runs; one that broke off counts as
/// never written. A shell holds the lock of its journal as long as it lives, by which the journals of
/// running shells are known from those that were left behind, whatever process has their number now.
final class JournalFile: WorkJournal {
  private struct State {
    /// Entries before the first that is worth a file: the start-up file, scripts, the last text.
    var waiting: [JournalEntry] = []
    var isTyped = false
    var own: OpenFile?
    /// The work being given back, with its lock.
    var taken: OpenFile?
    var hasFailed = false
  }

  struct OpenFile {
    var path: String
    var descriptor: Int32
  }

  private let state = Mutex(State())

  // MARK: This shell's

  func add(_ entry: JournalEntry) {
    state.withLock { state in
      if state.hasFailed { return }
      if case .text(let text) = entry { state.isTyped = text.isTyped }
      state.waiting.append(entry)
      if state.own == nil {
        guard state.isTyped, case .ran = entry else { return }
      } else if case .text = entry {
        return
      }
      do throws(SessionEnvironment.FileProblem) {
        try write(&state)
      } catch {
        state.hasFailed = true
        Streams.complain(Messages.noJournal(error.reason))
      }
    }
  }

  private func write(_ state: inout State) throws(SessionEnvironment.FileProblem) {
    if state.own == nil { state.own = try Self.create() }
    guard let own = state.own else { return }
    var bytes: [UInt8] = []
    do {
      for entry in state.waiting { bytes += try JournalLines.line(entry) }
    } catch {
      throw .init("an entry cannot be written")
    }
    state.waiting = []
    do {
      try Streams.write(bytes, to: own.descriptor)
    } catch {
      throw .init("the disk did not take it")
    }
  }

  /// Sees to it that what was written outlives the machine too.
  func settle() {
    state.withLock { state in
      if let own = state.own { _ = fsync(own.descriptor) }
    }
  }

  /// The shell ends as it should: nothing is unfinished.
  func remove() {
    state.withLock { state in
      if let own = state.own { Self.remove(own) }
      state.own = nil
      state.hasFailed = true
    }
  }

  private static func create() throws(SessionEnvironment.FileProblem) -> OpenFile {
    guard let folder, UserFolders.make(folder) else { throw .init(Messages.noHistoryFolder) }
    let name = "\(folder)/\(getpid())"
    // Nobody must find it before it is locked.
    let hidden = name + ".new"
    unlink(hidden)
    let descriptor = open(hidden, O_WRONLY | O_APPEND | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw FileAccess.problem() }
    var path = name + ending
    var number = 1
    while FileAccess.exists(path) {
      // Left by a process that had the same number.
      number += 1
      path = "\(name)-\(number)\(ending)"
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0, rename(hidden, path) == 0 else {
      let problem = FileAccess.problem()
      close(descriptor)
      unlink(hidden)
      throw problem
    }
    return OpenFile(path: path, descriptor: descriptor)
  }

  // MARK: Those of others

  func lost() -> LostWork? {
    var newest: LostWork?
    var count = 0
    // One that is being given back is locked by this shell itself.
    if let taken = state.withLock({ $0.taken }) {
      newest = LostWork(Self.entries(of: taken.path))
      count = 1
    }
    let isTaken = newest != nil
    for file in Self.left() {
      defer { close(file.descriptor) }
      guard let work = LostWork(Self.entries(of: file.path)) else {
        unlink(file.path)
        continue
      }
      count += 1
      if !isTaken, work.time >= newest?.time ?? 0 { newest = work }
    }
    newest?.others = count - 1
    return newest
  }

  func takeLost() throws(SessionEnvironment.FileProblem) -> [JournalEntry] {
    let file = try state.withLock { state throws(SessionEnvironment.FileProblem) in
      try Self.take(&state)
    }
    return Self.entries(of: file.path)
  }

  func dropLost() throws(SessionEnvironment.FileProblem) {
    try state.withLock { state throws(SessionEnvironment.FileProblem) in
      Self.remove(try Self.take(&state))
      state.taken = nil
    }
  }

  /// The newest, locked; the same until it is dropped.
  private static func take(
    _ state: inout State
  ) throws(SessionEnvironment.FileProblem) -> OpenFile {
    if let taken = state.taken { return taken }
    var newest: (file: OpenFile, time: Double)?
    for file in left() {
      if let work = LostWork(entries(of: file.path)), work.time >= newest?.time ?? 0 {
        if let newest { close(newest.file.descriptor) }
        newest = (file, work.time)
      } else {
        close(file.descriptor)
      }
    }
    guard let newest else { throw .init("another shell has taken it") }
    state.taken = newest.file
    return newest.file
  }

  /// The journals whose shells have ended, each of them locked.
  private static func left() -> [OpenFile] {
    guard let folder else { return [] }
    var files: [OpenFile] = []
    for name in Folder.names(in: folder) where name.hasSuffix(ending) {
      let path = folder + "/" + name
      let descriptor = open(path, O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else { continue }
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 {
        files.append(OpenFile(path: path, descriptor: descriptor))
      } else {
        close(descriptor)
      }
    }
    return files
  }

  private static func entries(of path: String) -> [JournalEntry] {
    (try? FileAccess.read(path)).map { JournalLines.entries($0) } ?? []
  }

  private static func remove(_ file: OpenFile) {
    unlink(file.path)
    close(file.descriptor)
  }

  private static let ending = ".journal"
  private static var folder: String? { UserFolders.state.map { $0 + "/journals" } }
}
