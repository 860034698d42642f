import RotaDiagnostics
import RotaSyntax

/// Runs statements: declarations go into the state, commands to the host.
public enum Interpreter {
  /// Runs a whole script and gives all its errors in the order in which they were found.
  ///
  /// An error in a declaration does not keep the declarations after it from being read, so that all
  /// errors of a text come at once.
  ///
  /// - Parameter stopAtFirstError: from the first error on no command is carried out.
  public static func run<Host: LanguageHost>(
    _ script: Script, state: inout LanguageState, host: inout Host, stopAtFirstError: Bool
  ) -> [Diagnostic] {
    var runner = Runner<Host>(stopsAtFirstError: stopAtFirstError)
    for statement in script.statements {
      if runner.isOver { break }
      state.statement += 1
      _ = runner.execute(statement, &state, &host)
    }
    return runner.diagnostics
  }

  /// Runs one statement of a text.
  public static func run<Host: LanguageHost>(
    _ statement: Statement, state: inout LanguageState, host: inout Host
  ) -> [Diagnostic] {
    var runner = Runner<Host>(stopsAtFirstError: true)
    state.statement += 1
    _ = runner.execute(statement, &state, &host)
    return runner.diagnostics
  }

  /// Runs the statements of a command's block, up to the first error, as those of a text.
  public static func run<Host: LanguageHost>(
    _ block: StatementBlock, state: inout LanguageState, host: inout Host
  ) -> [Diagnostic] {
    var runner = Runner<Host>(stopsAtFirstError: true)
    if !block.variables.isEmpty {
      runner.frames = [Frame(isCall: false, variables: block.variables)]
    }
    for statement in block.statements {
      if runner.isOver { break }
      state.statement += 1
      _ = runner.execute(statement, &state, &host)
    }
    return runner.diagnostics
  }
}
