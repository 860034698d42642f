import RotaArithmetic
import RotaCapacity
import RotaPlanning
import Testing

@Suite struct MeasuresTests {
  private func plan() -> Plan {
    var plan = Plan()
    plan.calendar = TeachingCalendar(
      dates: Day(number: 18_690)...Day(number: 18_697), weekdays: Set(Weekday.allCases),
      periods: [
        .init(name: "am", times: 540..<600), .init(name: "pm", times: 840..<960),
      ])
    var unit = Unit(name: "Harbour", people: 30)
    unit.away = nil
    plan.units = [unit]
    plan.teachers = [Teacher(name: "Li"), Teacher(name: "Wu")]
    var lecture = SessionTemplate(name: "Ethics", form: "lecture")
    lecture.teachers = [.init(candidates: [TeacherID(0)])]
    var talk = SessionTemplate(name: "Talk", form: "discussion")
    talk.audience = .groups(of: 5)
    talk.periods = 2
    var module = Module(name: "M")
    module.sessions = [lecture, talk]
    plan.modules = [module]
    var rotation = Rotation(name: "R")
    rotation.trainees = .units([UnitID(0)])
    rotation.largestClass = 10
    rotation.modules = [ModuleID(0)]
    plan.rotations = [rotation]
    return plan
  }

  @Test func hoursOfATraineeDoNotGrowWithTheNumberOfGroups() {
    let plan = plan()
    let (programme, _) = RotationArithmetic.programme(for: plan)
    func time(_ form: String?) -> TaughtTime {
      Measures.personTime(plan: plan, programme: programme, timetable: nil) { _, template, _ in
        form == nil || template.form == form
      }
    }
    // 30 trainees: one period of lecture and two of discussion for each.
    #expect(time("lecture") == TaughtTime(minutes: 0, periods: 30))
    #expect(time("discussion") == TaughtTime(minutes: 0, periods: 60))
    #expect(time(nil) == TaughtTime(minutes: 0, periods: 90))
    let length = Measures.periodLength(of: plan.calendar)
    #expect(length == (8 * 180, 16))
  }

  @Test func aTimetableSaysHowLongAPeriodIs() {
    let plan = plan()
    let (programme, _) = RotationArithmetic.programme(for: plan)
    var timetable = Timetable()
    for session in programme.sessions where session.identity.session == "Ethics" {
      timetable.placements[session.identity] = .init(
        day: Day(number: 18_690), period: "pm", teachers: ["Li"])
    }
    let time = Measures.personTime(plan: plan, programme: programme, timetable: timetable) {
      _, template, _ in template.form == "lecture"
    }
    #expect(time == TaughtTime(minutes: 30 * 120, periods: 0))
    let taught = [0, 1].map {
      Measures.time(
        of: TeacherID($0), plan: plan, programme: programme, timetable: timetable)
    }
    #expect(taught == [TaughtTime(minutes: 120, periods: 0), TaughtTime()])
  }

  @Test func whoSpeaksInAnItemTeachesForAsLong() {
    var plan = plan()
    plan.modules[0].sessions[0].teachers.append(.init(candidates: [TeacherID(1)]))
    plan.modules[0].sessions[0].teachersOfItems = 1
    plan.modules[0].sessions[0].agenda = [
      AgendaItem(title: "Address", minutes: 10, speakers: [1]),
      AgendaItem(title: "Answers", minutes: 20, speakers: [0, 1]),
    ]
    let (programme, _) = RotationArithmetic.programme(for: plan)
    let taught = [0, 1].map {
      Measures.time(of: TeacherID($0), plan: plan, programme: programme, timetable: nil)
    }
    #expect(taught == [TaughtTime(periods: 1), TaughtTime(minutes: 30)])
  }

  @Test func teachersWithoutAlternativeAreForced() {
    let plan = plan()
    let (programme, _) = RotationArithmetic.programme(for: plan)
    let time = Measures.time(
      of: TeacherID(0), plan: plan, programme: programme, timetable: nil)
    #expect(time == TaughtTime(minutes: 0, periods: 1))
    #expect(Measures.trainees(of: UnitID(0), programme: programme) == 30)
    #expect(Measures.trainees(of: nil, programme: programme) == 0)
  }
}
