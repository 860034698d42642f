/// Units as they are said, by which the language does not call them.
public enum SpelledOutUnits {
  static let units = [
    "minutes": "min", "minute": "min", "mins": "min", "hours": "h", "hour": "h", "hrs": "h",
    "seconds": "s", "second": "s", "sec": "s", "secs": "s", "persons": "people", "percent": "%",
    "分钟": "min", "小时": "h", "秒": "s", "人": "people", "天": "days", "周": "weeks", "phút": "min",
    "giờ": "h", "giây": "s", "người": "people", "ngày": "days", "tuần": "weeks",
  ]

  /// `40 min` for `40分钟`; nil for words that are no number with such a unit. A word that begins with
  /// digits may be a name, so that it is not read as a quantity by itself.
  public static func quantity(_ word: String) -> String? {
    let digits = word.prefix { $0.isASCII && $0.isNumber }
    guard !digits.isEmpty, let unit = units[String(word.dropFirst(digits.count))] else {
      return nil
    }
    return unit == "%" ? "\(digits)%" : "\(digits) \(unit)"
  }
}

/// Comparisons as they are said; the language writes them as signs.
enum SpelledOutOperators {
  static let signs = [
    "is": "=", "equals": "=", "eq": "=", "isnt": "!=", "above": ">", "exceeds": ">", "below": "<",
  ]
}
