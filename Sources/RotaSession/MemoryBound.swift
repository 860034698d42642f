import RotaDiagnostics
import RotaLanguage
import RotaSyntax

/// Keeps the program from taking all memory of the machine: work that would is ended as by Ctrl-C.
public protocol MemoryBound: Sendable {
  /// Other work begins: what was ended before is over.
  func begin()
  /// Lets so many megabytes be taken from now on; nil for the default.
  func bound(to megabytes: Int?)
  /// Megabytes that may be taken.
  var most: Int { get }
  /// The most that may be asked for; nil where anything may.
  var ceiling: Int? { get }
  /// Megabytes that were taken when the work at hand was ended for it; nil where it was not.
  var exceeded: Int? { get }
}

/// The fewest megabytes that can be asked for: with fewer no statement would come to its end.
public let leastMemory = 100

extension Workspace {
  var parserLimits: ParserLimits {
    var limits = ParserLimits()
    limits.isCancelled = environment.isCancelled
    return limits
  }

  /// What ended the work at hand where Ctrl-C did not.
  func memoryExceeded(at range: SourceRange?) -> Diagnostic? {
    guard let memory = environment.memory, let taken = memory.exceeded else { return nil }
    return SessionMessages.memoryExceeded(
      taken, most: memory.most, ceiling: memory.ceiling, at: range)
  }

  /// Says once of an input that it was ended for the memory that it took.
  mutating func tellMemory(at range: SourceRange?) {
    guard !memoryWasTold, let diagnostic = memoryExceeded(at: range) else { return }
    memoryWasTold = true
    report(diagnostic)
    fail(.scriptWrong)
  }
}
