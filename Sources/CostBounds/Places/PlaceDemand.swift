/// What one series needs of places, whenever its meetings are.
struct PlaceDemand {
  struct Option {
    var place: Int
    /// What one meeting costs there for want of seats.
    var cost: Int
    /// The slots that the series and the place have in common.
    var slots: Int
  }

  let meetings: Int
  let length: Int
  let options: [Option]
  /// What a second room costs the series; 0 where some of its places are not counted.
  let roomCost: Int

  /// Nil for a series that needs no place.
  init?(_ series: BoundInput.Series, _ input: BoundInput, openings: Openings) {
    guard series.meetings > 0, !series.places.isEmpty else { return nil }
    meetings = series.meetings
    length = max(1, series.length)
    let weight = input.weight(.seats)
    options = series.places.map { place in
      let seats = input.places[place].seats ?? .max
      let lacking = min(BoundInput.largestWeight, max(0, series.people - min(seats, series.people)))
      return Option(
        place: place, cost: lacking * weight, slots: openings.slots(of: series, at: place))
    }
    let areVenues = series.places.allSatisfy { input.places[$0].isVenue }
    roomCost = areVenues ? input.weight(.seriesRooms) : 0
  }

  var slots: Int { meetings * length }

  /// The fewest rooms in which all meetings can be held.
  var fewestRooms: Int {
    var left = slots
    var rooms = 0
    for slots in options.map(\.slots).sorted(by: >) where left > 0 {
      left -= slots
      rooms += 1
    }
    return rooms
  }
}

/// When places are open, made ready to be compared with when series meet.
struct Openings {
  private let isOpen: [[Bool]?]
  private let dayOfSlot: [Int]

  init(_ input: BoundInput) {
    dayOfSlot = input.dayOfSlot
    isOpen = input.places.map { place in
      place.openSlots.map { slots in
        var row = Array(repeating: false, count: input.dayOfSlot.count)
        for slot in slots { row[slot] = true }
        return row
      }
    }
  }

  /// How many slots of its meetings a series can spend at a place, on each day no more than it may
  /// have meetings.
  func slots(of series: BoundInput.Series, at place: Int) -> Int {
    let length = max(1, series.length)
    let needed = series.meetings * length
    guard let row = isOpen[place] else { return needed }
    let mostOnDay = min(series.meetings, max(1, series.mostPerDay)) * length
    var covered = 0
    var end = 0
    var day = -1
    var onDay = 0
    for start in series.starts where covered < needed {
      if dayOfSlot[start] != day { (day, onDay) = (dayOfSlot[start], 0) }
      for slot in max(start, end)..<max(start + length, end) where row[slot] && onDay < mostOnDay {
        covered += 1
        onDay += 1
      }
      end = max(end, start + length)
    }
    return min(needed, covered)
  }

  /// How many slots a place offers.
  func slots(at place: Int) -> Int? { isOpen[place].map { $0.count { $0 } } }
}
