import RotaDiagnostics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Foundation
#endif

/// The encodings in which spreadsheets write tables.
public enum TableEncoding: String, Sendable {
  case utf8 = "UTF-8"
  case utf16 = "UTF-16"
  case gb18030 = "GB18030"

  /// A byte order mark in UTF-8.
  private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// The bytes of a table as UTF-8 without a byte order mark: UTF-16 where its mark says so, else
  /// UTF-8 where every byte is, else GB18030.
  ///
  /// - Throws: where the bytes stop being UTF-8, if they are none of the three.
  public static func decode(
    _ bytes: [UInt8]
  ) throws(EncodingProblem) -> (bytes: [UInt8], encoding: TableEncoding) {
    if let text = utf16Text(bytes) { return (unmarked(Array(text.utf8)), .utf16) }
    let problem: EncodingProblem
    do {
      // A copy is made only to take a mark away: tables can be large.
      _ = try TextDecoding.text(bytes)
      return (unmarked(bytes), .utf8)
    } catch {
      problem = error
    }
    guard let converted = fromGB18030(bytes) else { throw problem }
    // The encoding has the mark too.
    return (unmarked(converted), .gb18030)
  }

  /// A file that was put together of others may have several.
  private static func unmarked(_ bytes: [UInt8]) -> [UInt8] {
    var start = 0
    while bytes[start...].starts(with: mark) { start += mark.count }
    return start == 0 ? bytes : Array(bytes[start...])
  }

  private static func utf16Text(_ bytes: [UInt8]) -> String? {
    let isLittle = bytes.starts(with: [0xFF, 0xFE])
    guard isLittle || bytes.starts(with: [0xFE, 0xFF]), bytes.count % 2 == 0 else { return nil }
    let units = stride(from: 2, to: bytes.count, by: 2).map { index in
      let (low, high) = isLittle ? (index, index + 1) : (index + 1, index)
      return UInt16(bytes[high]) << 8 | UInt16(bytes[low])
    }
    return String(validating: units, as: UTF16.self)
  }

  #if canImport(Glibc) || canImport(Musl)
    /// By the C library, whose tables are at hand; nil where it has none, or the bytes are not such.
    private static func fromGB18030(_ bytes: [UInt8]) -> [UInt8]? {
      let converter = iconv_open("UTF-8", "GB18030")
      // What `iconv_open` gives where it knows an encoding not: (iconv_t) -1.
      guard let converter, Int(bitPattern: converter) != -1 else { return nil }
      defer { iconv_close(converter) }
      var input = bytes.map { CChar(bitPattern: $0) }
      // No character grows beyond three bytes from two.
      var output = [CChar](repeating: 0, count: bytes.count * 2 + 16)
      // `iconv` moves two pointers on, within arrays that are held meanwhile and whose sizes it is told.
      let written: Int? = input.withUnsafeMutableBufferPointer { source in
        output.withUnsafeMutableBufferPointer { target in
          var from = source.baseAddress
          var fromLeft = source.count
          var to = target.baseAddress
          var toLeft = target.count
          guard iconv(converter, &from, &fromLeft, &to, &toLeft) != -1, fromLeft == 0
          else { return nil }
          return target.count - toLeft
        }
      }
      return written.map { count in output.prefix(count).map { UInt8(bitPattern: $0) } }
    }
  #else
    private static func fromGB18030(_ bytes: [UInt8]) -> [UInt8]? {
      let encoding = CFStringConvertEncodingToNSStringEncoding(
        CFStringEncoding(CFStringEncodings.GB_18030_2000.rawValue))
      return String(data: Data(bytes), encoding: String.Encoding(rawValue: encoding))
        .map { Array($0.utf8) }
    }
  #endif
}
