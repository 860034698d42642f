import RotaPlanning
import RotaSyntax
import Testing

@testable import RotaLanguage

/// The plan by which the language was designed.
@Suite struct SamplePlan {
  static let text = """
    # Five runs for 2,290 officials, 23 February to 4 April 2023
    plan 郑州集中轮训 {
        dates    2023-02-23 .. 2023-04-04
        days     Mon .. Fri
        language zh-Hans
        period   上午一 08:30-10:00
        period   上午二 10:20-11:50
        period   下午一 14:30-16:00
        period   下午二 16:20-17:50
        holiday  2023-04-05 清明节
        workday  2023-04-01            # a Saturday worked in exchange
    }

    # places
    venue 第一学术报告厅 { kind hall; seats 500; streams }
    for n in 1..10 { venue "研讨室{n}" { kind room; seats 65 } }
    site 中原科技城 { zone 郑东新区; seats 130; travel 40 min; open Tue..Fri 09:00-17:00 }
    site 高新区展厅 { zone 高新区;   seats 70;  travel 50 min; open Mon..Fri }
    buses 12 seats 50

    # people
    teacher 专家一 { from 中央党校; teaches 新境界, 世界观和方法论; available 2023-02-23..2023-03-17; at most 2 per day }
    teacher 专家二 { from 中国人民大学; teaches 高质量发展; remote }
    teacher 王市长 { role 市领导 }
    unit 市直部门 790 people { away at most 30% }
    unit 开发区   420 people { away at most 30% }

    # the programme
    module 动员 {
        mobilisation 专题辅导 { for run; first; by any of 市领导 }
    }
    module 理论 {
        lecture 新境界            { for run; by any teacher; in hall }
        lecture 高质量发展        { for run; by 专家二; in hall }
        study   原著自学          { for class; 2 periods }
    }
    module 现场教学 {
        visit   开发区现场教学    { for class; 2 periods; to any site; not first day }
        discussion 分组研讨       { for class; after 开发区现场教学; in room }
    }

    rotation 集中轮训 {
        trainees all units
        runs     5
        length   5 days
        classes  at most 62 people
        teaches  动员, 理论, 现场教学
        ends     2023-04-04
    }

    prefer compact days weight 2
    prefer same room for class weight 1
    require share(form: discussion) >= 20% "at least a fifth of the hours in discussion"
    """

  @Test func becomesAPlan() throws {
    let outcome = run(Self.text)
    #expect(outcome.messages == [])
    let plan = outcome.plan
    #expect(plan.name == "郑州集中轮训")
    #expect(plan.languages == [.simplifiedChinese])
    #expect(plan.calendar.days.count == 30)
    #expect(plan.calendar.slots.count == 120)
    #expect(plan.places.count == 13)
    #expect(plan.places[1].name == "研讨室1")
    #expect(plan.places[11].travel == 40)
    #expect(plan.zones.map(\.name) == ["郑东新区", "高新区"])
    #expect(plan.units.map(\.people) == [790, 420])
    #expect(plan.units.map(\.mostAway) == [237, 126])
    #expect(plan.resources.first?.seats == 50)
    let theory = try #require(plan.modules.first { $0.name == "理论" })
    #expect(theory.sessions.map(\.form) == ["lecture", "lecture", "study"])
    #expect(theory.sessions[0].places == [PlaceID(0)])
    #expect(theory.sessions[0].teachers == [.init(candidates: [TeacherID(0)])])
    #expect(theory.sessions[2].periods == 2)
    let rotation = try #require(plan.rotations.first)
    #expect(rotation.trainees == .units([UnitID(0), UnitID(1)]))
    #expect(rotation.runs == .exactly(5))
    #expect(rotation.largestClass == 62)
    #expect(rotation.ends == Day(year: 2023, month: 4, day: 4))
    #expect(plan.preferences.map(\.weight) == [2, 1])
  }

  @Test func isWrittenBackTheSame() {
    let first = run(Self.text)
    let text = DeclarationWriter.text(first.state)
    let second = run(text)
    #expect(second.messages == [])
    #expect(second.plan == first.plan)
    #expect(DeclarationWriter.text(second.state) == text)
    #expect(text.contains("venue 第一学术报告厅 {\n    kind hall\n    seats 500\n    streams\n}\n"))
    #expect(text.contains("require share(form: discussion) >= 20% \"at least a fifth"))
  }
}
