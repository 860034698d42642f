import RotaPlanning

/// One thing said in every language of printed reports.
struct Wording: Hashable, Sendable {
  var english: String
  var simplified: String
  var traditional: String
  var vietnamese: String

  init(_ english: String, _ simplified: String, _ traditional: String, _ vietnamese: String) {
    self.english = english
    self.simplified = simplified
    self.traditional = traditional
    self.vietnamese = vietnamese
  }

  subscript(language: Plan.Language) -> String {
    switch language {
    case .english: english
    case .simplifiedChinese: simplified
    case .traditionalChinese: traditional
    case .vietnamese: vietnamese
    }
  }
}
