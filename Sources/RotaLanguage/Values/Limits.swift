/// How far a script may go; past these limits it is told so instead of running out of memory.
enum Limits {
  static let textBytes = 1_000_000
  static let nameBytes = 1_000
  static let listItems = 1_000_000
  /// Turns of all loops and calls of one text.
  static let turns = 10_000_000
  /// Definitions that call each other.
  static let calls = 200
  /// Statements and expressions inside each other, counted together. A level takes up to 10 kB of
  /// the stack where nothing is optimised, of 8 MB.
  static let nesting = 700
  /// 1900-01-01 to 2200-12-31, as days from 1970-01-01.
  static let days = -25_567...84_370
}
