import RotaPlanning

/// The templates that sessions come from, each once, so that what depends on a template alone is
/// worked out once and not for each of its many sessions.
struct TemplateTable {
  private(set) var all: [SessionTemplate] = []
  /// The first session of each.
  private(set) var firstSession: [Int] = []
  /// Position in `all` by session.
  private(set) var ofSession: [Int] = []

  init(
    plan: Plan, programme: Programme, _ cancellation: Cancellation
  ) throws(Cancellation.Requested) {
    var positions: [TemplateKey: Int] = [:]
    ofSession.reserveCapacity(programme.sessions.count)
    // Sessions of one template mostly stand next to each other.
    var last: (key: TemplateKey, position: Int)?
    for index in programme.sessions.indices {
      try cancellation.check()
      let key = TemplateKey(programme.sessions[index])
      if let last, last.key == key {
        ofSession.append(last.position)
        continue
      }
      let position = positions[key] ?? all.count
      if position == all.count {
        positions[key] = position
        all.append(plan.template(of: programme.sessions[index]))
        firstSession.append(index)
      }
      ofSession.append(position)
      last = (key, position)
    }
  }

  subscript(session: Int) -> SessionTemplate { all[ofSession[session]] }

  func periods(_ session: Int) -> Int { all[ofSession[session]].periods }
}

/// A template by its position in the plan.
struct TemplateKey: Hashable {
  var module: ModuleID
  var template: Int
  init(_ session: Session) {
    module = session.module
    template = session.template
  }
}
