import Foundation
import TestSupport
import Testing

/// The sizes of letters on screens are those of one scale, which `01-settings.css` says.
@Suite struct TypeScaleTests {
  private static let folder = "templates/assets/style"

  /// The parts of the style by their names, without that for paper, which has its own sizes.
  private static let parts: [String: String] = {
    let path = Checkout.folder.appending(path: folder).path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    let pairs = names.filter { $0.hasSuffix(".css") && $0 != "12-print.css" }.compactMap { name in
      (try? PackageFiles.text("\(folder)/\(name)")).map { (name, $0) }
    }
    return Dictionary(uniqueKeysWithValues: pairs)
  }()

  private static var settings: String { parts["01-settings.css"] ?? "" }

  @Test func everySizeIsOneOfTheScaleOrAShareOfTheWordsAround() {
    #expect(Self.parts.count > 10)
    let declared = Set(Self.settings.matches(of: /(--size-[a-z0-9-]+):/).map { String($0.1) })
    for (name, text) in Self.parts {
      for match in text.matches(of: /[ {]font-size: ([^;]+);/) {
        let size = String(match.1)
        let isKnown = size.wholeMatch(of: /var\((--size-[a-z0-9-]+)\)/).map {
          declared.contains(String($0.1))
        }
        #expect(
          isKnown ?? (size.wholeMatch(of: /[\d.]+em/) != nil), "\(name): font-size: \(size)")
      }
    }
  }

  @Test func everySizeOfTheScaleIsUsed() {
    let all = Self.parts.values.joined()
    for match in Self.settings.matches(of: /(--size-[a-z0-9-]+):/) {
      #expect(all.contains("var(\(match.1))"), "\(match.1)")
    }
  }

  /// What a browser would set by its own style, were there no rule for the element itself.
  @Test(arguments: [
    "h1", "h2", "h3", "h4", "h5", "h6", "p", "ul", "ol", "dl", "dd", "figure", "blockquote", "pre",
    "hr", "sup", "sub", "mark", "kbd", "samp", "code", "small", "address", "fieldset", "legend",
    "table", "caption", "th", "button", "input", "select", "textarea", "summary", "a", "img",
  ])
  func everyKindOfElementHasAStyleOfItsOwn(element: String) {
    let selectors = Self.parts.values.joined(separator: "\n").split(separator: "\n")
      .filter { !$0.hasPrefix(" ") }.map { $0.trimmingCharacters(in: [" ", ",", "{"]) }
    #expect(selectors.contains(element))
  }
}
