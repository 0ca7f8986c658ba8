import DossierBuild
import DossierSource
import Foundation
import Synchronization
import TestSupport
import Testing

/// Files that go while they are read, and names that are spelt in more than one way.
@Suite struct FileNameTests {
  private static let base: [String: String] = [
    "content/site.yml": "title: Site\nbase-url: https://example.org/\nformat: 1\n",
    "content/missions/_kind.yml":
      "id: mission\nlabel: Mission\nhandouts: true\nfields: {line: {type: text}}\n",
    "content/missions/a.md": "---\ntitle: A\n---\n![Map](map.gif) [list](list.csv)\n",
    "content/missions/b.md": "---\ntitle: B\n---\nSee <mission:a>.\n",
    "content/missions/map.gif": "GIF89a\u{1}\0\u{1}\0",
    "content/missions/list.csv": "a,b\n",
    "content/sources/all.yml": "- {id: a, type: book, title: A, issued: 2001}\n",
  ]

  private static let templates = DiskFolder(
    root: Checkout.folder.appending(path: "templates").path, prefix: "templates/")

  private func findings(without path: String, lasting: Int) async throws -> [Diagnostic] {
    let folder = VanishingFolder(
      files: MemoryFolder(Self.base), gone: path, readings: .init(), lasting: lasting)
    let project = Project(content: folder, templates: Self.templates)
    let prepared = try await project.prepare(BuildOptions(jobs: 2, now: 0))
    guard let site = prepared.value else { return prepared.diagnostics }
    let output = FileManager.default.temporaryDirectory
      .appending(path: "dossier-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: output) }
    let written = try await site.write(from: project, to: output, jobs: 2)
    #expect(written.value == nil)
    #expect(!FileManager.default.fileExists(atPath: output))
    return written.diagnostics
  }

  @Test(arguments: [
    ("content/site.yml", 0), ("content/missions/_kind.yml", 0), ("content/missions/a.md", 0),
    ("content/missions/map.gif", 0), ("content/missions/map.gif", 1),
    ("content/missions/list.csv", 0), ("content/sources/all.yml", 0),
  ])
  func aFileThatVanishesIsToldOf(path: String, lasting: Int) async throws {
    let found = try await findings(without: path, lasting: lasting)
    let own = try #require(found.first { $0.code == "file.vanished" })
    #expect(own.place.path == path)
    #expect(found.allSatisfy { $0.code != "reference.unknown" })
  }

  @Test func aTemplateThatVanishesIsToldOf() async throws {
    let files = try Self.templates.list().value.map { ($0.path, try Self.templates.read($0.path)) }
    for path in ["templates/record.html", "templates/strings/en.yml"] {
      let folder = VanishingFolder(
        files: MemoryFolder(bytes: Dictionary(uniqueKeysWithValues: files)), gone: path,
        readings: .init(), lasting: 0)
      let project = Project(content: MemoryFolder(Self.base), templates: folder)
      let prepared = try await project.prepare(BuildOptions(jobs: 2, now: 0))
      #expect(prepared.diagnostics.contains { $0.code == "file.vanished" && $0.place.path == path })
    }
  }

  /// Letters as one character each, and with their accents apart.
  private static let names = [("é", "e\u{301}"), ("й", "и\u{306}"), ("ї", "і\u{308}")]

  /// Writes the project with its two files by one name, and links to them by another.
  private func write(namedAs name: String, linkedAs written: String, to folder: String) throws {
    var files = Self.base
    files["content/missions/a.md"] =
      "---\ntitle: A\n---\n![Map](\(written).gif) [list](\(written).csv)\n"
    for (path, text) in files {
      let path = path.replacing("map.gif", with: "\(name).gif")
        .replacing("list.csv", with: "\(name).csv")
      // As bytes: Foundation may compose a name anew.
      let whole = folder + "/" + path
      try FileManager.default.createDirectory(
        atPath: (whole as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
      let file = try #require(fopen(whole, "w"))
      fputs(text, file)
      fclose(file)
    }
  }

  @Test(arguments: [true, false]) func aTextFindsAFileHoweverItIsComposed(isApart: Bool)
    async throws
  {
    for (whole, apart) in Self.names {
      let (name, written) = isApart ? (apart, whole) : (whole, apart)
      let folder = FileManager.default.temporaryDirectory
        .appending(path: "dossier-\(UUID().uuidString)")
      defer { try? FileManager.default.removeItem(at: folder) }
      try write(namedAs: name, linkedAs: written, to: folder.path)
      let content = DiskFolder(root: folder.path + "/content", prefix: "content/")
      let project = Project(content: content, templates: Self.templates)
      let prepared = try await project.prepare(BuildOptions(jobs: 2, now: 0))
      #expect(prepared.diagnostics.filter { $0.severity == .error } == [])
      let site = try #require(prepared.value)
      let output = folder.path + "/site"
      #expect(try await site.write(from: project, to: output, jobs: 2).value != nil)
      let page = try String(contentsOfFile: output + "/missions/a.html", encoding: .utf8)
      let address = name.utf8.map {
        $0 < 128
          ? String(Character(Unicode.Scalar($0))) : "%" + String($0, radix: 16, uppercase: true)
      }.joined()
      #expect(page.contains("src=\"../missions/\(address).gif\""))
      #expect(page.contains("href=\"../missions/\(address).csv\""))
      #expect(access(output + "/missions/\(name).gif", F_OK) == 0)
      #expect(access(output + "/missions/\(written).gif", F_OK) != 0)
    }
  }

  @Test(arguments: [
    ("missions/index.html", "html-files: true\n"), ("missions/INDEX.html", "html-files: true\n"),
    ("missions/A.HTML", "html-files: true\n"), ("data/Missions.csv", ""), ("Missions/b.csv", ""),
  ])
  func aFileThatWouldBeAPageElsewhereIsToldOf(name: String, line: String) async throws {
    var files = Self.base
    files["content/site.yml"]? += line
    files["content/\(name)"] = "x"
    let link = name.hasPrefix("missions/") ? String(name.dropFirst(9)) : "../\(name)"
    files["content/missions/b.md"] = "---\ntitle: B\n---\n[it](\(link))\n"
    let project = Project(content: MemoryFolder(files), templates: Self.templates)
    let found = try await project.prepare(BuildOptions(jobs: 2, now: 0)).diagnostics
    #expect(found.contains { $0.code == "asset.collision" } == (name != "Missions/b.csv"))
  }

  @Test(arguments: [
    ("a.svg", "<svg><script/></svg>", ["asset.svg"]), ("annex.html", "<p>", ["asset.document"]),
    ("a.svg", "<svg viewBox='0 0 1 1'/>", []),
  ])
  func anActiveFileIsRefusedWhereItIsPublished(name: String, text: String, codes: [String])
    async throws
  {
    for (body, isUsed) in [("![Map](\(name))", true), ("[map](\(name))", true), ("None.", false)] {
      if name == "annex.html", body.hasPrefix("!") { continue }
      var files = Self.base
      files["content/missions/\(name)"] = text
      files["content/missions/b.md"] = "---\ntitle: B\n---\n\(body)\n"
      let project = Project(content: MemoryFolder(files), templates: Self.templates)
      let found = try await project.prepare(BuildOptions(jobs: 2, now: 0)).diagnostics
      #expect(found.map(\.code).filter { $0.hasPrefix("asset.") } == (isUsed ? codes : []))
    }
  }

  @Test(arguments: [
    ("records: {one: \"{m} record\", other: \"{n} records\"}", "{m}"),
    ("home: \"Home {n}\"", "{n}"), ("page-of: \"{n}/{ m}\"", "{ m}"), ("own-word: \"{x}\"", "{x}"),
  ])
  func aNameInBracesThatNothingIsPutForIsAnError(line: String, name: String) async throws {
    let found = try await Self.findings(of: line)
    #expect(found.map(\.code) == ["strings.placeholder"])
    let key = line.prefix { $0 != ":" }
    #expect(found.first?.message == "nothing is put for '\(name)' in '\(key)'")
  }

  @Test(arguments: [
    ("search-none: Nothing was found.", ["strings.left-out"]),
    ("page-of: \"{n}\"", ["strings.left-out"]),
    ("records: {one: one, other: records}", ["strings.left-out"]),
    ("records: {one: a record, other: \"{n} records\"}", []),
    ("records: {other: \"{n} records\"}", []), ("records: \"{n} records\"", []),
    ("records: {two: both, other: \"{n} records\"}", ["strings.plural"]),
    ("home: \"Home {\"", ["strings.brace"]), ("home: Home}", ["strings.brace"]),
    ("home: \"Ho\\u202Eme\"", ["strings.control"]), ("home: \"\\u2067Home\"", ["strings.control"]),
    ("home: \"\\a Home\"", ["strings.control"]), ("home: \"\\u200FHome \\u2067a\\u2069\"", []),
    ("home: \"\"", ["strings.untranslated", "yaml.type"]),
    ("home: \"  \"", ["strings.untranslated", "yaml.type"]),
  ])
  func aWordThatSaysLessOrMoreThanItSeemsToIsTold(line: String, codes: [String]) async throws {
    #expect(try await Self.findings(of: line).map(\.code).sorted() == codes)
  }

  /// What is told of the English words, with one of them in other words.
  private static func findings(of line: String) async throws -> [Diagnostic] {
    var templates = Dictionary(
      uniqueKeysWithValues: try templates.list().value.map {
        ($0.path, try Self.templates.read($0.path))
      })
    let key = String(line.prefix { $0 != ":" })
    let text = String(decoding: templates["templates/strings/en.yml"] ?? [], as: UTF8.self)
    let others = text.split(separator: "\n").filter { !$0.hasPrefix(key + ":") }
    templates["templates/strings/en.yml"] = Array(
      (others.joined(separator: "\n") + "\n" + line).utf8)
    let project = Project(
      content: MemoryFolder(base), templates: MemoryFolder(bytes: templates))
    return try await project.prepare(BuildOptions(jobs: 2, now: 0)).diagnostics
  }
}

/// A folder in which a file is listed, and read so often before it is gone.
private struct VanishingFolder: SourceFolder {
  var files: MemoryFolder
  var gone: String
  let readings: Readings
  var lasting: Int

  func list() -> Outcome<[SourceEntry]> { files.list() }

  func hasLost(_ path: String) -> Bool { files.hasLost(path) }

  func read(_ path: String) throws(FileError) -> [UInt8] {
    if path == gone, readings.next() > lasting { throw .vanished(path: path) }
    return try files.read(path)
  }
}

/// Counts the readings of a file.
private final class Readings: Sendable {
  private let count = Atomic(0)

  func next() -> Int {
    count.wrappingAdd(1, ordering: .relaxed).newValue
  }
}
