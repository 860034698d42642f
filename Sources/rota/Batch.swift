import RotaDiagnostics
import RotaSession

/// Runs scripts one after the other, up to the first that goes wrong.
struct Batch {
  var shell: Shell
  let options: Options
  let progress: ProgressLine

  mutating func run() -> ExitStatus {
    var worst = ExitStatus.done
    shell.onlyDeclarations = options.command == .check
    let inputs = options.inputs.isEmpty ? [.standardInput] : options.inputs
    if let problem = commandMisspelt(inputs) {
      Options.tell(problem, asJSON: options.session.json)
      return .scriptWrong
    }
    for (index, input) in inputs.enumerated() {
      let result = run(input)
      if result.status >= .scriptWrong || Interrupts.isPending {
        tellNotRun(inputs[(index + 1)...])
      }
      if Interrupts.isPending || result.status == .interrupted { return interrupted() }
      worst = max(worst, result.status)
      if result.status >= .scriptWrong || result.quits { return worst }
    }
    if options.command == .check {
      shell.onlyDeclarations = false
      worst = max(worst, check().status)
    }
    let progress = self.progress
    let last = shell.finish { output in
      progress.clear()
      Console.write(output)
    }
    if Interrupts.isPending { return interrupted() }
    for name in shell.variablesUnsaid {
      Options.tell(Messages.unsaid(variable: name), asJSON: options.session.json)
    }
    return max(worst, last)
  }

  /// A first word that is no file, and nearly a command.
  private func commandMisspelt(_ inputs: [Options.Input]) -> UsageProblem? {
    guard options.command == .run, case .file(let word)? = inputs.first,
      let command = Spelling.nearest(to: word, among: Options.Command.allCases.map(\.rawValue)),
      !FileAccess.exists(word)
    else { return nil }
    return Messages.neitherCommandNorFile(word, nearest: command)
  }

  /// Says which inputs come too late to be run.
  func tellNotRun(_ inputs: some Sequence<Options.Input>) {
    let names = inputs.map(\.name)
    if names.isEmpty || options.session.quiet { return }
    options.account(Messages.notRun(names))
  }

  /// Runs one file, text or standard input.
  mutating func run(_ input: Options.Input) -> FeedResult {
    let progress = self.progress
    switch input {
    case .file(let path):
      return shell.run(file: path) { output in
        progress.clear()
        Console.write(output)
      }
    case .text(let text):
      return feed(text, name: input.name)
    case .standardInput:
      return runStandardInput()
    }
  }

  private mutating func feed(_ text: String, name: String) -> FeedResult {
    let progress = self.progress
    return shell.feed(text, name: name, mode: .script) { output in
      progress.clear()
      Console.write(output)
    }
  }

  private mutating func check() -> FeedResult {
    let progress = self.progress
    return shell.check { output in
      progress.clear()
      Console.write(output)
    }
  }

  private mutating func runStandardInput() -> FeedResult {
    let name = Options.Input.standardInput.name
    let bytes: [UInt8]
    do {
      bytes = try Options.Input.standardInput.bytes()
    } catch {
      return failed(ProgramMessages.cannotRead(name, error.reason))
    }
    do {
      return feed(try TextDecoding.text(bytes), name: name)
    } catch {
      return failed(ProgramMessages.notUTF8(name, error))
    }
  }

  private func failed(_ problem: Diagnostic) -> FeedResult {
    var result = FeedResult()
    result.status = options.tell(problem)
    return result
  }

  private func interrupted() -> ExitStatus {
    progress.clear()
    return .interrupted
  }
}
