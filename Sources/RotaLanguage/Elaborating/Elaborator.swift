import RotaDiagnostics
import RotaPlanning

/// Builds a plan from what was declared: resolves all names and judges all values.
public enum Elaborator {
  /// The plan, and everything that is wrong with the declarations. References may come before what
  /// they refer to. With any error among the diagnostics the plan is not to be used.
  public static func plan(from declarations: Declarations) -> (
    plan: Plan, diagnostics: [Diagnostic]
  ) {
    var elaboration = Elaboration(declarations)
    elaboration.elaborateSettings()
    elaboration.elaborateSchools()
    elaboration.elaboratePlaces()
    elaboration.elaborateTravel()
    elaboration.elaborateTeachers()
    elaboration.elaborateUnits()
    elaboration.elaborateResources()
    elaboration.elaborateModules()
    elaboration.elaborateRotations()
    elaboration.elaboratePreferences()
    elaboration.checkRelations()
    return (elaboration.plan, elaboration.sortedDiagnostics)
  }
}
