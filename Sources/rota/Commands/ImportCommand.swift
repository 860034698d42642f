import CourseTimetabling
import RotaDiagnostics
import RotaSession

/// `rota import`: writes the plan that a file of another format describes.
struct ImportCommand {
  enum Format: String, Sendable, CaseIterable {
    case ctt

    var meaning: String {
      switch self {
      case .ctt: "course timetabling: .ctt and .ectt"
      }
    }
  }

  let format: Format
  /// Nil prints the plan.
  let output: String?
  let hasColor: Bool

  func run(_ input: Options.Input) -> ExitStatus {
    let name = input.name
    let bytes: [UInt8]
    do {
      bytes = try input.bytes()
    } catch {
      return fail(Messages.cannotRead(name, error.reason), .fileProblem)
    }
    let source: SourceText
    do {
      source = SourceText(name: name, text: try TextDecoding.text(bytes))
    } catch {
      return fail(Messages.notUTF8(name, line: error.line, offset: error.offset), .fileProblem)
    }
    var library = SourceLibrary()
    let id = library.add(source)
    switch format {
    case .ctt:
      do {
        let instance = try InstanceReader.read(source, as: id)
        return finish(PlanText.text(of: instance, from: FileAccess.split(name).name))
      } catch {
        let renderer = DiagnosticRenderer(library: library, color: hasColor)
        return fail(
          renderer.render(error.diagnostics) + Messages.notImported(name), .scriptWrong)
      }
    }
  }

  private func finish(_ plan: String) -> ExitStatus {
    guard let output else {
      Streams.print(plan)
      return .done
    }
    do {
      if FileAccess.isFile(output),
        try !FileAccess.read(output).starts(with: PlanText.heading.utf8)
      {
        return fail(Messages.notImportedBefore(output), .scriptWrong)
      }
      try FileAccess.write(output, Array(plan.utf8))
      return .done
    } catch {
      return fail(Messages.cannotWrite(output, error.reason), .fileProblem)
    }
  }

  private func fail(_ message: String, _ status: ExitStatus) -> ExitStatus {
    Streams.complain(message)
    return status
  }
}
