import RotaSession

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A program that makes PDF of HTML: Chromium or a browser of its family, else WeasyPrint.
struct PagePrinter {
  enum Kind { case browser, weasyPrint }
  let kind: Kind
  let path: String

  /// In the order in which they are looked for.
  private static let names: [(name: String, kind: Kind)] = [
    ("chromium", .browser), ("chromium-browser", .browser), ("google-chrome", .browser),
    ("google-chrome-stable", .browser), ("microsoft-edge", .browser), ("weasyprint", .weasyPrint),
  ]
  /// Where browsers are on a Mac, which has them in no folder of PATH.
  private static let applications = [
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  ]
  /// A thousand pages take less.
  private static let mostSeconds = 180.0

  /// The first that is installed; only folders of PATH named in full are looked at.
  static func installed() -> PagePrinter? {
    let folders = (Variables["PATH"] ?? "").split(separator: ":").filter { $0.hasPrefix("/") }
    for (name, kind) in names {
      for folder in folders {
        let path = "\(folder)/\(name)"
        if access(path, X_OK) == 0 { return PagePrinter(kind: kind, path: path) }
      }
    }
    return applications.first { access($0, X_OK) == 0 }.map {
      PagePrinter(kind: .browser, path: $0)
    }
  }

  /// The pages of an HTML file as PDF.
  static func pdf(of html: [UInt8]) throws(SessionEnvironment.FileProblem) -> [UInt8] {
    guard let printer = installed() else { throw SessionEnvironment.FileProblem.noPrinter }
    return try printer.print(html)
  }

  private func print(_ html: [UInt8]) throws(SessionEnvironment.FileProblem) -> [UInt8] {
    let endings = HeldEndings()
    defer { endings.release() }
    let folder = try Self.temporaryFolder()
    defer { Self.remove(folder) }
    try FileAccess.write("\(folder)/page.html", html)
    let outcome = ChildProcess.run(
      path, arguments(folder), log: "\(folder)/log", seconds: Self.mostSeconds, endings: endings)
    switch outcome {
    case .exited(0): break
    case .stopped: throw .init("\(path) was stopped: it took too long, or Ctrl-C was typed")
    case .exited, .failed: throw .init("\(path) failed\(Self.complaint(folder))")
    }
    guard let pdf = try? FileAccess.read("\(folder)/page.pdf"), pdf.starts(with: Array("%PDF".utf8))
    else { throw .init("\(path) made no PDF\(Self.complaint(folder))") }
    return pdf
  }

  /// Options by which a browser prints one local file and nothing else, with a profile of its own.
  private func arguments(_ folder: String) -> [String] {
    let page = "\(folder)/page.html"
    let pdf = "\(folder)/page.pdf"
    switch kind {
    case .weasyPrint: return ["--quiet", page, pdf]
    case .browser:
      // The superuser's processes cannot be in the browser's sandbox.
      return (geteuid() == 0 ? ["--no-sandbox"] : [])
        + [
          "--headless", "--disable-gpu", "--disable-dev-shm-usage", "--disable-extensions",
          "--disable-background-networking", "--no-first-run", "--no-default-browser-check",
          "--user-data-dir=\(folder)/profile", "--no-pdf-header-footer",
          "--print-to-pdf=\(pdf)", "file://" + Self.escaped(page),
        ]
    }
  }

  /// A folder that nobody else can read.
  private static func temporaryFolder() throws(SessionEnvironment.FileProblem) -> String {
    let parent =
      Variables["TMPDIR"].map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 } ?? "/tmp"
    var name = Array("\(parent)/rota-print-XXXXXX".utf8CString)
    guard mkdtemp(&name) != nil else {
      throw .init("no temporary folder: \(SystemError.reason(errno))")
    }
    return String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Browsers leave whole trees of files behind.
  private static func remove(_ folder: String) {
    _ = ChildProcess.run("/bin/rm", ["-rf", "--", folder], log: "/dev/null", seconds: 30)
  }

  /// The last thing that a program said.
  private static func complaint(_ folder: String) -> String {
    guard let log = try? FileAccess.read("\(folder)/log") else { return "" }
    let lines = String(decoding: log.suffix(4000), as: UTF8.self).split(separator: "\n")
    return lines.last.map { ": " + $0.filter { !$0.isNewline }.prefix(300) } ?? ""
  }

  /// A path as it stands in an address.
  private static func escaped(_ path: String) -> String {
    path.utf8.map { byte in
      let scalar = Unicode.Scalar(byte)
      let isPlain =
        byte < 0x80 && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
        || "/._-~".utf8.contains(byte)
      if isPlain { return String(Character(scalar)) }
      let digits = String(byte, radix: 16, uppercase: true)
      return "%" + (digits.count < 2 ? "0" : "") + digits
    }.joined()
  }
}
