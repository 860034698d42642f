/// Help on a matter of several words: what belongs together, and how it is done.
struct HelpTopic: Sendable {
  let word: String
  /// Other words by which it is asked for.
  let aliases: [String]
  let lines: [String]
  /// Statements that show it; the tests run them.
  let example: String
  /// Words that tell more.
  let related: [String]

  static func named(_ word: String) -> HelpTopic? {
    all.first { $0.word == word || $0.aliases.contains(word) }
  }

  static let all: [HelpTopic] = [
    HelpTopic(
      word: "planning", aliases: ["start", "begin", "scheduling", "timetabling"],
      lines: [
        "A plan says when (`plan`), where (`venue`, `site`), who teaches (`teacher`), what",
        "(`module`, with its sessions) and for whom (`unit`, `rotation`). After each statement the",
        "prompt tells whether the plan can be; `why` tells which statements clash where it cannot.",
        "`save` writes plan and timetable, `load` reads them again.",
      ],
      example: """
        plan Spring { dates 2027-03-01 .. 2027-03-05; period am 09:00-10:30 }
        venue Hall seats 90
        module Theory { lecture Ethics for run }
        rotation R { trainees 60 people; teaches Theory }
        check
        """,
      related: ["plan", "module", "rotation", "check", "why", "solve"]),
    HelpTopic(
      word: "solving", aliases: ["solver", "schedule", "optimise", "optimize", "clashes"],
      lines: [
        "`check` says at once what cannot be. `solve` makes a timetable, or goes on from the one",
        "there is: with a time (`solve for 30 s`) or for a number of steps, which gives the same",
        "timetable again. Ctrl-C keeps the best so far. `lock` holds sessions where they are, and",
        "`solve keep` moves as little as it can. `show unplaced` lists what found no place, `show",
        "cost` what the wishes cost, `why` and `why not` the rules around one session, `suggest`",
        "where else it could be, and `move` puts it there.",
      ],
      example: """
        plan P { dates 2027-03-01 .. 2027-03-02; period am 09:00-10:30; period pm 13:00-14:30 }
        venue Hall seats 90
        module M { lecture Ethics for run; lecture Law { for run; after Ethics } }
        rotation R { trainees 60 people; length 2 days; teaches M }
        solve steps 1000
        why Law of run 1
        show unplaced
        """,
      related: ["solve", "check", "lock", "move", "suggest", "why not", "prefer"]),
    HelpTopic(
      word: "wishes", aliases: ["wish", "preferences", "preference", "weights", "soft"],
      lines: [
        "`prefer` and a wish: a timetable that breaks it is allowed, and costs its `weight` each",
        "time. Rules stand in the plan itself, and are never broken. `show cost` tells what each",
        "wish costs, `list costs` where.",
      ],
      example: "prefer compact days weight 2\nprefer early lecture",
      related: ["prefer", "weight", "show cost"]),
    HelpTopic(
      word: "dates",
      aliases: [
        "weekdays", "windows", "calendar", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun", "spans",
      ],
      lines: [
        "A date is written 2027-03-01 or 2027年3月1日, a weekday Mon Tue Wed Thu Fri Sat Sun, a time",
        "09:00, times 09:00-10:30. Two dots make a span: 2027-03-01 .. 2027-03-12, Mon .. Fri. Where",
        "windows are taken these stand side by side, with periods by name; commas part one window",
        "from the next.",
      ],
      example: """
        plan P { dates 2027-03-01 .. 2027-03-12; days Mon .. Fri; period am 09:00-10:30 }
        teacher Li unavailable Mon am, 2027-03-09 .. 2027-03-10, Fri 13:00-18:00
        """,
      related: ["dates", "days", "period", "holiday", "workday", "unavailable"]),
    HelpTopic(
      word: "names", aliases: ["quotes", "quoting", "strings"],
      lines: [
        "A name of one word is written as it is; one with spaces, or one that is a word of the",
        "language there, stands in \"quotes\". Names may be Chinese or any other letters. Tab writes",
        "the quotes where they are needed.",
      ],
      example: "venue Hall; venue \"Room 3\"; venue 礼堂",
      related: ["let"]),
    HelpTopic(
      word: "editing",
      aliases: [
        "keys", "keyboard", "completion", "tab", "prompt", "Ctrl-C", "Ctrl-D", "Ctrl-R", "Ctrl-S",
        "Ctrl-Z", "Tab",
      ],
      lines: [
        "Tab completes, or lists what may stand here. Up and Down go through what was typed before,",
        "of what begins the line already. Ctrl-R searches it: type what is to be in the line, Ctrl-R",
        "again goes on to older ones, Ctrl-S back, Enter runs what is found, Escape or an arrow leaves",
        "it to be edited, Ctrl-G brings your own line back. Ctrl-A and Ctrl-E go to the ends of the",
        "line, Ctrl-W deletes a word, Ctrl-K the rest, Ctrl-Y brings it back, Ctrl-L clears the",
        "screen. A brace that is open goes on on the next line. Ctrl-C gives the line up, or ends",
        "what is running; Ctrl-D on an empty line leaves, and says first if work is in no file.",
        "~/.editrc can change the keys: `bind -v` takes those of vi. `edit` opens the last input in",
        "your editor, `edit plan` the plan.",
      ],
      example: "",
      related: ["edit", "edit plan", "history", "undo"]),
    HelpTopic(
      word: "conditions",
      aliases: [
        "where", "operators", "comparison", "filter", "filters", "fields", "and", "or", "not",
      ],
      lines: [
        "A condition compares with = != < <= > >= and joins with `and`, `or` and `not`; `in` asks",
        "whether something is in a list. After `where` it is judged for each row, of which it names",
        "the fields, which head the table's columns. In `require` it is about the whole plan, with",
        "measures such as `count(runs)`.",
      ],
      example: """
        venue Hall seats 90
        venue "Room 1" seats 35
        list venues where seats >= 40 and name != "Aula"
        list venues where name in [Hall, "Room 1"]
        """,
      related: ["list", "require", "if", "count"]),
    HelpTopic(
      word: "paging", aliases: ["pager", "less", "scrolling"],
      lines: [
        "At the prompt what has more rows than the screen is shown by the program that the variable",
        "PAGER of the environment names, or else by `less -R`; `q` leaves it. With PAGER set to",
        "nothing all is printed at once. Scripts never page.",
      ],
      example: "",
      related: ["show timetable", "set"]),
    HelpTopic(
      word: "settings",
      aliases: ["options", "configuration", "startup", "start-up", "rc"],
      lines: [
        "`set` changes an option for as long as the shell runs, `show settings` lists them all. What is to",
        "hold each time stands in the start-up file, ~/.config/rota/rc.rota (or rota/rc.rota under",
        "$XDG_CONFIG_HOME), which the prompt runs before anything else and scripts never do; `rota",
        "--no-rc` goes without it. Paths in it are taken from its own folder. Keys are set in ~/.editrc.",
      ],
      example: "set timer on",
      related: ["set", "show settings"]),
    HelpTopic(
      word: "printing", aliases: ["reports", "exporting", "pdf", "excel", "spreadsheet"],
      lines: [
        "`show` writes a report to the screen, `export` to a file: html and pdf for paper, csv for",
        "spreadsheets, ics for calendars, text, markdown and json. Either can be of one class, run,",
        "teacher, place or day. The plan's `language`, `paper` and `title` say how pages look.",
      ],
      example: "plan P { language zh-Hans, en; paper A4; title \"Spring training 2027\" }",
      related: ["show timetable", "show programme", "export", "language", "paper"]),
  ]

  /// Words of the trade that the language says in another way.
  static let elsewhere: [String: [String]] = [
    "weighting": ["weight"], "priority": ["weight", "prefer"], "soft": ["prefer"],
    "student": ["trainees", "unit"], "students": ["trainees", "unit"],
    "participants": ["trainees", "unit"], "trainee": ["trainees"], "cohort": ["run"],
    "batch": ["run"], "course": ["module", "rotation"], "courses": ["module", "rotation"],
    "lesson": ["lecture", "module"], "subject": ["module"], "lecturer": ["teacher"],
    "instructor": ["teacher"], "trainer": ["teacher"], "building": ["school", "zone"],
    "classroom": ["venue", "room"], "location": ["venue", "site"], "capacity": ["seats", "check"],
    "bus": ["buses"], "transport": ["buses", "travel"], "hotel": ["beds"],
    "delete": ["drop"], "remove": ["drop"], "rename": ["drop"],
    "constraint": ["require", "prefer"],
    "constraints": ["require", "prefer"], "rule": ["require", "prefer"],
    "rules": ["require", "prefer"], "conflict": ["why", "check"], "conflicts": ["why", "check"],
    "clash": ["why", "check"], "timeslot": ["period"], "slot": ["period"],
    "lunch": ["break", "meal"],
    "vacation": ["holiday", "unavailable"], "absence": ["unavailable"],
    "variable": ["let"], "loop": ["for"], "function": ["def"],
    "open": ["load"], "write": ["save", "export"], "bye": ["quit"],
  ]
}
