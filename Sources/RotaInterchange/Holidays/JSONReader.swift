/// A value of a JSON text (RFC 8259), and where it stands.
struct JSONNode: Sendable {
  indirect enum Value: Sendable {
    case object([(name: String, node: JSONNode)])
    case array([JSONNode])
    case string(String)
    /// Nothing that is read of such files is a number.
    case number
    case boolean(Bool)
    case null
  }

  let value: Value
  /// Bytes of the text.
  let range: Range<Int>

  /// The member of an object; the last one of that name.
  subscript(name: String) -> JSONNode? {
    guard case .object(let members) = value else { return nil }
    return members.last { $0.name == name }?.node
  }
}

/// Where a text is no JSON.
struct JSONProblem: Error, Equatable {
  /// The byte that should have been something else.
  var offset: Int
  var wanted: String
}

/// Reads JSON with the place of each value, which messages need.
struct JSONReader {
  private let bytes: [UInt8]
  private var position = 0
  /// What lies deeper than this is no list that anybody wrote.
  private static let deepest = 64

  /// - Parameter bytes: UTF-8 without a byte order mark.
  static func read(_ bytes: [UInt8]) throws(JSONProblem) -> JSONNode {
    var reader = JSONReader(bytes: bytes)
    reader.skipBlanks()
    let node = try reader.node(depth: 0)
    reader.skipBlanks()
    guard reader.position == bytes.count else { throw reader.wanted("the end of the file") }
    return node
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private func wanted(_ what: String) -> JSONProblem { JSONProblem(offset: position, wanted: what) }

  private mutating func skipBlanks() {
    while position < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[position]) {
      position += 1
    }
  }

  private mutating func take(_ mark: Unicode.Scalar) -> Bool {
    guard position < bytes.count, bytes[position] == UInt8(ascii: mark) else { return false }
    position += 1
    return true
  }

  private mutating func take(word: String) -> Bool {
    guard bytes[position...].starts(with: word.utf8) else { return false }
    position += word.utf8.count
    return true
  }

  private mutating func node(depth: Int) throws(JSONProblem) -> JSONNode {
    guard depth < Self.deepest else { throw wanted("a value less deep inside others") }
    let start = position
    let value: JSONNode.Value
    if take("{") {
      value = try object(depth)
    } else if take("[") {
      value = try array(depth)
    } else if take("\"") {
      value = .string(try string())
    } else if take(word: "true") {
      value = .boolean(true)
    } else if take(word: "false") {
      value = .boolean(false)
    } else if take(word: "null") {
      value = .null
    } else if takeNumber() {
      value = .number
    } else {
      throw wanted("a value")
    }
    return JSONNode(value: value, range: start..<position)
  }

  private mutating func object(_ depth: Int) throws(JSONProblem) -> JSONNode.Value {
    var members: [(name: String, node: JSONNode)] = []
    skipBlanks()
    if take("}") { return .object([]) }
    while true {
      skipBlanks()
      guard take("\"") else { throw wanted("a name in quotes") }
      let name = try string()
      skipBlanks()
      guard take(":") else { throw wanted("a colon") }
      skipBlanks()
      members.append((name, try node(depth: depth + 1)))
      skipBlanks()
      if take("}") { return .object(members) }
      guard take(",") else { throw wanted("a comma or }") }
    }
  }

  private mutating func array(_ depth: Int) throws(JSONProblem) -> JSONNode.Value {
    var items: [JSONNode] = []
    skipBlanks()
    if take("]") { return .array([]) }
    while true {
      skipBlanks()
      items.append(try node(depth: depth + 1))
      skipBlanks()
      if take("]") { return .array(items) }
      guard take(",") else { throw wanted("a comma or ]") }
    }
  }

  private mutating func takeNumber() -> Bool {
    let start = position
    _ = take("-")
    let digits = bytes[position...].prefix { (0x30...0x39).contains($0) }
    guard !digits.isEmpty else {
      position = start
      return false
    }
    position = digits.endIndex
    let marks = Array(".eE+-".utf8)
    while position < bytes.count,
      (0x30...0x39).contains(bytes[position]) || marks.contains(bytes[position])
    {
      position += 1
    }
    return true
  }

  // MARK: Strings

  /// What follows an opening quote, up to the closing one.
  private mutating func string() throws(JSONProblem) -> String {
    var content: [UInt8] = []
    while position < bytes.count {
      let byte = bytes[position]
      switch byte {
      case UInt8(ascii: "\""):
        position += 1
        return String(decoding: content, as: UTF8.self)
      case UInt8(ascii: "\\"):
        position += 1
        content += Array(String(try escaped()).utf8)
      case 0..<0x20: throw wanted("a closing quote")
      default:
        content.append(byte)
        position += 1
      }
    }
    throw wanted("a closing quote")
  }

  private mutating func escaped() throws(JSONProblem) -> Unicode.Scalar {
    guard position < bytes.count else { throw wanted("what is escaped") }
    let byte = bytes[position]
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      let unit = try codeUnit()
      if let scalar = Unicode.Scalar(unit) { return scalar }
      // The second half of a character beyond the first 65,536 follows the first.
      guard (0xD800..<0xDC00).contains(unit), take("\\"), take("u") else {
        throw wanted("the other half of a character")
      }
      let low = try codeUnit()
      guard (0xDC00..<0xE000).contains(low),
        let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
      else { throw wanted("the other half of a character") }
      return scalar
    default:
      position -= 1
      throw wanted("one of \" \\ / b f n r t u")
    }
  }

  private mutating func codeUnit() throws(JSONProblem) -> UInt32 {
    let digits = bytes[position...].prefix(4)
    guard digits.count == 4,
      digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
      let unit = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw wanted("four hexadecimal digits") }
    position += 4
    return unit
  }
}
