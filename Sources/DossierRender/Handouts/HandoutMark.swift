/// The sign at the end of a handout's file by which it is known again, whatever its template says.
public enum HandoutMark {
  private static let words = "dossier handout"
  /// How much of a file's end is looked at; a program may have added a line's end.
  private static let reach = 64

  static let html = Array("<!-- \(words) -->\n".utf8)

  /// A printed handout with the sign: a comment, and again the word that a PDF ends with.
  public static func marked(pdf: [UInt8]) -> [UInt8] {
    let lineEnd = pdf.last == UInt8(ascii: "\n") ? "" : "\n"
    return pdf + Array("\(lineEnd)%\(words)\n%%EOF\n".utf8)
  }

  /// Whether a file is a handout that was made before.
  public static func isOn(_ file: [UInt8]) -> Bool {
    let end = String(decoding: file.suffix(reach), as: UTF8.self)
    return end.contains("<!-- \(words) -->") || end.contains("%\(words)\n%%EOF")
  }
}
