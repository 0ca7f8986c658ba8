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

  /// A document of Word with the sign: as the remark at the end of the archive that it is.
  ///
  /// PKWARE's APPNOTE, 4.3.16: the last record ends in the length of the remark, two bytes with the
  /// lesser first, and the remark. An archive that has one already is left as it is.
  public static func marked(document: [UInt8]) -> [UInt8] {
    let remark = Array(words.utf8)
    guard document.suffix(emptyEnd).starts(with: endRecord), document.suffix(2) == [0, 0] else {
      return document
    }
    return Array(document.dropLast(2)) + [UInt8(remark.count), 0] + remark
  }

  /// How the last record of an archive begins, and its length without a remark.
  private static let endRecord: [UInt8] = [0x50, 0x4B, 0x05, 0x06]
  private static let emptyEnd = 22

  /// Whether a file is a handout that was made before.
  public static func isOn(_ file: [UInt8]) -> Bool {
    let archiveEnd = file.suffix(emptyEnd + words.utf8.count)
    if archiveEnd.starts(with: endRecord) {
      return archiveEnd.suffix(words.utf8.count).elementsEqual(words.utf8)
    }
    let end = String(decoding: file.suffix(reach), as: UTF8.self)
    return end.contains("<!-- \(words) -->") || end.contains("%\(words)\n%%EOF")
  }
}
