import RotaSession

/// What the command line asks for.
struct Options: Sendable {
  enum Command: String, Sendable, CaseIterable {
    case run, check
    case format = "fmt"
    case importing = "import"
    case help
  }

  enum ColorChoice: String, Sendable, CaseIterable {
    case auto, always, never
  }

  var command = Command.run
  var showsUsage = false
  var showsVersion = false
  var inputs: [Input] = []
  /// `-i`: stay at the prompt afterwards.
  var stays = false
  var session = SessionOptions()
  /// nil takes as many as the machine has.
  var threads: Int?
  var color = ColorChoice.auto
  var readsStartUpFile = true
  /// `--sandbox`: nothing outside of the script's folder is read or written.
  var isSandboxed = false
  /// `fmt --check`
  var onlyChecksFormat = false
  /// `import FORMAT`
  var importFormat: ImportFormat?
  /// `import csv TABLE`
  var importTable: String?
  /// `import ics FILE for teacher NAME`, from `for` on.
  var importSubject: [String] = []
  /// `import … --plan PLAN`: what the file speaks of.
  var importPlan: String?
  /// `import … --dry-run`: print, whatever `-o` says.
  var isDryRun = false
  /// `import … -o FILE`; nil prints the plan.
  var importOutput: String?
  var helpWords: [String] = []
}
