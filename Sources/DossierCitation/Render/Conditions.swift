/// Tries the tests of a branch.
private struct BranchTester {
  let renderer: Renderer

  func holds(_ branch: Branch) -> Bool {
    switch branch.match {
    case .all: branch.tests.allSatisfy(holds)
    case .any: branch.tests.contains(where: holds)
    case .none: !branch.tests.contains(where: holds)
    }
  }

  private func holds(_ test: Branch.Test) -> Bool {
    switch test {
    case .type(let types): types.contains(renderer.work.type)
    case .variable(let name): isSet(name)
    case .isNumeric(let name): renderer.value(of: name).map { NumberParser.isNumeric($0) } ?? false
    case .isUncertainDate(let name): renderer.work.dates[name]?.isApproximate ?? false
    case .locator(let label):
      renderer.rendering.cite?.locator != nil
        && Renderer.termName(ofLabel: renderer.locatorLabel) == Renderer.termName(ofLabel: label)
    case .position(let name): isAt(name)
    case .disambiguate: holdsOwnTest()
    case .never: false
    }
  }

  private func holdsOwnTest() -> Bool {
    renderer.ownTests += 1
    return renderer.ownTests <= renderer.rendering.hints.ownTests
  }

  private func isSet(_ name: String) -> Bool {
    renderer.work.names[name] != nil || renderer.work.dates[name] != nil
      || renderer.value(of: name) != nil
  }

  private func isAt(_ name: String) -> Bool {
    guard renderer.rendering.purpose != .bibliography, let position = renderer.rendering.position
    else {
      return false
    }
    switch name {
    case "first": return position == .first
    case "subsequent": return position >= .subsequent
    case "ibid": return position >= .ibidWithLocator
    case "ibid-with-locator": return position == .ibidWithLocator
    case "near-note": return renderer.rendering.isNearNote
    default: return false
    }
  }
}

extension Renderer {
  func holds(_ branch: Branch) -> Bool { BranchTester(renderer: self).holds(branch) }

  static func termName(ofLabel label: String) -> String {
    label == "sub verbo" ? "sub-verbo" : label
  }

  var locatorLabel: String { rendering.cite?.label ?? "page" }

  /// The text of a variable, suppressed or not; `nil` where it is empty.
  func value(of name: String) -> String? {
    switch name {
    case "locator": rendering.cite?.locator
    case "citation-number": rendering.citationNumber.map(String.init)
    case "first-reference-note-number": rendering.firstNote.map(String.init)
    case "year-suffix": rendering.yearSuffix
    case "page-first": work.texts["page-first"] ?? work.texts["page"].map(NumberParser.first)
    case "citation-label": work.texts["citation-label"] ?? CitationLabel.of(work)
    case "event": work.texts["event"] ?? work.texts["event-title"]
    default: work.texts[name]
    }
  }
}

/// A label of a work of letters and figures, for styles that cite by it: `Doe65`.
enum CitationLabel {
  static func of(_ work: Work) -> String? {
    let names = work.names["author"] ?? work.names["editor"] ?? []
    let letters = [4, 2, 2, 1]
    let lengths: [Int] =
      switch names.count {
      case 0: []
      case 1: [letters[0]]
      case 2: [2, 2]
      case 3: [2, 1, 1]
      default: [1, 1, 1, 1]
      }
    var label = zip(names, lengths).map { String(($0.literal ?? $0.family).prefix($1)) }.joined()
    if let year = work.dates["issued"]?.start?.year { label += String(String(abs(year)).suffix(2)) }
    return label.isEmpty ? nil : label
  }
}
