import DossierMarkdown
import DossierSource
import Synchronization

/// The files of rules that the tool brings along, each read when it is first asked for.
enum LanguageLibrary {
  /// The languages that have one, in the order of their codes.
  static let languages: [Language] = LanguagesFiles.all.compactMap { file in
    file.path.hasSuffix(".yml") ? Language(String(file.path.dropLast(".yml".count))) : nil
  }.sorted()

  /// The version of CLDR that the files were made from.
  ///
  /// Read as a line alone: every command prints it, and few read the rest of any language.
  static let version: String = {
    let lines = LanguagesFiles.all.first { $0.path.hasSuffix(".yml") }?.text.split(separator: "\n")
    let line = lines?.first { $0.hasPrefix("cldr:") }
    return line.map { String($0.drop { !$0.isNumber }.prefix { $0.isNumber }) } ?? "none"
  }()

  /// The letters of all scripts.
  static let letters = LanguagesFiles.all.first { $0.path == "letters.txt" }?.text ?? ""

  /// The language of a site that names none.
  static let fallback = Language(
    (LanguagesFiles.all.first { $0.path == "fallback.txt" }?.text ?? "").filter { $0.isLetter })

  private static let stores = Mutex<[Language: LanguageStore]>([:])

  /// The rules of a language, or the international ones.
  static func store(of language: Language) -> LanguageStore {
    if let store = stores.withLock({ $0[language] }) { return store }
    let store = LanguageStore(read(language)?.value ?? LanguageTable())
    stores.withLock { $0[language] = store }
    return store
  }

  /// A language's own file, read; `nil` where it has none.
  static func read(_ language: Language) -> Outcome<LanguageTable>? {
    let path = language.code + ".yml"
    return LanguagesFiles.all.first { $0.path == path }.map { file in
      LanguageTable.decode(SourceFile(path: path, text: file.text), over: LanguageTable())
    }
  }
}

/// What a language's file says, and its order of letters, which is made when it is first needed.
final class LanguageStore: Sendable {
  let table: LanguageTable
  let typography: Typography
  private let order = Mutex<LetterOrder?>(nil)

  init(_ table: LanguageTable) {
    self.table = table
    typography = Typography(table.typography)
  }

  var letters: LetterOrder {
    order.withLock { known in
      if let known { return known }
      let made = LetterOrder(LanguageLibrary.letters, table.order)
      known = made
      return made
    }
  }
}
