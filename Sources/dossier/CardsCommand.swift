import ArgumentParser
import DossierBuild
import DossierSource

/// `dossier cards`: the pictures that previews of pages show, as pixels.
struct CardsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cards", abstract: "Make PNGs of the share images of a built site.",
    discussion: """
      With 'share-images: true' in content/site.yml a build draws a card for every briefing, option, \
      scenario, precedent and comparison, as SVG. Services that show previews want PNG: these are made \
      of the cards that changed by rsvg-convert or Chromium, whichever is on the PATH, in the fonts that \
      'dossier fonts' made, where they are there. They lie in the folder share/ of the site, which a \
      build leaves as it is.
      """)

  @Argument(help: "The folder with content/ and templates/.")
  var project = "."

  @Option(help: "The folder of the site (default: site/ in the project).")
  var output: String?

  @Option(help: "What makes them: rsvg-convert or chromium (default: the first that is there).")
  var engine: CardEngine?

  @Option(name: .customLong("time-limit"), help: "Seconds that the engine may take for one.")
  var timeLimit = 60

  @Flag(help: "Print nothing but diagnostics.")
  var quiet = false

  private var site: String { output ?? project + "/site" }

  func validate() throws {
    try TimeLimit.check(timeLimit)
  }

  func run() async throws {
    Interruption.watch()
    try BuiltSite.check(site)
    let (count, removed) = try await reportingMachineFailures { try await draw() }
    if !quiet { Terminal.line("\(count.made) made, \(count.kept) unchanged, \(removed) removed") }
  }

  private func draw() async throws -> (count: (made: Int, kept: Int), removed: Int) {
    let files = MadeFonts.wholeFiles(in: project)
    var folder = try CardFolder(ofSiteIn: site, setIn: files)
    let changed = folder.changed
    // Nobody needs an engine where nothing changed.
    let found = changed.isEmpty ? nil : try CardEngine.find(engine)
    if let found {
      let fonts = files.isEmpty ? nil : try CardFonts(files)
      for chunk in stride(from: 0, to: changed.count, by: ProjectArguments.processors) {
        let cards = changed[chunk..<min(chunk + ProjectArguments.processors, changed.count)]
        let pictures = try await pictures(of: Array(cards), found, fonts)
        for (card, picture) in zip(cards, pictures) { try folder.keep(picture, of: card) }
      }
    }
    let removed = try folder.finish()
    return ((changed.count, folder.cards.count - changed.count), removed)
  }

  /// Pictures of some cards, made side by side, in their order.
  private func pictures(
    of cards: [CardFolder.Card], _ found: (engine: CardEngine, program: String),
    _ fonts: CardFonts?
  ) async throws -> [[UInt8]] {
    let (engine, program) = found
    let (site, limit) = (site, Duration.seconds(timeLimit))
    return try await withThrowingTaskGroup(of: (Int, [UInt8]).self) { group in
      for (place, card) in cards.enumerated() {
        group.addTask {
          let bytes = try DiskFile.read(site + "/" + card.source)
          let picture = try engine.picture(
            of: bytes, by: program, fonts: fonts?.configuration, limit: limit)
          return (place, picture)
        }
      }
      var pictures = [[UInt8]](repeating: [], count: cards.count)
      for try await (place, picture) in group { pictures[place] = picture }
      return pictures
    }
  }
}
