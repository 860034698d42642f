/// The planner's own editor, at the terminal.
public protocol TextEditor: Sendable {
  /// Opens a text in a file and waits until the editor is closed.
  ///
  /// - Parameter path: the file of an earlier time to be used again; nil for a new one.
  /// - Throws: why nothing came back: there is no editor, or it ended with an error, which is how a
  ///   planner says that nothing is to be changed.
  func edit(_ text: String, in path: String?) throws(SessionEnvironment.FileProblem) -> EditedFile
  /// Throws a file away that is no longer needed.
  func remove(_ path: String)
}

/// A file as an editor left it.
public struct EditedFile: Sendable, Equatable {
  public var path: String
  public var bytes: [UInt8]

  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

/// Tells one state of a file from another without a look into it.
public struct FileStamp: Sendable, Hashable {
  /// When it was last written, in nanoseconds since 1970.
  public var time: Int
  public var bytes: Int
  /// Which file it is: one that takes another's name is another.
  public var number: UInt64

  public init(time: Int, bytes: Int, number: UInt64) {
    self.time = time
    self.bytes = bytes
    self.number = number
  }
}
