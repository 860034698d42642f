import RotaPlanning

extension HardRule {
  /// The sessions are those that templates, audiences and meetings come to: none is missing, none
  /// is added, none is there twice.
  static let sessionsOfPlan = HardRule(.arithmetic) { recount in
    let expected = recount.expectedSessions
    let wanted = Set(expected)
    var seen: Set<SessionIdentity> = []
    var broken: [Violation] = []
    for session in recount.programme.sessions {
      if !wanted.contains(session.identity) {
        broken.append(
          Violation(.arithmetic, sessions: [session.identity], subject: "session not in the plan"))
      } else if !seen.insert(session.identity).inserted {
        broken.append(
          Violation(.arithmetic, sessions: [session.identity], subject: "session there twice"))
      }
    }
    for identity in expected where !seen.contains(identity) {
      broken.append(
        Violation(.arithmetic, sessions: [identity], subject: "session missing"))
    }
    return broken
  }
}

extension Recount {
  /// What the sessions must be, by rotation, module, template, audience and meeting.
  fileprivate var expectedSessions: [SessionIdentity] {
    rotations.flatMap { rotation, runs -> [SessionIdentity] in
      rotation.modules.flatMap { module in
        plan[module].sessions.flatMap { template in
          audiences(of: template, in: module, of: rotation, runs).flatMap { audience in
            (0..<max(0, template.meetings)).map {
              SessionIdentity(
                rotation: rotation.name, audience: audience, module: plan[module].name,
                session: template.name, meeting: $0 + 1)
            }
          }
        }
      }
    }
  }

  /// Those who meet: classes that attend the module, and runs of which somebody does or is expected.
  private func audiences(
    of template: SessionTemplate, in module: ModuleID, of rotation: Rotation, _ runs: [Run]
  ) -> [SessionIdentity.Audience] {
    switch template.audience {
    case .joint(let byRun):
      // The first rotation that teaches it holds it for all of them.
      let teaching = rotations.filter { $0.0.modules.contains(module) }
      guard teaching.first?.0.name == rotation.name else { return [] }
      let all = teaching.flatMap(\.1)
      if !byRun { return isHeld(template, module, for: all) ? [.joint(run: nil)] : [] }
      return Set(all.map(\.number)).sorted().filter { number in
        isHeld(template, module, for: all.filter { $0.number == number })
      }.map { .joint(run: $0) }
    case .run:
      return runs.filter { isHeld(template, module, for: [$0]) }.map { .run($0.number) }
    case .allRuns: return isHeld(template, module, for: runs) ? [.allRuns] : []
    case .runs(let numbers):
      let joint = runs.filter { numbers.contains($0.number) }
      return isHeld(template, module, for: joint) ? [.runs(numbers)] : []
    case .studyClass:
      return classes(of: module, in: runs).map { .studyClass(run: $0.run, number: $0.one.number) }
    case .groups(let size):
      return classes(of: module, in: runs).flatMap { run, one in
        (0..<Self.groups(of: size, in: one.people)).map {
          .group(run: run, studyClass: one.number, number: $0 + 1)
        }
      }
    }
  }

  private func isHeld(_ template: SessionTemplate, _ module: ModuleID, for runs: [Run]) -> Bool {
    if runs.isEmpty { return false }
    return template.expected != nil || !classes(of: module, in: runs).isEmpty
  }

  private func classes(of module: ModuleID, in runs: [Run]) -> [(run: Int, one: StudyClass)] {
    runs.flatMap { run in
      run.classes.compactMap { id in
        guard programme.classes.indices.contains(id.value) else { return nil }
        let one = programme[id]
        return one.modules?.contains(module) == false ? nil : (run.number, one)
      }
    }
  }

  /// The fewest groups of at most so many people.
  static func groups(of size: Int, in people: Int) -> Int {
    size > 0 && people > 0 ? (people - 1) / size + 1 : 0
  }
}
