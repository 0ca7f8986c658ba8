import Foundation
import TestSupport

/// A small project in a folder of its own, removed when nobody holds it any more.
final class TemporaryProject: Sendable {
  /// From the top of the file system, links followed.
  let path: String

  /// Whether there are templates to lay beside the content.
  static let hasTemplates = FileManager.default.fileExists(
    atPath: Checkout.folder.appending(path: "templates/layout.html").path)

  init(_ files: [String: String] = sample) throws {
    let folder = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appending(path: "dossier-preview-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.path
    let templates = Checkout.folder.appending(path: "templates")
    try FileManager.default.copyItem(at: templates, to: folder.appending(path: "templates"))
    for (name, text) in files { try write(name, text) }
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  func url(_ name: String) -> URL { URL(filePath: path).appending(path: name) }

  func read(_ name: String) throws -> String { try String(contentsOf: url(name), encoding: .utf8) }

  /// Writes a file in place, as a plain editor does; its folder is made where it is missing.
  func write(_ name: String, _ text: String) throws {
    let folder = url(name).deletingLastPathComponent()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url(name))
  }

  /// Writes a temporary file and puts it in the place of the other, as careful editors do.
  func replace(_ name: String, _ text: String) throws {
    try Data(text.utf8).write(to: url(name), options: .atomic)
  }

  func remove(_ name: String) throws { try FileManager.default.removeItem(at: url(name)) }

  func move(_ name: String, to other: String) throws {
    try FileManager.default.moveItem(at: url(name), to: url(other))
  }
}

extension TemporaryProject {
  /// Two kinds, three briefings and two missions that refer to each other.
  static let sample: [String: String] = [
    "content/site.yml": "title: A small site\nlanguages: [en, uk]\nformat: 1\n",
    "content/units.yml": "persons: {label: {en: persons, uk: осіб}}\n",
    "content/missions/_kind.yml": """
    id: mission
    role: precedent
    label: {en: Mission, uk: Місія}
    plural: {en: Missions, uk: Місії}
    groups: [size]
    fields:
      strength: {type: quantity, unit: persons, review-after: P12M, label: {en: Strength, uk: Чисельність}, group: size}

    """,
    "content/briefings/_kind.yml": """
    id: briefing
    role: article
    label: {en: Briefing, uk: Брифінг}
    plural: {en: Briefings, uk: Брифінги}
    fields: {}

    """,
    "content/missions/alpha.md": mission("Alpha", strength: 100),
    "content/missions/beta.md": mission("Beta", strength: 200),
    "content/briefings/one.md": briefing("One", "It had <mission:alpha#strength>."),
    "content/briefings/two.md": briefing("Two", "See <mission:beta> [@report]."),
    "content/briefings/three.md": briefing("Three", "Nothing."),
    "content/sources/all.yml":
      "- {id: report, type: report, title: A report, issued: 2020}\n"
      + "- {id: unused, type: report, title: Never cited, issued: 2021}\n",
  ]

  static func mission(_ title: String, strength: Int, _ body: String = "A mission.") -> String {
    "---\ntitle: \(title)\nstrength: {value: \(strength), as-of: 2020, source: report}\n---\n\(body)\n"
  }

  static func briefing(_ title: String, _ body: String, more: String = "") -> String {
    "---\ntitle: \(title)\ndate: 2024-05-0\(title.utf8.count)\n\(more)---\n\(body)\n"
  }
}
