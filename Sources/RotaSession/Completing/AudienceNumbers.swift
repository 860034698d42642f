import RotaDiagnostics
import RotaPlanning
import RotaSyntax

/// The numbers of runs and classes, for completion behind `run` and `class`.
struct AudienceNumbers {
  private let plan: Plan
  private let programme: Programme

  init(_ derived: Derived) {
    plan = derived.plan
    programme = derived.programme
  }

  /// What may stand behind a line that ends with `class` or `run`; nothing behind others.
  func candidates(after line: String) -> [Candidate] {
    let words = line.split(separator: " ")
    let runs = runs(for: words)
    switch words.last {
    case "run":
      // `class 3 of run`: the runs that have such a class.
      let studyClass = words.suffix(4).first == "class" ? Int(words.suffix(3).first ?? "") : nil
      return items(runs.filter { has(studyClass, $0) })
    case "class": return classItems(runs)
    default: return []
    }
  }

  private func has(_ number: Int?, _ run: Run) -> Bool {
    number.map { number in run.classes.contains { programme[$0].number == number } } ?? true
  }

  /// Those of the rotations that teach the session which the line names; all where it names none.
  private func runs(for words: [Substring]) -> [Run] {
    let line = words.joined(separator: " ") + " "
    // By the plan, which has a session once where the programme has it for every class.
    let rotations = plan.rotations.indices.filter { index in
      plan.rotations[index].modules.contains { module in
        plan[module].sessions.contains { session in
          line.contains(" \(NameSyntax.quoteIfNeeded(session.name)) ")
            || line.contains(" \(session.name) ")
        }
      }
    }
    return programme.runs.filter {
      rotations.isEmpty || rotations.contains($0.rotation.value)
    }
  }

  private func items(_ runs: [Run]) -> [Candidate] {
    grouped(runs, by: \.number).map { number, runs in
      let days = plan.calendar.days[runs[0].days]
      let help =
        runs.count > 1
        ? "of \(runs.map { plan[$0.rotation].name }.joined(separator: ", "))"
        : "\(days.first?.day.iso ?? "") .. \(days.last?.day.iso ?? ""), "
          + "\(Wording.grouped(runs[0].people)) people"
      return Candidate.word(String(number), help: help)
    }
  }

  private func classItems(_ runs: [Run]) -> [Candidate] {
    grouped(runs.flatMap(\.classes).map { programme[$0] }, by: \.number).map { number, classes in
      let help =
        classes.count > 1
        ? "of runs " + classes.map { String(programme[$0.run].number) }.joined(separator: ", ")
        : "of run \(programme[classes[0].run].number), "
          + "\(Wording.grouped(classes[0].people)) people"
      return Candidate.word(String(number), help: help)
    }
  }

  private func grouped<Item>(
    _ items: [Item], by number: (Item) -> Int
  ) -> [(number: Int, items: [Item])] {
    Dictionary(grouping: items, by: number).sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}
