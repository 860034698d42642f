# fish completion for rota
# Made from the tables of the command line: a change belongs there, not here.

# The words before the cursor that are no options and no values of options.
function __rota_operands
    set -l skips false
    for word in (commandline -opc)[2..-1]
        if $skips
            set skips false
        else if contains -- $word -e --set --seed --threads --color -o --plan
            set skips true
        else if not string match -q -- '-?*' $word
            echo $word
        end
    end
end

function __rota_command_is
    set -l command (__rota_operands)[1]
    contains -- "$command" run check fmt import help; or set command run
    contains -- $command $argv
end

# Whether so many words, and these at their head, stand before the cursor.
function __rota_stands_at
    set -l operands (__rota_operands)
    test (count $operands) -eq $argv[1]; or return
    set -l wanted $argv[2..-1]
    test (count $wanted) -eq 0; or test "$operands[1..$(count $wanted)]" = "$wanted"
end

complete -c rota -f
complete -c rota -n '__rota_stands_at 0' -a run -d 'run scripts; without any, the prompt, or statements from standard input'
complete -c rota -n '__rota_stands_at 0' -a check -d 'read the declarations of scripts, as one plan, and say whether it is possible'
complete -c rota -n '__rota_stands_at 0' -a fmt -d 'lay scripts out anew, in place; `-` reads standard input and prints'
complete -c rota -n '__rota_stands_at 0' -a import -d 'write what another format\'s file describes'
complete -c rota -n '__rota_stands_at 0' -a help -d 'help on a word of the language'
complete -c rota -n '__rota_command_is run check' -s e -x -d 'run this text, in its turn among the files; may be given again'
complete -c rota -n '__rota_command_is run' -s i -d 'stay at the prompt after the scripts'
complete -c rota -n '__rota_command_is run check' -l set -x -d 'give scripts a variable; may be given again'
complete -c rota -n '__rota_command_is run check' -l seed -x -d 'the number that chance starts from'
complete -c rota -n '__rota_command_is run check' -l threads -x -d 'threads for solving; the result is the same'
complete -c rota -n '__rota_command_is run check fmt import' -l json -d 'diagnostics and tables as JSON, one object a line'
complete -c rota -l color -x -a 'auto always never' -d 'auto, always or never; NO_COLOR is kept'
complete -c rota -l no-rc -d 'do not read the start-up file at the prompt'
complete -c rota -n '__rota_command_is run check import' -l sandbox -d 'reach no file outside the script\'s folder, and start no other program'
complete -c rota -s q -l quiet -d 'results only, no words about what was done'
complete -c rota -n '__rota_command_is fmt' -l check -d 'with fmt: change nothing, name the files that would change'
complete -c rota -n '__rota_command_is import' -s o -x -k -a '(__fish_complete_suffix .rota)' -d 'with import: the file to write, instead of printing'
complete -c rota -n '__rota_command_is import' -l plan -x -k -a '(__fish_complete_suffix .rota)' -d 'with import: the plan that the file speaks of'
complete -c rota -n '__rota_command_is import' -l dry-run -d 'with import: only print the statements'
complete -c rota -s h -l help -d 'this text'
complete -c rota -s V -l version -d 'the version'
complete -c rota -n '__rota_stands_at 1 import' -a ctt -d 'course timetabling: .ctt and .ectt'
complete -c rota -n '__rota_stands_at 1 import' -a csv -d 'a table of a spreadsheet'
complete -c rota -n '__rota_stands_at 1 import' -a ics -d 'a calendar'
complete -c rota -n '__rota_stands_at 1 import' -a json -d 'a list of holidays'
complete -c rota -n '__rota_stands_at 2 import csv' -a 'teachers venues sites units availability roster'
complete -c rota -n '__rota_command_is help; and not __rota_stands_at 0' -a 'plan school zone travel venue site teacher unit buses beds resource form module rotation run class prefer require standard lecture mobilisation study discussion visit exchange ceremony exam research exercise meal registration dates days period holiday workday closed break language time paper title kind seats streams open from post role teaches remote available unavailable at norm wishes people away for periods times over in to not streamed by chair item uses first last after before right same within on morning afternoon evening across theme note trainees runs length classes roster starts ends between units name room attends compact no even spread doubles early near enough balanced shared mixed rotated keep weight version article check why suggest solve show list move place leftover lock unlock unplace try drop scenario compare publish changes publication known published exported formerly calendars undo redo diff revert recover edit watch save load include import export set print expect help history quit exit let if def seed steps width output timer memory count hours share placed unplaced cost possible sum min max round floor ceiling text weekday date person s h day weeks week'
complete -c rota -n '__rota_command_is run check fmt' -k -a '(__fish_complete_suffix .rota)'
complete -c rota -n '__rota_stands_at 2 import ctt' -k -a '(__fish_complete_suffix .ctt)'
complete -c rota -n '__rota_stands_at 2 import ctt' -k -a '(__fish_complete_suffix .ectt)'
complete -c rota -n '__rota_stands_at 3 import csv' -k -a '(__fish_complete_suffix .csv)'
complete -c rota -n '__rota_stands_at 2 import ics' -k -a '(__fish_complete_suffix .ics)'
complete -c rota -n '__rota_stands_at 2 import json' -k -a '(__fish_complete_suffix .json)'
