import RotaPlanning
import Testing

@testable import RotaReports

/// Who goes on from one site to the next, with which buses.
struct OutingTests {
  private static let opening = "Opening ceremony"
  private static let reading = "Set texts"

  /// Everybody is at the Innovation Centre until 16:00, and class 1 of the two goes on to the Science Park.
  private var sample: Sample {
    var sample = Sample(.english, runs: 1, classes: [2])
    let day = sample.plan.calendar.days[2].day
    func site(_ name: String) -> PlaceID? {
      sample.plan.places.firstIndex { $0.name == name }.map { PlaceID($0) }
    }
    if let centre = site("Innovation Centre"), let park = site("Science Park") {
      sample.plan.travel[.init(.place(centre), .place(park))] = 15
    }
    sample.timetable.placements = sample.timetable.placements.filter { key, placement in
      key.session == Self.opening || key.session == Self.reading
    }
    for key in sample.timetable.placements.keys {
      let goesOn = key.audience == .studyClass(run: 1, number: 1)
      let isOpening = key.session == Self.opening
      if !isOpening && !goesOn {
        sample.timetable.placements[key] = nil
        continue
      }
      sample.timetable.placements[key]?.day = day
      sample.timetable.placements[key]?.period = isOpening ? "Afternoon 1" : "Afternoon 2"
      sample.timetable.placements[key]?.places = [isOpening ? "Innovation Centre" : "Science Park"]
    }
    return sample
  }

  @Test func whoPartsIsFollowedPartByPart() {
    let outings = Outings(sample.input)
    #expect(outings.legs.map(\.isTransfer) == [false, true])
    #expect(outings.legs.map(\.minute) == [820, 965])
    #expect(outings.legs.map(\.leavesSite) == [[960, 965], [1070]])
    #expect(outings.legs.map(\.back) == [[1010], [1110]])
    #expect(outings.returns.map(\.minute) == [960, 1070])
    #expect(outings.returns.map(\.session.classes) == [[ClassID(1)], [ClassID(0)]])
    // Three buses take both classes; then each needs two.
    #expect(
      BusPeak(plan: sample.plan, programme: sample.programme, outings: outings)
        .most(of: ResourceID(0)) == 4)
  }

  @Test func busesKeepTheirNumbers() {
    let outings = Outings(sample.input)
    let numbers = BusNumbers(dayIndex: 2, outings: outings, programme: sample.programme)
    #expect(numbers.ofLegs[0]?.map(\.numbers) == [[1, 2, 3]])
    // Two go home with class 2.
    #expect(numbers.ofLegs[1]?.map(\.numbers) == [[3, 4]])
  }

  /// Numbers are those of the whole day, whoever asks.
  @Test func aListForSomeHasTheNumbersOfTheListForAll() {
    func cells(_ target: ReportTarget) -> [[String]] {
      Reports.document(.busLists, sample.input, of: target).pages.flatMap(\.blocks).flatMap {
        block -> [[String]] in
        guard case .table(let table) = block else { return [] }
        return table.groups.flatMap(\.rows).map(\.cells)
      }
    }
    let all = cells(.all)
    #expect(all.map { $0[5] } == ["1–3", "3–4"])
    #expect(all.map { $0[6] } == ["16:00, 16:05", "17:50"])
    #expect(all.map { $0[7] } == ["16:50", "18:30"])
    #expect(cells(.studyClass(ClassID(0))) == all)
    #expect(cells(.studyClass(ClassID(1))) == [all[0]])
  }
}

/// What pages tell those who read them by themselves.
struct PageReaderTests {
  private func entries(_ sample: Sample, _ target: ReportTarget) -> [GridBlock.Entry] {
    Reports.timetable(sample.input, of: target).pages.flatMap(\.blocks).flatMap {
      block -> [GridBlock.Entry] in
      if case .grid(let grid) = block { grid.cells.flatMap(\.entries) } else { [] }
    }
  }

  private let visit = "Visit to a development zone"

  @Test func aClassIsToldWhenItSetsOut() {
    let sample = Sample(.english)
    for id in [ClassID(0), ClassID(1)] {
      let remarks = entries(sample, .studyClass(id)).filter { $0.title == visit }.map(\.remark)
      #expect(remarks.count == 1)
      #expect(remarks.allSatisfy { $0.hasPrefix("leaves ") }, "\(remarks)")
    }
    #expect(
      entries(sample, .studyClass(ClassID(0))).filter { $0.title != visit }
        .allSatisfy { !$0.remark.contains("leaves") })
  }

  @Test func aSiteIsToldWhoComes() {
    let sample = Sample(.english)
    let site = sample.plan.places.firstIndex { $0.name == "Innovation Centre" }
    let own = site.map { entries(sample, .place(PlaceID($0))) } ?? []
    #expect(own.map(\.remark) == ["61 people, buses: 2, arrival 14:30"])
  }

  @Test func whatLiesOutsideTheStaySaysSo() {
    var sample = Sample(.english, runs: 1, classes: [1])
    for key in sample.timetable.placements.keys where key.session == "Set texts" {
      sample.timetable.placements[key]?.day = sample.plan.calendar.days[7].day
    }
    let during = sample
    sample.plan.modules[1].sessions[3].phase = .after(days: nil)
    let titles = entries(sample, .studyClass(ClassID(0))).map(\.title)
    #expect(titles.contains("Set texts (after the stay)"))
    func columns(_ sample: Sample) -> Int {
      Reports.document(.signIn, sample.input, of: .studyClass(ClassID(0))).pages.flatMap(\.blocks)
        .reduce(0) { sum, block in
          if case .table(let table) = block { sum + table.columns.count } else { sum }
        }
    }
    #expect(columns(sample) == columns(during) - 1)
  }

  /// A plenary in the hall that is streamed to Room 8.
  @Test func whoFollowsByStreamIsToldWhere() {
    var sample = Sample(.english)
    func place(_ target: ReportTarget) -> String? {
      entries(sample, target).first { $0.title == "Plenary exchange" }?.place
    }
    let all = "Great Hall (live stream: Room 8)"
    #expect(place(.studyClass(ClassID(0))) == all)
    sample.programme.classes[0].room = PlaceID(8)
    #expect(place(.studyClass(ClassID(0))) == "Room 8 (live stream from Great Hall)")
    #expect(place(.studyClass(ClassID(1))) == all)
    // Of schools, each in what is its own.
    sample.plan.schools = [School(name: "North"), School(name: "South")]
    sample.plan.places[0].school = SchoolID(1)
    sample.plan.places[8].school = SchoolID(0)
    sample.plan.rotations[0].school = SchoolID(0)
    #expect(place(.studyClass(ClassID(1))) == "Room 8 (live stream from Great Hall)")
    #expect(place(.run(RunID(0))) == "Room 8 (live stream from Great Hall)")
    sample.plan.rotations[0].school = SchoolID(1)
    #expect(place(.run(RunID(0))) == "Great Hall")
  }
}
