public import DossierRender
public import DossierSite
public import DossierSource

extension PreparedSite {
  /// The handout that a key means: `handout:id` for a collection, else that of a record.
  ///
  /// - Throws: Why there is none, with the nearest name.
  public func handout(
    _ key: RecordKey, in language: Language
  ) throws(BrokenReference) -> Page {
    key.kind == "handout"
      ? renderer.handout(ofCollection: try site.find(handout: key.id), in: language)
      : renderer.handout(ofRecord: try site.find(key), in: language)
  }

  /// A handout as HTML; `nil` where something blocks it, as with the pages of the site, or an image
  /// has gone.
  public func handout(
    _ page: Page, from project: Project, paper: Paper?
  ) throws(FileError) -> Outcome<[UInt8]?> {
    let html: [UInt8]
    do throws(FileError) { html = try renderer.render(page, from: project, paper: paper) } catch {
      guard let diagnostic = error.diagnostic else { throw error }
      return Outcome(nil, [diagnostic])
    }
    let look = lastLook(at: html, of: page, HiddenNameScan(hiddenNames))
    let found = [look.flaw].compactMap(\.self) + project.told([look.leak].compactMap(\.self))
    return Outcome(found.isEmpty ? html : nil, found)
  }
}

extension SiteRenderer {
  /// Renders a page, and reads the images that it holds in itself.
  public func render(
    _ page: Page, from project: Project, paper: Paper? = nil
  ) throws(FileError) -> [UInt8] {
    var images: [String: [UInt8]] = [:]
    for path in embeddedImages(page) { images[path] = try project.read(path) }
    return render(page, images: images, paper: paper)
  }
}
