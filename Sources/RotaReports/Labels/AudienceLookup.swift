import RotaPlanning

/// Looking a run or a class up by what a planner calls it.
extension AudienceLabel {
  public enum Match: Hashable, Sendable {
    case run(RunID)
    case studyClass(ClassID)
  }

  /// Runs and classes that a label names, in any of the four languages: a full label, or the end
  /// of one (`第1期 1班`, `1班`). Spaces and case do not matter. More than one match: ambiguous.
  /// A longer label is never ambiguous with the end of another.
  public static func resolve(_ text: String, programme: Programme, plan: Plan) -> [Match] {
    let wanted = normal(text)
    if wanted.isEmpty { return [] }
    // From the fullest labels to the shortest ends: the first level with a match decides.
    var levels: [[Match]] = [[], [], []]
    func note(_ match: Match, _ level: Int) {
      if !levels[level].contains(match) { levels[level].append(match) }
    }
    for (runIndex, run) in programme.runs.enumerated() {
      let rotation = plan[run.rotation]
      let rotations = ([rotation.name] + [rotation.title].compactMap { $0 }).map(normal)
      let runNames = names(.runNumber, run.number)
      for name in runNames where wanted.hasSuffix(name) {
        if rotations.contains(where: { $0 + name == wanted }) { note(.run(RunID(runIndex)), 0) }
        if name == wanted { note(.run(RunID(runIndex)), 1) }
      }
      for id in run.classes {
        let studyClass = programme[id]
        let own = studyClass.name.map { [normal($0)] } ?? []
        for className in own + names(.classNumber, studyClass.number)
        where wanted.hasSuffix(className) {
          if className == wanted { note(.studyClass(id), 2) }
          for runName in runNames where wanted.hasSuffix(runName + className) {
            if runName + className == wanted { note(.studyClass(id), 1) }
            if rotations.contains(where: { $0 + runName + className == wanted }) {
              note(.studyClass(id), 0)
            }
          }
        }
      }
    }
    return levels.first { !$0.isEmpty } ?? []
  }

  private static func names(_ label: Label, _ value: Int) -> [String] {
    Plan.Language.allCases.map { normal(number(label, value, $0)) }
  }

  /// Lower case without spaces.
  private static func normal(_ text: String) -> String {
    String(text.lowercased().filter { !$0.isWhitespace })
  }
}
