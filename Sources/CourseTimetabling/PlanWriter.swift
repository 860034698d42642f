import RotaDiagnostics

/// Writes statements of the language in its canonical form.
struct PlanWriter {
  private(set) var text = ""
  private var depth = 0
  /// Lines are broken where they would be longer, between clauses and at commas.
  private static let widest = 100

  private var indent: String { String(repeating: "    ", count: depth) }

  /// A clause that lists something: its word, then items set apart by commas.
  struct Clause {
    let word: String
    let items: [String]

    init(_ word: String, _ items: [String]) {
      self.word = word
      self.items = items
    }
    init(_ text: String) { self.init(text, []) }

    var text: String { items.isEmpty ? word : "\(word) " + items.joined(separator: ", ") }
  }

  mutating func blankLine() { text += "\n" }

  mutating func comment(_ lines: String...) {
    for line in lines { text += indent + "# \(line)\n" }
  }

  mutating func line(_ statement: String) { text += indent + statement + "\n" }

  /// Begins a statement whose clauses stand between braces, up to `close`.
  mutating func open(_ head: String) {
    line(head + " {")
    depth += 1
  }

  mutating func close() {
    depth -= 1
    line("}")
  }

  /// A statement with its clauses: on one line if they fit there, else the clauses that belong
  /// together on one line.
  mutating func statement(_ head: String, _ groups: [[Clause]]) {
    let clauses = groups.joined().map(\.text)
    let whole = "\(head) { " + clauses.joined(separator: "; ") + " }"
    if clauses.count == 1, !clauses[0].isEmpty {
      let short = "\(head) \(clauses[0])"
      if fits(short) { return line(short) }
    } else if fits(whole) {
      return line(whole)
    }
    open(head)
    for group in groups where !group.isEmpty { self.clauses(group) }
    close()
  }

  /// Clauses that stand only where a condition holds.
  mutating func condition(_ head: String, _ clauses: [Clause]) {
    let whole = "\(head) { " + clauses.map(\.text).joined(separator: "; ") + " }"
    if fits(whole) { return line(whole) }
    open(head)
    for clause in clauses { self.clause(clause) }
    close()
  }

  private func fits(_ line: String) -> Bool {
    indent.count + line.displayWidth <= Self.widest
  }

  /// Clauses that belong together: on one line if they fit there.
  mutating func clauses(_ group: [Clause]) {
    let whole = group.map(\.text).joined(separator: "; ")
    if fits(whole) { return line(whole) }
    for clause in group { self.clause(clause) }
  }

  /// A clause on as many lines as it takes; a comma at the end of a line carries it on.
  mutating func clause(_ clause: Clause) {
    var current = clause.word
    for (index, item) in clause.items.enumerated() {
      let piece = index == clause.items.count - 1 ? item : item + ","
      if index > 0, !fits("\(current) \(piece)") {
        line(current)
        current = "    " + piece
      } else {
        current += " " + piece
      }
    }
    line(current)
  }
}
