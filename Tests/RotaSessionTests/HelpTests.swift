import RotaDiagnostics
import RotaSyntax
import Testing

@testable import RotaSession

/// `help` finds words of several parts, topics, and words near to what was asked.
@Suite struct HelpTests {
  private func said(_ text: String) -> String {
    var shell = Shell(environment: MemoryFiles().environment())
    var said = ""
    _ = shell.feed(text, name: "prompt", mode: .prompt) { output in
      switch output {
      case .text(let text, _): said += text
      case .diagnostic(_, let rendered): said += rendered
      }
    }
    return said
  }

  static let found: [(String, String)] = [
    ("help at most", "at most COUNT"), ("help \"at most\"", "at most COUNT"),
    ("help show  timetable", "show timetable [of"), ("help show timetable of class", "week grids"),
    ("help keep published", "in: prefer"), ("help weight", "in: prefer"),
    ("help solving", "solve keep"), ("help keys", "Ctrl-R"), ("help editing", "Ctrl-R"),
    ("help prefer compact", "compact days"), ("help prefer compact days weight 2", "compact days"),
    ("help venue seats", "in: venue"), ("help prefer sunshine", "a wish with a weight"),
    ("help Mon", "2027-03-01 .. 2027-03-12"), ("help wishes", "prefer"),
    ("help planning", "prompt"), ("help unknown-word", "unknown-word"),
    ("help seats; help beds", "sleep"), ("help show", "show plan"),
    ("help frobnicate", "`help` lists what there is"), ("help planing", "did you mean `planning`?"),
    ("help timetabel", "did you mean `timetable`?"), ("help lecturer", "did you mean `teacher`?"),
    ("help Solve", "did you mean `solve`?"), ("help seat", "did you mean `seats`?"),
    ("help teach", "did you mean `teacher` or `teachers`"),
    ("help show timetabel", "did you mean `show timetable`?"),
    ("help set outptu", "did you mean `output`?"), ("help show timetable of", "week grids"),
    ("help where", "compares with"), ("help Ctrl-C", "Ctrl-R"), ("help pager", "less -R"),
    ("teacher 王教授; help 王教授", "`show timetable of teacher 王教授`"),
    ("help capacity", "did you mean `seats` or `check`?"), ("help", "help solving"),
  ]

  @Test(arguments: found)
  func tellsOf(text: String, part: String) {
    let said = said(text)
    #expect(said.contains(part), "\(said)")
  }

  @Test(arguments: HelpTopic.all.map(\.word))
  func examplesOfTopicsRun(_ word: String) throws {
    let topic = try #require(HelpTopic.named(word))
    var shell = Shell(environment: MemoryFiles().environment())
    var problems: [String] = []
    _ = shell.feed(topic.example, name: "example", mode: .script) { output in
      if case .diagnostic(_, let rendered) = output { problems.append(rendered) }
    }
    #expect(problems.isEmpty, "\(problems)")
    for word in topic.related {
      #expect(Vocabulary.entries.contains { $0.word == word }, "\(word)")
    }
  }

  @Test func wordsLeadToWordsThereAre() {
    let topics = HelpTopic.all.flatMap { [$0.word] + $0.aliases }
    #expect(Set(topics).count == topics.count)
    for (word, others) in HelpTopic.elsewhere {
      #expect(!others.isEmpty)
      for other in others { #expect(HelpCommand.text(on: other) != nil, "\(word): \(other)") }
    }
  }
}
