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

  @Test func brokenRostersNeverTrap() {
    let bytes = Array("name,unit,post,sex,phone\n\"L \"\"i\"\"\",北,P,男,1\nWu,\u{3000}南,,f,\n".utf8)
    for length in 0..<bytes.count {
      _ = try? RosterReader.read(Array(bytes[..<length]), as: SourceID(index: 0))
    }
    for index in bytes.indices {
      for byte: UInt8 in [0, 0x0A, 0x20, 0x22, 0x2C, 0x80, 0xE3, 0xFF] {
        var broken = bytes
        broken[index] = byte
        guard let decoded = try? TableEncoding.decode(broken) else { continue }
        _ = try? RosterReader.read(decoded.bytes, as: SourceID(index: 0))
      }
    }
  }
}
