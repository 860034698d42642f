import RotaDiagnostics
import RotaPlanning
import Testing

@testable import RotaInterchange

@Suite struct RosterReaderTests {
  private func read(_ text: String) throws(MalformedTable) -> RosterFile {
    try RosterReader.read(Array(text.utf8), as: SourceID(index: 0))
  }

  @Test func peopleAreReadWithAllThatIsKnownOfThem() throws {
    let file = try read(
      """
      姓名,单位,职务,性别,手机
      王芳,海港,处长,女,13800000000
      " 李 ""强"" ",海港,,男,
      Nguyễn Thị Hà, 空港 ,处长,nữ,+84 90

      Ana,,,F,
      """)
    #expect(
      file.roster.people.indices.map(file.roster.trainee) == [
        Trainee(name: "王芳", unit: "海港", post: "处长", sex: .female, phone: "13800000000"),
        Trainee(name: "李 \"强\"", unit: "海港", sex: .male),
        Trainee(name: "Nguyễn Thị Hà", unit: "空港", post: "处长", sex: .female, phone: "+84 90"),
        Trainee(name: "Ana", sex: .female),
      ])
    #expect(file.roster.peopleByUnit == [2, 1])
    #expect(
      file.unitCells.map(\.place.words) == ["row 2, column B \"单位\"", "row 4, column B \"单位\""])
  }

  /// The columns of a list of classes besides those that say something of people.
  @Test(arguments: [
    "Page,Run,Class,No.,Name,Remark", "页面,期次,班次,序号,姓名,备注", "頁面,期次,班次,序號,姓名,備註",
    "Trang,Khóa,Lớp,STT,Họ và tên,Ghi chú",
  ])
  func whatListsHaveBesidesIsPassedOver(headings: String) throws {
    let file = try read(headings + "\nA list,1,1,1,Ana,late\n")
    #expect(file.warnings.isEmpty && file.roster.people.map(\.name) == ["Ana"])
    #expect(try read("name,shoe\nAna,38\n").warnings.count == 1)
  }

  @Test func oneUnitIsOneHoweverItIsWritten() throws {
    let file = try read("name,unit\nA,North\nB,\"North\"\nC, North\nD,North\u{200B}\nE,South\n")
    #expect(file.roster.units == ["North", "South"])
    #expect(file.roster.peopleByUnit == [4, 1])
  }

  @Test func whatIsWrongNamesRowAndColumn() throws {
    do {
      _ = try read("name,sex,unit\nA,x,U\n,m,U\nB\u{1B},f,U\n")
      Issue.record("it was read")
    } catch {
      #expect(
        error.diagnostics.map(\.message) == [
          "row 2, column B \"sex\": must be \"M\" or \"F\" (男, 女, nam, nữ), but is \"x\"",
          "row 3, column A \"name\": the name is missing",
          "row 4, column A \"name\": holds the control character U+1B",
        ])
    }
    let twice = try read("name,phone\nA,1\nB,1\nA,1\nA,\nA,\n")
    #expect(
      twice.warnings.map(\.message)
        == ["1 person with the same name and telephone as somebody before: row 4"])
  }

  @Test func manyUnitsAreKeptApart() throws {
    let text = "name,unit\n" + (0..<3000).map { "N\($0),U\($0 % 1000)\n" }.joined()
    let file = try read(text)
    #expect(file.roster.units.count == 1000)
    #expect(file.roster.peopleByUnit.allSatisfy { $0 == 3 })
    #expect(file.roster.trainee(2345).unit == "U345")
  }

  /// Two runs of two classes, of which one has a name; the second run is for the North alone.
  private var places: RosterPlaces {
    var plan = Plan()
    plan.units = [Unit(name: "North", people: 60), Unit(name: "South", people: 30)]
    var rotation = Rotation(name: "春训")
    rotation.trainees = .units([UnitID(0), UnitID(1)])
    var override = Rotation.RunOverride()
    override.units = [UnitID(0)]
    rotation.runOverrides[2] = override
    plan.rotations = [rotation]
    var programme = Programme()
    for run in 0..<2 {
      programme.runs.append(
        Run(
          rotation: RotationID(0), number: run + 1, days: 0..<1, people: 45, shares: [],
          classes: [ClassID(2 * run), ClassID(2 * run + 1)]))
      for number in 1...2 {
        programme.classes.append(
          StudyClass(
            run: RunID(run), number: number, name: run == 1 && number == 2 ? "Blue" : nil,
            people: 22, shares: []))
      }
    }
    return RosterPlaces(RotationID(0), plan: plan, programme: programme)
  }

  private func read(placed text: String) throws(MalformedTable) -> RosterFile {
    try RosterReader.read(Array(text.utf8), as: SourceID(index: 0), places: places) { $0.misplaced }
  }

  @Test func whoIsAssignedToARunOrAClassIsThere() throws {
    let file = try read(
      placed: """
        姓名,单位,期次,班次
        A,North,第二期,1班
        B,South,1,
        C,North,Run 1,Class 2
        D,North,,blue
        E,South,,
        F,South,春训 第1期,第二班
        ,,1,1
        """)
    #expect(
      file.roster.people.map(\.place) == [
        .studyClass(run: 2, number: 1), .run(1), .studyClass(run: 1, number: 2),
        .studyClass(run: 2, number: 2), .anywhere, .studyClass(run: 1, number: 2),
      ])
    // Without a plan to set it against, nobody is anywhere yet.
    let bare = try read("name,run\nA,1\n")
    #expect(bare.roster.people.map(\.place) == [.anywhere])
  }

  @Test func aRunOrClassThatIsNotThereIsToldByRowAndColumn() {
    do {
      _ = try read(
        placed: "Name,Unit,Run,Class\nA,North,7,\nB,North,1,3\nC,South,2,\nD,North,,1\nE,North,,9\n"
          + "F,North,7,\n")
      Issue.record("it was read")
    } catch {
      #expect(
        error.diagnostics.map(\.message) == [
          "row 2, column C \"Run\": rotation 春训 has no run \"7\"",
          "row 3, column D \"Class\": run 1 of 春训 has no class \"3\"",
          "row 4, column C \"Run\": run 2 of 春训 takes people of North only",
          "row 5, column D \"Class\": 2 runs of 春训 have a class \"1\"",
          "row 6, column D \"Class\": no run of 春训 has a class \"9\"",
        ])
      #expect(error.diagnostics[1].remedies == ["its classes are 1 and 2"])
    }
  }

  @Test func aTableThatRotaWroteIsReadAsItWas() throws {
    let file = try read("name,phone\n'=SUM,'+84 90\n\"'@x\",'t Hooft\n")
    #expect(file.roster.people.map(\.name) == ["=SUM", "@x"])
    #expect(file.roster.people.map(\.phone) == ["+84 90", "'t Hooft"])
  }

  @Test func brokenRostersNeverTrap() {
    let bytes = Array(
      "name,unit,post,sex,phone,run,class\n\"L \"\"i\"\"\",北,P,男,1,1,2\nWu,\u{3000}南,,f,,第1期,\n"
        .utf8)
    for length in 0..<bytes.count {
      _ = try? RosterReader.read(
        Array(bytes[..<length]), as: SourceID(index: 0), places: places)
    }
    for index in bytes.indices {
      for byte: UInt8 in [0, 0x0A, 0x20, 0x22, 0x2C, 0x80, 0xE3, 0xFF] {
        var broken = bytes
        broken[index] = byte
        guard let decoded = try? TableEncoding.decode(broken) else { continue }
        _ = try? RosterReader.read(decoded.bytes, as: SourceID(index: 0), places: places)
      }
    }
  }
}
