import RotaPlanning

extension Listing {
  /// The people whom rosters name, by class; then those who are in none.
  static let people = Listing(
    word: "people",
    fields: ["rotation", "run", "class", "name", "unit", "post", "sex", "phone"],
    ofWorkspace: { workspace, derived in
      people(workspace.classLists(derived).lists, derived, most: .max).rows
    })

  /// A table on the screen has no more rows of people than these: of a million nobody reads all.
  static let mostPeople = 1_000

  /// As many people as are wanted, and how many there are.
  static func people(
    _ lists: ClassLists?, _ derived: Derived, most: Int
  ) -> (rows: [Row], total: Int) {
    guard let lists else { return ([], 0) }
    var rows: [Row] = []
    var total = 0
    for (index, studyClass) in derived.programme.classes.enumerated() {
      let run = derived.programme[studyClass.run]
      let trainees = lists[ClassID(index)] ?? []
      total += trainees.count
      for trainee in trainees.prefix(most - rows.count) {
        var row = row(trainee, derived.plan[run.rotation].name)
        row.set("run", run.number)
        row.set("class", studyClass.number)
        rows.append(row)
      }
    }
    for (index, rotation) in derived.plan.rotations.enumerated() {
      let trainees = lists.unseated[RotationID(index)] ?? []
      total += trainees.count
      rows += trainees.prefix(most - rows.count).map { row($0, rotation.name) }
    }
    return (rows, total)
  }

  private static func row(_ trainee: Trainee, _ rotation: String) -> Row {
    var row = Row()
    row.set("rotation", rotation)
    row.set("name", trainee.name)
    row.set("unit", trainee.unit)
    row.set("post", trainee.post)
    row.set("sex", trainee.sex?.rawValue)
    row.set("phone", trainee.phone)
    return row
  }
}
