import RotaPlanning

/// What is known of rotations worked out before. Most of them stay as they are from one statement to
/// the next, and where all do, so does the programme.
public struct ArithmeticMemory: Sendable {
  private var calendar: TeachingCalendar?
  /// Of rotations against which nothing stands: what does is worked out anew, for it cites where
  /// things were written.
  private var rotations = Memory<RotationID, RotationQuestion, RotationPart>()
  private var serials = 0
  private var last: (serials: [Int], programme: Programme)?

  public init() {}

  /// Every answer depends on the calendar: of another one nothing is known.
  mutating func keep(for calendar: TeachingCalendar) {
    if self.calendar == calendar { return }
    self.calendar = calendar
    rotations = Memory()
  }

  func part(_ question: RotationQuestion, of id: RotationID) -> RotationPart? {
    rotations.answer(to: question, about: id)
  }

  /// The part with a number of its own; remembered where a question is given.
  mutating func numbered(
    _ part: RotationPart, of id: RotationID, answering question: RotationQuestion?
  ) -> RotationPart {
    var part = part
    serials += 1
    part.serial = serials
    if let question { rotations.remember(part, to: question, about: id) }
    return part
  }

  /// The last programme, where it was made of parts of these numbers alone.
  func programme(of serials: [Int]) -> Programme? {
    guard let last, last.serials == serials else { return nil }
    return last.programme
  }

  /// The programme to go on with: the last one where this says the same, since two values that share
  /// their storage are compared at a glance.
  mutating func kept(_ programme: Programme, of serials: [Int]) -> Programme {
    var kept = programme
    if let last, last.programme == programme { kept = last.programme }
    last = (serials, kept)
    return kept
  }
}

/// All that decides runs, classes and sessions of a rotation, given the calendar.
struct RotationQuestion: Equatable, Sendable {
  private var rotation: Rotation
  private var modules: [Module]
  private var units: [Unit]
  private var beds: BedTable
  private var earlier: EarlierRuns
  private var before: ProgrammeCounts
  /// What sessions need to know of places and teachers: seats, streams, who comes by stream only.
  private var facts: [Int]

  init(_ it: RotationCase, after counts: ProgrammeCounts) {
    rotation = it.rotation
    beds = it.beds
    before = counts
    earlier = it.earlier.concerning(it)
    units = it.population.rows.compactMap { $0.unit.map { unit in it.plan[unit] } }
    modules = rotation.modules.map { it.plan[$0] }
    facts = [it.plan.preferences.contains { $0.wish == .enoughSeats } ? 1 : 0]
    for template in modules.lazy.flatMap(\.sessions) {
      for id in template.places + template.streamedTo {
        let place = it.plan.places[id.value]
        facts += [place.seats ?? -1, place.streams ? 1 : 0, place.role == .venue ? 1 : 0]
      }
      for need in template.teachers {
        facts.append(need.candidates.allSatisfy { it.plan.teachers[$0.value].isRemote } ? 1 : 0)
      }
    }
  }
}
