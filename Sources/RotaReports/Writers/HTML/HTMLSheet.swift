import RotaPlanning

/// The paper that a page is printed on.
struct HTMLSheet {
  /// As style sheets name it: `A4 landscape`.
  let name: String
  /// Millimetres within the margins.
  let width: Double
  let height: Double
  /// Millimetres of one em of the document's text.
  let em: Double

  init(_ kind: Page.Sheet, _ paper: Plan.Paper) {
    em = (paper == .a3 ? 12 : 10) * 25.4 / 72
    switch (kind, paper) {
    case (.wall, _): (name, width, height) = ("A3 landscape", 398, 272)
    case (.upright, .a4): (name, width, height) = ("A4 portrait", 188, 272)
    case (.upright, .a3): (name, width, height) = ("A3 portrait", 275, 395)
    case (.upright, .letter): (name, width, height) = ("letter portrait", 194, 254)
    case (_, .a4): (name, width, height) = ("A4 landscape", 275, 185)
    case (_, .a3): (name, width, height) = ("A3 landscape", 398, 272)
    case (_, .letter): (name, width, height) = ("letter landscape", 257, 190)
    }
  }
}
