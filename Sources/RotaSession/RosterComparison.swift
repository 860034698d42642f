import RotaDiagnostics
import RotaInterchange
import RotaLanguage
import RotaPlanning

/// Sets the people of a roster against the numbers of a plan.
enum RosterComparison {
  /// More units than this are only counted.
  private static let most = 10

  static func warnings(
    _ file: RosterFile, _ id: RotationID, _ derived: Derived
  ) -> [Diagnostic] {
    numbers(file.roster, id, derived.plan) + places(file, id, derived)
  }

  private static func numbers(_ roster: Roster, _ id: RotationID, _ plan: Plan) -> [Diagnostic] {
    let rotation = plan[id]
    let said = rotation.origins.of("roster")
    let counts = roster.peopleByUnit
    guard case .units(let units) = rotation.trainees else {
      guard case .people(let people) = rotation.trainees, people != roster.people.count else {
        return []
      }
      return [
        TableMessages.otherTotal(rotation.name, roster: roster.people.count, plan: people, at: said)
      ]
    }
    let named = Dictionary(
      zip(roster.units, counts).map { ($0, $1) }, uniquingKeysWith: { $0 + $1 })
    var warnings: [Diagnostic] = []
    var known = 0
    var others = 0
    for unit in units.map({ plan[$0] }) {
      let people = named[unit.name] ?? 0
      known += people
      if people == unit.people { continue }
      others += 1
      if others <= most {
        warnings.append(
          TableMessages.otherCount(
            unit.name, roster: people, plan: unit.people, at: unit.origins.of("people")))
      }
    }
    if others > most { warnings.append(TableMessages.moreUnits(others - most)) }
    if known < roster.people.count {
      warnings.append(
        TableMessages.peopleOfNoUnit(rotation.name, roster.people.count - known, at: said))
    }
    return warnings
  }

  /// Runs and classes to which the roster assigns more people than the plan has there.
  private static func places(
    _ file: RosterFile, _ id: RotationID, _ derived: Derived
  ) -> [Diagnostic] {
    let (plan, programme, roster) = (derived.plan, derived.programme, file.roster)
    let name = plan[id].name
    let said = plan[id].origins.of("roster")
    var inClass: [Rotation.ClassNumber: Int] = [:]
    var inRun: [Int: [Int]] = [:]
    var nowhere = 0
    for person in roster.people {
      var run: Int32?
      switch person.place {
      case .anywhere: continue
      case .nowhere: nowhere += 1
      case .run(let number): run = number
      case .studyClass(let number, let ofClass):
        run = number
        inClass[Rotation.ClassNumber(run: Int(number), number: Int(ofClass)), default: 0] += 1
      }
      if let run, let unit = person.unit {
        inRun[Int(run), default: Array(repeating: 0, count: roster.units.count)][Int(unit)] += 1
      }
    }
    var warnings: [Diagnostic] = []
    if nowhere > 0, let first = file.misplaced.first {
      warnings.append(
        TableMessages.misplacedPeople(name, nowhere, first: first.message, at: said))
    }
    let positions = Dictionary(
      roster.units.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { $1 })
    var overfull: [Diagnostic] = []
    for run in programme.runs where run.rotation == id {
      let people = inRun[run.number] ?? []
      for share in run.shares {
        guard let unit = share.unit.map({ plan[$0].name }),
          let position = positions[unit], people.indices.contains(position),
          people[position] > share.people
        else { continue }
        overfull.append(
          TableMessages.overfullRun(
            run.number, name, unit: unit, roster: people[position], plan: share.people, at: said))
      }
      for studyClass in run.classes.map({ programme[$0] }) {
        let number = Rotation.ClassNumber(run: run.number, number: studyClass.number)
        guard let people = inClass[number], people > studyClass.people else { continue }
        overfull.append(
          TableMessages.overfullClass(
            studyClass.number, ofRun: run.number, name, roster: people, plan: studyClass.people,
            most: plan[id].largestClass, at: said))
      }
    }
    warnings += overfull.prefix(most)
    if overfull.count > most { warnings.append(TableMessages.moreOverfull(overfull.count - most)) }
    return warnings
  }
}
