import RotaPlanning
import Testing

@testable import RotaReports

struct AudienceTests {
  private func label(_ id: ClassID, _ sample: Sample, _ language: Plan.Language) -> String {
    AudienceLabel.label(
      of: id, programme: sample.programme, plan: sample.plan, language: language)
  }

  private func resolve(_ text: String, _ sample: Sample) -> [AudienceLabel.Match] {
    AudienceLabel.resolve(text, programme: sample.programme, plan: sample.plan)
  }

  @Test func labelsOfClassesAndRuns() {
    var sample = Sample(.simplifiedChinese, runs: 2, classes: [2])
    #expect(label(ClassID(0), sample, .simplifiedChinese) == "集中轮训 第1期 1班")
    #expect(label(ClassID(3), sample, .english) == "集中轮训 Run 2 Class 2")
    #expect(label(ClassID(3), sample, .vietnamese) == "集中轮训 Khóa 2 Lớp 2")
    sample.programme.classes[3].name = "青干班"
    #expect(label(ClassID(3), sample, .simplifiedChinese) == "集中轮训 第2期 青干班")
    let run = AudienceLabel.label(
      of: RunID(1), programme: sample.programme, plan: sample.plan, language: .english)
    #expect(run == "集中轮训 Run 2")
  }

  @Test func labelsOfSessions() {
    var sample = Sample(.english, runs: 2, classes: [2])
    sample.programme.classes[3].name = "Evening class"
    var known = KnownClasses()
    known.insert(ClassNumber(run: 9, number: 1), of: "Spring", name: "Cadres")
    func label(_ audience: SessionIdentity.Audience) -> String {
      AudienceLabel.label(
        of: SessionIdentity(
          rotation: "Spring", audience: audience, module: "M", session: "S", meeting: 1),
        programme: sample.programme, plan: sample.plan, known: known, language: .english)
    }
    #expect(label(.studyClass(run: 9, number: 1)) == "Spring Run 9 Cadres")
    #expect(label(.studyClass(run: 9, number: 2)) == "Spring Run 9 Class 2")
    #expect(label(.allRuns) == "Spring all runs")
    #expect(label(.runs([1, 2])) == "Spring Runs 1, 2")
    #expect(label(.run(2)) == "Spring Run 2")
    #expect(label(.studyClass(run: 2, number: 2)) == "Spring Run 2 Evening class")
    #expect(label(.group(run: 1, studyClass: 2, number: 3)) == "Spring Run 1 Class 2 Group 3")
    #expect(label(.studyClass(run: 9, number: 9)) == "Spring Run 9 Class 9")
  }

  @Test func everyFullLabelIsFoundInEveryLanguage() {
    let sample = Sample(.vietnamese, runs: 2, classes: [3])
    for language in Plan.Language.allCases {
      for index in sample.programme.classes.indices {
        let text = label(ClassID(index), sample, language)
        #expect(resolve(text, sample) == [.studyClass(ClassID(index))], "\(text)")
      }
    }
  }

  @Test func endsOfLabelsAreFoundWhereTheyAreClear() {
    var sample = Sample(.simplifiedChinese, runs: 2, classes: [2])
    #expect(resolve("第2期 1班", sample) == [.studyClass(ClassID(2))])
    #expect(resolve("run 2 CLASS 1", sample) == [.studyClass(ClassID(2))])
    #expect(resolve("  第 2 期1 班 ", sample) == [.studyClass(ClassID(2))])
    #expect(resolve("第2期", sample) == [.run(RunID(1))])
    #expect(resolve("集中轮训第1期", sample) == [.run(RunID(0))])
    #expect(resolve("1班", sample) == [.studyClass(ClassID(0)), .studyClass(ClassID(2))])
    #expect(resolve("3班", sample) == [])
    #expect(resolve("", sample) == [])
    #expect(resolve("轮训 第1期 1班", sample) == [])
    sample.programme.classes[1].name = "青干班"
    #expect(resolve("青干班", sample) == [.studyClass(ClassID(1))])
    #expect(resolve("集中轮训 第1期 青干班", sample) == [.studyClass(ClassID(1))])
    #expect(resolve("第1期 2班", sample) == [.studyClass(ClassID(1))])
  }

  @Test func aFullLabelWinsOverTheEndOfAnother() {
    var sample = Sample(.english, runs: 2, classes: [1])
    sample.programme.classes[1].name = "Run 1 Class 1"
    #expect(resolve("Run 1 Class 1", sample) == [.studyClass(ClassID(0))])
  }

  @Test func whoAttendsInFewWords() {
    var sample = Sample(.simplifiedChinese, runs: 3, classes: [5])
    func text(_ classes: [Int], _ scope: AudienceText.Scope) -> String {
      let one = sample.programme.sessions.filter {
        guard case .studyClass = $0.identity.audience else { return false }
        return $0.identity.session == "原著自学" && classes.contains($0.classes[0].value)
      }
      return SessionText(sample.input).audience.text(one, in: scope)
    }
    #expect(text([0, 1, 2, 4], .run(RunID(0))) == "1–3、5班")
    #expect(text([0, 1], .run(RunID(0))) == "1、2班")
    #expect(text([3], .run(RunID(0))) == "4班")
    #expect(text([0, 1, 2, 3, 4], .run(RunID(0))) == "全体学员")
    #expect(text(Array(0..<10), .everything) == "第1、2期")
    #expect(text(Array(0..<11), .everything) == "第1、2期；第3期 1班")
    #expect(text([0], .studyClass(ClassID(0))) == "")
    sample.programme.classes[3].name = "青干班"
    #expect(text([0, 3], .run(RunID(0))) == "1班、青干班")
  }

  @Test func allGroupsOfAClassAreTheClass() {
    let sample = Sample(.english, runs: 1, classes: [2])
    let groups = sample.programme.sessions.filter { $0.identity.session == "Group research" }
    let audience = SessionText(sample.input).audience
    let run = AudienceText.Scope.run(RunID(0))
    #expect(audience.text([groups[0]], in: run) == "Class 1 Group 1")
    #expect(audience.text([groups[0], groups[1]], in: run) == "Class 1")
    #expect(
      audience.text([groups[0], groups[1], groups[3]], in: run) == "Class 1, Class 2 Group 2")
    #expect(audience.text(groups, in: run) == "Everyone")
    #expect(audience.text([groups[0]], in: .studyClass(ClassID(0))) == "Group 1")
    #expect(audience.text([groups[0], groups[1]], in: .studyClass(ClassID(0))) == "")
  }
}
