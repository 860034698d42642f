import RotaSession

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// From the command line to an exit status.
enum Program {
  static func run(_ arguments: Arguments?) -> ExitStatus {
    guard let arguments else { return refuse(Messages.noArguments, asJSON: false) }
    let options: Options
    do {
      options = try OptionParser.parse(arguments)
    } catch {
      // A program that cannot be understood gets its answer in the form that it asked for.
      return refuse(error, asJSON: arguments.words.prefix { $0 != "--" }.contains("--json"))
    }
    if options.showsUsage {
      return say(LineWrap.wrapped(Usage.text, columns: max(80, Streams.outputWidth())))
    }
    if options.showsVersion { return say(Usage.version + "\n") }
    switch options.command {
    case .format:
      return FormatCommand(options: options).run(options.inputs)
    case .importing: return runImport(options)
    case .help: return help(options)
    case .run, .check: return start(options)
    }
  }

  private static func start(_ options: Options) -> ExitStatus {
    let isAtTerminal = LineEditor.Output.ofProcess != nil
    let wantsPrompt = options.stays || (options.inputs.isEmpty && isAtTerminal)
    if options.stays, !isAtTerminal { return refuse(Messages.noTerminal, options) }
    let progress = ProgressLine()
    let held = HeldOutput()
    var environment = World.environment(options, progress: progress, held: held)
    let sandbox = options.isSandboxed ? Sandbox(options.inputs) : nil
    if options.isSandboxed {
      guard let sandbox else { return refuse(Messages.noSandbox, options) }
      environment = sandbox.narrow(environment)
    }
    Interrupts.install(isAtPrompt: wantsPrompt)
    if wantsPrompt {
      // Journal, history and settings lie outside of any sandbox.
      let journal = sandbox == nil ? JournalFile() : nil
      environment.journal = journal
      let shell = Shell(environment: environment, options: options.session)
      var prompt = Prompt(
        shell: shell, options: options, progress: progress, held: held, journal: journal,
        sandbox: sandbox)
      let status = prompt.run()
      keepToTheEnd(prompt.shell)
      return status
    }
    let shell = Shell(environment: environment, options: options.session)
    var batch = Batch(shell: shell, options: options, progress: progress)
    let status = batch.run()
    keepToTheEnd(batch.shell)
    return status
  }

  /// Leaves what a shell holds to the end of the process, which is near: the system takes all memory
  /// back at once, where to give it back piece by piece would take a large plan a while.
  private static func keepToTheEnd(_ shell: Shell) {
    final class Keeper {
      let shell: Shell
      init(_ shell: Shell) { self.shell = shell }
    }
    _ = Unmanaged.passRetained(Keeper(shell))
  }

  private static func runImport(_ options: Options) -> ExitStatus {
    guard let format = options.importFormat, let input = options.inputs.first else {
      return refuse(Messages.needsFormat, options)
    }
    return ImportCommand(
      format: format, table: options.importTable, subject: options.importSubject, input: input,
      options: options
    ).run()
  }

  private static func help(_ options: Options) -> ExitStatus {
    let progress = ProgressLine()
    var session = options.session
    // That nothing was run need not be said of a question.
    session.quiet = true
    var shell = Shell(
      environment: World.environment(options, progress: progress), options: session)
    let statement = (["help"] + options.helpWords).joined(separator: " ")
    return shell.feed(statement, name: "<help>", mode: .script) { Console.write($0) }.status
  }

  private static func refuse(_ problem: UsageProblem, _ options: Options) -> ExitStatus {
    refuse(problem, asJSON: options.session.json)
  }

  private static func refuse(_ problem: UsageProblem, asJSON: Bool) -> ExitStatus {
    Options.tell(problem, asJSON: asJSON)
    return .scriptWrong
  }

  private static func say(_ text: String) -> ExitStatus {
    Streams.print(text)
    return .done
  }
}
