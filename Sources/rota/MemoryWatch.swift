import CLibEdit
import RotaSession
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Looks now and then, when work asks whether to go on, how much memory the program has taken.
///
/// A process that is given no more memory ends without a word; a machine that gives it all it has
/// stands still. Here the statement ends instead, and the plan stays.
final class MemoryWatch: MemoryBound {
  private static let megabyte = 1 << 20
  /// Nanoseconds between two looks: more memory than can be filled meanwhile is left by the default.
  private static let pause: UInt64 = 20_000_000

  private let limit: Atomic<Int>
  private let nextLook = Atomic<UInt64>(0)
  /// Bytes that were found where they were too many; 0 where they never were.
  private let found = Atomic<Int>(0)
  private let standard: Int
  /// In the sandbox memory can be asked for once, and from then on only less.
  private let onlyLess: Bool
  private let allowed: Atomic<Int>

  /// - Parameter onlyLess: whether what is asked for may never be more than it was.
  init(onlyLess: Bool) {
    let standard = max(leastMemory * Self.megabyte, Self.ofMachine / 2)
    self.standard = standard
    self.onlyLess = onlyLess
    limit = Atomic(standard)
    allowed = Atomic(onlyLess ? standard : Int.max)
  }

  var most: Int { limit.load(ordering: .relaxed) / Self.megabyte }
  var ceiling: Int? { onlyLess ? allowed.load(ordering: .relaxed) / Self.megabyte : nil }

  var exceeded: Int? {
    let bytes = found.load(ordering: .relaxed)
    return bytes == 0 ? nil : bytes / Self.megabyte
  }

  func bound(to megabytes: Int?) {
    let bytes = megabytes.map { $0.multipliedReportingOverflow(by: Self.megabyte) }
    let asked = bytes.map { $0.overflow ? Int.max : $0.partialValue } ?? standard
    let granted = min(asked, allowed.load(ordering: .relaxed))
    limit.store(granted, ordering: .relaxed)
    if onlyLess { allowed.store(granted, ordering: .relaxed) }
  }

  func begin() {
    // What the last statement has given back is not taken any more.
    if found.exchange(0, ordering: .relaxed) != 0 { rota_give_memory_back() }
    // A statement of a moment can always be said: `set memory`, `undo`, `quit`.
    nextLook.store(Self.now + 5 * Self.pause, ordering: .relaxed)
  }

  /// Whether work is to end for the memory that was taken; stays true until the next input begins.
  var isExceeded: Bool {
    if found.load(ordering: .relaxed) != 0 { return true }
    let now = Self.now
    let next = nextLook.load(ordering: .relaxed)
    guard now >= next,
      // One thread looks for all.
      nextLook.compareExchange(
        expected: next, desired: now + Self.pause, ordering: .relaxed
      ).exchanged
    else { return false }
    guard let bytes = Self.taken, bytes > limit.load(ordering: .relaxed) else { return false }
    found.store(bytes, ordering: .relaxed)
    return true
  }

  private static var now: UInt64 {
    var time = timespec()
    guard clock_gettime(CLOCK_MONOTONIC, &time) == 0 else { return 0 }
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }

  private static var ofMachine: Int {
    let pages = sysconf(Int32(_SC_PHYS_PAGES))
    let page = sysconf(Int32(_SC_PAGESIZE))
    let (bytes, overflow) = pages.multipliedReportingOverflow(by: page)
    let machine = pages > 0 && page > 0 && !overflow ? bytes : 4 << 30
    // A container may have less of it; there is a word instead of a number where it may have all.
    guard let text = try? FileAccess.read("/sys/fs/cgroup/memory.max"),
      let container = Int(String(decoding: text.prefix { $0 != 0x0A }, as: UTF8.self))
    else { return machine }
    return min(machine, container)
  }

  /// Bytes of memory that the process has of the machine; nil where the system does not say.
  private static var taken: Int? {
    #if canImport(Darwin)
      let bytes = rota_memory_taken()
      return bytes > 0 ? Int(clamping: bytes) : nil
    #else
      guard let bytes = try? FileAccess.read("/proc/self/statm") else { return nil }
      let fields = bytes.split(separator: UInt8(ascii: " "))
      guard fields.count > 1, let pages = Int(String(decoding: fields[1], as: UTF8.self)) else {
        return nil
      }
      return pages * sysconf(Int32(_SC_PAGESIZE))
    #endif
  }
}
