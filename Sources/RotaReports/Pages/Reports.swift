import RotaPlanning

/// The documents that can be asked for.
public enum Reports {
  /// A report of a target, which it must accept; see `Report.accepts`.
  public static func document(
    _ report: Report, _ input: ReportInput, of target: ReportTarget = .all
  ) -> Document {
    let make = ReportPages(input)
    switch report {
    case .timetable:
      return make.document(pages: make.parts(of: target, by: .classes).map { make.grid(of: $0) })
    case .programme:
      return make.document(pages: make.parts(of: target, by: .runs).map { make.programme(of: $0) })
    case .overview: return make.document(pages: make.overviews(of: target))
    case .days: return make.document(make.labels(.daySheets), pages: make.daySheets(of: target))
    case .sessions: return make.document(make.labels(.sessions), pages: [make.sessions(of: target)])
    case .runs: return make.document(pages: make.runs(of: target))
    case .catalogue:
      return make.document(make.labels(.catalogue), pages: make.catalogue(of: target))
    case .exchange: return make.document(pages: [make.exchange(of: target)])
    case .classLists:
      return make.document(make.labels(.classLists), pages: make.classLists(of: target))
    case .signIn:
      return make.document(make.labels(.signInSheets), pages: make.signInSheets(of: target))
    case .letters: return make.document(make.labels(.letters), pages: make.letters(of: target))
    case .busLists: return make.document(make.labels(.busLists), pages: make.busLists(of: target))
    case .doorSigns:
      return make.document(make.labels(.doorSigns), pages: make.doorSigns(of: target))
    case .hours: return make.document(pages: [make.hours(of: target)])
    case .usage: return make.document(pages: [make.usage()])
    case .fairness: return make.document(pages: [make.fairness()])
    case .changes: return changes(input, of: target)
    }
  }

  /// All that is printed and pinned up: `export` without a report. Of everything: who goes when,
  /// the programme of each run, the grids of classes, of teachers, of venues, of sites and of
  /// schools, hours, and how much is used.
  public static func export(_ input: ReportInput, of target: ReportTarget) -> Document {
    let make = ReportPages(input)
    func grids(_ targets: [ReportTarget]) -> [Page] { targets.map { make.grid(of: $0) } }
    let pages: [Page]
    switch target {
    case .all:
      pages =
        make.runs(of: .all)
        + make.parts(of: .all, by: .runs).map { make.programme(of: $0) }
        + grids(make.parts(of: .all, by: .classes)) + grids(make.teachersUsed.map { .teacher($0) })
        + grids(make.placesUsed.map { .place($0) })
        + (input.plan.schools.count > 1
          ? grids(
            input.plan.schools.indices.map { .school(SchoolID($0)) }.filter {
              !make.items(of: $0).isEmpty
            }) : [])
        + [make.hours(of: .all), make.usage()]
    case .run, .rotation, .school:
      pages =
        [make.programme(of: target), make.grid(of: target)]
        + grids(make.classes(of: target).map { .studyClass($0) })
    case .studyClass, .teacher, .place, .day, .former:
      pages = [make.grid(of: target), make.programme(of: target)]
    }
    return make.document(pages: pages)
  }

  /// Grids of every class, or of one target: `show timetable`.
  public static func timetable(_ input: ReportInput, of target: ReportTarget) -> Document {
    document(.timetable, input, of: target)
  }

  /// Programme tables of every run, or of one target: `show programme`.
  public static func programme(_ input: ReportInput, of target: ReportTarget) -> Document {
    document(.programme, input, of: target)
  }

  /// Runs, classes and units, who goes when: `show runs`.
  public static func runs(_ input: ReportInput) -> Document { document(.runs, input) }

  /// How much places, teachers and resources are used: `show usage`.
  public static func usage(_ input: ReportInput) -> Document { document(.usage, input) }
}

extension ReportPages {
  enum Parts { case classes, runs }

  /// Everything, in parts that have a page each; one target is its own only part.
  func parts(of target: ReportTarget, by parts: Parts) -> [ReportTarget] {
    switch (target, parts) {
    case (.all, .runs): programme.runs.indices.map { .run(RunID($0)) }
    case (.all, .classes): classes(of: target).map { .studyClass($0) }
    default: [target]
    }
  }
}
