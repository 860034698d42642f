import RotaPlanning

extension HardRule {
  /// Everything that a placement names is in the plan.
  static let names = HardRule(.unknownSession, .unknownPlace, .unknownTeacher) { recount in
    var broken = recount.unknown.map {
      Violation(.unknownSession, sessions: [$0], subject: $0.session)
    }
    for one in recount.held {
      for (name, place) in zip(one.placement.places, one.places) where place == nil {
        broken.append(Violation(.unknownPlace, sessions: [one.identity], subject: name))
      }
      for (name, teacher) in zip(one.placement.teachers, one.teachers) where teacher == nil {
        broken.append(Violation(.unknownTeacher, sessions: [one.identity], subject: name))
      }
    }
    return broken
  }
}
