/// A way through the history with the arrow keys: from what was typed to the entries that begin with
/// what stood before the cursor, the newest first, and back.
struct HistoryWalk {
  private let prefix: String
  /// What was typed, to come back to.
  private let typed: String
  /// The entry that is shown; their number where it is what was typed.
  private(set) var position: Int
  /// What the walk has put into the line. Once the line is another, the walk has ended.
  private(set) var shown: String

  /// - Parameter count: how many entries there are.
  init(from typed: String, prefix: String, count: Int) {
    self.prefix = prefix
    self.typed = typed
    position = count
    shown = typed
  }

  /// Begins at an entry that was found in another way.
  init(from typed: String, at position: Int, showing entry: String) {
    prefix = ""
    self.typed = typed
    self.position = position
    shown = entry
  }

  /// Goes to an older entry; nil, without a step, where none fits.
  mutating func back(in entries: [String]) -> String? {
    let older = entries[..<min(position, entries.count)].lastIndex { fits($0) }
    guard let older else { return nil }
    position = older
    shown = entries[older]
    return shown
  }

  /// Goes to a newer entry, or behind the last to what was typed; nil where it stands there already.
  mutating func forth(in entries: [String]) -> String? {
    guard position < entries.count else { return nil }
    let newer = entries[(position + 1)...].firstIndex { fits($0) }
    position = newer ?? entries.count
    shown = newer.map { entries[$0] } ?? typed
    return shown
  }

  /// Behind the last entry the cursor stands where it stood.
  var cursor: Int? { shown == typed ? prefix.unicodeScalars.count : nil }

  private func fits(_ entry: String) -> Bool { entry.hasPrefix(prefix) && entry != shown }
}
