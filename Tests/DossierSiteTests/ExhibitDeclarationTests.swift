import Foundation
import TestSupport
import Testing

@testable import DossierSite

/// What the blocks of exhibits may say, as it is declared and as it is documented.
@Suite struct ExhibitDeclarationTests {
  static let declarations = Exhibit.sorts.map { $0.declaration }

  @Test func everySortHasANameOfItsOwn() {
    #expect(Set(Self.declarations.map(\.name)).count == Self.declarations.count)
    #expect(Exhibit.names == Set(Self.declarations.map(\.name)))
  }

  /// A field is one of the records that another key of the same form names.
  @Test(arguments: declarations.map(\.name))
  func fieldsAreOfRecordsThatAKeyNames(name: String) throws {
    let declaration = try #require(Exhibit.sort(name)).declaration
    for key in declaration.keys {
      guard case .field(let owner, _) = key.sort else { continue }
      for form in key.forms.isEmpty ? [nil] : key.forms.map(Optional.some) {
        #expect(declaration.keys(ofForm: form).contains { $0.name == owner })
      }
    }
  }

  /// A form that no key decides would never be read.
  @Test(arguments: declarations.map(\.name))
  func formsAreThoseOfTheDecidingKey(name: String) throws {
    let declaration = try #require(Exhibit.sort(name)).declaration
    let deciding = declaration.keys.first { $0.name == ExhibitDeclaration.form }
    guard case .choice(let forms)? = deciding?.sort else {
      #expect(declaration.keys.allSatisfy { $0.forms.isEmpty })
      return
    }
    #expect(declaration.keys.allSatisfy { $0.forms.allSatisfy(forms.contains) })
  }

  /// The document lists the keys as they are declared, and no others.
  @Test(arguments: declarations.map(\.name))
  func theDocumentListsTheKeys(name: String) throws {
    let declaration = try #require(Exhibit.sort(name)).declaration
    let file = Checkout.folder.appending(path: "docs/exhibits.md")
    let sections = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n## ")
    let section = try #require(sections.first { $0.hasPrefix("`\(name)`\n") })
    let rows = section.split(separator: "\n").filter { $0.hasPrefix("| `") }.map(String.init)
    #expect(rows == declaration.rows)
    #expect(section.contains(declaration.summary))
  }
}

extension ExhibitDeclaration {
  /// The keys as rows of a table: name, value, forms, meaning.
  fileprivate var rows: [String] {
    keys.map { key in
      let forms = key.forms.isEmpty ? "" : " (" + key.forms.joined(separator: ", ") + ")"
      let name = "`\(key.name)`" + (key.isRequired ? " \\*" : "") + forms
      return "| \(name) | \(key.sort.words) | \(key.meaning) |"
    }
  }
}

extension ExhibitKey.Sort {
  fileprivate var words: String {
    switch self {
    case .text: "text"
    case .texts: "list of texts"
    case .number: "number"
    case .unit: "id of a unit"
    case .fieldOr(let words, let owner):
      words.map { "`\($0)`" }.joined(separator: ", ") + ", or field of `\(owner)`"
    case .numbers(let count): "list of \(count) numbers"
    case .map: "name of a file of `content/maps`"
    case .source: "id of a work"
    case .groups(let keys): "list of " + keys.map { "`\($0.name)`" }.joined(separator: ", ")
    case .flag: "`true` or `false`"
    case .date: "date"
    case .choice(let words): words.map { "`\($0)`" }.joined(separator: ", ")
    case .kind: "id of a kind"
    case .record(let role): Self.record(role)
    case .records(let role): "list of " + Self.record(role)
    case .selection: "list of `kind:id`"
    case .field(let owner, _), .fieldOrFirst(let owner, _): "field of `\(owner)`"
    case .fields(let owner, _): "list of fields of `\(owner)`"
    }
  }

  private static func record(_ role: Role?) -> String {
    "`kind:id`" + (role.map { " of the role `\($0.rawValue)`" } ?? "")
  }
}
