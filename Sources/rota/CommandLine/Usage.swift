import RotaDiagnostics

/// The text of `--help`, from the table of options.
enum Usage {
  static let version = "rota 0.1.0"

  static let purpose = """
    Rota plans in-service training: rotations, modules and site visits. It checks
    whether a plan is possible, says why when it is not, and makes timetables.
    """

  static var text: String {
    let commands = OptionTable.commands.map { ($0.usage, $0.help) }
    let options = OptionTable.options.map { entry in
      (entry.names.joined(separator: ", ") + (entry.value.map { " " + $0 } ?? ""), entry.help)
    }
    return """
      \(purpose)

      \(table(commands))

      Options:
      \(table(options))

      Exit status:
      \(table(Surroundings.statuses.map { ("\($0.rawValue)", $1) }))

      Files:
      \(table(Surroundings.files))

      Environment:
      \(table(Surroundings.variables))

      """
  }

  private static func table(_ rows: [(String, String)]) -> String {
    let width = rows.map(\.0.displayWidth).max() ?? 0
    // Beside long names there is no room: all of them have their text below, which reads the same everywhere.
    let isBelow = width > 32
    return rows.map { name, help in
      isBelow ? "  \(name)\n      \(help)" : "  " + name.padded(to: width + 2) + help
    }.joined(separator: "\n")
  }
}
