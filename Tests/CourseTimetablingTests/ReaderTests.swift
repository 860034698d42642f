import FixtureSupport
import Foundation
import RotaDiagnostics
import Testing

@testable import CourseTimetabling

enum Samples {
  static let folder = "Tests/Fixtures/course-timetabling"

  static func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: Goldens.root.appendingPathComponent("\(folder)/\(name)")))
  }

  static func read(_ bytes: [UInt8], name: String = "file.ctt") throws -> Instance {
    try InstanceReader.read(SourceText(name: name, bytes: bytes), as: SourceID(index: 0))
  }

  static func read(_ text: String) throws -> Instance { try read(Array(text.utf8)) }

  /// What is said about a file, as it is shown.
  static func complaint(_ bytes: [UInt8], name: String = "file.ctt") -> String {
    var library = SourceLibrary()
    let text = SourceText(name: name, bytes: bytes)
    let id = library.add(text)
    do {
      _ = try InstanceReader.read(text, as: id)
      return ""
    } catch {
      return DiagnosticRenderer(library: library, color: false).render(error.diagnostics)
    }
  }
}

@Suite struct ReaderTests {
  @Test func everythingInAFileIsRead() throws {
    let small = try Samples.read(Samples.bytes("small.ctt"))
    #expect(small.name == "Small-1")
    #expect((small.days, small.periodsPerDay) == (5, 4))
    #expect(small.dailyLectures == nil)
    #expect(
      small.courses.map(\.name)
        == ["Algebra", "Analysis", "Physics", "Lab-1", "history", "prefer"])
    #expect(small.courses.map(\.teacher) == ["Rossi", "Verdi", "Rossi", "Bianchi", "Neri", "Neri"])
    #expect(small.courses.map(\.lectures) == [4, 4, 2, 2, 1, 2])
    #expect(small.courses.map(\.leastDays) == [3, 3, 2, 1, 1, 2])
    #expect(small.courses.map(\.students) == [60, 75, 30, 24, 12, 40])
    #expect(small.rooms.map(\.name) == ["A", "B", "C-2"])
    #expect(small.rooms.map(\.capacity) == [80, 40, 20])
    #expect(small.curricula.map(\.name) == ["First", "Second"])
    #expect(small.curricula.map(\.courses) == [[0, 1, 2], [2, 3, 4]])
    #expect(
      small.courses[0].unavailable
        == [
          .init(day: 0, period: 0), .init(day: 0, period: 1), .init(day: 1, period: 0),
          .init(day: 1, period: 1),
        ])
    #expect(small.courses[1].unavailable.count == 4)
  }

  @Test func theExtendedFormatAddsFourThings() throws {
    let small = try Samples.read(Samples.bytes("small.ectt"))
    #expect(small.dailyLectures == 2...3)
    #expect(small.courses.map(\.isDouble) == [true, false, true])
    #expect(small.courses.map(\.unsuitableRooms) == [[1, 2], [], [2]])
    #expect(small.rooms.map(\.building) == ["0", "0", "1"])
  }

  @Test func lineBreaksTabsAndBlanksMakeNoDifference() throws {
    let bytes = try Samples.bytes("small.ctt")
    let text = String(decoding: bytes, as: UTF8.self)
    let small = try Samples.read(bytes)
    #expect(try Samples.read(text.replacing("\n", with: "\r\n")) == small)
    #expect(try Samples.read(text.replacing(" ", with: "\t")) == small)
    #expect(
      try Samples.read(text.replacing(" ", with: "   ").replacing("\n", with: " \n\n")) == small)
    #expect(try Samples.read([0xEF, 0xBB, 0xBF] + bytes) == small)
    #expect(try Samples.read(text.replacing(": ", with: ":")) == small)
    #expect(try Samples.read(text.replacing(": ", with: " : ")) == small)
    #expect(try Samples.read(text + "what follows is not read\n") == small)
    #expect(try Samples.read(String(text.dropLast())) == small)
  }

  @Test func sectionsMayStandInAnyOrder() throws {
    let text = String(decoding: try Samples.bytes("small.ctt"), as: UTF8.self)
    let parts = text.replacing("END.\n", with: "").split(separator: "\n\n").map { $0 + "\n" }
    let turned = parts[0] + parts[1...].reversed().joined() + "END.\n"
    #expect(try Samples.read(String(turned)) == Samples.read(text))
  }

  @Test func constraintsMayBeMissingWhereThereAreNone() throws {
    let text = """
      Name: Bare
      Courses: 1
      Rooms: 1
      Days: 1
      Periods_per_day: 1
      Curricula: 1
      COURSES:
      c t 1 1 0
      ROOMS:
      r 1
      CURRICULA:
      q 1 c
      END.
      """
    #expect(try Samples.read(text).courses.map(\.students) == [0])
    let counted = text.replacing("Curricula: 1\n", with: "Curricula: 1\nConstraints: 0\n")
    #expect(try Samples.read(counted) == Samples.read(text))
  }

  static let errors: [String] =
    (try? FileManager.default.contentsOfDirectory(
      atPath: Goldens.root.appendingPathComponent("\(Samples.folder)/errors").path))?
    .filter { $0.hasSuffix(".ctt") }.sorted() ?? []

  @Test(arguments: errors)
  func whatIsWrongIsTold(_ file: String) throws {
    let shown = Samples.complaint(try Samples.bytes("errors/\(file)"), name: file)
    let path = "\(Samples.folder)/errors/\(file.dropLast(4)).expected"
    let problem = Goldens.problem(shown, path: path)
    #expect(problem == nil)
  }

  @Test func everyKindOfErrorIsShown() throws {
    var shown = ""
    for file in Self.errors { shown += Samples.complaint(try Samples.bytes("errors/\(file)")) }
    let others = [CourseTimetablingMessages.character, CourseTimetablingMessages.misfit]
    for kind in CourseTimetablingMessages.all where !others.contains(kind) {
      #expect(shown.contains("[\(kind.id)]"), "\(kind.id)")
    }
  }

  @Test(arguments: [UInt8(0), 1, 0x1B, 0x7F])
  func aControlCharacterIsToldAndNothingElse(_ byte: UInt8) throws {
    var bytes = try Samples.bytes("small.ctt")
    bytes[200] = byte
    let shown = Samples.complaint(bytes)
    #expect(shown.contains("[instance-character]"))
    #expect(shown.split(separator: "\n").filter { $0.hasPrefix("error") }.count == 1)
    #expect(!shown.utf8.contains(0x1B))
  }

  /// Wherever a file is cut and whatever bytes are changed, it is read or complained of.
  @Test func brokenFilesNeverTrap() throws {
    let files = try ["small.ctt", "small.ectt"].map { try Samples.bytes($0) }
    for file in files {
      for length in 0..<(file.count - 5) {
        #expect(Samples.complaint(Array(file[..<length])) != "")
      }
    }
    var random = SplitMix(state: 7)
    let pieces = [
      "-1", "99999999999999999999", ":", "END.", "COURSES:", "Name:", "\r", "\t", "\u{0}",
      "\u{FEFF}",
      "9223372036854775807", "ế", "0", "\n\n", "{", "\"",
    ].map { Array($0.utf8) }
    for round in 0..<3_000 {
      var bytes = files[round % files.count]
      for _ in 0...Int(random.next() % 4) {
        let at = Int(random.next() % UInt64(bytes.count))
        switch random.next() % 4 {
        case 0: bytes[at] = UInt8(truncatingIfNeeded: random.next())
        case 1: bytes.removeSubrange(at..<min(bytes.count - 1, at + Int(random.next() % 40)))
        case 2: bytes.insert(contentsOf: pieces[Int(random.next() % UInt64(pieces.count))], at: at)
        default:
          let from = Int(random.next() % UInt64(bytes.count))
          bytes.insert(contentsOf: bytes[from..<min(bytes.count, from + 60)], at: at)
        }
      }
      if let instance = try? Samples.read(bytes) {
        // What is read can be written.
        #expect(!PlanText.text(of: instance, from: "file.ctt").isEmpty)
      }
    }
  }
}

struct SplitMix: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
