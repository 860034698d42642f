import RotaPlanning

extension Recount {
  /// For each meeting of a class in groups: those that begin at another time than most of them.
  var groupsApart: [Breach] {
    struct Meeting: Hashable {
      var studyClass: ClassID
      var module: ModuleID
      var template: Int
      var meeting: Int
    }
    var meetings: [Meeting] = []
    var groups: [Meeting: [Int]] = [:]
    for (position, one) in held.enumerated() where one.time != nil {
      guard case .group = one.identity.audience, let id = one.session.classes.first else {
        continue
      }
      let meeting = Meeting(
        studyClass: id, module: one.session.module, template: one.session.template,
        meeting: one.identity.meeting)
      if groups[meeting] == nil { meetings.append(meeting) }
      groups[meeting, default: []].append(position)
    }
    return meetings.map { meeting in
      let positions = groups[meeting] ?? []
      let together = Dictionary(grouping: positions) { held[$0].time?.start ?? 0 }
      let most = together.values.map(\.count).max() ?? 0
      return Breach(
        .studyClass(meeting.studyClass), sessions: positions, count: positions.count - most)
    }
  }
}
