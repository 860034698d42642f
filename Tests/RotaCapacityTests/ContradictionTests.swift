import RotaCapacity
import RotaDiagnostics
import RotaPlanning
import Testing

/// Rules of one session that no time keeps.
@Suite struct ContradictionTests {
  private func findings(
    _ audience: SessionTemplate.Audience = .run, _ change: (inout SessionTemplate) -> Void
  ) -> [Diagnostic] {
    var builder = PlanBuilder()
    builder.session("Talk", audience, change)
    builder.session("Visit", audience)
    return builder.findings
  }

  private func expect(
    _ message: String, _ notes: [String], _ findings: [Diagnostic],
    at location: SourceLocation = #_sourceLocation
  ) {
    #expect(
      findings.map(\.kind) == [CapacityMessages.rulesContradict], sourceLocation: location)
    #expect(findings.map(\.message) == [message], sourceLocation: location)
    #expect(findings.first?.severity == .impossible, sourceLocation: location)
    #expect(findings.first?.notes.map(\.message) == notes, sourceLocation: location)
  }

  @Test func firstAndLastNeedsPeopleWithoutOtherSessions() {
    expect(
      "Talk of run 1 cannot be both first and last: its people attend Visit too",
      ["first", "last"],
      findings {
        $0.isFirst = true
        $0.isLast = true
      })
    var alone = PlanBuilder()
    alone.session("Talk") {
      $0.isFirst = true
      $0.isLast = true
    }
    #expect(alone.findings.isEmpty)
  }

  @Test func theSameDayIsNotAnother() {
    expect(
      "Talk of run 1 cannot keep both `same day as Visit` and `not same day as Visit`",
      ["same day as Visit", "not same day as Visit"],
      findings {
        $0.relations = [
          .init(kind: .sameDay, session: "Visit"), .init(kind: .notSameDay, session: "Visit"),
        ]
      })
  }

  @Test func relationsThatCanBothBeKeptAreNoContradiction() {
    let pairs: [[SessionTemplate.Relation.Kind]] = [
      [.after, .sameDay], [.rightAfter, .sameDay], [.withinDays(2), .atLeastDaysAfter(2)],
      [.before, .atLeastDaysAfter(0)], [.withinDays(1), .notSameDay],
    ]
    for pair in pairs {
      let found = findings { template in
        template.relations = pair.map { .init(kind: $0, session: "Visit") }
      }
      #expect(found.isEmpty, "\(pair)")
    }
    let excluded: [[SessionTemplate.Relation.Kind]] = [
      [.rightAfter, .notSameDay], [.withinDays(1), .atLeastDaysAfter(2)], [.after, .before],
      [.atLeastDaysAfter(1), .sameDay],
    ]
    for pair in excluded {
      let found = findings { template in
        template.relations = pair.map { .init(kind: $0, session: "Visit") }
      }
      #expect(found.map(\.kind) == [CapacityMessages.rulesContradict], "\(pair)")
    }
  }

  @Test func rulesTowardsSessionsOfOtherPeopleBindNothing() {
    var builder = PlanBuilder()
    builder.rotation.runs = .exactly(2)
    builder.rotation.classes = 2
    builder.rotation.length = 2
    builder.session("Talk", .runs([1])) {
      $0.relations = [
        .init(kind: .sameDay, session: "Visit"), .init(kind: .notSameDay, session: "Visit"),
      ]
    }
    builder.session("Visit", .runs([2]))
    #expect(builder.findings.isEmpty)
  }

  @Test func aDayIsNotBothAskedForAndRefused() {
    expect(
      "Talk of run 1 cannot keep both `first day` and `not first day`",
      ["first day", "not first day"],
      findings {
        $0.onFirstDay = true
        $0.notFirstDay = true
      })
    expect(
      "Talk of run 1 cannot keep both `on day 2` and `not on day 2`",
      ["on day 2", "not on day 2"],
      findings {
        $0.onDays = [2]
        $0.notOnDays = [2]
      })
    #expect(
      findings {
        $0.onDays = [2, 3]
        $0.notOnDays = [2]
      }.isEmpty)
  }
}
