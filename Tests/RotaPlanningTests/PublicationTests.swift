import RotaPlanning
import Testing

/// What people are told, publication after publication.
@Suite struct PublicationTests {
  private let monday = Day(year: 2027, month: 3, day: 1) ?? Day(number: 0)

  private func entry(
    _ period: String, _ minutes: Range<Int>, in places: [String] = ["Hall"],
    by teachers: [String] = ["Rivera"], sequence: Int = 0
  ) -> Publication.Entry {
    Publication.Entry(
      placement: .init(
        day: monday, period: period, places: places, teachers: teachers, isLocked: true),
      minutes: minutes, sequence: sequence)
  }

  @Test func aspectsAreToldApart() {
    let first = entry("am", 540..<630)
    #expect(!first.placement.isLocked)
    #expect(first.differences(from: entry("morning", 540..<630)) == [])
    #expect(first.differences(from: entry("am", 540..<640)) == [.times])
    #expect(first.differences(from: entry("am", 540..<630, in: ["Room"])) == [.places])
    #expect(
      first.differences(from: entry("pm", 840..<930, in: [], by: [])) == [
        .times, .places, .teachers,
      ])
    let streamed = entry("am", 540..<630, in: ["Hall", "A", "B"], by: ["Wu", "Li"])
    #expect(
      streamed.differences(from: entry("am", 540..<630, in: ["Hall", "B", "A"], by: ["Li", "Wu"]))
        == [])
    #expect(
      streamed.differences(from: entry("am", 540..<630, in: ["A", "Hall", "B"], by: ["Li", "Wu"]))
        == [.places])
  }

  @Test func sequencesGrowOnlyWithWhatPeopleKnow() {
    var plan = Plan()
    plan.calendar = TeachingCalendar(
      dates: monday...monday, weekdays: [.monday],
      periods: [.init(name: "am", times: 540..<630), .init(name: "pm", times: 840..<930)])
    var module = Module(name: "M")
    module.sessions = ["A", "B"].map { SessionTemplate(name: $0, form: "lecture") }
    plan.modules = [module]
    var programme = Programme()
    programme.sessions = (0..<2).map { number in
      Session(
        identity: SessionIdentity(
          rotation: "R", audience: .run(1), module: "M", session: ["A", "B"][number], meeting: 1),
        rotation: RotationID(0), module: ModuleID(0), template: number, atoms: [], classes: [],
        runs: [], people: 1, days: [0], places: [], needsPlace: false)
    }
    let a = programme.sessions[0].identity
    let b = programme.sessions[1].identity
    var timetable = Timetable()
    func publish(after last: Publication?) -> Publication {
      Publication.next(
        after: last, on: monday, plan: plan, programme: programme, timetable: timetable)
    }

    timetable.placements = [
      a: .init(day: monday, period: "am"), b: .init(day: monday, period: "pm"),
    ]
    let first = publish(after: nil)
    #expect(first.number == 1)
    #expect(first.entries.values.allSatisfy { $0.sequence == 0 && !$0.isCancelled })

    timetable.placements[a]?.period = "pm"
    let second = publish(after: first)
    #expect(second.number == 2)
    #expect(second.entries[a]?.sequence == 1)
    #expect(second.entries[b]?.sequence == 0)
    #expect(first.changes(to: second).map(\.kind) == [.moved([.times])])
    #expect(publish(after: second).entries[a]?.sequence == 1)

    // What goes is kept where it was, told once, and goes on counting when it comes back.
    timetable.placements[b] = nil
    let third = publish(after: second)
    #expect(third.entries[b]?.isCancelled == true)
    #expect(third.entries[b]?.sequence == 1)
    #expect(third.sessionCount == 1)
    #expect(third.standing(b) == nil)
    #expect(second.changes(to: third).map(\.kind) == [.cancelled])
    #expect(publish(after: third).entries[b]?.sequence == 1)
    #expect(third.changes(to: publish(after: third)) == [])
    timetable.placements[b] = .init(day: monday, period: "pm")
    let fourth = publish(after: third)
    #expect(fourth.entries[b]?.sequence == 2)
    #expect(fourth.entries[b]?.isCancelled == false)
    #expect(third.changes(to: fourth).map(\.kind) == [.added])
  }
}
