import RotaInterchange
import RotaSession
import RotaSyntax

/// What shells offer after `rota`, from the tables of the command line.
enum CompletionTable {
  /// Heading of the files, which the shells take for a remark.
  static let remark =
    "# Made from the tables of the command line: a change belongs there, not here."

  static let commands: [(name: String, help: String)] = Options.Command.allCases.map { command in
    let entries = OptionTable.commands.filter { $0.command == command }
    // `import` has a line for each format.
    let help = entries.count == 1 ? entries[0].help : "write what another format's file describes"
    return (command.rawValue, help)
  }

  static let formats = ImportFormat.allCases.map { (name: $0.rawValue, help: $0.meaning) }
  static let tables = TableKind.allCases.map(\.rawValue)

  /// Endings of the files of a format.
  static func endings(_ format: ImportFormat) -> [String] {
    format == .ctt ? ["ctt", "ectt"] : [format.rawValue]
  }

  /// Words that `help` explains: the first of each entry.
  static let helpWords: [String] = {
    var seen: Set<Substring> = []
    return Vocabulary.entries.compactMap { entry in
      guard let first = entry.word.split(separator: " ").first, first != "%" else { return nil }
      return seen.insert(first).inserted ? String(first) : nil
    }
  }()

  static func options(of command: String) -> [OptionEntry] {
    OptionTable.options.filter { entry in
      entry.commands.contains { $0.rawValue == command }
    }
  }

  /// Options that are followed by a value.
  static let optionsWithValue = OptionTable.options.filter { $0.value != nil }
}

extension ImportFormat {
  /// How many words stand between the format and the file.
  var wordsBeforeFile: Int { self == .csv ? 1 : 0 }
}
