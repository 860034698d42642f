import CLibEdit

/// C's wide characters, which libedit speaks: one number for each scalar, ended by a null.
enum WideText {
  /// A copy that lives until it is deallocated, for libedit keeps some of what it is given.
  static func allocate(_ text: String) -> UnsafeMutablePointer<wchar_t> {
    let scalars = Array(text.unicodeScalars)
    let pointer = UnsafeMutablePointer<wchar_t>.allocate(capacity: scalars.count + 1)
    for (index, scalar) in scalars.enumerated() { (pointer + index).initialize(to: scalar.wide) }
    (pointer + scalars.count).initialize(to: 0)
    return pointer
  }

  /// Characters in a buffer of libedit's, good until the next call of it: they are copied.
  static func scalars(_ start: UnsafePointer<wchar_t>, count: Int) -> [Unicode.Scalar] {
    UnsafeBufferPointer(start: start, count: max(0, count)).map { Unicode.Scalar(wide: $0) }
  }

  static func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}

extension Unicode.Scalar {
  var wide: wchar_t { wchar_t(bitPattern: value) }

  /// The replacement character stands for a number that is no scalar.
  init(wide: wchar_t) {
    self = Unicode.Scalar(UInt32(bitPattern: wide)) ?? "\u{FFFD}"
  }
}

extension String {
  /// Calls with the text as C's wide characters, which are gone after the call.
  func withWide<Result>(_ body: (UnsafePointer<wchar_t>) -> Result) -> Result {
    let pointer = WideText.allocate(self)
    defer { pointer.deallocate() }
    return body(pointer)
  }
}
