import Foundation
import TestSupport
import Testing

/// `dossier cards`, with engines that only say what they were asked.
@Suite struct CardsCommandTests {
  private let folder: TemporaryFolder
  private var project: String { folder.url("project").path }

  init() throws {
    folder = try TemporaryFolder()
    try Self.copyTemplates(to: folder.url("project/templates"))
    try write("content/site.yml", "title: T\nformat: 1\nshare-images: true\n")
    try write(
      "content/missions/_kind.yml", "id: mission\nrole: precedent\nfields: {size: {type: number}}\n"
    )
    try write("content/missions/one.md", "---\ntitle: One\nsize: 1\n---\n")
    try write("content/missions/two.md", "---\ntitle: Two\nsize: 2\n---\n")
    // Writes what stands for a picture of the card: its length.
    try engine("rsvg-convert", "printf '\\211PNG%s' \"$(wc -c < \"$7\")\" > \"$6\"")
  }

  private static func copyTemplates(to folder: URL) throws {
    try FileManager.default.createDirectory(
      at: folder.deletingLastPathComponent(), withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      at: Checkout.folder.appending(path: "templates"), to: folder)
    // Those that were made in the checkout.
    for fonts in ["assets/fonts", "fonts"] {
      try? FileManager.default.removeItem(at: folder.appending(path: fonts))
    }
  }

  private func write(_ path: String, _ text: String) throws {
    try folder.write(text, to: "project/" + path)
  }

  private func engine(_ name: String, _ script: String) throws {
    try folder.write("#!/bin/sh\n\(script)\n", to: "bin/\(name)")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: folder.url("bin/\(name)").path)
  }

  private func run(_ arguments: [String], path: String? = nil) throws -> Command.Result {
    let path = path ?? folder.url("bin").path + ":/usr/bin:/bin"
    return try Command.run(arguments, environment: ["PATH": path])
  }

  private func build() throws {
    let result = try run(["build", project, "--quiet"])
    #expect(result.status == 0, "\(result.errors)")
  }

  private func cards(_ more: String...) throws -> Command.Result {
    try run(["cards", project] + more)
  }

  private func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: folder.url("project/site/" + path).path)
  }

  @Test func whatChangedIsMadeAndABuildLeavesIt() throws {
    try build()
    let first = try cards()
    #expect(first.status == 0 && first.output == "2 made, 0 unchanged, 0 removed\n", "\(first)")
    #expect(first.errors == "")
    #expect(exists("share/missions/one.png") && exists("share/missions/two.png"))
    #expect(try cards().output == "0 made, 2 unchanged, 0 removed\n")
    try write("content/missions/one.md", "---\ntitle: Another\nsize: 1\n---\n")
    try build()
    #expect(exists("share/missions/one.png"), "a build took a stranger's file away")
    #expect(try cards().output == "1 made, 1 unchanged, 0 removed\n")
    #expect(try cards("--quiet").output == "")
  }

  @Test func thePictureOfWhatIsHiddenGoes() throws {
    try build()
    _ = try cards()
    try folder.write("kept", to: "project/site/share/missions/own.png")
    try write("content/missions/two.md", "---\ntitle: Two\ndraft: true\n---\n")
    try build()
    #expect(try cards().output == "0 made, 1 unchanged, 1 removed\n")
    #expect(!exists("share/missions/two.png") && exists("share/missions/own.png"))
  }

  @Test func aListPutThereByHandRemovesNothingElse() throws {
    try build()
    _ = try cards()
    for path in ["share/../index.html", "../secret.png", "share/../../x.png", "index.html"] {
      try folder.write("0 \(path)\n", to: "project/site/share/.dossier-cards")
      #expect(try cards().status == 0)
      #expect(exists("index.html"))
    }
  }

  @Test func aPictureThatIsGoneIsMadeAgain() throws {
    try build()
    _ = try cards()
    try FileManager.default.removeItem(at: folder.url("project/site/share/missions/one.png"))
    #expect(try cards().output == "1 made, 1 unchanged, 0 removed\n")
  }

  @Test func withoutAnEngineNothingIsMadeAndCheckSaysSo() throws {
    try build()
    let empty = folder.url("empty").path
    let result = try run(["cards", project], path: empty)
    #expect(result.status == 3 && result.output == "")
    #expect(
      result.errors.hasPrefix("error: there is no rsvg-convert or chromium on the PATH\nhelp: "))
    let check = try run(["check", project], path: empty)
    #expect(check.status == 0 && check.errors.contains("[cards.engine]"))
    #expect(!(try run(["check", project]).errors.contains("[cards.engine]")))
  }

  @Test(arguments: ["echo no good; exit 4", "printf text > \"$6\"", "true", "kill -9 $$"])
  func anEngineThatFailsIsTold(script: String) throws {
    try build()
    try engine("rsvg-convert", script)
    let result = try cards()
    #expect(result.status == 3 && result.errors.contains("made no picture"), "\(result)")
    #expect(!exists("share/missions/one.png"))
  }

  @Test func theFontsOfTheProjectAreThoseOfItsPictures() throws {
    try engine(
      "rsvg-convert", "(printf '\\211PNG'; cat \"${FONTCONFIG_FILE:-/dev/null}\") > \"$6\"")
    try build()
    #expect(try cards().status == 0)
    #expect(try !picture("one").contains("Dossier Sans"))
    try write("templates/assets/fonts/fonts.css", "/* Made by 'dossier fonts'. */\n")
    for name in ["text", "text-bold", "text-italic", "sans", "sans-bold"] {
      try write("templates/fonts/\(name).ttf", name)
    }
    #expect(try cards().output == "2 made, 0 unchanged, 0 removed\n")
    let told = try picture("one")
    #expect(told.contains("Dossier Sans"))
    // Whatever a card asks for first is ours.
    let card = try folder.read("project/site/cards/missions/one.svg")
    let asked = Set(card.matches(of: /font-family="([^",]*)/).map { String($0.1) })
    #expect(asked.count >= 2 && asked.allSatisfy { told.contains("<string>\($0)</string>") })
    #expect(try cards().output == "0 made, 2 unchanged, 0 removed\n")
    try write("templates/fonts/sans.ttf", "another")
    #expect(try cards().output == "2 made, 0 unchanged, 0 removed\n")
    try FileManager.default.removeItem(at: folder.url("project/templates/fonts/sans.ttf"))
    #expect(try cards().output == "2 made, 0 unchanged, 0 removed\n")
    #expect(try !picture("one").contains("Dossier Sans"))
  }

  private func picture(_ name: String) throws -> String {
    let path = folder.url("project/site/share/missions/\(name).png")
    return String(decoding: try Data(contentsOf: path), as: UTF8.self)
  }

  @Test(.enabled(if: Self.path(of: "chromium") != nil, "there is no Chromium"))
  func chromiumMakesPicturesToo() throws {
    try build()
    let chromium = try #require(Self.path(of: "chromium"))
    let result = try run(
      ["cards", project, "--engine", "chromium"], path: chromium + ":/usr/bin:/bin")
    #expect(result.status == 0 && result.output == "2 made, 0 unchanged, 0 removed\n", "\(result)")
    let png = try Data(contentsOf: folder.url("project/site/share/missions/one.png"))
    // The width and the height of the header (PNG, 11.2.1).
    #expect(Array(png[16..<24]) == [0, 0, 4, 176, 0, 0, 2, 118])
  }

  private static func path(of program: String) -> String? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return folders.map(String.init).first {
      FileManager.default.isExecutableFile(atPath: $0 + "/" + program)
    }
  }

  @Test func misuseIsTold() throws {
    let unbuilt = try cards()
    #expect(unbuilt.status == 2 && unbuilt.errors.contains("is no built site"))
    #expect(try cards("--engine", "paint").status == 2)
    #expect(try cards("--time-limit", "0").status == 2)
  }

  @Test func withoutShareImagesThereIsNothingToDo() throws {
    try write("content/site.yml", "title: T\nformat: 1\n")
    try build()
    let result = try run(["cards", project], path: folder.url("empty").path)
    #expect(result.status == 0 && result.output == "0 made, 0 unchanged, 0 removed\n")
    #expect(!exists("share"))
  }
}
