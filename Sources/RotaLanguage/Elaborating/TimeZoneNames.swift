/// Names of time zones. The zones themselves are known to the calendars that read what is exported;
/// here only the form of a name is judged, so that a plan means the same on every machine.
enum TimeZoneNames {
  /// Areas of the time zone database.
  private static let areas: Set<String> = [
    "Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Europe",
    "Indian", "Pacific", "Etc",
  ]

  static func isValid(_ name: String) -> Bool {
    if name == "UTC" || name == "GMT" { return true }
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), areas.contains(String(parts[0])) else { return false }
    return parts.dropFirst().allSatisfy { part in
      !part.isEmpty
        && part.utf8.allSatisfy {
          (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
            || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0)
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
            || [UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "+")].contains($0)
        }
    }
  }
}
