import RotaPlanning

/// The documents that can be asked for.
public enum Reports {
  /// Grids of every class, or of one target: `show timetable`.
  public static func timetable(_ input: ReportInput, of target: ReportTarget) -> Document {
    let make = ReportPages(input)
    let pages =
      switch target {
      case .all: classes(of: nil, input).map(make.classGrid)
      case .studyClass(let id): [make.classGrid(id)]
      case .run(let id): [make.runGrid(id)]
      case .teacher(let id): [make.teacherGrid(id)]
      case .place(let id): [make.placeGrid(id)]
      case .day(let day): [make.dayGrid(day)]
      }
    return make.document(pages: pages)
  }

  /// Programme tables of every run, or of one target: `show programme`. A row for each session by
  /// date and part of the day.
  public static func programme(_ input: ReportInput, of target: ReportTarget) -> Document {
    let make = ReportPages(input)
    let pages =
      switch target {
      case .all: input.programme.runs.indices.map { make.runProgramme(RunID($0)) }
      case .studyClass(let id): [make.classProgramme(id)]
      case .run(let id): [make.runProgramme(id)]
      case .teacher(let id): [make.teacherProgramme(id)]
      case .place(let id): [make.placeProgramme(id)]
      case .day(let day): [make.dayProgramme(day)]
      }
    return make.document(pages: pages)
  }

  /// All that is printed and pinned up: `export`. Of everything: the programme of each run, then
  /// the grids of classes, of teachers, of venues and of sites.
  public static func export(_ input: ReportInput, of target: ReportTarget) -> Document {
    let make = ReportPages(input)
    let pages: [Page]
    switch target {
    case .all:
      pages =
        input.programme.runs.indices.map { make.runProgramme(RunID($0)) }
        + classes(of: nil, input).map(make.classGrid) + make.teachersUsed.map(make.teacherGrid)
        + make.placesUsed.map(make.placeGrid)
    case .run(let id):
      pages =
        [make.runProgramme(id), make.runGrid(id)] + classes(of: id, input).map(make.classGrid)
    case .studyClass(let id): pages = [make.classGrid(id), make.classProgramme(id)]
    case .teacher(let id): pages = [make.teacherGrid(id), make.teacherProgramme(id)]
    case .place(let id): pages = [make.placeGrid(id), make.placeProgramme(id)]
    case .day(let day): pages = [make.dayGrid(day), make.dayProgramme(day)]
    }
    return make.document(pages: pages)
  }

  /// Runs, classes and units, who goes when: `show runs`.
  public static func runs(_ input: ReportInput) -> Document {
    let make = ReportPages(input)
    return make.document(pages: RunOverview(input: input, text: make.text).pages())
  }

  /// How much places, teachers and resources are used: `show usage`.
  public static func usage(_ input: ReportInput) -> Document {
    let make = ReportPages(input)
    let report = UsageReport(input: input, text: make.text, schedule: make.schedule)
    return make.document(pages: [report.page()])
  }

  private static func classes(of run: RunID?, _ input: ReportInput) -> [ClassID] {
    if let run { return input.programme[run].classes }
    return input.programme.runs.flatMap(\.classes)
  }
}
