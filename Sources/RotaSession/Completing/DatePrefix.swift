import RotaPlanning

/// The beginning of a date: `2027-03-0`, `2027-3`, `2027年3月`, or `3月` of any year.
struct DatePrefix {
  private var year = ""
  /// Month and day; nil where they have not been begun, and the last one perhaps not ended.
  private var month: String?
  private var day: String?
  private var isChinese = false

  /// Nil where it is no such beginning.
  init?(_ text: String) {
    var parts = [""]
    for character in text {
      if character.isASCII, character.isNumber {
        parts[parts.count - 1].append(character)
        continue
      }
      // A mark ends the number before it.
      guard parts.last != "" else { return nil }
      switch character {
      case "-" where !isChinese && parts.count < 3: break
      case "年" where parts.count == 1: isChinese = true
      case "月" where parts.count == 1 && !isChinese:
        isChinese = true
        parts.insert("", at: 0)
      case "月" where parts.count == 2 && isChinese: break
      case "日" where parts.count == 3 && isChinese, "号" where parts.count == 3 && isChinese: break
      default: return nil
      }
      parts.append("")
    }
    guard parts.count <= 3 else { return nil }
    year = parts[0]
    if parts.count > 1 { month = parts[1] }
    if parts.count > 2 { day = parts[2] }
  }

  /// The whole date, written as it was begun; nil for a day that begins in another way.
  func completed(by whole: Day) -> String? {
    let (year, month, day) = whole.components
    if self.month == nil {
      guard String(year).hasPrefix(self.year) else { return nil }
    } else if !self.year.isEmpty, self.year != String(year) {
      return nil
    }
    guard matches(self.month, month, isWhole: self.day != nil, least: 2),
      matches(self.day, day, isWhole: false, least: 4)
    else { return nil }
    return isChinese ? "\(year)年\(month)月\(day)日" : whole.iso
  }

  /// - Parameter least: the first digit that can only be a whole number: there is no month 2x.
  private func matches(_ typed: String?, _ number: Int, isWhole: Bool, least: Int) -> Bool {
    guard let typed, let value = Int(typed) else { return true }
    if isWhole || typed.count == 1 && value >= least { return value == number }
    return (isChinese || number > 9 ? "\(number)" : "0\(number)").hasPrefix(typed)
  }
}
