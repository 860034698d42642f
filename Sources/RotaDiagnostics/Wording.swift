/// Small parts of messages that every stage writes alike.
public enum Wording {
  /// Digits in groups of three: `2,290`.
  public static func grouped(_ number: Int) -> String {
    var result = ""
    for (index, digit) in String(number.magnitude).reversed().enumerated() {
      if index > 0, index % 3 == 0 { result.append(",") }
      result.append(digit)
    }
    return (number < 0 ? "-" : "") + String(result.reversed())
  }

  /// `1 run`, `2 runs`, `0 classes`; `people` stays as it is.
  public static func count(_ number: Int, _ noun: String) -> String {
    "\(grouped(number)) \(number == 1 ? (noun == "people" ? "person" : noun) : plural(noun))"
  }

  /// The plural of a noun.
  public static func plural(_ noun: String) -> String {
    if noun == "people" { return noun }
    return noun + (noun.hasSuffix("s") || noun.hasSuffix("sh") ? "es" : "s")
  }

  /// Names joined by commas and `and`; a long list ends in `and 5 more`.
  public static func list(_ names: [String], atMost: Int = 4) -> String {
    if names.count <= 1 { return names.first ?? "" }
    if names.count > atMost {
      return names.prefix(atMost - 1).joined(separator: ", ")
        + " and \(grouped(names.count - atMost + 1)) more"
    }
    return names.dropLast().joined(separator: ", ") + " and " + (names.last ?? "")
  }

  /// Numbers with neighbours drawn together: `1, 3-5`.
  public static func numbers(_ numbers: [Int]) -> String {
    var parts: [String] = []
    var index = 0
    while index < numbers.count {
      var end = index
      while end + 1 < numbers.count, numbers[end + 1] == numbers[end] + 1 { end += 1 }
      switch end - index {
      case 0: parts.append("\(numbers[index])")
      case 1: parts += ["\(numbers[index])", "\(numbers[end])"]
      default: parts.append("\(numbers[index])-\(numbers[end])")
      }
      index = end + 1
    }
    return parts.joined(separator: ", ")
  }

  /// A name as a statement can hold it: quoted unless it is one plain word.
  public static func name(_ name: String) -> String {
    let plain = name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }
    if plain, let first = name.first, first.isLetter { return name }
    let escaped = name.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }.joined()
    return "\"\(escaped)\""
  }
}
