import RotaDiagnostics
import RotaSession
import RotaSyntax

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The prompt: reads statements at a terminal and runs them, until `quit` or Ctrl-D.
struct Prompt {
  var shell: Shell
  let options: Options
  let progress: ProgressLine
  let held: HeldOutput
  let journal: JournalFile?
  let sandbox: Sandbox?
  private var history: HistoryFile?
  /// Lines of a statement that is not complete yet, each with its line break.
  private var pending = ""
  private var count = 0
  /// Whether the last input was a Ctrl-D or `quit` that would have lost something.
  private var wasWarned = false

  init(
    shell: Shell, options: Options, progress: ProgressLine, held: HeldOutput,
    journal: JournalFile?, sandbox: Sandbox?
  ) {
    self.shell = shell
    self.sandbox = sandbox
    self.journal = journal
    self.options = options
    self.progress = progress
    self.held = held
    // A pager should get all of it.
    self.shell.mostHeld = 64 << 20
  }

  mutating func run() -> ExitStatus {
    let status = readAndRun()
    if let draft = shell.draftFile { Streams.complain(Messages.draftLeft(draft)) }
    // Where the terminal has gone, nobody has left the shell: the work stays to be recovered.
    if Streams.isTerminal(STDIN_FILENO) { journal?.remove() }
    return status
  }

  private mutating func readAndRun() -> ExitStatus {
    Echo.off()
    defer { Echo.on() }
    if readStartUpFile().quits { return .done }
    if let ended = runInputs() { return ended }
    if sandbox == nil { history = HistoryFile() }
    if sandbox == nil, history == nil {
      Streams.complain(Messages.noHistory(Messages.noHistoryFolder))
    }
    // It begins with the terminal as it was found, and learns of the quiet later.
    guard let editor = Echo.whileOn({ makeEditor() }) else { return .fileProblem }
    editor.stayQuiet()
    if let offer = shell.offerOfRecovery {
      editor.write(LineWrap.wrapped(offer + "\n", columns: Streams.outputWidth()))
    }
    while true {
      switch read(with: editor) {
      case .interrupted(let line): drop(line, editor)
      case .reopened(let line):
        // To the end of the line above.
        let above = pending.unicodeScalars.count - 1
        let text = pending + line
        pending = ""
        editor.reopen(text, cursor: above)
      case .endOfInput:
        editor.write("\n")
        if !pending.isEmpty {
          drop("", editor)
          editor.write(Messages.unfinished)
        } else if mayLeave("Ctrl-D", editor) {
          return .done
        }
      case .line(let line):
        if take(line, editor) { return .done }
      }
    }
  }

  /// Whether the prompt ends; what would be lost is told first: once, and not to a terminal that has gone.
  private mutating func mayLeave(_ way: String, _ editor: LineEditor) -> Bool {
    if wasWarned || !Streams.isTerminal(STDIN_FILENO) { return true }
    guard let warning = shell.warningOfLoss(leavingBy: way) else { return true }
    wasWarned = true
    editor.write(LineWrap.wrapped(warning + "\n", columns: Streams.outputWidth()))
    return false
  }

  private func makeEditor() -> LineEditor? {
    guard let output = LineEditor.Output.ofProcess else { return nil }
    let editor = LineEditor(
      output: output, hasColor: World.hasColor(options.color), entries: history?.load() ?? [],
      readsSettings: sandbox == nil, news: { [history] in history?.news() ?? [] })
    Echo.driverEdits.store(editor?.isOff ?? true, ordering: .relaxed)
    return editor
  }

  private mutating func readStartUpFile() -> FeedResult {
    guard options.readsStartUpFile, sandbox == nil, let path = UserFolders.startUpFile,
      FileAccess.exists(path)
    else { return FeedResult() }
    let result = shell.run(file: path) { Console.write($0) }
    shell.beginHere()
    return result
  }

  /// The scripts of `-i`; a status where one of them said `quit`.
  private mutating func runInputs() -> ExitStatus? {
    if options.inputs.isEmpty { return nil }
    var batch = Batch(shell: shell, options: options, progress: progress)
    for (index, input) in options.inputs.enumerated() {
      Interrupts.clear()
      let steps = batch.shell.stepCount
      let result = batch.run(input)
      if case .file(let path) = input {
        batch.shell.gatherSteps(after: steps, asLoadOf: path)
      }
      if result.quits { return result.status }
      if result.status != .done {
        batch.tellNotRun(options.inputs[(index + 1)...])
        break
      }
    }
    shell = batch.shell
    return nil
  }

  private func read(with editor: LineEditor) -> LineEditor.Event {
    let before = pending
    let shell = self.shell
    let sandbox = self.sandbox
    let prompt = pending.isEmpty ? shell.prompt : shell.continuation
    let completer = { (line: String, cursor: Int) in
      let text = before + line
      let end = before.utf8.count + cursor
      var list = shell.completions(for: text, cursor: end)
      if list.wantsFile {
        let typed = SourceText(name: "", text: text).slice(list.replaceFrom, end)
        list.items += FileNames.candidates(for: typed).filter {
          sandbox?.holds(FileNames.inFull($0.text.filter { $0 != "\"" })) ?? true
        }
      }
      list.replaceFrom -= before.utf8.count
      return list
    }
    func readLine() -> LineEditor.Event {
      editor.readLine(prompt: prompt, isContinuation: !before.isEmpty, completer: completer)
    }
    return editor.isOff ? Echo.whileOn(readLine) : readLine()
  }

  /// Gives up what was typed. Several lines of it are too many to be typed again: Up brings them back.
  private mutating func drop(_ line: String, _ editor: LineEditor) {
    let text = line.isEmpty ? String(pending.dropLast()) : pending + line
    pending = ""
    let isLong = text.contains("\n") || !text.isEmpty && line.isEmpty
    if isLong, !editor.entries.contains(text) { editor.remember(text) }
  }

  /// Takes one line of input; true where it ends the program.
  private mutating func take(_ line: String, _ editor: LineEditor) -> Bool {
    let text = pending + line
    if text.allSatisfy(\.isWhitespace) {
      pending = ""
      return false
    }
    let source = SourceText(name: "<prompt>", text: text)
    if Parser.parse(source, as: SourceID(index: 0)).isIncomplete {
      pending = text + "\n"
      return false
    }
    pending = ""
    remember(text, editor)
    let result = run(text)
    for text in result.edited { remember(text, editor) }
    if result.quits { return mayLeave("`quit`", editor) }
    wasWarned = false
    return false
  }

  /// Keeps the statement before it is run: whatever becomes of it, it was typed.
  private mutating func remember(_ text: String, _ editor: LineEditor) {
    editor.takeUpNews()
    editor.remember(text)
    guard let history else { return }
    do {
      try history.append(text)
    } catch {
      Streams.complain(Messages.noHistory(error.reason))
      self.history = nil
    }
  }

  private mutating func run(_ text: String) -> FeedResult {
    count += 1
    shell.width = Streams.outputWidth()
    let progress = self.progress
    let pages = sandbox == nil
    let held = self.held
    var hasSaid = false
    let result = shell.feed(text, name: "<prompt \(count)>", mode: .prompt) { output in
      progress.clear()
      hasSaid = true
      switch output {
      case .text(let text, let isProse): held.add(Console.laidOut(text, isProse))
      case .diagnostic:
        Self.show(held.take(), pages: pages && !Interrupts.isPending)
        Console.write(output)
      }
    }
    progress.clear()
    journal?.settle()
    // Who stops a statement wants the prompt, not a pager.
    Self.show(
      held.take(), pages: pages && !Interrupts.isPending, fromEnd: result.showsEnd)
    if result.status == .interrupted, !hasSaid { Streams.complain("^C\n") }
    return result
  }

  /// A pager is another program.
  private static func show(_ text: String, pages: Bool, fromEnd: Bool = false) {
    if pages { Pager.show(text, fromEnd: fromEnd) } else { Streams.print(text) }
  }
}
