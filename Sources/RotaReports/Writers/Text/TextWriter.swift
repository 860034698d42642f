import RotaPlanning

/// Writes documents as plain text that fits a number of columns, aligned by display width.
public struct TextWriter: Sendable {
  /// Columns of a terminal that no line goes beyond.
  public let width: Int
  public let language: Plan.Language
  /// Whether forms are coloured, by escapes that only terminals understand.
  public let hasColor: Bool

  /// Widths are brought to between 40 and 400.
  public init(width: Int, language: Plan.Language = .english, hasColor: Bool = false) {
    self.width = min(max(width, 40), 400)
    self.language = language
    self.hasColor = hasColor
  }

  /// Every line ends with a line break.
  public func write(_ document: Document) -> String {
    var lines: [String] = []
    let breaker = LineBreaker()
    // A page alone says all that the title would.
    if document.pages.count != 1 {
      lines += wrapped(document.title)
      for subtitle in document.subtitles { lines += wrapped(subtitle) }
    }
    for page in document.pages {
      if !lines.isEmpty { lines.append("") }
      let heading = wrapped(page.heading)
      lines += heading
      let underline = heading.map { TextWrap.naturalWidth($0) }.max() ?? 0
      lines.append(String(repeating: "═", count: underline))
      for subheading in page.subheadings { lines += wrapped(subheading) }
      for block in page.blocks {
        lines.append("")
        lines += self.lines(block, breaker)
      }
    }
    return text(lines)
  }

  /// A table alone, as `list` prints it.
  public func write(_ table: TableBlock) -> String {
    text(TextTable(table: table, width: width).lines())
  }

  private func lines(_ block: Block, _ breaker: LineBreaker) -> [String] {
    switch block {
    case .paragraph(let text): wrapped(text)
    case .table(let table): TextTable(table: table, width: width, breaker: breaker).lines()
    case .grid(let grid):
      TextGrid(
        grid: grid, width: width, palette: TextPalette(hasColor: hasColor), breaker: breaker
      ).lines()
    case .chart(let chart):
      TextChart(width: width, palette: TextPalette(hasColor: hasColor)).lines(chart)
    // Every entry of a grid names its form in words.
    case .legend: []
    }
  }

  private func wrapped(_ text: String) -> [String] { TextWrap.lines(text, width: width) }

  private func text(_ lines: [String]) -> String {
    // A block that wrote nothing leaves no gap.
    var kept: [String] = []
    for line in lines where !(line.isEmpty && kept.last?.isEmpty == true) { kept.append(line) }
    while kept.last?.isEmpty == true { kept.removeLast() }
    return kept.map { $0 + "\n" }.joined()
  }
}
