import FixtureSupport
import Testing

@testable import rota

/// What is installed beside the program is made from its tables.
struct ManualTests {
  enum File: String, CaseIterable {
    case manualPage = "docs/rota.1"
    case bash = "docs/completions/rota.bash"
    case zsh = "docs/completions/_rota"
    case fish = "docs/completions/rota.fish"

    var text: String {
      switch self {
      case .manualPage: ManualPage.text
      case .bash: BashCompletion.text
      case .zsh: ZshCompletion.text
      case .fish: FishCompletion.text
      }
    }
  }

  @Test(arguments: File.allCases) func isUpToDate(file: File) {
    #expect(Goldens.problem(file.text, path: file.rawValue) == nil)
  }

  @Test func thePageTellsOfEveryOptionAndCommand() {
    for name in OptionTable.options.flatMap(\.names) {
      let written = name.split(separator: "-", omittingEmptySubsequences: false)
        .joined(separator: "\\-")
      #expect(ManualPage.text.contains("\\fB\(written)\\fR"), "\(name)")
    }
    for command in Options.Command.allCases {
      #expect(OptionTable.commands.contains { $0.command == command }, "\(command)")
    }
  }

  @Test func everyExitStatusIsTold() {
    #expect(Surroundings.statuses.map(\.0.rawValue) == [0, 1, 2, 3, 130])
  }

  @Test(arguments: [File.bash, .zsh, .fish]) func everyShellKnowsEveryOption(file: File) {
    for name in OptionTable.options.flatMap(\.names) {
      let bare = name.drop { $0 == "-" }
      #expect(file.text.contains(bare), "\(name)")
    }
  }
}
