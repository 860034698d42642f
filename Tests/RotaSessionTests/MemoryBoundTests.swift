import FixtureSupport
import RotaDiagnostics
import RotaPlanning
import Synchronization
import Testing

@testable import RotaSession

/// `set memory`: a statement that takes too much is ended, and the plan is as before.
@Suite struct MemoryBoundTests {
  /// A machine whose memory fills with every look at it.
  final class FillingMemory: MemoryBound {
    private let taken = Atomic<Int>(0)
    private let limit = Atomic<Int>(1000)
    /// What was taken when it was too much; 0 before.
    private let full = Atomic<Int>(0)
    let ceiling: Int?

    init(ceiling: Int? = nil) { self.ceiling = ceiling }

    func begin() {
      taken.store(0, ordering: .relaxed)
      full.store(0, ordering: .relaxed)
    }
    func bound(to megabytes: Int?) { limit.store(megabytes ?? 1000, ordering: .relaxed) }
    var most: Int { limit.load(ordering: .relaxed) }
    var exceeded: Int? {
      let bytes = full.load(ordering: .relaxed)
      return bytes == 0 ? nil : bytes
    }
    func look() -> Bool {
      let now = taken.add(1, ordering: .relaxed).newValue
      if now > most, exceeded == nil { full.store(now, ordering: .relaxed) }
      return exceeded != nil
    }
  }

  static func desk(_ memory: FillingMemory) -> Desk {
    var desk = Desk()
    desk.shell.workspace.environment.memory = memory
    desk.shell.workspace.environment.isCancelled = { memory.look() }
    return desk
  }

  @Test(arguments: [
    "for n in 1..5000 { unit \"U{n}\" 9 people }", "rotation Spring runs 1; unit Far 5000 people",
    "for n in 1..5000 { let x = count(sessions) }",
  ])
  func aStatementThatTakesTooMuchIsEnded(_ statement: String) {
    var desk = Self.desk(FillingMemory())
    desk.type("set memory 5000")
    desk.type(smallPlan)
    #expect(desk.status == .done, "\(desk.diagnostics)")
    let before = desk.picture()
    desk.type("set memory 100")
    #expect(desk.status == .done, "\(desk.diagnostics)")
    desk.type(statement)
    #expect(desk.status == .scriptWrong)
    #expect(desk.diagnostics.map(\.kind.id) == ["memory-exceeded"])
    #expect(desk.diagnostics.first?.message == "101 MB of memory were taken, and 100 MB may be")
    #expect(desk.diagnostics.first?.remedies.contains { $0.contains("set memory") } == true)
    desk.type("set memory 2000")
    #expect(desk.status == .done, "\(desk.diagnostics)")
    #expect(desk.picture() == before)
  }

  @Test func aScriptIsEndedWhereItStands() {
    var desk = Self.desk(FillingMemory())
    let many = (1...3000).map { "unit U\($0) 9 people\n" }.joined()
    desk.type(many + "check\n", mode: .script)
    #expect(desk.status == .scriptWrong)
    #expect(desk.diagnostics.map(\.kind.id) == ["memory-exceeded"])
  }

  @Test func solvingKeepsTheBestSoFar() {
    var desk = Self.desk(FillingMemory())
    desk.type(smallPlan)
    desk.type("prefer early weight 1; prefer compact days; set memory 150")
    desk.type("solve steps 90000000")
    #expect(desk.status == .scriptWrong)
    #expect(desk.diagnostics.contains { $0.kind.id == "memory-exceeded" })
    desk.type("expect unplaced() = 0")
    #expect(desk.status == .done, "\(desk.diagnostics)")
  }

  @Test func anUndoneLimitIsNoLimit() {
    let memory = FillingMemory()
    var desk = Self.desk(memory)
    desk.type("set memory 300")
    #expect(memory.most == 300)
    desk.type("undo")
    desk.type("print 1")
    #expect(memory.most == 1000)
    desk.type("try { set memory 400 }")
    desk.type("print 1")
    #expect(memory.most == 1000)
  }

  @Test(arguments: ["50", "0", "300"])
  func aLimitThatCannotBeIsRefused(_ value: String) {
    var desk = Self.desk(FillingMemory(ceiling: 200))
    desk.type("set memory \(value)")
    #expect(desk.diagnostics.map(\.kind.id) == ["bad-setting"])
    desk.type("set memory 200")
    #expect(desk.status == .done)
  }
}
