extension LanguageRules {
  /// A date for running text: "12 June 1999", "July 2004", "1999".
  ///
  /// Ukrainian adds "р." after a no-break space. A month outside 1 to 12 is left out.
  public func date(_ date: PartialDate) -> String {
    switch grammar {
    case .english: text(date, months: MonthNames.english)
    case .ukrainian:
      text(
        date,
        months: date.day == nil ? MonthNames.ukrainian : MonthNames.ukrainianGenitive)
    case .neutral: date.description
    }
  }

  /// A date for a table's cell: "12 Jun 1999" in English, "12.06.1999" in Ukrainian.
  public func shortDate(_ date: PartialDate) -> String {
    switch grammar {
    case .english: text(date, months: MonthNames.englishShort)
    case .ukrainian:
      date.description.split(separator: "-").reversed().joined(separator: ".")
    case .neutral: date.description
    }
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
    case (let from?, nil): since(from)
    case (nil, let to?): until(to)
    case (let from?, let to?): range(from, to)
    }
  }

  private func since(_ date: PartialDate) -> String {
    switch grammar {
    case .english: "since " + self.date(date)
    case .ukrainian: ukrainianSince(date) + " (триває)"
    case .neutral: date.description + " –"
    }
  }

  private func until(_ date: PartialDate) -> String {
    switch grammar {
    case .english: "until " + self.date(date)
    case .ukrainian: "до " + text(date, months: MonthNames.ukrainianGenitive)
    case .neutral: "– " + date.description
    }
  }

  private func range(_ from: PartialDate, _ to: PartialDate) -> String {
    switch grammar {
    case .english: date(from) + " to " + date(to)
    case .ukrainian: ukrainianSince(from) + " " + until(to)
    case .neutral: from.description + " – " + to.description
    }
  }

  /// "з 12 червня", "з липня", and "із січня", since "з" is not said before a hissing sound.
  private func ukrainianSince(_ date: PartialDate) -> String {
    let text = text(date, months: MonthNames.ukrainianGenitive)
    let isHissing = text.hasPrefix("с") || text.hasPrefix("ч")
    return (isHissing ? "із " : "з ") + text
  }

  private func text(_ date: PartialDate, months: [String]) -> String {
    let year = String(date.year) + (grammar == .ukrainian ? "\u{A0}р." : "")
    guard let month = date.month, (1...12).contains(month) else { return year }
    let text = months[month - 1] + " " + year
    return date.day.map { "\($0) \(text)" } ?? text
  }
}

/// The names of the twelve months.
private enum MonthNames {
  static let english = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
  static let englishShort = english.map { String($0.prefix(3)) }
  static let ukrainian = [
    "січень", "лютий", "березень", "квітень", "травень", "червень", "липень", "серпень",
    "вересень", "жовтень", "листопад", "грудень",
  ]
  static let ukrainianGenitive = [
    "січня", "лютого", "березня", "квітня", "травня", "червня", "липня", "серпня", "вересня",
    "жовтня", "листопада", "грудня",
  ]
}
