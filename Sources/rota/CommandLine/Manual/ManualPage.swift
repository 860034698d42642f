/// Writes docs/rota.1, the manual page, from the tables of the command line.
enum ManualPage {
  /// The whole page, in the macros of man(7).
  static var text: String {
    let commands = OptionTable.commands.map { paragraph(usage($0.usage), $0.help) }
    let options = OptionTable.options.map { entry in
      let names = entry.names.map { bold($0) }.joined(separator: ", ")
      return paragraph(names + (entry.value.map { " " + italic($0) } ?? ""), entry.help)
    }
    let sections = [
      section("NAME", ["rota \\- plan in-service training and make its timetables"]),
      section("SYNOPSIS", synopsis),
      section("DESCRIPTION", description),
      section("COMMANDS", commands),
      section("OPTIONS", options),
      section(
        "EXIT STATUS", Surroundings.statuses.map { paragraph(bold("\($0.rawValue)"), $1) }),
      section("ENVIRONMENT", Surroundings.variables.map { paragraph(bold($0), $1) }),
      section("FILES", Surroundings.files.map { paragraph(italic($0), $1) }),
      section("EXAMPLES", examples),
      section("SEE ALSO", [".BR editrc (5),", ".BR less (1)"]),
    ]
    return ([heading] + sections).joined(separator: "\n") + "\n"
  }

  private static let heading = """
    .\\" Made from the tables of the command line: a change belongs there, not here.
    .TH ROTA 1 2026-11-22 "\(escaped(Usage.version))" "User Commands"
    """

  private static let synopsis =
    [".nf"] + OptionTable.commands.map { usage($0.usage) } + [".fi"]

  private static let description = [
    prose(Usage.purpose), ".PP",
    prose(
      """
      A plan is written in a small language, one statement a line. At a terminal `rota` is a prompt \
      that takes statements; `help` there, or `rota help WORD`, explains each word of the language, \
      and Tab offers what may stand next. A script stops at its first error; the prompt goes on.
      """),
    ".PP",
    prose(
      """
      Files and the texts of `-e` are run in the order in which they are given: \
      `rota plan.rota -e solve` plans what the file declares, `rota -e solve plan.rota` finds nothing \
      to plan. A file named `-` is standard input. After `--` everything is a file.
      """),
  ]

  private static let examples = [
    paragraph(bold("rota"), "the prompt"),
    paragraph(
      usage("rota plan.rota -e 'solve for 10 s' -e 'export html \"plan.html\"'"),
      "make a timetable and print it"),
    paragraph(
      usage("rota -i --set year=2028 plan.rota"), "give a variable, and stay at the prompt"),
    paragraph(usage("rota check --json plan.rota"), "check a plan for another program"),
  ]

  private static func section(_ title: String, _ lines: [String]) -> String {
    ([".SH " + (title.contains(" ") ? "\"\(title)\"" : title)] + lines).joined(separator: "\n")
  }

  private static func paragraph(_ term: String, _ text: String) -> String {
    ".TP\n\(term)\n\(prose(text))"
  }

  /// `rota check FILE…`: what is typed as it stands in bold, what stands for something in italics.
  private static func usage(_ text: String) -> String {
    text.split(separator: " ").map(word).joined(separator: " ")
  }

  private static func word(_ word: Substring) -> String {
    let core = word.trimmed { "[]…".contains($0) }
    let before = word[..<core.startIndex]
    let after = word[core.endIndex...]
    let isPlaceholder = core.allSatisfy(\.isUppercase)
    return escaped(before) + (isPlaceholder ? italic(core) : bold(core)) + escaped(after)
  }

  /// Text in which what stands between backticks is bold, in lines of at most 78 characters.
  private static func prose(_ text: String) -> String {
    let parts = text.split(separator: "`", omittingEmptySubsequences: false)
    let marked = parts.enumerated().map { $0 % 2 == 1 ? bold($1) : escaped($1) }.joined()
    var lines: [String] = []
    for word in marked.split(whereSeparator: \.isWhitespace) {
      if let line = lines.last, line.utf8.count + word.utf8.count < 78 {
        lines[lines.count - 1] += " " + word
      } else {
        // A full stop or an apostrophe at the beginning of a line would begin a request.
        lines.append((word.hasPrefix(".") || word.hasPrefix("'") ? "\\&" : "") + word)
      }
    }
    return lines.joined(separator: "\n")
  }

  private static func bold(_ text: some StringProtocol) -> String { "\\fB\(escaped(text))\\fR" }
  private static func italic(_ text: some StringProtocol) -> String { "\\fI\(escaped(text))\\fR" }

  private static func escaped(_ text: some StringProtocol) -> String {
    text.map { character in
      switch character {
      case "\\": "\\e"
      case "-": "\\-"
      case "'": "\\(aq"
      case "`": "\\(ga"
      case "~": "\\(ti"
      case "^": "\\(ha"
      case "…": "\\&..."
      default: String(character)
      }
    }.joined()
  }
}

extension Substring {
  /// What is left when such characters are taken off both ends.
  fileprivate func trimmed(where isTaken: (Character) -> Bool) -> Substring {
    var core = drop(while: isTaken)
    while let last = core.last, isTaken(last) { core.removeLast() }
    return core
  }
}
