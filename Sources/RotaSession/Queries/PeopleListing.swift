import RotaPlanning

extension Listing {
  /// The people whom rosters name, by class; then those who are in none.
  static let people = Listing(
    word: "people",
    fields: ["rotation", "run", "class", "name", "unit", "post", "sex", "phone"],
    ofWorkspace: rows)

  private static func rows(_ workspace: Workspace, _ derived: Derived) -> [Row] {
    guard let lists = workspace.classLists(derived).lists else { return [] }
    var rows: [Row] = []
    for (index, studyClass) in derived.programme.classes.enumerated() {
      let run = derived.programme[studyClass.run]
      for trainee in lists[ClassID(index)] ?? [] {
        var row = row(trainee, derived.plan[run.rotation].name)
        row.set("run", run.number)
        row.set("class", studyClass.number)
        rows.append(row)
      }
    }
    for (index, rotation) in derived.plan.rotations.enumerated() {
      rows += (lists.unseated[RotationID(index)] ?? []).map { row($0, rotation.name) }
    }
    return rows
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
