import RotaPlanning

/// The documents that can be asked for.
public enum Reports {
  /// Week grids of everything, or of one target: `show timetable`.
  public static func timetable(_ input: ReportInput, of target: ReportTarget) -> Document {
    Document(title: "")
  }

  /// Programme tables: a row for each session by date and part of the day: `show programme`.
  public static func programme(_ input: ReportInput, of target: ReportTarget) -> Document {
    Document(title: "")
  }

  /// All that is printed and pinned up: programme tables, then grids: `export`.
  public static func export(_ input: ReportInput, of target: ReportTarget) -> Document {
    Document(title: "")
  }

  /// Runs, classes and units, who goes when: `show runs`.
  public static func runs(_ input: ReportInput) -> Document { Document(title: "") }

  /// How much places, teachers and resources are used: `show usage`.
  public static func usage(_ input: ReportInput) -> Document { Document(title: "") }
}
