import RotaDiagnostics
import RotaPlanning

extension Check {
  /// Every session that needs a place has one that seats its people.
  static let placesFit = Check { context, _ in
    var largest: [TemplateKey: Int] = [:]
    var order: [TemplateKey] = []
    let sessions = context.programme.sessions
    for index in sessions.indices
    where sessions[index].needsPlace && sessions[index].places.isEmpty {
      let key = TemplateKey(sessions[index])
      guard let known = largest[key] else {
        largest[key] = index
        order.append(key)
        continue
      }
      if sessions[index].people > sessions[known].people { largest[key] = index }
    }
    return CapacityReport(
      findings: order.compactMap { key in
        guard let index = largest[key] else { return nil }
        // The runs of a rotation that fit nowhere are arithmetic's to report, with its remedies.
        if case .run = context.programme.sessions[index].identity.audience,
          isKnownToArithmetic(context, index)
        {
          return nil
        }
        return CapacityMessages.noPlaceFits(index, context)
      })
  }

  /// Arithmetic reports the tightest session of a rotation for whole runs.
  private static func isKnownToArithmetic(_ context: CapacityContext, _ index: Int) -> Bool {
    let session = context.programme.sessions[index]
    func most(_ template: SessionTemplate) -> Int {
      let seats = template.places.filter { context.plan.canHold(template, at: $0) }.map {
        context.plan.seats(at: $0, streamedTo: template.streamedTo) ?? Int.max
      }
      return seats.max() ?? 0
    }
    let rotation = context.plan[session.rotation]
    let template = context.templates[index]
    guard context.plan.gathersRun(template, of: session.module, in: rotation) else { return false }
    return !rotation.modules.contains { module in
      context.plan[module].sessions.contains {
        context.plan.gathersRun($0, of: module, in: rotation) && most($0) < most(template)
      }
    }
  }
}
