/// Errors of commands.
extension ErrorExample {
  static let commands: [ErrorExample] = [
    ErrorExample(
      "plan-has-errors", "rotation Spring { trainees 90 people; teaches Theory }\nsolve",
      mended: plan + "solve"),
    ErrorExample("command-line", when: "`rota chek plan.rota`, or an option that is none."),
    ErrorExample(
      "what-was-run", when: "`rota --json plan.rota` stops at an error, after what stood before it."
    ),
    ErrorExample("cannot-read", "load \"plam.rota\""),
    ErrorExample(
      "cannot-write", plan + "save \"readonly/plan.rota\"", mended: plan + "save \"plan.rota\""),
    ErrorExample(
      "cannot-print", plan + "solve\nexport pdf \"plan.pdf\"",
      mended: plan + "solve\nexport html \"plan.html\""),
    ErrorExample("not-utf-8", when: "A script was saved in GB18030, Latin-1 or UTF-16."),
    ErrorExample(
      "include-cycle", "include \"rooms.rota\"", mended: "",
      file: ("rooms.rota", "include \"rooms.rota\"")),
    ErrorExample("include-too-deep", when: "Files include each other, each the next, 65 of them."),
    ErrorExample(
      "file-has-errors", "load \"rooms.rota\"", file: ("rooms.rota", "venue Hall seets 500")),
    ErrorExample(
      "file-exists", plan + "save \"mine.rota\"", mended: plan + "save over \"mine.rota\"",
      file: ("mine.rota", "# by hand")),
    ErrorExample(
      "file-not-written-by-rota", plan + "solve\nexport html \"notes.html\"",
      mended: plan + "solve\nexport html \"notes.html\" replace", file: ("notes.html", "notes")),
    ErrorExample(
      "unknown-session", plan + "solve\nlock Logic", mended: plan + "solve\nlock Ethics"),
    ErrorExample(
      "ambiguous-session",
      plan
        + "module M { study Reading { for run; 2 times } }\nsolve\nmove Reading of run 1 to 2027-03-02",
      mended: plan
        + "module M { study Reading { for run; 2 times } }\nsolve\nlock Reading meeting 1 of run 1"),
    ErrorExample(
      "unknown-target", plan + "solve\nshow timetable of class 7 of run 1",
      mended: plan + "solve\nshow timetable of class 1 of run 1"),
    ErrorExample(
      "report-of-target", plan + "solve\nshow letters of run 1",
      mended: plan + "solve\nshow letters"),
    ErrorExample("unknown-choice", "set colour 1", mended: "set width 100"),
    ErrorExample("bad-setting", "set width 5", mended: "set width 100"),
    ErrorExample(
      "memory-exceeded",
      when: "A plan, a script or a report is so large that the machine would have no memory left."),
    ErrorExample("nothing-to-plan", "venue Hall\nsolve", mended: plan + "solve"),
    ErrorExample("no-timetable", plan + "show timetable", mended: plan + "solve\nshow timetable"),
    ErrorExample(
      "placement-breaks-rules",
      plan + "venue Room seats 9\nsolve\nmove Ethics of run 1 to 2027-03-02 at am in Room",
      mended: plan + "solve\nmove Ethics of run 1 to 2027-03-02 at am in Hall"),
    ErrorExample(
      "wrong-placement", plan + "solve\nmove Ethics of run 1 to 2027-03-02 at noon",
      mended: plan + "solve\nmove Ethics of run 1 to 2027-03-02 at pm"),
    ErrorExample(
      "still-used",
      when: "At the prompt a teacher is dropped whom a module names, or a venue where a session is."
    ),
    ErrorExample(
      "nearly-that-name",
      when: "The plan has a teacher Rivera, and `teacher Riviera unavailable Mon` is typed."),
    ErrorExample(
      "outside-plan-dates",
      when: "At the prompt a teacher is said to be away on a day of another year than the plan's."),
    ErrorExample(
      "session-locked", plan + "solve\nlock Ethics\nmove Ethics of run 1 to 2027-03-02 at pm",
      mended: plan + "solve\nlock Ethics\nunlock Ethics\nmove Ethics of run 1 to 2027-03-02 at pm"),
    ErrorExample("nothing-to-undo", "undo", mended: "venue Hall\nundo"),
    ErrorExample("nothing-to-redo", "venue Hall\nredo", mended: "venue Hall\nundo\nredo"),
    ErrorExample("no-such-point", "venue Hall\nrevert to 5", mended: "venue Hall\nrevert to 0"),
    ErrorExample("no-help", "help venu", mended: "help venue"),
    ErrorExample(
      "requirement-broken", plan + "require count(runs) >= 2 \"two runs\"\ncheck",
      mended: plan + "require count(runs) >= 1 \"a run\"\ncheck"),
    ErrorExample(
      "sessions-unplaced", plan + "module M { lecture Law { for run; in Hall; 4 times } }\nsolve",
      mended: plan + "module M { lecture Law { for run; in Hall; 2 times } }\nsolve"),
    ErrorExample(
      "timetable-breaks-rules", plan + "solve\nlock all\nvenue Hall seats 20\ncheck",
      mended: plan + "solve\nlock all\nvenue Hall seats 90\ncheck"),
    ErrorExample(
      "not-a-condition", "venue Hall\nlist venues where seats",
      mended: "venue Hall\nlist venues where seats > 9"),
    ErrorExample(
      "what-if-failed", plan + "try { venue Hall seats 0 }",
      mended: plan + "try { venue Hall seats 90 }"),
    ErrorExample(
      "not-in-what-if", plan + "try { save \"plan.rota\" }", mended: plan + "save \"plan.rota\""),
    ErrorExample("nothing-tried", "keep", mended: plan + "try { venue Hall seats 90 }\nkeep"),
    ErrorExample(
      "plan-changed-since", plan + "try { venue Hall seats 90 }\nvenue Room\nkeep",
      mended: plan + "venue Room\ntry { venue Hall seats 90 }\nkeep"),
    ErrorExample("nothing-to-try", plan + "try", mended: plan + "try { venue Hall seats 90 }"),
    ErrorExample(
      "bad-scenario-name", plan + "scenario now { venue Room }",
      mended: plan + "scenario small { venue Room }"),
    ErrorExample(
      "cannot-publish", plan + "solve\nlock all\nvenue Hall seats 20\npublish",
      mended: plan + "solve\npublish"),
    ErrorExample(
      "nothing-published", plan + "solve\nchanges", mended: plan + "solve\npublish\nchanges"),
    ErrorExample("nothing-to-recover", "recover"),
    ErrorExample(
      "not-recovered", when: "The journal of another shell is damaged, or cannot be read."),
    ErrorExample(
      "partly-recovered",
      when: "Another version of Rota is to recover what this one no longer knows."),
    ErrorExample(
      "only-at-prompt", "load \"plan.rota\"", file: ("plan.rota", "recover")),
    ErrorExample("not-edited", "edit plan"),
    ErrorExample(
      "draft-kept", when: "A plan was changed in an editor, and a line of it is wrong."),
  ]
}
