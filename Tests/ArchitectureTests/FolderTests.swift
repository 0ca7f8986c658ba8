import Foundation
import TestSupport
import Testing

/// The folders within a module, by which types the files of one name of another.
@Suite struct FolderTests {
  private static let modules =
    ((try? FileManager.default.contentsOfDirectory(
      atPath: Checkout.folder.appending(path: "Sources").path)) ?? [])
    .filter { !PackageFiles.swift(in: "Sources/\($0)").isEmpty }.sorted()

  /// A file without its comments and texts, in which a name of a type is a use of it.
  private static func code(_ path: String) throws -> String {
    let lines = try PackageFiles.lines(path).map { line in
      guard line.contains("//") || line.contains("\"") else { return line }
      return line.replacing(/\/\/.*/, with: "").replacing(/"(?:\\.|[^"\\])*"/, with: "\"\"")
    }
    return lines.joined(separator: "\n")
  }

  /// The folder of a file within its module; empty for the module's own.
  private static func folder(_ path: String) -> String {
    let parts = path.split(separator: "/")
    return parts.count > 3 ? String(parts[2]) : ""
  }

  /// Which folder names types of which, with the file that does.
  private static func arrows(in module: String) throws -> [[String]: String] {
    let files = PackageFiles.swift(in: "Sources/\(module)")
    let code = try files.map { try Self.code($0) }
    var homes: [Substring: String] = [:]
    let declaration =
      /(?m)^(?:(?:public|final|indirect|package) )*(?:struct|class|enum|actor|protocol|typealias) (\w+)/
    for (file, text) in zip(files, code) {
      for match in text.matches(of: declaration) { homes[match.1] = folder(file) }
    }
    var arrows: [[String]: String] = [:]
    for (file, text) in zip(files, code) {
      let names = text.utf8.split { byte in
        !((97...122).contains(byte | 0x20) || (48...57).contains(byte) || byte == UInt8(ascii: "_"))
      }
      for name in Set(names.map { Substring($0) }) {
        guard let home = homes[name], home != folder(file) else { continue }
        arrows[[folder(file), home]] = file
      }
    }
    return arrows
  }

  @Test(arguments: modules)
  func foldersPointOneWay(module: String) throws {
    let arrows = try Self.arrows(in: module)
    let back = arrows.filter { arrows[$0.key.reversed()] != nil }
    #expect(back.isEmpty)
  }

  @Test func theModulesWithFoldersAreRead() throws {
    #expect(try Self.arrows(in: "DossierRender").count > 20)
    #expect(try Self.arrows(in: "DossierSite").count > 10)
  }
}
