import RotaDiagnostics
import RotaLanguage
import RotaPlanning
import RotaReports
import RotaSyntax

/// `check standard`: article by article, whether the plan keeps a standard, by how much it does not, and
/// which sessions decide that.
enum StandardCheck {
  /// The plan, or a part of it that is measured by itself.
  private struct Part {
    var name: String
    var state: LanguageState
    var workspace: Workspace
  }

  static func run(
    _ workspace: inout Workspace, _ command: Command, _ state: inout LanguageState
  ) throws(Diagnostic) {
    let derived = try workspace.soundPlan(state, for: command)
    guard !derived.plan.rotations.isEmpty else {
      throw SessionMessages.nothingToPlan(command.entry.word, at: command.range)
    }
    let position = try standard(in: command, state)
    let standard = state.declarations.items[position]
    let isCompared = command.has("by")
    var parts = [Part(name: "", state: state, workspace: workspace)]
    if isCompared {
      parts = try self.parts(
        by: command.has("school") ? "school" : "rotation", command, workspace, state)
    }
    var articles: [StandardResult.Article] = []
    var broken: [DeclarationPart] = []
    var breaksMust = false
    for (index, clause) in standard.clauses.enumerated() where clause.entry.word == "article" {
      guard let condition = clause.condition else { continue }
      let article: StandardResult.Article
      do {
        article = try result(of: clause, condition, &parts)
      } catch {
        // The others can be looked at all the same.
        workspace.report(error)
        workspace.fail(.scriptWrong)
        continue
      }
      articles.append(article)
      if article.findings.allSatisfy(\.isMet) { continue }
      broken.append(DeclarationPart(item: position, clause: index))
      breaksMust = breaksMust || article.isMust
    }
    let result = StandardResult(
      title: standard.clauses.first { $0.entry.word == "title" }?.value("text")?.plainText
        ?? standard.name,
      version: standard.clauses.first { $0.entry.word == "version" }?.value("text")?.plainText,
      parts: isCompared ? parts.map(\.name) : [], articles: articles)
    var input = workspace.reportInput(derived)
    input.isForPrograms = workspace.documentFormat.isForPrograms
    workspace.say(document: Reports.standard(result, input))
    if breaksMust { workspace.fail(.planFails) }
    // Nothing stands beside a document for programs.
    if isCompared || workspace.documentFormat.isForPrograms { return }
    for part in broken { try workspace.explain(article: part, derived, state) }
  }

  private static func standard(
    in command: Command, _ state: LanguageState
  ) throws(Diagnostic) -> Int {
    let argument = command.argument("standard")
    let name = argument?.value?.plainText ?? ""
    let items = state.declarations.items
    if let position = items.firstIndex(where: { $0.entry.word == "standard" && $0.name == name }) {
      return position
    }
    let known = state.declarations.items(of: "standard").map(\.name)
    throw SessionMessages.unknownTarget(
      "standard", name, nearest: Spelling.nearest(to: name, among: known),
      at: argument?.range ?? command.range)
  }

  /// The plan with the rotations of one school alone, or with one rotation, for each that there is.
  private static func parts(
    by word: String, _ command: Command, _ workspace: Workspace, _ state: LanguageState
  ) throws(Diagnostic) -> [Part] {
    var names: [String] = []
    var rotations: [(item: Int, part: String?)] = []
    for (index, item) in state.declarations.items.enumerated()
    where item.entry.word == "rotation" {
      let name =
        word == "rotation"
        ? item.name : item.clauses.first { $0.entry.word == "school" }?.value("school")?.plainText
      if let name, !names.contains(name) { names.append(name) }
      rotations.append((index, name))
    }
    if names.isEmpty {
      throw SessionMessages.badSetting(
        "by school", "left out, as no rotation says which school it belongs to",
        at: command.range)
    }
    return names.map { name in
      var state = state
      let others = rotations.filter { $0.part != name }
      state.declarations = state.declarations.applying(
        Dictionary(
          others.map { (DeclarationPart(item: $0.item), PartEdit.remove) },
          uniquingKeysWith: { first, _ in first }))
      // A world of its own, in which nothing is known yet of the part.
      var copy = workspace
      copy.restore(copy.world(state), into: &state)
      if word == "school" { copy.measuredSchool = name }
      return Part(name: name, state: state, workspace: copy)
    }
  }

  private static func result(
    of clause: EvaluatedClause, _ condition: RotaSyntax.Expression, _ parts: inout [Part]
  ) throws(Diagnostic) -> StandardResult.Article {
    let (comparisons, isAnyEnough) = Self.comparisons(of: condition)
    var demands: [StandardResult.Demand] = []
    var findings: [StandardResult.Finding] = []
    for index in parts.indices {
      var state = parts[index].state
      func value(_ expression: RotaSyntax.Expression) throws(Diagnostic) -> Value {
        try Evaluator.value(of: expression, state: &state, host: &parts[index].workspace)
      }
      let whole = try value(condition)
      guard case .boolean(let isMet) = whole else {
        throw SessionMessages.badCondition(whole.source, at: condition.range)
      }
      var amounts: [StandardResult.Amount] = []
      var missing: StandardResult.Amount?
      for (operation, left, right) in comparisons {
        amounts.append(amount(try value(left)))
        if index == 0 {
          demands.append(
            StandardResult.Demand(
              comparison: operation.sign, amount: amount(try value(right))))
        }
        guard !isMet, comparisons.count == 1,
          let gap = try? value(.binary(.subtract, left, right, condition.range))
        else { continue }
        missing = amount(gap).magnitude
      }
      findings.append(StandardResult.Finding(isMet: isMet, amounts: amounts, missing: missing))
    }
    if demands.isEmpty {
      demands = [
        StandardResult.Demand(comparison: "", amount: .text(Evaluator.source(of: condition)))
      ]
    }
    return StandardResult.Article(
      number: clause.articleNumber, isMust: clause.has("must"),
      text: clause.value("text")?.plainText ?? Evaluator.source(of: condition),
      demands: demands, isAnyEnough: isAnyEnough, findings: findings)
  }

  /// The comparisons that a condition joins by `and` alone or by `or` alone; none where it is made
  /// otherwise.
  private static func comparisons(
    of condition: RotaSyntax.Expression
  ) -> (
    [(operation: BinaryOperator, left: RotaSyntax.Expression, right: RotaSyntax.Expression)], Bool
  ) {
    var joints: Set<BinaryOperator> = []
    var left = [condition]
    var found:
      [(operation: BinaryOperator, left: RotaSyntax.Expression, right: RotaSyntax.Expression)] = []
    while let part = left.popLast() {
      if case .binary(let operation, let first, let second, _) = part,
        operation == .and || operation == .or
      {
        joints.insert(operation)
        left += [second, first]
      } else if let comparison = part.comparison {
        found.append(comparison)
      } else {
        return ([], false)
      }
    }
    return joints.count > 1 ? ([], false) : (found, joints.contains(.or))
  }

  private static func amount(_ value: Value) -> StandardResult.Amount {
    func tenths(_ number: Number) -> Int? { (number * 10).rounded(toPlaces: 0).whole }
    let found: StandardResult.Amount? =
      switch value {
      case .number(let it): tenths(it).map { .number(tenths: $0) }
      case .percent(let it): tenths(it * 100).map { .percent(tenths: $0) }
      case .quantity(let it, .people): tenths(it).map { .people(tenths: $0) }
      case .quantity(let it, .days): tenths(it).map { .days(tenths: $0) }
      case .quantity(let it, .minutes):
        it.rounded(toPlaces: 0).whole.map { .hours(minutes: $0) }
      default: nil
      }
    return found ?? .text(value.brief)
  }
}

extension StandardResult.Amount {
  /// Without its sign; what is less than a tenth is one, so that nothing is missed by none.
  fileprivate var magnitude: Self {
    switch self {
    case .number(let it): .number(tenths: max(1, abs(it)))
    case .percent(let it): .percent(tenths: max(1, abs(it)))
    case .people(let it): .people(tenths: max(1, abs(it)))
    case .days(let it): .days(tenths: max(1, abs(it)))
    case .hours(let it): .hours(minutes: max(1, abs(it)))
    case .text: self
    }
  }
}

extension BinaryOperator {
  /// As it is printed.
  fileprivate var sign: String {
    switch self {
    case .lessOrEqual: "≤"
    case .greaterOrEqual: "≥"
    case .notEqual: "≠"
    default: rawValue
    }
  }
}

extension EvaluatedClause {
  /// What must hold, of an article.
  var condition: RotaSyntax.Expression? { arguments.first { $0.expression != nil }?.expression }

  /// What an article is called.
  var articleNumber: String { (value("numeral") ?? value("name"))?.shown ?? "" }
}
