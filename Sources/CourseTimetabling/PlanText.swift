import RotaDiagnostics
import RotaSyntax

/// An instance as a plan in the language. A timetable of the plan costs what the competition counts
/// (its formulation UD2); what `.ectt` adds stands in the plan as rules that a variable switches on.
public enum PlanText {
  /// How the first line begins.
  public static let heading = "# Imported by Rota"

  /// - Parameter file: the file's name, for the first line.
  public static func text(of instance: Instance, from file: String) -> String {
    var statements = PlanStatements(instance)
    statements.write(from: file)
    return statements.writer.text
  }
}

/// Writes an instance statement by statement.
private struct PlanStatements {
  typealias Clause = PlanWriter.Clause

  let instance: Instance
  let week: InventedWeek
  var writer = PlanWriter()
  private let rotation: String

  init(_ instance: Instance) {
    self.instance = instance
    week = InventedWeek(days: instance.days, periods: instance.periodsPerDay)
    rotation = NameSyntax.quoteIfNeeded(instance.name)
  }

  mutating func write(from file: String) {
    writeHeading(file)
    if hasExtension { writeSwitch() }
    writeCalendar()
    writeRooms()
    writeTeachers()
    writeModules()
    writeRotation()
    writeWishes()
    if hasExtension { writeExtension() }
  }

  // MARK: Head and calendar

  private mutating func writeHeading(_ file: String) {
    let lectures = instance.courses.reduce(0) { $0 + $1.lectures }
    func count(_ number: Int, _ noun: String) -> String { Wording.count(number, noun) }
    writer.line(
      "\(PlanText.heading) from \(Printable.text(file)): curriculum-based course timetabling.")
    let curricula = instance.curricula.count
    writer.comment(
      "\(count(instance.courses.count, "course")) of \(count(lectures, "lecture")), "
        + "\(count(instance.rooms.count, "room")), \(Wording.grouped(curricula)) "
        + (curricula == 1 ? "curriculum, " : "curricula, ")
        + "\(count(instance.days, "day")) of \(count(instance.periodsPerDay, "period")).",
      "A course is a module, a curriculum a class that attends its courses; the weights are those of",
      "the formulation UD2, so that a timetable costs what the competition counts.")
  }

  /// The variable that switches on what `.ectt` adds.
  private mutating func writeSwitch() {
    writer.blankLine()
    writer.comment(
      "The instance says more than UD2 counts: rooms that a course cannot use, double lectures, how",
      "many periods a class should have on a day, the building of each room. `true` makes rules of",
      "it; so does `--set extended=true` on the command line.")
    writer.line("let extended = false")
  }

  private mutating func writeCalendar() {
    writer.blankLine()
    writer.comment("Dates and times are invented: the instance numbers its days and periods.")
    writer.open("plan \(rotation)")
    writer.line("dates \(week.dates)")
    writer.line("days \(week.teachingDays)")
    for period in 0..<instance.periodsPerDay {
      writer.line("period \(week.period(period)) \(week.times(ofPeriod: period))")
    }
    writer.close()
  }

  // MARK: Places and people

  private mutating func writeRooms() {
    writer.blankLine()
    for room in instance.rooms {
      var clauses = [Clause("seats \(room.capacity)")]
      if let building = room.building { clauses.append(Clause("zone \(Self.zone(building))")) }
      writer.statement("venue \(Self.name(room.name))", [clauses])
    }
  }

  /// A name with a space, which no room can have: the two never clash.
  private static func zone(_ building: String) -> String {
    NameSyntax.quoted("building \(building)")
  }

  private mutating func writeTeachers() {
    writer.blankLine()
    var seen: Set<String> = []
    for course in instance.courses where seen.insert(course.teacher).inserted {
      writer.line("teacher \(Self.name(course.teacher))")
    }
  }

  // MARK: Courses

  private mutating func writeModules() {
    writer.blankLine()
    for course in instance.courses { writeModule(course) }
  }

  private mutating func writeModule(_ course: Instance.Course) {
    let name = Self.name(course.name)
    var meetings = [Clause("for run")]
    let leastDays = min(course.leastDays, course.lectures)
    if course.lectures > 1 { meetings.append(Clause("\(course.lectures) times")) }
    if leastDays > 1 {
      meetings.append(Clause("over at least \(Wording.count(leastDays, "day"))"))
    }
    if mostPerDay(course) > 1 { meetings.append(Clause("at most \(mostPerDay(course)) per day")) }
    // A plan expects somebody. Every room seats one, so that it makes no difference.
    let others = [
      Clause("people \(max(1, course.students))"), Clause("by \(Self.name(course.teacher))"), rooms,
    ]
    var groups = [meetings, others]
    let windows = week.windows(course.unavailable)
    if !windows.isEmpty { groups.append([Clause("not on", windows)]) }
    writer.open("module \(name)")
    if course.leastDays > leastDays {
      writer.comment(
        "The instance asks for \(course.leastDays) days: it counts "
          + "\(5 * (course.leastDays - leastDays)) more for this course, whatever the timetable.")
    }
    let extras = extras(of: course)
    if extras.isEmpty {
      writer.statement("lecture \(name)", groups)
    } else {
      writer.open("lecture \(name)")
      for group in groups { writer.clauses(group) }
      writer.condition("if extended", extras)
      writer.close()
    }
    writer.close()
  }

  /// What `.ectt` says of a course, and the language can say. A course that can use no room at all
  /// is left to all of them: no plan is made for what cannot be.
  private func extras(of course: Instance.Course) -> [Clause] {
    var clauses: [Clause] = []
    if course.isDouble, mostPerDay(course) > 1 { clauses.append(Clause("in doubles")) }
    if !course.unsuitableRooms.isEmpty, course.unsuitableRooms.count < instance.rooms.count {
      clauses.append(
        Clause("not in", course.unsuitableRooms.map { Self.name(instance.rooms[$0].name) }))
    }
    return clauses
  }

  /// As many as there are periods: to hold two on one day is no fault.
  private func mostPerDay(_ course: Instance.Course) -> Int {
    min(course.lectures, instance.periodsPerDay)
  }

  /// Any room. Where one is called `venue`, that word would mean it alone.
  private var rooms: Clause {
    instance.rooms.contains { $0.name == "venue" }
      ? Clause("in any of", instance.rooms.map { Self.name($0.name) }) : Clause("in any venue")
  }

  // MARK: Curricula

  /// As many people as the smallest course of the curriculum has: it can have no more.
  private func people(of curriculum: Instance.Curriculum) -> Int {
    max(1, curriculum.courses.map { instance.courses[$0].students }.min() ?? 1)
  }

  private mutating func writeRotation() {
    let people = instance.curricula.map(people)
    writer.blankLine()
    writer.comment(
      "How many people follow a curriculum is not known: as many as its smallest course has, at most."
    )
    writer.open("rotation \(rotation)")
    writer.line("trainees \(people.reduce(0, +)) people")
    writer.line("runs 1")
    writer.line("length \(Wording.count(instance.days, "day"))")
    writer.line("starts \(week.date(0))")
    writer.line("classes \(instance.curricula.count)")
    writer.clause(Clause("teaches", instance.courses.map { Self.name($0.name) }))
    for (number, curriculum) in instance.curricula.enumerated() {
      writer.statement(
        "class \(number + 1) of run 1",
        [
          [Clause("name \(Self.name(curriculum.name))"), Clause("people \(people[number])")],
          [Clause("attends", curriculum.courses.map { Self.name(instance.courses[$0].name) })],
        ])
    }
    writer.close()
  }

  // MARK: Wishes

  private mutating func writeWishes() {
    writer.blankLine()
    writer.line("prefer enough seats weight 1")
    writer.line("prefer spread days weight 5")
    writer.line("prefer no lonely period weight 2")
    writer.line("prefer same room for module weight 1")
  }

  private var hasExtension: Bool {
    instance.dailyLectures != nil || instance.rooms.contains { $0.building != nil }
      || instance.courses.contains { $0.isDouble || !$0.unsuitableRooms.isEmpty }
  }

  /// What costs nothing in UD2, and does not stand with a course.
  private mutating func writeExtension() {
    writer.open("if extended")
    if let load = dailyLoad {
      writer.line("prefer \(load.lowerBound)..\(load.upperBound) periods per day weight 1")
    }
    if instance.rooms.contains(where: { $0.building != nil }) {
      writer.line("prefer near weight 1")
    }
    if instance.courses.contains(where: \.isDouble) { writer.line("prefer doubles weight 1") }
    writer.close()
  }

  /// What of the lectures of a day can be said: a day that has any has one, and at most all periods.
  private var dailyLoad: ClosedRange<Int>? {
    guard let daily = instance.dailyLectures else { return nil }
    let least = max(1, daily.lowerBound)
    let most = min(daily.upperBound, instance.periodsPerDay)
    return least <= most && most <= 20 ? least...most : nil
  }

  private static func name(_ name: String) -> String { NameSyntax.quoteIfNeeded(name) }
}
