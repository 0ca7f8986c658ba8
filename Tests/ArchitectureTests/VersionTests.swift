import Foundation
import Testing

/// The version is said in several places; they agree.
@Suite struct VersionTests {
  private static func version() throws -> Substring {
    let source = try PackageFiles.text("Sources/dossier/Dossier.swift")
    return try #require(source.firstMatch(of: /versionNumber = "([0-9.]+)"/)).1
  }

  @Test func theNewestOfTheChangelogIsTheProgramsOwn() throws {
    let changelog = try PackageFiles.text("CHANGELOG.md")
    let newest = try #require(changelog.firstMatch(of: /(?m)^## (\S+) \((?:unreleased|[\d-]+)\)$/))
    #expect(newest.1 == (try Self.version()))
  }

  @Test(arguments: ["README.md", "docs/publishing.md"])
  func whatIsHandedOutIsNamedByIt(path: String) throws {
    let names = try PackageFiles.text(path).matches(of: /dossier[-_](\d+\.\d+\.\d+)[-_]/)
    #expect(!names.isEmpty)
    for name in names { #expect(name.1 == (try Self.version()), "\(path): \(name.0)") }
  }
}
