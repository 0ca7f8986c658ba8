import Foundation
import PackagePlugin

/// Puts the files of a new project into the module that writes one: the folder `Project` of the
/// module, in which `templates` is a link to this publication's own.
@main
struct EmbedProject: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let project = target.directoryURL.appending(path: "Project")
    let files = try files(below: project, as: "")
    let script = context.package.directoryURL.appending(path: "scripts/embed-files")
    let output = context.pluginWorkDirectoryURL.appending(path: "ProjectFiles.swift")
    return [
      .buildCommand(
        displayName: "Embedding the files of a new project",
        executable: script,
        arguments: [output.path] + files.flatMap { [$0.path, $0.url.path] },
        inputFiles: [script] + files.map(\.url), outputFiles: [output])
    ]
  }

  /// All files below a folder, links followed, in the order of their paths; what editors and systems
  /// leave there is passed over.
  private func files(below folder: URL, as prefix: String) throws -> [(path: String, url: URL)] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    return try names.flatMap { name in
      let url = folder.appending(path: name)
      var isFolder: ObjCBool = false
      let isThere = FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder)
      if isFolder.boolValue { return try files(below: url, as: prefix + name + "/") }
      let isOurs = name == ".gitignore" || !name.hasPrefix(".") && !name.hasSuffix("~")
      return isThere && isOurs ? [(path: prefix + name, url: url)] : []
    }
  }
}
