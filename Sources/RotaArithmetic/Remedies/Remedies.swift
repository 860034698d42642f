import RotaDiagnostics
import RotaPlanning

extension RotationCase {
  /// The smallest changes that each make a rotation possible, as statements with what they change
  /// in brackets. Every one was tried, unless it only says what is lacking.
  func remedies(for problem: Problem, in attempt: Attempt) -> [String] {
    switch problem {
    case .hall(let hall, _, _, let runs, _):
      return seatRemedies(hall, attempt, runs: runs) + moreRuns(than: runs)
        + streamRemedies(hall, attempt)
    case .beds(let beds, _, _, let runs, _):
      return bedRemedies(beds, attempt, runs: runs) + moreRuns(than: runs)
    case .datesDoNotFit(let shortage):
      return dateRemedies(shortage)
    case .runsNeeded(let least, _, _):
      return lengthRemedies(runs: least, below: rotation.length)
        + calendarRemedies(runs: least)
    case .unitAway(let row, let runs, _, let barred):
      return awayRemedies(row, room: runs - barred.count) + moreRuns(than: runs)
    case .unitsCut(_, let runs, _): return moreRuns(than: max(attempt.runs, runs.count))
    case .notFound(let runs): return moreRuns(than: runs)
    case .notATeachingDay(let day, let clause, let run),
      .wrongWeekday(let day, let clause, let run):
      return dayRemedies(day, clause: clause, run: run)
    case .outsideDates(let day, let clause, let run, let dates):
      return outsideRemedies(day, clause: clause, run: run, dates: dates, runs: attempt.runs)
    case .endsBeforeStart(_, let start, _):
      let remedies = calendarRemedies(runs: attempt.runs)
      return remedies.isEmpty ? ["choose an end after \(start.iso)"] : remedies
    case .noTrainees: return ["\(statement) trainees all units"]
    case .noTeachingDays: return [calendarRemedy]
    default: return numberRemedies(problem)
    }
  }

  var statement: String { "rotation \(Wording.name(rotation.name))" }

  /// Whether a changed rotation or plan would be possible.
  func isPossible(_ change: (inout RotationCase) -> Void) -> Bool {
    var changed = self
    change(&changed)
    return RotationCase(
      plan: changed.plan, id: id, beds: BedTable(of: changed.plan), earlier: earlier)?.solve()
      .problems.isEmpty
      ?? false
  }

  /// The next number of runs that would do.
  func moreRuns(than runs: Int) -> [String] {
    guard case .exactly = rotation.runs else { return [] }
    let least = max(runs + 1, leastRuns().count)
    let most = min(runs + 20, population.people, Self.mostRuns)
    for count in stride(from: least, through: most, by: 1)
    where isPossible({ $0.plan.rotations[id.value].runs = .exactly(count) }) {
      return [
        "\(statement) runs \(count)  (+\(Wording.count(count - runs, "run")))"
      ]
    }
    return []
  }

  /// Numbers of people, runs and classes that would agree.
  private func numberRemedies(_ problem: Problem) -> [String] {
    let people = population.people
    switch problem {
    case .classesTooFew(let classes, let size):
      return [
        "\(statement) classes \((people + size - 1) / size)",
        "\(statement) classes at most \((people + classes - 1) / classes) people",
      ]
    case .moreRunsThanPeople: return ["\(statement) runs \(people)"]
    case .moreClassesThanPeople: return ["\(statement) classes \(people)"]
    case .fewerClassesThanRuns(let classes, let runs):
      return ["\(statement) classes \(runs)", "\(statement) runs \(classes)"]
    case .unknownRun(let number, _), .unknownRunOfSession(_, _, let number, _):
      return number > 0 && number <= Self.mostRuns ? ["\(statement) runs \(number)"] : []
    case .classTooLarge(_, let people, _):
      return ["\(statement) classes at most \(people) people"]
    case .runDoesNotAddUp(let run, let wanted, let least, let most):
      return ["\(statement) { run \(run) { people \(wanted < least ? least : most) } }"]
    default: return []
    }
  }
}
