import RotaDiagnostics
import RotaPlanning

/// Everything that a session takes from the world. The session itself knows no terminal, no clock
/// and no file system, so that a test can hand it any of them.
public struct SessionEnvironment: Sendable {
  public struct FileProblem: Error, Sendable {
    /// What the system says: "no such file", "is a directory".
    public var reason: String
    public init(_ reason: String) { self.reason = reason }

    /// Nothing that makes PDF of HTML is installed.
    public static let noPrinter = FileProblem(
      "nothing here prints pages: there is neither Chromium (or Chrome, or Edge) nor WeasyPrint")
  }

  /// The bytes of a file.
  public var read: @Sendable (_ path: String) throws(FileProblem) -> [UInt8]
  /// Writes a file whole or not at all.
  public var write: @Sendable (_ path: String, _ bytes: [UInt8]) throws(FileProblem) -> Void
  /// The same for what a statement gives to others: never through a link that leads out of the folder in
  /// which it stands.
  public var export: @Sendable (_ path: String, _ bytes: [UInt8]) throws(FileProblem) -> Void
  public var exists: @Sendable (_ path: String) -> Bool
  /// Whether nothing of anybody's would be lost by writing a file: there is none, or it is empty or
  /// no file with contents, or it is just as this program wrote it.
  public var mayReplace: @Sendable (_ path: String) -> Bool
  /// The pages of an HTML file as PDF, made by a program that is installed here.
  public var printedPages: @Sendable (_ html: [UInt8]) throws(FileProblem) -> [UInt8]
  /// Seconds since 1970, for version dates on printed pages and times in `history`.
  public var now: @Sendable () -> Double
  /// Seconds of a clock that never jumps, for `solve for`.
  public var clock: @Sendable () -> Double
  /// True from Ctrl-C on until the statement has ended, and where it takes more memory than it may.
  public var isCancelled: @Sendable () -> Bool
  /// How much memory may be taken; nil where nobody looks.
  public var memory: (any MemoryBound)?
  /// A line of progress that takes the place of the last one; an empty one ends it.
  public var progress: @Sendable (String) -> Void
  /// Seconds that local time is ahead of UTC, at a time given in seconds since 1970.
  public var secondsAheadOfUTC: @Sendable (_ time: Double) -> Int = { _ in 0 }
  /// Takes each completed statement, and has what a shell that came to a sudden end left behind.
  public var journal: (any WorkJournal)?
  /// Where texts are edited; nil where there is no terminal.
  public var textEditor: (any TextEditor)?
  /// The state of a file; nil where there is none.
  public var stamp: @Sendable (_ path: String) -> FileStamp? = { _ in nil }
  /// Lets seconds pass, fewer where Ctrl-C is typed; nil where nothing can be waited for.
  public var pause: (@Sendable (_ seconds: Double) -> Void)?
  /// Takes output of a statement that has not ended yet; nil where all of it is told at its end.
  public var announce: (@Sendable (Output) -> Void)?
  /// Bytes of output that wait for the end of their statement; what is more is announced.
  public var mostHeld = 1 << 20
  /// What `~` stands for in the name of a file, without a slash at its end; nil where there is none.
  public var homeFolder: String?
  /// Columns of the terminal that diagnostics are shown at; nil where they go elsewhere.
  public var errorColumns: @Sendable () -> Int? = { nil }
  /// Columns of text output.
  public var width: Int
  /// Whether output may hold colour escapes.
  public var color: Bool
  /// Threads for solving.
  public var threads: Int

  /// Ctrl-C, for work that ends by an error.
  var cancellation: Cancellation { Cancellation(isCancelled) }

  public init(
    read: @escaping @Sendable (String) throws(FileProblem) -> [UInt8],
    write: @escaping @Sendable (String, [UInt8]) throws(FileProblem) -> Void,
    exists: @escaping @Sendable (String) -> Bool,
    mayReplace: @escaping @Sendable (String) -> Bool,
    printedPages: @escaping @Sendable ([UInt8]) throws(FileProblem) -> [UInt8] = {
      (_) throws(FileProblem) in throw .noPrinter
    },
    now: @escaping @Sendable () -> Double,
    clock: @escaping @Sendable () -> Double,
    isCancelled: @escaping @Sendable () -> Bool = { false },
    progress: @escaping @Sendable (String) -> Void = { _ in }, width: Int = 80,
    color: Bool = false, threads: Int = 1
  ) {
    self.read = read
    self.write = write
    export = write
    self.exists = exists
    self.mayReplace = mayReplace
    self.printedPages = printedPages
    self.now = now
    self.clock = clock
    self.isCancelled = isCancelled
    self.progress = progress
    self.width = width
    self.color = color
    self.threads = threads
  }
}

/// One piece of what a session says.
public enum Output: Sendable, Equatable {
  /// Text for standard output, with its line breaks. Prose is for reading only, so that a terminal
  /// may break its lines where they are too long; what is not, such as records, is to be kept.
  case text(String, isProse: Bool)
  /// A diagnostic for standard error, with its rendering.
  case diagnostic(Diagnostic, rendered: String)
}

/// How a program that ran these statements should end.
public enum ExitStatus: Int32, Sendable, Comparable {
  case done = 0
  /// The plan breaks a requirement, is proved impossible, or sessions stay unplaced.
  case planFails = 1
  /// The script or the command line is wrong.
  case scriptWrong = 2
  /// A file could not be read or written.
  case fileProblem = 3
  case interrupted = 130
  public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

/// What became of a text that was fed to a session.
public struct FeedResult: Sendable, Equatable {
  /// The text is the beginning of a statement; nothing was run, feed it again with more lines.
  public var needsMoreInput = false
  /// `quit` was run.
  public var quits = false
  /// Inputs that were not typed but written in an editor, and run: history should have them too.
  public var edited: [String] = []
  public var status: ExitStatus = .done
  /// What is looked for stands at the end of the output: the newest line of `history`.
  public var showsEnd = false
  public init() {}
}
