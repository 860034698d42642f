/// The lines that a file begins with, by their words.
enum InstanceHeader: String, CaseIterable {
  case name = "Name"
  case courses = "Courses"
  case rooms = "Rooms"
  case days = "Days"
  case periodsPerDay = "Periods_per_day"
  case curricula = "Curricula"
  /// `.ctt` calls them so, `.ectt` as the next case.
  case constraints = "Constraints"
  case unavailabilityConstraints = "UnavailabilityConstraints"
  case dailyLectures = "Min_Max_Daily_Lectures"
  case roomConstraints = "RoomConstraints"

  /// Those without which there is no instance.
  static let needed: [InstanceHeader] = [
    .name, .courses, .rooms, .days, .periodsPerDay, .curricula,
  ]

  var example: String {
    switch self {
    case .name: "Name: Toy"
    case .dailyLectures: "Min_Max_Daily_Lectures: 2 4"
    case .days: "Days: 5"
    case .periodsPerDay: "Periods_per_day: 6"
    case .courses, .rooms, .curricula, .constraints, .unavailabilityConstraints, .roomConstraints:
      "\(rawValue): 12"
    }
  }
}

/// The sections of a file, by their words.
enum InstanceSection: String, CaseIterable {
  case courses = "COURSES"
  case rooms = "ROOMS"
  case curricula = "CURRICULA"
  case unavailability = "UNAVAILABILITY_CONSTRAINTS"
  case roomConstraints = "ROOM_CONSTRAINTS"

  /// What a row is made of; what stands in brackets is of `.ectt` alone.
  var shape: String {
    switch self {
    case .courses: "course teacher lectures least-days students [double]"
    case .rooms: "room capacity [building]"
    case .curricula: "curriculum count course course …"
    case .unavailability: "course day period"
    case .roomConstraints: "course room"
    }
  }

  /// Whether there is no instance without it.
  var isNeeded: Bool {
    switch self {
    case .courses, .rooms, .curricula: true
    case .unavailability, .roomConstraints: false
    }
  }

  /// How many words a row may have; nil where each row says it itself.
  var widths: [Int]? {
    switch self {
    case .courses: [5, 6]
    case .rooms: [2, 3]
    case .curricula: nil
    case .unavailability: [3]
    case .roomConstraints: [2]
    }
  }

  /// The lines of the head that count its rows.
  var counters: [InstanceHeader] {
    switch self {
    case .courses: [.courses]
    case .rooms: [.rooms]
    case .curricula: [.curricula]
    case .unavailability: [.constraints, .unavailabilityConstraints]
    case .roomConstraints: [.roomConstraints]
    }
  }
}
