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

/// `rota fmt`: lays scripts out anew. A file that cannot be read as a script stays as it is; the
/// others are formatted all the same.
struct FormatCommand {
  let options: Options

  func run(_ inputs: [Options.Input]) -> ExitStatus {
    inputs.map(format).max() ?? .done
  }

  private func format(_ input: Options.Input) -> ExitStatus {
    let name = input.name
    let bytes: [UInt8]
    let formatted: String
    do {
      bytes = try input.bytes()
    } catch {
      return options.tell(ProgramMessages.cannotRead(name, error.reason))
    }
    do {
      let source = try SourceText(name: name, decoding: bytes)
      switch Formatter.format(source) {
      case .success(let text): formatted = text
      case .failure(let failure): return report(failure, in: source)
      }
    } catch {
      return options.tell(ProgramMessages.notUTF8(name, error))
    }
    return finish(input, formatted, isChanged: Array(formatted.utf8) != bytes)
  }

  private func finish(
    _ input: Options.Input, _ formatted: String, isChanged: Bool
  ) -> ExitStatus {
    if options.onlyChecksFormat {
      if isChanged { options.account(Messages.wouldFormat(input.name)) }
      return isChanged ? .planFails : .done
    }
    guard case .file(let path) = input else {
      Streams.print(formatted)
      return .done
    }
    guard isChanged else { return .done }
    do {
      try FileAccess.write(path, Array(formatted.utf8))
      return .done
    } catch {
      return options.tell(ProgramMessages.cannotWrite(path, error.reason))
    }
  }

  private func report(_ failure: FormatFailure, in source: SourceText) -> ExitStatus {
    var library = SourceLibrary()
    _ = library.add(source)
    return options.tell(
      failure.diagnostics, of: library, closing: Messages.hasErrors(source.name))
  }
}
