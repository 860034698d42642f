import CLibEdit
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The signals that matter while a line is edited. They are noted by a handler, let in only while
/// the editor waits for a key, and dealt with by the editor, outside the handler: the terminal is
/// never left in the editor's mode by a stop or a kill.
struct EditorSignals {
  static let numbers = [SIGWINCH, SIGINT, SIGTSTP, SIGCONT, SIGTERM, SIGHUP]
  private static let pending = Atomic<UInt64>(0)

  private var previousActions: [sigaction] = []
  /// What was blocked before: the mask to wait for keys with.
  private(set) var waitingMask = sigset_t()

  mutating func begin() {
    Self.pending.store(0, ordering: .relaxed)
    var blocked = sigset_t()
    sigemptyset(&blocked)
    for number in Self.numbers { sigaddset(&blocked, number) }
    pthread_sigmask(SIG_BLOCK, &blocked, &waitingMask)
    for number in Self.numbers { sigdelset(&waitingMask, number) }
    previousActions = Self.numbers.map { Self.note($0) }
  }

  /// Has what came while the terminal was set up be noted. Keys that are there already would be read
  /// before it, and a Ctrl-C end the statement that they are.
  func letIn() {
    var mask = waitingMask
    var blocked = sigset_t()
    pthread_sigmask(SIG_SETMASK, &mask, &blocked)
    pthread_sigmask(SIG_SETMASK, &blocked, nil)
  }

  mutating func end() {
    for (number, previous) in zip(Self.numbers, previousActions) {
      var action = previous
      sigaction(number, &action, nil)
    }
    previousActions = []
    pthread_sigmask(SIG_SETMASK, &waitingMask, nil)
  }

  /// Takes one noted signal; nil where none is left.
  static func take() -> Int32? {
    let noted = pending.load(ordering: .relaxed)
    for number in numbers where noted & (1 << UInt64(number)) != 0 {
      pending.bitwiseAnd(~(1 << UInt64(number)), ordering: .relaxed)
      return number
    }
    return nil
  }

  /// Lets a signal do what it does to a program that does not catch it, here and now. Returns when
  /// the program is continued, or not at all.
  static func suffer(_ number: Int32) {
    rota_default_signal(number)
    var mask = sigset_t()
    var previous = sigset_t()
    sigemptyset(&mask)
    sigaddset(&mask, number)
    pthread_sigmask(SIG_UNBLOCK, &mask, &previous)
    // A stop is for the whole pipeline that the program may be part of, as the terminal's own is.
    if number == SIGTSTP { kill(0, number) } else { raise(number) }
    pthread_sigmask(SIG_SETMASK, &previous, nil)
    _ = note(number)
    // Being continued is what ended the stop; it is no news any more.
    rota_ignore_signal(SIGCONT)
    _ = note(SIGCONT)
  }

  private static func note(_ number: Int32) -> sigaction {
    var previous = sigaction()
    _ = rota_catch_signal(
      number,
      { number in
        EditorSignals.pending.bitwiseOr(1 << UInt64(number), ordering: .relaxed)
      }, &previous)
    return previous
  }
}
