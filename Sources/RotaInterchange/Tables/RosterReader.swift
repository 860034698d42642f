import RotaDiagnostics
import RotaPlanning

/// A roster as it stands in its file.
public struct RosterFile: Sendable {
  public internal(set) var roster = Roster()
  /// The cell in which each unit is first named, by position in the roster's units.
  public internal(set) var unitCells: [(cell: SourceRange, place: TablePlace)] = []
  /// People whom it gives a run or class that is not there, or takes nobody of their unit: once for all who
  /// are told of in the same words.
  public internal(set) var misplaced: [Diagnostic] = []
  /// Columns that were left out, and people who stand there twice.
  public internal(set) var warnings: [Diagnostic] = []
}

/// Reads a table of people. It may have millions of rows, so nothing is looked at but bytes where
/// bytes tell.
public struct RosterReader {
  private var file: TableFile
  private var result = RosterFile()
  private let places: RosterPlaces?
  /// Of units, posts, runs and classes.
  private var interners = Array(repeating: Interner(), count: 4)
  private static let units = 0
  private static let posts = 1
  private static let runs = 2
  private static let classes = 3
  /// Places by what unit, run and class people have in their rows.
  private var placeOf: [SIMD3<Int32>: Roster.Place] = [:]
  private var sexes = Interner()
  private var sexOf: [Trainee.Sex] = []
  /// Names with their telephones.
  private var seen: Set<UInt64> = []
  private var twice: [Int] = []

  /// - Parameters:
  ///   - bytes: UTF-8 without a byte order mark.
  ///   - needsUnits: whether people of no unit would be in no class.
  ///   - places: the runs and classes that people may be given; nil for none.
  ///   - judge: what else is wrong with the roster; told together with what is wrong with cells.
  public static func read(
    _ bytes: [UInt8], as source: SourceID, needsUnits: Bool = false, places: RosterPlaces? = nil,
    judge: (RosterFile) -> [Diagnostic] = { _ in [] }
  ) throws(MalformedTable) -> RosterFile {
    var reader = RosterReader(file: try TableFile(.roster, bytes, as: source), places: places)
    return try reader.read(needsUnits, judge)
  }

  private init(file: TableFile, places: RosterPlaces?) {
    self.file = file
    self.places = places
  }

  private mutating func read(
    _ needsUnits: Bool, _ judge: (RosterFile) -> [Diagnostic]
  ) throws(MalformedTable) -> RosterFile {
    let positions = file.positions
    let (name, unit, post) = (positions[.name], positions[.unit], positions[.post])
    let (sex, phone) = (positions[.sex], positions[.phone])
    let (run, studyClass) = (positions[.run], positions[.studyClass])
    if needsUnits, unit == nil,
      let words = TableKind.roster.columns.first(where: { $0.column == .unit })
    {
      file.add(
        TableMessages.headingMissing(words, of: .roster, nearest: nil, at: file.range(0..<0)))
    }
    while file.advance() {
      guard let name = text(name) else {
        // A seat that nobody has yet, as lists of classes have them.
        if file.cell(run) ?? file.cell(studyClass) != nil,
          [unit, post, sex, phone].allSatisfy({ file.cell($0) == nil })
        {
          continue
        }
        file.add(
          TableMessages.missingCell(
            file.place(positions[.name] ?? 0), "the name", at: file.start))
        continue
      }
      var person = Roster.Person(name: name.text)
      person.phone = text(phone)?.text
      if let number = number(unit, Self.units) {
        if number == result.unitCells.count, let unit, let cell = file.cell(unit) {
          result.unitCells.append((file.range(cell.bytes), file.place(unit)))
        }
        person.unit = Int32(number)
      } else if needsUnits, let unit {
        file.add(TableMessages.missingCell(file.place(unit), "the unit", at: file.start))
      }
      person.post = number(post, Self.posts).map { Int32($0) }
      person.sex = self.sex(sex)
      if run != nil || studyClass != nil {
        person.place = place(unit: person.unit, run: run, studyClass: studyClass)
      }
      if person.phone != nil, let phone, let cell = file.cell(phone) {
        let print = name.cell.fingerprint(in: file.bytes) &* 31 &+ cell.fingerprint(in: file.bytes)
        if !seen.insert(print).inserted { twice.append(file.row) }
      }
      result.roster.people.append(person)
    }
    result.roster.units = interners[Self.units].texts
    result.roster.posts = interners[Self.posts].texts
    for problem in judge(result) { file.add(problem) }
    try file.judge()
    if result.roster.people.isEmpty {
      throw MalformedTable(diagnostics: [TableMessages.noRows(.roster, at: file.range(0..<0))])
    }
    result.warnings = file.warnings
    if !twice.isEmpty { result.warnings.append(TableMessages.peopleTwice(twice)) }
    return result
  }

  // MARK: Cells

  private mutating func text(_ index: Int?) -> (text: String, cell: CSVCell)? {
    guard let index, let cell = file.cell(index) else { return nil }
    let text = text(of: cell, index)
    return text.isEmpty ? nil : (text, cell)
  }

  private mutating func text(of cell: CSVCell, _ index: Int) -> String {
    if cell.isPlain(in: file.bytes) { return cell.text(in: file.bytes) }
    let text = CellValues.trimmed(cell.text(in: file.bytes))
    if let scalar = text.unicodeScalars.first(where: { $0.value < 0x20 || $0.value == 0x7F }) {
      file.add(
        TableMessages.controlCharacter(file.place(index), scalar, at: file.range(cell.bytes)))
    }
    return text
  }

  /// The number of what a cell holds among all that was held by cells of its column.
  private mutating func number(_ index: Int?, _ interner: Int) -> Int? {
    guard let index, let cell = file.cell(index) else { return nil }
    if let known = interners[interner].number(of: cell, in: file.bytes) { return known }
    let text = text(of: cell, index)
    return text.isEmpty ? nil : interners[interner].add(cell, in: file.bytes, text)
  }

  private mutating func place(unit: Int32?, run: Int?, studyClass: Int?) -> Roster.Place {
    let runNumber = number(run, Self.runs)
    let classNumber = number(studyClass, Self.classes)
    guard let places, !places.runs.isEmpty, runNumber != nil || classNumber != nil else {
      return .anywhere
    }
    let key = SIMD3(unit ?? -1, Int32(runNumber ?? -1), Int32(classNumber ?? -1))
    if let known = placeOf[key] { return known }
    var place = Roster.Place.nowhere
    do {
      place = try places.place(
        run: runNumber.map { interners[Self.runs].texts[$0] },
        studyClass: classNumber.map { interners[Self.classes].texts[$0] },
        unit: unit.map { interners[Self.units].texts[Int($0)] })
    } catch {
      let isOfClass =
        switch error {
        case .noClass, .manyClasses: true
        case .noRun, .otherUnits: runNumber == nil
        }
      if let column = isOfClass ? studyClass : run, let cell = file.cell(column) {
        result.misplaced.append(
          TableMessages.misplaced(
            file.place(column), error, text(of: cell, column), places, at: file.range(cell.bytes)))
      }
    }
    placeOf[key] = place
    return place
  }

  private mutating func sex(_ index: Int?) -> Trainee.Sex? {
    guard let index, let cell = file.cell(index) else { return nil }
    if let known = sexes.number(of: cell, in: file.bytes) { return sexOf[known] }
    let text = text(of: cell, index)
    guard let sex = CellValues.sex(text) else {
      file.add(
        TableMessages.wrongCell(
          file.place(index), "\"M\" or \"F\" (男, 女, nam, nữ)", is: text, at: file.range(cell.bytes))
      )
      return nil
    }
    let number = sexes.add(cell, in: file.bytes, text)
    if number == sexOf.count { sexOf.append(sex) }
    return sexOf[number]
  }
}

extension CSVCell {
  /// Whether its bytes are its text: no blanks at the ends, nothing that is not seen.
  fileprivate func isPlain(in file: [UInt8]) -> Bool {
    if hasDoubledQuotes || bytes.isEmpty { return false }
    // A roster has a million cells; by the buffer, which is at hand only meanwhile, no look at one counts
    // references to the file.
    return file.withUnsafeBufferPointer { file in
      let first = file[bytes.lowerBound]
      let last = file[bytes.upperBound - 1]
      if first == 0x20 || last == 0x20 { return false }
      for offset in bytes {
        switch file[offset] {
        // An apostrophe before what a spreadsheet would run.
        case 0x27 where offset == bytes.lowerBound: return false
        // Control characters; the first bytes of blanks and marks beyond ASCII.
        case 0..<0x20, 0x7F, 0xC2, 0xD8, 0xE2, 0xEF: return false
        case 0xE3 where offset + 1 < bytes.upperBound && file[offset + 1] == 0x80: return false
        default: break
        }
      }
      return true
    }
  }

  /// Fowler, Noll and Vo's hash (FNV-1a) of its bytes.
  fileprivate func fingerprint(in file: [UInt8]) -> UInt64 {
    // As above.
    file.withUnsafeBufferPointer { file in
      var hash: UInt64 = 0xcbf2_9ce4_8422_2325
      for offset in bytes { hash = (hash ^ UInt64(file[offset])) &* 0x100_0000_01b3 }
      return hash
    }
  }
}

/// Texts that many cells hold, each kept once and numbered in the order of their first cells. Cells are
/// known again by their bytes; different bytes may come to one text.
private struct Interner {
  private(set) var texts: [String] = []
  private var cells: [(bytes: Range<Int>, number: Int)] = []
  /// Positions in `cells`, from 1, by hash; as many as a power of two.
  private var slots: [Int32] = Array(repeating: 0, count: 64)
  private var numbers: [String: Int] = [:]

  func number(of cell: CSVCell, in file: [UInt8]) -> Int? {
    let slot = slot(of: cell, in: file)
    return slots[slot] == 0 ? nil : cells[Int(slots[slot]) - 1].number
  }

  mutating func add(_ cell: CSVCell, in file: [UInt8], _ text: String) -> Int {
    let number = numbers[text] ?? texts.count
    if number == texts.count {
      numbers[text] = number
      texts.append(text)
    }
    if cells.count * 2 >= slots.count { grow(file) }
    cells.append((cell.bytes, number))
    slots[slot(of: cell, in: file)] = Int32(cells.count)
    return number
  }

  /// Where a cell's bytes are, or where there is room for them.
  private func slot(of cell: CSVCell, in file: [UInt8]) -> Int {
    var slot = Int(truncatingIfNeeded: cell.fingerprint(in: file) >> 16) & (slots.count - 1)
    while slots[slot] != 0 {
      let other = cells[Int(slots[slot]) - 1].bytes
      if other.count == cell.bytes.count, file[other].elementsEqual(file[cell.bytes]) { break }
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  private mutating func grow(_ file: [UInt8]) {
    slots = Array(repeating: 0, count: slots.count * 2)
    for (index, entry) in cells.enumerated() {
      let cell = CSVCell(bytes: entry.bytes, hasDoubledQuotes: false)
      slots[slot(of: cell, in: file)] = Int32(index + 1)
    }
  }
}
