import CourseTimetabling
import RotaDiagnostics
import RotaSession
import RotaSyntax

/// `rota import`: writes the statements that a file of another format comes to.
struct ImportCommand {
  enum Format: String, Sendable, CaseIterable {
    case ctt, csv, ics, json

    var meaning: String {
      switch self {
      case .ctt: "course timetabling: .ctt and .ectt"
      case .csv: "a table of a spreadsheet"
      case .ics: "a calendar"
      case .json: "a list of holidays"
      }
    }

    var example: String {
      switch self {
      case .ctt: "rota import ctt comp01.ctt -o plan.rota"
      case .csv: "rota import csv teachers teachers.csv -o teachers.rota"
      case .ics: "rota import ics li.ics for teacher Li --plan plan.rota"
      case .json: "rota import json 2027.json as holidays -o holidays.rota"
      }
    }
  }

  let format: Format
  /// For a table, what it is about.
  let table: String?
  /// For a calendar or a list of holidays, what stands after the file: `for teacher Li`.
  let subject: [String]
  let input: Options.Input
  let options: Options

  private var name: String { input.name }

  func run() -> ExitStatus {
    let bytes: [UInt8]
    do {
      bytes = try input.bytes()
    } catch {
      return fail(Messages.cannotRead(name, error.reason), .fileProblem)
    }
    return switch format {
    case .ctt: courses(bytes)
    case .csv: statements("import csv \(NameSyntax.quoteIfNeeded(table ?? ""))", bytes)
    case .ics: statements("import ics", bytes)
    case .json: statements("import json", bytes)
    }
  }

  private func courses(_ bytes: [UInt8]) -> ExitStatus {
    let source: SourceText
    do {
      source = try SourceText(name: name, decoding: bytes)
    } catch {
      return fail(Messages.notUTF8(name, line: error.line, offset: error.offset), .fileProblem)
    }
    var library = SourceLibrary()
    let id = library.add(source)
    do {
      let instance = try InstanceReader.read(source, as: id)
      return finish(PlanText.text(of: instance, from: FileAccess.split(name).name))
    } catch {
      return options.tell(error.diagnostics, of: library, closing: Messages.notImported(name))
    }
  }

  /// What the prompt's own `import` would run, in the plan that `--plan` names.
  private func statements(_ command: String, _ bytes: [UInt8]) -> ExitStatus {
    let name = self.name
    var environment = World.environment(options, progress: ProgressLine())
    if options.isSandboxed {
      // Of the plan's folder, where one is named: its `include` must reach it.
      let named = (options.importPlan.map { [.file($0)] } ?? []) + [input]
      guard let sandbox = Sandbox(named) else {
        return fail(Messages.render(Messages.noSandbox), .scriptWrong)
      }
      environment = sandbox.narrow(environment)
    }
    let read = environment.read
    environment.read = { (path) throws(SessionEnvironment.FileProblem) in
      path == name ? bytes : try read(path)
    }
    var shell = Shell(environment: environment, options: options.session)
    if let plan = options.importPlan {
      shell.onlyDeclarations = true
      let result = shell.run(file: plan) { Console.write($0) }
      guard result.status < .scriptWrong else { return result.status }
      shell.onlyDeclarations = false
    }
    var text = ""
    let about = subject.prefix(2) + subject.dropFirst(2).map(NameSyntax.quoted)
    let statement = ([command, NameSyntax.quoted(name)] + about + ["dry run"])
      .joined(separator: " ")
    let result = shell.feed(statement, name: "<import>", mode: .script) { output in
      if case .text(let piece) = output { text += piece } else { Console.write(output) }
    }
    guard result.status == .done else { return result.status }
    return finish(
      "\(PlanText.heading) from \(Printable.text(FileAccess.split(name).name))\n" + text)
  }

  private func finish(_ plan: String) -> ExitStatus {
    guard let output = options.importOutput, !options.isDryRun else {
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
