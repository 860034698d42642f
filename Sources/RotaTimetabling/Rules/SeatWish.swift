/// Soft: `enough seats`. It sums the people beyond the seats of the venue, session by session.
struct SeatWish {
  private(set) var lacking = 0

  @inline(__always)
  mutating func change(
    _ problem: borrowing Problem, _ session: Int, _ place: Int, by sign: Int
  ) {
    lacking += sign * Self.lacking(problem, session, at: place)
  }

  @inline(__always)
  static func lacking(_ problem: borrowing Problem, _ session: Int, at place: Int) -> Int {
    problem.isStreamed[session]
      ? 0 : max(0, problem.people[session] &- problem.wishedSeats[place &- problem.firstPlace])
  }
}
