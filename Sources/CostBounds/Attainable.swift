/// Costs are sums of the weights: with weights 2 and 5, nothing costs 1 or 3.
enum Attainable {
  /// Beyond this there is little to gain, and the table would be long.
  private static let longest = 10_000

  /// The least sum of parts, each taken any number of times, that is at least so much.
  static func sum(atLeast bound: Int, of parts: [Int]) -> Int {
    let parts = Set(parts.filter { $0 > 0 }).sorted()
    guard let least = parts.first, bound > 0, max(bound, least) <= longest else {
      return max(0, bound)
    }
    var isSum = [true]
    while isSum.count <= bound || !isSum[isSum.count - 1] {
      isSum.append(parts.contains { $0 <= isSum.count && isSum[isSum.count - $0] })
    }
    return isSum.count - 1
  }
}
