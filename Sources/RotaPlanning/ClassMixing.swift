/// How much it counts that classes are mixed by what a roster says of people.
///
/// It has no part in what a timetable costs: who is in which class follows from programme and
/// roster, and no timetable changes it.
public struct ClassMixing: Hashable, Sendable {
  public enum Attribute: String, Hashable, Sendable, CaseIterable {
    case unit, sex, post
  }

  /// What each attribute weighs of which nothing is said for itself.
  public var common: Int?
  private var weights: [Attribute: Int] = [:]

  public init() {}

  /// 1 where nothing is said; what weighs 0 is not looked at.
  public subscript(attribute: Attribute) -> Int {
    get { weights[attribute] ?? common ?? 1 }
    set { weights[attribute] = newValue }
  }

  /// Whether the plan says anything about it.
  public var isWished: Bool { common != nil || !weights.isEmpty }
}
