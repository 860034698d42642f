import RotaSyntax

/// Names of a school's own: what `school North { venue Hall … }` declares is called `North.Hall`, and a
/// name between the braces stands first for what the school has of it.
///
/// Names are made whole here, once the braces are closed, so that nothing after the language knows of
/// any but whole names, and what is saved means the same wherever it stands.
struct NamesOfSchool {
  /// What the braces declare, with whole names.
  private(set) var members: [Declaration] = []
  private let school: String
  /// By the sort of a name: those that the school has.
  private var own: [Sort: Set<String>] = [:]

  private enum Sort { case place, teacher, unit, module, resource, rotation }

  /// What a kind declares.
  private static func sort(ofKind word: String) -> Sort? {
    switch word {
    case "venue", "site": .place
    case "teacher": .teacher
    case "unit": .unit
    case "module": .module
    case "resource": .resource
    case "rotation": .rotation
    default: nil
    }
  }

  /// What an argument with a label names.
  private static func sort(ofLabel label: String) -> Sort? {
    switch label {
    case "places", "place", "venue": .place
    case "teachers", "teacher": .teacher
    case "units", "unit": .unit
    case "modules", "module": .module
    case "resource": .resource
    case "rotation": .rotation
    default: nil
    }
  }

  /// - Parameters:
  ///   - members: what stands between the braces, as written.
  ///   - declarations: what was said before; parts of it may be the school's.
  init(_ school: Declaration, with members: [Declaration], in declarations: Declarations) {
    self.school = school.name
    for member in members { take(member, called: member.name) }
    for item in declarations.items {
      if item.name.hasPrefix(school.name + ".") {
        take(item, called: String(item.name.dropFirst(school.name.count + 1)))
      } else if item.clause("school")?.value("school")?.string == school.name {
        take(item, called: nil)
      }
    }
    let belongs = Self.belonging(to: school)
    self.members = members.map { member in
      var member = member
      if let sort = Self.sort(ofKind: member.entry.word) {
        member.name = whole(member.name, sort)
      }
      if let belongs, let context = member.entry.opens, belongs.entry.contexts.contains(context),
        member.clause("school") == nil
      {
        member.clauses.append(belongs)
      }
      makeWhole(&member)
      return member
    }
  }

  /// Takes in what something is called in the school, and the words that stand for several such.
  private mutating func take(_ declaration: Declaration, called name: String?) {
    guard let sort = Self.sort(ofKind: declaration.entry.word) else { return }
    var words = name.map { [$0] } ?? []
    switch sort {
    case .place:
      words.append(declaration.entry.word)
      for clause in declaration.clauses where ["kind", "zone"].contains(clause.entry.word) {
        words += [clause.value("name") ?? clause.value("zone")].compactMap { $0?.string }
      }
    case .teacher:
      words += declaration.clause("role")?.value("roles")?.items.compactMap(\.string) ?? []
    case .unit, .module, .resource, .rotation: break
    }
    own[sort, default: []].formUnion(words)
  }

  private func whole(_ name: String, _ sort: Sort) -> String {
    own[sort]?.contains(name) == true ? "\(school).\(name)" : name
  }

  private func makeWhole(_ declaration: inout Declaration) {
    for index in declaration.clauses.indices {
      for argument in declaration.clauses[index].arguments.indices {
        makeWhole(&declaration.clauses[index].arguments[argument])
      }
    }
    for index in declaration.children.indices { makeWhole(&declaration.children[index]) }
  }

  private func makeWhole(_ argument: inout EvaluatedArgument) {
    guard let sort = Self.sort(ofLabel: argument.label) else { return }
    func whole(_ value: Value) -> Value {
      if case .name(let name) = value { .name(self.whole(name, sort)) } else { value }
    }
    switch argument.value {
    case .list(let items): argument.value = .list(items.map(whole))
    case let value?: argument.value = whole(value)
    case nil: break
    }
  }

  /// The clause that says what belongs to the school.
  private static func belonging(to school: Declaration) -> EvaluatedClause? {
    Vocabulary.clauses.first { $0.word == "school" }.map { entry in
      EvaluatedClause(
        entry: entry,
        arguments: [
          EvaluatedArgument(
            label: "school", value: .name(school.name), range: school.nameRange)
        ], range: school.nameRange)
    }
  }
}
