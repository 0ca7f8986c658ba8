/// What a work is sorted by, in the order of a style's keys.
enum SortValue {
  case text([UInt16])
  case number(Int)
  case missing
}

extension Processor {
  /// What a work is sorted by.
  func sortValues(of work: Work, keys: [Layout.Key], _ rendering: Rendering) -> [SortValue] {
    keys.map { key in
      var rendering = rendering
      rendering.purpose = .sortKey
      rendering.nameOptions = key.options
      let renderer = renderer(of: work, rendering)
      switch key.source {
      case .macro(let index): return macro(index, renderer)
      case .variable(let name): return variable(name, renderer)
      }
    }
  }

  private func macro(_ index: Int, _ renderer: Renderer) -> SortValue {
    let text = renderer.macro(index, Formatting()).text
    if text.isEmpty { return .missing }
    if text.contains(.citationNumber), let number = renderer.rendering.citationNumber {
      return .number(number)
    }
    return .text(collation(text.characters))
  }

  private func variable(_ name: String, _ renderer: Renderer) -> SortValue {
    let work = renderer.work
    if Variables.names.contains(name) {
      let element = NamesElement(
        variables: [name], options: NameOptions(), substitute: [], formatting: Formatting())
      let text = NamesSetter(renderer: renderer).names(Shared(element)).text
      return text.isEmpty ? .missing : .text(collation(text.characters))
    }
    if Variables.dates.contains(name) {
      guard let date = work.dates[name], !date.isEmpty else { return .missing }
      return .text(collation(DateKey.of(date, parts: [.year, .month, .day])))
    }
    guard let value = renderer.value(of: name), !value.isEmpty else { return .missing }
    if Variables.numbers.contains(name), let number = Int(value) { return .number(number) }
    return .text(collation(MarkupParser.parse(value).characters))
  }

  /// Places in the order of their values; of equal ones, as they were. What is missing comes last.
  static func order(_ values: [[SortValue]], keys: [Layout.Key]) -> [Int] {
    values.indices.sorted { left, right in
      for (index, key) in keys.enumerated() {
        switch compare(values[left][index], values[right][index], isDescending: key.isDescending) {
        case ..<0: return true
        case 1...: return false
        default: continue
        }
      }
      return left < right
    }
  }

  private static func compare(_ left: SortValue, _ right: SortValue, isDescending: Bool) -> Int {
    let sign = isDescending ? -1 : 1
    switch (left, right) {
    case (.missing, .missing): return 0
    case (.missing, _): return 1
    case (_, .missing): return -1
    case (.number(let left), .number(let right)):
      return sign * (left < right ? -1 : left > right ? 1 : 0)
    case (.number, .text): return -sign
    case (.text, .number): return sign
    case (.text(let left), .text(let right)):
      for (one, other) in zip(left, right) where one != other { return one < other ? -sign : sign }
      return left.count == right.count ? 0 : left.count < right.count ? -sign : sign
    }
  }
}
