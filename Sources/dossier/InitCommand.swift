import ArgumentParser
import DossierSite
import DossierSource
import DossierStarter

/// `dossier init`: a project to begin with.
struct InitCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Write a complete project into a new folder.",
    discussion:
      """
      'small' has records of three kinds and a text; 'full' a kind for every role, every exhibit, an \
      image and two languages. Both have the templates, and every key is explained in a comment.
      """)

  @Argument(help: "A folder that is not there yet, or empty.")
  var folder: String

  @Option(help: "What the example shows: small or full.")
  var example = "small"

  @Option(help: "The language, by its code: small is written in it, full has it beside its own.")
  var language: String?

  func validate() throws {
    if Starter.Example(rawValue: example) == nil {
      let known = Starter.Example.allCases.map(\.rawValue).joined(separator: " or ")
      throw ValidationError("--example takes \(known), not '\(example)'")
    }
    if let language, !Self.isCode(language) {
      throw ValidationError("--language takes a code such as en or uk, not '\(language)'")
    }
    if folder.isEmpty { throw ValidationError("FOLDER is the path of a folder, not ''") }
  }

  /// Two or three lower-case letters.
  private static func isCode(_ text: String) -> Bool {
    (2...3).contains(text.utf8.count)
      && text.utf8.allSatisfy { UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 }
  }

  func run() async throws {
    try await reportingMachineFailures {
      let target = NewFolder(folder)
      guard try target.isFree() else {
        Terminal.errorLine("error: '\(folder)' is there already, and is not empty")
        Terminal.errorLine("help: name a new folder; nothing was written")
        throw ExitStatus.content.code
      }
      let files = Starter.files(
        of: Starter.Example(rawValue: example) ?? .small, in: language.map(Language.init))
      try target.write(files)
      Terminal.line(closing(files.map(\.path)))
    }
  }

  private func closing(_ paths: [String]) -> String {
    let templates = paths.count { $0.hasPrefix("templates/") }
    let others = paths.filter { !$0.hasPrefix("templates/") }.map { "  " + $0 }
    let place = CommandWord.quoted(folder)
    let lines =
      ["wrote into \(folder)"] + others
      + [
        "  templates/ (\(DiagnosticReport.count(templates, "file")))",
        "next",
        "  dossier serve \(place)                  # the site in the browser, while you write",
        "  dossier new \(example == "full" ? "river volga" : "mission unficyp") \(place)    # a further record, explained",
        "  dossier build \(place)                  # the site as files, in site/",
      ]
    return lines.joined(separator: "\n")
  }
}

/// Words of a command that is shown to be copied.
enum CommandWord {
  /// As a shell takes it for one word.
  static func quoted(_ word: String) -> String {
    let isPlain = word.utf8.allSatisfy { byte in
      UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte || UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte
        || UInt8(ascii: "-")...UInt8(ascii: "9") ~= byte || byte == UInt8(ascii: "_")
    }
    return isPlain ? word : "'" + word.replacing("'", with: #"'\''"#) + "'"
  }
}
