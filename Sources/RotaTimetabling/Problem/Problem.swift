/// What the search works on: flat arrays of whole numbers, without names, dates or dictionaries.
///
/// A *resource* is anything that sessions hold for their time: an atom of people, a place, a
/// teacher, or another countable thing, numbered in this order. A *member* is one holding of one
/// session: first the fixed ones, then the place, then one for each teacher needed.
struct Problem: Equatable, Sendable {
  // Time.
  var slotCount = 0
  var dayCount = 0
  var dayOfSlot = Column()
  /// Minutes of the day.
  var slotStart = Column()
  var slotEnd = Column()
  /// The first slot of each day, and one more at the end.
  var dayFirst = Column()
  /// Days since 1970-01-01.
  var dateOfDay = Column()
  var weekOfDay = Column()
  var weekCount = 0
  var mostSlotsPerDay = 0

  // Resources.
  var resourceCount = 0
  var atomCount = 0
  var firstPlace = 0
  var firstTeacher = 0
  var firstOther = 0
  /// Followed by what keeps the meetings of a series apart where nobody attends in person.
  var firstSeries = 0
  /// How much may be held at once; `unlimited` for no limit.
  var capacity = Column()
  /// Index of a resource's count in a slot: `loadRow[resource] + slot`; and of its list of a day:
  /// `dayRow[resource] + day`. Atoms have rows for the days of their sessions alone.
  var loadRow: [Int] = []
  var loadSize = 0
  var dayRow: [Int] = []
  var dayListCount = 0

  // Sessions.
  var sessionCount = 0
  var length = Column()
  var isLocked: [Bool] = []
  /// Starts that days, periods, availability and length allow, one list for each domain.
  var domainOf = Column()
  var domains = Lists()
  /// The domain as a set of slots.
  var domainRow = Column()
  /// Starts of the domain in which some place is open and somebody may teach: where the search may
  /// put the session.
  var choiceOf = Column()
  var choices = Lists()
  var choiceRow = Column()
  var memberOffsets = Column([0])
  /// -1 for the members that are chosen, and for what a locked session names but does not exist.
  var memberResource = Column()
  var memberDemand = Column()
  /// For a teacher needed: the set of candidates; else -1.
  var memberCandidates = Column()
  var memberSession = Column()
  var placeMember = Column()
  var needsPlace: [Bool] = []
  var placesOf = Column()
  var placeSets = Lists()
  var candidateSets = Lists()
  var people = Column()
  /// Teacher resource, or -1.
  var chair = Column()
  /// Further places follow it by stream; they are among the fixed members.
  var isStreamed: [Bool] = []
  /// The place must stream whoever teaches, since others follow the session there.
  var needsStream: [Bool] = []
  var rotation = Column()
  /// All sessions of an atom.
  var sessionsOfAtom = Lists()

  // Availability.
  var slotSets = SlotSets(slotCount: 0)
  /// Distinct lengths of sessions are numbered; the row of slots in which a place or teacher can
  /// begin a session is `openRow[resource * lengthCount + lengthNumber[session]]`.
  var lengthCount = 0
  var lengthNumber = Column()
  var openRow = Column()
  var isSite: [Bool] = []
  var canStream: [Bool] = []
  var isRemote: [Bool] = []

  // Limits a day or a week.
  /// Tallies that a session always counts in.
  var sessionTallies = Lists()
  /// For a teacher resource: its tally a day and a week, or -1.
  var teacherDayTally = Column()
  var teacherWeekTally = Column()
  var tallyLimit = Column()
  var tallyIsWeekly: [Bool] = []
  /// Index of a tally's count in a day or week: `tallyRow[tally] + day`.
  var tallyRow: [Int] = []
  var tallySize = 0
  /// Sessions that always count in a tally; empty for those of teachers.
  var tallySessions = Lists()
  var tallyWords: [TallyWords] = []

  // Order.
  var arcOffsets = Column([0])
  var arcs: [Arc] = []
  /// The meeting before and the one after, of the same session and people; or -1.
  var previousMeeting = Column()
  var nextMeeting = Column()
  /// Starts outside these bounds leave no room for what must come before or after.
  var earliest = Column()
  var latest = Column()

  // Travel.
  var hasTravel = false
  /// Places between which the ways are the same share a number.
  var travelClass = Column()
  var travelClassCount = 0
  var travelMinutes = Column()

  // Buses.
  var busCount = 0
  var busLimit = Column()
  /// The most whom one bus seats.
  var busSeats: [Int] = []
  /// What a session takes when it goes out, at `rides(session)`: kinds of buses, how many of each, from
  /// where, and who rides in them.
  var rideOffsets = Column([0])
  var rideBus = Column()
  var rideNeed = Column()
  var rideOrigin = Column()
  var rideAtoms = Lists()
  var ridePeople: [Int] = []
  /// The weights of the atoms of each ride together.
  var rideWeight: [Int] = []
  var atomWeight: [Int] = []
  /// Whether some of those who attend may go out for another session too.
  var ridesOn: [Bool] = []
  /// From each origin to each place: the number of the way, or -1 where no bus is needed.
  var outing = Column()
  /// The places with a way to them.
  var outingPlaces = Column()
  /// The times at which a bus may leave or return part a day into ticks.
  var tickCount = 0
  var leaveTick = Column()
  var returnTick = Column()

  // Series: the meetings of one template for one audience.
  var seriesCount = 0
  var seriesOf = Column()
  var seriesSessions = Lists()
  /// Something tells its meetings apart, so that they keep their numbers during the search.
  var seriesIsOrdered: [Bool] = []

  // Kinds: sessions that always hold the same things of which there is one.
  /// False where there would be too many pairs of kinds that exclude each other.
  var hasKinds = false
  var kindOf = Column()
  var kindCount = 0
  /// The kinds that exclude each kind, in order; itself among them unless it holds nothing.
  var kindRivals = Lists()
  /// As `loadRow`; and the slots that a kind's row has.
  var kindRow: [Int] = []
  var kindFirstSlot = Column()
  var kindEndSlot = Column()
  var kindTableSize = 0

  // Wishes.
  var classCount = 0
  var sessionClasses = Lists()
  /// As `loadRow`.
  var classRow: [Int] = []
  var classRowSize = 0
  var classDayRow: [Int] = []
  var classDaySize = 0
  /// Teaching days of the class's run.
  var classFirstDay = Column()
  var classDayEnd = Column()
  /// Some of the class's sessions are for a part of it.
  var classHasParts: [Bool] = []
  /// The session is attended by whole classes only.
  var isForWholeClasses: [Bool] = []
  /// The session is one for class: its venue counts for `same room`.
  var isForClass: [Bool] = []
  /// The venues that a class, and a series, may be at lie in such a range.
  var venueSpansOfClasses: [Range<Int>] = []
  var venueSpansOfSeries: [Range<Int>] = []
  /// Days that the meetings of a series are wished to have, at least; 0 without the wish.
  var leastDays = Column()
  var seriesDayRow: [Int] = []
  var seriesDaySize = 0
  /// By place: `unlimited` where nothing is wished of it.
  var wishedSeats = Column()
  /// By the number of periods that a class has on a day.
  var loadCost = Column()
  /// For each place and teacher and length of sessions: where its row of costs by slot begins, or -1.
  var avoidRow = Column()
  var avoidCost = Column()
  var hasAvoidWish = false
  /// By series.
  var isInDoubles: [Bool] = []
  /// Of a venue; -1 for sites and for venues of no zone.
  var zoneOfPlace = Column()
  var zoneCount = 0
  var nearWeight = 0
  var doublesWeight = 0
  var hasLoadWish = false
  var gapWeight = 0
  var lonelyWeight = 0
  var evenWeight = 0
  var roomWeight = 0
  var moduleRoomWeight = 0
  var seatWeight = 0
  var spreadWeight = 0
  var balanceWeight = 0
  var loadWeight = 0
  var load = LoadShares()
  var shared = SharedPlaces()
  var exchangeWeight = 0
  var groupsWeight = 0
  /// All meetings of one session of a class in groups, where these are wished to begin together; how
  /// many groups there are; and of each session the number of these meetings, or -1.
  var rounds = Lists()
  var groupsOfRound = Column()
  var roundOf = Column()
  /// Schools, where exchange among them is wished to be balanced: of each teacher, -1 for none, and of
  /// the classes that attend each session.
  var schoolCount = 0
  var schoolOfTeacher = Column()
  var schoolsOfSession = Lists()
  var earlyWeight = Column()
  var keepTimeWeight = 0
  var keepPlaceWeight = 0
  var keepTeacherWeight = 0
  /// Some session has a home: where people have been told that it is, or where it is to begin with.
  var hasHomes = false
  /// Homes are wished for, or the search repairs a timetable; else they only tell equals apart.
  var seeksHomes = false
  var hasHome: [Bool] = []
  /// People have been told of the home, so that to be elsewhere costs.
  var isPublished: [Bool] = []
  /// Slot, place and teachers of the home, the place -1 where there is none; `nowhere` is none that the
  /// session could have.
  var homeSlot = Column()
  var homePlace = Column()
  var homeTeachers = Lists()
  static let nowhere = -2
  /// The search keeps to what is there; see `SolveOptions.repairs`.
  var repairs = false

  /// All there is to it fits into a `Grid`.
  var isPlain = false

  /// No complete timetable costs less. It is worked out from all the rest.
  var leastCost = 0
  /// In none are fewer aspects of sessions other than published.
  var leastChanges = 0

  // Where the search begins.
  var startAtFirst = Column()
  var memberAtFirst = Column()

  static let unlimited = Int(Int32.max)

  @inline(__always)
  func members(_ session: Int) -> Range<Int> { memberOffsets[session]..<memberOffsets[session + 1] }
  @inline(__always)
  func fixedMembers(_ session: Int) -> Range<Int> { memberOffsets[session]..<placeMember[session] }
  @inline(__always)
  func teacherMembers(_ session: Int) -> Range<Int> {
    (placeMember[session] + 1)..<memberOffsets[session + 1]
  }
  @inline(__always)
  func rides(_ session: Int) -> Range<Int> { rideOffsets[session]..<rideOffsets[session + 1] }
  /// Ticks of a day for which a ride is out, by the slots of its session; nil where no bus is needed.
  @inline(__always)
  func trip(_ ride: Int, _ place: Int, _ slots: Range<Int>) -> Range<Int>? {
    let way = outing[rideOrigin[ride] * (firstTeacher - firstPlace) + place - firstPlace]
    if way < 0 { return nil }
    let leave = leaveTick[way * slotCount + slots.lowerBound]
    return leave..<max(leave, returnTick[way * slotCount + slots.upperBound - 1])
  }
  @inline(__always)
  func arcRange(_ session: Int) -> Range<Int> { arcOffsets[session]..<arcOffsets[session + 1] }
  @inline(__always)
  func isPlace(_ resource: Int) -> Bool { resource >= firstPlace && resource < firstTeacher }
  @inline(__always)
  func isTeacher(_ resource: Int) -> Bool { resource >= firstTeacher && resource < firstOther }
  /// Somebody who has to get from one place to the next.
  @inline(__always)
  func travels(_ resource: Int) -> Bool {
    resource < atomCount || (isTeacher(resource) && !isRemote[resource - firstTeacher])
  }
  @inline(__always)
  func isOpen(_ resource: Int, _ session: Int, at start: Int) -> Bool {
    slotSets.contains(openRow[resource * lengthCount + lengthNumber[session]], start)
  }
  @inline(__always)
  func mayStart(_ session: Int, at start: Int) -> Bool {
    slotSets.contains(choiceRow[choiceOf[session]], start)
  }
  /// Minutes on the way from one place to another.
  @inline(__always)
  func travel(_ from: Int, _ to: Int) -> Int {
    from == to
      ? 0
      : travelMinutes[
        travelClass[from - firstPlace] * travelClassCount + travelClass[to - firstPlace]]
  }
  /// Whether somebody can teach at a place from afar.
  @inline(__always)
  func canReachFromAfar(_ place: Int) -> Bool { canStream[place - firstPlace] }
  /// How much a session takes of the place chosen: nothing where it is streamed there too and so
  /// holds it already.
  @inline(__always)
  func demand(_ session: Int, on place: Int) -> Int {
    if isStreamed[session] && fixedMembers(session).contains(where: { memberResource[$0] == place })
    {
      return 0
    }
    return isSite[place - firstPlace] ? people[session] : 1
  }
}
