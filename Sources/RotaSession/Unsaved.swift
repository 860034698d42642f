import RotaLanguage

/// What is in no file: the world now, against the one that was last saved or loaded.
extension Shell {
  /// What to say to somebody who is about to leave; nil where nothing would be lost.
  /// - Parameter way: what they typed, and can type again.
  public func warningOfLoss(leavingBy way: String) -> String? {
    let now = workspace.world(state)
    if now.isEmpty || now.isSamePlan(as: workspace.inFile) { return nil }
    return "What was made since the last `save` or `load` is in no file. "
      + "`save \"FILE\"` keeps it; \(way) again leaves."
  }
}

extension World {
  /// Whether both have the same plan, timetable and scenarios; options are of no file.
  fileprivate func isSamePlan(as other: World) -> Bool {
    board.timetable.placements == other.board.timetable.placements
      && board.timetable.publication?.number == other.board.timetable.publication?.number
      && board.scenarios.map(\.name) == other.board.scenarios.map(\.name)
      && board.scenarios.map(\.statements) == other.board.scenarios.map(\.statements)
      && DeclarationWriter.lines(from: other.language, to: language).isEmpty
  }
}
