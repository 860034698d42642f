import CLibEdit

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Takes what libedit draws, of which only the bell is passed on.
final class EditorSink {
  /// A stream of C, which libedit is given; open as long as the sink lives.
  let file: UnsafeMutablePointer<FILE>
  // Where `open_memstream` puts address and size of what was written, whenever it is flushed: they must
  // stay where they are until the stream is closed.
  private let text: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
  private let size: UnsafeMutablePointer<Int>

  init?() {
    text = .allocate(capacity: 1)
    size = .allocate(capacity: 1)
    text.initialize(to: nil)
    size.initialize(to: 0)
    guard let file = open_memstream(text, size) else {
      text.deallocate()
      size.deallocate()
      return nil
    }
    self.file = file
  }

  deinit {
    fclose(file)
    free(text.pointee)
    text.deallocate()
    size.deallocate()
  }

  /// Whether the bell has rung since the last time this was asked.
  func hasRung() -> Bool {
    fflush(file)
    defer { rewind(file) }
    guard let text = text.pointee else { return false }
    return UnsafeBufferPointer(start: text, count: size.pointee).contains(7)
  }
}
