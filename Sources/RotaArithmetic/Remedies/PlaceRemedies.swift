import RotaDiagnostics
import RotaPlanning

extension RotationCase {
  /// More seats in the place that seats most.
  func seatRemedies(_ hall: RunCeiling.Hall, _ attempt: Attempt, runs: Int) -> [String] {
    guard let place = hall.place, let seats = plan[place].seats,
      let most = attempt.largestRun
    else { return [] }
    let lacking = most - hall.seats
    func suffices(_ more: Int) -> Bool {
      isPossible { $0.plan.places[place.value].seats = seats + more }
    }
    guard lacking > 0, suffices(lacking) else { return [] }
    // More classes than the fewest fill the runs more evenly.
    let even = (population.people + runs - 1) / runs - hall.seats
    let less =
      even < lacking && even > 0 && suffices(even)
      ? "; with more and smaller classes +\(Wording.grouped(even)) are enough" : ""
    return [
      "\(plan[place].role.rawValue) \(Wording.name(plan[place].name)) seats \(seats + lacking)  "
        + "(+\(Wording.count(lacking, "seat"))\(less))"
    ]
  }

  /// A further place that follows by live stream.
  func streamRemedies(_ hall: RunCeiling.Hall, _ attempt: Attempt) -> [String] {
    guard let main = hall.place, plan[main].streams, let most = attempt.largestRun else {
      return []
    }
    let template = plan[hall.module].sessions[hall.template]
    let candidates = plan.places.indices.filter { index in
      let place = plan.places[index]
      return place.role == .venue && place.streams && PlaceID(index) != main
        && !template.streamedTo.contains(PlaceID(index))
        && (place.seats ?? Int.max) >= most - hall.seats
    }
    guard let best = candidates.min(by: { size($0) < size($1) }) else { return [] }
    let works = isPossible {
      $0.plan.modules[hall.module.value].sessions[hall.template].streamedTo.append(PlaceID(best))
    }
    guard works else { return [] }
    return [
      "module \(Wording.name(plan[hall.module].name)) { \(template.form) "
        + "\(Wording.name(template.name)) streamed to \(Wording.name(plan.places[best].name)) }"
    ]
  }

  private func size(_ place: Int) -> Int { plan.places[place].seats ?? Int.max }

  func bedRemedies(_ beds: Int, _ attempt: Attempt, runs: Int) -> [String] {
    guard let most = attempt.largestRun, most > beds,
      let index = plan.resources.firstIndex(where: {
        $0.role == .beds && plan.serves($0, rotation)
      })
    else { return [] }
    let count = plan.resources[index].count
    let works = isPossible { $0.plan.resources[index].count = count + most - beds }
    return works ? ["beds \(count + most - beds)  (+\(Wording.count(most - beds, "bed")))"] : []
  }
}

extension Attempt {
  var largestRun: Int? {
    draft.flatMap { draft in draft.classes.indices.map { draft.people(ofRun: $0) }.max() }
  }
}
