/// The wish that long work should end, as Ctrl-C is: asked about in every loop that the size of a plan
/// makes long.
///
/// Work that is ended leaves by an error, so that nothing half done is taken for a result, or
/// remembered as one.
public struct Cancellation: Sendable {
  /// The work was ended before there was a result.
  public struct Requested: Error {
    public init() {}
  }

  private let isWished: @Sendable () -> Bool

  /// - Parameter isWished: asked very often; once true, it stays true until the work has ended.
  public init(_ isWished: @escaping @Sendable () -> Bool) { self.isWished = isWished }

  /// Nobody wishes an end.
  public static let none = Cancellation { false }

  public var isRequested: Bool { isWished() }

  /// Leaves the work where its end is wished.
  public func check() throws(Requested) {
    if isWished() { throw Requested() }
  }

  /// Work that nobody ends, with its result.
  public static func never<Result>(
    _ work: (Cancellation) throws(Requested) -> Result
  ) -> Result {
    while true {
      if let result = try? work(.none) { return result }
    }
  }
}
