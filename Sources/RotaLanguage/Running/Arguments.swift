import RotaDiagnostics
import RotaPlanning
import RotaSyntax

extension Runner {
  /// The arguments of a phrase, evaluated and judged by the slots that they fill.
  mutating func arguments(
    of phrase: Phrase, _ state: inout LanguageState, _ host: inout Host
  ) throws(Diagnostic) -> [EvaluatedArgument] {
    var result: [EvaluatedArgument] = []
    result.reserveCapacity(phrase.arguments.count)
    for argument in phrase.arguments {
      try evaluate(argument, of: phrase.entry, into: &result, &state, &host)
    }
    return result
  }

  private mutating func evaluate(
    _ argument: Argument, of entry: VocabularyEntry, into result: inout [EvaluatedArgument],
    _ state: inout LanguageState, _ host: inout Host
  ) throws(Diagnostic) {
    let value: Value
    switch argument.value {
    case .word:
      result.append(EvaluatedArgument(label: argument.label, value: nil, range: argument.range))
      return
    case .name(let name): value = .name(try text(of: name, &state, &host))
    case .path(let name): value = .text(try text(of: name, &state, &host))
    case .names(let names):
      var values: [Value] = []
      values.reserveCapacity(names.count)
      for name in names { values.append(.name(try text(of: name, &state, &host))) }
      result.append(
        EvaluatedArgument(
          label: argument.label, value: .list(values), range: argument.range,
          itemRanges: names.map(\.range)))
      return
    case .expression(let expression):
      // What is judged later, of a programme that is not there yet.
      if argument.label == "value", ["require", "list", "article"].contains(entry.word) {
        result.append(
          EvaluatedArgument(
            label: argument.label, value: nil, expression: substituted(expression, state),
            range: argument.range))
        return
      }
      if argument.label == "windows", case .list(let groups, _) = expression {
        let value = try Slots.fit(
          try windows(groups, &state, &host), to: argument.label, of: entry, at: argument.range)
        result.append(
          EvaluatedArgument(
            label: argument.label, value: value, range: argument.range,
            itemRanges: groups.map(\.range)))
        return
      }
      // The values of options are words of their own: `set output csv`.
      if entry.word == "set", case .word(let word, _) = expression,
        variable(word, state) == nil
      {
        value = .name(word)
      } else {
        value = try Slots.fit(
          try amount(of: expression, for: argument.label, &state, &host), to: argument.label,
          of: entry, at: argument.range)
      }
    }
    result.append(EvaluatedArgument(label: argument.label, value: value, range: argument.range))
  }

  /// A value; where an amount or a weekday belongs, a word that is no variable is not taken for text
  /// that lacks its quotes.
  private mutating func amount(
    of expression: Expression, for label: String, _ state: inout LanguageState, _ host: inout Host
  ) throws(Diagnostic) -> Value {
    do {
      return try value(of: expression, &state, &host)
    } catch {
      guard error.kind == LanguageMessages.unknownName else { throw error }
      if label == "weekdays", let range = error.range, let word = error.subjects.first {
        throw LanguageMessages.unknownName(
          word, sort: "weekday", near: Weekday.allCases.map(\.word), listsAll: true, at: range)
      }
      guard case .word(let word, let range) = expression, Slots.takesAmount(label),
        error.fixIt == nil
      else { throw error }
      throw LanguageMessages.noAmount(word, at: range)
    }
  }

  /// What stands side by side in each window. A word that is no variable names a period of the day,
  /// which may be declared later.
  private mutating func windows(
    _ groups: [Expression], _ state: inout LanguageState, _ host: inout Host
  ) throws(Diagnostic) -> Value {
    var windows: [Value] = []
    for group in groups {
      guard case .list(let parts, _) = group else {
        windows.append(try value(of: group, &state, &host))
        continue
      }
      var values: [Value] = []
      for part in parts {
        if case .word(let word, let range) = part, variable(word, state) == nil {
          values.append(try state.declarations.date(ofWord: word, at: range) ?? .name(word))
        } else {
          values.append(try value(of: part, &state, &host))
        }
      }
      windows.append(.list(values))
    }
    return .list(windows)
  }

  private mutating func text(
    of name: NameSyntax, _ state: inout LanguageState, _ host: inout Host
  ) throws(Diagnostic) -> String {
    let text =
      if let whole = name.text { whole } else {
        try self.text(of: name.parts, at: name.range, &state, &host)
      }
    // Nearly every name has a letter or digit of ASCII in it, which is seen at once.
    let isNamed =
      text.utf8.contains { 0x30...0x7A ~= $0 } || text.contains { !$0.isWhitespace }
    guard isNamed else {
      throw LanguageMessages.emptyName(at: name.range)
    }
    guard text.utf8.count <= Limits.nameBytes else {
      throw LanguageMessages.nameTooLong(text.utf8.count, at: name.range)
    }
    return text
  }
}
