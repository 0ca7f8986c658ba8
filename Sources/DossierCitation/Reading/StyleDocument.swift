internal import DossierSource
internal import DossierXML

extension XMLElement {
  /// The root of a style's or a locale's file.
  ///
  /// - Throws: A fault with the code `xml.syntax`, `xml.doctype` or `xml.depth`.
  static func read(_ file: SourceFile) throws(Fault) -> XMLElement {
    do throws(XMLMistake) { return try read(file.bytes) } catch {
      throw Fault(diagnostic: error.diagnostic(in: file.path))
    }
  }
}
