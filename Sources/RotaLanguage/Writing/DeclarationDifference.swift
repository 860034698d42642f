import RotaSyntax

/// A line of a plan's text, with what became of it between two states.
public struct LineChange: Sendable, Equatable {
  public enum Kind: Sendable { case kept, gone, new }
  public var kind: Kind
  /// Indented as in the plan.
  public var text: String

  public init(_ kind: Kind, _ text: String) {
    self.kind = kind
    self.text = text
  }
}

extension DeclarationWriter {
  /// What came, went and changed from one state to another, by the lines of the plan's text: those
  /// that differ, within the braces around them. In the order of the new plan; what went comes first.
  public static func lines(from old: LanguageState, to new: LanguageState) -> [LineChange] {
    var lines: [LineChange] = []
    for name in old.globals.order where text(of: name, in: new) == nil {
      lines += all(.gone, text(of: name, in: old) ?? "")
    }
    for name in new.globals.order {
      let (before, after) = (text(of: name, in: old) ?? "", text(of: name, in: new) ?? "")
      if before != after { lines += all(.gone, before) + all(.new, after) }
    }
    for item in old.declarations.items where new.declarations.position(of: item.key) == nil {
      lines += all(.gone, text(item))
    }
    for item in new.declarations.items {
      guard let position = old.declarations.position(of: item.key) else {
        lines += all(.new, text(item))
        continue
      }
      let earlier = old.declarations.items[position]
      if !saysTheSame(item, earlier) { lines += changed(from: text(earlier), to: text(item)) }
    }
    return lines
  }

  private static func all(_ kind: LineChange.Kind, _ text: String) -> [LineChange] {
    split(text).map { LineChange(kind, $0) }
  }

  private static func split(_ text: String) -> [String] {
    text.split(separator: "\n").map(String.init)
  }

  /// Lines that differ, and of the others those that open and close the braces around them.
  private static func changed(from old: String, to new: String) -> [LineChange] {
    let (before, after) = (split(old), split(new))
    let difference = after.difference(from: before)
    var gone: Set<Int> = []
    var added: Set<Int> = []
    for change in difference {
      switch change {
      case .remove(let offset, _, _): gone.insert(offset)
      case .insert(let offset, _, _): added.insert(offset)
      }
    }
    var lines: [LineChange] = []
    var (left, right) = (0, 0)
    while left < before.count || right < after.count {
      if gone.contains(left) {
        lines.append(LineChange(.gone, before[left]))
        left += 1
      } else if added.contains(right) {
        lines.append(LineChange(.new, after[right]))
        right += 1
      } else {
        lines.append(LineChange(.kept, before[left]))
        left += 1
        right += 1
      }
    }
    return pruned(lines)
  }

  /// Without the lines that were kept, except those around one that was not.
  private static func pruned(_ lines: [LineChange]) -> [LineChange] {
    var isNeeded = lines.map { $0.kind != .kept }
    var opened: [Int] = []
    for (index, line) in lines.enumerated() {
      if line.kind != .kept {
        for start in opened { isNeeded[start] = true }
      } else if line.text.hasSuffix("{") {
        opened.append(index)
      } else if line.text.hasSuffix("}"), let start = opened.popLast() {
        isNeeded[index] = isNeeded[start]
      }
    }
    return zip(lines, isNeeded).filter(\.1).map(\.0)
  }
}
