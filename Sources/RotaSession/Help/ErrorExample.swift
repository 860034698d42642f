/// How an error comes about, for `help ID`.
struct ErrorExample: Sendable {
  let id: String
  /// Statements that provoke it.
  var text = ""
  /// The same, mended; empty where that is not a matter of the text.
  var mended = ""
  /// A file that the statements read.
  var file: (name: String, text: String)?
  /// What must come to pass where no statements bring it about.
  var circumstances = ""

  init(_ id: String, _ text: String, mended: String = "", file: (name: String, text: String)? = nil)
  {
    self.id = id
    self.text = text
    self.mended = mended
    self.file = file
  }

  init(_ id: String, when circumstances: String) {
    self.id = id
    self.circumstances = circumstances
  }

  /// A plan that needs nothing more, in five lines.
  static let plan = """
    plan P { dates 2027-03-01..2027-03-02; period am 09:00-10:30; period pm 14:00-15:30 }
    venue Hall seats 100
    unit Harbour 60 people
    module M { lecture Ethics { for run; in Hall } }
    rotation Spring { trainees all units; runs 1; length 2 days; teaches M }

    """

  static let byID = Dictionary(
    (language + commands + imports).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
}
