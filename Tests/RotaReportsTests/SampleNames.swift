import RotaPlanning

/// The sample's words in one language.
struct SampleNames {
  var plan: String
  var rotation: String
  var periods: [String]
  var hall: String
  var room: String
  var sites: [String]
  var buses: String
  var teachers: [(name: String, institution: String?, post: String?)]
  var units: [String]
  var modules: [String]
  var ceremony: String
  var mobilisation: String
  var lectures: [String]
  var study: String
  var discussion: String
  var groupWork: String
  var visit: String
  var exam: String
  var exchange: String
  var closing: String
  var lunch: String
  var note: String

  static func of(_ language: Plan.Language) -> SampleNames {
    switch language {
    case .english: english
    case .simplifiedChinese, .traditionalChinese: chinese
    case .vietnamese: vietnamese
    }
  }

  private static let chinese = SampleNames(
    plan: "郑州市县级干部集中轮训", rotation: "集中轮训", periods: ["上午一", "上午二", "下午一", "下午二"],
    hall: "第一学术报告厅", room: "研讨室", sites: ["中原科技城", "高新区展厅", "经开区智能制造产业园"],
    buses: "车辆",
    teachers: [
      ("李明华", "市委", "副书记"), ("王芳", "市委党校", "副教授"),
      ("张建国", "中央党校（国家行政学院）", "教授"), ("陈志远", "中国人民大学", "教授"),
      ("刘淑珍", "省委党校", "教授"), ("赵一鸣", "清华大学", "研究员"),
    ],
    units: ["开发区", "区县（市）", "市直部门"], modules: ["动员", "理论", "现场教学"],
    ceremony: "开班式", mobilisation: "学习贯彻党的二十大精神专题辅导",
    lectures: [
      "开辟马克思主义中国化时代化新境界", "新时代中国特色社会主义思想的世界观和方法论",
      "加快构建新发展格局，着力推动高质量发展", "以中国式现代化全面推进中华民族伟大复兴",
      "全过程人民民主", "坚定不移全面从严治党",
    ], study: "原著自学", discussion: "分组研讨", groupWork: "小组课题", visit: "开发区现场教学",
    exam: "结业测试", exchange: "大会交流", closing: "结业式", lunch: "欢迎午餐",
    note: "每班一名代表发言")

  private static let english = SampleNames(
    plan: "Harbour City Spring Training", rotation: "Spring",
    periods: ["Morning 1", "Morning 2", "Afternoon 1", "Afternoon 2"], hall: "Great Hall",
    room: "Room ", sites: ["Science Park", "Innovation Centre", "Advanced Manufacturing Works"],
    buses: "buses",
    teachers: [
      ("Ann Li", "City Council", "Deputy Mayor"), ("Bo Wang", nil, nil),
      ("Carol Zhang", "National Academy", "Professor"), ("Dan Chen", "Harbour University", nil),
      ("Eve O'Neil & Sons", "<Institute>", "Fellow"),
    ],
    units: ["Development zones", "Districts", "Departments"],
    modules: ["Opening", "Theory", "On site"], ceremony: "Opening ceremony",
    mobilisation: "The year's tasks",
    lectures: ["Ethics in office", "Governing a harbour city", "Budgets"], study: "Set texts",
    discussion: "Class discussion", groupWork: "Group research",
    visit: "Visit to a development zone", exam: "Test", exchange: "Plenary exchange",
    closing: "Closing ceremony", lunch: "Welcome lunch", note: "one speaker for each class")

  private static let vietnamese = SampleNames(
    plan: "Bồi dưỡng cán bộ cấp huyện", rotation: "Bồi dưỡng",
    periods: ["Sáng 1", "Sáng 2", "Chiều 1", "Chiều 2"], hall: "Hội trường lớn", room: "Phòng ",
    sites: ["Khu công nghệ cao", "Khu công nghiệp Sóng Thần"], buses: "xe",
    teachers: [
      ("Nguyễn Văn An", "Tỉnh ủy", "Phó Bí thư"), ("Trần Thị Bình", "Trường Chính trị", "ThS."),
      ("Lê Quang Cường", "Học viện Chính trị", "PGS. TS."),
    ],
    units: ["Sở, ban, ngành", "Huyện, thị xã"], modules: ["Khai mạc", "Lý luận", "Thực tế"],
    ceremony: "Lễ khai giảng", mobilisation: "Quán triệt nghị quyết",
    lectures: ["Xây dựng Đảng", "Quản lý nhà nước"], study: "Tự nghiên cứu tài liệu",
    discussion: "Thảo luận lớp", groupWork: "Nghiên cứu tổ", visit: "Tham quan thực tế",
    exam: "Kiểm tra cuối khóa", exchange: "Trao đổi toàn khóa", closing: "Lễ bế giảng",
    lunch: "Bữa trưa", note: "mỗi lớp một đại biểu")
}
