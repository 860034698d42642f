/// Every fixed word of the reports. `{}` stands for what is filled in.
enum Label: String, CaseIterable, Sendable {
  // Columns.
  case date, weekday, partOfDay, time, period, content, form, teacher, place, chair, agenda
  case audience
  case people, dates, units, unit, kind, name, run, studyClass
  case sessions, periodsUsed, periodsOpen, hours, share
  case demand, supply, measure, window
  // Parts of the day.
  case morning, afternoon, evening
  // Titles.
  case timetable, timetableOf, programmeOf, runsOf, usage, contents, legend, unplaced
  case programmes, classes, teachers, venues, sites, schools, resources, runs
  // Fillings.
  case version, runNumber, runNumbers, classNumber, classNumbers, groupNumber, groupNumbers
  case peopleCount, classCount, seatCount
  case departure, transfer, returning, busCount
  case everyone, allRuns, allRotations, noUnit, total
  case streamedTo, streamedToRooms, streamedFrom, remote, continued
  case nothingPlaced, count, mostAtOnce, room, ownRooms
  // Notices of changes.
  case changes, changesOf, since, change, was, now, added, cancelled, arrives, leaves, noChanges
  // Files of sessions.
  case course, remark, title, part, begins, ends, hoursTaught, theme
  // The whole rotation, lists of people, letters, buses, doors.
  case overviewOf, daySheets, classLists, classListOf, signInSheets, signInOf, position
  case group, groups
  case personName, sex, male, female, post, phone
  case letters, letterTo, greeting, letterBody, taughtHours, reply, closing
  case busLists, busListOf, leavesAt, leavesSite, backAt, buses, busesNeeded, busFleet, beds,
    doorSigns, noOutings, setsOut, arrival, beforeStay, afterStay
  // Hours and use.
  case taughtOf, byForm, byTheme, byTeacher, noTheme, perTrainee, shareOfHours, usedByDay, closed
  case runsAndClasses
  // Courses of schools.
  case catalogue, catalogueOf, module, school
  // What schools give each other.
  case exchange, exchangeOf, bySchool, whoToWhom, giver, receiver, hoursGiven, hoursReceived
  case hoursLent, placeHours, personDays, balance, noExchange
  // What is fair.
  case fairness, fairnessOf, figure, value, fairShare, difference, greatestDifference,
    meanDifference
  case mixedClasses, attribute, peopleAndShare, metInGroups, groupMeetings, pairs, pairsMet,
    pairsAtBest, mostOften, shareMet
  case nothingShared, teachersLoad, norm, wish, sitesOfRuns, venuesOfRuns
  case sitesOfClasses, venuesOfClasses
  // Standards.
  case standards, standardOf, article, obligation, must, should, criterion, asked, actual, verdict
  case met, notMet, notMetBy, and, or, oneDay, dayCount, hourCount
  // The screen.
  case filter, skip, matches

  var wording: Wording {
    switch self {
    case .date: Wording("Date", "日期", "日期", "Ngày")
    case .weekday: Wording("Day", "星期", "星期", "Thứ")
    case .partOfDay: Wording("Part", "时段", "時段", "Buổi")
    case .time: Wording("Time", "时间", "時間", "Thời gian")
    case .period: Wording("Period", "节次", "節次", "Tiết")
    case .content: Wording("Content", "教学内容", "教學內容", "Nội dung")
    case .form: Wording("Form", "教学形式", "教學形式", "Hình thức")
    case .teacher: Wording("Teacher", "教师", "教師", "Giảng viên")
    case .place: Wording("Place", "地点", "地點", "Địa điểm")
    case .chair: Wording("Chair", "主持人", "主持人", "Chủ trì")
    case .standards: Wording("Standards", "标准", "標準", "Tiêu chuẩn")
    case .standardOf:
      Wording("Standard: {}", "对照标准：{}", "對照標準：{}", "Tiêu chuẩn: {}")
    case .article: Wording("Article", "条款", "條款", "Điều")
    case .obligation: Wording("Rule", "要求", "要求", "Tính chất")
    case .must: Wording("must", "必须", "必須", "bắt buộc")
    case .should: Wording("should", "宜", "宜", "khuyến nghị")
    case .criterion: Wording("Criterion", "内容", "內容", "Tiêu chí")
    case .asked: Wording("Asked", "标准值", "標準值", "Yêu cầu")
    case .actual: Wording("Is", "实际值", "實際值", "Thực tế")
    case .verdict: Wording("Result", "结果", "結果", "Kết quả")
    case .met: Wording("met", "达标", "達標", "đạt")
    case .notMet: Wording("not met", "未达标", "未達標", "chưa đạt")
    case .notMetBy: Wording("not met, by {}", "未达标，差{}", "未達標，差{}", "chưa đạt, lệch {}")
    case .and: Wording("and", "且", "且", "và")
    case .or: Wording("or", "或", "或", "hoặc")
    case .oneDay: Wording("1 day", "1天", "1天", "1 ngày")
    case .dayCount: Wording("{} days", "{}天", "{}天", "{} ngày")
    case .hourCount: Wording("{} hours", "{}小时", "{}小時", "{} giờ")
    case .agenda: Wording("Agenda", "议程", "議程", "Chương trình")
    case .audience: Wording("For", "参加对象", "參加對象", "Thành phần")
    case .people: Wording("People", "人数", "人數", "Số người")
    case .dates: Wording("Dates", "起止日期", "起訖日期", "Thời gian")
    case .units: Wording("Units", "单位", "單位", "Đơn vị")
    case .unit: Wording("Unit", "单位", "單位", "Đơn vị")
    case .kind: Wording("Kind", "类别", "類別", "Loại")
    case .name: Wording("Name", "名称", "名稱", "Tên")
    case .run: Wording("Run", "期次", "期次", "Khóa")
    case .studyClass: Wording("Class", "班级", "班級", "Lớp")
    case .sessions: Wording("Sessions", "课次", "課次", "Số buổi")
    case .periodsUsed: Wording("Periods used", "已用节次", "已用節次", "Số tiết đã dùng")
    case .periodsOpen: Wording("Periods open", "可用节次", "可用節次", "Số tiết có thể dùng")
    case .hours: Wording("Hours", "小时", "小時", "Số giờ")
    case .share: Wording("Use", "使用率", "使用率", "Tỷ lệ")
    case .demand: Wording("Needed", "需要", "需要", "Nhu cầu")
    case .supply: Wording("There is", "现有", "現有", "Hiện có")
    case .measure: Wording("Counted in", "单位", "單位", "Đơn vị tính")
    case .window: Wording("When", "时间范围", "時間範圍", "Khoảng thời gian")
    case .morning: Wording("Morning", "上午", "上午", "Sáng")
    case .afternoon: Wording("Afternoon", "下午", "下午", "Chiều")
    case .evening: Wording("Evening", "晚上", "晚上", "Tối")
    case .timetable: Wording("Timetable", "课程表", "課程表", "Thời khóa biểu")
    case .timetableOf: Wording("Timetable: {}", "{} 课程表", "{} 課程表", "Thời khóa biểu {}")
    case .programmeOf:
      Wording("Programme: {}", "{} 教学日程安排表", "{} 教學日程安排表", "Lịch học {}")
    case .runsOf:
      Wording("Runs and classes: {}", "{} 期次安排", "{} 期次安排", "Các khóa và lớp {}")
    case .usage: Wording("Use", "使用情况", "使用情況", "Tình hình sử dụng")
    case .contents: Wording("Contents", "目录", "目錄", "Mục lục")
    case .legend: Wording("Forms", "教学形式", "教學形式", "Hình thức")
    case .unplaced:
      Wording(
        "Not in the timetable yet: {}", "尚未排入课表：{}", "尚未排入課表：{}",
        "Chưa xếp lịch: {}")
    case .programmes: Wording("Programmes", "日程安排", "日程安排", "Lịch học")
    case .classes: Wording("Classes", "班级", "班級", "Lớp")
    case .teachers: Wording("Teachers", "教师", "教師", "Giảng viên")
    case .venues: Wording("Venues", "场地", "場地", "Hội trường, phòng")
    case .sites: Wording("Sites", "现场教学点", "現場教學點", "Điểm học tập thực tế")
    case .schools: Wording("Schools", "学校", "學校", "Trường")
    case .resources: Wording("Resources", "资源", "資源", "Nguồn lực")
    case .runs: Wording("Runs", "期次", "期次", "Khóa")
    case .version: Wording("Version of {}", "{}版", "{}版", "Bản ngày {}")
    case .runNumber: Wording("Run {}", "第{}期", "第{}期", "Khóa {}")
    case .runNumbers: Wording("Runs {}", "第{}期", "第{}期", "Khóa {}")
    case .classNumber: Wording("Class {}", "{}班", "{}班", "Lớp {}")
    case .classNumbers: Wording("Classes {}", "{}班", "{}班", "Lớp {}")
    case .group: Wording("Group", "组别", "組別", "Tổ")
    case .groups: Wording("Groups", "分组名单", "分組名單", "Danh sách tổ")
    case .groupNumbers: Wording("Groups {}", "第{}组", "第{}組", "Tổ {}")
    case .groupNumber: Wording("Group {}", "第{}组", "第{}組", "Tổ {}")
    case .peopleCount: Wording("{} people", "{}人", "{}人", "{} người")
    case .seatCount: Wording("seats: {}", "{}座", "{}座", "{} chỗ")
    case .classCount: Wording("classes: {}", "{}个班", "{}個班", "{} lớp")
    case .departure: Wording("Departure to {}", "乘车前往{}", "乘車前往{}", "Khởi hành đến {}")
    case .transfer: Wording("On to {}", "转往{}", "轉往{}", "Đi tiếp đến {}")
    case .returning: Wording("Return from {}", "从{}返校", "從{}返校", "Về trường từ {}")
    case .busCount: Wording("buses: {}", "{}辆车", "{}輛車", "{} xe")
    case .everyone: Wording("Everyone", "全体学员", "全體學員", "Toàn thể")
    case .allRuns: Wording("all runs", "各期", "各期", "tất cả các khóa")
    case .allRotations:
      Wording("All rotations", "各轮训班次", "各輪訓班次", "Tất cả các đợt luân phiên")
    case .noUnit: Wording("Of no unit", "无所属单位", "無所屬單位", "Không thuộc đơn vị")
    case .total: Wording("Total", "合计", "合計", "Tổng")
    case .streamedTo: Wording("live stream: {}", "直播：{}", "直播：{}", "truyền trực tiếp: {}")
    case .streamedToRooms:
      Wording(
        "rooms with live stream: {}", "直播至{}个会场", "直播至{}個會場",
        "số phòng xem truyền trực tiếp: {}")
    case .beforeStay: Wording("before the stay", "入校前", "入校前", "trước khi nhập học")
    case .afterStay: Wording("after the stay", "离校后", "離校後", "sau khi kết thúc khóa")
    case .setsOut: Wording("leaves {}", "发车 {}", "發車 {}", "khởi hành {}")
    case .arrival: Wording("arrival {}", "到达 {}", "到達 {}", "đến nơi {}")
    case .streamedFrom:
      Wording(
        "live stream from {}", "收看{}直播", "收看{}直播", "xem truyền trực tiếp từ {}")
    case .remote: Wording("by live stream", "线上授课", "線上授課", "trực tuyến")
    case .continued: Wording("continued", "续", "續", "tiếp")
    case .nothingPlaced:
      Wording("No sessions in the timetable.", "没有课程安排。", "沒有課程安排。", "Chưa có buổi học.")
    case .count: Wording("Number", "数量", "數量", "Số lượng")
    case .mostAtOnce: Wording("Most at once", "同时最多", "同時最多", "Nhiều nhất cùng lúc")
    case .ownRooms: Wording("own rooms", "各班教室", "各班教室", "phòng của từng lớp")
    case .changes: Wording("Changes", "课程变动", "課程變動", "Thay đổi lịch học")
    case .changesOf:
      Wording("Changes: {}", "{} 课程变动通知", "{} 課程變動通知", "Thông báo thay đổi: {}")
    case .since:
      Wording(
        "since timetable {}", "与第{}次公布的课表相比", "與第{}次公布的課表相比",
        "so với lịch công bố lần {}")
    case .change: Wording("Change", "变动", "變動", "Thay đổi")
    case .was: Wording("Until now", "原安排", "原安排", "Trước đây")
    case .now: Wording("From now on", "现安排", "現安排", "Từ nay")
    case .added: Wording("New", "新增", "新增", "Thêm mới")
    case .cancelled: Wording("Cancelled", "取消", "取消", "Hủy")
    case .arrives: Wording("New here", "调入", "調入", "Chuyển đến")
    case .leaves: Wording("No longer here", "调出", "調出", "Chuyển đi")
    case .noChanges: Wording("Nothing has changed.", "没有变动。", "沒有變動。", "Không có thay đổi.")
    case .room: Wording("Room", "教室", "教室", "Phòng học")
    case .course: Wording("Content", "课程", "課程", "Nội dung")
    case .remark: Wording("Remark", "备注", "備註", "Ghi chú")
    case .title: Wording("Page", "页面", "頁面", "Trang")
    case .part: Wording("Table", "表", "表", "Bảng")
    case .begins: Wording("Start", "开始时间", "開始時間", "Bắt đầu")
    case .ends: Wording("End", "结束时间", "結束時間", "Kết thúc")
    case .hoursTaught: Wording("Hours", "学时", "學時", "Số giờ")
    case .theme: Wording("Theme", "主题", "主題", "Chủ đề")
    case .overviewOf:
      Wording("The whole of {}", "{} 总日程表", "{} 總日程表", "Toàn bộ lịch {}")
    case .daySheets: Wording("Days", "每日课程表", "每日課程表", "Lịch từng ngày")
    case .classLists: Wording("Class lists", "学员名册", "學員名冊", "Danh sách lớp")
    case .classListOf:
      Wording("Class list: {}", "{} 学员名册", "{} 學員名冊", "Danh sách {}")
    case .signInSheets: Wording("Sign-in sheets", "签到表", "簽到表", "Bảng điểm danh")
    case .signInOf: Wording("Sign-in: {}", "{} 签到表", "{} 簽到表", "Điểm danh {}")
    case .position: Wording("No.", "序号", "序號", "STT")
    case .personName: Wording("Name", "姓名", "姓名", "Họ và tên")
    case .sex: Wording("Sex", "性别", "性別", "Giới tính")
    case .male: Wording("M", "男", "男", "Nam")
    case .female: Wording("F", "女", "女", "Nữ")
    case .post: Wording("Post", "职务", "職務", "Chức vụ")
    case .phone: Wording("Phone", "电话", "電話", "Điện thoại")
    case .letters: Wording("Letters to teachers", "授课通知", "授課通知", "Thư mời giảng")
    case .letterTo: Wording("Letter to {}", "{} 授课通知", "{} 授課通知", "Thư mời giảng: {}")
    case .greeting: Wording("Dear {},", "尊敬的{}：", "尊敬的{}：", "Kính gửi {},")
    case .letterBody:
      Wording(
        "You are expected to teach the following at {}. Please tell us at once if any of it cannot be.",
        "现将您在“{}”的授课安排通知如下，如有变动请及时告知。",
        "現將您在「{}」的授課安排通知如下，如有變動請及時告知。",
        "Trân trọng thông báo lịch giảng của quý vị tại {} như sau. Nếu có thay đổi, xin báo lại sớm."
      )
    case .taughtHours: Wording("{} hours in all", "共{}小时", "共{}小時", "Tổng cộng {} giờ")
    case .reply:
      Wording(
        "Reply (please strike out one): I can / cannot teach as above. Signature: ____________ Date:\u{a0}__________",
        "回执（请划去一项）：本人能够／不能按上述安排授课。签名：____________ 日期：__________",
        "回執（請劃去一項）：本人能夠／不能按上述安排授課。簽名：____________ 日期：__________",
        "Phúc đáp (gạch bỏ một mục): Tôi có thể / không thể giảng theo lịch trên. Ký tên: ____________ Ngày:\u{a0}__________"
      )
    case .closing: Wording("Yours sincerely", "此致敬礼", "此致敬禮", "Trân trọng")
    case .busLists: Wording("Bus lists", "乘车安排", "乘車安排", "Danh sách xe")
    case .busListOf: Wording("Buses: {}", "{} 乘车安排表", "{} 乘車安排表", "Xe đưa đón {}")
    case .leavesAt: Wording("Leaves", "发车时间", "發車時間", "Giờ đi")
    case .leavesSite: Wording("Leaves the site", "离开时间", "離開時間", "Giờ rời điểm")
    case .backAt: Wording("Back at school", "返校时间", "返校時間", "Về đến trường")
    case .busFleet: Wording("Buses", "车辆", "車輛", "Xe")
    case .beds: Wording("Beds", "床位", "床位", "Giường")
    case .buses: Wording("Bus numbers", "车号", "車號", "Số xe")
    case .busesNeeded: Wording("Buses", "车辆数", "車輛數", "Số lượng xe")
    case .doorSigns: Wording("Door signs", "门牌", "門牌", "Bảng treo cửa")
    case .noOutings: Wording("Nobody goes out.", "没有外出安排。", "沒有外出安排。", "Không có chuyến đi nào.")
    case .taughtOf: Wording("Hours: {}", "{} 学时统计", "{} 學時統計", "Thống kê giờ giảng: {}")
    case .byForm: Wording("By form", "按教学形式", "按教學形式", "Theo hình thức")
    case .byTheme: Wording("By theme", "按主题", "按主題", "Theo chủ đề")
    case .byTeacher: Wording("By teacher", "按教师", "按教師", "Theo giảng viên")
    case .noTheme: Wording("Of no theme", "未定主题", "未定主題", "Không có chủ đề")
    case .perTrainee:
      Wording("Hours of a trainee", "人均学时", "人均學時", "Số giờ mỗi học viên")
    case .shareOfHours: Wording("Share", "占比", "占比", "Tỷ trọng")
    case .usedByDay:
      Wording("Use by day: {}", "每日使用率：{}", "每日使用率：{}", "Mức sử dụng theo ngày: {}")
    case .closed: Wording("closed", "不开放", "不開放", "đóng cửa")
    case .runsAndClasses:
      Wording("Runs and classes", "期次与班级", "期次與班級", "Các khóa và lớp")
    case .catalogue: Wording("Courses", "课程目录", "課程目錄", "Danh mục môn học")
    case .catalogueOf:
      Wording("Courses: {}", "{} 课程目录", "{} 課程目錄", "Danh mục môn học: {}")
    case .module: Wording("Module", "教学模块", "教學模塊", "Mô-đun")
    case .school: Wording("School", "学校", "學校", "Trường")
    case .exchange:
      Wording("Exchange of schools", "校际交流", "校際交流", "Trao đổi giữa các trường")
    case .exchangeOf:
      Wording(
        "Exchange of schools: {}", "{} 校际交流台账", "{} 校際交流臺帳",
        "Trao đổi giữa các trường: {}")
    case .bySchool: Wording("By school", "各校收支", "各校收支", "Theo trường")
    case .whoToWhom: Wording("Who gave to whom", "往来明细", "往來明細", "Ai cho ai")
    case .giver: Wording("From", "提供方", "提供方", "Bên cho")
    case .receiver: Wording("To", "接受方", "接受方", "Bên nhận")
    case .hoursGiven: Wording("Hours given", "提供小时", "提供小時", "Giờ cho")
    case .hoursReceived: Wording("Hours received", "接受小时", "接受小時", "Giờ nhận")
    case .hoursLent: Wording("Hours taught", "授课小时", "授課小時", "Giờ giảng")
    case .placeHours: Wording("Hours of places", "场地小时", "場地小時", "Giờ dùng địa điểm")
    case .personDays: Wording("Person-days", "人天", "人天", "Ngày-người")
    case .balance: Wording("Balance of hours", "授课差额", "授課差額", "Chênh lệch giờ giảng")
    case .noExchange:
      Wording(
        "No school has given anything to another.", "各校之间没有往来。", "各校之間沒有往來。",
        "Chưa có trường nào hỗ trợ trường khác.")
    case .fairness: Wording("Fairness", "均衡情况", "均衡情況", "Mức độ công bằng")
    case .fairnessOf: Wording("Shared", "分配内容", "分配內容", "Phần được chia")
    case .figure: Wording("Measure", "指标", "指標", "Chỉ số")
    case .value: Wording("Value", "数值", "數值", "Giá trị")
    case .fairShare: Wording("Fair share", "应得份额", "應得份額", "Phần hợp lý")
    case .difference: Wording("Difference", "偏差", "偏差", "Chênh lệch")
    case .greatestDifference:
      Wording("Greatest difference", "最大偏差", "最大偏差", "Chênh lệch lớn nhất")
    case .meanDifference: Wording("Mean difference", "平均偏差", "平均偏差", "Chênh lệch bình quân")
    case .mixedClasses:
      Wording(
        "Classes by unit, sex and post", "各班学员构成", "各班學員構成", "Cơ cấu học viên các lớp")
    case .attribute: Wording("By", "项目", "項目", "Theo")
    case .peopleAndShare:
      Wording(
        "People (fair share)", "人数（应得份额）", "人數（應得份額）", "Số người (phần hợp lý)")
    case .metInGroups:
      Wording("Who meets whom in groups", "小组交流", "小組交流", "Gặp gỡ trong tổ")
    case .groupMeetings: Wording("Meetings in groups", "分组次数", "分組次數", "Số buổi chia tổ")
    case .pairs: Wording("Pairs of people", "学员两两组合", "學員兩兩組合", "Số cặp học viên")
    case .pairsMet: Wording("Have met", "已同组", "已同組", "Đã cùng tổ")
    case .pairsAtBest: Wording("At best", "最多可同组", "最多可同組", "Nhiều nhất có thể")
    case .mostOften:
      Wording("Most often together", "同组最多次数", "同組最多次數", "Số lần cùng tổ nhiều nhất")
    case .shareMet:
      Wording(
        "Pairs met, of those that could", "已同组占可同组比例", "已同組占可同組比例",
        "Tỷ lệ cặp đã cùng tổ trên số có thể")
    case .nothingShared:
      Wording(
        "Nothing here is shared: no teacher and no place can be chosen.",
        "没有可以分配的内容：教师和地点都不可选择。", "沒有可以分配的內容：教師和地點都不可選擇。",
        "Không có gì để chia: không thể chọn giảng viên hay địa điểm.")
    case .teachersLoad:
      Wording("Hours of teachers", "教师授课小时", "教師授課小時", "Giờ giảng của giảng viên")
    case .norm: Wording("Norm", "定额", "定額", "Định mức")
    case .wish: Wording("Wish", "意愿", "意願", "Nguyện vọng")
    case .sitesOfRuns:
      Wording("Sites among runs", "各期教学点", "各期教學點", "Điểm học tập của các khóa")
    case .venuesOfRuns:
      Wording("Venues among runs", "各期教室", "各期教室", "Phòng học của các khóa")
    case .sitesOfClasses:
      Wording("Sites among classes", "各班教学点", "各班教學點", "Điểm học tập của các lớp")
    case .venuesOfClasses:
      Wording("Venues among classes", "各班教室", "各班教室", "Phòng học của các lớp")
    case .filter: Wording("Filter", "筛选", "篩選", "Lọc")
    case .skip: Wording("To the pages", "跳到正文", "跳到正文", "Đến nội dung")
    case .matches: Wording("pages: {}", "{}页", "{}頁", "{} trang")
    }
  }
}

/// The teaching forms of the vocabulary; a planner's own forms are printed as they are written.
enum FormLabel: String, CaseIterable, Sendable {
  case lecture, mobilisation, study, discussion, visit, exchange, ceremony, exam, research
  case exercise, meal, registration

  var wording: Wording {
    switch self {
    case .lecture: Wording("Lecture", "专题讲座", "專題講座", "Chuyên đề")
    case .mobilisation: Wording("Mobilisation", "动员辅导", "動員輔導", "Quán triệt")
    case .study: Wording("Self-study", "自学", "自學", "Tự học")
    case .discussion: Wording("Discussion", "分组研讨", "分組研討", "Thảo luận")
    case .visit: Wording("Visit", "现场教学", "現場教學", "Học tập thực tế")
    case .exchange: Wording("Exchange", "交流", "交流", "Trao đổi")
    case .ceremony: Wording("Ceremony", "仪式", "儀式", "Nghi lễ")
    case .exam: Wording("Exam", "考试", "考試", "Kiểm tra")
    case .research: Wording("Research", "课题研究", "課題研究", "Nghiên cứu")
    case .exercise: Wording("Exercise", "实践演练", "實踐演練", "Thực hành")
    case .meal: Wording("Meal", "用餐", "用餐", "Bữa ăn")
    case .registration: Wording("Registration", "报到", "報到", "Đón tiếp")
    }
  }
}

enum WeekdayLabel: Int, CaseIterable, Sendable {
  case monday = 1
  case tuesday, wednesday, thursday, friday, saturday, sunday

  var wording: Wording {
    switch self {
    case .monday: Wording("Mon", "周一", "週一", "Thứ Hai")
    case .tuesday: Wording("Tue", "周二", "週二", "Thứ Ba")
    case .wednesday: Wording("Wed", "周三", "週三", "Thứ Tư")
    case .thursday: Wording("Thu", "周四", "週四", "Thứ Năm")
    case .friday: Wording("Fri", "周五", "週五", "Thứ Sáu")
    case .saturday: Wording("Sat", "周六", "週六", "Thứ Bảy")
    case .sunday: Wording("Sun", "周日", "週日", "Chủ Nhật")
    }
  }

  /// For heads of narrow columns.
  var short: Wording {
    let full = wording
    let vietnamese = self == .sunday ? "CN" : "T\(rawValue + 1)"
    return Wording(full[.english], full[.simplifiedChinese], full[.traditionalChinese], vietnamese)
  }
}
