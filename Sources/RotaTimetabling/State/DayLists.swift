/// For each resource and day, the members that hold it then: doubly linked lists in flat arrays, so
/// that a session enters and leaves them without searching and without allocation.
struct DayLists: ~Copyable {
  private var first: Counts
  private var next: Counts
  private var previous: Counts

  init(dayLists: Int, members: Int) {
    first = Counts(repeating: -1, count: dayLists)
    next = Counts(repeating: -1, count: members)
    previous = Counts(repeating: -1, count: members)
  }

  @inline(__always)
  func head(_ list: Int) -> Int { first[list] }
  @inline(__always)
  func after(_ member: Int) -> Int { next[member] }

  @inline(__always)
  mutating func link(_ member: Int, into list: Int) {
    let head = first[list]
    next[member] = head
    previous[member] = -1
    if head >= 0 { previous[head] = member }
    first[list] = member
  }

  @inline(__always)
  mutating func unlink(_ member: Int, from list: Int) {
    let before = previous[member]
    let after = next[member]
    if before >= 0 { next[before] = after } else { first[list] = after }
    if after >= 0 { previous[after] = before }
  }

  /// Members in all lists together.
  func size() -> Int {
    var size = 0
    for list in 0..<first.count {
      var member = first[list]
      while member >= 0 {
        size += 1
        member = next[member]
      }
    }
    return size
  }
}
