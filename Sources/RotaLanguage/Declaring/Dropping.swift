import RotaDiagnostics
import RotaSyntax

/// `drop`: takes something out of the declarations.
public enum Dropping {
  /// The commands that do.
  public static let commands: Set<String> = ["drop", "drop prefer"]

  /// Gives what it changed of things that stay.
  static func drop(
    _ command: Command, from declarations: inout Declarations
  ) throws(Diagnostic) -> [Change] {
    if command.entry.word == "drop prefer" {
      try dropWish(command, from: &declarations)
      return []
    }
    if let clause = command.argument("clause") {
      return [try DroppingClauses.drop(clause, as: command, from: &declarations)]
    }
    try dropWhole(command, from: &declarations)
    return []
  }

  private static func dropWhole(
    _ command: Command, from declarations: inout Declarations
  ) throws(Diagnostic) {
    guard let kind = command.argument("kind"), let word = kind.value?.string else { return }
    let isForm =
      Words.forms.contains(word)
      || declarations.position(of: Declarations.Key(kind: "form", name: word)) != nil
    if isForm || word == "session" { return try dropSession(command, word, from: &declarations) }
    guard Words.kinds.contains(word) else {
      if let clause = Vocabulary.clauses.first(where: { $0.role == .clause && $0.word == word }) {
        throw LanguageMessages.clauseOfWhat(clause, at: kind.range)
      }
      let known = Words.kinds + Words.forms + ["session"]
      throw LanguageMessages.unknownName(word, sort: "kind", near: known, at: kind.range)
    }
    switch word {
    case "run", "class": try dropChild(command, word, from: &declarations)
    case "plan", "buses", "beds", "require":
      try dropNumbered(command, word, from: &declarations)
    default:
      guard let name = command.argument("name"), let text = name.value?.string else {
        throw LanguageMessages.dropNeedsName(word, at: command.range)
      }
      var key = Declarations.Key(kind: word, name: text)
      if word == "travel", let other = command.value("to")?.string {
        key.name = [text, other].sorted().joined(separator: "\u{1F}")
      }
      guard let position = declarations.position(of: key) else {
        let names = declarations.items.filter { $0.entry.word == word }.map(\.name)
        throw LanguageMessages.unknownName(text, sort: word, near: names, at: name.range)
      }
      declarations.remove(at: position)
    }
  }

  /// A wish goes by its words, however they are spaced and with its weight or without, or by its
  /// number.
  private static func dropWish(
    _ command: Command, from declarations: inout Declarations
  ) throws(Diagnostic) {
    let positions = declarations.items.indices.filter {
      declarations.items[$0].entry.word == "prefer"
    }
    let names = declarations.wishes
    guard let argument = command.argument("wish"), let text = argument.value?.string else {
      guard positions.count == 1 else {
        throw LanguageMessages.dropNeedsNumber("prefer", positions.count, at: command.range)
      }
      return declarations.remove(at: positions[0])
    }
    if let number = Int(text) {
      guard positions.indices.contains(number - 1) else {
        throw LanguageMessages.noSuchNumber(
          "prefer", number, of: positions.count, at: command.range)
      }
      return declarations.remove(at: positions[number - 1])
    }
    func letters(_ text: some StringProtocol) -> String {
      String(text.filter { !$0.isWhitespace && $0 != "\"" })
    }
    let wanted = [text[...], text.split(separator: " weight ").first ?? ""].map(letters)
    guard let index = names.firstIndex(where: { wanted.contains(letters($0)) }) else {
      throw LanguageMessages.unknownName(text, sort: "wish", near: names, at: argument.range)
    }
    declarations.remove(at: positions[index])
  }

  /// What has no name is counted, in the order in which it was declared.
  private static func dropNumbered(
    _ command: Command, _ word: String, from declarations: inout Declarations
  ) throws(Diagnostic) {
    let positions = declarations.items.indices.filter {
      declarations.items[$0].entry.word == word
    }
    if let name = command.argument("name"), let text = name.value?.string {
      guard
        let position = positions.first(where: {
          let item = declarations.items[$0]
          return item.name == text || item.key.name == text
        })
      else {
        let names = positions.map { declarations.items[$0].key.name }
        throw LanguageMessages.unknownName(text, sort: word, near: names, at: name.range)
      }
      return declarations.remove(at: position)
    }
    let number = command.value("number")?.integer ?? (positions.count == 1 ? 1 : nil)
    guard let number else {
      throw LanguageMessages.dropNeedsNumber(word, positions.count, at: command.range)
    }
    guard positions.indices.contains(number - 1) else {
      throw LanguageMessages.noSuchNumber(word, number, of: positions.count, at: command.range)
    }
    declarations.remove(at: positions[number - 1])
  }

  private static func dropSession(
    _ command: Command, _ word: String, from declarations: inout Declarations
  ) throws(Diagnostic) {
    guard let name = command.argument("name") else {
      throw LanguageMessages.dropNeedsName(word, at: command.range)
    }
    let session = try self.session(name, command, word, in: declarations)
    declarations.removeChild(session.child, of: session.module)
  }

  /// The one session of a name, of a form unless that is `session`.
  static func session(
    _ name: EvaluatedArgument, _ command: Command, _ word: String, in declarations: Declarations
  ) throws(Diagnostic) -> (module: Int, child: Int) {
    let text = name.value?.string ?? ""
    let owner = command.value("owner")?.string
    var found: [(module: Int, child: Int)] = []
    var known: [String] = []
    for (index, module) in declarations.items.enumerated()
    where module.entry.word == "module" && (owner == nil || module.name == owner) {
      for (position, child) in module.children.enumerated()
      where word == "session" || (child.form ?? child.entry.word) == word {
        known.append(child.name)
        if child.name == text { found.append((index, position)) }
      }
    }
    guard let only = found.first else {
      throw LanguageMessages.unknownName(text, sort: word, near: known, at: name.range)
    }
    guard found.count == 1 else {
      let modules = found.map { declarations.items[$0.module].name }
      throw LanguageMessages.sessionOfWhichModule(text, modules, at: name.range)
    }
    return only
  }

  private static func dropChild(
    _ command: Command, _ word: String, from declarations: inout Declarations
  ) throws(Diagnostic) {
    guard let number = command.argument("number") else {
      throw LanguageMessages.dropNeedsNumber(word, 0, at: command.range)
    }
    let child = try self.child(number, command, word, in: declarations)
    declarations.removeChild(child.child, of: child.rotation)
  }

  /// A run or a class of which something was said.
  static func child(
    _ number: EvaluatedArgument, _ command: Command, _ word: String, in declarations: Declarations
  ) throws(Diagnostic) -> (rotation: Int, child: Int) {
    guard let amount = number.value?.integer else {
      throw LanguageMessages.dropNeedsNumber(word, 0, at: command.range)
    }
    let owner = command.argument("owner") ?? command.argument("name")
    let rotations = declarations.items.indices.filter {
      declarations.items[$0].entry.word == "rotation"
        && (owner == nil || declarations.items[$0].name == owner?.value?.string)
    }
    guard rotations.count == 1, let rotation = rotations.first else {
      let names = declarations.items.filter { $0.entry.word == "rotation" }.map(\.name)
      if let owner, let name = owner.value?.string {
        throw LanguageMessages.unknownName(name, sort: "rotation", near: names, at: owner.range)
      }
      throw LanguageMessages.whichRotation(word, names, at: command.range)
    }
    let run = command.value("run")?.integer
    let child = declarations.items[rotation].children.firstIndex {
      $0.entry.word == word && $0.value("number")?.integer == amount
        && (word == "run" || run == nil || $0.value("run")?.integer == run)
    }
    guard let child else {
      throw LanguageMessages.nothingSaidOf(word, amount, at: number.range)
    }
    return (rotation, child)
  }
}
