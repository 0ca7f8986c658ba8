import Foundation
import TestSupport
import Testing

/// The same input gives the same bytes: in any folder, at any time, under any locale.
@Suite struct ReproducibilityTests {
  private static let content = Checkout.folder.appending(path: "content").path
  private static let templates = Checkout.folder.appending(path: "templates").path

  /// Builds the publication of this package in a folder of the given name.
  private static func build(
    in folder: TemporaryFolder, named name: String, _ options: [String] = [],
    environment: [String: String] = [:]
  ) throws -> [String: Data] {
    try folder.write("", to: "\(name)/x")
    try folder.link("\(name)/content", to: content)
    try folder.link("\(name)/templates", to: templates)
    let result = try Command.run(
      ["build", "\(folder.path)/\(name)", "--strict"] + options, environment: environment)
    #expect(result.status == 0, "\(result.errors)")
    return try folder.tree("\(name)/site")
  }

  @Test func thePublicationIsWithoutAWarning() throws {
    let folder = try TemporaryFolder()
    let site = try Self.build(in: folder, named: "now", environment: ["SOURCE_DATE_EPOCH": ""])
    #expect(site.count > 100)
  }

  /// A time at which all of the publication is public.
  private static let later = ["SOURCE_DATE_EPOCH": "1893456000"]

  @Test func folderTimeZoneLocaleYearAndJobsDoNotMatter() throws {
    let folder = try TemporaryFolder()
    let usual = try Self.build(in: folder, named: "a", ["--jobs", "1"], environment: Self.later)
    let environments = [
      ["SOURCE_DATE_EPOCH": "2524608000", "TZ": "Pacific/Auckland"],
      ["LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8", "TZ": "America/St_Johns"],
      ["LC_ALL": "", "LANG": "uk_UA.UTF-8"],
    ]
    for (number, environment) in environments.enumerated() {
      let other = try Self.build(
        in: folder, named: "another folder/é\(number)", ["--jobs", "\(number + 2)"],
        environment: Self.later.merging(environment) { $1 })
      #expect(usual.keys.sorted() == other.keys.sorted(), "\(environment)")
      #expect(usual.filter { other[$0.key] != $0.value }.keys.sorted() == [], "\(environment)")
    }
  }
}
