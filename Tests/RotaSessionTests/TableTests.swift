import RotaSession
import Testing

/// `import csv` at the prompt.
@Suite struct TableTests {
  private func desk() -> Desk {
    Desk([
      "teachers.csv": "\u{FEFF}姓名,课程,每天最多\r\n王芳,新境界,2\r\n李强,,\r\n",
      "venues.csv": "Name,Seats,School\nHall,90,Nowhere\nRoom,30,\n",
      "bad.csv": "Name,Seats\nHall,many\n", "people.csv": "name\nA\n",
    ])
  }

  @Test func aTableBecomesOrdinaryDeclarations() {
    var desk = desk()
    desk.type("teacher Rivera")
    let before = desk.picture()
    desk.type("import csv teachers teachers.csv dry run")
    #expect(desk.text == "teacher 王芳 { teaches 新境界; at most 2 per day }\nteacher 李强\n")
    #expect(desk.picture() == before)
    desk.type("import csv teachers teachers.csv")
    #expect(desk.text == "imported \"teachers.csv\": 2 teachers\n")
    desk.type("expect count(teachers) = 3")
    #expect(desk.status == .done)
    desk.type("save \"plan.rota\"")
    #expect(desk.files.text("plan.rota")?.contains("teacher 王芳") == true)
    desk.type("undo")
    #expect(desk.picture() == before)
  }

  @Test func anErrorInThePlanIsToldOfTheCell() {
    var desk = desk()
    let before = desk.picture()
    desk.type("import csv venues venues.csv")
    #expect(desk.status == .scriptWrong)
    #expect(
      desk.diagnostics.first?.message.hasPrefix("row 2, column C \"School\": ") == true,
      "\(desk.diagnostics)")
    #expect(desk.picture() == before)
    for (statement, kind) in [
      ("import csv venues bad.csv", "table-cell"), ("import csv venues none.csv", "cannot-read"),
      ("import csv rooms venues.csv", "unknown-choice"),
    ] {
      desk.type(statement)
      #expect(desk.diagnostics.first?.kind.id == kind, "\(desk.diagnostics)")
      #expect(desk.picture() == before)
    }
  }

  @Test func anExportLeavesOthersFilesAlone() {
    var desk = Desk(["mine.html": "my notes"])
    desk.type(smallPlan)
    desk.type("solve steps 20000; export html mine.html")
    #expect(desk.diagnostics.first?.kind.id == "file-not-written-by-rota")
    #expect(desk.files.text("mine.html") == "my notes")
    desk.type("export html mine.html replace")
    #expect(desk.status == .done)
    #expect(desk.files.text("mine.html")?.contains("<html") == true)
    desk.type("export html mine.html")
    #expect(desk.status == .done)
  }
}
