import RotaSession

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Has programs that run at the same time change a file one after the other.
enum FileLock {
  /// Opens a file, made where there is none, and takes its lock, which closing it gives back.
  ///
  /// Another program may replace the file meanwhile; the lock counts only on the file that still has the
  /// name.
  static func take(_ path: String) throws(SessionEnvironment.FileProblem) -> Int32 {
    while true {
      let descriptor = open(path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
      guard descriptor >= 0 else { throw FileAccess.problem() }
      while flock(descriptor, LOCK_EX) != 0 {
        guard errno == EINTR else {
          let problem = FileAccess.problem()
          close(descriptor)
          throw problem
        }
      }
      var locked = stat()
      var named = stat()
      if fstat(descriptor, &locked) == 0, stat(path, &named) == 0,
        locked.st_ino == named.st_ino, locked.st_dev == named.st_dev
      {
        return descriptor
      }
      close(descriptor)
    }
  }
}
