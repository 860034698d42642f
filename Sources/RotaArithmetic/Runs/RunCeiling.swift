import RotaPlanning

/// The most people that a run can have, by the places where it must meet and the beds.
struct RunCeiling {
  /// A session for the whole run, and the place that seats most for it.
  struct Hall {
    var module: ModuleID
    var template: Int
    /// Nil where none of its places can hold it.
    var place: PlaceID?
    var seats: Int
  }

  /// The tightest; nil where nothing limits a run.
  var hall: Hall?
  /// Nil where none are declared.
  var beds: Int?

  init(of rotation: Rotation, in plan: Plan, beds table: BedTable) {
    for module in rotation.modules {
      for (index, template) in plan[module].sessions.enumerated()
      where plan.gathersRun(template, of: module, in: rotation) {
        let (seats, place) = Self.largest(of: template, in: plan)
        if let seats, seats < hall?.seats ?? Int.max {
          hall = Hall(module: module, template: index, place: place, seats: seats)
        }
      }
    }
    beds = table.beds(for: rotation)
  }

  /// The most people of a run of so many days: who stays one day only needs no bed.
  func people(length: Int) -> Int? {
    let nights = length > 1 ? beds : nil
    switch (hall?.seats, nights) {
    case (let seats?, let beds?): return min(seats, beds)
    case (let seats?, nil): return seats
    case (nil, let beds): return beds
    }
  }

  /// The most people that one of a template's places seats, with those it is streamed to; nil
  /// where one has no limit, or may be overfilled.
  static func largest(
    of template: SessionTemplate, in plan: Plan
  ) -> (seats: Int?, place: PlaceID?) {
    var best: (seats: Int, place: PlaceID?) = (0, nil)
    for place in template.places where plan.canHold(template, at: place) {
      guard !plan.mayOverfill(template, at: place),
        let seats = plan.seats(at: place, streamedTo: template.streamedTo)
      else { return (nil, place) }
      if best.place == nil || seats > best.seats { best = (seats, place) }
    }
    return best
  }
}
