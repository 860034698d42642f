import RotaDiagnostics
import RotaPlanning
import RotaVerifier

/// How the starts that a session has in its run stand: open to it, or ruled out.
struct StartSummary {
  /// What rules starts out.
  struct Obstacle {
    fileprivate var words: String
    var starts = 0
    var statements: [RuleSources.Statement] = []
    /// Names of other sessions that take part.
    fileprivate var names: [String] = []

    fileprivate init(words: String) { self.words = words }

    var sentence: String {
      // A rule of order names the other session itself.
      if names.isEmpty || !statements.isEmpty { return words }
      return "\(words) (\(Wording.list(names, atMost: 6)))"
    }
  }

  var starts = 0
  /// Those at which some place and teachers are free.
  var open = 0
  /// Whether it is now at one of them.
  var isOwnOpen = false
  let isLocked: Bool
  /// Those that rule most starts out come first.
  var obstacles: [Obstacle] = []

  init(of id: SessionID, _ search: OpeningSearch) {
    let identity = search.derived.programme[id].identity
    let now = search.timetable.placements[identity]
    isLocked = search.isLocked(identity)
    let calendar = search.derived.plan.calendar
    let own = now.flatMap { calendar.slotIndex(of: $0.day, period: $0.period) }
    var ruledOut: [[Opening]] = []
    for slot in search.derived.starts(of: id) {
      starts += 1
      let openings = search.openings(of: id, at: slot)
      if openings.contains(where: \.isFree) {
        open += 1
        if slot == own { isOwnOpen = true }
      } else {
        ruledOut.append(Self.nearest(openings))
      }
    }
    obstacles = Self.obstacles(ruledOut, search)
  }

  /// Of openings at one start those that break the fewest rules, one for each place.
  static func nearest(_ openings: [Opening]) -> [Opening] {
    let least = openings.map(\.violations.count).min()
    var places: Set<[String]> = []
    return openings.filter {
      $0.violations.count == least && places.insert($0.placement.places).inserted
    }
  }

  /// What stands against starts, of each of which the openings nearest to free are given.
  static func obstacles(_ ruledOut: [[Opening]], _ search: OpeningSearch) -> [Obstacle] {
    var found: [Obstacle] = []
    for openings in ruledOut {
      let against = openings.compactMap { opening in
        // Where the time is ruled out already, the place matters no more.
        (opening.violations.first { $0.rule.concernsTimeAlone } ?? opening.violations.first).map {
          (opening: opening, violation: $0)
        }
      }
      let sentence = words(against.map(\.violation))
      if sentence.isEmpty { continue }
      let index = found.firstIndex { $0.words == sentence } ?? found.count
      if index == found.count { found.append(Obstacle(words: sentence)) }
      found[index].starts += 1
      for (opening, violation) in against {
        found[index].statements +=
          SessionWhyCommands.sources(search, opening).statements(of: violation)
        let own = search.derived.programme[opening.session].identity
        for other in violation.sessions
        where other != own && !found[index].names.contains(other.session) {
          found[index].names.append(other.session)
        }
      }
    }
    return found.enumerated().sorted {
      ($1.element.starts, $0.offset) < ($0.element.starts, $1.offset)
    }.map(\.element)
  }

  /// What stands against a start: what is alike of all places, or else what it is at each of them.
  private static func words(_ violations: [Violation]) -> String {
    func distinct(_ texts: [String]) -> [String] {
      var seen: Set<String> = []
      return texts.filter { seen.insert($0).inserted }
    }
    let kinds = distinct(violations.map(words))
    if kinds.count <= 1 { return kinds.first ?? "" }
    let each = distinct(violations.map(wordsOfPlace))
    return (each.count <= 4 ? each : kinds).joined(separator: ", ")
  }

  private static func wordsOfPlace(_ violation: Violation) -> String {
    switch violation.rule {
    case .placeClosed: "\(violation.subject) is closed"
    case .placeClash: "\(violation.subject) is taken"
    case .siteOverfull: "\(violation.subject) is full"
    case .tooFewSeats: "\(violation.subject) has too few seats"
    default: words(violation)
    }
  }

  /// What sort of thing stands against a start.
  private static func words(_ violation: Violation) -> String {
    switch violation.rule {
    case .audienceClash: "its people are busy"
    case .audienceUnavailable: "its people cannot come"
    case .placeClash, .siteOverfull: "its places are taken"
    case .placeClosed: "its places are closed"
    case .wrongPlace, .tooFewSeats: "no place fits"
    case .noStream: "\(violation.subject) does not stream"
    case .teacherClash: "its teachers are busy"
    case .teacherUnavailable: "its teachers cannot come"
    case .teacherLimit: "\(violation.subject) would teach too often"
    case .wrongTeacher: "nobody may teach it"
    case .startNotAllowed: "it may not begin then (\(violation.subject))"
    case .order, .sameDay: "\(violation.subject)"
    case .dayLimit: "too many in one day (\(violation.subject))"
    case .audienceTravel, .teacherTravel: "the way is too long"
    case .resourceOverfull: "too few \(violation.subject)"
    case .outsideRun, .notATeachingPeriod, .brokenSpan: "it does not fit there"
    case .unknownSession, .unknownPlace, .unknownTeacher, .moved, .arithmetic:
      violation.subject
    }
  }
}
