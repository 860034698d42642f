import Testing

@testable import RotaLanguage

/// Arrays and tables whose copies share what they have in common.
@Suite struct Storage {
  @Test(arguments: [0, 1, 31, 32, 33, 1023, 1024, 1025, 5000])
  func holdsWhatWasAppended(_ count: Int) {
    let array = PersistentArray(0..<count)
    #expect(array.count == count)
    #expect(Array(array) == Array(0..<count))
    #expect(array.indices.map { array[$0] } == Array(0..<count))
  }

  @Test func aCopyKeepsWhatItHad() {
    var array = PersistentArray(0..<2000)
    let copy = array
    for index in stride(from: 0, to: 2000, by: 7) {
      let old = array.update(index) { value -> Int in
        defer { value = -value }
        return value
      }
      #expect(old == index)
    }
    array.append(9)
    #expect(Array(copy) == Array(0..<2000))
    #expect(array[7] == -7)
    #expect(array[8] == 8)
    #expect(array.count == 2001)
    #expect(array.update(2001) { $0 += 1 } == nil)
  }

  /// An array that grows after a copy was made, on both sides, and past the width of its leaves.
  @Test(arguments: [0, 1, 31, 32, 33, 1023, 1024, 1025, 1056, 33_000])
  func copiesThatGrowApartKeepTheirs(count: Int) {
    let common = PersistentArray(0..<count)
    var one = common
    var other = common
    for number in 0..<70 {
      one.append(number)
      other.append(-number)
    }
    _ = one.update(count / 2) { $0 = 7 }
    #expect(Array(common) == Array(0..<count))
    #expect(Array(other) == Array(0..<count) + (0..<70).map { -$0 })
    #expect(one.count == count + 70)
    #expect(one[count / 2] == 7)
    #expect(one[count + 69] == 69)
  }

  /// What another copy has put into the leaf that both share is not seen.
  @Test(arguments: [0, 1, 31, 32, 33, 64, 1025])
  func everyElementIsLookedAtWhereItLies(count: Int) {
    let array = PersistentArray(0..<count)
    var longer = array
    for number in 0..<40 { longer.append(-number) }
    var seen: [Int] = []
    array.inspect { index, element in
      #expect(index == element.pointee)
      seen.append(element.pointee)
    }
    #expect(seen == Array(0..<count))
    #expect(Array(array) == seen)
    _ = longer.update(count) { $0 = 7 }
    #expect(longer[count] == 7)
    #expect(Array(array) == seen)
  }

  @Test func hintsTellEveryPositionOfAHash() {
    let hints = PositionHints()
    hints.add(3, for: 1)
    hints.add(5, for: 1)
    hints.add(5, for: 1)
    hints.add(4, for: 2)
    #expect(hints.last(of: 1) { _ in true } == 5)
    #expect(hints.last(of: 1) { $0 < 5 } == 3)
    #expect(hints.last(of: 1) { $0 < 3 } == nil)
    #expect(hints.last(of: 2) { _ in true } == 4)
    #expect(hints.last(of: 3) { _ in true } == nil)
  }
}
