import RotaPlanning

/// What schools give each other: hours that their teachers teach for others, hours of their places, and
/// days on which they receive the people of others.
struct ExchangeLedger {
  struct Amounts {
    var sessions = 0
    var taughtMinutes = 0
    var placeMinutes = 0
    var personDays = 0

    static func += (sum: inout Amounts, other: Amounts) {
      sum.sessions += other.sessions
      sum.taughtMinutes += other.taughtMinutes
      sum.placeMinutes += other.placeMinutes
      sum.personDays += other.personDays
    }
  }

  struct Line {
    var giver: SchoolID
    var receiver: SchoolID
    var amounts = Amounts()
  }

  /// Those between which anything was given, by giver and receiver in the plan's order.
  private(set) var lines: [Line] = []

  init(_ pages: ReportPages) {
    let plan = pages.plan
    var amounts: [Int: Amounts] = [:]
    /// Classes that were received on a day.
    var received: Set<[Int]> = []
    func key(_ giver: SchoolID, _ receiver: SchoolID) -> Int {
      giver.value * plan.schools.count + receiver.value
    }
    for item in pages.schedule.items {
      let minutes = pages.minutes(of: item)
      let receivers = plan.schools(attending: item.session, in: pages.programme)
      for name in item.placement.teachers {
        guard let giver = pages.text.school(ofTeacher: name) else { continue }
        for receiver in receivers where receiver != giver {
          amounts[key(giver, receiver), default: Amounts()] += Amounts(
            sessions: 1, taughtMinutes: minutes)
        }
      }
      let schools = item.placement.places.map { name in
        pages.text.places[name].flatMap { plan[$0].school }
      }
      guard let giver = schools.first.flatMap({ $0 }) else { continue }
      // Who follows in a room of their own is no guest.
      for receiver in receivers where receiver != giver && !schools.contains(receiver) {
        amounts[key(giver, receiver), default: Amounts()] += Amounts(placeMinutes: minutes)
        for id in item.session.classes {
          let one = pages.programme[id]
          guard plan[pages.programme[one.run].rotation].school == receiver,
            received.insert([giver.value, id.value, item.dayIndex]).inserted
          else { continue }
          amounts[key(giver, receiver), default: Amounts()] += Amounts(personDays: one.people)
        }
      }
    }
    lines = amounts.sorted { $0.key < $1.key }.map { key, amounts in
      Line(
        giver: SchoolID(key / plan.schools.count), receiver: SchoolID(key % plan.schools.count),
        amounts: amounts)
    }
  }
}

extension SessionText {
  func school(ofTeacher name: String) -> SchoolID? {
    teacherID(named: name).flatMap { plan[$0].school }
  }
}

extension ReportPages {
  /// Who gave how many hours, places and person-days to whom: each school's account, then each two.
  func exchange(of target: ReportTarget) -> Page {
    var page = page(.exchangeOf, of: target, section: .exchange)
    var lines = ExchangeLedger(self).lines
    if case .school(let id) = target {
      lines = lines.filter { $0.giver == id || $0.receiver == id }
    }
    if lines.isEmpty {
      page.blocks = [.paragraph(labels.heading(.noExchange))]
      return page
    }
    page.blocks = [.table(accounts(lines)), .table(ledger(lines))]
    return page
  }

  private func name(_ school: SchoolID) -> String { plan[school].title ?? plan[school].name }

  /// Of each school: hours that its teachers gave others, and that it was given.
  private func accounts(_ lines: [ExchangeLedger.Line]) -> TableBlock {
    let schools = plan.schools.indices.map { SchoolID($0) }.filter { id in
      lines.contains { $0.giver == id || $0.receiver == id }
    }
    let rows = schools.map { id in
      let given = lines.reduce(0) { $0 + ($1.giver == id ? $1.amounts.taughtMinutes : 0) }
      let received = lines.reduce(0) { $0 + ($1.receiver == id ? $1.amounts.taughtMinutes : 0) }
      let balance = given - received
      return [
        name(id), labels.hours(given), labels.hours(received),
        labels.signed(balance) { labels.hours($0) },
      ]
    }
    let columns: [Label] = [.school, .hoursGiven, .hoursReceived, .balance]
    return TableBlock(
      caption: labels.heading(.bySchool),
      columns: columns.map {
        TableBlock.Column(labels.heading($0), $0 == .school ? .leading : .trailing)
      }, rows: rows)
  }

  private func ledger(_ lines: [ExchangeLedger.Line]) -> TableBlock {
    let columns: [(Label, TableBlock.Alignment)] = [
      (.giver, .leading), (.receiver, .leading), (.sessions, .trailing), (.hoursLent, .trailing),
      (.placeHours, .trailing), (.personDays, .trailing),
    ]
    var sum = ExchangeLedger.Amounts()
    func cells(_ amounts: ExchangeLedger.Amounts) -> [String] {
      [
        labels.number(amounts.sessions), labels.hours(amounts.taughtMinutes),
        labels.hours(amounts.placeMinutes), labels.number(amounts.personDays),
      ]
    }
    var rows = lines.map { line in
      sum += line.amounts
      return TableBlock.Row([name(line.giver), name(line.receiver)] + cells(line.amounts))
    }
    rows.append(TableBlock.Row([labels.heading(.total), ""] + cells(sum), style: .total))
    return TableBlock(
      caption: labels.heading(.whoToWhom),
      columns: columns.map { TableBlock.Column(labels.heading($0.0), $0.1) },
      groups: [TableBlock.Group(rows: rows)])
  }
}
