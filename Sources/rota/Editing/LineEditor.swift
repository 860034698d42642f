import CLibEdit
import RotaSession

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Reads lines at a terminal, through libedit: editing, history, completion, paste.
///
/// A class, since libedit's callbacks find their way back to it through a pointer. It is used from
/// one thread only.
final class LineEditor {
  /// The stream that shows the prompt and the line.
  enum Output {
    case standardOutput, standardError

    /// Standard output, or standard error where the output goes to a file; nil without a terminal
    /// to type at or to show the line on.
    static var ofProcess: Output? {
      guard Streams.isTerminal(STDIN_FILENO) else { return nil }
      if Streams.isTerminal(STDOUT_FILENO) { return .standardOutput }
      return Streams.isTerminal(STDERR_FILENO) ? .standardError : nil
    }

    var descriptor: Int32 { self == .standardOutput ? STDOUT_FILENO : STDERR_FILENO }
    /// The stream of C that libedit draws on; it is the process's own and never closed.
    var file: UnsafeMutablePointer<FILE>? {
      self == .standardOutput ? rota_stdout() : rota_stderr()
    }
  }

  enum Event {
    /// What was typed or pasted, without its last line break; it may hold others.
    case line(String)
    /// Ctrl-C: the line was dropped.
    case interrupted(String)
    /// Up on a line that continues others: it is to be edited together with them.
    case reopened(String)
    /// Ctrl-D on an empty line, or the terminal has gone.
    case endOfInput
  }

  typealias Completer = (_ line: String, _ cursor: Int) -> CompletionList

  /// What ended the call of libedit, where it was not a finished line.
  enum Ending: Equatable {
    case none
    case interrupted(String)
    case reopened(String)
    case list([CompletionList.Item], page: Int, isTall: Bool)
  }

  let editor: OpaquePointer
  private let history: OpaquePointer
  let output: Output
  let hasColor: Bool
  /// Where libedit draws; nil on a terminal that can only be written to, where libedit does better.
  let sink: EditorSink?
  var canvas = Canvas()
  var window = Window()
  /// Candidates of a completion, shown below an input that is taller than the screen.
  var footer: [Picture.Row] = []
  /// The prompt as libedit reads it, ended by a null character; freed when there is another.
  private var promptStorage: UnsafeMutablePointer<wchar_t>
  /// Names of our functions; libedit keeps pointers to them, so they live as long as it does.
  var nameStorage: [UnsafeMutablePointer<wchar_t>] = []
  private(set) var prompt = ""

  var keys = KeyReader(descriptor: STDIN_FILENO)
  private var signals = EditorSignals()
  private(set) var completer: Completer?
  var ending = Ending.none
  /// Where candidates were listed last, and how often since another key was pressed.
  var listed: (line: String, cursor: Int, page: Int)?
  /// The line to go on with after a list of candidates was shown.
  var kept: (text: String, cursor: Int)?
  /// What the arrow keys go through, oldest first.
  private(set) var entries: [String] = []
  var walk: HistoryWalk?
  /// What takes the keys, as long as it lasts.
  var search: HistorySearch?
  var lastSearch: (text: String, direction: HistorySearch.Direction)?
  /// Entries that other shells have added since this was last asked.
  private let news: () -> [String]
  /// Whether the line continues others, which Up takes back.
  private(set) var isContinuation = false
  /// What the lines before it look like.
  var block = BlockOnScreen()
  /// An accent that waits to be joined to the letter before the cursor.
  var mark: Unicode.Scalar?

  /// - Parameters:
  ///   - entries: the history, oldest first.
  ///   - readsSettings: whether the planner's `.editrc` is read.
  ///   - news: entries that other shells have added since it was last called.
  init?(
    output: Output, hasColor: Bool, entries: [String], readsSettings: Bool,
    news: @escaping () -> [String]
  ) {
    guard
      let editor = el_init("rota", rota_stdin(), output.file, rota_stderr()),
      let history = history_winit()
    else { return nil }
    self.editor = editor
    self.history = history
    self.output = output
    self.hasColor = hasColor
    self.news = news
    sink = Variables["TERM"] == nil || Variables["TERM"] == "dumb" ? nil : EditorSink()
    promptStorage = WideText.allocate("")
    _ = rota_history_set_size(history, Int32(HistoryFile.limit))
    _ = rota_history_set_unique(history, 1)
    for entry in entries { remember(entry) }
    configure(readsSettings: readsSettings)
  }

  deinit {
    el_end(editor)
    history_wend(history)
    promptStorage.deallocate()
    for name in nameStorage { name.deallocate() }
  }

  private func configure(readsSettings: Bool) {
    if let sink { rota_el_set_output(editor, sink.file) }
    _ = rota_el_set_client(editor, Unmanaged.passUnretained(self).toOpaque())
    _ = rota_el_set_prompt(
      editor, { editor in LineEditor.of(editor)?.promptStorage }, 1)
    _ = rota_el_set_reader(
      editor,
      { editor, key in
        guard let self = LineEditor.of(editor), let key else { return -1 }
        return self.read(into: key)
      })
    _ = rota_el_use_history(editor, history)
    "emacs".withWide { _ = rota_el_set_editor(editor, $0) }
    addFunctions()
    bindKeys()
    if readsSettings { el_source(editor, nil) }
    // A planner's own `bind -v` begins with new key maps.
    if rota_el_is_vi(editor) != 0 { bindKeys() }
  }

  /// Whether the planner's own settings leave lines to the terminal's driver.
  var isOff: Bool { rota_el_edits(editor) == 0 }

  /// Has libedit leave the terminal between the lines as `Echo.off` does.
  func stayQuiet() {
    if isOff { return }
    for setting in ["-icanon", "-echo"] {
      setting.withWide { _ = rota_el_set_terminal_between(editor, $0) }
    }
  }

  static func of(_ editor: OpaquePointer?) -> LineEditor? {
    guard let editor, let client = rota_el_client(editor) else { return nil }
    return Unmanaged<LineEditor>.fromOpaque(client).takeUnretainedValue()
  }

  /// Adds an entry to the history that arrow keys and Ctrl-R go through.
  func remember(_ entry: String) {
    if entries.last != entry { entries.append(entry) }
    walk = nil
    entry.withWide { _ = rota_history_enter(history, $0) }
  }

  /// Takes up what other shells have added to the history meanwhile.
  func takeUpNews() {
    for entry in news() { remember(entry) }
  }

  /// Lets the planner edit a line, until Enter, Ctrl-C or Ctrl-D.
  ///
  /// - Parameter isContinuation: whether it goes on with the lines read before.
  func readLine(
    prompt: String, isContinuation: Bool, completer: @escaping Completer
  ) -> Event {
    show(prompt)
    self.completer = completer
    self.isContinuation = isContinuation
    if !isContinuation { block = BlockOnScreen() }
    signals.begin()
    // Only now, when Ctrl-C ends no statement any more: one that comes while the prompt is being set up is
    // not meant for what is typed at it. Nor later: a Ctrl-C right behind Enter is meant for the statement.
    Interrupts.clear()
    defer {
      signals.end()
      self.completer = nil
    }
    while true {
      ending = .none
      // Before the prompt shows, so that what is typed at it is not echoed by the driver as well.
      _ = rota_el_prepare_terminal(editor, 1)
      takeControlKeys()
      signals.letIn()
      var count: Int32 = 0
      setPasteMode(true)
      let line = el_wgets(editor, &count)
      setPasteMode(false)
      switch ending {
      case .interrupted(let line):
        finish(line + "^C")
        return .interrupted(line)
      case .reopened(let line):
        finish(line)
        block.add(picture(before: line, after: "", screenSize.columns))
        return .reopened(line)
      case .list(let items, let page, let isTall):
        showCandidates(items, page: page, isTall: isTall)
        keys.queue.append(PrivateKey.restore.scalar)
      case .none:
        guard let line, count > 0 else {
          write(canvas.leave())
          return .endOfInput
        }
        var scalars = WideText.scalars(line, count: Int(count))
        if scalars.last == "\n" { scalars.removeLast() }
        let text = Composition.composed(WideText.string(scalars))
        // Where the terminal's driver has edited the line, it has shown it as well.
        if isOff { canvas = Canvas() } else { finish(text) }
        block.add(picture(before: text, after: "", screenSize.columns))
        return .line(text)
      }
    }
  }

  /// Has the next call of `readLine` begin with a text in the place of the lines that it was typed in.
  ///
  /// - Parameter cursor: how many scalars stand before the cursor.
  func reopen(_ text: String, cursor: Int) {
    write(block.erasure(screenSize))
    kept = (text, cursor)
    keys.queue.append(PrivateKey.restore.scalar)
  }

  var screenSize: Streams.Size {
    Streams.size(of: output.descriptor) ?? Streams.Size(columns: 80, rows: 24)
  }

  private func show(_ prompt: String) {
    self.prompt = prompt
    promptStorage.deallocate()
    promptStorage = WideText.allocate(
      hasColor ? "\u{1}\u{1B}[1m\u{1}\(prompt)\u{1}\u{1B}[0m\u{1}" : prompt)
  }

  /// Asks the terminal to mark pasted text, which then comes as one input.
  func setPasteMode(_ isOn: Bool) {
    if Variables["TERM"] == "dumb" || Variables["TERM"] == nil { return }
    write(isOn ? "\u{1B}[?2004h" : "\u{1B}[?2004l")
  }

  /// Writes to the terminal past libedit.
  func write(_ text: String) {
    fflush(output.file)
    try? Streams.write(text.utf8, to: output.descriptor)
  }

  /// Lists candidates below the line; below what is seen of one that is taller than the screen.
  private func showCandidates(_ items: [CompletionList.Item], page: Int, isTall: Bool) {
    block.isWhole = false
    let size = screenSize
    let list = CandidateList(
      items: items, columns: size.columns, rows: isTall ? size.rows / 2 : size.rows, page: page)
    if isTall {
      var picture = Picture(columns: size.columns)
      picture.add(list.text.dropLast())
      footer = picture.rows
    } else {
      if let kept { finish(kept.text) }
      write(list.text)
    }
  }

  // MARK: - Reading keys

  /// - Parameter key: where libedit wants the key; its own memory, for the time of the call.
  private func read(into key: UnsafeMutablePointer<wchar_t>) -> Int32 {
    while true {
      if keys.isIdle { draw() }
      let isTyped = keys.queue.isEmpty
      let pressed = nextKey()
      if isTyped {
        footer = []
        if case .scalar("\t") = pressed {} else { listed = nil }
      }
      if let search {
        take(pressed, in: search)
        continue
      }
      switch pressed {
      case .end: return 0
      case .garbage: el_beep(editor)
      case .sequence(let sequence): keys.queue = meaning(of: sequence)
      case .signal(let number):
        if let pressed = respond(to: number) {
          key.pointee = pressed.wide
          return 1
        }
      case .scalar(let scalar):
        if Composition.isMark(scalar), hasTextBeforeCursor {
          mark = scalar
          key.pointee = PrivateKey.compose.scalar.wide
        } else {
          key.pointee = scalar.wide
        }
        return 1
      }
    }
  }

  func nextKey() -> KeyReader.Key { keys.next(waitingMask: signals.waitingMask) }

  /// Takes Ctrl-C, Ctrl-Z, Ctrl-\ and Ctrl-S from the terminal's driver, which would make signals of them
  /// and throw away what was typed before. It has to be done anew for each line, when libedit has
  /// set the terminal up: what is said earlier, libedit overwrites.
  private func takeControlKeys() {
    // And line breaks come as they are typed: a paste that ends its lines with both characters
    // would else come with twice as many lines.
    for setting in ["intr=", "susp=", "quit=", "-ixon", "-icrnl", "-inlcr"] {
      setting.withWide { _ = rota_el_set_terminal(editor, $0) }
    }
  }

  /// Deals with a signal; where that takes a key press, says which.
  func respond(to number: Int32) -> Unicode.Scalar? {
    switch number {
    case SIGINT: return "\u{3}"
    case SIGWINCH: resize()
    case SIGCONT:
      _ = rota_el_prepare_terminal(editor, 0)
      _ = rota_el_prepare_terminal(editor, 1)
      takeControlKeys()
      redraw()
    default: leave(by: number)
    }
    return nil
  }

  /// Gives the terminal back and stops or ends as a signal has it; goes on where it left off.
  private func leave(by number: Int32) {
    block.isWhole = false
    write(canvas.leave())
    setPasteMode(false)
    _ = rota_el_prepare_terminal(editor, 0)
    if number != SIGTSTP { write("\n") }
    Echo.pause()
    EditorSignals.suffer(number)
    Echo.resume()
    _ = rota_el_prepare_terminal(editor, 1)
    takeControlKeys()
    setPasteMode(true)
    el_resize(editor)
    redraw()
  }

  /// Draws the line anew, from where the terminal is.
  private func redraw() {
    canvas = Canvas()
    _ = rota_el_refresh(editor)
  }

  func suspend() -> UInt8 {
    leave(by: SIGTSTP)
    return UInt8(CC_NORM)
  }

  private func resize() {
    block.isWhole = false
    footer = []
    el_resize(editor)
    _ = rota_el_refresh(editor)
  }
}
