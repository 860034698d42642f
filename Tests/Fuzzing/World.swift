import RotaSession
import Synchronization

/// A world of one file, in which time goes by as it is looked at and Ctrl-C comes in the end, so that
/// the same bytes always lead the same way.
enum World {
  private static let file = Mutex<[UInt8]>([])
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
      read: { (_) throws(SessionEnvironment.FileProblem) in file.withLock { $0 } },
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
    let result = shell.feed(plan, name: "plan", mode: .script) { _ in }
    precondition(result.status == .done, "the plan is wrong")
    return shell
  }()

  static let plan = """
    plan P {
        dates 2027-03-01..2027-03-12; time zone "Asia/Shanghai"
        period am 09:00-10:30; period pm 14:00-15:30
    }
    set steps 2000
    teacher Li teaches Ethics
    teacher 王芳 teaches Law
    venue Hall { kind hall; seats 90 }
    for n in 1..2 { venue "Room {n}" { kind room; seats 35 } }
    site Museum { seats 70; travel 40 min }
    buses 4 seats 45
    unit Harbour 60 people
    unit Airport 30 people { away at most 60% }
    module M {
        lecture Ethics { for run; in hall; by any teacher }
        lecture Law { for run; in hall; by any teacher; after Ethics }
        visit Site { for class; to any site }
        discussion Talk { for class; in room; 2 times }
    }
    rotation R { trainees all units; runs 2; length 3 days; classes at most 30 people; teaches M }
    """
}
