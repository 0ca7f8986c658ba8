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
      next build takes them. Remove that folder to be without them.
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
    let folder = MadeFonts.folder(in: project)
    guard DiskFile.isThere(project + "/content/site.yml") else {
      throw ValidationError(
        "'\(project)' is no project: it has no content/site.yml\n"
          + "help: name the folder that holds content/ and templates/")
    }
    if let stranger = MadeFonts.stranger(in: folder) {
      throw ValidationError(
        "'\(stranger)' was not made by this command\nhelp: move it elsewhere in templates/assets/")
    }
    let made = try await reportingMachineFailures {
      let files = try FontMaker.find().files(timeLimit: .seconds(timeLimit))
      try DiskFile.makeFolder(folder)
      for file in files { try DiskFile.write(file.bytes, to: folder + "/" + file.name) }
      return files
    }
    let size = made.reduce(0) { $0 + $1.bytes.count } / 1000
    if !quiet { Terminal.line("\(made.count) files, \(size) kB, in \(folder)") }
  }
}

/// The fonts that were made for a project.
enum MadeFonts {
  static func folder(in project: String) -> String { project + "/templates/assets/fonts" }

  /// Whether a folder of fonts is one of ours.
  static func isMade(_ folder: String) -> Bool {
    (try? DiskFile.read(folder + "/fonts.css")).map(FontStyle.isMade) ?? false
  }

  /// A file where one of ours would go, that is not one.
  static func stranger(in folder: String) -> String? {
    guard !isMade(folder) else { return nil }
    return FontMaker.names.map { folder + "/" + $0 }.first(where: DiskFile.isThere)
  }

  /// A handout whose fonts lie in the file itself; as it is where the project has none.
  static func embedded(in html: [UInt8], project: String) -> [UInt8] {
    let folder = folder(in: project)
    guard isMade(folder), let style = try? DiskFile.read(folder + "/fonts.css") else { return html }
    return FontStyle.embedded(style, in: html) { try? DiskFile.read(folder + "/" + $0) }
  }
}
