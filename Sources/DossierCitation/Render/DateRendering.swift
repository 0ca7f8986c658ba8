extension Renderer {
  func date(_ element: DateElement) -> Piece {
    if rendering.isReading, element.variable == "accessed", work.dates[element.variable] != nil {
      return Piece(calls: true, fills: true)
    }
    guard !suppressed.contains(element.variable), let date = work.dates[element.variable],
      !date.isEmpty
    else { return Piece(calls: true) }
    remember(element.variable)
    let text: RichText
    let setter = DateSetter(renderer: self)
    let parts = setter.shownParts(element)
    if rendering.purpose == .sortKey {
      text = RichText(DateKey.of(date, parts: parts))
    } else {
      text = element.formatting.apply(
        to: setter.written(date.limited(to: parts), element), language: locale.language
      )
      .marked(.part(.date))
    }
    return Piece(text: text, calls: true, fills: !text.isEmpty)
  }
}

/// Writes a date in the form that an element asks for.
private struct DateSetter {
  let renderer: Renderer

  func shownParts(_ element: DateElement) -> Set<DateFormat.Part.Name> {
    element.form == nil ? Set(element.format.parts.map(\.name)) : element.parts
  }

  func written(_ date: WorkDate, _ element: DateElement) -> RichText {
    if let literal = date.literal { return MarkupParser.parse(literal) }
    let format = format(of: element)
    guard let start = date.start else { return seasonAlone(date, format) }
    let delimiter = RichText(format.delimiter ?? "")
    if let end = date.end { return range(start, end, date, format) }
    var text = RichText.joined(parts(start, date, format.parts), by: delimiter)
    if date.isOpen {
      let last = format.parts.last { $0.name == .year }
      text.append(last?.rangeDelimiter ?? "–")
    }
    return text
  }

  private func seasonAlone(_ date: WorkDate, _ format: DateFormat) -> RichText {
    guard let season = date.season, let part = format.parts.first(where: { $0.name == .month })
    else { return RichText() }
    let word = Int(season).flatMap { renderer.locale.term("season-0\($0)") } ?? season
    var formatting = part.formatting
    formatting.prefix = RichText()
    formatting.suffix = RichText()
    return formatting.apply(to: RichText(word), language: renderer.locale.language)
  }

  /// The locale's form with what the style changes of it, or the style's own.
  private func format(of element: DateElement) -> DateFormat {
    guard let form = element.form else { return element.format }
    guard var format = renderer.locale.dates[form] else { return element.format }
    format.parts = format.parts.filter { element.parts.contains($0.name) }
      .map { part in
        guard let change = element.format.parts.first(where: { $0.name == part.name }) else {
          return part
        }
        return part.changed(by: change)
      }
    format.delimiter = element.format.delimiter ?? format.delimiter
    return format
  }

  private func parts(
    _ point: WorkDate.Point, _ date: WorkDate, _ parts: [DateFormat.Part]
  ) -> [RichText] {
    parts.map { part in
      part.formatting.apply(to: figure(of: part, point, date), language: renderer.locale.language)
    }
  }

  private func figure(
    of part: DateFormat.Part, _ point: WorkDate.Point, _ date: WorkDate
  ) -> RichText {
    switch part.name {
    case .year: year(point.year, part)
    case .month: month(point, date, part)
    case .day: day(point, part)
    }
  }

  /// A span with what both points share printed once.
  private func range(
    _ start: WorkDate.Point, _ end: WorkDate.Point, _ date: WorkDate, _ format: DateFormat
  ) -> RichText {
    let all = format.parts
    let differing: Set<DateFormat.Part.Name> =
      if start.year != end.year {
        [.year, .month, .day]
      } else if start.month != end.month || start.season != end.season {
        [.month, .day]
      } else {
        [.day]
      }
    let isApart = { (part: DateFormat.Part) in differing.contains(part.name) }
    guard let first = all.firstIndex(where: isApart), let last = all.lastIndex(where: isApart)
    else {
      return .joined(parts(start, date, all), by: RichText(format.delimiter ?? ""))
    }
    let order: [DateFormat.Part.Name] = [.year, .month, .day]
    let largest = order.first { name in differing.contains(name) && all.contains { $0.name == name }
    }
    let dash = all.first { $0.name == largest }?.rangeDelimiter ?? "–"
    var middle = Array(all[first...last])
    var left = middle
    let lastPrinted = left.lastIndex { !figure(of: $0, start, date).isEmpty }
    if let lastPrinted { left[lastPrinted].formatting.suffix = RichText() }
    if !middle.isEmpty { middle[0].formatting.prefix = RichText() }
    let delimiter = RichText(format.delimiter ?? "")
    let before = parts(start, date, Array(all[..<first]) + left)
    let after = parts(end, date, middle + Array(all[(last + 1)...]))
    renderer.hasYearSuffix = renderer.hasYearSuffix || differing.contains(.year)
    var text = RichText.joined(before, by: delimiter)
    text.append(dash)
    text.append(.joined(after, by: delimiter))
    return text
  }

  private func year(_ year: Int, _ part: DateFormat.Part) -> RichText {
    var digits = String(abs(year))
    if part.form == "short" { digits = String(digits.suffix(2)) }
    if year < 0 { digits += renderer.locale.term("bc") ?? "" }
    if year > 0, year < 1000, part.form != "short" { digits += renderer.locale.term("ad") ?? "" }
    var text = RichText(digits)
    if let suffix = renderer.rendering.yearSuffix, !renderer.style.printsYearSuffix,
      !renderer.hasYearSuffix
    {
      text.tokens += RichText(suffix).marked(.part(.yearSuffix)).tokens
      renderer.hasYearSuffix = true
    }
    return text
  }

  private func month(_ point: WorkDate.Point, _ date: WorkDate, _ part: DateFormat.Part) -> RichText
  {
    if let season = point.season {
      return RichText(renderer.locale.term("season-0\(season)") ?? "")
    }
    guard let month = point.month else {
      return date.season.map { RichText($0) } ?? RichText()
    }
    let number = month < 10 ? "0\(month)" : "\(month)"
    if point.day == nil, part.form == nil || part.form == "long",
      let alone = renderer.locale.term("month-\(number)-alone")
    {
      return RichText(alone)
    }
    switch part.form {
    case "numeric": return RichText("\(month)")
    case "numeric-leading-zeros": return RichText(number)
    case "short":
      return MarkupParser.parse(renderer.locale.term("month-\(number)", form: .short) ?? "")
    default: return MarkupParser.parse(renderer.locale.term("month-\(number)") ?? "")
    }
  }

  private func day(_ point: WorkDate.Point, _ part: DateFormat.Part) -> RichText {
    guard let day = point.day else { return RichText() }
    switch part.form {
    case "numeric-leading-zeros": return RichText(day < 10 ? "0\(day)" : "\(day)")
    case "ordinal":
      if renderer.locale.limitsDayOrdinals == true, day != 1 { return RichText("\(day)") }
      let month = point.month.map { $0 < 10 ? "month-0\($0)" : "month-\($0)" }
      let gender = month.flatMap { renderer.locale.genders[$0] }
      return MarkupParser.parse(Numerals(locale: renderer.locale).ordinal(day, gender: gender))
    default: return RichText("\(day)")
    }
  }
}

extension WorkDate {
  /// The date without the day where none is printed, so that a month can stand alone.
  fileprivate func limited(to parts: Set<DateFormat.Part.Name>) -> WorkDate {
    var date = self
    if !parts.contains(.day) {
      date.start?.day = nil
      date.end?.day = nil
    }
    return date
  }
}

extension DateFormat.Part {
  /// The locale's part with the form and the looks that a style asks for.
  fileprivate func changed(by change: DateFormat.Part) -> DateFormat.Part {
    var part = self
    part.form = change.form ?? form
    part.rangeDelimiter = change.rangeDelimiter ?? rangeDelimiter
    if !change.formatting.decorations.isEmpty {
      part.formatting.decorations = change.formatting.decorations
    }
    part.formatting.textCase = change.formatting.textCase ?? formatting.textCase
    part.formatting.stripsPeriods = change.formatting.stripsPeriods || formatting.stripsPeriods
    return part
  }
}

/// Dates as texts in whose order they follow one another, years before our era included.
enum DateKey {
  static func of(_ date: WorkDate, parts: Set<DateFormat.Part.Name>) -> String {
    guard let start = date.start else { return date.literal ?? date.season ?? "" }
    return key(start, parts) + (date.end.map { "/" + key($0, parts) } ?? "")
  }

  private static func key(_ point: WorkDate.Point, _ parts: Set<DateFormat.Part.Name>) -> String {
    let month = point.month ?? point.season.map { $0 * 3 } ?? 0
    let year = parts.contains(.year) ? String(5_000_000 + point.year) : ""
    let numbers = [(DateFormat.Part.Name.month, month), (.day, point.day ?? 0)]
    return numbers.reduce(year) { key, part in
      guard parts.contains(part.0) else { return key }
      return key + (part.1 < 10 ? "0\(part.1)" : "\(part.1)")
    }
  }
}
