import RotaDiagnostics
import RotaLanguage
import RotaPlanning
import RotaReports
import RotaVerifier

/// What a world comes to, as rows that can stand beside those of another.
struct Figures {
  struct Row {
    var label: String
    /// Nil where there is nothing to count, as the cost of no timetable.
    var value: Value?
    /// Told even where it is the same.
    var isEssential = false
  }

  var rows: [Row] = []
  var timetable = Timetable()

  fileprivate mutating func add(_ label: String, _ number: Int?, isEssential: Bool = false) {
    rows.append(
      Row(label: label, value: number.map { .number(Number($0)) }, isEssential: isEssential))
  }

  /// Hours with one place after the point.
  fileprivate mutating func add(_ label: String, minutes: Int?) {
    rows.append(
      Row(label: label, value: minutes.map { .number(Number(($0 + 3) / 6) / 10) }))
  }
}

extension Alternative {
  var figures: Figures {
    var copy = workspace
    copy.proveInFull(state)
    copy.updatePrompt(state: state)
    let verdict = copy.lastVerdict
    let derived = copy.derived(state)
    let timetable = copy.board.timetable
    let programme = derived.programme
    let counted = PlanFigures(copy.reportInput(derived))
    let isEmpty = timetable.isEmpty

    var figures = Figures()
    figures.timetable = timetable
    figures.rows.append(
      Figures.Row(label: "verdict", value: .text(verdict.words), isEssential: true))
    figures.add("problems", verdict.proofs + verdict.brokenRequirements)
    figures.add("clashes", verdict.violations)
    figures.add("trainees", programme.trainees)
    figures.add("runs", programme.runs.count)
    figures.add("classes", programme.classes.count)
    figures.add("sessions", programme.sessions.count, isEssential: true)
    figures.add("sessions placed", counted.placed, isEssential: !isEmpty)
    if let publication = timetable.publication, !isEmpty {
      let changes = publication.changes(to: copy.nextPublication(derived)).count
      figures.add("sessions other than published", changes, isEssential: true)
    }
    let costs =
      isEmpty
      ? nil
      : Verifier.costs(plan: derived.plan, programme: programme, timetable: timetable)
    figures.add(
      "cost", costs.map { $0.reduce(0) { $0.addingOrMost($1.cost) } }, isEssential: !isEmpty)
    for (position, preference) in derived.plan.preferences.enumerated() {
      figures.add(
        "cost of \(CostText.words(preference.wish, in: derived.plan))", costs?[position].cost)
    }
    figures.add("days used", counted.daysUsed)
    figures.add("venues used", counted.venuesUsed)
    let share =
      counted.venuePeriodsOpen == 0
      ? nil
      : Number(
        (counted.venuePeriods * 100 + counted.venuePeriodsOpen / 2) / counted.venuePeriodsOpen)
    figures.rows.append(
      Figures.Row(label: "use of these venues", value: share.map { .percent($0 / 100) }))
    figures.add("sites used", counted.sitesUsed)
    let taught = counted.teacherMinutes
    figures.add("teachers teaching", taught.count)
    figures.add("teacher's hours, most", minutes: taught.max())
    figures.add(
      "teacher's hours, mean",
      minutes: taught.isEmpty ? nil : (taught.reduce(0, +) + taught.count / 2) / taught.count)
    figures.add("periods a day, most less fewest", isEmpty ? nil : counted.daySpread)
    figures.add("person-days", counted.personDays)
    figures.add("buses at once", counted.mostBuses)
    figures.add("bus trips", counted.busTrips)
    return figures
  }
}

/// Figures of several worlds side by side; those that differ from the first one's are marked.
struct FigureTable {
  enum Choice { case all, differencesAndVerdict }

  var names: [String]
  private var labels: [String] = []
  private var values: [[Value?]] = []
  private var essential: Set<String> = []

  init(names: [String], _ figures: [Figures]) {
    self.names = names
    for (column, one) in figures.enumerated() {
      var position = 0
      for row in one.rows {
        if row.isEssential { essential.insert(row.label) }
        if let known = labels.firstIndex(of: row.label) {
          values[known][column] = row.value
          position = known + 1
        } else {
          // What only this one has stands after what goes before it.
          labels.insert(row.label, at: position)
          values.insert([Value?](repeating: nil, count: figures.count), at: position)
          values[position][column] = row.value
          position += 1
        }
      }
    }
    guard let first = figures.first else { return }
    let moved = figures.map { Relocation.count(from: first.timetable, to: $0.timetable) }
    if let place = labels.firstIndex(of: "sessions placed"), figures.count > 1 {
      labels.insert("sessions moved", at: place + 1)
      values.insert(moved.map { .number(Number($0)) }, at: place + 1)
    }
  }

  func rows(_ choice: Choice) -> [RotaSession.Row] {
    labels.indices.compactMap { index in
      let differs = values[index].contains { $0 != values[index].first }
      if choice == .differencesAndVerdict, !differs, !essential.contains(labels[index]) {
        return nil
      }
      var row = RotaSession.Row()
      row.set("figure", labels[index])
      for (column, name) in names.enumerated() { row.fields[name] = values[index][column] }
      row.set("differs", differs)
      return row
    }
  }

  /// As a table on the screen: numbers to the right, each difference from the first column marked.
  func text(_ choice: Choice, width: Int) -> String {
    let rows = rows(choice)
    let cells = rows.map { row in
      [row.fields["figure"]?.shown ?? ""]
        + names.map { name in
          let value = row.fields[name]
          let mark = value == row.fields[names[0]] ? "  " : " *"
          return Self.shown(value) + mark
        }
    }
    return QueryOutput.table(
      header: ["figure"] + names.map { $0 + "  " }, rows: cells,
      numeric: Set(1...max(1, names.count)), width: width)
  }

  private static func shown(_ value: Value?) -> String {
    guard let value else { return "–" }
    if let whole = value.integer { return Wording.grouped(whole) }
    return value.shown
  }
}

extension Workspace {
  mutating func say(_ table: FigureTable, _ choice: FigureTable.Choice) {
    if rowFormat == .table { return say(table.text(choice, width: width)) }
    say(rows: table.rows(choice), fields: ["figure"] + table.names + ["differs"])
  }

  /// Names the first sessions that are elsewhere.
  mutating func say(moves: [Relocation], _ derived: Derived) {
    if moves.isEmpty { return }
    if options.json {
      return say(rows: moves.map { $0.row(derived) }, fields: Relocation.fields)
    }
    let most = 8
    for move in moves.prefix(most) { say("moved \(move.text(derived))") }
    if moves.count > most {
      say("and \(Wording.count(moves.count - most, "more session"))")
    }
  }
}
