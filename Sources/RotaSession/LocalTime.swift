import RotaPlanning

extension Workspace {
  /// A time, in seconds since 1970, by the planner's clock: `2027-02-20 17:04`.
  func localTime(_ time: Double) -> String {
    let seconds = time.rounded(.down) + Double(environment.secondsAheadOfUTC(time))
    // What a damaged file says may be no time at all.
    guard let minutes = Int(exactly: (seconds / 60).rounded(.down)) else {
      return "an unknown time"
    }
    let day = Day(number: (minutes - (minutes % 1440 + 1440) % 1440) / 1440)
    return "\(day.iso) \(TimeOfDay(minutes: minutes - day.number * 1440).clock)"
  }
}
