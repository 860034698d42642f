@_spi(_Unicode) import Swift

/// Unicode's composed form (NFC). Input methods and terminals send accents both ways; the line
/// editor moves and deletes by scalar, so a letter and its accents must be one where they can be.
enum Composition {
  static func composed(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
    var result = String.UnicodeScalarView()
    result.append(contentsOf: text._nfc)
    return String(result)
  }

  /// Whether a scalar joins the one before it, so that the two may have a composed form.
  static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.value >= 0x300 else { return false }
    // The vowels and final consonants of Hangul compose too, though they are letters.
    if (0x1160...0x11FF).contains(scalar.value) { return true }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark: return true
    default: return false
    }
  }

  /// How many scalars the last grapheme of a text has; 0 for an empty one.
  static func lastGraphemeLength(of scalars: some Sequence<Unicode.Scalar>) -> Int {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view).last?.unicodeScalars.count ?? 0
  }

  /// How many scalars the first grapheme of a text has; 0 for an empty one.
  static func firstGraphemeLength(of scalars: some Sequence<Unicode.Scalar>) -> Int {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view).first?.unicodeScalars.count ?? 0
  }
}
