/// What schools give each other, in words that engine, verifier and reports agree on.
extension Plan {
  /// The schools whose classes attend a session, each once, in order; a rotation of no school is
  /// nobody's.
  public func schools(attending session: Session, in programme: Programme) -> [SchoolID] {
    let rotations =
      session.runs.isEmpty
      ? [session.rotation] : session.runs.map { programme[$0].rotation }
    return Set(rotations.compactMap { self[$0].school }).sorted()
  }
}
