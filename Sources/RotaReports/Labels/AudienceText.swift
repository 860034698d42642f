import RotaPlanning

/// Says in as few words as the surroundings allow who attends.
struct AudienceText {
  /// What the reader knows already.
  enum Scope: Hashable, Sendable {
    case everything
    case run(RunID)
    case studyClass(ClassID)
    case school(SchoolID)
  }

  let programme: Programme
  let plan: Plan
  let labels: Labels

  /// Of all sessions together: `1–3、5班`, `第1期 1班`, `全体学员`; empty where it is those whom the
  /// scope names.
  func text(_ sessions: [Session], in scope: Scope) -> String {
    labels.sideBySide {
      AudienceText(programme: programme, plan: plan, labels: $0).inOneLanguage(sessions, scope)
    }
  }

  private func inOneLanguage(_ sessions: [Session], _ scope: Scope) -> String {
    // Most of what a class attends, it attends as a whole, and that goes without saying.
    if case .studyClass(let id) = scope, !sessions.contains(where: { isOfGroup($0, in: id) }) {
      return ""
    }
    let parts = attendance(sessions)
    switch scope {
    case .studyClass(let id):
      guard let groups = parts.groups[id], !parts.whole.contains(id) else { return "" }
      return groupNames(groups)
    case .run(let run):
      let whole = programme[run].classes.filter { parts.whole.contains($0) }
      if whole == programme[run].classes { return labels(.everyone) }
      return classNames(whole, parts, run: run)
    case .everything, .school:
      var items: [String] = []
      var fullRuns: [Int] = []
      var rotation: RotationID?
      func closeRuns() {
        if let rotation, !fullRuns.isEmpty { items.append(runNames(fullRuns, of: rotation)) }
        fullRuns = []
      }
      for (index, run) in programme.runs.enumerated() where parts.runs.contains(RunID(index)) {
        if rotation != run.rotation { closeRuns() }
        rotation = run.rotation
        let whole = run.classes.filter { parts.whole.contains($0) }
        if whole == run.classes || parts.expected.contains(RunID(index)) {
          fullRuns.append(run.number)
        } else {
          closeRuns()
          items.append(
            runNames([run.number], of: run.rotation) + " "
              + classNames(whole, parts, run: RunID(index)))
        }
      }
      closeRuns()
      return labels.clauses(items)
    }
  }

  private func isOfGroup(_ session: Session, in id: ClassID) -> Bool {
    if case .group = session.identity.audience { session.classes.contains(id) } else { false }
  }

  private struct Attendance {
    var runs: Set<RunID> = []
    var whole: Set<ClassID> = []
    /// Runs of sessions that no class attends.
    var expected: Set<RunID> = []
    /// Numbers of groups of classes that do not attend wholly.
    var groups: [ClassID: [Int]] = [:]
  }

  /// A class attends wholly where all its atoms do, be it in one session or in several.
  private func attendance(_ sessions: [Session]) -> Attendance {
    var result = Attendance()
    var atoms: [ClassID: Set<AtomID>] = [:]
    for session in sessions {
      if session.classes.isEmpty {
        result.runs.formUnion(session.runs)
        result.expected.formUnion(session.runs)
      }
      for id in session.classes {
        result.runs.insert(programme[id].run)
        if case .group(_, _, let number) = session.identity.audience {
          if result.groups[id]?.contains(number) != true {
            result.groups[id, default: []].append(number)
          }
          for atom in session.atoms where programme.atoms[atom.value].studyClass == id {
            atoms[id, default: []].insert(atom)
          }
        } else {
          result.whole.insert(id)
        }
      }
    }
    for (id, present) in atoms where present.isSuperset(of: programme[id].atoms) {
      result.whole.insert(id)
    }
    return result
  }

  private func runNames(_ numbers: [Int], of rotation: RotationID) -> String {
    let label: Label = numbers.count == 1 ? .runNumber : .runNumbers
    let text = labels(label, ranges(numbers))
    return plan.rotations.count > 1 ? "\(plan[rotation].name) \(text)" : text
  }

  private func classNames(_ whole: [ClassID], _ parts: Attendance, run: RunID) -> String {
    let numbered = whole.filter { programme[$0].name == nil }.map { programme[$0].number }
    var items: [String] = []
    if !numbered.isEmpty {
      items.append(labels(numbered.count == 1 ? .classNumber : .classNumbers, ranges(numbered)))
    }
    items += whole.compactMap { programme[$0].name }
    for id in programme[run].classes where !parts.whole.contains(id) {
      guard let groups = parts.groups[id] else { continue }
      items.append(
        AudienceLabel.short(programme[id], labels.main) + (labels.isChinese ? "" : " ")
          + groupNames(groups))
    }
    return labels.list(items)
  }

  private func groupNames(_ numbers: [Int]) -> String {
    labels(numbers.count == 1 ? .groupNumber : .groupNumbers, ranges(numbers.sorted()))
  }

  /// `1–3、5`; two in a row are listed.
  private func ranges(_ numbers: [Int]) -> String {
    var items: [String] = []
    var index = 0
    while index < numbers.count {
      var end = index
      while end + 1 < numbers.count, numbers[end + 1] == numbers[end] + 1 { end += 1 }
      if end - index >= 2 {
        items.append("\(numbers[index])–\(numbers[end])")
      } else {
        items += numbers[index...end].map(String.init)
      }
      index = end + 1
    }
    return labels.list(items)
  }
}
