import RotaPlanning

extension Recount {
  /// A session's stay, if it has a time.
  func stay(_ position: Int, amount: Int = 1) -> Clashes.Stay? {
    held[position].time.map {
      Clashes.Stay(held: position, start: $0.start, end: $0.end, amount: amount)
    }
  }

  /// Positions sorted by start and parted by day.
  func byDay(_ positions: [Int]) -> [[Int]] {
    let sorted = positions.sorted(by: isEarlier)
    var days: [[Int]] = []
    for position in sorted {
      if let last = days.last?.first, held[last].time?.day == held[position].time?.day {
        days[days.count - 1].append(position)
      } else {
        days.append([position])
      }
    }
    return days
  }

  /// By start, then in the programme's order; those without a time come last.
  func isEarlier(_ a: Int, _ b: Int) -> Bool { (starts[a], a) < (starts[b], b) }

  func identities(_ positions: [Int]) -> [SessionIdentity] { positions.map { held[$0].identity } }

  /// What a class is called: its own name, or its run and number.
  func name(of id: ClassID) -> String {
    guard programme.classes.indices.contains(id.value) else { return "" }
    let one = programme[id]
    guard programme.runs.indices.contains(one.run.value) else { return one.name ?? "" }
    return one.name ?? "\(name(of: one.run)) class \(one.number)"
  }

  func name(of id: RunID) -> String {
    let run = programme[id]
    guard plan.rotations.indices.contains(run.rotation.value) else { return "run \(run.number)" }
    return "\(plan[run.rotation].name) run \(run.number)"
  }

  func name(of id: AtomID) -> String { name(of: programme.atoms[id.value].studyClass) }
}
