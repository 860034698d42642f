/// Where in an expression a value stands, as far as it tells which values fit.
struct ValuePlace: Hashable, Sendable {
  /// The slot that the value fills by itself; nil inside of brackets and sums.
  var slot: Usage.Slot?
  /// The function of which it is an argument, with the words given to it before.
  var call: Call?
  /// What the value is compared with, where that is a word: `form` in `form = visit`.
  var compared: String?

  struct Call: Hashable, Sendable {
    var function: String
    /// `form` in `hours(form: visit)`.
    var label: String?
    /// How many arguments stand before it.
    var position = 0
    /// The first argument, where it is a word: `sessions` in `count(sessions, where: …)`.
    var first: String?
  }
}

extension ValuePlace.Call {
  private var parameters: [(label: String?, slot: Usage.Slot?)] {
    Vocabulary.functions.first { $0.word == function }?.parameters ?? []
  }

  /// The labels that can stand here, where an argument needs one.
  var labels: [String] {
    let parameters = parameters
    if parameters.indices.contains(position), parameters[position].label == nil { return [] }
    return label == nil ? parameters.compactMap(\.label) : []
  }

  /// What the argument takes; nil for any value.
  var slot: Usage.Slot? {
    if let label { return parameters.first { $0.label == label }?.slot }
    let parameters = parameters
    guard parameters.indices.contains(position), parameters[position].label == nil else {
      return nil
    }
    return parameters[position].slot
  }
}

extension VocabularyEntry {
  /// What a function takes, read from its usage: `share(form: FORM, module: MODULE)`.
  fileprivate var parameters: [(label: String?, slot: Usage.Slot?)] {
    let inner = usage.drop { $0 != "(" }.dropFirst().prefix { $0 != ")" }
    return inner.split(separator: ",").map { part in
      let words = part.split { $0 == " " || $0 == ":" }.map(String.init)
      return (words.count > 1 ? words[0] : nil, words.last.flatMap(Usage.Slot.init(rawValue:)))
    }
  }
}
