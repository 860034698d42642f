import RotaPlanning

extension Recount {
  /// For each session of a group: the other groups of the class that do not begin the same session with
  /// it.
  var groupsApart: [Breach] {
    struct InGroups: Hashable {
      var studyClass: ClassID
      var module: ModuleID
      var template: Int
    }
    func inGroups(_ session: Session) -> InGroups? {
      guard case .group = session.identity.audience, let id = session.classes.first else {
        return nil
      }
      return InGroups(studyClass: id, module: session.module, template: session.template)
    }
    var groups: [InGroups: Set<SessionIdentity.Audience>] = [:]
    for session in programme.sessions {
      if let which = inGroups(session) {
        groups[which, default: []].insert(session.identity.audience)
      }
    }
    var starts: [InGroups: [Int: Int]] = [:]
    for one in held {
      if let time = one.time, let which = inGroups(one.session) {
        starts[which, default: [:]][time.start, default: 0] += 1
      }
    }
    return held.indices.compactMap { position in
      let one = held[position]
      guard let time = one.time, let which = inGroups(one.session) else { return nil }
      let together = starts[which]?[time.start] ?? 0
      return breach(position, count: (groups[which]?.count ?? 0) - together)
    }
  }
}
