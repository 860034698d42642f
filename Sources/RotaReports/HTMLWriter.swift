import RotaPlanning

/// Writes documents as one self-contained HTML file, made for printing: no scripts, nothing loaded
/// from elsewhere. The markup is well-formed XML as well.
public struct HTMLWriter: Sendable {
  public init() {}

  public func write(_ document: Document) -> String {
    let title = HTMLText.escaped(document.title)
    var html = """
      <!DOCTYPE html>
      <html lang="\(document.language.rawValue)">
      <head>
      <meta charset="utf-8"/>
      <meta name="viewport" content="width=device-width, initial-scale=1"/>
      <title>\(title.isEmpty ? "Rota" : title)</title>
      <style>
      \(HTMLStyle.sheet(document.language, document.paper))</style>
      </head>
      <body>

      """
    html += cover(document)
    html += "<main>\n"
    for (index, page) in document.pages.enumerated() {
      html += section(page, index, document.paper)
    }
    html += "</main>\n</body>\n</html>\n"
    return html
  }

  /// Title and contents, for the screen alone.
  private func cover(_ document: Document) -> String {
    var html = "<header class=\"cover\">\n"
    if !document.title.isEmpty { html += "<h1>\(HTMLText.escaped(document.title))</h1>\n" }
    for subtitle in document.subtitles { html += "<p>\(HTMLText.escaped(subtitle))</p>\n" }
    html += "</header>\n"
    guard document.pages.count > 1 else { return html }
    html += "<nav>\n<h2>\(HTMLText.escaped(Labels(document.language)(.contents)))</h2>\n"
    var section: String?
    var isOpen = false
    for (index, page) in document.pages.enumerated() {
      if !isOpen || page.section != section {
        if isOpen { html += "</ul>\n" }
        if let name = page.section { html += "<h3>\(HTMLText.escaped(name))</h3>\n" }
        html += "<ul>\n"
        isOpen = true
        section = page.section
      }
      html += "<li><a href=\"#p\(index + 1)\">\(HTMLText.escaped(page.heading))</a></li>\n"
    }
    return html + "</ul>\n</nav>\n"
  }

  private func section(_ page: Page, _ index: Int, _ paper: Plan.Paper) -> String {
    var html = "<section id=\"p\(index + 1)\">\n<h2>\(HTMLText.escaped(page.heading))</h2>\n"
    for line in page.subheadings { html += "<p class=\"sub\">\(HTMLText.escaped(line))</p>\n" }
    let fit = HTMLFit(page, paper)
    var grids = 0
    for block in page.blocks {
      switch block {
      case .paragraph(let text): html += "<p class=\"note\">\(HTMLText.lines(text))</p>\n"
      case .table(let table): html += HTMLTable.markup(table)
      case .grid(let grid):
        html += HTMLGrid.markup(grid, scale: fit.scale, rowHeights: fit.rowHeights[grids])
        grids += 1
      case .legend(let legend): html += markup(legend)
      }
    }
    return html + "</section>\n"
  }

  private func markup(_ legend: LegendBlock) -> String {
    let items = legend.items.map {
      "<span class=\"k \(HTMLStyle.mark($0.formIndex))\">\(HTMLText.escaped($0.label))</span>"
    }
    let title = "<b>\(HTMLText.escaped(legend.title))</b>"
    return "<p class=\"legend\">\(title)\n\(items.joined(separator: "\n"))</p>\n"
  }
}
