import RotaPlanning

extension Recount {
  /// For each session that people have been told of and that begins in some period: in how many
  /// aspects, or in whether one, it is not as they were told.
  func sessionsNotAsPublished(_ aspect: Publication.Aspect?) -> [Breach] {
    guard let publication else { return [] }
    return held.indices.compactMap { position in
      let one = held[position]
      guard one.startSlot != nil, let told = publication.entries[one.identity], !told.isCancelled
      else { return nil }
      var count = 0
      if aspect ?? .times == .times {
        let isThen = one.time.map { $0.day == told.placement.day && $0.minutes == told.minutes }
        count += isThen == true ? 0 : 1
      }
      if aspect ?? .places == .places {
        let now = one.placement.places
        let toldThen = told.placement.places
        count += now.first == toldThen.first && Set(now) == Set(toldThen) ? 0 : 1
      }
      if aspect ?? .teachers == .teachers {
        count += Set(one.placement.teachers) == Set(told.placement.teachers) ? 0 : 1
      }
      return breach(position, count: count)
    }
  }
}
