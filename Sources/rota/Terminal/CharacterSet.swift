#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The character set of the C library, which the line editor decodes and measures by.
///
/// Only LC_CTYPE is taken from the environment: numbers and messages stay the same everywhere.
enum CharacterSet {
  static func useUTF8() {
    setlocale(LC_CTYPE, "")
    if isUTF8 { return }
    for name in ["C.UTF-8", "C.utf8", "en_US.UTF-8", "UTF-8"]
    where setlocale(LC_CTYPE, name) != nil && isUTF8 {
      return
    }
  }

  private static var isUTF8: Bool {
    guard let name = nl_langinfo(nl_item(CODESET)) else { return false }
    return ["UTF-8", "utf8", "utf-8"].contains(String(cString: name))
  }
}
