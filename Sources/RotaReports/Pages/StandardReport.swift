import RotaPlanning

/// What a plan comes to against a standard, article by article.
public struct StandardResult: Hashable, Sendable {
  /// An amount that is measured or asked for, to a tenth.
  public enum Amount: Hashable, Sendable {
    case number(tenths: Int)
    case percent(tenths: Int)
    case people(tenths: Int)
    case days(tenths: Int)
    case hours(minutes: Int)
    /// As the language writes it.
    case text(String)
  }

  /// At least, at most, exactly so much.
  public struct Demand: Hashable, Sendable {
    public var comparison: String
    public var amount: Amount
    public init(comparison: String, amount: Amount) {
      self.comparison = comparison
      self.amount = amount
    }
  }

  /// What an article comes to for the plan, or a part of it.
  public struct Finding: Hashable, Sendable {
    public var isMet: Bool
    /// One for each of its demands.
    public var amounts: [Amount]
    /// By how much it is not met, where that is one amount.
    public var missing: Amount?
    public init(isMet: Bool, amounts: [Amount], missing: Amount? = nil) {
      self.isMet = isMet
      self.amounts = amounts
      self.missing = missing
    }
  }

  public struct Article: Hashable, Sendable {
    public var number: String
    public var isMust: Bool
    public var text: String
    public var demands: [Demand]
    /// Whether one of its demands is enough.
    public var isAnyEnough: Bool
    /// One for each part.
    public var findings: [Finding]
    public init(
      number: String, isMust: Bool, text: String, demands: [Demand], isAnyEnough: Bool,
      findings: [Finding]
    ) {
      self.number = number
      self.isMust = isMust
      self.text = text
      self.demands = demands
      self.isAnyEnough = isAnyEnough
      self.findings = findings
    }
  }

  public var title: String
  public var version: String?
  /// Schools or rotations that are compared; empty where the plan is measured as a whole.
  public var parts: [String]
  public var articles: [Article]
  public init(title: String, version: String?, parts: [String], articles: [Article]) {
    self.title = title
    self.version = version
    self.parts = parts
    self.articles = articles
  }
}

extension Reports {
  /// A standard and what the plan comes to against it: `check standard`.
  public static func standard(_ result: StandardResult, _ input: ReportInput) -> Document {
    let make = ReportPages(input)
    return make.document(pages: [make.standard(result)])
  }
}

extension ReportPages {
  fileprivate func standard(_ result: StandardResult) -> Page {
    let isCompared = !result.parts.isEmpty
    var columns = [
      labels.heading(.article), labels.heading(.obligation), labels.heading(.criterion),
      labels.heading(.asked),
    ].map { TableBlock.Column($0) }
    columns +=
      isCompared
      ? result.parts.map { TableBlock.Column($0) }
      : [TableBlock.Column(labels.heading(.actual), .trailing), .init(labels.heading(.verdict))]
    let rows = result.articles.map { article in
      let asked = article.demands.map {
        [$0.comparison, text(of: $0.amount)].filter { !$0.isEmpty }.joined(separator: " ")
      }
      let several = labels(article.isAnyEnough ? .or : .and)
      let cells = [
        article.number, labels.heading(article.isMust ? .must : .should), article.text,
        asked.joined(separator: " \(several) "),
      ]
      return cells
        + article.findings.flatMap { finding in
          let amounts = finding.amounts.map { text(of: $0) }.joined(separator: " · ")
          let verdict = verdict(finding)
          if !isCompared { return [amounts, verdict] }
          return [[amounts, verdict].filter { !$0.isEmpty }.joined(separator: " · ")]
        }
    }
    return page(
      section: .standards, heading: { $0(.standardOf, result.title) },
      facts: { _ in [result.version].compactMap { $0 } },
      blocks: [.table(TableBlock(columns: columns, rows: rows)), .paragraph(summary(result))])
  }

  private func verdict(_ finding: StandardResult.Finding) -> String {
    if finding.isMet { return labels.heading(.met) }
    guard let missing = finding.missing else { return labels.heading(.notMet) }
    return labels.sideBySide { $0(.notMetBy, text(of: missing)) }
  }

  /// How many of each sort are met, of each part.
  private func summary(_ result: StandardResult) -> String {
    let parts = result.parts.isEmpty ? [""] : result.parts
    return parts.enumerated().map { index, part in
      let counts = [(Label.must, true), (.should, false)].compactMap { label, isMust -> String? in
        let those = result.articles.filter { $0.isMust == isMust }
        if those.isEmpty { return nil }
        let met = those.count { $0.findings.indices.contains(index) && $0.findings[index].isMet }
        return "\(labels.heading(label)) \(met)/\(those.count)"
      }
      let line = labels.pair(labels.heading(.met), labels.list(counts))
      return part.isEmpty ? line : labels.pair(part, line)
    }.joined(separator: "\n")
  }

  private func text(of amount: StandardResult.Amount) -> String {
    switch amount {
    case .number(let tenths): labels.tenths(tenths)
    case .percent(let tenths): labels.tenths(tenths) + "%"
    case .people(let tenths): labels(.peopleCount, labels.tenths(tenths))
    case .days(let tenths):
      tenths == 10 ? labels(.oneDay) : labels(.dayCount, labels.tenths(tenths))
    case .hours(let minutes): labels(.hourCount, labels.hours(minutes))
    case .text(let text): text
    }
  }
}
