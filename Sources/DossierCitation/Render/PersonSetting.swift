/// Sets one person's name by a style's options.
struct PersonSetter {
  let renderer: Renderer
  let sharedElement: Shared<NamesElement>
  let sharedOptions: Shared<NameOptions>

  private var element: NamesElement { sharedElement.value }
  private var options: NameOptions { sharedOptions.value }

  func person(_ name: WorkName, list: Int, index: Int) -> RichText {
    if let literal = name.literal {
      return formatted(MarkupParser.parse(literal), element.name?.family)
    }
    let level = level(of: name, list: list, index: index)
    if !Script.isRomanesque(name.family + name.given) { return foreign(name) }
    if options.form == "short", level == 0 { return short(name) }
    let isInverted =
      options.nameAsSortOrder == "all" || options.nameAsSortOrder == "first" && index == 0
    let given = given(of: name, level: level)
    if name.isStatic {
      return inOrder([short(name), affixed(bare(given, givenLooks), givenLooks)])
    }
    return isInverted ? inverted(name, given) : spoken(name, given)
  }

  private func rich(_ text: String) -> RichText { MarkupParser.parse(text) }

  private func formatted(_ text: RichText, _ formatting: Formatting?) -> RichText {
    formatting?.apply(to: text, language: renderer.locale.language) ?? text
  }

  /// How far the given name is written out: 0 as the style says, 1 as initials, 2 in full.
  private func level(of name: WorkName, list: Int, index: Int) -> Int {
    let hint = renderer.rendering.hints.given[list]?[index] ?? 0
    let all = renderer.rendering.givenLevels?.level(
      of: name, isShort: options.form == "short", hasInitials: initials != nil, index: index)
    return max(hint, all ?? 0)
  }

  private var initials: String? { options.initializeWith }

  private func given(of name: WorkName, level: Int) -> String {
    guard let initials, level < 2, !name.family.isEmpty else { return name.given }
    let maker = Initials(
      mark: initials, keepsHyphens: renderer.style.options.initializesWithHyphen,
      abbreviates: options.initialize ?? true)
    return maker.initials(of: name.given)
  }

  /// Chinese, Japanese and Korean names: the family name first, without a space.
  private func foreign(_ name: WorkName) -> RichText {
    let family = formatted(rich(name.family), element.name?.family)
    if options.form == "short" { return family }
    return .joined([family, formatted(rich(name.given), element.name?.given)])
  }

  private var givenLooks: Formatting? { element.name?.given }
  private var familyLooks: Formatting? { element.name?.family }

  /// A part in its looks, without the affixes, which go around all that stands with it.
  private func bare(_ text: String, _ formatting: Formatting?) -> RichText {
    formatted(rich(text), formatting?.withoutAffixes)
  }

  private func affixed(_ text: RichText, _ formatting: Formatting?) -> RichText {
    formatted(text, formatting?.affixesAlone)
  }

  private func short(_ name: WorkName) -> RichText {
    affixed(familyWithParticle(name), familyLooks)
  }

  /// The family name with the particle that belongs to it.
  private func familyWithParticle(_ name: WorkName) -> RichText {
    Self.together([bare(name.nonDroppingParticle, familyLooks), bare(name.family, familyLooks)])
  }

  private func spoken(_ name: WorkName, _ given: String) -> RichText {
    var family = Self.together([
      bare(name.droppingParticle, givenLooks), familyWithParticle(name),
    ])
    if !name.suffix.isEmpty {
      family.append(name.hasCommaSuffix ? ", " : " ")
      family.append(rich(name.suffix))
    }
    return Self.together([
      affixed(bare(given, givenLooks), givenLooks), affixed(family, familyLooks),
    ])
  }

  private func inverted(_ name: WorkName, _ given: String) -> RichText {
    let isSorting = renderer.rendering.purpose == .sortKey
    let demote = renderer.style.options.demoteParticle
    let isDemoted = demote == .displayAndSort || demote == .sortOnly && isSorting
    let separator = options.sortSeparator ?? ", "
    let first = isDemoted ? bare(name.family, familyLooks) : familyWithParticle(name)
    var rest = [bare(given, givenLooks), bare(name.droppingParticle, givenLooks)]
    if isDemoted { rest.append(bare(name.nonDroppingParticle, familyLooks)) }
    return .joined(
      [
        affixed(first, familyLooks), affixed(Self.together(rest), givenLooks), rich(name.suffix),
      ], by: RichText(separator))
  }

  private func inOrder(_ parts: [RichText]) -> RichText {
    .joined(parts, by: RichText(" "))
  }

  /// Parts with spaces, but for a particle that ends in an apostrophe or a hyphen.
  private static func together(_ parts: [RichText]) -> RichText {
    var result = RichText()
    for part in parts where !part.isEmpty {
      if !result.isEmpty, let last = result.last.character, !"’'-‑–".contains(last) {
        result.append(" ")
      }
      result.append(part)
    }
    return result
  }
}

extension Formatting {
  fileprivate var withoutAffixes: Formatting {
    var result = self
    result.prefix = RichText()
    result.suffix = RichText()
    return result
  }

  fileprivate var affixesAlone: Formatting {
    var result = Formatting()
    result.prefix = prefix
    result.suffix = suffix
    return result
  }
}

/// Which writing a name is in.
enum Script {
  /// Whether a name is in letters of the Latin, Greek, Cyrillic, Hebrew, Arabic or Thai script, so
  /// that given and family name have an order of speech and one of sorting.
  static func isRomanesque(_ name: String) -> Bool {
    guard let first = name.unicodeScalars.first(where: { $0.properties.isAlphabetic }) else {
      return true
    }
    return !(0x1100...0x11FF).contains(first.value) && first.value < 0x2E80
      || (0xFB00...0xFEFF).contains(first.value)
  }
}

/// Given names as initials.
struct Initials {
  /// What stands after an initial: `. `, `.`, or nothing.
  var mark: String
  /// Whether "Jean-Luc" is "J.-L."; else "J. L.".
  var keepsHyphens: Bool
  /// Whether names are cut to initials; else only initials that are there get their mark.
  var abbreviates: Bool

  func initials(of given: String) -> String {
    var result = ""
    for (marked, hyphened) in words(of: given) {
      let (before, word, after) = Self.withoutTags(marked)
      if let initial = initial(word) {
        if hyphened, keepsHyphens {
          result = result.trimmedEnd + "-"
        } else if result.last?.isLetter == true, result.last?.isLowercase == true {
          result += " "
        }
        let isMarked = !before.isEmpty || !after.isEmpty
        result += before + initial + (isMarked ? mark.trimmedEnd + after : mark)
        if isMarked, mark.last?.isWhitespace == true { result += " " }
      } else {
        if !result.isEmpty { result = result.trimmedEnd + (hyphened ? "-" : " ") }
        result += marked + " "
      }
    }
    return result.trimmedEnd
  }

  private func initial(_ word: String) -> String? {
    guard let first = word.first, first.isLetter else { return nil }
    let bare = word.hasSuffix(".") ? String(word.dropLast()) : word
    if !abbreviates {
      return bare.count == 1 || word.hasSuffix(".") && bare.count < 3 ? bare : nil
    }
    guard first.isUppercase || !first.isLowercase else { return nil }
    // A short word with a full stop is an abbreviation already: "Yu." is no "Y".
    if word.hasSuffix("."), bare.count > 1, bare.count < 4 { return bare }
    let capitals = bare.dropFirst().prefix(while: \.isUppercase)
    let isMixed = capitals.count < bare.count - 1
    return String(first) + (isMixed ? capitals.lowercased() : "")
  }

  /// The words of a name, and whether a hyphen stands before each.
  private func words(of given: String) -> [(String, Bool)] {
    var words: [(String, Bool)] = []
    var word = ""
    var isHyphened = false
    let characters = Array(given)
    for (index, character) in characters.enumerated() {
      let next = index + 1 < characters.count ? characters[index + 1] : nil
      let isBreak =
        character.isWhitespace || Self.isHyphen(character) && next?.isLowercase != true
      if isBreak {
        if !word.isEmpty {
          words.append((word, isHyphened))
          isHyphened = false
        }
        word = ""
        if Self.isHyphen(character) { isHyphened = true }
      } else {
        word.append(character)
        if character == ".", next?.isLetter == true {
          words.append((word, isHyphened))
          isHyphened = false
          word = ""
        }
      }
    }
    if !word.isEmpty { words.append((word, isHyphened)) }
    return words
  }

  /// A word apart from the tags right before and after it.
  private static func withoutTags(_ word: String) -> (before: String, word: String, after: String) {
    guard word.contains("<") else { return ("", word, "") }
    var rest = Substring(word)
    var before = ""
    while rest.first == "<", let end = rest.firstIndex(of: ">") {
      before += rest[...end]
      rest = rest[rest.index(after: end)...]
    }
    let end = rest.firstIndex(of: "<") ?? rest.endIndex
    return (before, String(rest[..<end]), String(rest[end...]))
  }

  private static func isHyphen(_ character: Character) -> Bool {
    character == "-" || character == "‐"
  }
}

extension String {
  /// The text without spaces at its end.
  var trimmedEnd: String {
    guard let last = lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(self[...last])
  }
}
