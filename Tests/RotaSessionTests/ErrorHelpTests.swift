import RotaDiagnostics
import Testing

@testable import RotaSession

/// `help ID` tells of every error that can be met what it means, how it comes about, and what to do.
@Suite struct ErrorHelpTests {
  /// What no statements of a few lines bring about.
  private static let circumstantial: Set<String> = [
    "invalid-utf8", "not-utf-8", "too-deep", "too-long", "too-many-statements", "too-many-errors",
    "interrupted", "include-too-deep", "not-recovered", "partly-recovered",
    "table-encoding", "instance-name", "still-used", "nearly-that-name", "outside-plan-dates",
    "draft-kept", "memory-exceeded", "command-line", "what-was-run",
  ]

  private static let ids = HelpCommand.kinds.map(\.id)

  @Test func everyErrorHasAPageAndNoPageIsWithoutAnError() {
    #expect(Set(Self.ids).count == Self.ids.count)
    #expect(Set(ErrorExample.byID.keys).symmetricDifference(Self.ids) == [])
    let examples = ErrorExample.language + ErrorExample.commands + ErrorExample.imports
    #expect(examples.count == ErrorExample.byID.count)
    for example in examples {
      #expect(example.text.isEmpty == Self.circumstantial.contains(example.id), "\(example.id)")
      #expect(example.circumstances.isEmpty != example.text.isEmpty, "\(example.id)")
    }
  }

  @Test(arguments: ErrorHelpTests.ids)
  func anExampleProvokesItsErrorAndTheMendedOneDoesNot(_ id: String) throws {
    let example = try #require(ErrorExample.byID[id])
    if example.text.isEmpty { return }
    #expect(
      Self.errors(of: example.text, example).contains(id),
      "\(Self.errors(of: example.text, example))")
    if example.mended.isEmpty { return }
    #expect(!Self.errors(of: example.mended, example).contains(id))
    #expect(
      Self.errors(of: example.mended, example).allSatisfy {
        !Self.ids.contains($0) || $0 == "sessions-unplaced"
      },
      "\(Self.errors(of: example.mended, example))")
  }

  @Test(arguments: ErrorHelpTests.ids)
  func aPageTellsAllOfIt(_ id: String) throws {
    let page = try #require(HelpCommand.text(on: id))
    #expect(page.hasPrefix(id + "\n"))
    #expect(page.contains("\n  example:\n") || page.contains("\n  when: "))
    #expect(!page.contains("\u{7}"))
  }

  private static func errors(of text: String, _ example: ErrorExample) -> [String] {
    let file = example.file
    var desk = Desk(file.map { [$0.name: $0.text] } ?? [:])
    // Enough for plans of a few sessions, and no statement that `undo` could take back.
    desk.shell.workspace.board.settings.steps = 500
    desk.type(text, mode: .script)
    return desk.diagnostics.map(\.kind.id)
  }
}
