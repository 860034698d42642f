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
    // Statements are to come out as they are; what is wrong with them is told as it was asked for.
    var session = options.session
    session.json = false
    var shell = Shell(environment: environment, options: session)
    if let plan = options.importPlan {
      shell.onlyDeclarations = true
      var diagnostics: [Diagnostic] = []
      let result = shell.run(file: plan) { output in
        if !told(output, &diagnostics) { Console.write(output) }
      }
      tell(diagnostics, shell)
      guard result.status < .scriptWrong else { return result.status }
      shell.onlyDeclarations = false
    }
    var text = ""
    let about = subject.prefix(2) + subject.dropFirst(2).map(NameSyntax.quoted)
    let statement = ([command, NameSyntax.quoted(name)] + about + ["dry run"])
      .joined(separator: " ")
    var diagnostics: [Diagnostic] = []
    let result = shell.feed(statement, name: "<import>", mode: .script) { output in
      if case .text(let piece, _) = output {
        text += piece
      } else if !told(output, &diagnostics) {
        Console.write(output)
      }
    }
    tell(diagnostics, shell)
    guard result.status == .done else { return result.status }
    return finish(
      "\(PlanText.heading) from \(Printable.text(FileAccess.split(name).name))\n" + text,
      sandbox)
  }

  /// Keeps a diagnostic that is to be told as an object, which the shell knows how to make afterwards.
  private func told(_ output: Output, _ diagnostics: inout [Diagnostic]) -> Bool {
    guard options.session.json, case .diagnostic(let diagnostic, _) = output else { return false }
    diagnostics.append(diagnostic)
    return true
  }

  private func tell(_ diagnostics: [Diagnostic], _ shell: Shell) {
    for diagnostic in diagnostics {
      Console.write(.diagnostic(diagnostic, rendered: shell.object(of: diagnostic)))
    }
  }

  private func finish(_ plan: String, _ sandbox: Sandbox?) -> ExitStatus {
    guard let output = options.importOutput, !options.isDryRun else {
      Streams.print(plan)
      return .done
    }
    do {
      try sandbox?.check(output)
      let bytes = Array(plan.utf8)
      if FileAccess.isFile(output), try FileAccess.read(output) != bytes,
        !WrittenFiles.holds(output)
      {
        return refuse(Messages.notImportedBefore(output))
      }
      try FileAccess.write(output, bytes)
      // What the program keeps for itself lies outside of any sandbox.
      if sandbox == nil { WrittenFiles.record(output, bytes) }
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
