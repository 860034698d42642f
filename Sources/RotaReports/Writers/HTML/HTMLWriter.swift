import RotaPlanning

/// Writes documents as one self-contained HTML file, made for printing: nothing is loaded from
/// elsewhere, and without scripts it is whole. On a screen it has a list of contents and, with
/// scripts, a filter. The markup is well-formed XML as well.
public struct HTMLWriter: Sendable {
  public init() {}

  public func write(_ document: Document) -> String {
    let title = HTMLText.escaped(document.title)
    let hasContents = document.pages.count > 1
    var html = """
      <!DOCTYPE html>
      <html lang="\(document.language.rawValue)">
      <head>
      <meta charset="utf-8"/>
      <meta http-equiv="Content-Security-Policy" content="\(HTMLScript.policy)"/>
      <meta name="viewport" content="width=device-width, initial-scale=1"/>
      <meta name="generator" content="Rota"/>
      <title>\(title.isEmpty ? "Rota" : title)</title>
      <style>
      \(HTMLStyle.sheet(document))</style>
      </head>
      <body>

      """
    html += cover(document)
    if hasContents { html += contents(document) }
    html += "<main id=\"main\">\n"
    let breaker = LineBreaker()
    for (index, page) in document.pages.enumerated() {
      html += section(page, index, document, breaker)
    }
    html += "</main>\n"
    if hasContents { html += "<script>\(HTMLScript.filter)</script>\n" }
    return html + "</body>\n</html>\n"
  }

  /// The title, for the screen alone.
  private func cover(_ document: Document) -> String {
    let labels = Labels(document.language)
    var html = "<a class=\"skip\" href=\"#main\">\(HTMLText.escaped(labels(.skip)))</a>\n"
    html += "<header class=\"cover\">\n"
    if !document.title.isEmpty { html += "<h1>\(HTMLText.escaped(document.title))</h1>\n" }
    for subtitle in document.subtitles { html += "<p>\(HTMLText.escaped(subtitle))</p>\n" }
    return html + "</header>\n"
  }

  /// Links to all pages, for the screen alone. The filter is hidden until its script runs.
  private func contents(_ document: Document) -> String {
    let labels = Labels(document.language)
    let filter = HTMLText.escaped(labels(.filter))
    let matches = HTMLText.escaped(labels(.matches, "{}"))
    var html = """
      <nav aria-labelledby="contents">
      <h2 id="contents">\(HTMLText.escaped(labels(.contents)))</h2>
      <p id="find" hidden="hidden"><label for="filter">\(filter)</label>
      <input id="filter" type="search" autocomplete="off"/> <kbd>/</kbd>
      <span id="matches" role="status" data-text="\(matches)"></span></p>

      """
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

  private func section(
    _ page: Page, _ index: Int, _ document: Document, _ breaker: LineBreaker
  ) -> String {
    let kind = page.sheet == .usual ? "" : " class=\"\(page.sheet.rawValue)\""
    var html = "<section id=\"p\(index + 1)\"\(kind) aria-labelledby=\"h\(index + 1)\">\n"
    html += "<h2 id=\"h\(index + 1)\">\(HTMLText.escaped(page.heading))</h2>\n"
    for line in page.subheadings { html += "<p class=\"sub\">\(HTMLText.escaped(line))</p>\n" }
    let sheet = HTMLSheet(page.sheet, document.paper)
    let fit = HTMLFit(page, sheet, breaker)
    var grids = 0
    var figures = 0
    var tables = 0
    var hasColumns = false
    for (number, block) in page.blocks.enumerated() {
      let standing = fit.flow?.standings[number] ?? PageFlow.Standing()
      if hasColumns, standing.column == nil || standing.column == .opensLeft {
        html += "</div>\n"
        hasColumns = false
      }
      switch block {
      case .paragraph(let text): html += "<p class=\"note\">\(HTMLText.lines(text))</p>\n"
      case .table(let table):
        var inside = standing
        if standing.column == .opensLeft {
          html += standing.beginsSheet ? "<div class=\"pair next\">\n" : "<div class=\"pair\">\n"
          inside.beginsSheet = false
          hasColumns = true
        }
        html +=
          fit.writing[tables].map { HTMLTable.markup(table, $0, isFirst: tables == 0) }
          ?? HTMLTable.markup(table, sheet, scale: fit.flow?.scale ?? 100, inside, breaker)
        tables += 1
      case .grid:
        for part in fit.grids[grids] {
          html += HTMLGrid.markup(
            part, scale: fit.scale, isCompact: page.sheet == .wall,
            showsEveryPlace: fit.showsEveryPlace)
        }
        grids += 1
      case .chart:
        let figure = fit.figures[figures].markup
        html += standing.beginsSheet ? "<div class=\"next\">\n\(figure)</div>\n" : figure
        figures += 1
      case .legend(let legend): html += markup(legend)
      }
    }
    if hasColumns { html += "</div>\n" }
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
