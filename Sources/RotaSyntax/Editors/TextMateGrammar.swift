/// Writes docs/editors/vscode/syntaxes/rota.tmLanguage.json from the vocabulary.
public enum TextMateGrammar {
  /// The whole file.
  public static func json() -> String {
    let words = EditorWords()
    let statement = rules(words).map(\.json).joined(separator: ",\n    ")
    return """
      {
        "name": "Rota",
        "comment": "Made from the vocabulary: a change belongs there, not here.",
        "scopeName": "source.rota",
        "fileTypes": ["rota"],
        "patterns": [{ "include": "#statement" }],
        "repository": {
          "statement": { "patterns": [
          \(statement)
          ] }
        }
      }

      """
  }

  /// Every regular expression of the grammar.
  static var expressions: [String] { rules(EditorWords()).flatMap(\.expressions) }

  /// Of two that match at one place, the first is taken.
  private static func rules(_ words: EditorWords) -> [Rule] {
    [
      Rule("comment.line.number-sign", #"[#＃].*$"#),
      string(begin: #"""#, end: #""|$"#),
      string(begin: "[“”＂]", end: #"["“”＂]|$"#),
      Rule("constant.numeric.date", #"\b\d{4}-\d{1,2}-\d{1,2}\b"#),
      Rule("constant.numeric.time", #"\b\d{1,2}[:：]\d\d(?:-\d{1,2}[:：]\d\d)?\b"#),
      Rule(
        "constant.numeric",
        #"\b\d+(?:\.\d+)?(?:\s*(?:\#(alternatives(words.units)))\b|[%％]|\b)"#),
      Rule("string.unquoted.path", #"\#(nameCharacter)+\.[a-z]{2,5}(?=$|[\s;}])"#),
      Rule("keyword.other.clause", captured: heading(words.phrases)),
      Rule(
        heading(words.naming) + #"(?:\s+(\#(nameCharacter)+))?"#,
        captures: ["storage.type", "entity.name"]),
      Rule("storage.type", captured: heading(words.kinds)),
      Rule("keyword.control", captured: heading(words.controls + ["else"])),
      Rule("keyword.other.command", captured: heading(words.commands)),
      Rule("support.function", #"\b(?:\#(alternatives(words.functions)))(?=[(（])"#),
      Rule("keyword.operator.word", anywhere(words.operators)),
      Rule("constant.language", anywhere(words.constants)),
      Rule("keyword.other.clause", anywhere(words.others)),
      Rule("variable.other", #"[\p{L}_][\p{L}\p{M}\p{N}_]*(?:[.'][\p{L}_][\p{L}\p{M}\p{N}_]*)*"#),
      Rule("keyword.operator", #"!=|<=|>=|\.\.|[-+*/=<>≠≤≥×÷]"#),
    ]
  }

  private static func string(begin: String, end: String) -> Rule {
    Rule(
      "string.quoted.double", begin, end: end,
      inside: [
        Rule("constant.character.escape", #"\\["\\{}“”n]"#),
        Rule("meta.interpolation", #"\{"#, end: #"\}|$"#, inside: [], includesStatement: true),
      ])
  }

  /// Anything but blanks, quotes, brackets and the marks that part clauses.
  private static let nameCharacter = ##"[^\s"＂“”#＃{}｛｝()（）\[\],，;；]"##

  /// A word by itself; a point or apostrophe between letters belongs to a name.
  private static func anywhere(_ words: [String]) -> String {
    #"(?<![\p{L}\p{N}_])(?<![\p{L}\p{N}_][.'])(?:\#(alternatives(words)))(?![\p{L}\p{N}_]|[.'][\p{L}_])"#
  }

  /// Words where a statement may begin.
  private static func heading(_ words: [String]) -> String {
    #"(?:^\s*|(?<=[;；{}｛｝])\s*)(\#(alternatives(words)))(?![\p{L}\p{N}_]|[.'][\p{L}_])"#
  }

  /// Between the words of one entry any number of blanks may stand.
  private static func alternatives(_ words: [String]) -> String {
    words.map { $0.split(separator: " ").joined(separator: #"\s+"#) }.joined(separator: "|")
  }
}

/// One rule of the grammar: what matches, from a beginning to an end, or on its own.
private struct Rule {
  /// Empty where only the groups of the expression have one.
  var scope = ""
  var match: String
  var end: String?
  var inside: [Rule] = []
  var includesStatement = false
  var captures: [String] = []

  init(_ scope: String, _ match: String) {
    self.scope = scope
    self.match = match
  }

  init(_ match: String, captures: [String]) {
    self.match = match
    self.captures = captures
  }

  init(_ scope: String, captured match: String) { self.init(match, captures: [scope]) }

  init(
    _ scope: String, _ begin: String, end: String, inside: [Rule], includesStatement: Bool = false
  ) {
    self.scope = scope
    self.match = begin
    self.end = end
    self.inside = inside
    self.includesStatement = includesStatement
  }

  var expressions: [String] { [match] + (end.map { [$0] } ?? []) + inside.flatMap(\.expressions) }

  var json: String {
    var members: [String] = []
    if !scope.isEmpty { members.append(#""name": \#(Self.quoted(scope + ".rota"))"#) }
    if let end {
      members.append(#""begin": \#(Self.quoted(match)), "end": \#(Self.quoted(end))"#)
      let include = includesStatement ? [##"{ "include": "#statement" }"##] : []
      let patterns = (inside.map(\.json) + include).joined(separator: ", ")
      members.append(#""patterns": [\#(patterns)]"#)
    } else {
      members.append(#""match": \#(Self.quoted(match))"#)
    }
    if !captures.isEmpty {
      let parts = captures.enumerated().map { number, scope in
        #""\#(number + 1)": { "name": \#(Self.quoted(scope + ".rota")) }"#
      }
      members.append(#""captures": { \#(parts.joined(separator: ", ")) }"#)
    }
    return "{ " + members.joined(separator: ", ") + " }"
  }

  private static func quoted(_ text: String) -> String {
    var quoted = ""
    for scalar in text.unicodeScalars {
      if scalar == "\\" || scalar == "\"" { quoted += "\\" }
      quoted.unicodeScalars.append(scalar)
    }
    return "\"\(quoted)\""
  }
}
