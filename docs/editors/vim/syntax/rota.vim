" Vim syntax file
" Language: Rota, plans of training
" Made from the vocabulary: a change belongs there, not here.

if exists("b:current_syntax")
  finish
endif
let s:cpo = &cpo
set cpo&vim

syn case match
syn iskeyword @,48-57,_,192-255
syn sync minlines=50

" Of two that match at one place, the later one is taken.
syn match rotaWord ~\%(\k[.']\)\@<!\<\%(mobilisation\|registration\|publication\|unavailable\|attendance\|discussion\|afternoon\|available\|calendars\|cancelled\|catalogue\|programme\|published\|rotations\|timetable\|balanced\|ceremony\|exchange\|exercise\|exported\|fairness\|formerly\|holidays\|language\|leftover\|markdown\|meetings\|overview\|recovery\|research\|resource\|rotation\|scenario\|sequence\|sessions\|settings\|standard\|streamed\|teachers\|trainees\|unplaced\|article\|attends\|between\|changes\|classes\|compact\|compare\|doubles\|evening\|history\|holiday\|include\|lecture\|letters\|meeting\|morning\|periods\|publish\|recover\|replace\|require\|rotated\|session\|streams\|suggest\|teacher\|teaches\|unplace\|version\|workday\|absent\|across\|before\|breaks\|closed\|enough\|expect\|export\|groups\|import\|length\|locked\|lonely\|memory\|module\|needed\|output\|people\|period\|places\|prefer\|remote\|revert\|roster\|school\|shared\|should\|spread\|starts\|travel\|unlock\|venues\|weight\|wishes\|within\|after\|among\|break\|buses\|chair\|check\|class\|dates\|early\|first\|group\|hours\|joint\|known\|least\|lists\|mixed\|paper\|place\|print\|right\|seats\|signs\|sites\|solve\|steps\|study\|table\|theme\|timer\|times\|title\|units\|usage\|venue\|visit\|watch\|where\|width\|anew\|away\|beds\|cost\|days\|diff\|drop\|each\|edit\|else\|ends\|even\|exam\|exit\|form\|from\|help\|item\|json\|keep\|kind\|last\|list\|load\|lock\|meal\|most\|move\|must\|name\|near\|norm\|note\|once\|open\|over\|plan\|post\|quit\|redo\|role\|room\|runs\|same\|save\|seed\|show\|site\|stay\|time\|undo\|unit\|uses\|week\|zone\|all\|any\|bom\|csv\|day\|def\|dry\|for\|ics\|let\|not\|off\|per\|run\|set\|sex\|the\|try\|why\|as\|at\|by\|if\|in\|no\|of\|on\|to\|up\)\>\%([.']\k\)\@!~
syn match rotaConstant ~\%(\k[.']\)\@<!\<\%(true\|false\|Mon\|Tue\|Wed\|Thu\|Fri\|Sat\|Sun\)\>\%([.']\k\)\@!~
syn match rotaOperator ~\%(\k[.']\)\@<!\<\%(and\|or\|not\|mod\)\>\%([.']\k\)\@!~
syn match rotaOperator ~[-+*/=<>≠≤≥×÷]\|!=~
syn match rotaFunction ~\<\%(possible\|trainees\|unplaced\|ceiling\|weekday\|length\|placed\|count\|first\|floor\|hours\|round\|seats\|share\|cost\|date\|days\|text\|max\|min\|sum\)\ze[(（]~
syn match rotaControl ~\%(\%(^\|[;；{}｛｝]\)\s*\)\@<=\%(def\|for\|let\|if\)\>\%([.']\k\)\@!~
syn match rotaControl ~\%([}]\s*\)\@<=else\>~
syn match rotaCommand ~\%(\%(^\|[;；{}｛｝]\)\s*\)\@<=\%(import\s\+timetable\|show\s\+attendance\|check\s\+standard\|show\s\+catalogue\|show\s\+programme\|show\s\+published\|show\s\+timetable\|drop\s\+recovery\|drop\s\+scenario\|show\s\+exchange\|show\s\+fairness\|show\s\+overview\|show\s\+sessions\|show\s\+settings\|show\s\+unplaced\|show\s\+letters\|drop\s\+prefer\|import\s\+json\|publication\|import\s\+csv\|import\s\+ics\|show\s\+buses\|show\s\+hours\|show\s\+lists\|show\s\+signs\|show\s\+usage\|calendars\|edit\s\+plan\|published\|revert\s\+to\|show\s\+cost\|show\s\+days\|show\s\+plan\|show\s\+runs\|drop\s\+try\|exported\|formerly\|leftover\|scenario\|changes\|compare\|history\|include\|publish\|recover\|suggest\|unplace\|why\s\+not\|expect\|export\|import\|unlock\|check\|known\|place\|print\|solve\|watch\|diff\|drop\|edit\|exit\|help\|keep\|list\|load\|lock\|move\|quit\|redo\|save\|undo\|set\|try\|why\)\>\%([.']\k\)\@!~
syn match rotaKind ~\%(\%(^\|[;；{}｛｝]\)\s*\)\@<=\%(require\|prefer\|travel\|buses\|class\|beds\|plan\|run\)\>\%([.']\k\)\@!~
syn match rotaKind ~\%(\%(^\|[;；{}｛｝]\)\s*\)\@<=\%(mobilisation\|registration\|discussion\|ceremony\|exchange\|exercise\|research\|resource\|rotation\|standard\|lecture\|teacher\|module\|school\|study\|venue\|visit\|exam\|form\|meal\|site\|unit\|zone\)\>\%([.']\k\)\@!~ nextgroup=rotaName skipwhite
syn match rotaPhrase ~\%(\%(^\|[;；{}｛｝]\)\s*\)\@<=\%(for\s\+run\s\+of\s\+all\s\+rotations\|for\s\+all\s\+rotations\|for\s\+groups\s\+of\|for\s\+all\s\+runs\|for\s\+class\|for\s\+runs\|for\s\+run\)\>\%([.']\k\)\@!~
syn match rotaName ~[^[:blank:]"＂“”#＃{}｛｝()（）[\],，;；]\+~ contained

syn match rotaNumber ~\<\d\+\%(\.\d\+\)\=\%(\s*\%(periods\|people\|period\|person\|weeks\|days\|week\|day\|min\|h\|s\)\>\|[%％]\|\>\)~
syn match rotaDate ~\<\d\{4}-\d\{1,2}-\d\{1,2}\>~
syn match rotaTime ~\<\d\{1,2}[:：]\d\d\%(-\d\{1,2}[:：]\d\d\)\=\>~
syn match rotaPath ~[^[:blank:]"＂“”#＃{}｛｝()（）[\],，;；]\+\.\l\{2,5}\>~

syn region rotaString start=/"/ skip=/\\./ end=/"/ oneline contains=rotaEscape,rotaInterpolation
syn region rotaString start=/[“”＂]/ skip=/\\./ end=/["“”＂]/ oneline contains=rotaEscape,rotaInterpolation
syn match rotaEscape contained /\\["\\{}“”n]/
syn region rotaInterpolation contained matchgroup=rotaEscape start=/{/ end=/}/ oneline contains=TOP
syn region rotaComment start=/[#＃]/ end=/$/ oneline contains=rotaTodo,@Spell
syn keyword rotaTodo contained TODO FIXME XXX

hi def link rotaWord Keyword
hi def link rotaPhrase Keyword
hi def link rotaConstant Constant
hi def link rotaOperator Operator
hi def link rotaFunction Function
hi def link rotaControl Conditional
hi def link rotaCommand Statement
hi def link rotaKind Type
hi def link rotaName Identifier
hi def link rotaNumber Number
hi def link rotaDate Number
hi def link rotaTime Number
hi def link rotaPath String
hi def link rotaString String
hi def link rotaEscape Special
hi def link rotaComment Comment
hi def link rotaTodo Todo

let b:current_syntax = "rota"
let &cpo = s:cpo
unlet s:cpo
