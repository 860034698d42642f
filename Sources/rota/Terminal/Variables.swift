#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The environment's variables; one that is set to nothing counts as not set, as NO_COLOR and the
/// XDG folders have it.
enum Variables {
  static subscript(name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
  }

  /// Whether it is set at all, even to nothing.
  static func isSet(_ name: String) -> Bool { getenv(name) != nil }
}
