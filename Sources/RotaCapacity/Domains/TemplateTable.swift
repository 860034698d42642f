import RotaPlanning

/// The templates that sessions come from, each once, so that what depends on a template alone is
/// worked out once and not for each of its many sessions.
struct TemplateTable {
  private(set) var all: [SessionTemplate] = []
  /// Position in `all` by session.
  private(set) var ofSession: [Int] = []

  init(plan: Plan, programme: Programme) {
    var positions: [TemplateKey: Int] = [:]
    ofSession.reserveCapacity(programme.sessions.count)
    for session in programme.sessions {
      let key = TemplateKey(session)
      let position = positions[key] ?? all.count
      if position == all.count {
        positions[key] = position
        all.append(plan.template(of: session))
      }
      ofSession.append(position)
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
