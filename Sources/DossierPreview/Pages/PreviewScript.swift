/// The script that keeps an open page up to date; no page that is published has it.
enum PreviewScript {
  /// The tag by which a page of the preview loads the script.
  static func tag(version: Int) -> String {
    "<script src=\"/_dossier/preview.js\" data-version=\"\(version)\"></script>\n"
  }

  /// The page with the tag before the end of its body, or at its end where that is not marked.
  static func added(to page: [UInt8], version: Int) -> [UInt8] {
    let mark = Array("</body>".utf8)
    var index = page.count - mark.count
    while index >= 0, !page[index..<index + mark.count].elementsEqual(mark) { index -= 1 }
    let end = index >= 0 ? index : page.count
    return page[..<end] + Array(tag(version: version).utf8) + page[end...]
  }
}

/// The few pages that the preview has of its own.
enum PlainPage {
  /// Before there is a good state to show.
  static func waiting(version: Int) -> String {
    whole(
      "Nothing to show yet", version: version,
      "<p>The project has errors. The page appears as soon as they are mended.</p>")
  }

  /// Where the site has no page for what is missing.
  static func missing(version: Int) -> String {
    whole(
      "No such page", version: version, "<p>The site has no page here.</p>")
  }

  /// A page with a title and its matter, which is HTML.
  static func whole(_ title: String, version: Int, _ matter: String) -> String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(escaped(title)) – Dossier preview</title>
      <link rel="stylesheet" href="/_dossier/preview.css">
    </head>
    <body class="dossier-page">
    <main>
    <h1>\(escaped(title))</h1>
    \(matter)
    </main>
    \(PreviewScript.tag(version: version))</body>
    </html>

    """
  }

  /// A part of a page under its heading, with how much it holds.
  ///
  /// - Parameter matter: HTML.
  static func section(_ title: String, _ id: String, count: Int, _ matter: String) -> String {
    """
    <section id="\(id)">
    <h2>\(title) (\(count))</h2>
    \(matter)</section>

    """
  }

  /// Text as it stands in HTML and in quoted attributes.
  static func escaped(_ text: String) -> String {
    var result = ""
    for character in text.unicodeScalars {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.unicodeScalars.append(character)
      }
    }
    return result
  }
}
