/// Several short coolings from the full heat, of which the best is cooled further where they differ.
///
/// Where sessions have little room to move, what a cooling comes to is settled while it is still hot,
/// and by luck: on comp05 the mean cost at a third of the full heat tells the cost at the end almost
/// exactly, and twice as long a cooling comes to no better on average (docs/performance.md). So
/// several are begun, and the one that costs least at that heat goes on. Elsewhere a timetable still
/// goes everywhere at that heat, which shows in that the first few cost the same; then no more drafts
/// are made, and the last one is cooled on slowly.
struct Drafts {
  /// How many drafts there are at the most.
  static let most = 20
  /// The share of an annealing that all of them take together.
  private static let share = 0.43
  /// How far a draft cools: to the full heat divided by this.
  static let depth = 3.0
  /// From this share of a draft on, its cost counts.
  private static let counted = 0.5
  /// Drafts are compared from so many on.
  private static let fewest = 6
  /// They cost the same where they deviate from their mean by no more than this share of it. Short
  /// drafts of a plan where all of them come to the same deviate by 0.01, those of comp05 by 0.03.
  private static let tolerance = 0.015

  /// The draft under way.
  private(set) var number = 0
  /// The share of the annealing at which they were over.
  private var end: Double?
  private var sum = 0.0
  private var samples = 0
  private var least = Double.infinity
  /// Of the drafts that are over: how many, and the sums of their costs and of the squares of these.
  private var ended = 0.0
  private var total = 0.0
  private var squares = 0.0

  var areOver: Bool { end != nil }
  /// They cost the same, so that none of them is worth more than another.
  var agree: Bool {
    // Both sides squared, for mean and deviation of `ended` costs.
    ended * squares - total * total <= Self.tolerance * Self.tolerance * total * total
  }

  /// How much of the draft under way is over at a share of the annealing, 1 where it has ended;
  /// after the last, how much is over of what follows.
  func position(at fraction: Double) -> Double {
    if let end { return end < 1 ? min(1, max(0, (fraction - end) / (1 - end))) : 1 }
    return min(1, max(0, fraction / Self.share * Double(Self.most) - Double(number)))
  }

  /// Takes note of a cost at a share of the draft under way.
  mutating func note(_ cost: Int, at position: Double) {
    if areOver || position < Self.counted { return }
    sum += Double(cost)
    samples += 1
  }

  /// Ends the draft under way, which stands at a cost, at a share of the annealing; whether it is the
  /// best so far.
  mutating func goOn(from cost: Int, at fraction: Double) -> Bool {
    let mean = samples > 0 ? sum / Double(samples) : Double(cost)
    let isBest = mean < least
    least = min(least, mean)
    ended += 1
    total += mean
    squares += mean * mean
    (sum, samples) = (0, 0)
    // A step of a small budget may take in several drafts.
    number = max(number + 1, Int(max(0, fraction / Self.share) * Double(Self.most)))
    if number >= Self.most || number >= Self.fewest && agree { end = fraction }
    return isBest
  }
}
