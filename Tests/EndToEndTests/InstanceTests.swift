import Foundation
import Testing

/// The instances in the folder that ROTA_BENCH_DATA names, and in those below it.
enum PublishedInstances {
  static let files: [String] = {
    guard let folder = ProcessInfo.processInfo.environment["ROTA_BENCH_DATA"] else { return [] }
    let root = URL(fileURLWithPath: folder).standardizedFileURL
    let names = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String }
    return (names ?? []).filter { $0.hasSuffix(".ctt") || $0.hasSuffix(".ectt") }.sorted()
      .map { root.appendingPathComponent($0).path }
  }()
}

/// Published instances of course timetabling, where ROTA_BENCH_DATA names a folder that has some:
/// each becomes a plan that is formatted, possible, and comes out as a solution again.
@Suite(.enabled(if: !PublishedInstances.files.isEmpty, "ROTA_BENCH_DATA names no instances"))
struct InstanceTests {
  @Test(arguments: PublishedInstances.files)
  func anInstanceGoesInAndComesOut(_ file: String) throws {
    let program = try Program()
    defer { program.remove() }
    let imported = try program.run("import", "ctt", file, "-o", "plan.rota")
    #expect(imported.status == 0, "\(imported.errors)")
    #expect(try program.run("fmt", "--check", "plan.rota").status == 0)
    #expect(try program.run("check", "plan.rota").status == 0)
    let text = try String(contentsOfFile: file, encoding: .utf8)
    let rows = text.split(whereSeparator: \.isNewline).map {
      $0.split(whereSeparator: \.isWhitespace)
    }
    let start = try #require(rows.firstIndex { $0 == ["COURSES:"] })
    let courses = rows[(start + 1)...].prefix { $0.count > 1 }
    let lectures = courses.reduce(0) { $0 + (Int($1[2]) ?? 0) }
    // So few steps place most lectures; what stays unplaced ends with status 1.
    let solved = try program.run(
      "plan.rota", "-e", "solve steps \(20 * lectures); export ctt \"solution.txt\"")
    #expect(solved.status <= 1, "\(solved.errors)")
    let lines = try program.text(of: "solution.txt").split(separator: "\n")
    #expect(lines.count <= lectures && lines.count > lectures / 2)
    let order = courses.map { String($0[0]) }
    let positions = lines.compactMap { line in
      order.firstIndex(of: String(line.prefix { $0 != " " }))
    }
    #expect(positions.count == lines.count && positions == positions.sorted())
  }

  /// What the best timetables ever found cost: no bound may be above it.
  private static let bestKnown = [
    "comp01": 5, "comp02": 24, "comp03": 62, "comp04": 35, "comp05": 284, "comp06": 27, "comp07": 6,
  ]

  @Test(arguments: PublishedInstances.files)
  func noBoundIsAboveTheBestKnown(_ file: String) throws {
    let name = URL(fileURLWithPath: file).deletingPathExtension().lastPathComponent
    guard let best = Self.bestKnown[name] else { return }
    let program = try Program()
    defer { program.remove() }
    #expect(try program.run("import", "ctt", file, "-o", "plan.rota").status == 0)
    let solved = try program.run("plan.rota", "-e", "solve steps 20000")
    // Where not all sessions are placed, or nothing is known, there is no second number.
    guard let bound = solved.output.firstMatch(of: /at least ([0-9]+)/)?.output.1 else { return }
    #expect(try #require(Int(bound)) <= best)
  }
}
