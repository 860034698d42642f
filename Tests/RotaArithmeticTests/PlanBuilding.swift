import RotaPlanning

/// `date("2023-02-23")`; the first day of 1970 for anything else.
func date(_ text: String) -> Day {
  let parts = text.split(separator: "-").compactMap { Int($0) }
  guard parts.count == 3, let day = Day(year: parts[0], month: parts[1], day: parts[2]) else {
    return Day(number: 0)
  }
  return day
}

let monToFri: Set<Weekday> = [.monday, .tuesday, .wednesday, .thursday, .friday]

/// A calendar of two periods in the morning and two in the afternoon.
func calendar(
  _ from: String, _ to: String, weekdays: Set<Weekday> = monToFri,
  holidays: [TeachingCalendar.SpecialDay] = [], workdays: [TeachingCalendar.SpecialDay] = []
) -> TeachingCalendar {
  TeachingCalendar(
    dates: date(from)...date(to), weekdays: weekdays,
    periods: [
      .init(name: "am1", times: 510..<600), .init(name: "am2", times: 620..<710),
      .init(name: "pm1", times: 870..<960), .init(name: "pm2", times: 980..<1070),
    ], holidays: holidays, workdays: workdays)
}

extension Plan {
  mutating func addPlace(
    _ name: String, seats: Int?, role: Place.Role = .venue, streams: Bool = false
  ) -> PlaceID {
    var place = Place(name: name, role: role)
    place.seats = seats
    place.streams = streams
    places.append(place)
    return PlaceID(places.count - 1)
  }

  mutating func addUnit(_ name: String, _ people: Int, away: Unit.AwayLimit? = nil) -> UnitID {
    var unit = Unit(name: name, people: people)
    unit.away = away
    units.append(unit)
    return UnitID(units.count - 1)
  }

  mutating func addModule(_ name: String, _ sessions: [SessionTemplate]) -> ModuleID {
    var module = Module(name: name)
    module.sessions = sessions
    modules.append(module)
    return ModuleID(modules.count - 1)
  }
}

func template(
  _ name: String, _ audience: SessionTemplate.Audience = .run, in places: [PlaceID] = [],
  _ change: (inout SessionTemplate) -> Void = { _ in }
) -> SessionTemplate {
  var template = SessionTemplate(name: name, form: "lecture")
  template.audience = audience
  template.places = places
  change(&template)
  return template
}

/// A plan of one rotation that trains a number of people.
func plan(
  people: Int, calendar: TeachingCalendar = calendar("2027-03-01", "2027-06-25"),
  _ change: (inout Rotation) -> Void
) -> Plan {
  var plan = Plan()
  plan.calendar = calendar
  var rotation = Rotation(name: "R")
  rotation.trainees = .people(people)
  change(&rotation)
  plan.rotations = [rotation]
  return plan
}
