import RotaPlanning
import Testing

@testable import RotaLanguage

/// What a school declares between its braces has names of the school's own.
@Suite struct SchoolNames {
  static let network = """
    plan P { dates 2027-03-01..2027-03-05; period am 09:00-10:30 }
    teacher Wu { role guests; teaches Law }
    venue Aula { kind hall; seats 300 }
    school North {
      zone Hills
      venue Hall { kind hall; seats 90 }
      for n in 1..2 { venue "Room {n}" { kind room; seats 30 } }
      site Mill { seats 60; travel 20 min }
      teacher Li { role own; teaches Ethics }
      unit Harbour 50 people
      resource projector 2
      buses 2 seats 40
      module Basics {
        lecture Ethics { for run; in hall; by Li }
        lecture Law { for run; in Aula; by any teacher }
        discussion Review { for class; in room; by any of own, guests; uses 1 projector }
        visit Trip { for class; to any site; by Wu }
      }
      rotation Spring {
        teaches Basics; classes at most 30 people; trainees all units
        class 1 of run 1 { room "Room 2" }
      }
    }
    school South {
      venue Hall { kind hall; seats 70 }
      unit Airport 40 people
      module Basics { lecture Ethics { for run; in Hall; by any of North.own } }
      rotation Spring { teaches Basics; trainees all units }
    }
    """

  @Test func twoSchoolsMayCallTheirsTheSame() {
    let outcome = run(Self.network)
    #expect(outcome.messages == [])
    let plan = outcome.plan
    #expect(
      plan.places.map(\.name) == [
        "Aula", "North.Hall", "North.Room 1", "North.Room 2", "North.Mill", "South.Hall",
      ])
    #expect(plan.places.map { $0.school?.value } == [nil, 0, 0, 0, 0, 1])
    #expect(plan.teachers.map(\.name) == ["Wu", "North.Li"])
    #expect(plan.rotations.map(\.name) == ["North.Spring", "South.Spring"])
    #expect(plan.resources.map(\.name) == ["North.projector", "buses"])
    #expect(plan.resources.map { $0.school?.value } == [0, 0])
  }

  @Test func aNameStandsFirstForWhatTheSchoolHasOfIt() {
    let plan = run(Self.network).plan
    func places(_ module: Int, _ session: Int) -> [String] {
      plan.modules[module].sessions[session].places.map { plan[$0].name }
    }
    func teachers(_ module: Int, _ session: Int) -> [[String]] {
      plan.modules[module].sessions[session].teachers.map { $0.candidates.map { plan[$0].name } }
    }
    #expect(places(0, 0) == ["North.Hall"])
    #expect(places(0, 1) == ["Aula"])
    #expect(places(0, 2) == ["North.Room 1", "North.Room 2"])
    #expect(places(0, 3) == ["North.Mill"])
    #expect(places(1, 0) == ["South.Hall"])
    #expect(teachers(0, 0) == [["North.Li"]])
    #expect(teachers(0, 1) == [["Wu"]])
    #expect(teachers(0, 2) == [["Wu", "North.Li"]])
    #expect(teachers(1, 0) == [["North.Li"]])
    #expect(plan.rotations[0].modules == [ModuleID(0)])
    #expect(plan.rotations[1].modules == [ModuleID(1)])
    let room = plan.rotations[0].classOverrides[.init(run: 1, number: 1)]?.room
    #expect(room.map { plan[$0].name } == "North.Room 2")
  }

  @Test func allUnitsAreThoseOfTheSchool() {
    let plan = run(Self.network).plan
    #expect(plan.rotations[0].trainees == .units([UnitID(0)]))
    #expect(plan.rotations[1].trainees == .units([UnitID(1)]))
  }

  @Test func theOrderBetweenTheBracesIsOfNoImportance() {
    let outcome = run(
      """
      venue Hall
      school North { module M { lecture L { for run; in Hall } }; venue Hall }
      """)
    #expect(outcome.messages == [])
    #expect(outcome.plan.modules[0].sessions[0].places == [PlaceID(1)])
  }

  @Test func whatIsSavedIsReadTheSame() {
    let outcome = run(Self.network)
    let text = DeclarationWriter.text(outcome.state)
    let again = run(text)
    #expect(again.messages == [])
    #expect(again.plan == outcome.plan)
    #expect(DeclarationWriter.text(again.state) == text)
  }

  @Test func theWholeNameChangesItAnywhere() {
    var outcome = run(Self.network)
    outcome.run("venue North.Hall seats 80; school North { venue Hall seats 85 }")
    #expect(
      outcome.changes == ["venue North.Hall: seats 90 -> 80", "venue North.Hall: seats 80 -> 85"])
  }

  @Test func anUnknownNameIsThatOfASchool() {
    let outcome = run(Self.network + "\nmodule M { lecture L in \"Room 1\" }")
    #expect(outcome.planDiagnostics.map(\.message) == ["there is no place `Room 1`"])
    #expect(outcome.planDiagnostics.first?.remedies == ["did you mean `North.Room 1`?"])
  }

  @Test func runsAndWishesStandOutside() {
    #expect(run("school North { prefer compact days }").ids == ["misplaced-word"])
  }
}
