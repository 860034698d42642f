import RotaSession

/// Writes docs/completions/rota.bash. Nothing in it needs more than bash 3.2, which Macs have.
enum BashCompletion {
  static var text: String {
    let table = CompletionTable.self
    let names = table.commands.map(\.name).joined(separator: " ")
    let valued = table.optionsWithValue.flatMap(\.names)
    return #"""
      # bash completion for rota
      \#(table.remark)

      # Files with one of the endings, and folders to look into.
      _rota_files() {
        local ending file
        compopt -o filenames 2>/dev/null
        while IFS= read -r file; do COMPREPLY+=("$file"); done < <(
          compgen -d -- "$current"
          for ending in "$@"; do compgen -f -X "!*.$ending" -- "$current"; done
        )
      }

      _rota_words() {
        local word
        while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -W "$1" -- "$current")
      }

      _rota() {
        local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
        local command=run index
        local -a operands=()
        COMPREPLY=()
        # `--color=auto` comes as three words.
        if [[ $current == = ]]; then
          current=
        elif [[ $previous == = ]]; then
          previous=${COMP_WORDS[COMP_CWORD - 2]}
        fi
        for ((index = 1; index < COMP_CWORD; index++)); do
          case ${COMP_WORDS[index]} in
            \#(valued.joined(separator: " | ")))
              index=$((index + 1))
              if [[ ${COMP_WORDS[index]} == = ]]; then index=$((index + 1)); fi ;;
            -?*) ;;
            *) operands+=("${COMP_WORDS[index]}") ;;
          esac
        done
        case $previous in
      \#(values)
        esac
        case ${operands[0]:-} in
          \#(names.split(separator: " ").joined(separator: " | "))) command=${operands[0]} ;;
        esac
        if [[ $current == -* ]]; then
          case $command in
      \#(options)
          esac
          return
        fi
        case $command in
          import)
            case ${#operands[@]},${operands[1]:-} in
              1,*) _rota_words "\#(table.formats.map(\.name).joined(separator: " "))" ;;
              2,csv) _rota_words "\#(table.tables.joined(separator: " "))" ;;
      \#(endings)
            esac ;;
          help) _rota_words "\#(table.helpWords.joined(separator: " "))" ;;
          *)
            if [[ ${#operands[@]} == 0 ]]; then _rota_words "\#(names)"; fi
            _rota_files rota ;;
        esac
      }

      complete -F _rota rota

      """#
  }

  private static var values: String {
    CompletionTable.optionsWithValue.map { entry in
      let names = entry.names.joined(separator: " | ")
      let action =
        switch entry.completion {
        case .nothing: ""
        case .plans: "_rota_files rota; "
        case .words(let words): "_rota_words \"\(words.joined(separator: " "))\"; "
        }
      return "    \(names)) \(action)return ;;"
    }.joined(separator: "\n")
  }

  private static var options: String {
    CompletionTable.commands.map { command, _ in
      let names = CompletionTable.options(of: command).flatMap(\.names)
      return "      \(command)) _rota_words \"\(names.joined(separator: " "))\" ;;"
    }.joined(separator: "\n")
  }

  private static var endings: String {
    ImportFormat.allCases.map { format in
      let endings = CompletionTable.endings(format).joined(separator: " ")
      return "        \(2 + format.wordsBeforeFile),\(format.rawValue)) _rota_files \(endings) ;;"
    }.joined(separator: "\n")
  }
}
