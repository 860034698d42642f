/// Commands, control words, options, functions and units.
extension Vocabulary {
  private static func command(
    _ word: String, _ usage: String? = nil, opens: Context? = nil, help: String, example: String
  ) -> VocabularyEntry {
    VocabularyEntry(
      word, .command, in: [.top], usage: usage, opens: opens, help: help, example: example)
  }

  /// A session by all that tells it from others, as saved lines name it.
  private static let fullSession = """
    session:NAME of module:NAME [meeting meeting:COUNT] for \
    ( group NUMBER of class class:NUMBER of run run:NUMBER | class class:NUMBER of run run:NUMBER \
    | run run:NUMBER | runs NUMBERS | all runs | joint [run run:NUMBER] ) of rotation:NAME
    """

  public static let commands: [VocabularyEntry] = [
    command(
      "check", help: "set demand against supply, and say what is impossible; needs no timetable",
      example: "check"),
    command(
      "check standard", "check standard STANDARD [by (school | rotation)]",
      help:
        "a standard article by article: whether the plan keeps it, by how much it does not, and which sessions decide that; "
        + "or schools or rotations side by side",
      example: "check standard Hours"),
    command(
      "why", "why [( <session> | NUMBER )]",
      help:
        "which of your statements clash: the smallest set of the first proof, or of another; or "
        + "what holds a session where it is. `why not` asks of another time, place or teacher",
      example: "why"),
    command(
      "why not",
      """
      why not <session> ( at DATE [PERIOD] [in PLACES] [by TEACHERS] | in PLACES [by TEACHERS] \
      | by TEACHERS )
      """,
      help:
        "what stands against a session at a time, or where it is in another place or by somebody else: each rule with its statement, what is in the "
        + "way, and what it would cost; or the `move` that does it",
      example: "why not Ethics of run 1 at 2027-03-02 am in Hall"),
    command(
      "suggest", "suggest <session>",
      help:
        "where else a session could be, the cheapest first, and where it could be if one other "
        + "session moved",
      example: "suggest Ethics of run 1"),
    command(
      "solve", "solve [keep [from DATE]] [for DURATION] [steps COUNT] [seed NUMBER]",
      help:
        "make a timetable, or better the one there is; locked sessions stay. The same seed and steps give the same one; `for` a time need not. `keep` repairs the one there is and moves as little as it can from what is published; what lies before the date stays",
      example: "solve for 10 s"),
    command(
      "show timetable", "show timetable [of <target>]",
      help: "week grids of everything, or of one class, run, rotation, school, teacher, venue or "
        + "site; of one day, classes across",
      example: "show timetable of class 1 of run 2"),
    command(
      "show programme", "show programme [of <target>]",
      help: "the programme table: a row for each session by date and part of the day",
      example: "show programme of run 1"),
    command(
      "show overview", "show overview [of <target>]",
      help: "the whole of each rotation, its runs below each other: one A3 sheet for the wall",
      example: "show overview of rotation Spring"),
    command(
      "show days", "show days [of <target>]",
      help: "a sheet for each day: classes across, periods down",
      example: "show days of day 2027-03-01"),
    command(
      "show sessions", "show sessions [of <target>]",
      help: "a row for each session, with the columns that schools' spreadsheets have",
      example: "show sessions of teacher Li"),
    command(
      "show lists", "show lists [of <target>]",
      help: "the people of each class", example: "show lists of class 1 of run 1"),
    command(
      "show attendance", "show attendance [of <target>]",
      help: "sheets to sign, for each class: a column for each morning, afternoon and evening, or, "
        + "of one day, for each session",
      example: "show attendance of day 2027-03-01"),
    command(
      "show letters", "show letters [of <target>]",
      help: "a letter to each teacher: what, when, where and for whom",
      example: "show letters of teacher Li"),
    command(
      "show buses", "show buses [of <target>]",
      help: "who goes out on each day, when, and on which buses",
      example: "show buses of run 1"),
    command(
      "show signs", "show signs [of <target>]",
      help: "a sign for the door of each venue and day", example: "show signs of venue Hall"),
    command(
      "show hours", "show hours [of <target>]",
      help: "hours by form, theme and teacher", example: "show hours of run 1"),
    command("show plan", help: "the plan as statements", example: "show plan"),
    command(
      "show runs", "show runs [of <target>]", help: "runs, classes and units: who goes when",
      example: "show runs"),
    command(
      "show catalogue", "show catalogue [of <target>]",
      help: "every course of each school: module, form, for whom, by whom, where, hours and times",
      example: "show catalogue"),
    command(
      "show exchange", "show exchange [of <target>]",
      help: "what schools give each other: hours taught, hours of places, person-days received",
      example: "show exchange"),
    command(
      "show usage", help: "how much each place, teacher and resource is used by the timetable",
      example: "show usage"),
    command(
      "show fairness",
      help:
        "who has how much beside others, and what a fair share would be: hours of teachers, sites and venues of runs, people of classes and groups",
      example: "show fairness"),
    command(
      "show cost", "show cost [of ( <target> | <session> )]",
      help: "what the timetable costs, by wish and for whom; or all that concerns one of them",
      example: "show cost of class 1 of run 2"),
    command(
      "show unplaced", help: "sessions without a place in the timetable, and why",
      example: "show unplaced"),
    command(
      "show published", help: "the timetable that people have, as `publish` told them",
      example: "show published"),
    command("show settings", help: "every option and its value", example: "show settings"),
    command(
      "list", "list LISTING [where VALUE] [by FIELD]",
      help: "a table of sessions, classes, runs, venues, sites, teachers, units, modules, "
        + "rotations, people, costs or scenarios",
      example: "list sessions where form = visit by site"),
    command(
      "move", "move <session> to DATE [at PERIOD] [in PLACES] [by TEACHERS]",
      help: "put a session elsewhere; says which rules stand against it",
      example: "move Ethics of run 1 to 2027-03-02 at am in Hall"),
    command(
      "place", "place <session> at DATE PERIOD [in PLACES] [by TEACHERS] [locked]",
      help: "give a session its time, place and teachers, as a saved timetable does",
      example: "place Ethics of run 1 at 2027-03-02 am in Hall by Li locked"),
    command(
      "leftover",
      """
      leftover session:NAME of module:NAME [meeting meeting:COUNT] for \
      ( group NUMBER of class class:NUMBER of run run:NUMBER | class class:NUMBER of run run:NUMBER \
      | run run:NUMBER | runs NUMBERS | all runs | joint [run run:NUMBER] ) of rotation:NAME at DATE PERIOD \
      [in PLACES] [by TEACHERS] [locked]
      """,
      help: "where a session stands that the plan no longer has, as `save` writes it",
      example: "leftover Ethics of Basics for class 9 of run 1 of Spring at 2027-03-02 am in Hall"),
    command(
      "lock", "lock (all | <session>)",
      help: "keep a session where it is when solving", example: "lock Ethics of run 1"),
    command(
      "unlock", "unlock (all | <session>)",
      help: "let a session be moved again", example: "unlock all"),
    command(
      "unplace", "unplace (all | <session>)",
      help: "take a session out of the timetable", example: "unplace Ethics of run 1"),
    command(
      "try", "try [REPAIR]", opens: .top,
      help:
        "run the statements in braces on a copy and tell what they would change; with a number, "
        + "that repair of the last `why`",
      example: "try { venue Hall seats 400 }"),
    command(
      "keep", "keep [( REPAIR | SCENARIO )]",
      help:
        "make the last `try` real, a repair of the last `why` by its number, or a scenario: one step, "
        + "which `undo` takes back",
      example: "keep"),
    command("drop try", help: "forget the last `try`", example: "drop try"),
    command(
      "scenario", "scenario SCENARIO [anew]", opens: .top,
      help:
        "keep the plan with the statements in braces as an alternative, or, `anew`, the statements "
        + "alone; said again it goes on from itself; without braces, tell what it comes to",
      example: "scenario large { venue Hall seats 400 }"),
    command(
      "drop scenario", "drop scenario SCENARIO", help: "forget an alternative",
      example: "scenario large { venue Hall }; drop scenario large"),
    command(
      "compare", "compare SCENARIOS",
      help: "figures of scenarios side by side, `now` for the plan as it is; * where they differ",
      example: "scenario large { venue Hall }; compare now, large"),
    command(
      "publish", "publish [from DATE]",
      help:
        "the present timetable is the one that people have from now on; refused where it breaks hard rules, but for those that sessions before the date break where people know them to be",
      example: "publish"),
    command(
      "changes", "changes [for <target>]",
      help:
        "who and what has moved since `publish`; for one class, run, teacher, venue, site or day, the notice to it",
      example: "changes for teacher Li"),
    command(
      "publication", "publication COUNT on DATE",
      help: "which publication people have, as `save` writes it; `published` lines follow",
      example: "publication 2 on 2027-02-20"),
    command(
      "known", "known classes NAMES of rotation:NAME",
      help:
        "the classes that people know of, as `save` writes it: run and number, then a name of their own",
      example: "publication 1 on 2027-02-20; known classes \"1-1\", \"1-2 Cadres\" of Spring"),
    command(
      "published",
      """
      published \(fullSession) at DATE PERIOD TIMES \
      [in PLACES] [by TEACHERS] [absent NAMES] [sequence COUNT] [cancelled]
      """,
      help: "what people know of a session, as `save` writes it; `absent` classes do not attend it",
      example:
        "published Ethics of Basics for run 1 of Spring at 2027-03-02 am 09:00-10:30 in Hall by Li sequence 1"
    ),
    command(
      "exported",
      """
      exported \(fullSession) at DATE PERIOD TIMES \
      [in PLACES] [by TEACHERS] [absent NAMES] [sequence COUNT] [cancelled]
      """,
      help:
        "what calendars have of a session, where it is other than published, as `save` writes it",
      example:
        "exported Ethics of Basics for run 1 of Spring at 2027-03-02 am 09:00-10:30 in Hall by Li sequence 2"
    ),
    command(
      "formerly",
      "formerly \(fullSession) at DATE TIMES [in PLACES] [by TEACHERS] [classes NAMES]",
      help:
        "who had a session and has it no more, as `save` writes it after the line of the session; their calendars cancel it",
      example:
        "published Ethics of Basics for run 1 of Spring at 2027-03-02 am 09:00-10:30 by Wu; formerly Ethics of Basics for run 1 of Spring at 2027-03-02 09:00-10:30 by Li"
    ),
    command(
      "calendars", "calendars ( sequence COUNT | classes NAMES of rotation:NAME )",
      help:
        "the number of its version with which a new event begins, or classes that have been given any, as `save` writes it",
      example: "calendars sequence 3"),
    command(
      "drop",
      """
      drop ( CLAUSE [SAID] of ( run run:NUMBER [of OWNER] \
      | class NUMBER of run run:NUMBER [of OWNER] | plan [holder:NAME] \
      | ( teacher | venue | site | unit | school | module | rotation | standard ) holder:NAME \
      | ( session | FORM ) holder:NAME [of OWNER] | holder:NAME ) \
      | KIND [NAME [to to:NAME]] [NUMBER] [( of run run:NUMBER [of OWNER] | of OWNER )] )
      """,
      help:
        "take something out of the plan, or a clause out of something: all that it says by that word, or, "
        + "with what a clause says, that one alone; names what still refers to it",
      example:
        "teacher Rivera { unavailable Mon; unavailable Fri }; drop unavailable Fri of teacher Rivera"
    ),
    command(
      "drop prefer", "drop prefer [WISH]",
      help: "take back a wish: as it was said, or by its number among the wishes",
      example: "prefer compact days; prefer early lecture weight 2; drop prefer compact days"),
    command("undo", "undo [STEPS]", help: "take back the last statements", example: "undo"),
    command("redo", "redo [STEPS]", help: "do again what was taken back", example: "redo"),
    command(
      "diff", "diff [POINTS]",
      help:
        "what the last statement changed in plan, timetable and options: - for what went, + for what came; or what has "
        + "changed since a statement of `history`, or between two; 0 is the beginning",
      example: "venue Hall; diff 0"),
    command(
      "revert to", "revert to POINT",
      help:
        "make everything as it was after a statement of `history`; one step, which `undo` takes back; 0 is the beginning",
      example: "venue Hall; revert to 0"),
    command(
      "recover",
      help:
        "give back the work of a shell that came to a sudden end: every statement that it had completed, each a step "
        + "that `undo` takes back, and the timetables that it had found",
      example: "recover"),
    command(
      "drop recovery", help: "throw that work away", example: "drop recovery"),
    command(
      "edit",
      help:
        "change the last input in your editor (VISUAL, EDITOR, or else vi); what comes back is run",
      example: "edit"),
    command(
      "edit plan",
      help:
        "change the whole plan, as `show plan` writes it, in your editor; what comes back takes its place, one step, which "
        + "`undo` takes back, and the timetable stays. Where it is wrong the plan is as it was, and your text is kept",
      example: "edit plan"),
    command(
      "watch", "watch FILE",
      help:
        "load a script, and again whenever it is saved, or a file that it reads: what it changes, and what is wrong. Ctrl-C ends it; "
        + "the last plan without errors stays, one step, which `undo` takes back",
      example: "watch \"plan.rota\""),
    command(
      "save", "save [over] FILE", help: "write plan and timetable as a script",
      example: "save \"plan.rota\""),
    command("load", "load FILE", help: "begin anew from a script", example: "load \"plan.rota\""),
    command(
      "include", "include FILE", help: "run the statements of a file here",
      example: "include \"rooms.rota\""),
    command(
      "import", "import format:WORD FILE",
      help: "add what a file of another format describes: ctt, course timetabling",
      example: "import ctt \"comp01.ctt\""),
    command(
      "import csv", "import csv table:WORD FILE [for ROTATION] [dry run]",
      help:
        "declare what a table from a spreadsheet lists: teachers, venues, sites, units or availability; or "
        + "the roster of a rotation, people by name; `dry run` only prints the statements",
      example: "import csv teachers \"teachers.csv\" dry run"),
    command(
      "import ics",
      "import ics FILE ( as holidays | for ( teacher | venue | site ) NAME ) [dry run]",
      help:
        "the times at which a calendar (iCalendar) says that a teacher or a place is taken, or its whole "
        + "days as holidays; `dry run` only prints the statements",
      example: "teacher Li; import ics \"li.ics\" for teacher Li dry run"),
    command(
      "import json", "import json FILE as holidays [dry run]",
      help:
        "the holidays of a list (JSON: `days` with `date`, `name` and `isOffDay`), and the days worked in "
        + "exchange for them; `dry run` only prints the statements",
      example: "import json \"2027.json\" as holidays dry run"),
    command(
      "import timetable", "import timetable FILE",
      help:
        "begin with the timetable of another plan, such as that of the year before: each session that this plan "
        + "has too, on the same day of its run, in the same period and place and with the same teachers; "
        + "`solve keep` then mends what does not fit",
      example: "import timetable \"plan-2026.rota\""),
    command(
      "export",
      """
      export [( timetable | programme | overview | days | sessions | runs | catalogue | exchange \
      | lists | attendance | letters | buses | signs | hours | usage | fairness | changes )] format:WORD FILE [of <target>] \
      [each ( class | run | teacher | venue | site )] [no bom] [replace]
      """,
      help:
        "write all timetables, or one report, to a file: text, html, pdf, markdown, csv, json, ics (iCalendar) or ctt (course timetabling); csv and json have the sessions where no report is named. `each` writes a calendar for each of them, under the file's name and theirs. A csv begins with a byte order mark, without which spreadsheets garble Chinese; `no bom` leaves it out. A file that Rota did not write, or that was changed since, is kept unless you say `replace`",
      example: "export html \"plan.html\""),
    command(
      "set", "set OPTION (WORD | COUNT)",
      help: "change an option: " + options.map(\.word).joined(separator: ", "),
      example: "set seed 7"),
    command("print", "print VALUES", help: "print values", example: "print \"seats:\", 500"),
    command(
      "expect", "expect VALUE [TEXT]",
      help: "fail unless this holds here and now; scripts test plans with it",
      example: "expect count(teachers) = 0 \"no teachers yet\""),
    command(
      "help", "help [SUBJECT]", help: "help on a word, several, a topic or an error",
      example: "help venue"),
    command(
      "history", help: "the statements that changed something, with their numbers and times",
      example: "history"),
    command("quit", help: "leave", example: "quit"),
    command("exit", help: "leave", example: "exit"),
  ]

  public static let controls: [VocabularyEntry] = [
    control("let", "let NAME = VALUE", help: "give a value a name", example: "let people = 62"),
    control(
      "for", "for NAME in VALUE { … }", help: "once for each value of a range or list",
      example: "for n in 1..3 { venue \"Room {n}\" seats 65 }"),
    control(
      "if", "if VALUE { … } [else { … }]", help: "only where something holds",
      example: "let big = true; if big { venue Hall } else { venue Room }"),
    control(
      "def", "def NAME(NAMES) { … }", help: "statements, or with = a value, under a name",
      example: "def room(n, s) { venue \"Room {n}\" seats s }; room(1, 65)"),
  ]

  private static func control(
    _ word: String, _ usage: String, help: String, example: String
  ) -> VocabularyEntry {
    VocabularyEntry(
      word, .control, in: Set(Context.allCases.filter { $0 != .expression && $0 != .options }),
      usage: usage, help: help, example: example)
  }

  public static let options: [VocabularyEntry] = [
    option("seed", "set seed NUMBER", help: "the number that chance starts from (1)"),
    option("steps", "set steps COUNT", help: "how many steps `solve` takes when no time is given"),
    option("width", "set width COUNT", help: "columns of text output; 0 takes the terminal's"),
    option(
      "output", "set output ( table | csv | json | markdown )",
      help: "how `list` and reports print: table, csv, json or markdown"),
    option("timer", "set timer ( on | off )", help: "on: say how long each statement took"),
    option(
      "memory", "set memory COUNT",
      help: "megabytes of memory that a statement may take before it is ended"),
  ]

  private static func option(_ word: String, _ usage: String, help: String) -> VocabularyEntry {
    let value = ["output": "table", "timer": "on", "memory": "4000"][word] ?? "80"
    return VocabularyEntry(
      word, .option, in: [.options], usage: usage, help: help, example: "set \(word) \(value)")
  }

  public static let functions: [VocabularyEntry] = [
    function(
      "count", "count(LISTING, where: VALUE)",
      help: "how many sessions, classes, runs, venues, sites, teachers, units, modules, "
        + "rotations, people, costs or scenarios",
      example: "expect count(venues) = 0"),
    function(
      "hours", "hours(form: FORM, module: MODULE, theme: THEME, role: ROLES, teacher: TEACHER)",
      help:
        "hours that one trainee is taught, or that a teacher teaches; all, or those named: of a form, a module, a theme, or by somebody with a role",
      example: "print hours()"),
    function(
      "share", "share(form: FORM, module: MODULE, theme: THEME, role: ROLES)",
      help: "the share of the hours of the programme", example: "print share(form: visit)"),
    function(
      "trainees", "trainees(UNIT)", help: "how many people are trained, in all or of a unit",
      example: "print trainees()"),
    function(
      "days", "days()", help: "teaching days that each trainee is in house, at least",
      example: "print days()"),
    function(
      "placed", "placed()", help: "how many sessions have a place in the timetable",
      example: "print placed()"),
    function(
      "unplaced", "unplaced()", help: "how many sessions have none", example: "print unplaced()"),
    function("cost", "cost()", help: "what the timetable costs", example: "print cost()"),
    function(
      "possible", "possible()", help: "false where `check` proves the plan impossible",
      example: "print possible()"),
    function(
      "seats", "seats(PLACE)", help: "the seats of a venue or site",
      example: "venue H seats 9; expect seats(H) = 9"),
    function(
      "length", "length(VALUE)", help: "how many items or characters",
      example: "expect length([1, 2]) = 2"),
    function("sum", "sum(LIST)", help: "the items added up", example: "expect sum([1, 2]) = 3"),
    function("min", "min(LIST)", help: "the least item", example: "expect min([1, 2]) = 1"),
    function("max", "max(LIST)", help: "the greatest item", example: "expect max([1, 2]) = 2"),
    function(
      "round", "round(NUMBER)", help: "to the nearest whole number; halves go up",
      example: "expect round(7 / 2) = 4"),
    function(
      "floor", "floor(NUMBER)", help: "down to a whole number", example: "expect floor(7 / 2) = 3"),
    function(
      "ceiling", "ceiling(NUMBER)", help: "up to a whole number",
      example: "expect ceiling(7 / 2) = 4"),
    function("text", "text(VALUE)", help: "a value as text", example: "expect text(3) = \"3\""),
    function(
      "weekday", "weekday(DATE)", help: "the weekday of a date",
      example: "expect weekday(2023-02-23) = Thu"),
    function(
      "date", "date(NUMBER, NUMBER, NUMBER)",
      help:
        "the day of a year, a month and a day of the month, so that a plan can move to another year",
      example: "let year = 2027; expect date(year, 3, 1) = 2027-03-01"),
    function(
      "first", "first(WEEKDAYS, DATE)",
      help: "the first such weekday from a date on, that date included",
      example: "expect first(Mon, 2027-03-03) = 2027-03-08"),
  ]

  private static func function(
    _ word: String, _ usage: String, help: String, example: String
  ) -> VocabularyEntry {
    VocabularyEntry(word, .function, in: [.expression], usage: usage, help: help, example: example)
  }

  /// Units of quantities. Their words are written after a number.
  public static let units: [VocabularyEntry] = [
    unit("people", help: "persons"), unit("person", help: "persons"),
    unit("s", help: "seconds, for `solve for`"), unit("min", help: "minutes"),
    unit("h", help: "hours"), unit("days", help: "days"), unit("day", help: "days"),
    unit("weeks", help: "weeks of seven days"), unit("week", help: "weeks of seven days"),
    unit("periods", help: "periods of the timetable"),
    unit("period", help: "periods of the timetable"), unit("%", help: "hundredths"),
  ]

  private static func unit(_ word: String, help: String) -> VocabularyEntry {
    VocabularyEntry(
      word, .unit, in: [.expression], help: help,
      example: word == "%" ? "print 25%" : "print 2 \(word)")
  }
}
