import RotaPlanning

/// The style sheet, written into every file.
///
/// Forms are told apart on paper without colour: each has a border of its own kind, a tint of its
/// own lightness and its name in words.
enum HTMLStyle {
  static func sheet(_ language: Plan.Language, _ paper: Plan.Paper) -> String {
    let size =
      switch paper {
      case .a4: "A4 landscape"
      case .a3: "A3 landscape"
      case .letter: "letter landscape"
      }
    return """
      @page { size: \(size); margin: 10mm 11mm 13mm;
        @bottom-right { content: counter(page) " / " counter(pages); font-size: 8pt; color: #444; } }
      html { font-family: \(fonts(language)); font-size: \(paper == .a3 ? "12pt" : "10pt"); }
      \(rules)\(forms)
      """
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
    body { margin: 0 auto; max-width: 76rem; padding: 1rem; color: #111; background: #fff;
      line-height: 1.3; line-break: strict; overflow-wrap: anywhere;
      -webkit-print-color-adjust: exact; print-color-adjust: exact; }
    h1, h2, h3, p, ul { margin: 0; padding: 0; }
    h1 { font-size: 1.9rem; }
    h2 { font-size: 1.6rem; text-align: center; }
    .sub { text-align: center; color: #333; margin: 0.15rem 0 0.45rem; }
    nav { border: 1px solid #999; padding: 0.6rem 1rem; margin: 1rem 0; }
    nav h2 { text-align: left; font-size: 1.2rem; }
    nav h3 { font-size: 1rem; margin-top: 0.5rem; }
    nav ul { list-style: none; columns: 18rem; }
    a { color: #0b3d91; }
    section { margin: 2.5rem 0; }
    table { border-collapse: collapse; width: 100%; margin-bottom: 0.5rem; }
    caption { font-weight: bold; text-align: left; padding: 0.4rem 0 0.2rem; }
    th, td { border: 1px solid #444; padding: 0.16rem 0.35rem; vertical-align: middle; }
    thead { display: table-header-group; }
    thead th { background: #e3e6ea; font-weight: bold; text-align: center; }
    tr { break-inside: avoid; }
    .list td { text-align: left; }
    .list tbody { break-inside: avoid; }
    .list tbody.g { border-top: 2px solid #111; }
    .list td.n, .list th.n { white-space: nowrap; overflow-wrap: normal; }
    .list td.r { text-align: right; font-variant-numeric: tabular-nums; }
    .list td.c { text-align: center; }
    .list td.m { text-align: center; background: #f4f5f7; }
    .list tr.aside td:not(.m) { color: #333; font-size: 0.93em; }
    :lang(en) .list tr.aside td:not(.m), :lang(vi) .list tr.aside td:not(.m) { font-style: italic; }
    .list tr.total td { font-weight: bold; border-top: 2px solid #111; }
    .grid { table-layout: fixed; border: 2px solid #111; }
    .grid + .grid { break-inside: avoid; }
    .grid .side { width: 6.4em; }
    .grid tbody th { background: #f1f3f5; }
    .grid th small { display: block; font-weight: normal; font-size: 0.85em; color: #222; }
    .grid tr.break > * { border-top: 3px double #111; }
    .grid td { text-align: center; padding: 0.2em 0.25em; }
    .grid td.closed { background: #d9dbde; }
    .grid .e { padding: 0.15em 0.15em; }
    .grid .e + .e { border-top: 1px dashed #777; }
    .t { font-weight: bold; font-size: 1.05em; }
    .tag { display: inline-block; border: 1px solid #555; border-radius: 0.5em;
      padding: 0 0.4em; font-size: 0.85em; background: #fff; color: #111; }
    .p { color: #111; font-size: 0.95em; }
    .w { display: inline-block; }
    .x { color: #333; font-size: 0.87em; }
    .legend { display: flex; flex-wrap: wrap; gap: 0.3rem 0.7rem; align-items: center;
      font-size: 0.85rem; break-inside: avoid; }
    .legend span.k { border: 1px solid #777; padding: 0.05rem 0.5rem; }
    .note { margin: 0.4rem 0; font-size: 0.95rem; }
    @media screen { section { overflow-x: auto; } }
    @media print {
      body { max-width: none; padding: 0; }
      nav, .cover { display: none; }
      section { margin: 0; padding: 0 1px; }
      section + section { break-before: page; }
    }

    """

  /// By `GridBlock.Entry.formIndex`; forms of the planner's own share the last four.
  private static let forms: String = {
    let marks: [(border: String, tint: String)] = [
      ("5px solid #1d4f91", "#e4edf8"),  // lecture
      ("7px double #9b1c1c", "#f9e0dc"),  // mobilisation
      ("5px dotted #555", "#fff"),  // study
      ("5px dashed #1f7a3d", "#eaf6ec"),  // discussion
      ("9px solid #b45309", "#fbe6bf"),  // visit
      ("7px double #6b21a8", "#f0e6f8"),  // exchange
      ("9px double #111", "#fff6d6"),  // ceremony
      ("9px solid #111", "#dcdcdc"),  // exam
      ("5px dashed #0e7490", "#dff3f6"),  // research
      ("5px dotted #be185d", "#fbe7f0"),  // exercise
      ("2px solid #999", "#f7f7f7"),  // meal
      ("2px dashed #999", "#f7f7f7"),  // registration
      ("3px solid #4d7c0f", "#eef5dc"), ("3px dashed #4338ca", "#e8e8fa"),
      ("3px dotted #a16207", "#faf3dd"), ("5px double #0f766e", "#dcf2ef"),
    ]
    return marks.enumerated().map { index, mark in
      ".f\(index) { border-left: \(mark.border) !important; background: \(mark.tint); }\n"
    }.joined()
  }()

  private static let vocabularyForms = 12

  static func mark(_ formIndex: Int) -> String {
    let own = formIndex - vocabularyForms
    return "f\(own < 0 ? max(0, formIndex) : vocabularyForms + own % 4)"
  }

  /// Of all text.
  static let lineHeight = 1.3
  /// Width of the column of periods, in ems of the grid's text.
  static let sideEms = 6.8
}
