import RotaPlanning

/// How a class falls into groups, for each number of groups that some session asks for.
///
/// Groups are blocks of the class list. Where a class is split in two ways, the cuts of both ways
/// part it into atoms: at most one more than there are cuts, and groups of different ways that
/// share nobody can meet at the same time.
struct ClassGroups {
  /// Atoms of the class, in the order of the class list.
  var atoms: Range<Int>
  /// First person of each atom, and the size of the class.
  private var cuts: [Int]
  private var people: Int

  init(people: Int, groupCounts: [Int], firstAtom: Int) {
    self.people = people
    var starts: Set<Int> = [0]
    for count in groupCounts {
      for group in 0..<count { starts.insert(Self.first(group, of: count, people: people)) }
    }
    cuts = starts.sorted()
    atoms = firstAtom..<(firstAtom + cuts.count)
  }

  /// The fewest groups of at most so many people.
  static func count(people: Int, most: Int) -> Int {
    let most = max(1, most)
    return max(1, people / most + (people % most == 0 ? 0 : 1))
  }

  func size(of group: Int, of count: Int) -> Int {
    Self.first(group + 1, of: count, people: people) - Self.first(group, of: count, people: people)
  }

  func atoms(of group: Int, of count: Int) -> [AtomID] {
    let first = Self.first(group, of: count, people: people)
    let end = Self.first(group + 1, of: count, people: people)
    return cuts.indices.filter { cuts[$0] >= first && cuts[$0] < end }.map {
      AtomID(atoms.lowerBound + $0)
    }
  }

  /// The group of somebody by position in the class list.
  static func group(of person: Int, of count: Int, people: Int) -> Int {
    ((person + 1) * count - 1) / max(1, people)
  }

  private static func first(_ group: Int, of count: Int, people: Int) -> Int {
    people * group / count
  }
}
