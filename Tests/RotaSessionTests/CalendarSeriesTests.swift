import FixtureSupport
import Testing

@testable import RotaSession

/// Calendars that others read file after file: an event keeps to its numbers, and whoever loses one
/// is told.
@Suite struct CalendarSeriesTests {
  private static let plan = """
    plan Small { dates 2027-03-01 .. 2027-03-04; period am 09:00-10:30; period noon 11:00-12:30; period pm 14:00-15:30 }
    venue Hall { kind hall; seats 100 }
    venue Annex { kind hall; seats 100 }
    for n in 1..3 { venue "Room {n}" { kind room; seats 35 } }
    for name in ["Rivera", "Okafor", "Marsh"] { teacher "{name}" { teaches Ethics, Law, Sport } }
    module Basics {
        lecture Ethics { for run; in hall; by any teacher }
        lecture Law { for run; in hall; by any teacher }
        discussion Review { for class; in room }
    }
    module Games { exercise Sport { for run; in hall; by any teacher } }
    rotation Spring { trainees 90 people; runs 1; length 4 days; classes at most 30 people; teaches Basics, Games }
    prefer even days
    """

  private static let steps = [
    "unplace all; solve seed 2 steps 300", "unplace all; solve seed 3 steps 300",
    "teacher Marsh unavailable 2027-03-01 .. 2027-03-04; unplace all; solve steps 300",
    "drop unavailable of teacher Marsh; unplace all; solve seed 5 steps 300",
    "drop discussion Review; solve keep steps 300",
    "module Basics { discussion Review { for class; in room } }; solve keep steps 300",
    "rotation Spring { class 2 of run 1 { attends Basics } }; solve keep steps 300",
    "rotation Spring { class 2 of run 1 { attends Basics, Games } }; solve keep steps 300",
    "rotation Spring trainees 60 people; solve keep steps 300",
    "rotation Spring trainees 90 people; solve keep steps 300", "publish", "publish", "undo",
    "undo 2", "redo", "undo; redo", "save", "save",
  ]

  private struct Event: Equatable {
    var sequence = -1
    var isOn = false
    /// Everything but its number and when the file was written.
    var lines: [Substring] = []
  }

  private func events(_ text: String) -> [String: Event] {
    var events: [String: Event] = [:]
    var uid = ""
    var event = Event()
    for line in text.replacing("\r\n ", with: "").replacing("\r\n", with: "\n").split(
      separator: "\n")
    {
      switch line {
      case "BEGIN:VEVENT": event = Event()
      case "END:VEVENT": events[uid] = event
      case _ where line.hasPrefix("UID:"): uid = String(line)
      case _ where line.hasPrefix("SEQUENCE:"): event.sequence = Int(line.dropFirst(9)) ?? -1
      case _ where line.hasPrefix("DTSTAMP:"): break
      default:
        if line == "STATUS:CONFIRMED" { event.isOn = true }
        event.lines.append(line)
      }
    }
    return events
  }

  /// Among them publications that are taken back, with classes that go afterwards.
  @Test(arguments: [205, 293, 971] + Array(Soak.seeds(40)))
  func numbersNeverFallAndNobodyIsForgotten(seed: UInt64) {
    var random = SplitMix(state: seed)
    var desk = Desk()
    desk.type(Self.plan)
    #expect(desk.status == .done, "\(desk.diagnostics.map(\.message))")
    desk.type("solve steps 300; publish; export ics \"c.ics\"")
    #expect(desk.status == .done, "\(desk.diagnostics.map(\.message))")
    var sequences: [String: Int] = [:]
    /// What lies in the calendars of people, by file.
    var calendars: [String: [String: Event]] = [:]
    var way: [String] = []
    for _ in 0..<25 {
      let step = Self.steps.randomElement(using: &random) ?? ""
      way.append(step)
      if step == "save" {
        desk.type("save \"state.rota\"")
        // Far enough back there is no plan.
        if desk.status == .done {
          desk.type("load \"state.rota\"")
          #expect(desk.status == .done, "\(desk.diagnostics.map(\.message))")
        }
      } else {
        desk.type(step)
      }
      if Bool.random(using: &random) { continue }
      let what =
        ["each teacher", "each venue", "each class", ""].randomElement(using: &random) ?? ""
      way.append("export \(what)")
      desk.type("export ics \"c.ics\" \(what) replace")
      if desk.status != .done { continue }
      let who =
        switch what {
        case "each teacher": ["Rivera", "Okafor", "Marsh"]
        case "each venue": ["Hall", "Annex", "Room 1", "Room 2", "Room 3"]
        case "each class": ["Spring 1-1", "Spring 1-2", "Spring 1-3"]
        default: [""]
        }
      for name in who {
        let path = name.isEmpty ? "c.ics" : "c \(name).ics"
        let now = events(desk.files.text(path) ?? "")
        var known = calendars[path] ?? [:]
        for (uid, event) in known where event.isOn {
          #expect(now[uid] != nil, "seed \(seed): \(path) has lost \(uid), \(event): \(way)")
        }
        for (uid, event) in now {
          #expect(event.sequence >= sequences[uid] ?? 0, "seed \(seed): \(path) \(event): \(way)")
          sequences[uid] = max(event.sequence, sequences[uid] ?? 0)
          if let old = known[uid], old.sequence == event.sequence {
            // Of what is off the details may be fewer.
            #expect(
              old.isOn == event.isOn && (!event.isOn || old == event),
              "seed \(seed): \(path): \(way)")
          }
          known[uid] = event
        }
        calendars[path] = known
      }
    }
  }

  @Test func whoLostASessionIsToldAfterTheNextPublicationToo() {
    var desk = Desk()
    desk.type(Self.plan)
    #expect(desk.status == .done, "\(desk.diagnostics.map(\.message))")
    desk.type("module Basics { lecture Law { by Marsh; in Annex } }; solve steps 2000; publish")
    desk.type(
      "module Basics { lecture Law { by Okafor; in Hall } }; solve keep steps 2000; publish")
    func isOff(_ who: String, _ desk: Desk) -> Bool {
      var desk = desk
      desk.type("export ics \"a.ics\" of \(who)")
      let all = events(desk.files.text("a.ics") ?? "").values
      return all.contains { !$0.isOn && $0.lines.contains("SUMMARY:Law") }
    }
    #expect(isOff("teacher Marsh", desk) && isOff("venue Annex", desk))
    // Not by the publication alone, and not for ever.
    desk.type("save \"state.rota\"")
    let saved = desk.files.text("state.rota") ?? ""
    #expect(saved.contains("\nformerly Law of Basics for run 1 of Spring at "), "\(saved)")
    var other = Desk(["state.rota": saved])
    other.type("load \"state.rota\"; drop lecture Law; solve keep steps 300; publish")
    #expect(other.status == .done, "\(other.diagnostics.map(\.message))")
    #expect(isOff("teacher Marsh", other) && isOff("teacher Okafor", other))
    other.type("plan dates 2027-04-05 .. 2027-04-08; unplace all; solve steps 2000; publish")
    #expect(other.status == .done, "\(other.diagnostics.map(\.message))")
    #expect(!isOff("teacher Marsh", other))
    other.type("publish")
    #expect(!isOff("teacher Okafor", other))
    // Its event would begin above all numbers that it had.
    other.type("save over \"state.rota\"")
    let state = other.files.text("state.rota") ?? ""
    #expect(state.contains("\ncalendars sequence 3\n"), "\(state)")
  }

  @Test func aClassThatIsGoneIsCancelled() {
    var desk = Desk()
    desk.type(Self.plan)
    desk.type("solve steps 2000; publish; export ics \"a.ics\" each class")
    let before = events(desk.files.text("a Spring 1-3.ics") ?? "")
    #expect(before.count >= 4 && before.values.allSatisfy(\.isOn))
    desk.type("rotation Spring trainees 60 people; solve keep steps 300")
    for step in ["", "publish", "publish", "save \"s.rota\"; load \"s.rota\""] {
      desk.type(step)
      desk.type("export ics \"a.ics\" each class replace")
      #expect(desk.status == .done, "\(desk.diagnostics.map(\.message))")
      let now = events(desk.files.text("a Spring 1-3.ics") ?? "")
      #expect(now.keys.sorted() == before.keys.sorted(), "\(step)")
      for (uid, event) in now {
        #expect(!event.isOn && event.sequence > before[uid]?.sequence ?? -1, "\(step): \(event)")
      }
    }
    desk.type("export ics \"one.ics\" of class 3 of run 1 of Spring")
    #expect(events(desk.files.text("one.ics") ?? "").count == before.count)
  }

  /// To take a publication back takes nothing out of the calendars that were made of it.
  @Test func aClassIsCancelledThoughItsPublicationWasTakenBack() {
    var desk = Desk()
    desk.type(Self.plan)
    desk.type("solve steps 2000; publish; export ics \"a.ics\" each class; undo 2; save \"s.rota\"")
    #expect(desk.status == .done, "\(desk.diagnostics.map(\.message))")
    let before = events(desk.files.text("a Spring 1-3.ics") ?? "")
    #expect(before.count >= 4)
    let saved = desk.files.text("s.rota") ?? ""
    #expect(saved.contains("\ncalendars classes \"1-1\", \"1-2\", \"1-3\" of Spring\n"), "\(saved)")
    var other = Desk(["s.rota": saved])
    other.type("load \"s.rota\"")
    for desk in [desk, other] {
      var desk = desk
      desk.type("rotation Spring trainees 60 people; solve steps 2000")
      desk.type("export ics \"b.ics\" each class")
      #expect(desk.status == .done, "\(desk.diagnostics.map(\.message))")
      let now = events(desk.files.text("b Spring 1-3.ics") ?? "")
      for (uid, event) in before {
        #expect(now[uid].map { !$0.isOn && $0.sequence > event.sequence } == true, "\(event)")
      }
    }
  }

  @Test func aClassThatNoLongerAttendsIsTold() {
    var desk = Desk()
    desk.type(Self.plan)
    #expect(desk.status == .done, "\(desk.diagnostics.map(\.message))")
    desk.type("solve steps 2000; publish")
    desk.type("rotation Spring { class 2 of run 1 { attends Basics } }; publish; publish")
    #expect(desk.status == .done, "\(desk.diagnostics.map(\.message))")
    desk.type("export ics \"a.ics\" each class")
    for (number, isOn) in [(1, true), (2, false)] {
      let all = events(desk.files.text("a Spring 1-\(number).ics") ?? "").values
      #expect(all.contains { $0.isOn == isOn && $0.lines.contains("SUMMARY:Sport") }, "\(number)")
    }
  }

  /// Of what it attends together with others too, and not only of sessions of its own.
  @Test func aClassThatIsNewIsToldOfAllThatItAttends() {
    var desk = Desk()
    desk.type(Self.plan)
    desk.type("solve steps 2000; publish; save \"state.rota\"")
    #expect(desk.files.text("state.rota")?.contains("\nknown classes \"1-1\", ") == true)
    var other = Desk(["state.rota": desk.files.text("state.rota") ?? ""])
    other.type("load \"state.rota\"; venue Hall seats 200; venue Annex seats 200")
    other.type("venue \"Room 4\" { kind room; seats 35 }; rotation Spring trainees 120 people")
    other.type(
      "solve keep steps 2000; export changes csv \"new.csv\" of class 4 of run 1 of Spring")
    #expect(other.status == .done, "\(other.diagnostics.map(\.message))")
    let told = other.files.text("new.csv") ?? ""
    for title in ["Ethics", "Law", "Sport", "Review"] {
      #expect(told.contains(title), "\(title): \(told)")
    }
    other.type("export changes csv \"old.csv\" of class 1 of run 1 of Spring")
    #expect(other.files.text("old.csv")?.contains("New here") == false)
    other.type("publish; export changes csv \"new.csv\" of class 4 of run 1 of Spring replace")
    #expect(other.files.text("new.csv")?.contains("Sport") == false)
  }

  /// Whoever reads a calendar finds the one that cancels it under the name that they know.
  @Test func aClassThatIsGoneKeepsItsName() {
    var desk = Desk()
    desk.type(Self.plan)
    desk.type("drop discussion Review; rotation Spring { class 3 of run 1 { name \"Cadres\" } }")
    desk.type("solve steps 2000; publish; export ics \"a.ics\" each class")
    #expect(desk.status == .done, "\(desk.diagnostics.map(\.message))")
    let before = events(desk.files.text("a Cadres.ics") ?? "")
    #expect(before.count == 3)
    desk.type("drop class 3 of run 1 of Spring; rotation Spring trainees 60 people")
    desk.type("solve keep steps 300; publish; save \"s.rota\"; load \"s.rota\"")
    desk.type("export ics \"a.ics\" each class replace")
    let now = events(desk.files.text("a Cadres.ics") ?? "")
    #expect(now.keys.sorted() == before.keys.sorted() && now.values.allSatisfy { !$0.isOn })
    #expect(desk.files.text("a Cadres.ics")?.contains("X-WR-CALNAME:Spring Run 1 Cadres") == true)
  }

  /// Of sessions of its own as well as in headings.
  @Test func aClassThatIsGoneIsCalledByItsName() {
    var desk = Desk()
    desk.type(Self.plan)
    desk.type("rotation Spring { class 3 of run 1 { name \"Cadres\" } }")
    desk.type("solve steps 2000; publish")
    desk.type("drop class 3 of run 1 of Spring; rotation Spring trainees 60 people")
    desk.type("solve keep steps 300; export changes csv \"c.csv\"")
    desk.type("export ics \"a.ics\" each class")
    #expect(desk.status == .done, "\(desk.diagnostics.map(\.message))")
    let notice = desk.files.text("c.csv") ?? ""
    #expect(notice.contains("Spring Run 1 Cadres"), "\(notice)")
    #expect(!notice.contains("Run 1 Class 3"), "\(notice)")
    let told = events(desk.files.text("a Cadres.ics") ?? "").values.flatMap(\.lines).filter {
      $0.hasPrefix("DESCRIPTION:For: Spring Run 1 Cadres")
    }
    #expect(told.count == 1)
  }

  /// Its sessions are what they were: nobody is told of anything but the new name.
  @Test func aClassOfAnotherNameKeepsItsSessions() {
    var desk = Desk()
    desk.type(Self.plan)
    desk.type("rotation Spring { class 3 of run 1 { name \"Cadres\" } }")
    desk.type("solve steps 2000; publish; export ics \"a.ics\" each class")
    let before = events(desk.files.text("a Cadres.ics") ?? "")
    desk.type("rotation Spring { class 3 of run 1 { name \"Leaders\" } }; solve keep steps 300")
    desk.type("export changes csv \"c.csv\"; publish; export ics \"b.ics\" each class")
    #expect(desk.status == .done, "\(desk.diagnostics.map(\.message))")
    #expect(desk.files.text("c.csv")?.contains("Leaders") == false)
    let after = events(desk.files.text("b Leaders.ics") ?? "")
    let (old, new) = (before.mapValues { $0.sequence }, after.mapValues { $0.sequence })
    #expect(!old.isEmpty && new == old)
    #expect(!after.values.contains { !$0.isOn })
    #expect(desk.files.text("b Cadres.ics") == nil)
  }

  /// Classes of fewer people keep their numbers and what they attend; those that are more are told of
  /// all that they attend.
  @Test func classesThatAreSplitKeepTheirSessions() {
    var desk = Desk()
    desk.type(Self.plan)
    desk.type("for n in 4..5 { venue \"Room {n}\" { kind room; seats 35 } }")
    desk.type("solve steps 2000; publish; export ics \"a.ics\" each class")
    desk.type("rotation Spring classes at most 20 people; solve keep steps 2000")
    #expect(desk.status == .done, "\(desk.diagnostics.map(\.message))")
    desk.type("export changes csv \"old.csv\" of class 2 of run 1 of Spring")
    desk.type("export changes csv \"new.csv\" of class 5 of run 1 of Spring")
    desk.type("publish; export ics \"b.ics\" each class")
    #expect(desk.status == .done, "\(desk.diagnostics.map(\.message))")
    for number in 1...3 {
      let before = events(desk.files.text("a Spring 1-\(number).ics") ?? "")
      let after = events(desk.files.text("b Spring 1-\(number).ics") ?? "")
      #expect(before.keys.sorted() == after.keys.sorted())
      #expect(!after.values.contains { !$0.isOn })
    }
    let unchanged = desk.files.text("old.csv") ?? ""
    for title in ["Ethics", "Law", "Sport"] {
      #expect(!unchanged.contains(title), "\(title): \(unchanged)")
    }
    let told = desk.files.text("new.csv") ?? ""
    for title in ["Ethics", "Law", "Sport", "Review"] {
      #expect(told.contains(title), "\(title): \(told)")
    }
    #expect(events(desk.files.text("b Spring 1-5.ics") ?? "").count == 4)
  }
}
