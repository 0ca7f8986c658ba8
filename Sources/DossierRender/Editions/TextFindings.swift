import DossierSite
import DossierSource

/// What is wrong with the interface texts of a language, beside what they lack.
enum TextFindings {
  /// The diagnostics of a language's own texts.
  ///
  /// - Parameter others: The texts of all files, which show what a text is meant to say.
  static func of(
    _ strings: InterfaceStrings, beside others: [InterfaceStrings], _ rules: LanguageRules
  ) -> [Diagnostic] {
    let unknown = unknownPlaceholders(in: strings)
    let misnamed = Set(strings.placeholders.filter { !isKnown($0) }.map(\.key))
    let own = strings.places.keys.filter { !misnamed.contains($0) }.sorted()
    let forms = expectedForms(rules)
    return unknown
      + own.compactMap { leftOut(of: $0, in: strings, beside: others) }
      + own.compactMap { lackingForm(of: $0, in: strings, forms) }
  }

  private static func known(_ key: String) -> [String] {
    (InterfaceTexts.placeholders[key] ?? []) + KindWords.placeholders
  }

  private static func isKnown(_ placeholder: InterfaceStrings.Placeholder) -> Bool {
    known(placeholder.key).contains(placeholder.name)
  }

  /// Names in braces for which nothing is put, so that a reader would see the braces.
  private static func unknownPlaceholders(in strings: InterfaceStrings) -> [Diagnostic] {
    strings.placeholders.filter { !isKnown($0) }.map { placeholder in
      let names = known(placeholder.key).map { "{\($0)}" }.joined(separator: ", ")
      return .error(
        "strings.placeholder", "nothing is put for '{\(placeholder.name)}' in '\(placeholder.key)'",
        at: Place(path: path(strings), span: placeholder.span), help: "known: \(names)")
    }
  }

  /// A name in braces that another language says, and this one does not, so that no reader of it is
  /// told the number, the name or the date.
  private static func leftOut(
    of key: String, in strings: InterfaceStrings, beside others: [InterfaceStrings]
  ) -> Diagnostic? {
    guard let word = strings.words[key], let names = InterfaceTexts.placeholders[key] else {
      return nil
    }
    for name in names.map({ "{\($0)}" }) where !word.isSaying(name) {
      let other = others.first { $0.words[key]?.isSaying(name) == true }
      guard let other else { continue }
      return warning(
        "strings.left-out",
        "'\(key)' does not say '\(name)', as that of '\(other.language.code)' does", key, strings,
        help: "put '\(name)' where its value is to stand")
    }
    return nil
  }

  /// A plural form that the language takes for a count, and the word has not.
  private static func lackingForm(
    of key: String, in strings: InterfaceStrings, _ forms: [(form: PluralForm, number: Int)]
  ) -> Diagnostic? {
    guard let word = strings.words[key], word.isInForms else { return nil }
    let language = strings.language.code
    if let (form, number) = forms.first(where: { word.own($0.form) == nil }) {
      return warning(
        "strings.plural",
        "'\(key)' has no form '\(form.rawValue)', which '\(language)' takes for \(number)",
        key, strings, help: "add '\(form.rawValue): …'")
    }
    return nil
  }

  /// The forms that a count of things can take, each with the first number that takes it; those that
  /// only fractions and millions take are no part of a site's counts.
  private static func expectedForms(_ rules: LanguageRules) -> [(form: PluralForm, number: Int)] {
    var forms: [(form: PluralForm, number: Int)] = []
    for number in 1...200 {
      let form = rules.pluralForm(of: Double(number), decimals: 0)
      if !forms.contains(where: { $0.form == form }) { forms.append((form, number)) }
    }
    return forms
  }

  private static func warning(
    _ code: String, _ message: String, _ key: String, _ strings: InterfaceStrings, help: String
  ) -> Diagnostic? {
    strings.places[key].map {
      .warning(code, message, at: Place(path: path(strings), span: $0), help: help)
    }
  }

  private static func path(_ strings: InterfaceStrings) -> String {
    "templates/strings/\(strings.language.code).yml"
  }
}

extension PluralWord {
  /// Whether the forms that stand for several numbers hold a name in braces; that of one or two may say
  /// the number itself.
  fileprivate func isSaying(_ name: String) -> Bool {
    [other, few, many].compactMap { $0 }.allSatisfy { $0.contains(name) }
  }

  fileprivate var isInForms: Bool {
    PluralForm.allCases.contains { $0 != .other && own($0) != nil }
  }
}
