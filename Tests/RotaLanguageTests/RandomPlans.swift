import RotaSyntax

/// Random plans made from the usages of the vocabulary: each clause that may stand in a context is
/// written as its usage says, with names that are declared.
struct RandomPlans {
  private var state: UInt64

  init(seed: Int) { state = UInt64(bitPattern: Int64(seed)) &* 2_862_933_555_777_941_757 &+ 1 }

  /// A whole script whose names all resolve.
  mutating func script() -> String {
    var text = """
      school S1; school S2; zone Z1; zone Z2
      teacher T1 { role R1, R2; teaches L1 }; teacher "T 2" role R2
      form workshop; resource projector 6; resource 车 3
      unit U1 90 people; unit 单位二 40 people
      plan P { dates 2027-03-01..2027-03-26; period P1 08:30-10:00; period 上午 10:20-11:50 }
      venue V1 kind hall; venue "研讨室 {1 + 1}" zone Z1; site X1; site X2 zone Z2
      venue V8 { kind hall; zone Z1 }; venue V9 { kind hall; zone Z1 }; site X9 zone Z2
      module M1 { lecture L1; visit L2 }
      module M2 { workshop "L 3" }
      rotation R1 { runs 9; teaches M1, M2 }

      """
    let kinds: [(String, Context)] = [
      ("school S1", .school), ("zone Z1", .zone), ("venue V1", .venue), ("site X2", .site),
      ("teacher \"T 2\"", .teacher), ("unit U1", .unit), ("buses 12", .buses), ("beds 50", .beds),
      ("resource projector 7", .resource), ("rotation R1", .rotation), ("run 3 of R1", .run),
      ("class 2 of run 3 of R1", .studyClass), ("plan P", .plan), ("module M2", .module),
      ("standard S9", .standard),
    ]
    for (head, context) in kinds where chance(3, of: 4) {
      text += "\(head) {\n\(clauses(in: context))}\n"
    }
    for (module, head) in [("M1", "lecture L1"), ("M1", "visit L2"), ("M2", "workshop \"L 3\"")] {
      text += "module \(module) { \(head) {\n\(clauses(in: .session))} }\n"
    }
    for entry in Vocabulary.entries(in: .preference)
    where entry.role == .preference && chance(1, of: 2) {
      let wish = fill(Usage(parsing: entry.usage).elements, entry.word)
      text += "prefer \(wish) weight \(number(0...9))\n"
    }
    if chance(1, of: 2) { text += "require share(form: visit) >= \(number(1...99))% \"half\"\n" }
    return text
  }

  private mutating func clauses(in context: Context) -> String {
    var text = ""
    var used: Set<String> = []
    for entry in Vocabulary.entries(in: context) where entry.role == .clause {
      let group = entry.group ?? entry.word
      guard chance(1, of: 3), isPossible(entry, besides: used, text),
        used.insert(group).inserted
      else { continue }
      // What relates sessions may go round in a circle, and a run has a say of its own.
      if ["after", "before", "right after", "at least", "starts", "classes"].contains(entry.word) {
        continue
      }
      text += "  " + fill(Usage(parsing: entry.usage).elements, entry.word) + "\n"
      // These need several meetings, or several on a day.
      if ["over at least", "in doubles"].contains(entry.word) {
        if used.insert("times").inserted { text += "  3 times\n" }
        if used.insert("at most").inserted { text += "  at most 3 per day\n" }
      }
    }
    return text
  }

  private func isPossible(
    _ entry: VocabularyEntry, besides used: Set<String>, _ text: String
  ) -> Bool {
    switch entry.word {
    case "people": !text.contains("for groups of")
    case "not in": used.contains("places")
    // What lies outside the stay is on no day of it.
    case "on day", "not on day", "first day", "last day", "not first day", "not last day":
      !text.contains("the stay")
    default: true
    }
  }

  private mutating func fill(_ elements: [Usage.Element], _ clause: String) -> String {
    var words: [String] = []
    for element in elements {
      switch element {
      case .word(let word): words.append(word)
      case .slot(let slot, _): words.append(value(slot, clause))
      case .optional(let inner):
        if chance(1, of: 2) { words.append(fill(inner, clause)) }
      case .choice(let alternatives): words.append(fill(pick(alternatives), clause))
      }
    }
    return words.filter { !$0.isEmpty }.joined(separator: " ")
  }

  private mutating func value(_ slot: Usage.Slot, _ clause: String) -> String {
    switch slot {
    case .name:
      switch clause {
      case "kind": pick(["hall", "room"])
      case "teacher": pick(["T1", "\"T 2\""])
      case "venue": pick(["V1", "\"研讨室 2\""])
      case "site": "X9"
      default: pick(["Blue", "\"at\"", "\"seats\"", "\"City College\"", "清明"])
      }
    case .languages: pick(["en", "zh-Hans, vi"])
    case .paper: pick(["A4", "letter"])
    case .timeZone: "\"Asia/Shanghai\""
    case .venue: pick(["V1", "\"研讨室 2\""])
    case .theme, .standard: pick(["Blue", "\"at\"", "\"seats\"", "清明"])
    case .place: pick(["V1", "X1"])
    case .unit: "U1"
    case .module: "M1"
    case .period: pick(["P1", "上午"])
    case .places where clause == "not in": pick(["V8", "X9, V8"])
    case .places: pick(["V1", "hall", "X1, Z2", "\"研讨室 2\", hall", "Z1"])
    case .teachers: pick(["T1", "R1, \"T 2\"", "R2"])
    case .units: pick(["U1", "单位二, U1"])
    case .modules where clause == "attends": pick(["M1", "M2, M1", "M2"])
    case .modules: pick(["M1, M2", "M2, M1"])
    case .sessions: pick(["L1", "\"L 3\", L2"])
    case .topics: pick(["L1", "Law, 理论", "\"a \\\"b\\\"\""])
    case .periods: pick(["P1", "上午, P1"])
    case .roles: pick(["R1", "R1, R3"])
    case .school: pick(["S1", "S2"])
    case .zone: pick(["Z1", "\"Z 9\""])
    case .form: pick(["lecture", "workshop"])
    case .resource: pick(["projector", "车"])
    case .rotation: "R1"
    case .session: pick(["L1", "\"L 3\""])
    case .teacher: pick(["T1", "\"T 2\""])
    case .kind, .clause, .option, .word, .scenario, .scenarios, .names, .audience, .owner, .listing,
      .field,
      .subject, .wish, .said:
      "word"
    case .numeral: pick(["\(number(1...9))", "14.1"])
    case .number, .count, .steps, .point, .repair: "\(number(3...9))"
    case .people: pick(["\(number(1...99)) people", "\(number(1...99))", "1 person"])
    case .duration: pick(["\(number(1...90)) min", "2 h"])
    case .days where clause == "over at least": pick(["1 day", "\(number(1...3)) days", "2"])
    case .days: pick(["\(number(1...5)) days", "1 week", "\(number(1...5))"])
    case .percent: "\(number(1...99))%"
    case .limit: pick(["\(number(1...99))%", "33.25%", "\(number(1...99)) people"])
    case .date: "2027-03-\(number(10...26))"
    case .dates: pick(["2027-03-01..2027-03-\(number(10...26))", "2027-03-10"])
    case .times: "18:00-19:30"
    case .weekdays: pick(["Mon..Fri", "Mon, Wed..Thu", "Fri..Mon"])
    case .numbers, .points: pick(["1", "2..4, 6", "1, 3"])
    case .range: pick(["\(number(1...4))..\(number(4...20))", "3"])
    case .windows:
      pick([
        "Tue..Fri 09:00-17:00", "2027-03-10, Mon", "2027-03-01..2027-03-12 Mon",
        "2027-03-10 P1, Mon Wed 上午", "\"P1\" 18:00-20:00",
      ])
    case .text: pick(["\"bring {1 + 1} badges\"", "\"“quoted”, \\\\ and \\{so\\}\""])
    case .value, .values: "1"
    case .file: "\"x\""
    }
  }

  // MARK: Chance

  private mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state >> 33
  }
  private mutating func chance(_ part: UInt64, of whole: UInt64) -> Bool { next() % whole < part }
  private mutating func number(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(next() % UInt64(range.count))
  }
  private mutating func pick<Item>(_ items: [Item]) -> Item {
    items[Int(next() % UInt64(items.count))]
  }
}
