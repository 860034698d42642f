import RotaSession

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The real world, as the shell sees it.
enum World {
  /// - Parameter held: output that is kept back for a pager, which what is announced comes after.
  static func environment(
    _ options: Options, progress: ProgressLine, held: HeldOutput = HeldOutput()
  ) -> SessionEnvironment {
    let memory = MemoryWatch(onlyLess: options.isSandboxed)
    var environment = SessionEnvironment(
      read: { (path) throws(SessionEnvironment.FileProblem) in try FileAccess.read(path) },
      write: { (path, bytes) throws(SessionEnvironment.FileProblem) in
        try FileAccess.write(path, bytes)
        WrittenFiles.record(path, bytes)
      },
      exists: { FileAccess.exists($0) },
      mayReplace: {
        // What is refused for where it leads is not refused for what is there.
        !FileAccess.isFile($0) || WrittenFiles.holds($0) || FileAccess.whereItLeadsOut($0) != nil
      },
      printedPages: { (html) throws(SessionEnvironment.FileProblem) in
        try PagePrinter.pdf(of: html)
      },
      now: { pinnedTime ?? seconds(CLOCK_REALTIME) },
      clock: { seconds(CLOCK_MONOTONIC) },
      isCancelled: { Interrupts.isPending || memory.isExceeded },
      progress: { progress.show($0) },
      width: Streams.outputWidth(),
      color: hasColor(options.color),
      threads: options.threads ?? processors)
    environment.memory = memory
    environment.export = { (path, bytes) throws(SessionEnvironment.FileProblem) in
      try FileAccess.write(path, bytes, staysInFolder: true)
      WrittenFiles.record(path, bytes)
    }
    environment.stamp = { FileAccess.stamp($0) }
    environment.pause = { seconds in
      usleep(useconds_t(max(0, min(seconds, 10)) * 1e6))
      if Interrupts.takeContinued() { progress.showAgain() }
    }
    environment.announce = { output in
      progress.clear()
      Streams.print(held.take())
      Console.write(output)
    }
    if Streams.isTerminal(STDIN_FILENO), Streams.isTerminal(STDOUT_FILENO) {
      environment.textEditor = PlannersEditor()
    }
    environment.errorColumns = { Streams.sizeOfErrors?.columns }
    environment.homeFolder = UserFolders.home
    environment.secondsAheadOfUTC = { secondsAheadOfUTC($0) }
    return environment
  }

  /// What the machine's time zone says of a time.
  private static func secondsAheadOfUTC(_ time: Double) -> Int {
    guard var seconds = time_t(exactly: time.rounded(.down)) else { return 0 }
    var local = tm()
    return localtime_r(&seconds, &local) == nil ? 0 : local.tm_gmtoff
  }

  static func hasColor(_ choice: Options.ColorChoice) -> Bool {
    switch choice {
    case .always: true
    case .never: false
    case .auto:
      Variables["NO_COLOR"] == nil && Variables["TERM"] != "dumb"
        && Streams.isTerminal(STDOUT_FILENO) && Streams.isTerminal(STDERR_FILENO)
    }
  }

  /// The time that SOURCE_DATE_EPOCH sets for printed things, so that they come out the same again:
  /// seconds since 1970, up to the end of the year 9999.
  private static let pinnedTime: Double? = {
    guard let text = Variables["SOURCE_DATE_EPOCH"], let time = Int(text),
      (0...253_402_300_799).contains(time)
    else { return nil }
    return Double(time)
  }()

  private static func seconds(_ clock: clockid_t) -> Double {
    var time = timespec()
    guard clock_gettime(clock, &time) == 0 else { return 0 }
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private static var processors: Int {
    min(256, max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))))
  }
}
