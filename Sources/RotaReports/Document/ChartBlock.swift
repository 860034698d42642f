/// A picture of numbers. Whoever cannot see it reads the same as a table.
public enum ChartBlock: Hashable, Sendable {
  case gantt(GanttBlock)
  case heat(HeatBlock)
  case bars(BarsBlock)
}

/// Rows of bars along one axis of time: runs, and under each its classes with their sessions.
public struct GanttBlock: Hashable, Sendable {
  /// A stretch of the axis.
  public struct Bar: Hashable, Sendable {
    public var span: Range<Int>
    /// See `GridBlock.Entry.formIndex`; nil for what is of no form, such as a run.
    public var formIndex: Int?
    public init(_ span: Range<Int>, formIndex: Int? = nil) {
      self.span = span
      self.formIndex = formIndex
    }
  }
  public struct Row: Hashable, Sendable {
    public var name: String
    /// What the bars come to in words: dates, people.
    public var detail: String
    /// Whether rows that follow belong to it.
    public var isHead: Bool
    public var bars: [Bar]
    public init(name: String, detail: String, isHead: Bool, bars: [Bar]) {
      self.name = name
      self.detail = detail
      self.isHead = isHead
      self.bars = bars
    }
  }
  /// Where something begins on the axis: a day.
  public struct Tick: Hashable, Sendable {
    public var position: Int
    public var label: String
    /// The first of a week or month, whose line is drawn more strongly.
    public var isStrong: Bool
    public init(position: Int, label: String, isStrong: Bool) {
      self.position = position
      self.label = label
      self.isStrong = isStrong
    }
  }
  public var caption: String
  /// What rows and their details are called, where the chart is read as a table.
  public var headers: [String]
  /// The end of the axis, which begins at 0.
  public var length: Int
  public var ticks: [Tick]
  public var rows: [Row]
  /// What the bars' forms are called.
  public var forms: [LegendBlock.Item] = []

  public init(caption: String, headers: [String], length: Int, ticks: [Tick], rows: [Row]) {
    self.caption = caption
    self.headers = headers
    self.length = length
    self.ticks = ticks
    self.rows = rows
  }
}

/// How much of what there is, is used: rows of places, columns of days.
public struct HeatBlock: Hashable, Sendable {
  public struct Row: Hashable, Sendable {
    public var name: String
    /// Hundredths of what is open, for each column; nil where nothing is.
    public var shares: [Int?]
    public init(name: String, shares: [Int?]) {
      self.name = name
      self.shares = shares
    }
  }
  public var caption: String
  public var corner: String
  public var columns: [GridBlock.Column]
  public var rows: [Row]
  /// What it is called where nothing is open.
  public var closed: String

  public init(
    caption: String, corner: String, columns: [GridBlock.Column], rows: [Row], closed: String
  ) {
    self.caption = caption
    self.corner = corner
    self.closed = closed
    self.columns = columns
    self.rows = rows
  }
}

/// Named numbers, each a bar.
public struct BarsBlock: Hashable, Sendable {
  public struct Item: Hashable, Sendable {
    public var name: String
    /// In any unit, the same for all; from 0.
    public var value: Int
    /// The value as it is read.
    public var text: String
    public var formIndex: Int?
    public init(name: String, value: Int, text: String, formIndex: Int? = nil) {
      self.name = name
      self.value = value
      self.text = text
      self.formIndex = formIndex
    }
  }
  public var caption: String
  /// What the names and the values are called.
  public var headers: [String]
  public var items: [Item]

  public init(caption: String, headers: [String], items: [Item]) {
    self.caption = caption
    self.headers = headers
    self.items = items
  }
}
