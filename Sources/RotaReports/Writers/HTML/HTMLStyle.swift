import RotaDiagnostics
import RotaPlanning

/// The style sheet, written into every file.
///
/// Forms are told apart on paper without colour: each has a border of its own kind, a tint of its
/// own lightness and its name in words.
enum HTMLStyle {
  static func sheet(_ document: Document) -> String {
    let paper = HTMLSheet(.usual, document.paper)
    return """
      @page { size: \(paper.name); margin: 10mm 11mm 13mm; \(number)}
      html { font-family: \(fonts(document.language)); \
      font-size: \(document.paper == .a3 ? "12pt" : "10pt"); }
      \(rules)\(forms)\(sheets(document))
      """
  }

  private static let number = """
    @bottom-right { content: counter(page) " / " counter(pages); font-size: 8pt; color: #444; }
    """

  /// A rule for each page: the paper, and at its foot what the page is, so that a second sheet of it
  /// can be told from others.
  private static func sheets(_ document: Document) -> String {
    document.pages.enumerated().map { index, page in
      let size =
        page.sheet == .usual || page.sheet == .sign
        ? "" : "size: \(HTMLSheet(page.sheet, document.paper).name); "
      let foot = foot(page.foot, HTMLSheet(page.sheet, document.paper))
      return """
        #p\(index + 1) { page: p\(index + 1); }
        @page p\(index + 1) { \(size)@bottom-left { content: \(string(foot)); font-size: 8pt; \
        color: #444; } }

        """
    }.joined()
  }

  /// As much of what a page is as leaves room on the line for its version and for the page number.
  private static func foot(_ foot: Page.Foot, _ sheet: HTMLSheet) -> String {
    let letter = 8 * 25.4 / 72 * 0.54
    let room = Int((sheet.width - pageNumberWidth) / letter)
    let title = TextWrap.oneLine(foot.title)
    let version = TextWrap.oneLine(foot.version)
    if version.isEmpty { return title.truncated(to: room) }
    let left = room - version.displayWidth - separator.count
    return title.truncated(to: max(leastOfTitle, left)) + separator + version
  }

  private static let separator = " · "
  /// Millimetres that are left for the number of the page.
  private static let pageNumberWidth = 22.0
  /// Columns of a terminal that tell what a page is, whatever else its foot says.
  private static let leastOfTitle = 12

  /// A string of a style sheet. Everything but letters and digits is escaped by number, so that
  /// nothing in it can end the string or the style sheet.
  static func string(_ text: String) -> String {
    var result = "\""
    for scalar in PrintableText.of(text).unicodeScalars {
      if scalar == " " || scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        result.unicodeScalars.append(scalar)
      } else {
        result += "\\" + String(scalar.value, radix: 16) + " "
      }
    }
    return result + "\""
  }

  /// Fonts by name, of Linux, macOS and Windows; names may be Chinese in any language.
  private static func fonts(_ language: Plan.Language) -> String {
    let simplified = """
      "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", \
      "Hiragino Sans GB", "WenQuanYi Micro Hei", SimHei, SimSun
      """
    let traditional = """
      "Noto Sans CJK TC", "Noto Sans TC", "Source Han Sans TC", "PingFang TC", \
      "Microsoft JhengHei", PMingLiU
      """
    let latin = """
      "Noto Sans", "Segoe UI", "Helvetica Neue", "DejaVu Sans", Arial
      """
    return switch language {
    case .simplifiedChinese: "\(simplified), sans-serif"
    case .traditionalChinese: "\(traditional), \(simplified), sans-serif"
    case .english, .vietnamese: "\(latin), \(simplified), sans-serif"
    }
  }

  private static let rules = """
    :root { color-scheme: light; --ink: #111; --soft: #333; --paper: #fff; --line: #444;
      --head: #e3e6ea; --side: #f1f3f5; --shut: #d9dbde; --link: #0b3d91; --use: #1d4f91; }
    @media screen and (prefers-color-scheme: dark) {
      :root { color-scheme: dark; --ink: #eceef0; --soft: #c3c7cc; --paper: #15181c; --line: #7d848c;
        --head: #2b3138; --side: #20252b; --shut: #0b0d0f; --link: #9cc3ff; --use: #7fb0f5; }
      .f { border-left-color: color-mix(in srgb, var(--m) 45%, white) !important;
        background: color-mix(in srgb, var(--m) 32%, var(--paper)) !important; }
      svg .f { fill: color-mix(in srgb, var(--m) 60%, white) !important; }
    }
    body { margin: 0 auto; max-width: 76rem; padding: 1rem; color: var(--ink);
      background: var(--paper);
      line-height: 1.3; line-break: strict; overflow-wrap: anywhere;
      -webkit-print-color-adjust: exact; print-color-adjust: exact; }
    h1, h2, h3, p, ul { margin: 0; padding: 0; }
    h1 { font-size: 1.9rem; }
    h2 { font-size: \(headingEms)rem; text-align: center; }
    .sub { text-align: center; color: var(--soft); margin: 0.15rem 0 0.45rem; }
    .sub + .sub { margin-top: -0.3rem; }
    nav { border: 1px solid var(--line); padding: 0.6rem 1rem; margin: 1rem 0; }
    nav h2 { text-align: left; font-size: 1.2rem; }
    nav h3 { font-size: 1rem; margin-top: 0.5rem; }
    nav ul { list-style: none; columns: 18rem; }
    nav li { padding: 0.1rem 0; }
    #find { margin: 0.5rem 0; }
    #filter { font: inherit; padding: 0.2rem 0.4rem; min-width: 16rem; }
    kbd { border: 1px solid var(--line); border-radius: 0.2em; padding: 0 0.3em; }
    a { color: var(--link); }
    a:focus-visible, input:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
    .skip { position: absolute; left: -999rem; }
    .skip:focus { position: static; }
    [hidden] { display: none !important; }
    section { margin: 2.5rem 0; scroll-margin-top: 1rem; }
    table { border-collapse: collapse; width: 100%; margin-bottom: 0.5rem; }
    caption { font-weight: bold; text-align: left; padding: 0.4rem 0 0.2rem; }
    th, td { border: 1px solid var(--line); padding: 0.16rem 0.35rem; vertical-align: middle; }
    thead { display: table-header-group; }
    thead th { background: var(--head); font-weight: bold; text-align: center; }
    tr { break-inside: avoid; }
    .list td { text-align: left; }
    .list tbody { break-inside: avoid; }
    .list tbody.g { border-top: 2px solid var(--ink); }
    .list tbody.long { break-inside: auto; }
    @media print { .pair { columns: 2; column-gap: 7mm; } .pair > .right { break-before: column; } }
    caption, thead { break-after: avoid; }
    .again { display: none; }
    .again th { border: 0; background: none; text-align: left; padding: 0.4rem 0 0.2rem; }
    @media print { .parted caption { display: none; } .again { display: table-row; } }
    .list td.n, .list th.n { white-space: nowrap; overflow-wrap: normal; }
    .list td.r { text-align: right; font-variant-numeric: tabular-nums; }
    .list td.c { text-align: center; }
    .list td.m { text-align: center; background: var(--side); }
    .list tr.aside td:not(.m) { color: var(--soft); font-size: 0.93em; }
    :lang(en) .list tr.aside td:not(.m), :lang(vi) .list tr.aside td:not(.m) { font-style: italic; }
    .list tr.part td:not(.m) { font-size: 0.93em; border-top-style: dotted;
      padding-top: 0.04rem; padding-bottom: 0.04rem; }
    .list tr.total td { font-weight: bold; border-top: 2px solid var(--ink); }
    .list .u { display: inline-block; width: 6em; height: 0.7em; border: 1px solid var(--line);
      margin-left: 0.5em; text-align: left; vertical-align: baseline; }
    .list .u i { display: block; height: 100%; background: var(--use); }
    .write { table-layout: fixed; }
    .write td { height: var(--row, 6mm); padding-top: 0; padding-bottom: 0; }
    .write th { font-size: var(--head, 0.9em); overflow-wrap: normal; }
    .next { break-before: page; }
    .grid { table-layout: fixed; border: 2px solid var(--ink); }
    .grid.held { break-inside: avoid; }
    .grid .side { width: 6.4em; }
    .grid tbody th { background: var(--side); }
    .grid th small { display: block; font-weight: normal; font-size: 0.85em; color: var(--soft); }
    .grid tr.break > * { border-top: 3px double var(--ink); }
    .grid td { text-align: center; padding: 0.2em 0.25em; }
    .grid .bands th { font-size: 0.9em; }
    .grid [data-band] { border-left: 5px double var(--ink); }
    .grid td.closed { background: var(--shut); }
    .grid .e { padding: 0.15em 0.15em; }
    .grid .e + .e { border-top: 1px dashed var(--line); }
    .t { font-weight: bold; font-size: 1.05em; }
    .tag { display: inline-block; border: 1px solid var(--line); border-radius: 0.5em;
      padding: 0 0.4em; font-size: 0.85em; background: var(--paper); color: var(--ink); }
    .p { font-size: 0.95em; }
    .w { display: inline-block; }
    .x { color: var(--soft); font-size: 0.87em; }
    .compact { break-inside: avoid; margin-bottom: 0.25rem; }
    .compact caption { padding: 0.1rem 0; }
    .compact td { padding: 0.05em 0.3em; line-height: 1.15; text-align: left; }
    .compact .e { padding: 0 0 0 0.3em; }
    .compact .e > div, .compact .w { display: inline; }
    .compact .e * { line-height: 0.9; }
    .compact .tag { display: inline; padding: 0 0.2em; border-width: 0.5px; }
    .compact thead small { display: inline; padding-left: 0.4em; }
    .compact thead th { padding: 0.15em; line-height: 1.3; }
    .legend { display: flex; flex-wrap: wrap; gap: 0.3rem 0.7rem; align-items: center;
      font-size: 0.85rem; break-inside: avoid; break-before: avoid; }
    .legend span.k { border: 1px solid var(--line); padding: 0.05rem 0.5rem; }
    .note { margin: 0.4rem 0; font-size: 0.95rem; }
    figure { margin: 0.3rem 0 0.8rem; break-inside: avoid; }
    figcaption { font-weight: bold; padding: 0.2rem 0; }
    svg { display: block; width: 100%; height: auto; }
    svg text { fill: var(--ink); font-family: inherit; }
    svg .axis { stroke: var(--line); stroke-width: 0.15; }
    svg .week { stroke: var(--line); stroke-width: 0.4; }
    svg .run { fill: var(--head); stroke: var(--ink); stroke-width: 0.25; }
    svg .f { fill: var(--m); }
    svg .shut { fill: var(--shut); }
    svg .cell { stroke: var(--line); stroke-width: 0.15; fill: none; }
    svg .use { fill: var(--use); }
    svg .over { fill: var(--paper); }
    .upright { max-width: 52rem; margin-left: auto; margin-right: auto; }
    .upright .note { font-size: 1.1rem; margin: 0.9rem 0; }
    .sign h2 { font-size: 4.6rem; line-height: 1.1; margin-top: 1rem; }
    .sign .sub { font-size: 1.7rem; margin: 0.6rem 0; }
    .sign .list { font-size: 1.9rem; }
    .sign .list td.n { white-space: normal; }
    .sign .list td:first-child { white-space: nowrap; }
    @media screen { section { overflow-x: auto; } }
    @media print {
      body { max-width: none; padding: 0; }
      nav, .cover, .skip { display: none; }
      section { margin: 0; padding: 0 1px; }
      section + section { break-before: page; }
      .upright { max-width: none; }
    }

    """

  /// By `GridBlock.Entry.formIndex`; forms of the planner's own share the last four.
  private static let marks: [(border: String, color: String, tint: String)] = [
    ("5px solid", "#1d4f91", "#e4edf8"),  // lecture
    ("7px double", "#9b1c1c", "#f9e0dc"),  // mobilisation
    ("5px dotted", "#555555", "#ffffff"),  // study
    ("5px dashed", "#1f7a3d", "#eaf6ec"),  // discussion
    ("9px solid", "#b45309", "#fbe6bf"),  // visit
    ("7px double", "#6b21a8", "#f0e6f8"),  // exchange
    ("9px double", "#a68500", "#fff6d6"),  // ceremony
    ("9px solid", "#111111", "#dcdcdc"),  // exam
    ("5px dashed", "#0e7490", "#dff3f6"),  // research
    ("5px dotted", "#be185d", "#fbe7f0"),  // exercise
    ("2px solid", "#8a8a8a", "#f7f7f7"),  // meal
    ("2px dashed", "#6f8796", "#f7f7f7"),  // registration
    ("3px solid", "#4d7c0f", "#eef5dc"), ("3px dashed", "#4338ca", "#e8e8fa"),
    ("3px dotted", "#a16207", "#faf3dd"), ("5px double", "#0f766e", "#dcf2ef"),
  ]

  private static let forms: String = {
    return marks.enumerated().map { index, mark in
      """
      .f\(index) { --m: \(mark.color); border-left: \(mark.border) \(mark.color) !important; \
      background: \(mark.tint); }

      """
    }.joined()
  }()

  /// The paint of a shape in a picture, for programs that do not apply style sheets to pictures; those
  /// that do go by the style sheet.
  static func paint(_ kind: String) -> String {
    switch kind {
    case "run": " fill=\"#e3e6ea\" stroke=\"#111\" stroke-width=\"0.25\""
    case "shut": " fill=\"#d9dbde\""
    case "use": " fill=\"#1d4f91\""
    case "cell": " fill=\"none\" stroke=\"#444\" stroke-width=\"0.15\""
    case "axis": " stroke=\"#444\" stroke-width=\"0.15\""
    case "week": " stroke=\"#444\" stroke-width=\"0.4\""
    default:
      marks.indices.first { kind == "f f\($0)" }.map { " fill=\"\(marks[$0].color)\"" } ?? ""
    }
  }

  private static let vocabularyForms = 12

  /// Which of the marks for forms.
  static func number(_ formIndex: Int) -> Int {
    let own = formIndex - vocabularyForms
    return own < 0 ? max(0, formIndex) : vocabularyForms + own % 4
  }

  /// The classes of what bears a form's mark.
  static func mark(_ formIndex: Int) -> String { "f f\(number(formIndex))" }

  /// Of all text.
  static let lineHeight = 1.3
  /// How large the headings of pages are.
  static let headingEms = 1.6
  /// What the caption of a picture takes, and the space above and below.
  static let aroundFigureEms = 2.8
  /// Width of the column of periods, in ems of the grid's text.
  static let sideEms = 6.8
}
