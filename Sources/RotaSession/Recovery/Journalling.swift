import RotaDiagnostics

/// The text that is being run, as the journal gets it: only once one of its statements has changed
/// something; of a script as many statements at once as can be told together.
struct Journalling: Sendable {
  private var text: JournalEntry.Text?
  private var isScript = false
  private var open: JournalEntry.Ran?
  /// What the running statement did is in the journal already.
  var hasNoted = false

  mutating func begin(_ source: SourceText, _ mode: Shell.Mode, file: String?) {
    isScript = mode == .script
    text = JournalEntry.Text(
      name: source.name, text: String(decoding: source.bytes, as: UTF8.self),
      isTyped: mode == .prompt, file: file)
    open = nil
  }

  mutating func add(_ ran: JournalEntry.Ran, to journal: any WorkJournal) {
    if let text {
      journal.add(.text(text))
      self.text = nil
    }
    guard isScript, ran.facts.isEmpty else {
      end(journal)
      return journal.add(.ran(ran))
    }
    if let last = open, last.first + last.count == ran.first {
      open?.count += ran.count
      open?.time = ran.time
      open?.way = ran.way
    } else {
      end(journal)
      open = ran
    }
  }

  /// Lets go of what was held back.
  mutating func end(_ journal: (any WorkJournal)?) {
    if let open { journal?.add(.ran(open)) }
    open = nil
  }
}

extension Workspace {
  /// Puts a statement of the text that is being run into the journal, if it changed anything.
  mutating func note(_ number: Int, isNews: Bool) {
    let learned = facts.takeLearned()
    defer { journalling.hasNoted = false }
    guard let journal = environment.journal, isNews, !journalling.hasNoted else { return }
    let way = JournalEntry.Way(done: journey.done.count, undone: journey.undone.count)
    let ran = JournalEntry.Ran(
      first: number, time: environment.now(), way: way, facts: learned)
    journalling.add(ran, to: journal)
  }

  /// Tells the journal that steps of the text that is being run count no more.
  mutating func noteTakenBack(to steps: Int) {
    guard let journal = environment.journal, journey.done.count > steps else { return }
    journalling.end(journal)
    journal.add(.takenBack(steps: steps, statements: journey.done.count - steps))
  }
}
