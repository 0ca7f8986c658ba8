import ArgumentParser
import DossierSource
import DossierStarter

/// `dossier init`: a project to begin with.
struct InitCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Write a small complete project into a new folder.",
    discussion:
      "Three missions, a briefing, a glossary and the templates, all explained in comments.")

  @Argument(help: "A folder that is not there yet, or empty.")
  var folder: String

  func validate() throws {
    if folder.isEmpty { throw ValidationError("FOLDER is the path of a folder, not ''") }
  }

  func run() async throws {
    try await reportingMachineFailures {
      let target = NewFolder(folder)
      guard try target.isFree() else {
        Terminal.errorLine("error: '\(folder)' is there already, and is not empty")
        Terminal.errorLine("help: name a new folder; nothing was written")
        throw ExitStatus.content.code
      }
      let files = Starter.files
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
        "  dossier new mission unficyp \(place)    # a further record, explained",
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
