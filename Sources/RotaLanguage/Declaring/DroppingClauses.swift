import RotaDiagnostics
import RotaSyntax

/// `drop CLAUSE of KIND NAME`: takes away what was said of something in one clause.
enum DroppingClauses {
  /// A declaration, or one that stands in it.
  private struct Place {
    var item: Int
    var child: Int?
  }

  private static let kinds = [
    "teacher", "venue", "site", "unit", "school", "module", "rotation", "standard",
  ]

  static func drop(
    _ clause: EvaluatedArgument, as command: Command, from declarations: inout Declarations
  ) throws(Diagnostic) -> Change {
    let word = clause.value?.string ?? ""
    let place = try holder(in: command, declarations)
    let item = declarations.items[place.item]
    let (declaration, parent) = place.child.map { (item.children[$0], item) } ?? (item, nil)
    let said = command.argument("said")
    func isMeant(_ clause: EvaluatedClause) -> Bool {
      clause.entry.word == word && (said?.value?.string.map(clause.says) ?? true)
    }
    let change = try declaration.without(
      word, said, in: parent, at: clause.range, where: isMeant)
    declarations.removeClauses(of: place.item, child: place.child, where: isMeant)
    return change
  }

  private static func holder(
    in command: Command, _ declarations: Declarations
  ) throws(Diagnostic) -> Place {
    // `of class 3 of run 2` has both numbers.
    if let number = command.argument("number") {
      let found = try Dropping.child(number, command, "class", in: declarations)
      return Place(item: found.rotation, child: found.child)
    }
    if let number = command.argument("run"), number.value?.integer != nil {
      let found = try Dropping.child(number, command, "run", in: declarations)
      return Place(item: found.rotation, child: found.child)
    }
    let name = command.argument("holder")
    if command.has("plan") {
      guard let plan = declarations.items.firstIndex(where: { $0.entry.word == "plan" }) else {
        throw LanguageMessages.unknownName(
          name?.value?.string ?? "", sort: "plan", near: [], at: name?.range ?? command.range)
      }
      return Place(item: plan)
    }
    guard let name else { throw LanguageMessages.dropNeedsName("session", at: command.range) }
    if command.has("session") || command.argument("form") != nil {
      let form = command.value("form")?.string ?? "session"
      let found = try Dropping.session(name, command, form, in: declarations)
      return Place(item: found.module, child: found.child)
    }
    return try named(name, kinds.first(where: command.has), declarations)
  }

  /// What has a name, of a kind or, where none is said, of any.
  private static func named(
    _ name: EvaluatedArgument, _ kind: String?, _ declarations: Declarations
  ) throws(Diagnostic) -> Place {
    let text = name.value?.string ?? ""
    var found: [(place: Place, subject: String)] = []
    var known: [String] = []
    for (index, item) in declarations.items.enumerated() {
      if kind.map({ $0 == item.entry.word }) ?? kinds.contains(item.entry.word) {
        known.append(item.name)
        if item.name == text { found.append((Place(item: index), item.subject(in: nil))) }
      }
      guard kind == nil, item.entry.word == "module" else { continue }
      for (position, child) in item.children.enumerated() {
        known.append(child.name)
        if child.name == text {
          found.append((Place(item: index, child: position), child.subject(in: nil)))
        }
      }
    }
    guard let only = found.first else {
      throw LanguageMessages.unknownName(text, sort: kind ?? "name", near: known, at: name.range)
    }
    guard found.count == 1 else {
      throw LanguageMessages.ofWhichKind(text, found.map(\.subject), at: name.range)
    }
    return only.place
  }
}

extension Declaration {
  /// What taking away the clauses of a word changes, or of these the ones that are meant; throws
  /// where there are none.
  fileprivate func without(
    _ word: String, _ words: EvaluatedArgument?, in parent: Declaration?, at range: SourceRange,
    where isMeant: (EvaluatedClause) -> Bool
  ) throws(Diagnostic) -> Change {
    // Whose a run is must be said, whose a session is need not.
    let subject = subject(in: entry.role == .form ? nil : parent)
    let said = clauses.filter { $0.entry.word == word }
    guard !said.isEmpty else {
      var words: [String] = []
      for clause in clauses where !words.contains(clause.entry.word) {
        words.append(clause.entry.word)
      }
      throw LanguageMessages.nothingSaid(word, of: subject, said: words, at: range)
    }
    let meant = said.filter(isMeant)
    if meant.isEmpty, let words {
      throw LanguageMessages.nothingSaid(
        word, subject, said.map(ClauseText.whole), at: words.range)
    }
    return Change(
      subject: subject, clause: "", old: meant.map(ClauseText.whole).joined(separator: "; "),
      new: nil)
  }
}
