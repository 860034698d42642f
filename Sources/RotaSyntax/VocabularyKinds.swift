/// Kinds: the words that declare something. Each opens the context in which its clauses stand.
extension Vocabulary {
  public static let kinds: [VocabularyEntry] = [
    VocabularyEntry(
      "plan", .kind, in: [.top], usage: "plan [NAME]", opens: .plan,
      help: "the plan itself: its dates, days, periods and language",
      example: "plan Spring { dates 2027-03-01 .. 2027-03-12; period am 09:00-10:30 }"),
    VocabularyEntry(
      "school", .kind, in: [.top], usage: "school NAME", opens: .school,
      help:
        "a school or a branch; what its braces declare is its own, with names of its own: `North.Hall`",
      example: "school North { venue Hall seats 90; module M { lecture L in Hall } }"),
    VocabularyEntry(
      "zone", .kind, in: [.top], usage: "zone NAME", opens: .zone,
      help: "a part of the city; travel is counted between zones",
      example: "zone Riverside"),
    VocabularyEntry(
      "travel", .kind, in: [.top], usage: "travel from:PLACE to to:PLACE DURATION",
      help: "how long it takes between two zones, schools, venues or sites, both ways",
      example: "zone A; zone B; travel A to B 40 min"),
    VocabularyEntry(
      "venue", .kind, in: [.top, .school], usage: "venue NAME", opens: .venue,
      help: "a hall or a room of a school; it takes one session at a time",
      example: "venue Hall { kind hall; seats 500 }"),
    VocabularyEntry(
      "site", .kind, in: [.top, .school], usage: "site NAME", opens: .site,
      help: "a place of on-site teaching; it takes several classes at once, up to its seats",
      example: "site Museum { seats 130; travel 40 min }"),
    VocabularyEntry(
      "teacher", .kind, in: [.top, .school], usage: "teacher NAME", opens: .teacher,
      help: "a person who teaches, from the school or from outside",
      example: "teacher Li { teaches Ethics; at most 2 per day }"),
    VocabularyEntry(
      "unit", .kind, in: [.top, .school], usage: "unit NAME [PEOPLE]", opens: .unit,
      help: "an organisation that sends trainees",
      example: "unit Harbour 420 people { away at most 30% }"),
    VocabularyEntry(
      "buses", .kind, in: [.top, .school], usage: "buses COUNT", opens: .buses,
      help: "how many buses there are; a visit takes as many as its people need",
      example: "buses 12 seats 50"),
    VocabularyEntry(
      "beds", .kind, in: [.top, .school], usage: "beds COUNT", opens: .beds,
      help: "how many trainees can sleep at the school at once",
      example: "beds 520"),
    VocabularyEntry(
      "resource", .kind, in: [.top, .school], usage: "resource NAME COUNT", opens: .resource,
      help: "anything else that is counted and shared, such as projectors",
      example: "resource projector 6"),
    VocabularyEntry(
      "form", .kind, in: [.top], usage: "form NAME", opens: .form,
      help: "a teaching form of your own; then it declares sessions like the built-in ones",
      example: "form workshop; module M { workshop Budget for class }"),
    VocabularyEntry(
      "module", .kind, in: [.top, .school], usage: "module NAME", opens: .module,
      help: "a named part of the programme, made of sessions",
      example: "module Theory { lecture Ethics for run }"),
    VocabularyEntry(
      "rotation", .kind, in: [.top, .school], usage: "rotation NAME", opens: .rotation,
      help: "a programme that trains a whole population in several runs",
      example: "module Theory; rotation Spring { trainees 90 people; runs 5; teaches Theory }"),
    VocabularyEntry(
      "run", .kind, in: [.top, .rotation], usage: "run NUMBER [of ROTATION]", opens: .run,
      repetition: .keyed,
      help: "changes one run of a rotation: its dates, people or number of classes",
      example: "rotation R { runs 2; run 2 { starts 2027-03-08; classes 7 } }"),
    VocabularyEntry(
      "class", .kind, in: [.top, .rotation],
      usage: "class NUMBER of run run:NUMBER [of ROTATION]", opens: .studyClass,
      repetition: .keyed,
      help: "changes one class of a run: its name, people or room",
      example: "venue \"Room 3\"; rotation R { class 1 of run 1 { room \"Room 3\" } }"),
    VocabularyEntry(
      "prefer", .kind, in: [.top], usage: "prefer", opens: .preference, repetition: .keyed,
      help: "a wish with a weight: a timetable that breaks it costs more",
      example: "prefer compact days weight 2"),
    VocabularyEntry(
      "require", .kind, in: [.top], usage: "require VALUE [TEXT]", repetition: .keyed,
      help: "what must hold of the programme; the text says why",
      example: "require share(form: discussion) >= 20% \"a fifth of the hours in discussion\""),
    VocabularyEntry(
      "standard", .kind, in: [.top], usage: "standard NAME", opens: .standard,
      help: "rules by which plans are measured, article by article; see `check standard`",
      example:
        "standard Hours { version \"2027\"; article 1 must hours() >= 40 \"forty hours for everybody\" }"
    ),
  ]

  /// Teaching forms. `NAME` is the session's title.
  public static let forms: [VocabularyEntry] = [
    form("lecture", "one person speaks to a class or a whole run"),
    form("mobilisation", "a leader's talk that opens a rotation"),
    form("study", "self-study of set texts"),
    form("discussion", "a class or a group talks, each in a room of its own"),
    form("visit", "teaching on site, away from the school"),
    form("exchange", "representatives report to each other"),
    form("ceremony", "an opening or a closing"),
    form("exam", "a test"),
    form("research", "participants work on a question, alone or in groups"),
    form("exercise", "a simulation, a case or a practical task"),
    form("meal", "a meal that has a place in the programme"),
    form("registration", "arrival and sign-in"),
  ]

  private static func form(_ word: String, _ help: String) -> VocabularyEntry {
    VocabularyEntry(
      word, .form, in: [.module], usage: "\(word) NAME", opens: .session, help: help,
      example: "module M { \(word) Opening { for run } }")
  }

  /// A session in a form that the planner declared with `form`.
  public static let ownForm = VocabularyEntry(
    "own form", .form, in: [.module], usage: "FORM NAME", opens: .session,
    help: "a session in a form declared by `form`",
    example: "form workshop; module M { workshop Budget for class }")
}
