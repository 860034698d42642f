/// Writes docs/tables.md from the table of headings.
public enum TableReference {
  /// Every heading of every table, in Markdown.
  public static func markdown() -> String {
    let parts = TableKind.allCases.map { kind in
      let rows = kind.columns.map { words in
        let cells = [
          words.english, words.simplifiedChinese, words.traditionalChinese, words.vietnamese,
        ].map { $0.map { "`\($0)`" }.joined(separator: ", ") }
        let mark = kind.needed.contains(words.column) ? " (needed)" : ""
        return "| \(cells[0])\(mark) | \(cells.dropFirst().joined(separator: " | ")) |"
      }
      return "## \(kind.rawValue)\n\n| English | 简体 | 繁體 | Tiếng Việt |\n|---|---|---|---|\n"
        + rows.joined(separator: "\n") + "\n"
    }
    return preface + "\n" + parts.joined(separator: "\n") + "\n" + cells
  }

  private static let preface = """
    # Headings of tables

    The columns that `import csv` takes, by any of these headings and in any order; languages may be
    mixed. Case, blanks, hyphens and what stands in brackets count for nothing: `Seats (people)` is
    `seats`. A column of another heading is named and left out; \(passedOver) are passed over.

    """

  private static let passedOver = TableKind.passedOver.map { "`\($0)`" }.joined(separator: ", ")

  private static var cells: String {
    func words(_ list: [String]) -> String { list.map { "`\($0)`" }.joined(separator: ", ") }
    return """
      ## Words of cells

      | cells | yes | no |
      |---|---|---|
      | remote, streams | \(words(CellValues.yes.yes)) | \(words(CellValues.yes.no)) |
      | status | \(words(CellValues.available.yes)) | \(words(CellValues.available.no)) |

      What a row of availability is about: \(CellValues.sortsTold). Dates are `2027-03-01`, `2027/3/1`
      or `2027年3月1日`, times `8:30` or `8h30`, weekdays `Mon`, `周一`, `Thứ Hai` or `T2`; lists are
      parted by commas, semicolons or `、`.

      """
  }
}
