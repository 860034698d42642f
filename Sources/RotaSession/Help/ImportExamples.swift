/// Errors of files of other formats.
extension ErrorExample {
  private static func table(_ id: String, _ sort: String, _ text: String)
    -> ErrorExample
  {
    ErrorExample(id, "import csv \(sort) \"table.csv\"", file: ("table.csv", text))
  }

  private static func calendar(_ id: String, _ lines: String...) -> ErrorExample {
    ErrorExample(
      id, "plan P dates 2027-03-01..2027-03-31\nteacher Li\nimport ics \"li.ics\" for teacher Li",
      file: ("li.ics", lines.joined(separator: "\n") + "\n"))
  }

  private static let instance = """
    Name: Toy
    Courses: 2
    Rooms: 1
    Days: 2
    Periods_per_day: 2
    Curricula: 1
    Constraints: 0

    COURSES:
    Law Li 2 2 30
    Ethics Wu 1 1 20

    ROOMS:
    Hall 40

    CURRICULA:
    All 2 Law Ethics

    END.

    """

  private static func instance(_ id: String, _ old: String, _ new: String) -> ErrorExample {
    ErrorExample(
      id, "import ctt \"toy.ctt\"", file: ("toy.ctt", instance.replacing(old, with: new)))
  }

  static let imports: [ErrorExample] = [
    ErrorExample(
      "table-encoding",
      when: "A table was saved in none of these, in Latin-1 or Windows-1252 for one."),
    table("table-quotes", "venues", "name,seats\n\"Hall,500\n"),
    table("table-headings", "venues", "seats\n500\n"),
    table("table-column-left-out", "venues", "name,seats,colour\nHall,500,red\n"),
    table("table-cell", "venues", "name,seats\nHall,many\n"),
    table("table-row", "venues", "name,seats\nHall,500,90\n"),
    table("table-row-twice", "venues", "name,seats\nHall,500\nHall,400\n"),
    table("table-empty", "venues", "name,seats\n"),
    table(
      "table-more-errors", "venues",
      "name,seats\n" + (1...60).map { "Room \($0),many\n" }.joined()),
    ErrorExample(
      "roster-people-twice", plan + "import csv roster \"people.csv\"",
      file: ("people.csv", "name,unit,phone\nLi,Harbour,5\nLi,Harbour,5\n")),
    ErrorExample(
      "roster-unlike-plan", plan + "import csv roster \"people.csv\"",
      file: ("people.csv", "name,unit\nLi,Harbour\n")),
    calendar("not-a-calendar", "Monday: away"),
    calendar(
      "calendar-left-out", "BEGIN:VCALENDAR", "BEGIN:VEVENT", "SUMMARY:Away",
      "DTSTART:tomorrow", "END:VEVENT", "END:VCALENDAR"),
    calendar(
      "calendar-only-once", "BEGIN:VCALENDAR", "BEGIN:VEVENT", "SUMMARY:Away",
      "DTSTART:20270301T080000", "DTEND:20270301T100000", "RRULE:FREQ=SECONDLY", "END:VEVENT",
      "END:VCALENDAR"),
    ErrorExample(
      "holiday-list", "plan P dates 2027-03-01..2027-03-31\nimport json \"2027.json\" as holidays",
      file: ("2027.json", "{\"days\": 31}")),
    ErrorExample(
      "sessions-unlike", plan + "import timetable \"2026.rota\"",
      mended: plan.replacing("Spring", with: "Autumn") + "import timetable \"2026.rota\"",
      file: (
        "2026.rota",
        plan.replacing("Spring", with: "Autumn")
          + "place Ethics of run 1 at 2027-03-01 am in Hall\n"
      )),
    ErrorExample(
      "instance-not-one", "import ctt \"toy.ctt\"", file: ("toy.ctt", "Dear Li,\nsee you soon.\n")),
    instance("instance-character", "Law Li", "Law\u{1} Li"),
    instance("instance-header", "Rooms: 1", "Room count: 1"),
    instance("instance-missing", "END.", ""),
    instance("instance-repeated", "Rooms: 1", "Rooms: 1\nRooms: 1"),
    instance("instance-row", "Hall 40", "Hall 40 50 60"),
    instance("instance-number", "Hall 40", "Hall many"),
    ErrorExample(
      "instance-name", when: "A name of an instance is longer than 1,000 bytes, or cannot be seen."),
    instance("instance-unknown", "All 2 Law Ethics", "All 2 Law Logic"),
    instance("instance-count", "Courses: 2", "Courses: 3"),
    instance(
      "instance-too-many", "Hall 40",
      "Hall 40\n" + (1...200).map { "Room\($0) many\n" }.joined()),
    ErrorExample(
      "no-course-timetable",
      plan + "module M { study Reading { for class } }\nsolve\nexport ctt \"solution.txt\"",
      mended: plan + "solve\nexport ctt \"solution.txt\""),
  ]
}
