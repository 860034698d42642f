import RotaDiagnostics
import Testing

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("Hall", 4), ("报告厅", 6), ("（）：", 6), ("ｱ", 1), ("한국", 4), ("カ゛", 4), ("é", 1),
    ("e\u{301}", 1), ("Nguyễn", 6), ("Nguye\u{302}\u{303}n", 6), ("👍", 2), ("👍🏽", 2), ("👨‍👩‍👧", 2),
    ("🇨🇳", 2), ("❤️", 2), ("“”…①─", 5), ("\u{200B}", 0), ("a\tb", 2), ("𠀀", 2), ("·", 1),
    ("\u{FEFF}", 0), ("각", 2), ("\u{1100}\u{1161}\u{11A8}", 2),
  ])
  func widths(text: String, width: Int) {
    #expect(text.displayWidth == width)
  }

  @Test func padsByWidth() {
    #expect("厅".padded(to: 4) == "厅  ")
    #expect("厅".paddedLeft(to: 3) == " 厅")
    #expect("报告厅".padded(to: 4) == "报告厅")
  }

  @Test(arguments: [
    ("报告厅", 6, "报告厅"), ("报告厅", 5, "报告…"), ("报告厅", 4, "报…"), ("Hall", 3, "Ha…"),
    ("Hall", 1, "…"), ("Hall", 0, ""), ("e\u{301}ab", 2, "e\u{301}…"),
  ])
  func truncates(text: String, width: Int, result: String) {
    #expect(text.truncated(to: width) == result)
    #expect(text.truncated(to: width).displayWidth <= width)
  }
}
