@testable import RotaSyntax

/// Random numbers from a seed (SplitMix64), so that a failing case can be run again.
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Writes random programs that the vocabulary allows, with careless blanks, comments, line breaks
/// and full-width punctuation.
struct RandomPrograms {
  private var numbers: SeededNumbers

  init(seed: UInt64) { numbers = SeededNumbers(seed: seed) }

  mutating func program() -> String {
    (0..<Int.random(in: 1...6, using: &numbers)).map { _ in
      statement(.top, depth: 0)
        + pick(["\n", "\n\n\n", ";", " ；\n", "  # note ; { \n", "\n# line\n"])
    }.joined()
  }

  private mutating func pick<T>(_ items: [T]) -> T {
    items[Int.random(in: 0..<items.count, using: &numbers)]
  }

  private mutating func chance(_ percent: Int) -> Bool {
    Int.random(in: 0..<100, using: &numbers) < percent
  }

  private mutating func gap() -> String { pick([" ", " ", "  ", "\t", "\u{3000}"]) }

  private mutating func statement(_ context: Context, depth: Int) -> String {
    if chance(20), depth < 4 {
      switch Int.random(in: 0..<5, using: &numbers) {
      case 0: return "let\(gap())x\(gap())=\(gap())\(expression(2))"
      case 1: return "for\(gap())n in \(expression(1))\(gap())\(block(context, depth))"
      case 2:
        let other = chance(50) ? pick([" ", "\n", ""]) + "else \(block(context, depth))" : ""
        return "if \(expression(2)) \(block(context, depth))\(other)"
      case 3: return "def f(a,\(gap())b = \(expression(1)))\(gap())\(block(context, depth))"
      default: return "f(\(expression(1)),b: \(expression(1)))"
      }
    }
    let heads = Grammar[context].all.filter { $0.entry.role != .control }
    return heads.isEmpty ? "let y = 1" : phrase(pick(heads), depth: depth)
  }

  private mutating func block(_ context: Context, _ depth: Int) -> String {
    var text = pick(["{", "{ ", "{\n", "｛", "{ # open\n"])
    for _ in 0..<Int.random(in: 0...3, using: &numbers) {
      text += statement(context, depth: depth + 1) + pick([";", "\n", "； ", "  # c\n", "\n\n\n\n"])
    }
    return text + pick(["}", "｝", " }"])
  }

  private mutating func phrase(_ head: Head, depth: Int) -> String {
    var parts = head.words
    parts += usage(head.elements)
    if let opened = head.entry.opens {
      let clauses = Grammar[opened].all.filter(\.isClause)
      if !clauses.isEmpty {
        for _ in 0..<Int.random(in: 0...2, using: &numbers) {
          parts.append(phrase(pick(clauses), depth: depth))
        }
      }
      if chance(40), depth < 4 { parts.append(block(opened, depth)) }
    }
    return parts.reduce("") { text, part in text.isEmpty ? part : text + gap() + part }
  }

  private mutating func usage(_ elements: [Usage.Element]) -> [String] {
    elements.flatMap { element -> [String] in
      switch element {
      case .word(let word): return [word]
      case .slot(let slot, _): return [self.slot(slot)]
      case .optional(let inner): return chance(40) ? usage(inner) : []
      case .choice(let alternatives): return usage(pick(alternatives))
      }
    }
  }

  private mutating func slot(_ slot: Usage.Slot) -> String {
    switch slot {
    case .word: return pick(["table", "text", "html"])
    case .kind: return pick(["Hall", "venue2"])
    case .option: return "width"
    case .file: return pick(["a/b#c-1.rota", "\"my plan.rota\"", "~/x"])
    case .windows: return several { $0.window() }
    case .text: return string()
    case .value, .values: return slot == .values ? several { $0.expression(2) } : expression(3)
    case .dates, .weekdays, .numbers: return several { $0.simple() }
    case _ where slot.takesNames: return several { $0.name() }
    case _ where slot.takesName: return name()
    default: return simple()
    }
  }

  private mutating func several(_ item: (inout RandomPrograms) -> String) -> String {
    (0..<Int.random(in: 1...3, using: &numbers)).map { _ in item(&self) }
      .joined(separator: pick([", ", ",", "、", "，", ",\n  ", ", # c\n\n"]))
  }

  private mutating func name() -> String {
    pick(["Hall", "新境界", "1班", "Nguyễn_Văn", "O’Brien", "zh-Hans", "A-101", string()])
  }

  private mutating func string() -> String {
    pick(["\"a b\"", "“研讨室{n}”", "\"\\\"q\\\" \\{ \\\\ “x”\"", "\"{ 1+2 }x{\"y{ n }\"}\"", "\"\""])
  }

  /// What stands in a slot of a clause: no comparisons, no words as operators.
  private mutating func simple() -> String {
    switch Int.random(in: 0..<7, using: &numbers) {
    case 0: return "\(number())\(pick(["..", " .. "]))\(number())"
    case 1: return "2023-2-0\(Int.random(in: 1...9, using: &numbers))..2023-04-04"
    case 2: return "\(number())\(gap())+\(gap())\(number())*2"
    case 3: return "-\(number())"
    case 4: return "（\(expression(2))）"
    default: return number()
    }
  }

  private mutating func number() -> String {
    pick(["5", "0.5", "１２", "40min", "40 min", "30 %", "62 people", "2 days"])
  }

  private mutating func window() -> String {
    pick(["Tue..Fri 09:00-17:00", "Mon 8:30-10:00", "2027-03-10", "2027-03-10 .. 2027-03-12 Sat"])
  }

  private mutating func expression(_ depth: Int) -> String {
    guard depth > 0 else {
      return pick([
        "1", "n", "\"s{n}\"", "Mon", "true", "2023-02-23", "08:30", "25%", "3 days", "场地",
      ])
    }
    let next = depth - 1
    switch Int.random(in: 0..<9, using: &numbers) {
    case 0: return "(\(expression(next)))"
    case 1: return "[\(expression(next)),\n \(expression(next)),]"
    case 2: return "not \(expression(next))"
    case 3: return "-\(expression(0))"
    case 4: return "f( \(expression(next)) , form:\(expression(next)) )"
    case 5: return "(\(expression(next)))..(\(expression(next)))"
    default:
      let sign = pick([
        "+", "-", "*", "/", "mod", "=", "==", "!=", "≠", "≤", "in", "and", "or\n", "×",
      ])
      return "(\(expression(next)))\(gap())\(sign)\(gap())\(expression(0))"
    }
  }
}
