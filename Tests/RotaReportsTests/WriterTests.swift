import Foundation
import RotaDiagnostics
import RotaPlanning
import Testing

@testable import RotaReports

/// What planners and others write into names is text, in every format.
struct WriterTests {
  static let nasty: [String] = [
    "<script>window.ran = true</script>", "<img src=x onerror=alert(1)>", "a & b \" ' c", "=1+1",
    "+cmd|' /C calc'!A0", "@SUM(A1)", "-2+3", "\u{1B}[31mred\u{1B}]0;title\u{7}", "two\nlines",
    "\u{202E}turned\u{2066}", "\t=tab", "|pipe|`code`*bold*[link](http://x.y)",
    String(repeating: "很长的名字", count: 60), String(repeating: "long", count: 75), "\u{FF1D}1", "\"",
    "]]>", "{}", "\\", "\u{0}", "\u{85}", "\u{2028}x",
  ]

  /// A sample whose every name is a hostile one, each name another.
  static func sample(_ language: Plan.Language = .english) -> Sample {
    var sample = Sample(language, runs: 2, classes: [2])
    var next = 0
    func name() -> String {
      next += 1
      return nasty[next % nasty.count] + (next < nasty.count ? "" : " \(next)")
    }
    var renamed: [String: String] = [:]
    sample.plan.title = name()
    sample.plan.rotations[0].title = name()
    for index in sample.plan.places.indices {
      let new = name()
      renamed[sample.plan.places[index].name] = new
      sample.plan.places[index].name = new
    }
    for index in sample.plan.teachers.indices {
      let new = name()
      renamed[sample.plan.teachers[index].name] = new
      sample.plan.teachers[index].name = new
      sample.plan.teachers[index].institution = name()
    }
    for index in sample.plan.units.indices { sample.plan.units[index].name = name() }
    for index in sample.programme.classes.indices { sample.programme.classes[index].name = name() }
    for module in sample.plan.modules.indices {
      sample.plan.modules[module].theme = name()
      for index in sample.plan.modules[module].sessions.indices {
        sample.plan.modules[module].sessions[index].title = name()
        sample.plan.modules[module].sessions[index].note = name()
      }
    }
    for key in sample.timetable.placements.keys.sorted() {
      guard let placement = sample.timetable.placements[key] else { continue }
      sample.timetable.placements[key]?.places = placement.places.map { renamed[$0] ?? $0 }
      sample.timetable.placements[key]?.teachers = placement.teachers.map { renamed[$0] ?? $0 }
    }
    return sample
  }

  @Test func cellsAreTextInEverySpreadsheet() {
    #expect(
      CSVText.line(["A;=1+1", "\n=1+1", " =1", "plain"]) == "\"A;=1+1\",\"'\n=1+1\",' =1,plain")
  }

  private static let documents: [Document] = {
    let input = sample().input
    return Report.allCases.map { Reports.document($0, input) } + [Reports.export(input, of: .all)]
  }()

  @Test(arguments: [40, 80, 160])
  func noEscapeReachesATerminal(_ width: Int) {
    for document in Self.documents {
      let text = TextWriter(width: width).write(document)
      for line in text.split(separator: "\n") {
        #expect(!line.unicodeScalars.contains { PrintableText.isHidden($0) })
        #expect(DisplayWidth.of(String(line)) <= width, "\(line)")
      }
    }
  }

  /// Colours are whole escapes that end where they began, and nothing else is one.
  @Test func coloursAreTheOnlyEscapes() {
    for document in Self.documents {
      let colored = TextWriter(width: 100, hasColor: true).write(document)
      let bare = colored.replacing(/\u{1B}\[[0-9;]*m/, with: "")
      #expect(bare == TextWriter(width: 100).write(document))
    }
    let grid = Reports.timetable(Sample(.english).input, of: .studyClass(ClassID(0)))
    #expect(TextWriter(width: 100, hasColor: true).write(grid).contains("\u{1B}[34m"))
  }

  @Test func noCellIsAFormula() throws {
    for document in Self.documents {
      let csv = CSVWriter().write(document)
      for record in try Self.records(csv) {
        for cell in record {
          let first = cell.unicodeScalars.first { $0 != " " }
          #expect(!"=+@".unicodeScalars.contains(first ?? "x"), "\(cell)")
          #expect(first != "-" || Double(cell) != nil, "\(cell)")
          #expect(!cell.unicodeScalars.contains { PrintableText.isHidden($0) })
        }
      }
    }
    #expect(
      CSVText.line(["=1", "-5", "-x", "a\"b", "c,d", ""]) == "'=1,-5,'-x,\"a\"\"b\",\"c,d\",")
    #expect(
      CSVText.line([
        "+86 138", "+1", "-3.5", "-inf", "-", "@x", "\t=1", "\u{202E}=x", "a\u{1B}[31m",
      ])
        == "'+86 138,'+1,-3.5,'-inf,'-,'@x,' =1,'=x,a[31m")
  }

  /// Records of one table have as many cells as its columns.
  @Test func tablesOfFilesAreRectangular() throws {
    var input = Sample(.simplifiedChinese, runs: 2).input
    input.isForPrograms = true
    for report in Report.allCases {
      let csv = CSVWriter().write(Reports.document(report, input))
      #expect(csv.hasSuffix("\r\n"))
      var width: Int?
      for record in try Self.records(csv) {
        if record == [""] {
          width = nil
        } else {
          #expect(record.count == width ?? record.count, "\(report): \(record)")
          width = record.count
        }
      }
    }
  }

  @Test func jsonIsRead() throws {
    for document in Self.documents {
      for writer in [JSONWriter(), JSONWriter(isOneLine: true)] {
        let text = writer.write(document)
        #expect(!text.unicodeScalars.contains { PrintableText.isHidden($0) })
        #expect(!writer.isOneLine || text.split(separator: "\n").count == 1)
        let value = try JSONSerialization.jsonObject(with: Data(text.utf8))
        let pages = try #require((value as? [String: Any])?["pages"] as? [[String: Any]])
        #expect(pages.map { $0["heading"] as? String } == document.pages.map(\.heading))
      }
    }
    #expect(JSONText.value("12.5") == "12.5")
    #expect(JSONText.value("–") == "null")
    #expect(
      ["007", "1.", ".5", "1e5", "٣", "12%"].allSatisfy { JSONText.value($0) == "\"\($0)\"" })
  }

  @Test func markdownHasNoMarkupOfNames() {
    for document in Self.documents {
      for line in MarkdownWriter().write(document).split(separator: "\n") {
        #expect(!line.replacing("\\]", with: "").contains("]("))
        #expect(!line.contains("http://"))
        #expect(!line.replacing("<br>", with: "").contains("<"))
      }
    }
    #expect(MarkdownText.escaped("# a|b_c\n<d>") == "\\# a\\|b\\_c<br>&lt;d&gt;")
    #expect(MarkdownText.escaped("08:30–10:00") == "08:30–10:00")
  }

  /// Every row of a table has as many cells as its head.
  @Test func markdownTablesAreRectangular() {
    let documents = [
      Reports.document(.timetable, Self.sample().input),
      Reports.document(.usage, Self.sample().input),
    ]
    for document in documents {
      var bars: Int?
      for line in MarkdownWriter().write(document).split(
        separator: "\n", omittingEmptySubsequences: false)
      {
        guard line.hasPrefix("|") else {
          bars = nil
          continue
        }
        let count = line.replacing("\\|", with: "").filter { $0 == "|" }.count
        #expect(count == bars ?? count)
        bars = count
      }
    }
  }

  /// A string of a style sheet holds nothing that could end it.
  @Test func namesStayInsideTheStyleSheet() {
    for name in Self.nasty {
      let inner = HTMLStyle.string(name).dropFirst().dropLast()
      #expect(!inner.contains { "\"'<>&(){}*/@;:\n".contains($0) }, "\(inner)")
    }
  }

  /// Cells of each record of a file.
  private static func records(_ csv: String) throws -> [[String]] {
    var records: [[String]] = []
    var record: [String] = []
    var cell = String.UnicodeScalarView()
    var isQuoted = false
    var wasQuote = false
    for scalar in csv.unicodeScalars {
      if isQuoted, !wasQuote {
        if scalar == "\"" { wasQuote = true } else { cell.append(scalar) }
        continue
      }
      if wasQuote {
        wasQuote = false
        if scalar == "\"" {
          cell.append(scalar)
          continue
        }
        isQuoted = false
      }
      switch scalar {
      case "\"" where cell.isEmpty: isQuoted = true
      case ",", "\n":
        record.append(String(cell))
        cell = String.UnicodeScalarView()
        if scalar == "\n" {
          records.append(record)
          record = []
        }
      case "\r": break
      default: cell.append(scalar)
      }
    }
    #expect(record.isEmpty && cell.isEmpty)
    return records
  }
}
