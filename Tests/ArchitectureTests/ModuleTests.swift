import Foundation
import TestSupport
import Testing

/// The arrows between modules, as ARCHITECTURE.md draws them.
@Suite struct ModuleTests {
  /// By target, what it may import: the block of the section "Modules".
  private static let arrows: [String: Set<String>] = {
    let text = (try? PackageFiles.text("ARCHITECTURE.md")) ?? ""
    guard let section = text.components(separatedBy: "\n## Modules\n").dropFirst().first,
      let block = section.components(separatedBy: "```\n").dropFirst().first
    else { return [:] }
    let pairs = block.split(separator: "\n").compactMap { line -> (String, Set<String>)? in
      let sides = line.components(separatedBy: " -> ")
      guard sides.count == 2 else { return nil }
      return (sides[0], Set(sides[1].components(separatedBy: ", ")))
    }
    return Dictionary(pairs) { $0.union($1) }
  }()

  private static let targets = Set(arrows.keys).union(arrows.values.joined())

  /// The modules of this package that a target's files import.
  private static func imports(of target: String) throws -> Set<String> {
    var imports: Set<String> = []
    for path in PackageFiles.swift(in: "Sources/\(target)") {
      for line in try PackageFiles.lines(path) where line.contains("import ") {
        if let match = line.firstMatch(of: /^[ @a-z]*import (\w+)/) {
          imports.insert(String(match.1))
        }
      }
    }
    return imports.intersection(targets)
  }

  @Test func everyModuleIsDrawn() throws {
    let folders = try FileManager.default.contentsOfDirectory(
      atPath: Checkout.folder.appending(path: "Sources").path)
    #expect(Set(folders.filter { !$0.hasPrefix(".") }) == Self.targets)
  }

  @Test(arguments: arrows.keys.sorted())
  func aModuleImportsOnlyWhereAnArrowLeads(target: String) throws {
    let allowed = try #require(Self.arrows[target])
    #expect(try Self.imports(of: target).subtracting(allowed) == [])
  }

  @Test(arguments: arrows.keys.sorted())
  func thePackageDeclaresTheArrowsAndNoMore(target: String) throws {
    let manifest = try PackageFiles.text("Package.swift")
    let declaration = try Regex(
      #"(?s)(?:module\(\s*|(?:executableT|\.t)arget\(\s*name: )"\#(target)",\s*(?:dependencies: )?\[(.*?)\]"#,
      as: (Substring, Substring).self)
    let list = try #require(manifest.firstMatch(of: declaration)).1
    let names = list.matches(of: /"(\w+)"/).map { String($0.1) }
    #expect(Set(names).intersection(Self.targets) == Self.arrows[target])
  }

  @Test(arguments: arrows.keys.sorted())
  func everyArrowIsUsed(target: String) throws {
    guard target != "CMarkArena" else { return }  // written in C
    let wanted = try #require(Self.arrows[target])
    #expect(wanted.subtracting(try Self.imports(of: target)) == [])
  }

  @Test func noArrowLeadsBack() {
    var above: [String: Set<String>] = Self.arrows
    for _ in Self.targets {
      above = above.mapValues { $0.union($0.flatMap { above[$0] ?? [] }) }
    }
    #expect(above.filter { $0.value.contains($0.key) }.isEmpty)
  }

  @Test func onlyTheMarkdownModuleKnowsLibcmark() throws {
    for target in Self.arrows.keys where target != "DossierMarkdown" {
      #expect(try !Self.imports(of: target).contains("CCMark"), "\(target)")
    }
  }

  /// Foundation with formats and languages makes a static program four times as large, and its parts
  /// for networks and XML want libraries of the system. Its essentials do not.
  @Test func noFileImportsMoreOfFoundationThanItsEssentials() throws {
    for path in PackageFiles.swift(in: "Sources") {
      let lines = try PackageFiles.lines(path).map { $0.trimmingCharacters(in: .whitespaces) }
      for (number, line) in lines.enumerated() where line.contains("Foundation") {
        let named = /^[^\/"]*\bimport\s+(?:[a-z]+\s+)?(Foundation\w*)/
        guard let match = line.firstMatch(of: named) else { continue }
        // Where the system has Foundation in one piece.
        let isElse =
          number > 1 && lines[number - 1] == "#else"
          && lines[number - 2].hasSuffix("import FoundationEssentials")
        #expect(
          match.1 == "FoundationEssentials" || match.1 == "Foundation" && isElse,
          "\(path):\(number + 1)")
      }
    }
  }
}
