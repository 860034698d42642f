# bash completion for rota
# Made from the tables of the command line: a change belongs there, not here.

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
      -e | --set | --seed | --threads | --color | -o | --plan)
        index=$((index + 1))
        if [[ ${COMP_WORDS[index]} == = ]]; then index=$((index + 1)); fi ;;
      -?*) ;;
      *) operands+=("${COMP_WORDS[index]}") ;;
    esac
  done
  case $previous in
    -e) return ;;
    --set) return ;;
    --seed) return ;;
    --threads) return ;;
    --color) _rota_words "auto always never"; return ;;
    -o) _rota_files rota; return ;;
    --plan) _rota_files rota; return ;;
  esac
  case ${operands[0]:-} in
    run | check | fmt | import | help) command=${operands[0]} ;;
  esac
  if [[ $current == -* ]]; then
    case $command in
      run) _rota_words "-e -i --set --seed --threads --json --color --no-rc --sandbox -q --quiet -h --help -V --version" ;;
      check) _rota_words "-e --set --seed --threads --json --color --no-rc --sandbox -q --quiet -h --help -V --version" ;;
      fmt) _rota_words "--json --color --no-rc -q --quiet --check -h --help -V --version" ;;
      import) _rota_words "--json --color --no-rc --sandbox -q --quiet -o --plan --dry-run -h --help -V --version" ;;
      help) _rota_words "--color --no-rc -q --quiet -h --help -V --version" ;;
    esac
    return
  fi
  case $command in
    import)
      case ${#operands[@]},${operands[1]:-} in
        1,*) _rota_words "ctt csv ics json" ;;
        2,csv) _rota_words "teachers venues sites units availability roster" ;;
        2,ctt) _rota_files ctt ectt ;;
        3,csv) _rota_files csv ;;
        2,ics) _rota_files ics ;;
        2,json) _rota_files json ;;
      esac ;;
    help) _rota_words "plan school zone travel venue site teacher unit buses beds resource form module rotation run class prefer require standard lecture mobilisation study discussion visit exchange ceremony exam research exercise meal registration dates days period holiday workday closed break language time paper title kind seats streams open from post role teaches remote available unavailable at norm wishes people away for periods times over in to not streamed by chair item uses first last after before right same within on morning afternoon evening across theme note trainees runs length classes roster starts ends between units name room attends compact no even spread doubles early near enough balanced shared mixed rotated keep weight version article check why suggest solve show list move place leftover lock unlock unplace try drop scenario compare publish changes publication known published exported formerly calendars undo redo diff revert recover edit watch save load include import export set print expect help history quit exit let if def seed steps width output timer memory count hours share placed unplaced cost possible sum min max round floor ceiling text weekday date person s h day weeks week" ;;
    *)
      if [[ ${#operands[@]} == 0 ]]; then _rota_words "run check fmt import help"; fi
      _rota_files rota ;;
  esac
}

complete -F _rota rota
