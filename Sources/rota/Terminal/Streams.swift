import CLibEdit
import RotaSession

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Standard input, output and error.
enum Streams {
  enum WriteProblem: Error {
    /// Whoever was reading has gone.
    case readerGone
    case system(Int32)
  }

  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// Makes sure that descriptors 0 to 2 are taken, so that no file opened later is mistaken for
  /// one of them. One that was closed stays useless: writing to it fails as it should.
  static func occupyClosedDescriptors() {
    for descriptor in Int32(0)...2 where fcntl(descriptor, F_GETFD) == -1 && errno == EBADF {
      _ = open("/dev/null", descriptor == 0 ? O_WRONLY : O_RDONLY)
    }
  }

  static func write(_ bytes: some Sequence<UInt8>, to descriptor: Int32) throws(WriteProblem) {
    let all = Array(bytes)
    var start = 0
    while start < all.count {
      // The system reads the array where it lies.
      let written = all.withUnsafeBytes { buffer in
        systemWrite(descriptor, buffer, from: start)
      }
      if written >= 0 {
        start += written
      } else if errno == EPIPE {
        throw .readerGone
      } else if errno == EAGAIN {
        // The other side made the terminal non-blocking: wait a little instead of losing text.
        usleep(2000)
      } else if errno != EINTR {
        throw .system(errno)
      }
    }
  }

  /// - Parameter buffer: of an array that the caller holds meanwhile.
  private static func systemWrite(
    _ descriptor: Int32, _ buffer: UnsafeRawBufferPointer, from start: Int
  ) -> Int {
    let rest = UnsafeRawBufferPointer(rebasing: buffer[start...])
    #if canImport(Glibc)
      return Glibc.write(descriptor, rest.baseAddress, rest.count)
    #elseif canImport(Musl)
      return Musl.write(descriptor, rest.baseAddress, rest.count)
    #else
      return Darwin.write(descriptor, rest.baseAddress, rest.count)
    #endif
  }

  /// Writes to standard output. Without a reader there is nothing left to do and nobody to tell:
  /// the program ends, quietly, with the status of a file that could not be written.
  static func print(_ text: String) {
    do {
      try write(text.utf8, to: STDOUT_FILENO)
    } catch {
      if case .system(let number) = error {
        complain(Messages.cannotPrint(SystemError.reason(number)))
      }
      Echo.on()
      exit(ExitStatus.fileProblem.rawValue)
    }
  }

  /// Writes to standard error; where that fails there is no place left to say so.
  static func complain(_ text: String) {
    try? write(text.utf8, to: STDERR_FILENO)
  }

  struct Size: Equatable {
    var columns: Int
    var rows: Int
  }

  /// The size of the terminal on a descriptor; nil where it is none or does not say.
  static func size(of descriptor: Int32) -> Size? {
    var columns: Int32 = 0
    var rows: Int32 = 0
    guard rota_window_size(descriptor, &columns, &rows) == 0, columns > 0, rows > 0 else {
      return nil
    }
    return Size(columns: Int(columns), rows: Int(rows))
  }

  /// The size of the terminal that diagnostics are written to; nil where they go elsewhere.
  static var sizeOfErrors: Size? { size(of: STDERR_FILENO) }

  /// Columns for tables: the terminal's, else what COLUMNS says, else 80.
  static func outputWidth() -> Int {
    if let size = size(of: STDOUT_FILENO) { return max(20, size.columns) }
    if let columns = Variables["COLUMNS"].flatMap({ Int($0) }), columns >= 20 {
      return min(columns, 10_000)
    }
    return 80
  }
}
