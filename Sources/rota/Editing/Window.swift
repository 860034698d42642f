/// Which rows of an input are seen where it has more than the terminal.
struct Window {
  /// The first row that is seen.
  private var top = 0

  /// What there is room for: the rows around the cursor, where they stand, and below them a footer.
  mutating func picture(of text: Picture, footer: [Picture.Row], rows: Int) -> Picture {
    let footer = footer.prefix(max(1, rows / 2))
    if text.rows.count + footer.count <= rows {
      top = 0
      var whole = text
      whole.append(footer)
      return whole
    }
    let height = max(1, rows - footer.count - 1)
    top = min(top, text.cursor.row, max(0, text.rows.count - height))
    top = max(top, text.cursor.row - height + 1)
    let range = top..<min(text.rows.count, top + height)
    var part = text.cut(range)
    var place = Picture(columns: text.columns)
    place.add("-- rows \(range.lowerBound + 1) to \(range.upperBound) of \(text.rows.count) --")
    part.append(place.rows.prefix(1))
    part.append(footer)
    return part
  }
}
