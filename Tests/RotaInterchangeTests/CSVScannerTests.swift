import RotaDiagnostics
import Testing

@testable import RotaInterchange

@Suite struct CSVScannerTests {
  private func rows(
    _ text: String, separator: UInt8? = nil
  ) throws(CSVScanner.Problem) -> [[String]] {
    let bytes = Array(text.utf8)
    var scanner = CSVScanner(bytes, separator: separator)
    var cells: [CSVCell] = []
    var rows: [[String]] = []
    while try scanner.next(into: &cells) { rows.append(cells.map { $0.text(in: bytes) }) }
    return rows
  }

  @Test func cellsAndRowsAreToldApart() throws {
    #expect(try rows("a,b\r\nc,\r\n") == [["a", "b"], ["c", ""]])
    #expect(try rows("a,b\nc") == [["a", "b"], ["c"]])
    #expect(try rows("a\rb\r") == [["a"], ["b"]])
    #expect(try rows("") == [])
    #expect(try rows("\n\na") == [[], [], ["a"]])
    #expect(try rows(",,\n") == [["", "", ""]])
    #expect(try rows("王芳,\"北京, 大学\"\n") == [["王芳", "北京, 大学"]])
  }

  @Test func quotesHoldEverything() throws {
    #expect(
      try rows("\"a \"\"b\"\"\",\"c\nd\r\ne\"\r\nf,\"\"") == [
        ["a \"b\"", "c\nd\r\ne"], ["f", ""],
      ])
    #expect(try rows("5\" pipe,b") == [["5\" pipe", "b"]])
  }

  @Test(arguments: [("\"a", CSVScanner.Problem.openQuote(0)), ("x,\"a\"b", .textAfterQuote(5))])
  func whatIsNoTableIsTold(text: String, problem: CSVScanner.Problem) {
    #expect(throws: problem) { try rows(text) }
  }

  @Test(arguments: [
    ("a;b;c\n1;2,5;3", 3), ("a\tb\n", 2), ("a,b;c,d\n", 3), ("\"a;b;c\",d\n", 2), ("a\n", 1),
    ("sep=;\na;b,c,d\n", 2),
  ])
  func theSeparatorIsFound(text: String, count: Int) throws {
    let first = try rows(text).first { $0 != [] } ?? []
    #expect(first.count == count)
  }
}

@Suite struct TableEncodingTests {
  @Test func theThreeEncodingsAreToldApart() throws {
    let utf8 = Array("姓名,Tên".utf8)
    #expect(try TableEncoding.decode(utf8) == (utf8, .utf8))
    #expect(try TableEncoding.decode([0xEF, 0xBB, 0xBF] + utf8) == (utf8, .utf8))
    let twice: [UInt8] = [0xEF, 0xBB, 0xBF, 0xEF, 0xBB, 0xBF]
    #expect(try TableEncoding.decode(twice + utf8) == (utf8, .utf8))
    // 姓名 in GB18030, then a character of four bytes: U+00A5.
    let converted = try TableEncoding.decode([0xD0, 0xD5, 0xC3, 0xFB, 0x81, 0x30, 0x84, 0x36])
    #expect(String(decoding: converted.bytes, as: UTF8.self) == "姓名¥")
    #expect(converted.encoding == .gb18030)
    let wide: [UInt8] = [0xFF, 0xFE] + "姓,名".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(try TableEncoding.decode(wide) == (Array("姓,名".utf8), .utf16))
    let swapped: [UInt8] =
      [0xFE, 0xFF] + "姓,名".utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    #expect(try TableEncoding.decode(swapped) == (Array("姓,名".utf8), .utf16))
  }

  @Test func whatIsNoneOfThemIsRefusedWithItsPlace() {
    #expect(throws: EncodingProblem.self) { try TableEncoding.decode([0x61, 0x0A, 0xFF, 0xFF]) }
  }
}
