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

  @Test func aTableFindsItsKeysAndCopiesKeepTheirs() {
    var index = PersistentIndex<String>()
    for number in 0..<3000 { index["key \(number)"] = number }
    let copy = index
    for number in 0..<3000 where number % 3 == 0 { index["key \(number)"] = -number }
    index["another"] = 1
    for number in 0..<3000 {
      #expect(copy["key \(number)"] == number)
      #expect(index["key \(number)"] == (number % 3 == 0 ? -number : number))
    }
    #expect(copy["another"] == nil)
    #expect(index["none"] == nil)
  }
}
