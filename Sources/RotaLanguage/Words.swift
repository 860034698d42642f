import RotaSyntax

/// The syntax tree's expressions; FoundationEssentials has a type of the same name.
typealias Expression = RotaSyntax.Expression

/// The vocabulary by role.
enum Words {
  static let kinds = words(.kind)
  static let forms = words(.form)
  static let functions = words(.function)
  static let units = words(.unit)
  static let functionSet = Set(functions)

  private static func words(_ role: VocabularyEntry.Role) -> [String] {
    Vocabulary.entries.filter { $0.role == role }.map(\.word)
  }
}
