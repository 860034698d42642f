/// Where bytes stop being UTF-8.
public struct EncodingProblem: Error, Equatable, Sendable {
  /// From 1.
  public let line: Int
  /// The first wrong byte of the whole text, from 1.
  public let offset: Int
}

/// Finds where bytes stop being UTF-8, so that a file in another encoding is refused with its place
/// instead of being read wrong.
public enum TextDecoding {
  /// The text of a file, without a byte order mark.
  public static func text(_ bytes: [UInt8]) throws(EncodingProblem) -> String {
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    if let text = String(validating: bytes.dropFirst(hasMark ? 3 : 0), as: UTF8.self) {
      return text
    }
    var offset = 0
    var decoder = Unicode.UTF8.ForwardParser()
    var rest = bytes.makeIterator()
    while case .valid(let scalar) = decoder.parseScalar(from: &rest) { offset += scalar.count }
    let line = bytes.prefix(offset).count { $0 == 0x0A } + 1
    throw EncodingProblem(line: line, offset: offset + 1)
  }
}

extension SourceText {
  /// The text of a file, which may begin with a byte order mark.
  public init(name: String, decoding bytes: [UInt8]) throws(EncodingProblem) {
    if bytes.contains(where: { $0 >= 0x80 }) { _ = try TextDecoding.text(bytes) }
    self.init(name: name, bytes: bytes)
  }
}
