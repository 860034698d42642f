import Foundation
import RotaPlanning
import Testing

@testable import RotaReports

#if canImport(FoundationXML)
  import FoundationXML
#endif

struct HTMLTests {
  /// Nil where a text is well-formed XML, else where it is not.
  private func fault(_ html: String) -> String? {
    let parser = XMLParser(data: Data(html.utf8))
    return parser.parse()
      ? nil : "line \(parser.lineNumber): \(String(describing: parser.parserError))"
  }

  private func documents(_ sample: Sample) -> [Document] {
    [
      Reports.export(sample.input, of: .all),
      Reports.export(sample.input, of: .day(sample.plan.calendar.days[2].day)),
      Reports.export(sample.input, of: .place(PlaceID(0))),
      Reports.runs(sample.input), Reports.usage(sample.input), Document(title: ""),
    ]
  }

  @Test(arguments: Plan.Language.allCases)
  func documentsAreWellFormed(_ language: Plan.Language) {
    for document in documents(Sample(language, runs: 2, classes: [2, 3])) {
      let html = HTMLWriter().write(document)
      #expect(fault(html) == nil, "\(document.title)")
      #expect(
        html.hasPrefix("<!DOCTYPE html>\n<html lang=\"\(language.rawValue)\">\n")
          || document.pages.isEmpty)
    }
  }

  /// Markup, quotes, control characters and entities in every name.
  @Test func namesAreEscaped() {
    let nasty = "<script>alert(\"x\")</script>&amp;'\u{1}\u{0}\u{FFFE}]]>"
    var sample = Sample(.english)
    sample.plan.title = nasty
    sample.plan.rotations[0].title = nasty
    sample.programme.classes[0].name = nasty
    for index in sample.plan.places.indices { sample.plan.places[index].name = nasty }
    for index in sample.plan.units.indices { sample.plan.units[index].name = nasty }
    sample.plan.teachers[0].institution = nasty
    for module in sample.plan.modules.indices {
      for index in sample.plan.modules[module].sessions.indices {
        sample.plan.modules[module].sessions[index].title = nasty
        sample.plan.modules[module].sessions[index].note = nasty
      }
    }
    for key in sample.timetable.placements.keys {
      sample.timetable.placements[key]?.places = [nasty, nasty + "2"]
      sample.timetable.placements[key]?.teachers = [nasty]
    }
    for document in documents(sample) {
      let html = HTMLWriter().write(document)
      #expect(fault(html) == nil)
      // The filter's script, and no other.
      let scripts = html.components(separatedBy: "<script").count - 1
      #expect(scripts == (document.pages.count > 1 ? 1 : 0))
    }
    let html = HTMLWriter().write(Reports.export(sample.input, of: .all))
    #expect(html.contains("&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;&amp;amp;&#39;"))
  }

  @Test func filesAreSelfContained() {
    let html = HTMLWriter().write(Reports.export(Sample(.simplifiedChinese).input, of: .all))
    for outside in ["http:", "https:", "src=", "url(", "@import", "<link"] {
      #expect(!html.contains(outside), "\(outside)")
    }
  }

  @Test func everyPageIsInTheContents() {
    let document = Reports.export(Sample(.english, runs: 2, classes: [2]).input, of: .all)
    let html = HTMLWriter().write(document)
    #expect(document.pages.count > 8)
    for index in 1...document.pages.count {
      #expect(html.contains("<section id=\"p\(index)\""))
      #expect(html.contains("<a href=\"#p\(index)\">"))
    }
    let sections = ["Programmes", "Classes", "Teachers", "Venues", "Sites"]
    let found = sections.map { html.range(of: "<h3>\($0)</h3>")?.lowerBound }
    #expect(!found.contains(nil))
    let places = found.compactMap { $0 }
    #expect(places == places.sorted())
  }

  /// Every row of a table must cover every column once, whatever spans it has.
  @Test func spansCoverTheGrid() {
    let sample = Sample(.english, runs: 2, classes: [3])
    for document in documents(sample) {
      for page in document.pages {
        for case .grid(let grid) in page.blocks {
          let part = HTMLFit.GridPart(
            grid: grid, rowHeights: [], beginsSheet: false, isHeld: true)
          let html = HTMLGrid.markup(part, scale: 100)
          let covered = html.components(separatedBy: "<td").dropFirst().reduce(0) { sum, cell in
            func span(_ name: String) -> Int {
              guard let start = cell.range(of: "\(name)=\""),
                cell.distance(from: cell.startIndex, to: start.lowerBound) < 40
              else { return 1 }
              return Int(cell[start.upperBound...].prefix { $0.isNumber }) ?? 1
            }
            return sum + span("rowspan") * span("colspan")
          }
          #expect(covered == grid.rows.count * grid.columns.count, "\(page.heading)")
        }
      }
    }
  }

  @Test func paperIsThePlans() {
    var sample = Sample(.english)
    #expect(HTMLWriter().write(Reports.runs(sample.input)).contains("size: A4 landscape"))
    sample.plan.paper = .a3
    #expect(HTMLWriter().write(Reports.runs(sample.input)).contains("size: A3 landscape"))
    sample.plan.paper = .letter
    #expect(HTMLWriter().write(Reports.runs(sample.input)).contains("size: letter landscape"))
  }
}
