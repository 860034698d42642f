import RotaSession

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The lines of a journal: one JSON object for each entry.
enum JournalLines {
  /// - Throws: where the entry holds what JSON cannot say.
  static func line(_ entry: JournalEntry) throws -> [UInt8] {
    Array(try JSONEncoder().encode(entry)) + [0x0A]
  }

  /// The entries up to the first that cannot be read, with which the file broke off.
  static func entries(_ bytes: [UInt8]) -> [JournalEntry] {
    let decoder = JSONDecoder()
    var entries: [JournalEntry] = []
    for line in bytes.split(separator: 0x0A) {
      guard let entry = try? decoder.decode(JournalEntry.self, from: Data(line)) else { break }
      entries.append(entry)
    }
    return entries
  }
}
