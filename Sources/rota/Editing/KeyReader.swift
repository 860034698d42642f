import CLibEdit

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Reads the terminal byte by byte, so that what is typed ahead stays for whoever reads next, and
/// makes scalars of the bytes.
struct KeyReader {
  enum Key {
    case scalar(Unicode.Scalar)
    /// What a terminal sends for a key that is no character, with its Escape.
    case sequence([Unicode.Scalar])
    case signal(Int32)
    /// Bytes that are no UTF-8.
    case garbage
    case end
  }

  private let descriptor: Int32
  private var queuedSignal: Int32?
  private var pushedBack: UInt8?
  /// Keys to be read before those of the terminal.
  var queue: [Unicode.Scalar] = []
  /// Whether what follows an Escape at once is read with it. Within pasted text it is not.
  var joinsEscapeSequences = true

  /// Whether the next key has to be waited for, and is not part of a paste.
  var isIdle: Bool {
    queue.isEmpty && pushedBack == nil && joinsEscapeSequences
      && rota_has_input(descriptor, 0) == 0
  }

  mutating func next(waitingMask: sigset_t) -> Key {
    if !queue.isEmpty { return .scalar(queue.removeFirst()) }
    let key = nextOfTerminal(waitingMask)
    guard case .scalar(let scalar) = key else { return key }
    // Nobody types these; they would be mistaken for private keys.
    if (0x80...0x9F).contains(scalar.value) { return .garbage }
    return scalar == EscapeSequence.escape && joinsEscapeSequences ? escapeSequence() : key
  }

  /// Reads what follows an Escape, as long as it comes at once, as no fingers can type it.
  private mutating func escapeSequence() -> Key {
    var sequence = [EscapeSequence.escape]
    while !EscapeSequence.isComplete(sequence), let byte = readByteAtOnce() {
      sequence.append(Unicode.Scalar(byte))
    }
    if EscapeSequence.isKey(sequence) { return .sequence(sequence) }
    queue = Array(sequence.dropFirst())
    return .scalar(EscapeSequence.escape)
  }

  /// A plain byte that is there already; one of a longer character stays for the next call.
  private mutating func readByteAtOnce() -> UInt8? {
    guard pushedBack == nil, rota_has_input(descriptor, 50) == 1 else { return nil }
    var byte: UInt8 = 0
    guard read(descriptor, &byte, 1) == 1 else { return nil }
    if byte < 0x80 { return byte }
    pushedBack = byte
    return nil
  }

  private mutating func nextOfTerminal(_ waitingMask: sigset_t) -> Key {
    let first: UInt8
    switch readByte(waitingMask) {
    case .byte(let byte): first = byte
    case .signal(let number): return .signal(number)
    case .end: return .end
    }
    guard let length = Self.length(ofSequenceFrom: first) else { return .garbage }
    var bytes = [first]
    while bytes.count < length {
      switch readByte(waitingMask) {
      case .byte(let byte) where byte & 0xC0 == 0x80: bytes.append(byte)
      case .byte(let byte):
        // It belongs to the next character.
        pushedBack = byte
        return .garbage

      case .signal(let number): queuedSignal = number
      case .end: return .end
      }
    }
    guard let scalar = String(validating: bytes, as: UTF8.self)?.unicodeScalars.first else {
      return .garbage
    }
    return .scalar(scalar)
  }

  private enum Byte {
    case byte(UInt8)
    case signal(Int32)
    case end
  }

  init(descriptor: Int32) { self.descriptor = descriptor }

  private mutating func readByte(_ waitingMask: sigset_t) -> Byte {
    if let byte = pushedBack {
      pushedBack = nil
      return .byte(byte)
    }
    var mask = waitingMask
    while true {
      if let number = queuedSignal ?? EditorSignals.take() {
        queuedSignal = nil
        return .signal(number)
      }
      let ready = rota_await_input(descriptor, &mask)
      if ready < 0, errno != EINTR { return .end }
      if ready <= 0 { continue }
      var byte: UInt8 = 0
      let count = read(descriptor, &byte, 1)
      if count == 1 { return .byte(byte) }
      if count == 0 { return .end }
      if errno != EINTR, errno != EAGAIN { return .end }
    }
  }

  private static func length(ofSequenceFrom byte: UInt8) -> Int? {
    switch byte {
    case 0x00...0x7F: 1
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: nil
    }
  }
}
