import RotaSession

/// Writes docs/completions/_rota, for zsh.
enum ZshCompletion {
  static var text: String {
    let table = CompletionTable.self
    let names = table.commands.map(\.name)
    return #"""
      #compdef rota
      \#(table.remark)

      _rota_commands() {
        local -a commands=(
      \#(described(table.commands, indent: "    "))
        )
        _describe -t commands command commands
      }

      _rota_first() {
        _alternative 'commands:command:_rota_commands' 'files:script:_files -g "*.rota"'
      }

      _rota_import() {
        local -a formats=(
      \#(described(table.formats, indent: "    "))
        )
        # From the operands on, of which the first is `import`.
        case $#operands,$operands[2] in
          1,*) _describe -t formats format formats ;;
          2,csv) _values table \#(table.tables.joined(separator: " ")) ;;
      \#(endings)
        esac
      }

      _rota() {
        local command=run curcontext=$curcontext ret=1
        local -a operands options
        integer index
        for ((index = 2; index < CURRENT; index++)); do
          case $words[index] in
            \#(table.optionsWithValue.flatMap(\.names).joined(separator: "|"))) index+=1 ;;
            -?*) ;;
            *) operands+=("$words[index]") ;;
          esac
        done
        case $operands[1] in
          \#(names.joined(separator: "|"))) command=$operands[1] ;;
        esac
        case $command in
      \#(options)
        esac
        if (( ! $#operands )); then
          options+=('*: :_rota_first')
        else
          case $command in
            import) options+=('*: :_rota_import') ;;
            help) options+=('*:word:(\#(table.helpWords.joined(separator: " ")))') ;;
            *) options+=('*:script:_files -g "*.rota"') ;;
          esac
        fi
        _arguments $options && ret=0
        return ret
      }

      _rota "$@"

      """#
  }

  private static var options: String {
    CompletionTable.commands.map { command, _ in
      let lines = CompletionTable.options(of: command).map { "        " + option($0) }
      return "    \(command))\n      options=(\n\(lines.joined(separator: "\n"))\n      ) ;;"
    }.joined(separator: "\n")
  }

  private static func option(_ entry: OptionEntry) -> String {
    let help = quoted(entry.help, also: "[]")
    let value = entry.value.map { ":\($0.lowercased()):" + action(entry) } ?? ""
    // `--color` takes its value after a sign of equality too.
    func spelled(_ name: String) -> String {
      name + (entry.value != nil && name.hasPrefix("--") ? "=" : "")
    }
    if entry.repeats { return "'*\(spelled(entry.names[0]))[\(help)]\(value)'" }
    guard entry.names.count > 1 else { return "'\(spelled(entry.names[0]))[\(help)]\(value)'" }
    let names = entry.names
    return "'(\(names.joined(separator: " ")))'{\(names.map(spelled).joined(separator: ","))}"
      + "'[\(help)]\(value)'"
  }

  private static func action(_ entry: OptionEntry) -> String {
    switch entry.completion {
    case .nothing: " "
    case .plans: "_files -g \"*.rota\""
    case .words(let words): "(\(words.joined(separator: " ")))"
    }
  }

  private static var endings: String {
    ImportFormat.allCases.map { format in
      let endings = CompletionTable.endings(format).joined(separator: "|")
      return "    \(2 + format.wordsBeforeFile),\(format.rawValue)) _files -g \"*.(\(endings))\" ;;"
    }.joined(separator: "\n")
  }

  private static func described(_ rows: [(name: String, help: String)], indent: String) -> String {
    rows.map { "\(indent)'\($0.name):\(quoted($0.help, also: ":"))'" }.joined(separator: "\n")
  }

  /// Text inside of single quotes, with a backslash before what `_arguments` would read itself.
  private static func quoted(_ text: String, also special: String) -> String {
    text.map { character in
      character == "'" ? "'\\''" : special.contains(character) ? "\\\(character)" : "\(character)"
    }.joined()
  }
}
