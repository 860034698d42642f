import RotaDiagnostics
import RotaPlanning
import RotaSyntax

extension Runner {
  /// Runs a phrase of the vocabulary: declares, says something of what is being declared, or does
  /// something.
  mutating func execute(
    _ phrase: Phrase, _ state: inout LanguageState, _ host: inout Host
  ) throws(Diagnostic) {
    // The parser has seen to it that a phrase stands where it may; but the body of a definition
    // stands where it is called.
    if calls > 0, !phrase.entry.contexts.contains(context) {
      throw LanguageMessages.misplaced(
        phrase.entry.word, in: open.last?.entry.word, at: phrase.headRange)
    }
    switch phrase.entry.role {
    case .kind, .form: try declare(phrase, &state, &host)
    case .clause, .preference:
      let clause = EvaluatedClause(
        entry: phrase.entry, arguments: try arguments(of: phrase, &state, &host),
        range: phrase.range)
      try say(clause)
    case .command: try perform(phrase, &state, &host)
    case .control, .option, .function, .unit:
      throw LanguageMessages.misplaced(
        phrase.entry.word, in: open.last?.entry.word, at: phrase.headRange)
    }
  }

  /// Adds a clause to the innermost declaration.
  private mutating func say(_ clause: EvaluatedClause) throws(Diagnostic) {
    guard let index = open.indices.last else {
      throw LanguageMessages.misplaced(clause.entry.word, in: nil, at: clause.range)
    }
    if clause.entry.word == "people", open[index].entry.word == "unit" {
      // `unit X people 800 people` says the same as `unit X 800 people`.
      open[index].arguments = clause.arguments
      return
    }
    guard let old = open[index].clauses.firstIndex(where: { clause.replaces($0) }) else {
      open[index].clauses.append(clause)
      return
    }
    let other = open[index].clauses[old]
    let isSlip = clause.entry.repetition == .listed || !clause.saysTheSame(as: other)
    if controlDepth == 0, calls == 0, isSlip {
      throw LanguageMessages.saidTwice(clause, other)
    }
    open[index].clauses[old] = clause
  }

  private mutating func declare(
    _ phrase: Phrase, _ state: inout LanguageState, _ host: inout Host
  ) throws(Diagnostic) {
    var arguments = try arguments(of: phrase, &state, &host)
    var name = ""
    var nameRange = phrase.headRange
    var form: String?
    var owner: EvaluatedArgument?
    if phrase.entry.word == Vocabulary.ownForm.word,
      let index = arguments.firstIndex(where: { $0.label == "form" })
    {
      form = arguments.remove(at: index).value?.string
    }
    if let index = arguments.firstIndex(where: { $0.label == "name" && $0.value != nil }) {
      nameRange = arguments[index].range
      name = arguments.remove(at: index).value?.string ?? ""
      // Most have no more than a name, and an array that was emptied keeps its memory.
      if arguments.isEmpty { arguments = [] }
    }
    switch phrase.entry.word {
    case "travel":
      name = [arguments.first, arguments.last { $0.label == "to" }]
        .compactMap { $0?.value?.string }.joined(separator: " to ")
    case "run":
      owner = Self.takeOwner(from: &arguments)
      name = arguments.first?.value?.source ?? ""
    case "class":
      owner = Self.takeOwner(from: &arguments)
      name = ClauseText.arguments(arguments, of: phrase.entry)
    default: break
    }
    open.append(
      Declaration(
        entry: phrase.entry, name: name, form: form, arguments: arguments, origin: phrase.range,
        nameRange: nameRange))
    open[open.count - 1].clauses.reserveCapacity(
      phrase.inlineClauses.count + (phrase.block?.count ?? 0))
    let depth = controlDepth
    controlDepth = 0
    var isSound = true
    for clause in phrase.inlineClauses {
      if isOver || !execute(.phrase(clause), &state, &host) { isSound = false }
    }
    if let block = phrase.block { isSound = execute(block, &state, &host) && isSound }
    controlDepth = depth
    guard let declaration = open.popLast() else { return }
    // A wish that could not be read has been told of.
    if !isSound, declaration.entry.opens == .preference, declaration.wishes.isEmpty { return }
    if let index = open.indices.last {
      if open[index].entry.opens == .school { return ofSchool.append(declaration) }
      try checkOwner(owner, isNamed: open[index].name)
      open[index].add(declaration, statement: state.statement)
      return
    }
    if declaration.entry.opens == .school, !ofSchool.isEmpty {
      let names = NamesOfSchool(declaration, with: ofSchool, in: state.declarations)
      ofSchool = []
      merge(declaration, &state, &host)
      for own in names.members { merge(own, &state, &host) }
      return
    }
    try settle(consume declaration, ofRotation: owner, &state, &host)
  }

  /// Puts a complete declaration into the state and tells what it changed.
  private func settle(
    _ declaration: consuming Declaration, ofRotation owner: EvaluatedArgument?,
    _ state: inout LanguageState, _ host: inout Host
  ) throws(Diagnostic) {
    switch declaration.entry.word {
    case "run", "class":
      let rotation = try rotation(
        holding: declaration, named: owner, state.declarations, state.statement)
      merge(rotation, &state, &host)
    case "prefer":
      let wishes = declaration.wishes
      guard !wishes.isEmpty else { throw LanguageMessages.noWish(at: declaration.origin) }
      for wish in wishes {
        var piece = copy declaration
        if wishes.count > 1 {
          piece.clauses = [wish] + declaration.clauses.filter { $0.entry.role != .preference }
        }
        merge(piece, &state, &host)
      }
    default: merge(declaration, &state, &host)
    }
  }

  private func merge(
    _ declaration: consuming Declaration, _ state: inout LanguageState, _ host: inout Host
  ) {
    for change in state.declarations.merge(declaration, statement: state.statement) {
      host.changed(change)
    }
  }

  // MARK: Runs and classes of a rotation

  private static func takeOwner(from arguments: inout [EvaluatedArgument]) -> EvaluatedArgument? {
    guard let index = arguments.firstIndex(where: { $0.label == "rotation" }) else { return nil }
    let owner = arguments.remove(at: index)
    // Its `of` goes with it.
    if index > 0, arguments[index - 1].value == nil { arguments.remove(at: index - 1) }
    return owner
  }

  private func checkOwner(
    _ owner: EvaluatedArgument?, isNamed name: String
  ) throws(Diagnostic) {
    guard let owner, let given = owner.value?.string, given != name else { return }
    throw LanguageMessages.otherRotation(given, inside: name, at: owner.range)
  }

  /// A run or class that stands by itself, inside the rotation that it belongs to.
  private func rotation(
    holding child: Declaration, named owner: EvaluatedArgument?, _ declarations: Declarations,
    _ statement: Int
  ) throws(Diagnostic) -> Declaration {
    let holder: Declaration
    if let owner, let name = owner.value?.string {
      let key = Declarations.Key(kind: "rotation", name: name)
      guard let position = declarations.position(of: key) else {
        throw LanguageMessages.unknownName(
          name, sort: "rotation", near: Self.rotations(of: declarations).map(\.name),
          at: owner.range)
      }
      holder = declarations.items[position]
    } else {
      let rotations = Self.rotations(of: declarations)
      guard rotations.count == 1, let only = rotations.first else {
        throw LanguageMessages.whichRotation(
          child.entry.word, rotations.map(\.name), at: child.origin)
      }
      holder = only
    }
    var shell = Declaration(
      entry: holder.entry, name: holder.name, origin: child.origin, nameRange: child.nameRange)
    shell.add(child, statement: statement)
    return shell
  }

  private static func rotations(of declarations: Declarations) -> [Declaration] {
    declarations.items.filter { $0.entry.word == "rotation" }
  }
}

extension Declaration {
  /// What a `prefer` wishes for.
  fileprivate var wishes: [EvaluatedClause] { clauses.filter { $0.entry.role == .preference } }
}
