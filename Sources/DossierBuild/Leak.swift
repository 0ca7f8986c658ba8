import DossierSite
import DossierSource
import DossierTables

/// A file of the site in which something is named that is not public.
struct Leak: Sendable {
  let route: String
  let name: HiddenNames.Name

  /// `nil` where the bytes name nothing of the kind, be they packed as those of a workbook are.
  init?(in bytes: [UInt8], at route: String, _ scan: HiddenNameScan) {
    guard !scan.isEmpty, let name = scan.firstName(in: ArchiveText.plain(bytes)) else {
      return nil
    }
    self.route = route
    self.name = name
  }
}

extension Project {
  /// What is said of leaks: each at the text that gave the name away, where one has it word for word.
  func told(_ leaks: [Leak]) -> [Diagnostic] {
    // One text gives a name away on many pages.
    var texts: [HiddenNames.Name: Place] = [:]
    return leaks.map { leak in
      let top = Place(path: leak.name.path, line: 1, column: 1)
      let place = texts[leak.name] ?? text(naming: leak.name) ?? top
      texts[leak.name] = place
      return .error(
        "hidden.named",
        "the file '\(leak.route)' names '\(leak.name.text)' of \(leak.name.path), "
          + "which is not public yet",
        at: place, help: "take the name out of what is public, or publish what it names first")
    }
  }

  /// The first place at which a file has a name, but for the file whose name it is.
  private func text(naming name: HiddenNames.Name) -> Place? {
    let listed = [content, templates].compactMap { try? $0.list().value }
    for entry in listed.joined() where entry.path != name.path {
      guard let bytes = try? read(entry.path), bytes.count < 1 << 22 else { continue }
      for (number, line) in bytes.split(separator: 10, omittingEmptySubsequences: false)
        .enumerated()
      {
        let text = String(decoding: line, as: UTF8.self)
        guard let range = text.firstRange(of: name.text) else { continue }
        let column = text.utf8.distance(from: text.startIndex, to: range.lowerBound) + 1
        return Place(
          path: entry.path,
          span: Span(line: number + 1, column: column, length: name.text.utf8.count))
      }
    }
    return nil
  }
}
