import DossierMarkdown
import DossierSource

extension LanguageTable {
  /// Reads a file of rules over what is known of the language: each key takes the place of what it
  /// names, and `ours`, which holds the same keys, that of the rest of the file.
  static func decode(_ file: SourceFile, over base: LanguageTable) -> Outcome<LanguageTable> {
    var findings = Findings(path: file.path)
    var table = base
    let root = findings.take(YAMLDocument.parse(file.bytes[...], path: file.path))
    if let root, var reader = MappingReader(root, as: "language", &findings) {
      table.version = reader.text("cldr", &findings) ?? table.version
      let ours = reader.take("ours")
      table.read(&reader, &findings)
      if let ours, var inner = MappingReader(ours, as: "ours", &findings) {
        table.read(&inner, &findings)
      }
    }
    return Outcome(table, findings.diagnostics)
  }

  private mutating func read(_ reader: inout MappingReader, _ findings: inout Findings) {
    if let direction = reader.take("direction") {
      if !["ltr", "rtl"].contains(direction.text) {
        findings.expected("ltr or rtl", for: "direction", at: direction)
      }
      isRightToLeft = direction.text == "rtl"
    }
    reader.inner("numbers", &findings) { numbers.read(&$0, &$1) }
    reader.inner("dates", &findings) { dates.read(&$0, &$1) }
    reader.inner("plurals", &findings) { plurals = Self.plurals(&$0, &$1) }
    reader.inner("lists", &findings) { lists.read(&$0, &$1) }
    reader.inner("units", &findings) { units.read(&$0, &$1) }
    if let marks = reader.strings("quotes", count: 4, &findings) {
      quotes = QuotationMarks(outer: (marks[0], marks[1]), inner: (marks[2], marks[3]))
    }
    if let node = reader.take("apostrophe") {
      if let mark = node.text, mark.count == 1, mark.allSatisfy({ $0.isPunctuation || $0 == "ʼ" }) {
        apostrophe = mark
      } else {
        findings.expected("one mark", for: "apostrophe", at: node)
      }
    }
    reader.inner("names", &findings) { inner, findings in
      for (key, _) in inner.rest {
        guard let code = key.text else { continue }
        names[code] = inner.text(code, &findings) ?? names[code]
      }
    }
    reader.inner("order", &findings) { order.read(&$0, &$1) }
    reader.inner("phrases", &findings) { phrases.read(&$0, &$1) }
    reader.inner("typography", &findings) { typography.read(&$0, &$1) }
    hasCallsBeforeSigns = reader.flag("calls-before-signs", &findings) ?? hasCallsBeforeSigns
    reader.inner("stems", &findings) { inner, findings in
      var rules = stems ?? StemRules()
      rules.read(&inner, &findings)
      stems = rules
    }
    if let words = reader.strings("plain-page", count: 2, &findings) {
      plainPage = (words[0], words[1])
    }
    reader.finish(&findings)
  }

  private static func plurals(
    _ reader: inout MappingReader, _ findings: inout Findings
  ) -> [(form: PluralForm, rule: PluralRule)] {
    PluralForm.allCases.compactMap { form in
      guard let node = reader.take(form.rawValue) else { return nil }
      if let rule = node.text.flatMap(PluralRule.init) { return (form, rule) }
      findings.broken("language.plural", node, "a rule of CLDR, such as 'v = 0 and i % 10 = 2..4'")
      return nil
    }
  }
}

extension NumberForms {
  fileprivate mutating func read(_ reader: inout MappingReader, _ findings: inout Findings) {
    decimal = reader.string("decimal", &findings) ?? decimal
    group = reader.string("group", &findings) ?? group
    minus = reader.string("minus", &findings) ?? minus
    if let node = reader.take("least-group") {
      let count = node.text.flatMap { Int($0) }
      if let count, (1...9).contains(count) {
        leastGroup = count
      } else {
        findings.expected("a number from 1 to 9", for: "least-group", at: node)
      }
    }
    percent = reader.wrapping("percent", "{n}", &findings) ?? percent
    range = reader.joining("range", &findings) ?? range
    words = reader.scale("words", &findings) ?? words
    shortWords = reader.scale("short-words", &findings) ?? shortWords
  }
}

extension DateForms {
  fileprivate mutating func read(_ reader: inout MappingReader, _ findings: inout Findings) {
    if let names = reader.strings("months", count: 12, &findings) {
      (months, monthsAlone) = (names, names)
    }
    if let names = reader.strings("months-short", count: 12, &findings) {
      (monthsShort, monthsShortAlone) = (names, names)
    }
    monthsAlone = reader.strings("months-alone", count: 12, &findings) ?? monthsAlone
    monthsShortAlone =
      reader.strings("months-short-alone", count: 12, &findings) ?? monthsShortAlone
    text.day = reader.pattern("day", &findings) ?? text.day
    text.month = reader.pattern("month", &findings) ?? text.month
    text.year = reader.pattern("year", &findings) ?? text.year
    short.day = reader.pattern("short-day", &findings) ?? short.day
    short.month = reader.pattern("short-month", &findings) ?? short.month
    short.year = reader.pattern("short-year", &findings) ?? short.year
    span = reader.joining("span", &findings) ?? span
  }
}

extension ListForms {
  fileprivate mutating func read(_ reader: inout MappingReader, _ findings: inout Findings) {
    two = reader.joining("two", &findings) ?? two
    start = reader.joining("start", &findings) ?? start
    middle = reader.joining("middle", &findings) ?? middle
    end = reader.joining("end", &findings) ?? end
  }
}

extension UnitForms {
  fileprivate mutating func read(_ reader: inout MappingReader, _ findings: inout Findings) {
    per = reader.joining("per", &findings) ?? per
    times = reader.joining("times", &findings) ?? times
  }
}

extension Tailoring {
  fileprivate mutating func read(_ reader: inout MappingReader, _ findings: inout Findings) {
    scripts = reader.strings("scripts", count: nil, &findings) ?? scripts
    isUpperFirst = reader.flag("upper-first", &findings) ?? isUpperFirst
    let texts = reader.texts("letters", &findings)
    guard !texts.isEmpty else { return }
    steps = texts.compactMap { node in
      if let step = node.text.flatMap(Step.init) { return step }
      findings.broken(
        "language.order", node, "a letter, its relation and what follows, such as 'c < č Č'")
      return nil
    }
  }
}

extension Phrases {
  fileprivate mutating func read(_ reader: inout MappingReader, _ findings: inout Findings) {
    about = reader.wrapping("about", "{n}", &findings) ?? about
    atLeast = reader.wrapping("at-least", "{n}", &findings) ?? atLeast
    atMost = reader.wrapping("at-most", "{n}", &findings) ?? atMost
    reader.inner("forms-after-about", &findings) { inner, findings in
      for form in PluralForm.allCases {
        guard let node = inner.take(form.rawValue) else { continue }
        formsAfterAbout[form] = node.text.flatMap(PluralForm.init)
        if formsAfterAbout[form] == nil {
          findings.expected("a plural form", for: form.rawValue, at: node)
        }
      }
    }
    if let node = reader.take("form-alone") {
      let form = node.text.flatMap(PluralForm.init)
      if form == nil { findings.expected("a plural form", for: "form-alone", at: node) }
      formAlone = form ?? formAlone
    }
    since = reader.datePhrase("since", &findings) ?? since
    until = reader.datePhrase("until", &findings) ?? until
    from = reader.datePhrase("from", &findings) ?? from
    to = reader.datePhrase("to", &findings) ?? to
  }
}

extension Typography.Table {
  fileprivate mutating func read(_ reader: inout MappingReader, _ findings: inout Findings) {
    shortWords = reader.strings("short-words", count: nil, &findings) ?? shortWords
    yearWords = reader.strings("year-words", count: nil, &findings) ?? yearWords
    beforeNumber = reader.strings("before-number", count: nil, &findings) ?? beforeNumber
    beforeWord = reader.strings("before-word", count: nil, &findings) ?? beforeWord
    together = reader.strings("together", count: nil, &findings) ?? together
    marksBehind = reader.spaces("marks-behind", &findings) ?? marksBehind
    marksBefore = reader.spaces("marks-before", &findings) ?? marksBefore
  }
}

extension MappingReader {
  /// Reads a mapping within this one, and tells of keys in it that nobody asked for.
  fileprivate mutating func inner(
    _ key: String, _ findings: inout Findings,
    _ read: (inout MappingReader, inout Findings) -> Void
  ) {
    guard let node = take(key), var inner = MappingReader(node, as: key, &findings) else { return }
    read(&inner, &findings)
    inner.finish(&findings)
  }

  /// A text as it stands, which may be a space or nothing.
  mutating func string(_ key: String, _ findings: inout Findings) -> String? {
    guard let node = take(key) else { return nil }
    if node.text == nil { findings.expected("a text", for: key, at: node) }
    return node.text
  }

  /// A list of texts; `nil` with a diagnostic where it has not as many as it should.
  mutating func strings(
    _ key: String, count: Int?, _ findings: inout Findings
  ) -> [String]? {
    guard let node = take(key) else { return nil }
    let texts = node.items?.compactMap(\.text)
    if let texts, texts.count == node.items?.count, count == nil || texts.count == count {
      return texts
    }
    findings.expected("a list of \(count.map { "\($0) " } ?? "")texts", for: key, at: node)
    return nil
  }

  fileprivate mutating func wrapping(
    _ key: String, _ name: String, _ findings: inout Findings
  ) -> Wrapping? {
    take(key).flatMap { findings.wrapping($0, name) }
  }

  /// A text with `{0}` and, behind it, `{1}`.
  fileprivate mutating func joining(_ key: String, _ findings: inout Findings) -> Joining? {
    guard let node = take(key) else { return nil }
    let outer = (node.text ?? "").split(separator: "{0}", omittingEmptySubsequences: false)
    let inner = outer.last?.split(separator: "{1}", omittingEmptySubsequences: false) ?? []
    guard outer.count == 2, inner.count == 2 else {
      findings.broken("language.pattern", node, "a text with {0} and, behind it, {1}")
      return nil
    }
    return Joining(
      before: String(outer[0]), between: String(inner[0]), after: String(inner[1]))
  }

  /// The words for powers of ten: `"6": {one: "{n} million", other: "{n} millions"}`.
  fileprivate mutating func scale(_ key: String, _ findings: inout Findings) -> [Int: ScaleWord]? {
    guard let node = take(key), let entries = MappingReader(node, as: key, &findings)?.rest else {
      return nil
    }
    var words: [Int: ScaleWord] = [:]
    for (name, value) in entries {
      guard let power = name.text.flatMap({ Int($0) }), (1...30).contains(power) else {
        findings.expected("a power of ten as its key", for: key, at: name)
        continue
      }
      inner(value, as: key, &findings) { forms, findings in
        guard let other = forms.wrapping("other", "{n}", &findings) else { return }
        words[power] = ScaleWord(other: other)
        for form in PluralForm.allCases where form != .other {
          words[power]?.forms[form] = forms.wrapping(form.rawValue, "{n}", &findings)
        }
      }
    }
    return words
  }

  private func inner(
    _ node: YAMLNode, as key: String, _ findings: inout Findings,
    _ read: (inout MappingReader, inout Findings) -> Void
  ) {
    guard var inner = MappingReader(node, as: key, &findings) else { return }
    read(&inner, &findings)
    inner.finish(&findings)
  }

  /// Spaces by the mark beside which they stand.
  fileprivate mutating func spaces(
    _ key: String, _ findings: inout Findings
  ) -> [Unicode.Scalar: String]? {
    guard let node = take(key), let entries = MappingReader(node, as: key, &findings)?.rest else {
      return nil
    }
    var spaces: [Unicode.Scalar: String] = [:]
    for (mark, space) in entries {
      let scalars = mark.text?.unicodeScalars
      if let scalar = scalars?.first, scalars?.count == 1, let text = space.text,
        ["\u{A0}", "\u{202F}"].contains(text)
      {
        spaces[scalar] = text
      } else {
        findings.expected("one mark and a no-break space", for: key, at: mark)
      }
    }
    return spaces
  }

  /// Words around a date: a text, or a mapping with one for some precisions and beginnings.
  fileprivate mutating func datePhrase(_ key: String, _ findings: inout Findings) -> DatePhrase? {
    guard let node = take(key) else { return nil }
    if node.text != nil { return findings.wrapping(node, "{date}").map { DatePhrase(text: $0) } }
    var phrase: DatePhrase?
    inner(node, as: key, &findings) { inner, findings in
      guard let text = inner.wrapping("text", "{date}", &findings) else {
        return inner.missing("text", &findings)
      }
      var made = DatePhrase(text: text)
      made.day = inner.wrapping("day", "{date}", &findings)
      made.month = inner.wrapping("month", "{date}", &findings)
      made.year = inner.wrapping("year", "{date}", &findings)
      for (start, text) in inner.take("before")?.entries ?? [] {
        guard let start = start.text, let text = findings.wrapping(text, "{date}") else { continue }
        made.before.append((start, text))
      }
      phrase = made
    }
    return phrase
  }

  /// A date's form in the letters of CLDR: `d. MMMM y`, words in single quotation marks.
  fileprivate mutating func pattern(_ key: String, _ findings: inout Findings) -> DatePattern? {
    guard let node = take(key) else { return nil }
    if let pattern = node.text.flatMap(DatePattern.init) { return pattern }
    findings.broken("language.pattern", node, "a date's form in the letters d, M, L and y")
    return nil
  }
}

extension Findings {
  /// A text that holds a name in braces once.
  fileprivate mutating func wrapping(_ node: YAMLNode, _ name: String) -> Wrapping? {
    let parts = (node.text ?? "").split(separator: name, omittingEmptySubsequences: false)
    if parts.count == 2 { return Wrapping(before: String(parts[0]), after: String(parts[1])) }
    broken("language.pattern", node, "a text with \(name), once")
    return nil
  }

  fileprivate mutating func broken(_ code: String, _ node: YAMLNode, _ wanted: String) {
    error(
      code, "\(node.sort) is not what stands here", at: node.span,
      help: "write " + wanted)
  }
}

extension DatePattern {
  /// `nil` for letters that are not known here.
  init?(_ pattern: String) {
    parts = []
    var rest = pattern[...]
    while let first = rest.first {
      if first == "'" {
        guard let end = rest.dropFirst().firstIndex(of: "'") else { return nil }
        add(String(rest[rest.index(after: rest.startIndex)..<end]))
        rest = rest[rest.index(after: end)...]
        continue
      }
      let run = rest.prefix { $0 == first }
      rest = rest[run.endIndex...]
      if !(first.isASCII && first.isLetter) {
        add(String(run))
      } else if let part = Self.parts[String(run)] {
        parts.append(part)
      } else {
        return nil
      }
    }
  }

  private static let parts: [String: Part] = [
    "d": .day, "dd": .paddedDay, "M": .month, "MM": .paddedMonth, "L": .month, "LL": .paddedMonth,
    "MMM": .shortName, "LLL": .shortNameAlone, "MMMM": .name, "LLLL": .nameAlone, "y": .year,
  ]

  private mutating func add(_ text: String) {
    if case .text(let before)? = parts.last {
      parts[parts.count - 1] = .text(before + text)
    } else {
      parts.append(.text(text))
    }
  }
}
