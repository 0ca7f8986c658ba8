import Foundation
import PackagePlugin

/// Puts the files of a folder into its module, as `ProjectFiles` for `Project`: those of a new project,
/// in which `templates` is a link to this publication's own, the rules of languages, and the terms of
/// citations.
@main
struct EmbedFiles: BuildToolPlugin {
  private static let folders = ["Project", "Languages", "Locales"]

  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let script = context.package.directoryURL.appending(path: "scripts/embed-files")
    return try Self.folders.compactMap { name in
      let folder = target.directoryURL.appending(path: name)
      guard FileManager.default.fileExists(atPath: folder.path) else { return nil }
      let files = try files(below: folder, as: "")
      let output = context.pluginWorkDirectoryURL.appending(path: name + "Files.swift")
      return .buildCommand(
        displayName: "Embedding the files of \(name)",
        executable: script,
        arguments: [output.path, name + "Files"] + files.flatMap { [$0.path, $0.url.path] },
        inputFiles: [script] + files.map(\.url), outputFiles: [output])
    }
  }

  /// What `dossier fonts` makes below `templates`: every project makes its own.
  private static let made = ["templates/fonts", "templates/assets/fonts"]

  /// All files below a folder, links followed, in the order of their paths; what editors and systems
  /// leave there is passed over, and so is what is made.
  private func files(below folder: URL, as prefix: String) throws -> [(path: String, url: URL)] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    return try names.filter { !Self.made.contains(prefix + $0) }.flatMap { name in
      let url = folder.appending(path: name)
      var isFolder: ObjCBool = false
      let isThere = FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder)
      if isFolder.boolValue { return try files(below: url, as: prefix + name + "/") }
      let isOurs = name == ".gitignore" || !name.hasPrefix(".") && !name.hasSuffix("~")
      return isThere && isOurs ? [(path: prefix + name, url: url)] : []
    }
  }
}
