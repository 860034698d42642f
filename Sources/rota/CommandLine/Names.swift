/// What may be the name of a variable on the command line: a letter of any script, then letters,
/// digits and underscores.
enum Names {
  static func isVariable(_ name: String) -> Bool {
    guard let first = name.unicodeScalars.first, first.properties.isXIDStart || first == "_" else {
      return false
    }
    return name.unicodeScalars.allSatisfy { $0.properties.isXIDContinue }
  }
}
