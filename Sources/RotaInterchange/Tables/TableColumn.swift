/// A column that a table can have.
public enum TableColumn: String, Sendable, CaseIterable {
  case name, institution, post, roles, topics, school, zone, remote, perDay, perWeek, norm, wish
  case kind, seats, streams, travel
  case people, away
  case sort, status, from, to, weekdays, period, starts, ends
  case unit, sex, phone, run, studyClass
}

/// The words that head a column, by language. The first of each language is the one to be told of.
struct ColumnWords: Sendable {
  let column: TableColumn
  let tables: Set<TableKind>
  let english: [String]
  let simplifiedChinese: [String]
  let traditionalChinese: [String]
  let vietnamese: [String]

  init(
    _ column: TableColumn, _ tables: Set<TableKind>, en: String, hans: String, hant: String,
    vi: String
  ) {
    func words(_ list: String) -> [String] {
      list.split(separator: "|").map { $0.filter { $0 != "\n" } }.map(Self.trimmed)
    }
    self.column = column
    self.tables = tables
    english = words(en)
    simplifiedChinese = words(hans)
    traditionalChinese = words(hant)
    vietnamese = words(vi)
  }

  private static func trimmed(_ word: String) -> String {
    String(word.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }

  var all: [String] { english + simplifiedChinese + traditionalChinese + vietnamese }
}

extension TableKind {
  /// Every column that a table of this sort may have.
  var columns: [ColumnWords] { Self.columnsOfKinds[self] ?? [] }

  /// All that may head them.
  var headings: [String] { Self.headingsOfKinds[self] ?? [] }

  private static let columnsOfKinds = Dictionary(
    uniqueKeysWithValues: allCases.map { kind in
      (kind, headers.filter { $0.tables.contains(kind) })
    })
  private static let headingsOfKinds = columnsOfKinds.mapValues { $0.flatMap(\.all) }

  /// The columns without which a row says nothing.
  var needed: [TableColumn] {
    switch self {
    case .teachers, .venues, .sites, .roster: [.name]
    case .units: [.name, .people]
    case .availability: [.name]
    }
  }

  /// The column that a heading stands for. Case, blanks, hyphens and what stands in brackets count
  /// for nothing: `Seats (people)` is `seats`.
  func column(headed heading: String) -> TableColumn? {
    Self.byWord[self]?[Self.essence(of: heading)]
  }

  /// Whether a heading is one of those that tables of every sort have, Rota's own among them, and that
  /// tell a plan nothing.
  static func passesOver(_ heading: String) -> Bool {
    wordsPassedOver.contains(essence(of: heading))
  }

  static let passedOver = [
    "page", "no.", "no", "remark", "remarks", "group", "页面", "序号", "备注", "组别", "頁面", "序號", "備註",
    "組別", "trang", "stt", "ghi chú", "tổ",
  ]
  private static let wordsPassedOver = Set(passedOver.map(essence))

  static func essence(of heading: String) -> String {
    var result = ""
    var depth = 0
    for character in heading.lowercased() {
      switch character {
      case "(", "（", "[", "【": depth += 1
      case ")", "）", "]", "】": depth = max(0, depth - 1)
      case "_", "-", "*", ":", "：": break
      default: if depth == 0, !character.isWhitespace { result.append(character) }
      }
    }
    return result
  }

  private static let byWord: [TableKind: [String: TableColumn]] = {
    var table: [TableKind: [String: TableColumn]] = [:]
    for kind in TableKind.allCases {
      for entry in kind.columns {
        for word in entry.all { table[kind, default: [:]][essence(of: word)] = entry.column }
      }
    }
    return table
  }()

  /// The one table of headings.
  static let headers: [ColumnWords] = [
    ColumnWords(
      .name, [.teachers], en: "name|teacher|full name", hans: "姓名|教师|教师姓名|名称",
      hant: "姓名|教師|教師姓名|名稱", vi: "họ tên|họ và tên|tên|giảng viên"),
    ColumnWords(
      .name, [.venues], en: "name|venue|room", hans: "名称|场地|地点|教室",
      hant: "名稱|場地|地點|教室", vi: "tên|hội trường|phòng|địa điểm"),
    ColumnWords(
      .name, [.sites], en: "name|site", hans: "名称|现场教学点|教学点|地点",
      hant: "名稱|現場教學點|教學點|地點", vi: "tên|điểm học tập|điểm|địa điểm"),
    ColumnWords(
      .name, [.units], en: "name|unit", hans: "名称|单位|单位名称", hant: "名稱|單位|單位名稱",
      vi: "tên|đơn vị|tên đơn vị"),
    ColumnWords(
      .name, [.availability], en: "name|who|teacher|venue|site",
      hans: "名称|姓名|教师|场地|地点|现场教学点", hant: "名稱|姓名|教師|場地|地點|現場教學點",
      vi: "tên|họ tên|họ và tên|giảng viên|hội trường|phòng|địa điểm"),
    ColumnWords(
      .name, [.roster], en: "name|full name", hans: "姓名|学员|学员姓名", hant: "姓名|學員|學員姓名",
      vi: "họ tên|họ và tên|tên|học viên"),
    ColumnWords(
      .institution, [.teachers], en: "from|institution", hans: "单位|来自|工作单位|机构",
      hant: "單位|來自|工作單位|機構", vi: "đơn vị|từ|cơ quan"),
    ColumnWords(
      .unit, [.roster], en: "unit|organisation|organization", hans: "单位|工作单位|单位名称|选送单位",
      hant: "單位|工作單位|單位名稱|選送單位", vi: "đơn vị|cơ quan|tên đơn vị"),
    ColumnWords(
      .post, [.teachers, .roster], en: "post|title|position|rank", hans: "职务|职称|职级",
      hant: "職務|職稱|職級", vi: "chức vụ|chức danh"),
    ColumnWords(
      .sex, [.roster], en: "sex|gender", hans: "性别", hant: "性別", vi: "giới tính"),
    ColumnWords(
      .phone, [.roster], en: "phone|telephone|mobile|mobile phone", hans: "电话|手机|手机号|手机号码|联系电话",
      hant: "電話|手機|手機號|手機號碼|聯絡電話", vi: "điện thoại|số điện thoại|di động"),
    ColumnWords(
      .run, [.roster], en: "run|run number|intake", hans: "期次|期|期数|轮次|批次",
      hant: "期次|期|期數|輪次|批次", vi: "khóa|khoá|đợt"),
    ColumnWords(
      .studyClass, [.roster], en: "class|class number", hans: "班级|班次|班|班别",
      hant: "班級|班次|班|班別", vi: "lớp"),
    ColumnWords(
      .roles, [.teachers], en: "role|roles", hans: "角色|身份", hant: "角色|身分", vi: "vai trò"),
    ColumnWords(
      .topics, [.teachers], en: "teaches|topics|sessions", hans: "课程|讲授|授课|讲题|可授课程|授课内容|授课课程",
      hant: "課程|講授|授課|講題|可授課程|授課內容|授課課程",
      vi: "bài giảng|môn|môn dạy|chuyên đề|dạy|giảng dạy|nội dung giảng dạy"),
    ColumnWords(
      .remote, [.teachers], en: "remote|online", hans: "远程|线上", hant: "遠程|線上",
      vi: "trực tuyến|từ xa"),
    ColumnWords(
      .perDay, [.teachers], en: "at most per day|most per day|per day", hans: "每天最多|每日最多",
      hant: "每天最多|每日最多", vi: "tối đa mỗi ngày"),
    ColumnWords(
      .perWeek, [.teachers], en: "at most per week|most per week|per week", hans: "每周最多|每星期最多",
      hant: "每週最多|每星期最多", vi: "tối đa mỗi tuần"),
    ColumnWords(
      .norm, [.teachers], en: "norm|norm hours", hans: "定额|额定课时|工作量定额",
      hant: "定額|額定課時|工作量定額", vi: "định mức|định mức giờ|giờ chuẩn"),
    ColumnWords(
      .wish, [.teachers], en: "wishes|wish", hans: "意愿|意愿课时", hant: "意願|意願課時",
      vi: "nguyện vọng|giờ mong muốn"),
    ColumnWords(
      .kind, [.venues, .sites, .units], en: "kind|type", hans: "类型|种类|类别", hant: "類型|種類|類別",
      vi: "loại"),
    ColumnWords(
      .seats, [.venues, .sites], en: "seats|capacity", hans: "座位|座位数|容量|容纳人数",
      hant: "座位|座位數|容量|容納人數", vi: "số chỗ|chỗ|chỗ ngồi|sức chứa"),
    ColumnWords(
      .streams, [.venues], en: "streams|streaming", hans: "直播", hant: "直播",
      vi: "truyền trực tuyến|phát trực tuyến"),
    ColumnWords(
      .travel, [.sites], en: "travel|minutes of travel", hans: "路程|车程|路程分钟",
      hant: "路程|車程|路程分鐘", vi: "thời gian đi|phút đi"),
    ColumnWords(
      .zone, [.teachers, .venues, .sites], en: "zone|area", hans: "片区|区域", hant: "片區|區域",
      vi: "khu vực|khu"),
    ColumnWords(
      .school, [.teachers, .venues, .sites, .units], en: "school|campus", hans: "学校|校区",
      hant: "學校|校區", vi: "trường|cơ sở"),
    ColumnWords(
      .people, [.units], en: "people|trainees", hans: "人数|学员人数", hant: "人數|學員人數",
      vi: "số người|số học viên"),
    ColumnWords(
      .away, [.units], en: "away at most|away", hans: "最多离岗|离岗上限", hant: "最多離崗|離崗上限",
      vi: "vắng tối đa"),
    ColumnWords(
      .sort, [.availability], en: "kind|sort", hans: "类别|类型|种类|对象",
      hant: "類別|類型|種類|對象",
      vi: "loại|đối tượng"),
    ColumnWords(
      .status, [.availability], en: "status|available", hans: "状态|可用", hant: "狀態|可用",
      vi: "trạng thái|tình trạng"),
    ColumnWords(
      .from, [.availability], en: "date|from|first day", hans: "日期|开始日期|起",
      hant: "日期|開始日期|起", vi: "ngày|từ ngày"),
    ColumnWords(
      .to, [.availability], en: "to|until|last day", hans: "结束日期|至|止", hant: "結束日期|至|止",
      vi: "đến ngày|đến"),
    ColumnWords(
      .weekdays, [.availability], en: "weekday|weekdays|day", hans: "星期|周几",
      hant: "星期|週幾", vi: "thứ"),
    ColumnWords(
      .period, [.availability], en: "period", hans: "节次|时段", hant: "節次|時段",
      vi: "tiết|buổi"),
    ColumnWords(
      .starts, [.availability], en: "start|start time|begins", hans: "开始时间|开始",
      hant: "開始時間|開始", vi: "bắt đầu|giờ bắt đầu"),
    ColumnWords(
      .ends, [.availability], en: "end|end time|ends", hans: "结束时间|结束",
      hant: "結束時間|結束", vi: "kết thúc|giờ kết thúc"),
  ]
}
