import FixtureSupport
import RotaDiagnostics
import RotaSyntax
import Testing

@testable import RotaInterchange

@Suite struct TableTests {
  static func read(
    _ kind: TableKind, _ text: String, sorts: [String: [TableReader.Sort]] = [:]
  ) throws(MalformedTable) -> ImportedTable {
    try TableReader.read(kind, Array(text.utf8), as: SourceID(index: 0)) { sorts[$0] ?? [] }
  }

  /// What is said of a table.
  static func complaint(
    _ kind: TableKind, _ text: String, sorts: [String: [TableReader.Sort]] = [:]
  ) -> [String] {
    do {
      _ = try read(kind, text, sorts: sorts)
      return []
    } catch {
      return error.diagnostics.map(\.message)
    }
  }

  @Test func teachersComeWithAllTheirClauses() throws {
    let table = try Self.read(
      .teachers,
      """
      Name,From,Post,Roles,Teaches,School,Zone,Remote,At most per day,Per week,Norm,Wishes
      Li,"City College, East",Professor,leaders; guests,"Ethics, Law",North,East,yes,2,6,310,
      "Wu ""W"" Jr",,,,,,,no,,,,12.5 h
      """)
    #expect(
      table.script == """
        teacher Li { from "City College, East"; post Professor; role leaders, guests; teaches Ethics, Law; \
        school North; zone East; remote; at most 2 per day; at most 6 per week; norm 310 h }
        teacher "Wu \\"W\\" Jr" { wishes 12.5 h }

        """)
    #expect(table.rows == 2)
    #expect(
      Parser.parse(SourceText(name: "", text: table.script), as: SourceID(index: 0)).diagnostics
        == [])
  }

  @Test(arguments: [
    "venue,seats,kind,streams\n大厅,\"1,200\",hall,yes\n",
    "名称;座位数;类型;直播\n大厅;1200;hall;是\n",
    "場地\t容納人數\t類型\t直播\n大厅\t1200人\thall\t是\n",
    "名称,座位数,类型,直播\n大厅,１，２００人,hall,是\n",
    "Tên,Sức chứa (người),Loại,Truyền trực tuyến\n大厅,1200,hall,có\n",
    "TÊN,SỨC CHỨA,LOẠI,TRUYỀN TRỰC TUYẾN\n大厅,1200,hall,Có\n",
  ])
  func headingsAreReadInEveryLanguage(_ text: String) throws {
    #expect(try Self.read(.venues, text).script == "venue 大厅 { kind hall; seats 1200; streams }\n")
  }

  @Test func sitesAndUnitsAreRead() throws {
    let sites = try Self.read(.sites, "Site,Travel,Seats\nMuseum,40 min,130\n")
    #expect(sites.script == "site Museum { seats 130; travel 40 min }\n")
    let units = try Self.read(.units, "单位,人数,离岗上限\n开发区,420,30%\n海港,90人,12\n")
    #expect(
      units.script
        == "unit 开发区 420 people { away at most 30% }\nunit 海港 90 people { away at most 12 people }\n"
    )
  }

  @Test func availabilityBecomesWindows() throws {
    let table = try Self.read(
      .availability,
      """
      name,kind,date,to,weekday,period,start,end,status
      Li,teacher,2027-03-01,2027-03-05,,,13:00,18:00,
      Hall,,２０２７／３／８,,,,,,closed
      Hall,,,,"Tue, 周三, thứ năm",,8h30,,no
      Hall,,,,,am,,,yes
      Museum,现场教学点,2027年3月9日,,,,,12:00,busy

      """, sorts: ["Hall": [.venue]])
    #expect(
      table.script == """
        teacher Li unavailable 2027-03-01..2027-03-05 13:00-18:00
        venue Hall closed 2027-03-08
        venue Hall closed Tue Wed Thu 08:30-24:00
        venue Hall open am
        site Museum closed 2027-03-09 00:00-12:00

        """)
  }

  @Test func whatIsWrongNamesRowAndColumnWithTheCell() {
    #expect(
      Self.complaint(
        .venues,
        """
        Name,Seats,Streams

        Hall,many,yes
        ,3,
        Hall,-1,maybe
        Room,1,no,extra
        """) == [
          "row 3, column B \"Seats\": must be a whole number, but is \"many\"",
          "row 4, column A \"Name\": the name is missing",
          "row 5, column A \"Name\": \"Hall\" stands in row 3 as well",
          "row 5, column B \"Seats\": must be a whole number, but is \"-1\"",
          "row 5, column C \"Streams\": must be yes or no (是, 否; có, không), but is \"maybe\"",
          "row 6 has 4 cells, and there are 3 columns",
        ])
    #expect(
      Self.complaint(
        .availability, "name,date,start,end\nLi,3/4/2027,9:00,8:00\n", sorts: ["Li": [.teacher]])
        == [
          "row 2, column B \"date\": must be a date such as 2027-03-01, but is \"3/4/2027\"",
          "row 2, column D \"end\": must be a time after 09:00, but is \"08:00\"",
        ])
    #expect(
      Self.complaint(.availability, "name,date\nNobody,2027-03-01\n")
        == ["row 2, column A \"name\": \"Nobody\" is no teacher, venue or site of the plan"])
    #expect(
      Self.complaint(.units, "unit,seats\nHarbour,3\n")
        == ["a table of units needs a column \"people\" (人数, số người)"])
    #expect(Self.complaint(.units, "unit,people\n").count == 1)
    #expect(Self.complaint(.units, "").count == 2)
    #expect(Self.complaint(.units, "unit,unit,people\nA,B,3\n").count == 1)
    #expect(Self.complaint(.units, "unit,people\n\"A,3\n").first?.contains("never closed") == true)
    #expect(Self.complaint(.units, "unit,people\nA\u{1B}[31m,3\n").first?.contains("U+1B") == true)
  }

  @Test func manyErrorsAreCounted() {
    let rows = (1...50).map { "U\($0),x\n" }.joined()
    let complaint = Self.complaint(.units, "unit,people\n" + rows)
    #expect(complaint.count == 21)
    #expect(complaint.last == "and 30 more errors")
  }

  @Test func unknownColumnsAreNamedAndLeftOut() throws {
    let table = try Self.read(.venues, "Name,Fax,Seat,\nHall,1,2,\n")
    #expect(table.script == "venue Hall\n")
    #expect(
      table.warnings.map(\.message) == [
        "column B \"Fax\" means nothing in a table of venues and was left out",
        "column C \"Seat\" means nothing in a table of venues and was left out",
      ])
    #expect(table.warnings[1].remedies == ["did you mean \"seats\"?"])
  }

  /// Names that would harm elsewhere come out as names.
  @Test func hostileNamesStayNames() throws {
    let names = [
      "<script>alert(1)</script>", "a & b", "=cmd|' /C calc'!A0", "a \"quoted\" name", "x{1+1}y",
      "\\n", "drop venue Hall", "# no comment", String(repeating: "长", count: 300),
    ]
    for name in names {
      let cell = "\"" + name.replacing("\"", with: "\"\"") + "\""
      let script = try Self.read(.venues, "name\n\(cell)\n").script
      let parsed = Parser.parse(SourceText(name: "", text: script), as: SourceID(index: 0))
      #expect(parsed.diagnostics == [], "\(script)")
      #expect(parsed.script.statements.count == 1, "\(script)")
    }
    // Line breaks become spaces, marks that nobody sees are taken out.
    #expect(try Self.read(.venues, "name\n\"a\r\nb\"\n").script == "venue \"a b\"\n")
    #expect(try Self.read(.venues, "name\nHa\u{202E}ll\u{200B}\n").script == "venue Hall\n")
  }

  @Test func everyColumnHasWordsInEachLanguageAndNoWordMeansTwo() {
    for kind in TableKind.allCases {
      var meaning: [String: TableColumn] = [:]
      for column in kind.columns {
        #expect(!column.english.isEmpty && !column.simplifiedChinese.isEmpty)
        #expect(!column.traditionalChinese.isEmpty && !column.vietnamese.isEmpty)
        for word in column.all {
          let before = meaning.updateValue(column.column, forKey: TableKind.essence(of: word))
          #expect(before == nil || before == column.column, "\(kind.rawValue): \(word)")
        }
      }
      #expect(kind.needed.allSatisfy { need in kind.columns.contains { $0.column == need } })
    }
  }

  /// Wherever a table is cut and whatever bytes are changed, it is read or complained of.
  @Test func brokenTablesNeverTrap() {
    let text =
      "name,kind,date,to,weekday,start,end\n\"L \"\"i\"\"\",teacher,2027-03-01,,Mon,8:00,9:00\n"
    let bytes = Array(text.utf8)
    for kind in TableKind.allCases where kind != .roster {
      for length in 0..<bytes.count {
        _ = try? TableReader.read(kind, Array(bytes[..<length]), as: SourceID(index: 0)) { _ in [] }
      }
      for index in bytes.indices {
        for byte: UInt8 in [0, 0x0A, 0x22, 0x2C, 0x80, 0xFF] {
          var broken = bytes
          broken[index] = byte
          guard let decoded = try? TableEncoding.decode(broken) else { continue }
          _ = try? TableReader.read(kind, decoded.bytes, as: SourceID(index: 0)) { _ in [] }
        }
      }
    }
  }

  @Test func theListOfHeadingsIsUpToDate() {
    #expect(Goldens.problem(TableReference.markdown(), path: "docs/tables.md") == nil)
  }

  /// A word that heads two columns of one table would name neither.
  @Test(arguments: TableKind.allCases)
  func noHeadingIsOfTwoColumns(_ kind: TableKind) {
    var columns: [String: TableColumn] = [:]
    for words in kind.columns {
      for word in Set(words.all.map(TableKind.essence)) {
        #expect(columns.updateValue(words.column, forKey: word) == nil, "\(word)")
      }
    }
  }

  @Test(arguments: ["可授课程", "授课内容", "Dạy", "授課內容"])
  func whatTeachersTeachHasManyNames(_ heading: String) throws {
    let table = try Self.read(.teachers, "姓名,\(heading)\nLi,Ethics\n")
    #expect(table.script == "teacher Li { teaches Ethics }\n")
    #expect(table.warnings == [])
  }

  @Test func wordsOfAvailabilityAreToldAndTaken() throws {
    let table = try Self.read(
      .availability, "姓名,类型,状态,日期\nLi,老师,不可,2027年3月1日\n")
    #expect(table.script == "teacher Li unavailable 2027-03-01\n")
    #expect(
      Self.complaint(.availability, "name,kind,status,date\nLi,teacher,gone,2027-03-01\n") == [
        "row 2, column C \"status\": must be \"available\" or \"unavailable\" (可用, 不可用; rảnh, bận), but is \"gone\""
      ])
  }

  /// Whoever mends a table does not want to be told of the next thing each time.
  @Test func everythingThatIsWrongWithARowIsToldAtOnce() {
    let told = Self.complaint(.availability, "name,status,date\nNobody,gone,2027-13-01\n")
    #expect(told.count == 3)
  }

  @Test func headingsAreListedOnceWhereOneIsNotKnown() throws {
    let table = try Self.read(.venues, "name,qqqqqqqq,zzzzzzzz\nHall,1,2\n")
    #expect(table.warnings.count == 2)
    #expect(table.warnings[0].remedies.first?.contains("seats/座位/số chỗ") == true)
    #expect(table.warnings[1].remedies == [])
  }
}
