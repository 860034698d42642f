import RotaPlanning

/// The most of a resource that is in use at any moment.
struct ResourcePeak {
  let plan: Plan
  let programme: Programme
  let items: [Schedule.Item]
  let outings: Outings

  func most(of id: ResourceID) -> Int {
    let resource = plan[id]
    return switch resource.role {
    case .beds: mostBeds(resource)
    case .buses: BusPeak(plan: plan, programme: programme, outings: outings).most(of: id)
    case .other:
      mostOf { item in
        plan.template(of: item.session).resources.filter { $0.resource == id }
          .reduce(0) { $0 + $1.count }
      }
    }
  }

  private func mostOf(_ count: (Schedule.Item) -> Int) -> Int {
    // At one minute, what comes back is free for what sets out.
    var changes: [(minute: Int, count: Int)] = []
    for item in items {
      let count = count(item)
      if count == 0 { continue }
      let day = item.placement.day.number * 1440
      changes.append((day + item.minutes.lowerBound, count))
      changes.append((day + item.minutes.upperBound, -count))
    }
    changes.sort { ($0.minute, $0.count) < ($1.minute, $1.count) }
    var now = 0
    var most = 0
    for change in changes {
      now += change.count
      most = max(most, now)
    }
    return most
  }

  /// Every trainee of a run sleeps from its first day to the night before its last.
  private func mostBeds(_ resource: Resource) -> Int {
    let days = plan.calendar.days
    var changes: [(night: Int, count: Int)] = []
    for run in programme.runs {
      guard plan.serves(resource, plan[run.rotation]), !run.days.isEmpty,
        days.indices.contains(run.days.lowerBound),
        days.indices.contains(run.days.upperBound - 1)
      else { continue }
      let first = days[run.days.lowerBound].day.number
      let last = days[run.days.upperBound - 1].day.number
      if first == last { continue }
      changes.append((first, run.people))
      changes.append((last, -run.people))
    }
    changes.sort { ($0.night, $0.count) < ($1.night, $1.count) }
    var now = 0
    var most = 0
    for change in changes {
      now += change.count
      most = max(most, now)
    }
    return most
  }
}
