import RotaPlanning

extension HardRule {
  /// Classes are as many and at most as large as said, belong to their run, and have the names,
  /// people, rooms, absences and modules that the planner gave them.
  static let classes = HardRule(.arithmetic) { recount in
    var broken: [Violation] = []
    func fault(_ subject: String, _ needed: Int? = nil, _ available: Int? = nil) {
      broken.append(Violation(.arithmetic, subject: subject, needed: needed, available: available))
    }
    let members = recount.programme.runs.map { Set($0.classes) }
    for (number, one) in recount.programme.classes.enumerated() {
      let id = ClassID(number)
      let name = recount.name(of: id)
      guard members.indices.contains(one.run.value), members[one.run.value].contains(id)
      else {
        fault("run of \(name)")
        continue
      }
      let run = recount.programme[one.run]
      let rotation = recount.plan[run.rotation]
      let special = rotation.classOverrides[.init(run: run.number, number: one.number)]
      let shared = one.shares.reduce(0) { $0 + $1.people }
      if shared != one.people { fault("people of \(name)", shared, one.people) }
      if let said = special?.people {
        if said != one.people { fault("people of \(name) as said", said, one.people) }
      } else if let largest = rotation.largestClass, one.people > largest {
        fault("size of \(name)", one.people, largest)
      }
      if special?.name != one.name { fault("name of \(name)") }
      if special?.room != one.room { fault("room of \(name)") }
      if (special?.excluded ?? []) != one.excluded { fault("absence of \(name)") }
      if special?.modules != one.modules { fault("modules of \(name)") }
    }
    for (number, run) in recount.programme.runs.enumerated() {
      let classes = recount.classes(of: RunID(number))
      let name = recount.name(of: RunID(number))
      if let said = recount.override(of: run)?.classes, said != classes.count {
        fault("classes of \(name)", said, classes.count)
      }
      if classes.map(\.number) != Array(1..<(classes.count + 1)) {
        fault("numbers of the classes of \(name)")
      }
    }
    for (rotation, runs) in recount.rotations {
      let count = runs.reduce(0) { $0 + $1.classes.count }
      if let said = rotation.classes, said != count {
        fault("classes of \(rotation.name)", said, count)
      }
    }
    return broken
  }
}
