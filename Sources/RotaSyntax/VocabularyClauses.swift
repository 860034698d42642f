/// Clauses: what can be said inside a declaration.
extension Vocabulary {
  public static let clauses: [VocabularyEntry] =
    planClauses + placeClauses + peopleClauses
    + sessionClauses + rotationClauses + preferences + standardClauses

  private static func clause(
    _ word: String, _ contexts: Set<Context>, _ usage: String? = nil,
    _ repetition: VocabularyEntry.Repetition = .replaces, key: [String] = [],
    group: String? = nil, help: String, example: String
  ) -> VocabularyEntry {
    VocabularyEntry(
      word, .clause, in: contexts, usage: usage, repetition: repetition, key: key, group: group,
      help: help, example: example)
  }

  private static let planClauses: [VocabularyEntry] = [
    clause(
      "dates", [.plan], "dates DATES",
      help: "first and last day of the plan", example: "plan P dates 2027-03-01 .. 2027-04-04"),
    clause(
      "days", [.plan], "days WEEKDAYS",
      help: "the weekdays on which there is teaching", example: "plan P days Mon .. Fri"),
    clause(
      "period", [.plan], "period NAME TIMES [on WEEKDAYS]", .keyed, key: ["name", "weekdays"],
      help: "a part of the day in which a session can meet; on some weekdays only, if you say so",
      example: "plan P { period am 08:30-10:00; period am 09:00-10:30 on Sat }"),
    clause(
      "holiday", [.plan], "holiday DATES [NAME]", .keyed,
      help: "days without teaching", example: "plan P holiday 2027-04-05 Qingming"),
    clause(
      "workday", [.plan], "workday DATES [NAME]", .keyed,
      help: "days with teaching although the weekday or a holiday says no",
      example: "plan P workday 2027-04-03"),
    clause(
      "closed", [.plan, .school], "closed WINDOWS", .adds,
      help: "when nobody teaches here", example: "plan P closed 2027-03-10 13:00-18:00"),
    clause(
      "break", [.plan], "break DURATION",
      help: "a longer gap than this parts two periods: a session does not run across it (60 min)",
      example: "plan P break 30 min"),
    clause(
      "language", [.plan], "language LANGUAGES",
      help: "language of printed timetables: en, zh-Hans, zh-Hant or vi",
      example: "plan P language zh-Hans"),
    clause(
      "time zone", [.plan], "time zone TIMEZONE",
      help: "the time zone's name, such as \"Asia/Shanghai\"",
      example: "plan P time zone \"Asia/Shanghai\""),
    clause(
      "paper", [.plan], "paper PAPER",
      help: "paper of printed timetables: A4, A3 or letter", example: "plan P paper A4"),
    clause(
      "title", [.plan, .school, .rotation, .session, .standard], "title TEXT",
      help: "what stands at the head of printed pages instead of the name",
      example: "plan P title \"Spring training 2027\""),
  ]

  private static let placeClauses: [VocabularyEntry] = [
    clause(
      "kind", [.venue, .site, .unit], "kind NAME",
      help: "what sort it is; `in hall` means any venue of kind hall",
      example: "venue Hall kind hall"),
    clause(
      "seats", [.venue, .site, .buses], "seats COUNT",
      help: "how many people it holds at once", example: "venue Hall seats 500"),
    clause(
      "streams", [.venue],
      help: "lectures can be streamed from it, and taught in it from afar",
      example: "venue Hall streams"),
    clause(
      "zone", [.school, .venue, .site, .teacher], "zone ZONE",
      help: "where in the city it lies", example: "zone East; site Museum zone East"),
    clause(
      "school", [.venue, .site, .teacher, .unit, .buses, .beds, .resource, .rotation],
      "school SCHOOL",
      help: "which school it belongs to", example: "school North; venue Hall school North"),
    clause(
      "travel", [.site], "travel DURATION",
      help: "how long the way from the school takes, one way", example: "site Museum travel 40 min"),
    clause(
      "open", [.venue, .site], "open WINDOWS", .adds,
      help: "when it can be used; outside of these windows it cannot",
      example: "site Museum open Tue..Fri 09:00-17:00"),
    clause(
      "closed", [.venue, .site], "closed WINDOWS", .adds,
      help: "when it cannot be used", example: "venue Hall closed 2027-03-10"),
  ]

  private static let peopleClauses: [VocabularyEntry] = [
    clause(
      "from", [.teacher], "from NAME",
      help: "the institution a teacher comes from", example: "teacher Li from \"City College\""),
    clause(
      "post", [.teacher], "post NAME",
      help: "a teacher's post or title, as printed", example: "teacher Li post Professor"),
    clause(
      "role", [.teacher], "role ROLES",
      help: "a group that teachers belong to; `by any of leaders` means anyone with that role",
      example: "teacher Li role leaders"),
    clause(
      "teaches", [.teacher], "teaches TOPICS",
      help: "the sessions a teacher can give, for `by any teacher`",
      example: "teacher Li teaches Ethics, Law"),
    clause(
      "remote", [.teacher],
      help: "teaches by live stream: needs no travel, and a place that streams",
      example: "teacher Li remote"),
    clause(
      "available", [.teacher], "available WINDOWS", .adds,
      help: "when a teacher can come; outside of these windows they cannot",
      example: "teacher Li available 2027-03-01..2027-03-12"),
    clause(
      "unavailable", [.teacher, .unit, .studyClass], "unavailable WINDOWS", .adds,
      help: "when they cannot come", example: "teacher Li unavailable Mon 13:00-18:00"),
    clause(
      "at most", [.teacher], "at most COUNT [sessions] per (day | week)", .keyed,
      key: ["day", "week"],
      help: "a limit on a teacher's sessions", example: "teacher Li at most 2 per day"),
    clause(
      "norm", [.teacher], "norm DURATION",
      help: "hours that a teacher owes in the plan's time; see `prefer balanced load`",
      example: "teacher Li norm 40 h"),
    clause(
      "wishes", [.teacher], "wishes DURATION",
      help:
        "hours that a teacher would like to teach, where no norm asks for more; see `prefer balanced load`",
      example: "teacher Li wishes 12 h"),
    clause(
      "people", [.unit, .run, .studyClass], "people PEOPLE",
      help: "how many people", example: "unit Harbour people 420 people"),
    clause(
      "away", [.unit], "away at most LIMIT",
      help: "how many of a unit's people may be away at once: a share or a number",
      example: "unit Harbour 420 people away at most 30%"),
  ]

  private static let sessionClauses: [VocabularyEntry] = [
    clause(
      "for run", [.session], group: "audience", help: "the whole run meets together",
      example: "module M { lecture L for run }"),
    clause(
      "for class", [.session], group: "audience", help: "each class meets on its own",
      example: "module M { discussion D for class }"),
    clause(
      "for groups of", [.session], "for groups of PEOPLE", group: "audience",
      help: "each class is split into groups of at most so many, which meet at will",
      example: "module M { discussion D for groups of 16 people }"),
    clause(
      "for all runs", [.session], group: "audience",
      help: "all runs of the rotation meet together, once",
      example: "module M { ceremony C for all runs }"),
    clause(
      "for runs", [.session], "for runs NUMBERS", group: "audience",
      help: "these runs meet together, once", example: "module M { lecture L for runs 1, 2 }"),
    clause(
      "for all rotations", [.session], group: "audience",
      help: "all runs of all rotations that teach its module meet together, once",
      example: "module M { ceremony C for all rotations }"),
    clause(
      "for run of all rotations", [.session], group: "audience",
      help: "the first runs of all rotations that teach its module meet together, then the second",
      example: "module M { lecture L for run of all rotations }"),
    clause(
      "periods", [.session], "COUNT periods",
      help: "how many periods in a row it takes (1)",
      example: "module M { visit V for class 2 periods }"),
    clause(
      "times", [.session], "COUNT times",
      help: "how often it meets (once)", example: "module M { study S for class 3 times }"),
    clause(
      "people", [.session], "people PEOPLE",
      help: "how many people are expected, in place of those who attend",
      example: "venue Hall seats 500; module M { lecture L { for run; people 130; in Hall } }"),
    clause(
      "over at least", [.session], "over at least DAYS",
      help: "a wish: its meetings lie on so many days; see `prefer spread days`",
      example: "module M { study S for class 3 times over at least 2 days at most 2 per day }"),
    clause(
      "in doubles", [.session],
      help: "a wish: meetings of one day follow each other in one place; see `prefer doubles`",
      example: "module M { study S for class 4 times at most 2 per day in doubles }"),
    clause(
      "in", [.session], "in [any] [of] PLACES", group: "places",
      help: "one of these places: names, kinds, zones, or `any venue`",
      example: "venue Hall kind hall; module M { lecture L for run in hall }"),
    clause(
      "to", [.session], "to [any] [of] PLACES", group: "places",
      help: "one of these sites: names, kinds, zones, or `any site`",
      example: "site Museum; module M { visit V for class to any site }"),
    clause(
      "not in", [.session], "not in PLACES", .adds,
      help: "none of these places, though `in` or `to` names them",
      example: "venue A; venue B; module M { lecture L for run in any venue not in B }"),
    clause(
      "streamed to", [.session], "streamed to PLACES",
      help: "further places that follow by live stream at the same time; their seats count too",
      example: "venue A; venue B; module M { lecture L for run in A streamed to B }"),
    clause(
      "by", [.session], "by (any teacher | any [of] TEACHERS | COUNT of TEACHERS | TEACHERS)",
      help: "who teaches: all those named, or any of them; a role stands for its members",
      example: "teacher Li; teacher Wu; module M { lecture L for run by any of Li, Wu }"),
    clause(
      "chair", [.session], "chair TEACHER",
      help: "who takes the chair; they must be free as well, and do not teach it where others may",
      example: "teacher Li; module M { ceremony C for run chair Li }"),
    clause(
      "item", [.session], "item DURATION TEXT [by (any [of] TEACHERS | TEACHERS)]", .listed,
      key: ["text"],
      help:
        "the next item of its agenda: how long it takes, what it is, and who speaks; they are there for the whole session, and no item runs across the gap between two periods",
      example:
        "teacher Li; module M { ceremony C { for run; item 5 min \"Opening\"; item 10 min \"Address\" by Li } }"
    ),
    clause(
      "uses", [.session], "uses COUNT RESOURCE", .keyed, key: ["resource"],
      help: "what it takes of a shared resource while it lasts",
      example: "resource projector 6; module M { lecture L for class uses 1 projector }"),
    clause(
      "first", [.session], help: "before everything else of its audience",
      example: "module M { ceremony C for run first }"),
    clause(
      "last", [.session], help: "after everything else of its audience",
      example: "module M { ceremony C for run last }"),
    clause(
      "after", [.session], "after SESSIONS", .adds,
      help: "later than these sessions of the same audience",
      example: "module M { visit V for class; discussion D for class after V }"),
    clause(
      "before", [.session], "before SESSIONS", .adds,
      help: "earlier than these sessions of the same audience",
      example: "module M { visit V for class; study S for class before V }"),
    clause(
      "right after", [.session], "right after SESSION",
      help: "the same day as this session, in the next period",
      example: "module M { visit V for class; discussion D for class right after V }"),
    clause(
      "same day as", [.session], "same day as SESSIONS", .adds,
      help: "on the same day as these sessions of the same audience",
      example: "module M { visit V for class; discussion D for class same day as V }"),
    clause(
      "not same day as", [.session], "not same day as SESSIONS", .adds,
      help: "on another day than these sessions of the same audience",
      example: "module M { visit V for class; exam E for class not same day as V }"),
    clause(
      "at least", [.session], "at least DAYS after SESSION", .adds,
      help: "so many days of the calendar later than a session",
      example: "module M { visit V for class; exam E for class at least 2 days after V }"),
    clause(
      "within", [.session], "within DAYS of SESSION", .adds,
      help: "at most so many days of the calendar from a session, before or after",
      example: "module M { visit V for class; exam E for class within 3 days of V }"),
    clause(
      "before the stay", [.session], "before the stay [up to DAYS]", group: "stay",
      help:
        "before its run begins, by so many days of the calendar at most: study at home, on line",
      example: "module M { study S { for class; before the stay up to 14 days } }"),
    clause(
      "after the stay", [.session], "after the stay [up to DAYS]", group: "stay",
      help:
        "after its run has ended, by so many days of the calendar at most: work at home, on line",
      example: "module M { research S { for class; after the stay up to 14 days } }"),
    clause(
      "on day", [.session], "on day NUMBERS",
      help: "on these days of the run, counted from 1",
      example: "module M { visit V for class on day 2..4 }"),
    clause(
      "not on day", [.session], "not on day NUMBERS",
      help: "not on these days of the run", example: "module M { visit V for class not on day 1 }"),
    clause(
      "first day", [.session], group: "first day", help: "on the first day of the run",
      example: "module M { lecture L for run first day }"),
    clause(
      "last day", [.session], group: "last day", help: "on the last day of the run",
      example: "module M { exchange X for run last day }"),
    clause(
      "not first day", [.session], group: "first day", help: "not on the first day of the run",
      example: "module M { visit V for class not first day }"),
    clause(
      "not last day", [.session], group: "last day", help: "not on the last day of the run",
      example: "module M { visit V for class not last day }"),
    clause(
      "on", [.session], "on WINDOWS",
      help: "on these weekdays or dates, or within these times or periods",
      example: "module M { visit V for class on Tue, Thu }"),
    clause(
      "not on", [.session], "not on WINDOWS", .adds,
      help: "at no time of these weekdays, dates, times or periods",
      example:
        "plan P period am 09:00-10:30; module M { visit V for class not on Fri, 2027-03-01 am }"),
    clause(
      "at", [.session], "at PERIODS",
      help: "beginning in one of these periods",
      example: "plan P period am 09:00-10:30; module M { lecture L for run at am }"),
    clause(
      "not at", [.session], "not at PERIODS",
      help: "not beginning in these periods",
      example: "plan P period am 09:00-10:30; module M { lecture L for run not at am }"),
    clause(
      "morning", [.session], group: "part of the day", help: "beginning before 12:00",
      example: "module M { lecture L for run morning }"),
    clause(
      "afternoon", [.session], group: "part of the day",
      help: "beginning from 12:00 to before 18:00",
      example: "module M { visit V for class afternoon }"),
    clause(
      "evening", [.session], group: "part of the day", help: "beginning at 18:00 or later",
      example: "module M { study S for class evening }"),
    clause(
      "across breaks", [.session], help: "may run across a long break such as lunch",
      example: "module M { visit V for class 4 periods across breaks }"),
    clause(
      "at most", [.session], "at most COUNT [meetings] per day",
      help: "a limit on its meetings in one day, for one audience (1)",
      example: "module M { study S for class 4 times at most 2 per day }"),
    clause(
      "theme", [.session, .module], "theme THEME",
      help: "what it is about, for sums of hours by theme",
      example: "module M { theme ethics; lecture L for run }"),
    clause(
      "note", [.session], "note TEXT",
      help: "a remark that is printed with it",
      example: "module M { visit V for class note \"bring your badge\" }"),
  ]

  private static let rotationClauses: [VocabularyEntry] = [
    clause(
      "trainees", [.rotation], "trainees (all units | PEOPLE | UNITS)",
      help:
        "who is trained: all units, of a school with units those, some of them, or a number of people",
      example: "unit A 90 people; rotation R { trainees all units; runs 2 }"),
    clause(
      "runs", [.rotation], "runs (as needed | COUNT)",
      help: "how many runs; `as needed` takes the fewest that fit",
      example: "rotation R runs as needed"),
    clause(
      "length", [.rotation, .run], "length DAYS",
      help: "how many teaching days a run takes", example: "rotation R length 5 days"),
    clause(
      "classes", [.rotation, .run], "classes (at most PEOPLE | COUNT)", .keyed, key: ["most"],
      help:
        "how large a class may be, or how many classes there are: of a rotation in all its runs together, of a run in it",
      example: "rotation R classes at most 62 people"),
    clause(
      "roster", [.rotation], "roster FILE",
      help: "the file that names its people: a table with unit, post, sex and phone",
      example: "rotation R { trainees 90 people; roster \"people.csv\" }"),
    clause(
      "teaches", [.rotation], "teaches MODULES",
      help: "the modules that every run is taught",
      example: "module M { lecture L for run }; rotation R teaches M"),
    clause(
      "starts", [.rotation, .run], "starts (on WEEKDAYS | DATE)", .keyed, key: ["on"],
      help: "the first day of the first run; or the weekdays on which runs may begin",
      example: "rotation R starts 2027-03-01"),
    clause(
      "ends", [.rotation], "ends DATE",
      help: "the last day of the last run", example: "rotation R ends 2027-04-04"),
    clause(
      "between runs", [.rotation], "between runs DAYS",
      help: "free days of the calendar that must lie between two runs (0)",
      example: "rotation R between runs 2 days"),
    clause(
      "at most", [.rotation], "at most COUNT (runs at once | [sessions] per day)", .keyed,
      key: ["runs"],
      help: "how many runs may be in house at once (1), or how many sessions a class has in a day",
      example: "rotation R at most 3 sessions per day"),
    clause(
      "units", [.run], "units UNITS",
      help: "only these units send people to this run",
      example: "unit A 90 people; rotation R { run 1 { units A } }"),
    clause(
      "name", [.studyClass], "name NAME",
      help: "what the class is called", example: "rotation R { class 1 of run 1 { name Blue } }"),
    clause(
      "room", [.studyClass], "room VENUE",
      help: "the class's own room: it is used wherever the class may use it",
      example: "venue R3; rotation R { class 1 of run 1 { room R3 } }"),
    clause(
      "attends", [.studyClass], "attends MODULES",
      help: "the modules that the class attends (all that its rotation teaches)",
      example:
        "module M; module N; rotation R { teaches M, N; class 1 of run 1 { attends N } }"),
  ]

  private static let standardClauses: [VocabularyEntry] = [
    clause(
      "version", [.standard], "version TEXT",
      help: "which version of it these articles are",
      example: "standard S version \"2023, revised\""),
    clause(
      "article", [.standard], "article (NUMERAL | NAME) (must | should) VALUE [TEXT]",
      .keyed,
      key: ["numeral", "name"],
      help:
        "one of its rules, which must or should hold, and what it says in words; a number such as 3.10 goes in quotes",
      example: "standard S article 14.1 should share(form: visit) >= 10% \"a tenth on site\""),
  ]

  private static let preferences: [VocabularyEntry] = [
    preference(
      "compact days", help: "no free period between two sessions of a class on one day",
      example: "prefer compact days weight 2"),
    preference(
      "no lonely period",
      help: "no session of a class without another in the period before or after",
      example: "prefer no lonely period weight 2"),
    preference(
      "periods per day", usage: "RANGE periods per day",
      help: "a class that has sessions on a day has them in so many periods",
      example: "prefer 2 .. 4 periods per day"),
    preference(
      "even days",
      help: "about as many sessions of a class on each day of its run",
      example: "prefer even days weight 3"),
    preference(
      "spread days",
      help: "meetings on as many days as their session says by `over at least`",
      example: "prefer spread days weight 5"),
    preference(
      "doubles",
      help: "meetings of a session `in doubles` right after each other in one place, if on one day",
      example: "prefer doubles weight 2"),
    preference(
      "early", usage: "early [FORM]",
      help: "sessions, or those of one form, early in the day", example: "prefer early lecture"),
    preference(
      "same room", usage: "same room [for class]",
      help: "a class meets in as few rooms as can be", example: "prefer same room for class"),
    preference(
      "same room for module",
      help: "all meetings of a session in as few rooms as can be",
      example: "prefer same room for module"),
    preference(
      "near",
      help: "no way for a class between venues of two zones from one period to the next",
      example: "prefer near"),
    preference(
      "enough seats",
      help:
        "seats for everybody; a venue with fewer is allowed then, and costs for each one lacking",
      example: "prefer enough seats"),
    preference(
      "balanced teachers", usage: "balanced teachers",
      help: "teachers of one role or topic share its sessions evenly",
      example: "prefer balanced teachers"),
    preference(
      "balanced load",
      help:
        "teachers who can stand in for each other teach as much as is theirs by `norm` and `wishes`, or else all alike",
      example: "prefer balanced load"),
    preference(
      "shared venues", usage: "shared venues [among ( runs | classes )]",
      help: "each run, or class, has each venue that it can choose about as often as the others",
      example: "prefer shared venues"),
    preference(
      "shared sites", usage: "shared sites [among ( runs | classes )]",
      help: "each run, or class, has each site that it can choose about as often as the others",
      example: "prefer shared sites among classes weight 2"),
    preference(
      "balanced exchange", usage: "balanced exchange",
      help: "of two schools, each teaches for the other as many periods as it is taught in return",
      example: "prefer balanced exchange weight 2"),
    preference(
      "mixed classes", usage: "mixed classes [by ( unit | sex | post )]",
      help:
        "people of a roster dealt into classes so that each has its share of every unit, sex and post; the weight says how much each of these counts",
      example: "prefer mixed classes by sex weight 3"),
    preference(
      "rotated groups", usage: "rotated groups",
      help:
        "groups of a class begin together, and are made up anew each time so that people meet others",
      example: "prefer rotated groups weight 2"),
    preference(
      "keep published", usage: "keep published [( times | places | teachers )]",
      help:
        "sessions at the times, at the places and with the teachers that `publish` told people; each of them counts, or only those named",
      example: "prefer keep published times weight 10"),
    preference(
      "teacher", usage: "teacher NAME not on WINDOWS",
      help: "when a teacher would rather not teach",
      example: "teacher Li; prefer teacher Li not on Fri 13:00-18:00 weight 3"),
    preference(
      "venue", usage: "venue NAME not on WINDOWS",
      help: "when a venue is better left free",
      example: "venue Hall; prefer venue Hall not on Mon"),
    preference(
      "site", usage: "site NAME not on WINDOWS",
      help: "when a site is better left free",
      example: "site Museum; prefer site Museum not on Mon"),
    VocabularyEntry(
      "weight", .clause, in: [.preference], usage: "weight NUMBER",
      help:
        "how much a wish counts against the others (1); one of weight 0 is counted, and costs nothing",
      example: "prefer compact days weight 2"),
  ]

  private static func preference(
    _ word: String, usage: String? = nil, help: String, example: String
  ) -> VocabularyEntry {
    VocabularyEntry(
      word, .preference, in: [.preference], usage: usage, help: help, example: example)
  }
}
