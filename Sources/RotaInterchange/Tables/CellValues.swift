import RotaPlanning

/// What planners write in cells, in the languages of the headings.
enum CellValues {
  /// A whole number: digits, in groups if you like, with `people` or its like after it.
  static func count(_ text: String) -> Int? {
    var digits = halfWidth(text)[...]
    for word in ["people", "persons", "人", "名", "người", "座", "min", "分钟", "分鐘", "phút"]
    where digits.lowercased().hasSuffix(word) {
      digits = digits.dropLast(word.count)
      break
    }
    let plain = digits.filter { !$0.isWhitespace }
    let groups = plain.split(separator: ",", omittingEmptySubsequences: false)
    guard let first = groups.first, !first.isEmpty,
      groups.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      groups.count == 1 || (first.count <= 3 && groups.dropFirst().allSatisfy { $0.count == 3 })
    else { return nil }
    return Int(groups.joined())
  }

  /// `310`, `12.5` or `12.5 h`, as the language writes the number.
  static func hours(_ text: String) -> String? {
    var digits = halfWidth(text)[...]
    for word in ["hours", "hour", "h", "小时", "小時", "学时", "學時", "giờ"]
    where digits.lowercased().hasSuffix(word) {
      digits = digits.dropLast(word.count)
      break
    }
    if let whole = count(String(digits)) { return String(whole) }
    let parts = digits.filter { !$0.isWhitespace }.split(
      separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].count <= 2,
      parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
    else { return nil }
    return parts.joined(separator: ".")
  }

  /// From 1 to 99 in Chinese numerals: `三`, `十二`, `二十`.
  static func chineseNumber(_ text: String) -> Int? {
    let digits: [Character] = ["一", "二", "三", "四", "五", "六", "七", "八", "九"]
    func digit(_ text: Substring) -> Int? {
      text.count == 1 ? digits.firstIndex { $0 == text.first }.map { $0 + 1 } : nil
    }
    guard let ten = text.firstIndex(of: "十") else { return digit(text[...]) }
    let (tens, ones) = (text[..<ten], text[text.index(after: ten)...])
    guard let tens = tens.isEmpty ? 1 : digit(tens), let ones = ones.isEmpty ? 0 : digit(ones)
    else { return nil }
    return tens * 10 + ones
  }

  /// With digits and other marks of full width, as Chinese is typed, in those of ASCII: `１２：３０`.
  static func halfWidth(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { 0xFF01...0xFF5E ~= $0.value }) else { return text }
    var plain = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isFull = 0xFF01...0xFF5E ~= scalar.value
      plain.append(isFull ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar)
    }
    return String(plain)
  }

  /// `30%`, as the language writes it.
  static func percent(_ text: String) -> String? {
    let text = halfWidth(text)
    guard text.last == "%", let share = count(String(text.dropLast())), share <= 100
    else { return nil }
    return "\(share)%"
  }

  static func yesOrNo(_ text: String) -> Bool? { yes.value(of: text) }

  /// Two things that a cell may say, each in any of some words; those before the first `|` of a
  /// language are told to whoever wrote something else.
  struct Choice: Sendable {
    let yes: [String]
    let no: [String]
    /// As messages and documents tell it.
    let told: String

    func value(of text: String) -> Bool? {
      let word = text.lowercased()
      return yes.contains(word) ? true : no.contains(word) ? false : nil
    }
  }

  static let yes = Choice(
    yes: ["yes", "y", "true", "1", "x", "✓", "√", "是", "有", "可", "能", "có"],
    no: ["no", "n", "false", "0", "-", "否", "无", "無", "不", "没有", "沒有", "不可", "不能", "không"],
    told: "yes or no (是, 否; có, không)")

  /// Whether somebody or something can be had.
  static let available = Choice(
    yes: [
      "available", "open", "free", "空闲", "空閒", "可用", "开放", "開放", "有空", "可以", "rảnh", "mở cửa",
      "có mặt",
    ],
    no: [
      "unavailable", "closed", "busy", "忙", "不可用", "关闭", "關閉", "不在", "不可", "不能", "不行", "没空",
      "沒空", "请假", "請假", "占用", "佔用", "不开放", "不開放", "bận", "đóng cửa", "không có mặt", "không rảnh",
      "vắng", "nghỉ",
    ],
    told: "\"available\" or \"unavailable\" (可用, 不可用; rảnh, bận)")

  /// What sort of thing a row of availability is about.
  static func sort(_ text: String) -> TableReader.Sort? {
    sorts.first { $0.words.contains(text.lowercased()) }?.sort
  }

  private static let sorts: [(sort: TableReader.Sort, words: [String])] = [
    (.teacher, ["teacher", "教师", "教師", "老师", "老師", "giảng viên"]),
    (
      .venue,
      ["venue", "room", "hall", "场地", "場地", "教室", "会场", "會場", "hội trường", "phòng"]
    ),
    (
      .site,
      ["site", "现场教学点", "現場教學點", "教学点", "教學點", "điểm học tập", "điểm"]
    ),
  ]
  static let sortsTold =
    "\"teacher\", \"venue\" or \"site\" (教师, 场地, 教学点; giảng viên, phòng, điểm)"

  /// `2027-03-01`, with any of - / . between, or `2027年3月1日`. A date that begins with the day or
  /// the month is not guessed at.
  static func date(_ text: String) -> Day? {
    var text = halfWidth(text)
    for mark in ["年", "月", "/", "."] { text = text.replacing(mark, with: "-") }
    if text.hasSuffix("日") { text.removeLast() }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, let year = Int(parts[0]),
      let month = Int(parts[1]), let day = Int(parts[2]), !text.contains("+")
    else { return nil }
    return Day(year: year, month: month, day: day)
  }

  /// `8:30`, `08:30:00` or `8h30`, in minutes since midnight.
  static func time(_ text: String) -> Int? {
    let plain = halfWidth(text).lowercased().replacing("h", with: ":")
    var parts = plain.split(separator: ":", omittingEmptySubsequences: false)
    if parts.count == 3, parts[2] == "00" { parts.removeLast() }
    if parts.count == 2, parts[1].isEmpty { parts[1] = "00" }
    guard parts.count == 2, parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      (1...2).contains(parts[0].count), parts[1].count == 2, let hour = Int(parts[0]),
      let minute = Int(parts[1]), minute < 60, hour * 60 + minute <= 1440
    else { return nil }
    return hour * 60 + minute
  }

  /// One weekday.
  static func weekday(_ text: String) -> Weekday? {
    let plain = text.lowercased().filter { !$0.isWhitespace && $0 != "." }
    return Weekday.allCases.first { weekdayWords[$0.rawValue - 1].contains(plain) }
  }

  private static let weekdayWords: [Set<String>] = {
    let english = [
      ["mon", "monday"], ["tue", "tues", "tuesday"], ["wed", "wednesday"],
      ["thu", "thur", "thurs", "thursday"], ["fri", "friday"], ["sat", "saturday"],
      ["sun", "sunday"],
    ]
    let chinese = ["一", "二", "三", "四", "五", "六", "日"]
    let vietnamese = [
      ["thứhai", "thứ2", "t2"], ["thứba", "thứ3", "t3"], ["thứtư", "thứ4", "t4"],
      ["thứnăm", "thứ5", "t5"], ["thứsáu", "thứ6", "t6"], ["thứbảy", "thứ7", "t7"],
      ["chủnhật", "cn"],
    ]
    return (0..<7).map { index in
      var words = Set(english[index] + vietnamese[index])
      for digit in index == 6 ? ["日", "天"] : [chinese[index]] {
        for head in ["星期", "周", "週", "礼拜", "禮拜"] { words.insert(head + digit) }
      }
      return words
    }
  }()

  /// Man or woman; nil for anything else.
  static func sex(_ text: some StringProtocol) -> Trainee.Sex? {
    switch text.lowercased() {
    case "m", "male", "man", "男", "男性", "nam": .male
    case "f", "female", "woman", "女", "女性", "nữ": .female
    default: nil
    }
  }

  /// The items of a cell that lists some.
  static func list(_ text: String) -> [String] {
    text.split { ",，、;；\n".contains($0) }.map(trimmed).filter { !$0.isEmpty }
  }

  /// Without blanks at its ends, and without marks that nobody sees, which come along when text is
  /// copied from a page; line breaks inside, which spreadsheets allow, become spaces.
  static func trimmed(_ cell: some StringProtocol) -> String {
    var text = String(cell)
    if text.unicodeScalars.contains(where: isUnseen) {
      text.unicodeScalars.removeAll(where: isUnseen)
    }
    let words = text.split { (character: Character) in character.isNewline }
    let line = words.count > 1 ? words.joined(separator: " ") : words.first.map { String($0) } ?? ""
    var rest = line[...]
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(unguarded(rest))
  }

  /// Without the apostrophe that keeps a spreadsheet from running a cell as a formula, which whoever
  /// wrote the table put before it.
  private static func unguarded(_ text: Substring) -> Substring {
    guard text.first == "'", let second = text.dropFirst().first, "=+-@＝＋－＠".contains(second)
    else { return text }
    return text.dropFirst()
  }

  /// Marks of width nothing, and those that turn the direction of writing; not the joiners, without
  /// which some scripts are written wrong.
  private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x061C, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x2069, 0xFEFF:
      true
    default: false
    }
  }
}
