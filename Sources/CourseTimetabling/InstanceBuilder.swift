import RotaDiagnostics

/// Makes an instance of a file's parts, and judges every number and name on the way.
struct InstanceBuilder {
  let outline: InstanceOutline
  private(set) var problems: [Diagnostic]
  /// Problems that were only counted.
  private(set) var moreProblems = 0
  /// Rows by the name that they give to something.
  private var courseRows: [String: Int] = [:]
  private var roomRows: [String: Int] = [:]

  /// More problems than this are only counted: a file can hold millions.
  private static let mostProblems = 1_000

  init(_ outline: InstanceOutline) {
    self.outline = outline
    problems = outline.problems
  }

  /// Nil where the problems leave none.
  mutating func instance() -> Instance? {
    if outline.isHopeless { return nil }
    for header in InstanceHeader.needed where outline.headers[header] == nil {
      report(CourseTimetablingMessages.missingHeader(header, at: outline.start))
    }
    let name = name()
    let days = number(.days, "the number of days", Instance.Limits.days)
    let periods = number(
      .periodsPerDay, "the number of periods in a day", Instance.Limits.periodsPerDay)
    let dailyLectures = dailyLectures()
    judgeCounts()
    courseRows = declare("course", in: .courses)
    roomRows = declare("room", in: .rooms)
    _ = declare("curriculum", in: .curricula)
    var courses = courses()
    let rooms = rooms()
    let curricula = curricula()
    takeUnavailability(days, periods, &courses)
    takeRoomConstraints(&courses)
    guard let name, let days, let periods, problems.isEmpty else { return nil }
    return Instance(
      name: name, days: days, periodsPerDay: periods, dailyLectures: dailyLectures,
      courses: courses, rooms: rooms, curricula: curricula)
  }

  private mutating func report(_ problem: Diagnostic) {
    if problems.count < Self.mostProblems {
      problems.append(problem)
    } else {
      moreProblems += 1
    }
  }

  // MARK: The head

  private mutating func name() -> String? {
    guard let header = outline.headers[.name] else { return nil }
    guard let first = header.values.first, let last = header.values.last else {
      report(CourseTimetablingMessages.wrongValues(.name, 0, at: outline.range(header.key)))
      return nil
    }
    // A name may be several words.
    let bytes = first.bytes.lowerBound..<last.bytes.upperBound
    return self.name(
      InstanceWord(
        text: header.values.map(\.text).joined(separator: " "), bytes: bytes))
  }

  private mutating func number(
    _ key: InstanceHeader, _ what: String, _ bounds: ClosedRange<Int>
  ) -> Int? {
    guard let header = outline.headers[key] else { return nil }
    guard header.values.count == 1, let word = header.values.first else {
      report(
        CourseTimetablingMessages.wrongValues(
          key, header.values.count, at: outline.range(header.key)))
      return nil
    }
    return number(word, what, bounds)
  }

  private mutating func dailyLectures() -> ClosedRange<Int>? {
    guard let header = outline.headers[.dailyLectures] else { return nil }
    guard header.values.count == 2 else {
      report(
        CourseTimetablingMessages.wrongValues(
          .dailyLectures, header.values.count, at: outline.range(header.key)))
      return nil
    }
    let numbers = header.values.compactMap {
      number($0, "the lectures of a day", Instance.Limits.dailyLectures)
    }
    guard numbers.count == 2 else { return nil }
    guard numbers[0] <= numbers[1] else {
      report(
        CourseTimetablingMessages.emptySpan(
          numbers[0], numbers[1], at: outline.range(header.values[0].bytes)))
      return nil
    }
    return numbers[0]...numbers[1]
  }

  /// Sets what the head counts against the rows that there are.
  private mutating func judgeCounts() {
    for section in InstanceSection.allCases {
      let bounds =
        section == .unavailability || section == .roomConstraints
        ? Instance.Limits.constraints : Instance.Limits.entries
      for key in section.counters {
        guard let said = number(key, "`\(key.rawValue):`", bounds) else { continue }
        guard let found = outline.sections[section] else {
          if said > 0 { report(CourseTimetablingMessages.missingSection(section, at: outline.end)) }
          continue
        }
        guard said != found.rows.count, let header = outline.headers[key] else { continue }
        report(
          CourseTimetablingMessages.wrongCount(
            key, said: said, section, found: found.rows.count,
            at: outline.range(header.values[0].bytes), section: outline.range(found.heading)))
      }
    }
  }

  // MARK: Sections

  private mutating func courses() -> [Instance.Course] {
    var courses: [Instance.Course] = []
    for row in rows(of: .courses) {
      let teacher = self.name(row[1])
      let lectures = number(row[2], "the number of lectures", Instance.Limits.lectures)
      let days = number(row[3], "the least number of days", Instance.Limits.leastDays)
      let students = number(row[4], "the number of students", Instance.Limits.people)
      let isDouble = row.count > 5 ? number(row[5], "the mark of double lectures", 0...1) : 0
      guard let teacher, let lectures, let days, let students, let isDouble else { continue }
      courses.append(
        Instance.Course(
          name: row[0].text, teacher: teacher, lectures: lectures, leastDays: days,
          students: students, isDouble: isDouble == 1))
    }
    return courses
  }

  private mutating func rooms() -> [Instance.Room] {
    var rooms: [Instance.Room] = []
    for row in rows(of: .rooms) {
      let building = row.count > 2 ? name(row[2]) : nil
      guard let capacity = number(row[1], "the capacity", Instance.Limits.seats) else { continue }
      rooms.append(Instance.Room(name: row[0].text, capacity: capacity, building: building))
    }
    return rooms
  }

  private mutating func curricula() -> [Instance.Curriculum] {
    var curricula: [Instance.Curriculum] = []
    for row in rows(of: .curricula) {
      guard row.count >= 3 else {
        report(
          CourseTimetablingMessages.wrongRow(
            .curricula, found: row.count, wanted: "at least 3", at: range(of: row)))
        continue
      }
      let name = row[0].text
      guard let said = number(row[1], "the number of courses", Instance.Limits.entries) else {
        continue
      }
      let members = row[2...]
      if said != members.count {
        report(
          CourseTimetablingMessages.wrongMembers(
            name, said: said, found: members.count, at: outline.range(row[1].bytes)))
      }
      var courses: [Int] = []
      var seen: Set<Int> = []
      for member in members {
        if let course = position(of: member, "course", in: courseRows), seen.insert(course).inserted
        {
          courses.append(course)
        }
      }
      curricula.append(Instance.Curriculum(name: name, courses: courses))
    }
    return curricula
  }

  private mutating func takeUnavailability(
    _ days: Int?, _ periods: Int?, _ courses: inout [Instance.Course]
  ) {
    for row in rows(of: .unavailability) {
      let course = position(of: row[0], "course", in: courseRows)
      // Where the head lacks the bound, only what no instance can have is wrong.
      let lastDay = (days ?? Instance.Limits.days.upperBound) - 1
      let lastPeriod = (periods ?? Instance.Limits.periodsPerDay.upperBound) - 1
      let day = number(row[1], "the day", 0...lastDay)
      let period = number(row[2], "the period", 0...lastPeriod)
      guard let course, let day, let period, courses.indices.contains(course) else { continue }
      courses[course].unavailable.insert(Instance.Period(day: day, period: period))
    }
  }

  private mutating func takeRoomConstraints(_ courses: inout [Instance.Course]) {
    for row in rows(of: .roomConstraints) {
      let course = position(of: row[0], "course", in: courseRows)
      let room = position(of: row[1], "room", in: roomRows)
      guard let course, let room, courses.indices.contains(course) else { continue }
      courses[course].unsuitableRooms.append(room)
    }
    for course in courses.indices {
      let rooms = Set(courses[course].unsuitableRooms)
      courses[course].unsuitableRooms = rooms.sorted()
    }
  }

  /// The rows of a section that have as many words as they must.
  private mutating func rows(of section: InstanceSection) -> [[InstanceWord]] {
    guard let found = outline.sections[section] else {
      // A section that nothing counts may be missing where it may be empty.
      if section.counters.allSatisfy({ outline.headers[$0] == nil }), section.isNeeded {
        report(CourseTimetablingMessages.missingSection(section, at: outline.end))
      }
      return []
    }
    guard let widths = section.widths else { return found.rows }
    let first = found.rows.first { widths.contains($0.count) }
    return found.rows.filter { row in
      if !widths.contains(row.count) {
        report(
          CourseTimetablingMessages.wrongRow(
            section, found: row.count,
            wanted: widths.map(String.init).joined(separator: " or "), at: range(of: row)))
        return false
      }
      if let first, first.count != row.count {
        report(
          CourseTimetablingMessages.mixedRow(
            section, found: row.count, before: first.count, at: range(of: row),
            first: range(of: first)))
        return false
      }
      return true
    }
  }

  private func range(of row: [InstanceWord]) -> SourceRange {
    guard let first = row.first, let last = row.last else { return outline.end }
    return outline.range(first.bytes.lowerBound..<last.bytes.upperBound)
  }

  // MARK: Words

  /// The names that the rows of a section give to something, with the position of each row. Rows
  /// that are wrong otherwise give their names too, so that nothing that refers to them seems wrong.
  private mutating func declare(_ sort: String, in section: InstanceSection) -> [String: Int] {
    let rows = outline.sections[section]?.rows ?? []
    var positions: [String: Int] = [:]
    for (position, row) in rows.enumerated() {
      guard let name = name(row[0]) else { continue }
      if let first = positions[name] {
        report(
          CourseTimetablingMessages.repeated(
            "\(sort) `\(name)`", at: outline.range(row[0].bytes),
            first: outline.range(rows[first][0].bytes)))
      } else {
        positions[name] = position
      }
    }
    return positions
  }

  private mutating func position(
    of word: InstanceWord, _ sort: String, in positions: [String: Int]
  ) -> Int? {
    if let position = positions[word.text] { return position }
    // To look for a neighbour among very many names takes long.
    let isWorthIt = problems.count < InstanceReader.mostErrors
    report(
      CourseTimetablingMessages.unknown(
        sort, word.text,
        nearest: isWorthIt ? Spelling.nearest(to: word.text, among: positions.keys.sorted()) : nil,
        at: outline.range(word.bytes)))
    return nil
  }

  /// A name that a plan can hold.
  private mutating func name(_ word: InstanceWord) -> String? {
    let scalars = word.text.unicodeScalars
    let isSeen = scalars.contains {
      !$0.properties.isDefaultIgnorableCodePoint && !$0.properties.isWhitespace
    }
    let isControlled = scalars.contains { $0.properties.generalCategory == .control }
    guard word.text.utf8.count <= Instance.Limits.nameBytes, isSeen, !isControlled else {
      report(CourseTimetablingMessages.badName(at: outline.range(word.bytes)))
      return nil
    }
    return word.text
  }

  private mutating func number(
    _ word: InstanceWord, _ what: String, _ bounds: ClosedRange<Int>
  ) -> Int? {
    let range = outline.range(word.bytes)
    let digits = word.text.utf8.drop { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }
    guard !digits.isEmpty, word.text.utf8.count - digits.count <= 1,
      digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
    else {
      report(CourseTimetablingMessages.notANumber(what, word.text, at: range))
      return nil
    }
    guard let number = Int(word.text), bounds.contains(number) else {
      report(CourseTimetablingMessages.outOfRange(what, word.text, bounds, at: range))
      return nil
    }
    return number
  }
}
