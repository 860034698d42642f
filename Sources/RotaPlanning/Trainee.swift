/// One person of a roster.
public struct Trainee: Hashable, Sendable {
  public enum Sex: String, Hashable, Sendable, CaseIterable {
    case male, female
  }

  public var name: String
  /// The unit that sends them, as the roster names it.
  public var unit: String?
  public var post: String?
  public var sex: Sex?
  public var phone: String?

  public init(
    name: String, unit: String? = nil, post: String? = nil, sex: Sex? = nil, phone: String? = nil
  ) {
    self.name = name
    self.unit = unit
    self.post = post
    self.sex = sex
    self.phone = phone
  }
}
