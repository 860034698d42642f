import RotaSession
import Synchronization

/// A world of one file and one time zone, in which time goes by as it is looked at and Ctrl-C comes in
/// the end, so that the same bytes always lead the same way.
enum World {
  private static let file = Mutex<[UInt8]>([])
  /// Of the time zone database.
  private static let zone = Array("TZif\n\(SampleSchool.zoneRule)\n".utf8)
  private static let looks = Atomic(0)
  /// Looks for Ctrl-C before it is there.
  private static let patience = 3_000

  static func begin(file bytes: [UInt8], isPatient: Bool = false) {
    file.withLock { $0 = bytes }
    looks.store(isPatient ? -1_000_000_000 : 0, ordering: .relaxed)
  }

  /// The file as it was written last.
  static var written: [UInt8] { file.withLock { $0 } }

  static func shell(journal: (any WorkJournal)? = nil) -> Shell {
    var environment = SessionEnvironment(
      read: { (path) throws(SessionEnvironment.FileProblem) in
        path.hasPrefix("/usr/share/zoneinfo/") ? zone : file.withLock { $0 }
      },
      write: { (_, bytes) throws(SessionEnvironment.FileProblem) in file.withLock { $0 = bytes } },
      exists: { _ in true },
      mayReplace: { _ in true },
      now: { 1_800_000_000 },
      clock: { Double(looks.add(1, ordering: .relaxed).newValue) / 100 },
      isCancelled: { looks.add(1, ordering: .relaxed).newValue > patience })
    environment.journal = journal
    return Shell(environment: environment)
  }

  static let empty = shell()

  /// What tables, calendars and saved timetables speak of.
  static let planned: Shell = {
    var shell = World.shell()
    let result = shell.feed(SampleSchool.plan, name: "plan", mode: .script) { _ in }
    precondition(result.status == .done, "the plan is wrong")
    return shell
  }()
}
