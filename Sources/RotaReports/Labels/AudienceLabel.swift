import RotaPlanning

/// Names of runs, classes and groups as they are printed and looked up.
public enum AudienceLabel {
  /// `集中轮训 第1期 1班`, `Spring Run 1 Class 1`; a class's own name stands for its number.
  public static func label(
    of id: ClassID, programme: Programme, plan: Plan, language: Plan.Language
  ) -> String {
    let studyClass = programme[id]
    let run = label(of: studyClass.run, programme: programme, plan: plan, language: language)
    return "\(run) \(short(studyClass, language))"
  }

  /// `集中轮训 第1期`, `Spring Run 1`.
  public static func label(
    of id: RunID, programme: Programme, plan: Plan, language: Plan.Language
  ) -> String {
    let run = programme[id]
    return "\(plan[run.rotation].name) \(number(.runNumber, run.number, language))"
  }

  /// Who attends a session: `集中轮训 第1期 1班`. Works for sessions that the programme no longer
  /// has.
  ///
  /// - Parameter known: what classes were called that the programme no longer has; others go by their
  ///   numbers.
  public static func label(
    of identity: SessionIdentity, programme: Programme, plan: Plan, known: KnownClasses,
    language: Plan.Language
  ) -> String {
    let rotation = identity.rotation
    func run(_ value: Int) -> String { number(.runNumber, value, language) }
    func studyClass(_ runNumber: Int, _ value: Int) -> String {
      let found = programme.classes.first {
        let run = programme[$0.run]
        return $0.number == value && run.number == runNumber && plan[run.rotation].name == rotation
      }
      if let found { return short(found, language) }
      return known.ownName(of: ClassNumber(run: runNumber, number: value), in: rotation)
        ?? number(.classNumber, value, language)
    }
    switch identity.audience {
    case .allRuns: return "\(rotation) \(Label.allRuns.wording[language])"
    case .runs(let numbers):
      let list = Labels(language).list(numbers.map(String.init))
      return "\(rotation) \(Labels.fill(Label.runNumbers.wording[language], list))"
    case .run(let value): return "\(rotation) \(run(value))"
    case .joint(let number):
      let all = Label.allRotations.wording[language]
      return number.map { "\(all) \(run($0))" } ?? all
    case .studyClass(let inRun, let value):
      return "\(rotation) \(run(inRun)) \(studyClass(inRun, value))"
    case .group(let inRun, let inClass, let value):
      let group = number(.groupNumber, value, language)
      return "\(rotation) \(run(inRun)) \(studyClass(inRun, inClass)) \(group)"
    }
  }

  /// `1班`, `Class 1`, or the class's own name.
  static func short(_ studyClass: StudyClass, _ language: Plan.Language) -> String {
    studyClass.name ?? number(.classNumber, studyClass.number, language)
  }

  static func number(_ label: Label, _ value: Int, _ language: Plan.Language) -> String {
    Labels.fill(label.wording[language], String(value))
  }
}
