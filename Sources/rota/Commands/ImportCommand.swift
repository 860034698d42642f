import CourseTimetabling
import RotaDiagnostics
import RotaSession
import RotaSyntax

/// `rota import`: writes the statements that a file of another format comes to.
struct ImportCommand {
  let format: ImportFormat
  /// For a table, what it is about.
  let table: String?
  /// For a calendar or a list of holidays, what stands after the file: `for teacher Li`.
  let subject: [String]
  let input: Options.Input
  let options: Options

  private var name: String { input.name }

  func run() -> ExitStatus {
    var sandbox: Sandbox?
    if options.isSandboxed {
      // Of the plan's folder, where one is named: its `include` must reach it.
      sandbox = Sandbox((options.importPlan.map { [.file($0)] } ?? []) + [input])
      if sandbox == nil { return refuse(Messages.noSandbox) }
    }
    let bytes: [UInt8]
    do {
      bytes = try input.bytes()
    } catch {
      return options.tell(ProgramMessages.cannotRead(name, error.reason))
    }
    return switch format {
    case .ctt: courses(bytes, sandbox)
    case .csv: statements("import csv \(NameSyntax.quoteIfNeeded(table ?? ""))", bytes, sandbox)
    case .ics: statements("import ics", bytes, sandbox)
    case .json: statements("import json", bytes, sandbox)
    }
  }

  private func courses(_ bytes: [UInt8], _ sandbox: Sandbox?) -> ExitStatus {
    let source: SourceText
    do {
      source = try SourceText(name: name, decoding: bytes)
    } catch {
      return options.tell(ProgramMessages.notUTF8(name, error))
    }
    var library = SourceLibrary()
    let id = library.add(source)
    do {
      let instance = try InstanceReader.read(source, as: id)
      return finish(PlanText.text(of: instance, from: FileAccess.split(name).name), sandbox)
    } catch {
      return options.tell(error.diagnostics, of: library, closing: Messages.notImported(name))
    }
  }

  /// What the prompt's own `import` would run, in the plan that `--plan` names.
  private func statements(
    _ command: String, _ bytes: [UInt8], _ sandbox: Sandbox?
  ) -> ExitStatus {
    let name = self.name
    var environment = World.environment(options, progress: ProgressLine())
    if let sandbox { environment = sandbox.narrow(environment) }
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
      if case .text(let piece, _) = output { text += piece } else { Console.write(output) }
    }
    guard result.status == .done else { return result.status }
    return finish(
      "\(PlanText.heading) from \(Printable.text(FileAccess.split(name).name))\n" + text,
      sandbox)
  }

  private func finish(_ plan: String, _ sandbox: Sandbox?) -> ExitStatus {
    guard let output = options.importOutput, !options.isDryRun else {
      Streams.print(plan)
      return .done
    }
    do {
      try sandbox?.check(output)
      if FileAccess.isFile(output),
        try !FileAccess.read(output).starts(with: PlanText.heading.utf8)
      {
        return refuse(Messages.notImportedBefore(output))
      }
      try FileAccess.write(output, Array(plan.utf8))
      return .done
    } catch {
      return options.tell(ProgramMessages.cannotWrite(output, error.reason))
    }
  }

  private func refuse(_ problem: UsageProblem) -> ExitStatus {
    Options.tell(problem, asJSON: options.session.json)
    return .scriptWrong
  }
}

extension ImportFormat {
  /// How it is asked for on the command line.
  var example: String {
    switch self {
    case .ctt: "rota import ctt comp01.ctt -o plan.rota"
    case .csv: "rota import csv teachers teachers.csv -o teachers.rota"
    case .ics: "rota import ics li.ics for teacher Li --plan plan.rota"
    case .json: "rota import json 2027.json as holidays -o holidays.rota"
    }
  }
}
