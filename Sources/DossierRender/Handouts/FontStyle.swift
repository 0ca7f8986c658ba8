/// The style sheet that `dossier fonts` makes, which names files beside it.
public enum FontStyle {
  private static let mark = Array("/* Made by 'dossier fonts'. */".utf8)
  private static let opening = Array("url(fonts/".utf8)
  private static let end = Array("</head>".utf8)

  /// Whether a style sheet is one that the command made.
  public static func isMade(_ style: [UInt8]) -> Bool { style.starts(with: mark) }

  /// A page with the fonts in itself, for an engine that prints it and may ask for no other file.
  ///
  /// - Parameters:
  ///   - style: The style sheet; what it names and `read` does not find is left as it is.
  ///   - html: The page; as it is where its head has no end.
  ///   - read: The bytes of a file of the folder, by its name.
  public static func embedded(
    _ style: [UInt8], in html: [UInt8], read: (String) -> [UInt8]?
  ) -> [UInt8] {
    guard let head = first(end, in: html, from: 0) else { return html }
    var css: [UInt8] = []
    var copied = 0
    while let start = first(opening, in: style, from: copied),
      let close = style[start...].firstIndex(of: UInt8(ascii: ")"))
    {
      let name = String(decoding: style[(start + opening.count)..<close], as: UTF8.self)
      css += style[copied..<start]
      if let font = read(name) {
        css += Array("url(\(DataAddress.make(font, type: "font/woff2"))".utf8)
      } else {
        css += style[start..<close]
      }
      copied = close
    }
    css += style[copied...]
    return html[..<head] + Array("<style>".utf8) + css + Array("</style>\n".utf8) + html[head...]
  }

  private static func first(_ word: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    bytes[start...].firstIndex(of: word[0]).flatMap { first in
      var offset = first
      while offset + word.count <= bytes.count {
        if bytes[offset...].starts(with: word) { return offset }
        guard let next = bytes[(offset + 1)...].firstIndex(of: word[0]) else { return nil }
        offset = next
      }
      return nil
    }
  }
}
