import ArgumentParser
import DossierRender
import DossierSource

/// `dossier fonts`: small files of open fonts, for pages and for print.
struct FontsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fonts", abstract: "Make the fonts of a project, for its pages and PDFs.",
    discussion: """
      Pages and PDFs are set in whatever fonts are there, unless the project has some of its own. This \
      makes them of Source Serif 4 and Source Sans 3, which are open, with the letters of Latin and \
      Cyrillic, by a Python with fontTools, and puts them into templates/assets/fonts/, from which the \
      next build takes them, and for PDFs and share images into templates/fonts/. Remove both folders \
      to be without them.
      """)

  @Argument(help: "The folder with content/ and templates/.")
  var project = "."

  @Option(name: .customLong("time-limit"), help: "Seconds that it may take.")
  var timeLimit = 600

  @Flag(help: "Print nothing but diagnostics.")
  var quiet = false

  func validate() throws {
    try TimeLimit.check(timeLimit)
  }

  func run() async throws {
    Interruption.watch()
    guard DiskFile.isThere(project + "/content/site.yml") else {
      throw ValidationError(
        "'\(project)' is no project: it has no content/site.yml\n"
          + "help: name the folder that holds content/ and templates/")
    }
    if let stranger = MadeFonts.stranger(in: project) {
      throw ValidationError(
        "'\(stranger)' was not made by this command\nhelp: move it elsewhere in templates/assets/")
    }
    let made = try await reportingMachineFailures {
      let files = try FontMaker.find().files(timeLimit: .seconds(timeLimit))
      for folder in MadeFonts.folders { try DiskFile.makeFolder(project + folder) }
      for file in files {
        try DiskFile.write(file.bytes, to: MadeFonts.path(of: file.name, in: project))
      }
      return files
    }
    let size = made.reduce(0) { $0 + $1.bytes.count } / 1000
    if !quiet { Terminal.line("\(made.count) files, \(size) kB, in \(project + MadeFonts.pages)") }
  }
}

/// The fonts that were made for a project.
enum MadeFonts {
  /// Where those of pages are, which are published with the site, and the whole faces.
  static let (pages, whole) = ("/templates/assets/fonts", "/templates/fonts")
  static let folders = [pages, whole]

  static func path(of name: String, in project: String) -> String {
    project + (FontMaker.whole.contains(name) ? whole : pages) + "/" + name
  }

  /// Whether a project has fonts of ours.
  private static func isMade(in project: String) -> Bool {
    (try? DiskFile.read(path(of: "fonts.css", in: project))).map(FontStyle.isMade) ?? false
  }

  /// A file where one of ours would go, that is not one.
  static func stranger(in project: String) -> String? {
    guard !isMade(in: project) else { return nil }
    return FontMaker.names.map { path(of: $0, in: project) }.first(where: DiskFile.isThere)
  }

  /// A handout whose fonts lie in the file itself; as it is where the project has none.
  static func embedded(in html: [UInt8], project: String) -> [UInt8] {
    let fonts = zip(FontMaker.whole, wholeFiles(in: project)).compactMap(WholeFont.init)
    return FontStyle.embedded(fonts, in: html)
  }

  /// The files of the whole faces; none where the project has not all of them.
  static func wholeFiles(in project: String) -> [[UInt8]] {
    guard isMade(in: project) else { return [] }
    let files = FontMaker.whole.compactMap { try? DiskFile.read(path(of: $0, in: project)) }
    return files.count == FontMaker.whole.count ? files : []
  }
}
