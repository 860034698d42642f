import RotaDiagnostics
import RotaSyntax

/// Something the planner said that can be taken back by itself: a declaration, or one of its
/// clauses. Positions hold for one value of `Declarations` only.
public struct DeclarationPart: Hashable, Comparable, Sendable {
  /// Position among the declarations.
  public var item: Int
  /// Position among the sessions of the module, or the runs and classes of the rotation; nil for
  /// what is said of the module or rotation itself.
  public var child: Int?
  /// Position among the clauses; nil for the declaration as a whole.
  public var clause: Int?

  public init(item: Int, child: Int? = nil, clause: Int? = nil) {
    self.item = item
    self.child = child
    self.clause = clause
  }

  /// The declaration that a clause stands in.
  public var whole: DeclarationPart { DeclarationPart(item: item, child: child) }

  public static func < (a: Self, b: Self) -> Bool {
    (a.item, a.child ?? -1, a.clause ?? -1) < (b.item, b.child ?? -1, b.clause ?? -1)
  }
}

/// What becomes of a part in a changed copy of the declarations.
public enum PartEdit: Sendable {
  /// As if it had never been said.
  case remove
  /// The argument with a label gets another value, or with nil is left out.
  case set(String, Value?)
}

extension Declarations {
  /// Every part there is, in order: each declaration, its clauses, then its children likewise.
  public var parts: [DeclarationPart] {
    var parts: [DeclarationPart] = []
    for (index, item) in items.enumerated() {
      parts.append(DeclarationPart(item: index))
      parts += item.clauses.indices.map { DeclarationPart(item: index, clause: $0) }
      for (position, child) in item.children.enumerated() {
        parts.append(DeclarationPart(item: index, child: position))
        parts += child.clauses.indices.map {
          DeclarationPart(item: index, child: position, clause: $0)
        }
      }
    }
    return parts
  }

  /// The declaration of a part, or the one that its clause stands in.
  public func declaration(of part: DeclarationPart) -> Declaration? {
    guard items.indices.contains(part.item) else { return nil }
    let item = items[part.item]
    guard let child = part.child else { return item }
    return item.children.indices.contains(child) ? item.children[child] : nil
  }

  public func clause(of part: DeclarationPart) -> EvaluatedClause? {
    guard let position = part.clause, let declaration = declaration(of: part),
      declaration.clauses.indices.contains(position)
    else { return nil }
    return declaration.clauses[position]
  }

  /// Where a part was written.
  public func range(of part: DeclarationPart) -> SourceRange? {
    if part.clause != nil { return clause(of: part)?.range }
    guard let declaration = declaration(of: part) else { return nil }
    // What stands after the name may have been said again elsewhere.
    let origin = declaration.origin
    guard let said = declaration.arguments.last?.range else { return origin }
    let isInside =
      said.source == origin.source && said.lower >= origin.lower && said.upper <= origin.upper
    return isInside ? origin : said
  }

  /// A part as one short statement: `venue Hall seats 80`, `lecture Ethics in Hall`, `unit Harbour 60
  /// people`.
  public func text(of part: DeclarationPart) -> String {
    guard let declaration = declaration(of: part) else { return "" }
    let parent = part.child == nil ? nil : items[part.item]
    let subject = declaration.subject(in: parent)
    if let clause = clause(of: part) {
      // A wish is called by its clause.
      if declaration.entry.word == "prefer", clause.entry.role == .preference { return subject }
      return "\(subject) \(ClauseText.whole(clause))"
    }
    switch declaration.entry.word {
    case "run", "class", "travel", "require": return subject
    default:
      let arguments = ClauseText.arguments(declaration.arguments, of: declaration.entry)
      return arguments.isEmpty ? subject : "\(subject) \(arguments)"
    }
  }

  /// A copy with some parts taken out or changed. Names that refer to what was taken out then refer
  /// to nothing, which the elaborator reports.
  public func applying(_ edits: [DeclarationPart: PartEdit]) -> Declarations {
    if edits.isEmpty { return self }
    var touched: Set<Int> = []
    for part in edits.keys { touched.insert(part.item) }
    var copy = Declarations()
    copy.revision = revision + 1
    for (index, item) in items.enumerated() {
      var item = item
      if touched.contains(index) {
        guard item.apply(edits, at: DeclarationPart(item: index)) else { continue }
        let children = item.children
        item.children = []
        for (position, child) in children.enumerated() {
          var child = child
          if child.apply(edits, at: DeclarationPart(item: index, child: position)) {
            item.children.append(child)
          }
        }
        item.indexChildren()
      }
      copy.hints.add(copy.items.count, for: item.key.hashValue)
      copy.items.append(item)
    }
    return copy
  }
}

extension Declaration {
  /// Changes what is said of this declaration itself; false where it is taken out.
  fileprivate mutating func apply(
    _ edits: [DeclarationPart: PartEdit], at whole: DeclarationPart
  ) -> Bool {
    switch edits[whole] {
    case .remove: return false
    case .set(let label, let value): arguments.set(label, to: value)
    case nil: break
    }
    var part = whole
    var left: [EvaluatedClause] = []
    for (position, clause) in clauses.enumerated() {
      part.clause = position
      var clause = clause
      switch edits[part] {
      case .remove: continue
      case .set(let label, let value): clause.arguments.set(label, to: value)
      case nil: break
      }
      left.append(clause)
    }
    clauses = left
    return true
  }
}

extension [EvaluatedArgument] {
  fileprivate mutating func set(_ label: String, to value: Value?) {
    guard let index = firstIndex(where: { $0.label == label && $0.value != nil }) else { return }
    guard let value else {
      remove(at: index)
      return
    }
    self[index].value = value
  }
}
