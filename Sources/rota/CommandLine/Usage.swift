import RotaDiagnostics

/// The text of `--help`, from the table of options.
enum Usage {
  static let version = "rota 0.1.0"

  static var text: String {
    let commands = OptionTable.commands.map { ($0.usage, $0.help) }
    let options = OptionTable.options.map { entry in
      (entry.names.joined(separator: ", ") + (entry.value.map { " " + $0 } ?? ""), entry.help)
    }
    return """
      Rota plans in-service training: rotations, modules and site visits. It checks whether a plan
      is possible, says why when it is not, and makes timetables.

      \(table(commands))

      Options:
      \(table(options))

      Exit status: 0 done; 1 the plan is impossible, breaks a requirement or leaves sessions
      unplaced; 2 the script or the command line is wrong; 3 a file could not be read or written;
      130 interrupted.

      """
  }

  private static func table(_ rows: [(String, String)]) -> String {
    let width = rows.map(\.0.displayWidth).max() ?? 0
    return rows.map { name, help in
      "  " + name.padded(to: width + 2) + help
    }.joined(separator: "\n")
  }
}
