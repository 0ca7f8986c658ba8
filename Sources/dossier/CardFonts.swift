import DossierRender
import DossierSource

/// The fonts of a project in a folder of their own, where programs that ask fontconfig find them.
///
/// It lasts as long as the value.
struct CardFonts {
  private let scratch: ScratchFolder

  /// - Parameter files: The whole faces that `dossier fonts` made.
  init(_ files: [[UInt8]]) throws {
    scratch = try ScratchFolder()
    for (name, bytes) in zip(FontMaker.whole, files) {
      try DiskFile.write(bytes, to: scratch.path(of: name))
    }
    let path = scratch.path.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
    let text = Self.configuration(fonts: path, cache: path + "/cache")
    try DiskFile.write(Array(text.utf8), to: configuration)
  }

  /// The path of what fontconfig is told.
  var configuration: String { scratch.path(of: "fonts.conf") }

  /// The system's fonts and ours, which stand before the first that a drawing asks for where no brand
  /// has others (fonts.conf(5); a relative name is looked for where the system's configuration is).
  private static func configuration(fonts: String, cache: String) -> String {
    let families: [(asked: String, given: FontStyle.Family)] = [
      ("Charis SIL", .text), ("Noto Sans", .sans), ("Liberation Sans", .sans),
    ]
    let rules = families.map { asked, given in
      """
      <match target="pattern"><test name="family"><string>\(asked)</string></test>\
      <edit name="family" mode="prepend" binding="strong"><string>\(given.name)</string></edit></match>

      """
    }
    return """
      <?xml version="1.0"?>
      <fontconfig>
      <include ignore_missing="yes">fonts.conf</include>
      <dir>\(fonts)</dir>
      <cachedir>\(cache)</cachedir>
      \(rules.joined())</fontconfig>

      """
  }
}
