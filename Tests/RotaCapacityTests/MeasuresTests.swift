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
    func hours(_ form: String?) -> Double {
      Measures.hours(plan: plan, programme: programme, timetable: nil) { _, template, _ in
        form == nil || template.form == form
      }
    }
    // Periods take 1.5 hours on average.
    #expect(abs(hours("lecture") - 1.5) < 1e-9)
    #expect(abs(hours("discussion") - 3) < 1e-9)
    #expect(abs(hours(nil) - 4.5) < 1e-9)
  }

  @Test func aTimetableSaysHowLongAPeriodIs() {
    let plan = plan()
    let (programme, _) = RotationArithmetic.programme(for: plan)
    var timetable = Timetable()
    for session in programme.sessions where session.identity.session == "Ethics" {
      timetable.placements[session.identity] = .init(
        day: Day(number: 18_690), period: "pm", teachers: ["Li"])
    }
    let hours = Measures.hours(plan: plan, programme: programme, timetable: timetable) {
      $1.form == "lecture"
    }
    #expect(abs(hours - 2) < 1e-9)
    let taught = [0, 1].map {
      Measures.hours(
        of: TeacherID($0), plan: plan, programme: programme, timetable: timetable)
    }
    #expect(taught == [2, 0])
  }

  @Test func teachersWithoutAlternativeAreForced() {
    let plan = plan()
    let (programme, _) = RotationArithmetic.programme(for: plan)
    let hours = Measures.hours(
      of: TeacherID(0), plan: plan, programme: programme, timetable: nil)
    #expect(hours == 1.5)
    #expect(Measures.trainees(of: UnitID(0), programme: programme) == 30)
    #expect(Measures.trainees(of: nil, programme: programme) == 0)
  }
}
