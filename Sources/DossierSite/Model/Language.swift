/// A language of the site, by its code (`en`, `uk`).
public struct Language: Hashable, Comparable, Sendable {
  /// A BCP 47 language tag of two or three lower-case letters.
  public let code: String

  public init(_ code: String) {
    self.code = code
  }

  /// Orders by code.
  public static func < (left: Language, right: Language) -> Bool { left.code < right.code }
}

/// A value that may differ between the languages of the site.
public struct Localized<Value: Sendable>: Sendable {
  /// The values in the order in which the editor wrote them; never empty.
  public var values: [(language: Language, value: Value)]

  /// The same value in every language.
  public init(_ value: Value) {
    values = [(Language(""), value)]
  }

  init?(_ values: [(language: Language, value: Value)]) {
    guard !values.isEmpty else { return nil }
    self.values = values
  }

  /// The value in a language, else the first that was written.
  ///
  /// Inlinable, since every label of a page is asked for through it.
  @inlinable
  public subscript(language: Language) -> Value {
    for entry in values where entry.language == language { return entry.value }
    return values[0].value
  }

  /// The language in which ``subscript(_:)`` answers.
  ///
  /// - Parameter original: The language of a value that is the same in all.
  public func language(for language: Language, original: Language) -> Language {
    if values.contains(where: { $0.language == language }) { return language }
    return values[0].language.code.isEmpty ? original : values[0].language
  }
}

extension Localized: Equatable where Value: Equatable {
  public static func == (left: Localized, right: Localized) -> Bool {
    left.values.elementsEqual(right.values) { $0.language == $1.language && $0.value == $1.value }
  }
}
