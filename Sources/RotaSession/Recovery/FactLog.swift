import RotaPlanning
import RotaTimetabling

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What the running statement has learned from outside; or, where a journal is being read, what it
/// learned when it was run first, which it is told again.
struct FactLog: Sendable {
  private enum Use { case passing, recording, telling }

  private var use = Use.passing
  private var facts: [Fact] = []

  static let passing = FactLog()
  static var recording: FactLog {
    var log = FactLog()
    log.use = .recording
    return log
  }
  static func telling(_ facts: [Fact]) -> FactLog {
    var log = FactLog()
    log.use = .telling
    log.facts = facts
    return log
  }

  /// What was learned since it was last asked.
  mutating func takeLearned() -> [Fact] {
    guard use == .recording else { return [] }
    defer { facts = [] }
    return facts
  }

  mutating func bytes(
    of path: String, read: (String) throws(SessionEnvironment.FileProblem) -> [UInt8]
  ) throws(SessionEnvironment.FileProblem) -> [UInt8] {
    let known = told { fact in
      if case .file(path, let bytes) = fact { Array(bytes) } else { nil }
    }
    if let known { return known }
    let bytes = try read(path)
    learn(.file(path: path, bytes: Data(bytes)))
    return bytes
  }

  /// - Parameter start: the timetable that the search begins with.
  mutating func result(from start: Timetable, search: () -> SolveResult) -> SolveResult {
    let known = told { fact in
      if case .search(let outcome) = fact { outcome } else { nil }
    }
    if let known { return known.result(from: start) }
    let result = search()
    learn(.search(SearchOutcome(result, from: start)))
    return result
  }

  mutating func repair(_ find: () -> String?) -> String? {
    let known = told { fact in
      if case .repair(let text) = fact { text } else { nil }
    }
    if let known { return known }
    let text = find()
    if let text { learn(.repair(text)) }
    return text
  }

  /// The plan that came back from an editor then.
  var edited: String? {
    mutating get {
      told { fact in
        if case .edited(let text) = fact { text } else { nil }
      }
    }
  }

  mutating func learn(edited text: String) { learn(.edited(text)) }

  private mutating func learn(_ fact: @autoclosure () -> Fact) {
    if use == .recording { facts.append(fact()) }
  }

  private mutating func told<T>(_ choose: (Fact) -> T?) -> T? {
    guard use == .telling else { return nil }
    for (index, fact) in facts.enumerated() {
      if let value = choose(fact) {
        facts.remove(at: index)
        return value
      }
    }
    return nil
  }
}
