import RotaSession

/// What the program takes from its surroundings and leaves there: `--help` and the manual page list
/// it.
enum Surroundings {
  static let statuses: [(ExitStatus, String)] = [
    (.done, "done"),
    (
      .planFails,
      "the plan is impossible, breaks a requirement or leaves sessions unplaced"
    ),
    (.scriptWrong, "the script or the command line is wrong"),
    (.fileProblem, "a file could not be read or written"),
    (.interrupted, "interrupted"),
  ]

  static let files: [(String, String)] = [
    (
      "$XDG_CONFIG_HOME/rota/rc.rota",
      "the start-up file of the prompt (~/.config/rota/rc.rota); paths in it are taken from its folder"
    ),
    ("$XDG_STATE_HOME/rota/", "history, journal, and what was written (~/.local/state/rota/)"),
    ("~/.editrc", "keys of the prompt: see editrc(5)"),
  ]

  static let variables: [(String, String)] = [
    ("COLUMNS", "how wide text is set where there is no terminal"),
    ("NO_COLOR", "if set, no colour"),
    ("PAGER", "shows what is longer than the screen (`less -R`); empty: nothing does"),
    ("SOURCE_DATE_EPOCH", "the time that printed things bear, in seconds since 1970"),
    ("TMPDIR", "where PDF is made (/tmp)"),
    ("VISUAL, EDITOR", "the editor that `edit` starts: the first that is set"),
  ]
}
