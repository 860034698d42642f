import RotaPlanning

extension RotationCase {
  /// More classes or runs of one rotation than these are refused.
  static let mostClasses = 200_000
  static let mostRuns = 2_000
  /// More pairs of a unit and a run than this are refused.
  static let mostPairs = 2_000_000

  /// Numbers that nothing can be worked out from.
  func sizeProblem(runs count: Int) -> Problem? {
    let people = population.people
    if people == 0 { return .noTrainees }
    if count > Self.mostRuns {
      return .tooMany(what: "runs", count: count, limit: Self.mostRuns)
    }
    if count > people { return .moreRunsThanPeople(runs: count) }
    let given = rotation.runOverrides.values.reduce(0) { max($0, $1.classes ?? 0) }
    let least = max(rotation.classes ?? 0, given, (people + classSize - 1) / classSize)
    if (rotation.classes ?? given) > people {
      return .moreClassesThanPeople(classes: rotation.classes ?? given)
    }
    if least > Self.mostClasses {
      return .tooMany(what: "classes", count: least, limit: Self.mostClasses)
    }
    if let classes = rotation.classes, classes < count {
      return .fewerClassesThanRuns(classes: classes, runs: count)
    }
    let stated = rotation.runOverrides.values.compactMap(\.people)
    let named = rotation.classOverrides.values.compactMap(\.people)
    if (stated + named).contains(where: { $0 > people }) {
      let sum = (stated + named).max() ?? 0
      return .runsDoNotAddUp(least: sum, most: sum)
    }
    if count * population.rows.count > Self.mostPairs {
      return .tooMany(
        what: "pairs of a unit and a run", count: count * population.rows.count,
        limit: Self.mostPairs)
    }
    return nil
  }

  /// Runs and classes that are spoken of and are not there, or break the rotation's own numbers.
  func mentionProblems(runs count: Int) -> [Problem] {
    var problems: [Problem] = []
    let numbers = Set(rotation.runOverrides.keys).union(rotation.classOverrides.keys.map(\.run))
    for number in numbers.sorted() where number < 1 || number > count {
      problems.append(.unknownRun(number: number, runs: count))
    }
    if let size = rotation.largestClass {
      for (key, value) in rotation.classOverrides.sorted(by: { $0.key < $1.key }) {
        if let people = value.people, people > size {
          problems.append(.classTooLarge(key, people: people, size: size))
        }
      }
    }
    for module in rotation.modules {
      for (index, template) in plan[module].sessions.enumerated() {
        guard case .runs(let numbers) = template.audience else { continue }
        if let number = numbers.first(where: { $0 < 1 || $0 > count }) {
          problems.append(
            .unknownRunOfSession(module: module, template: index, number: number, runs: count))
        }
      }
    }
    return problems
  }

  func unknownClasses(_ counts: [Int]) -> [Problem] {
    rotation.classOverrides.keys.sorted().compactMap { key in
      guard counts.indices.contains(key.run - 1) else { return nil }
      let count = counts[key.run - 1]
      return key.number < 1 || key.number > count ? .unknownClass(key, classes: count) : nil
    }
  }
}
