import RotaPlanning

/// What is printed, before it has become text or HTML: pages of headings, tables and grids.
/// Every word in it is already in the language of the reader.
public struct Document: Hashable, Sendable {
  public var title: String
  /// Short lines below the title.
  public var subtitles: [String]
  public var pages: [Page]
  /// The main language, for fonts and line breaking.
  public var language: Plan.Language
  public var paper: Plan.Paper

  public init(
    title: String, subtitles: [String] = [], pages: [Page] = [],
    language: Plan.Language = .english, paper: Plan.Paper = .a4
  ) {
    self.title = title
    self.subtitles = subtitles
    self.pages = pages
    self.language = language
    self.paper = paper
  }
}

/// One thing to pin on a wall: a class's timetable, a run's programme. Printed from a new sheet.
public struct Page: Hashable, Sendable {
  /// Under what the list of contents groups it: "Classes", "Teachers".
  public var section: String?
  public var heading: String
  /// Lines below the heading: dates, people, version.
  public var subheadings: [String]
  public var blocks: [Block]
  public var sheet: Sheet
  public var foot: Foot
  /// What tells it from others of its kind, for tables that programs read: its run, its class.
  public var keys: [Key]

  /// A heading of a column, and what stands there in each row of the page.
  public struct Key: Hashable, Sendable {
    public var header: String
    public var value: String
    public init(_ header: String, _ value: String) {
      self.header = header
      self.value = value
    }
  }

  /// What stands at the foot of each sheet of a page, so that a second sheet of it can be told from
  /// others, and an old one from a new one.
  public struct Foot: Hashable, Sendable {
    /// What the page is; shortened where there is no room for it.
    public var title: String
    /// From when it holds; never shortened.
    public var version: String
    public init(title: String, version: String = "") {
      self.title = title
      self.version = version
    }
  }

  /// What a page is printed on.
  public enum Sheet: String, Hashable, Sendable {
    /// The document's paper, broadside.
    case usual
    /// The document's paper, upright: letters and lists of people.
    case upright
    /// The largest paper, broadside, and all on one sheet in text as small as that takes.
    case wall
    /// The document's paper, broadside, in letters that are read from across a corridor.
    case sign
  }

  public init(
    section: String? = nil, heading: String, subheadings: [String] = [], blocks: [Block] = [],
    sheet: Sheet = .usual, foot: Foot? = nil, keys: [Key] = []
  ) {
    self.section = section
    self.heading = heading
    self.subheadings = subheadings
    self.blocks = blocks
    self.sheet = sheet
    self.foot = foot ?? Foot(title: heading)
    self.keys = keys
  }
}

/// A part of a page.
public enum Block: Hashable, Sendable {
  case paragraph(String)
  case table(TableBlock)
  case grid(GridBlock)
  case chart(ChartBlock)
  case legend(LegendBlock)
}

/// The teaching forms of a page, each with the mark its sessions bear in grids.
public struct LegendBlock: Hashable, Sendable {
  public struct Item: Hashable, Sendable {
    /// See `GridBlock.Entry.formIndex`.
    public var formIndex: Int
    public var label: String
    public init(formIndex: Int, label: String) {
      self.formIndex = formIndex
      self.label = label
    }
  }
  public var title: String
  public var items: [Item]
  public init(title: String, items: [Item]) {
    self.title = title
    self.items = items
  }
}
