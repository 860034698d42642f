import Foundation

/// The two ends of a pseudo-terminal: a descriptor for who plays the planner, a name for who is
/// played to.
struct TerminalPair {
  let descriptor: Int32
  let name: String

  init?() {
    #if os(Linux)
      // The functions of POSIX for this are hidden from Swift; these are the calls beneath them.
      let unlock: UInt = 0x4004_5431
      let getNumber: UInt = 0x8004_5430
      var isLocked: Int32 = 0
      var number: Int32 = 0
      descriptor = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
      guard descriptor >= 0, ioctl(descriptor, unlock, &isLocked) == 0,
        ioctl(descriptor, getNumber, &number) == 0
      else { return nil }
      name = "/dev/pts/\(number)"
    #else
      descriptor = posix_openpt(O_RDWR | O_NOCTTY)
      guard descriptor >= 0, grantpt(descriptor) == 0, unlockpt(descriptor) == 0,
        let name = ptsname(descriptor)
      else { return nil }
      self.name = String(cString: name)
    #endif
  }

  /// The flag of `posix_spawn` that begins a new session.
  static var newSession: Int16 {
    #if os(Linux)
      0x80
    #else
      Int16(POSIX_SPAWN_SETSID)
    #endif
  }
}
