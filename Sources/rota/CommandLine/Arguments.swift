/// The words of the command line, after the program's name. A word that is not UTF-8 is nil: it
/// must be refused, not mended into another file's name.
struct Arguments {
  var words: [String?]

  /// nil where the system does not tell them, as Linux does through /proc only.
  static var ofProcess: Arguments? {
    guard CommandLine.argc > 0 else { return nil }
    var words: [String?] = []
    for index in 1..<Int(CommandLine.argc) {
      guard let word = CommandLine.unsafeArgv[index] else { break }
      words.append(String(validatingCString: word))
    }
    return Arguments(words: words)
  }
}
