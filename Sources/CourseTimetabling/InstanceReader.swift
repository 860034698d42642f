import RotaDiagnostics

/// What is wrong with a file of course timetabling.
public struct MalformedInstance: Error, Sendable {
  /// In the order of the file; at least one.
  public let diagnostics: [Diagnostic]
}

/// Reads `.ctt` and `.ectt`.
///
/// The head, up to the first section, and the sections may each stand in any order. What follows
/// `END.` is not read. Everything that is wrong is told at once, up to a limit.
public enum InstanceReader {
  /// More errors than this are only counted.
  static let mostErrors = 20

  public static func read(
    _ text: SourceText, as source: SourceID
  ) throws(MalformedInstance) -> Instance {
    var outline = InstanceOutline(text, source)
    outline.read()
    var builder = InstanceBuilder(outline)
    let instance = builder.instance()
    guard let instance, builder.problems.isEmpty else {
      throw MalformedInstance(
        diagnostics: Self.limited(builder.problems, more: builder.moreProblems))
    }
    return instance
  }

  private static func limited(_ problems: [Diagnostic], more: Int) -> [Diagnostic] {
    let sorted = problems.enumerated().sorted { a, b in
      (a.element.range?.lower ?? 0, a.offset) < (b.element.range?.lower ?? 0, b.offset)
    }.map(\.element)
    let rest = sorted.count + more - mostErrors
    return rest <= 0
      ? sorted : sorted.prefix(mostErrors) + [CourseTimetablingMessages.tooMany(rest)]
  }
}
