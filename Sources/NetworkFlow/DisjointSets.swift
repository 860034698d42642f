/// Sets of the numbers from 0 that are joined until those that belong together are in one (Galler and
/// Fischer 1964).
public struct DisjointSets: Sendable {
  private var parents: [Int]

  /// Each number in a set of its own.
  public init(count: Int) { parents = Array(0..<count) }

  /// The least number of a number's set.
  public mutating func root(of number: Int) -> Int {
    var number = number
    while parents[number] != number {
      parents[number] = parents[parents[number]]
      number = parents[number]
    }
    return number
  }

  /// Makes the sets of two numbers one.
  public mutating func join(_ a: Int, _ b: Int) {
    let first = root(of: a)
    let second = root(of: b)
    parents[max(first, second)] = min(first, second)
  }
}
