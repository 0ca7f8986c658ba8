extension LanguageRules {
  /// A date for running text: "12 June 1999", "July 2004", "1999".
  ///
  /// A month outside 1 to 12 is left out.
  public func date(_ date: PartialDate) -> String {
    DateWriter(rules: self).text(date)
  }

  /// A date for a table's cell: "12 Jun 1999" in English, "12.06.1999" in Ukrainian.
  public func shortDate(_ date: PartialDate) -> String {
    DateWriter(rules: self).written(date, table.dates.short)
  }

  /// A period: "12 June 1999 to 1 January 2005", "since 12 June 1999", "until 2004".
  ///
  /// A moment and a period that begins and ends on one date are that date; empty for a period of
  /// which neither end is known.
  public func period(_ period: Period) -> String {
    switch (period.from, period.to) {
    case (nil, nil): ""
    case (let from?, let to?) where from == to || period.isMoment: date(from)
    case (let day?, nil) where period.isMoment, (nil, let day?) where period.isMoment: date(day)
    case (let from?, nil): DateWriter(rules: self).phrase(table.phrases.since, from)
    case (nil, let to?): DateWriter(rules: self).phrase(table.phrases.until, to)
    case (let from?, let to?): DateWriter(rules: self).range(from, to)
    }
  }
}

/// Writes dates by the patterns of a language.
private struct DateWriter {
  let rules: LanguageRules

  private var table: LanguageTable { rules.table }

  func text(_ date: PartialDate) -> String { written(date, table.dates.text) }

  func written(_ date: PartialDate, _ patterns: DatePatterns) -> String {
    written(date, by: pattern(for: date, of: patterns))
  }

  func range(_ from: PartialDate, _ to: PartialDate) -> String {
    guard let first = table.phrases.from, let second = table.phrases.to else {
      return table.dates.span.joined(text(from), text(to))
    }
    return phrase(first, from) + " " + phrase(second, to)
  }

  func phrase(_ phrase: DatePhrase, _ date: PartialDate) -> String {
    phrase.filled(written(date, by: pattern(for: date, of: table.dates.text).inflected), date)
  }

  private func pattern(for date: PartialDate, of patterns: DatePatterns) -> DatePattern {
    guard let month = date.month, (1...12).contains(month) else { return patterns.year }
    return date.day == nil ? patterns.month : patterns.day
  }

  private func written(_ date: PartialDate, by pattern: DatePattern) -> String {
    pattern.parts.reduce(into: "") { $0 += text(of: $1, date) }
  }

  private func text(of part: DatePattern.Part, _ date: PartialDate) -> String {
    let dates = table.dates
    let (month, day) = (date.month ?? 0, date.day ?? 0)
    return switch part {
    case .text(let text): text
    case .year: PartialDate(year: date.year).description
    case .day: String(day)
    case .paddedDay: day < 10 ? "0\(day)" : String(day)
    case .month: String(month)
    case .paddedMonth: month < 10 ? "0\(month)" : String(month)
    case .name: name(month, dates.months)
    case .nameAlone: name(month, dates.monthsAlone)
    case .shortName: name(month, dates.monthsShort)
    case .shortNameAlone: name(month, dates.monthsShortAlone)
    }
  }

  private func name(_ month: Int, _ names: [String]) -> String {
    names.indices.contains(month - 1) ? names[month - 1] : String(month)
  }
}
