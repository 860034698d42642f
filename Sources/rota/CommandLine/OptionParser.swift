import RotaDiagnostics
import RotaSession

/// Reads the command line by the table of options.
struct OptionParser {
  private var options = Options()
  private var words: [String?]
  private var position = 0
  private var givenOptions: [(name: String, entry: OptionEntry)] = []
  private var operands: [String] = []
  private var hasCommand = false

  static func parse(_ arguments: Arguments) throws(UsageProblem) -> Options {
    var parser = OptionParser(words: arguments.words)
    return try parser.parse()
  }

  private init(words: [String?]) { self.words = words }

  private mutating func parse() throws(UsageProblem) -> Options {
    var optionsEnded = false
    while let word = try next() {
      if optionsEnded || word == "-" || !word.hasPrefix("-") {
        try takeOperand(word)
      } else if word == "--" {
        optionsEnded = true
      } else {
        try takeOption(word)
      }
    }
    try judge()
    return options
  }

  private mutating func next() throws(UsageProblem) -> String? {
    guard position < words.count else { return nil }
    defer { position += 1 }
    guard let word = words[position] else { throw Messages.argumentNotUTF8(position + 1) }
    return word
  }

  private mutating func takeOperand(_ word: String) throws(UsageProblem) {
    if !hasCommand, options.inputs.isEmpty, let command = Options.Command(rawValue: word) {
      options.command = command
      hasCommand = true
      return
    }
    hasCommand = true
    if options.command == .importing, options.importFormat == nil {
      guard let format = ImportFormat(rawValue: word) else {
        throw Messages.unknownFormat(word)
      }
      options.importFormat = format
    } else if options.importFormat == .csv, options.importTable == nil {
      options.importTable = word
    } else if [.ics, .json].contains(options.importFormat), !options.inputs.isEmpty {
      options.importSubject.append(word)
    } else if options.command == .help {
      options.helpWords.append(word)
    } else {
      options.inputs.append(word == "-" ? .standardInput : .file(word))
    }
  }

  private mutating func takeOption(_ word: String) throws(UsageProblem) {
    var name = word
    var attached: String?
    if word.hasPrefix("--"), let sign = word.firstIndex(of: "=") {
      name = String(word[..<sign])
      attached = String(word[word.index(after: sign)...])
    }
    guard let entry = OptionTable.option(named: name) else {
      throw Messages.unknownOption(name, nearest: nearest(to: name))
    }
    givenOptions.append((name, entry))
    guard let valueName = entry.value else {
      guard attached == nil else { throw Messages.needsNoValue(name) }
      return try entry.apply(&options, "")
    }
    if let attached { return try entry.apply(&options, attached) }
    guard let value = try next() else { throw Messages.needsValue(name, valueName) }
    try entry.apply(&options, value)
  }

  private func nearest(to name: String) -> String? {
    Spelling.nearest(to: name, among: OptionTable.options.flatMap(\.names))
  }

  /// What can only be judged when everything is read.
  private func judge() throws(UsageProblem) {
    if options.showsUsage || options.showsVersion { return }
    for (name, entry) in givenOptions where !entry.commands.contains(options.command) {
      throw Messages.optionNotForCommand(name, options.command.rawValue)
    }
    if options.command == .importing { try judgeImport() }
    if options.inputs.isEmpty, [.check, .format].contains(options.command) {
      throw Messages.needsFile(options.command.rawValue)
    }
    if options.inputs.count(where: { $0 == .standardInput }) > 1 {
      throw Messages.standardInputTwice
    }
    if options.stays, options.inputs.contains(.standardInput) {
      throw Messages.standardInputAndPrompt
    }
  }

  private func judgeImport() throws(UsageProblem) {
    guard let format = options.importFormat else { throw Messages.needsFormat }
    guard !options.inputs.isEmpty else { throw Messages.needsFileToImport(format) }
    if options.inputs.count > 1 { throw Messages.oneFileToImport(format) }
    let subject = options.importSubject
    let isHolidays = subject == ["as", "holidays"]
    let isOfSomebody =
      subject.count == 3 && subject[0] == "for"
      && ["teacher", "venue", "site"].contains(subject[1])
    if format == .ics, !isHolidays, !isOfSomebody { throw Messages.needsSubject(format) }
    if format == .json, !isHolidays { throw Messages.needsHolidays(format) }
  }
}
