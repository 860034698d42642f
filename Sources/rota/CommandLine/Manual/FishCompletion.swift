import RotaSession

/// Writes docs/completions/rota.fish.
enum FishCompletion {
  static var text: String {
    let table = CompletionTable.self
    let names = table.commands.map(\.name).joined(separator: " ")
    let valued = table.optionsWithValue.flatMap(\.names).joined(separator: " ")
    let lines = commands + options + formats + files
    return #"""
      # fish completion for rota
      \#(table.remark)

      # The words before the cursor that are no options and no values of options.
      function __rota_operands
          set -l skips false
          for word in (commandline -opc)[2..-1]
              if $skips
                  set skips false
              else if contains -- $word \#(valued)
                  set skips true
              else if not string match -q -- '-?*' $word
                  echo $word
              end
          end
      end

      function __rota_command_is
          set -l command (__rota_operands)[1]
          contains -- "$command" \#(names); or set command run
          contains -- $command $argv
      end

      # Whether so many words, and these at their head, stand before the cursor.
      function __rota_stands_at
          set -l operands (__rota_operands)
          test (count $operands) -eq $argv[1]; or return
          set -l wanted $argv[2..-1]
          test (count $wanted) -eq 0; or test "$operands[1..$(count $wanted)]" = "$wanted"
      end

      \#(lines.joined(separator: "\n"))

      """#
  }

  private static var commands: [String] {
    ["complete -c rota -f"]
      + CompletionTable.commands.map {
        "complete -c rota -n '__rota_stands_at 0' -a \($0.name) -d \(quoted($0.help))"
      }
  }

  private static var options: [String] {
    let every = CompletionTable.commands.map(\.name)
    return OptionTable.options.map { entry in
      let commands = every.filter { name in entry.commands.contains { $0.rawValue == name } }
      let condition =
        commands.count == every.count
        ? "" : " -n '__rota_command_is \(commands.joined(separator: " "))'"
      let names = entry.names.map {
        $0.hasPrefix("--") ? "-l \($0.dropFirst(2))" : "-s \($0.dropFirst())"
      }
      let value =
        switch entry.completion {
        case .nothing: entry.value == nil ? "" : " -x"
        case .plans: " -x -k -a '(__fish_complete_suffix .rota)'"
        case .words(let words): " -x -a '\(words.joined(separator: " "))'"
        }
      return "complete -c rota\(condition) \(names.joined(separator: " "))\(value) "
        + "-d \(quoted(entry.help))"
    }
  }

  private static var formats: [String] {
    CompletionTable.formats.map {
      "complete -c rota -n '__rota_stands_at 1 import' -a \($0.name) -d \(quoted($0.help))"
    } + [
      "complete -c rota -n '__rota_stands_at 2 import csv' "
        + "-a '\(CompletionTable.tables.joined(separator: " "))'",
      "complete -c rota -n '__rota_command_is help; and not __rota_stands_at 0' "
        + "-a '\(CompletionTable.helpWords.joined(separator: " "))'",
    ]
  }

  private static var files: [String] {
    let scripts =
      "complete -c rota -n '__rota_command_is run check fmt' -k "
      + "-a '(__fish_complete_suffix .rota)'"
    return [scripts]
      + ImportFormat.allCases.flatMap { format in
        CompletionTable.endings(format).map { ending in
          "complete -c rota -n '__rota_stands_at \(2 + format.wordsBeforeFile) import "
            + "\(format.rawValue)' -k -a '(__fish_complete_suffix .\(ending))'"
        }
      }
  }

  private static func quoted(_ text: String) -> String {
    let escaped = text.map { $0 == "'" || $0 == "\\" ? "\\\($0)" : "\($0)" }.joined()
    return "'\(escaped)'"
  }
}
