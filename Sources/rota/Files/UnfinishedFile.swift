import RotaSession
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file while it is written: hidden and locked, beside the one whose name it is to take.
///
/// The lock ends with the process, however that ends: by it what a killed one has left is known from
/// what another is at work on. In a folder that machines share, a lock of one may not be seen by the
/// other; what another machine writes is therefore left alone for a day.
struct UnfinishedFile {
  let path: String
  let descriptor: Int32

  /// Makes one. Whatever others have left in the folder is cleared away first.
  init(beside target: String) throws(SessionEnvironment.FileProblem) {
    let (folder, name) = FileAccess.split(target)
    Self.clear(folder)
    let shown = name.utf8.count > 200 ? "file" : name
    var number = 0
    while true {
      let path = folder + ".\(shown).\(Self.machine)-\(getpid())-\(number)\(Self.ending)"
      let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      if descriptor >= 0 {
        // Where there are no locks its age protects it. Before it had one, it may have been taken for
        // left behind.
        let isFree = flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK
        if isFree, Self.has(path, descriptor) {
          self.path = path
          self.descriptor = descriptor
          return
        }
        close(descriptor)
      } else if errno != EEXIST {
        throw FileAccess.problem()
      }
      number += 1
    }
  }

  // MARK: What was left behind

  private static let ending = ".tmp"
  private static let secondsOfOthers = 24 * 60 * 60
  /// Folders that were looked through. A process that is killed later is another's to clear up after.
  private static let cleared = Mutex<Set<String>>([])

  /// Eight digits that stand for this machine.
  private static let machine: String = {
    let most = 256
    var name = [CChar](repeating: 0, count: most)
    gethostname(&name, most - 1)
    let known = WrittenFiles.fingerprint(name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) })
    let digits = String(UInt32(truncatingIfNeeded: known), radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }()

  private static func clear(_ folder: String) {
    guard cleared.withLock({ $0.insert(folder).inserted }) else { return }
    for name in Folder.names(in: folder) {
      guard let machine = machine(of: name) else { continue }
      clear(folder + name, isOfOthers: machine != self.machine)
    }
  }

  /// The machine that a name of ours tells of: `.plan.rota.0123abcd-815-0.tmp`.
  private static func machine(of name: String) -> Substring? {
    guard name.hasPrefix("."), name.hasSuffix(ending) else { return nil }
    guard let mark = name.dropLast(ending.count).split(separator: ".").last else { return nil }
    let parts = mark.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].utf8.count == 8, UInt32(parts[0], radix: 16) != nil,
      Int(parts[1]) != nil, Int(parts[2]) != nil
    else { return nil }
    return parts[0]
  }

  private static func clear(_ path: String, isOfOthers: Bool) {
    // Some systems lock only what is open for writing.
    let descriptor = open(path, O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    let isLocked = flock(descriptor, LOCK_EX | LOCK_NB) != 0
    if isLocked, errno == EWOULDBLOCK { return }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return }
    if isLocked || isOfOthers {
      #if canImport(Darwin)
        let changed = Int(status.st_mtimespec.tv_sec)
      #else
        let changed = Int(status.st_mtim.tv_sec)
      #endif
      guard Int(time(nil)) - changed > secondsOfOthers else { return }
    }
    if has(path, descriptor) { unlink(path) }
  }

  /// Whether a name is still that of an open file.
  private static func has(_ path: String, _ descriptor: Int32) -> Bool {
    var open = stat()
    var named = stat()
    return fstat(descriptor, &open) == 0 && lstat(path, &named) == 0
      && open.st_ino == named.st_ino && open.st_dev == named.st_dev
  }
}
