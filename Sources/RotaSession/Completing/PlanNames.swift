import RotaLanguage
import RotaPlanning
import RotaSyntax

/// The names of a plan, for completion. A plan with an error elsewhere still has names: they come
/// from the declarations.
struct PlanNames {
  let derived: Derived
  private let declarations: Declarations

  init(_ derived: Derived, _ state: LanguageState) {
    self.derived = derived
    declarations = state.declarations
  }

  /// Everything that has a name.
  var all: [String] { declarations.items.map(\.name).filter { !$0.isEmpty } }

  func declared(_ kinds: String...) -> [String] {
    kinds.flatMap { declarations.items(of: $0).map(\.name) }
  }

  var places: [String] { declared("venue", "site", "zone", "school") }

  /// Words that stand for several places: kinds, and what all of them are called.
  var placeWords: [String] { each(derived.plan.places.compactMap(\.kind)) + ["venue", "site"] }

  var roles: [String] { each(derived.plan.teachers.flatMap(\.roles)) }

  var periods: [String] { each(derived.plan.calendar.periods.map(\.name)) }

  var forms: [String] { Vocabulary.forms.map(\.word) + declared("form") }

  var sessions: [String] {
    each(declarations.items(of: "module").flatMap { $0.children.map(\.name) })
  }

  var themes: [String] {
    each(
      derived.plan.modules.flatMap { module in
        [module.theme].compactMap(\.self) + module.sessions.compactMap(\.theme)
      })
  }

  /// Classes that have names; rotations too, where the line does not say that a class is meant.
  func audiences(after before: String) -> [String] {
    let classes = derived.programme.classes.compactMap(\.name)
    switch before.split(separator: " ").last {
    case "class": return classes
    case "run": return []
    default: return classes + declared("rotation")
    }
  }

  /// What a clause says wherever it stands in the plan.
  func given(to entry: VocabularyEntry) -> [String] {
    func names(in declaration: Declaration) -> [String] {
      declaration.clauses.filter { $0.entry.word == entry.word }.compactMap {
        $0.value("name")?.plainText
      } + declaration.children.flatMap(names)
    }
    return each(declarations.items.flatMap(names))
  }

  /// Days on which there is teaching; where a clause of the plan speaks of them, all days.
  func days(for entry: VocabularyEntry?) -> [Day] {
    let calendar = derived.plan.calendar
    guard entry?.contexts.contains(.plan) == true, let dates = calendar.dates else {
      return calendar.days.map(\.day)
    }
    return (dates.lowerBound.number...dates.upperBound.number).map(Day.init(number:))
  }

  private func each(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }
}
