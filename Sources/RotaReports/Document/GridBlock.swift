/// A timetable grid: days (or classes) across, periods down.
public struct GridBlock: Hashable, Sendable {
  public struct Column: Hashable, Sendable {
    /// A weekday, or a class.
    public var title: String
    /// A date, or a number of people.
    public var detail: String
    public init(title: String, detail: String = "") {
      self.title = title
      self.detail = detail
    }
  }

  /// What neighbouring columns have in common, such as the week of their days.
  public struct Band: Hashable, Sendable {
    public var title: String
    public var columns: Range<Int>
    public init(title: String, columns: Range<Int>) {
      self.title = title
      self.columns = columns
    }
  }

  public struct Row: Hashable, Sendable {
    /// The period.
    public var name: String
    /// Its times, where they are the same in every column.
    public var times: String
    /// Whether a long break lies before it.
    public var followsBreak: Bool
    public init(name: String, times: String = "", followsBreak: Bool = false) {
      self.name = name
      self.times = times
      self.followsBreak = followsBreak
    }
  }

  /// One session, or several alike.
  public struct Entry: Hashable, Sendable {
    public var title: String
    public var form: String
    /// Which of the marks for forms it bears; one for each form of the plan, from 0.
    public var formIndex: Int
    public var teachers: String
    public var place: String
    /// Whether that is a place for each of several classes: where there is little room, what the
    /// pages of the classes say need not be said again.
    public var isSpread = false
    public var audience: String
    /// A time that differs from the row's, a theme, a note.
    public var remark: String
    public init(
      title: String, form: String = "", formIndex: Int = 0, teachers: String = "",
      place: String = "", audience: String = "", remark: String = ""
    ) {
      self.title = title
      self.form = form
      self.formIndex = formIndex
      self.teachers = teachers
      self.place = place
      self.audience = audience
      self.remark = remark
    }
  }

  /// A rectangle of the grid. Cells do not overlap; what no cell covers is empty.
  public struct Cell: Hashable, Sendable {
    public var rows: Range<Int>
    public var columns: Range<Int>
    public var entries: [Entry]
    public init(rows: Range<Int>, columns: Range<Int>, entries: [Entry]) {
      self.rows = rows
      self.columns = columns
      self.entries = entries
    }
  }

  public var caption: String?
  /// What stands above the names of the rows.
  public var corner: String
  /// What titles and details of the columns are: weekdays and dates, classes and runs.
  public var across: [String]
  public var columns: [Column]
  /// Above the columns, in their order; none, or one for every column.
  public var bands: [Band] = []
  public var rows: [Row]
  public var cells: [Cell]

  public init(
    caption: String? = nil, corner: String = "", across: [String] = [], columns: [Column],
    rows: [Row], cells: [Cell]
  ) {
    self.caption = caption
    self.corner = corner
    self.across = across
    self.columns = columns
    self.rows = rows
    self.cells = cells
  }

  /// For each row and column the cell that covers it, by position in `cells`.
  func owners() -> [[Int?]] {
    var owners = [[Int?]](
      repeating: [Int?](repeating: nil, count: columns.count), count: rows.count)
    for (index, cell) in cells.enumerated() {
      for row in cell.rows.clamped(to: 0..<rows.count) {
        for column in cell.columns.clamped(to: 0..<columns.count) where owners[row][column] == nil {
          owners[row][column] = index
        }
      }
    }
    return owners
  }
}
