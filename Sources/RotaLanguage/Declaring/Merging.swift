import RotaDiagnostics
import RotaSyntax

/// Declaring again what is there already.
extension Declarations {
  /// Takes in a declaration and gives what it changed of things that an earlier top-level statement
  /// declared.
  mutating func merge(_ new: consuming Declaration, statement: Int) -> [Change] {
    let key = new.key
    let hash = key.hashValue
    guard let position = position(of: key, hash: hash) else {
      hints.add(items.count, for: hash)
      new.markBorn(statement)
      items.append(new)
      revision += 1
      return []
    }
    let new = new
    var changes: [Change] = []
    let differs = items.update(position) {
      $0.merge(new, parent: nil, statement: statement, into: &changes)
    }
    if differs == true { revision += 1 }
    return changes
  }

  /// Takes a declaration out by position in `items`.
  mutating func remove(at position: Int) {
    let left = items.enumerated().filter { $0.offset != position }.map(\.element)
    items = PersistentArray(left)
    hints = PositionHints()
    for (index, item) in left.enumerated() { hints.add(index, for: item.key.hashValue) }
    revision += 1
  }

  /// Takes clauses away of a declaration, or of one of its children.
  mutating func removeClauses(
    of position: Int, child: Int?, where isMeant: (EvaluatedClause) -> Bool
  ) {
    _ = items.update(position) {
      if let child {
        $0.children[child].clauses.removeAll(where: isMeant)
      } else {
        $0.clauses.removeAll(where: isMeant)
      }
    }
    revision += 1
  }

  mutating func removeChild(_ child: Int, of position: Int) {
    _ = items.update(position) {
      $0.children.remove(at: child)
      $0.indexChildren()
    }
    revision += 1
  }
}

extension Declaration {
  fileprivate mutating func markBorn(_ statement: Int) {
    self.statement = statement
    for index in children.indices { children[index].statement = statement }
  }

  mutating func indexChildren() {
    childPositions = [:]
    for (index, child) in children.enumerated() { childPositions[child.key] = index }
  }

  /// Takes in what another statement says of the same thing; false where it says nothing new.
  fileprivate mutating func merge(
    _ new: Declaration, parent: Declaration?, statement: Int, into changes: inout [Change]
  ) -> Bool {
    let isReported = self.statement < statement
    var differs = false
    func note(_ change: @autoclosure () -> Change) {
      differs = true
      if isReported { changes.append(change()) }
    }
    if new.form != form || new.entry.word != entry.word {
      note(
        Change(
          subject: subject(in: parent), clause: "form", old: formText, new: new.formText))
      form = new.form
      entry = new.entry
    }
    if new.name != name, !new.name.isEmpty, entry.word == "plan" {
      note(
        Change(
          subject: entry.word, clause: "name",
          old: name.isEmpty ? nil : NameSyntax.quoteIfNeeded(name),
          new: NameSyntax.quoteIfNeeded(new.name)))
      name = new.name
    }
    if !new.arguments.isEmpty, !new.arguments.saySame(as: arguments) {
      note(
        Change(
          subject: subject(in: parent), clause: "", old: ClauseText.arguments(arguments, of: entry),
          new: ClauseText.arguments(new.arguments, of: new.entry)))
      arguments = new.arguments
    }
    for clause in new.clauses {
      if let index = clauses.firstIndex(where: { clause.replaces($0) }) {
        if clause.saysTheSame(as: clauses[index]) { continue }
        note(Change.of(clauses[index], to: clause, subject: subject(in: parent)))
        clauses[index] = clause
      } else {
        note(Change.of(nil, to: clause, subject: subject(in: parent)))
        clauses.append(clause)
      }
    }
    for child in new.children {
      let key = child.key
      if let index = childPositions[key] {
        let whole = Declaration(entry: entry, name: name, origin: origin, nameRange: nameRange)
        if children[index].merge(child, parent: whole, statement: statement, into: &changes) {
          differs = true
        }
      } else {
        childPositions[key] = children.count
        children.append(child)
        children[children.count - 1].statement = statement
        differs = true
      }
    }
    return differs
  }

  /// Takes in a session, run or class while this declaration itself is being read.
  mutating func add(_ child: Declaration, statement: Int) {
    var ignored: [Change] = []
    var holder = Declaration(entry: entry, name: name, origin: origin, nameRange: nameRange)
    holder.children = [child]
    _ = merge(holder, parent: nil, statement: statement, into: &ignored)
  }
}

extension Change {
  /// A clause in the place of another, or a new one.
  fileprivate static func of(
    _ old: EvaluatedClause?, to new: EvaluatedClause, subject: String
  ) -> Change {
    if let old, old.entry.word != new.entry.word {
      return Change(
        subject: subject, clause: "", old: ClauseText.whole(old), new: ClauseText.whole(new))
    }
    if ClauseText.standsFirst(new.entry) {
      return Change(
        subject: subject, clause: new.entry.word,
        old: old.map { ClauseText.arguments($0.arguments, of: $0.entry) },
        new: ClauseText.arguments(new.arguments, of: new.entry))
    }
    return Change(
      subject: subject, clause: "", old: old.map(ClauseText.whole), new: ClauseText.whole(new))
  }
}
