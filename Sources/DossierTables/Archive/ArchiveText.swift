/// What the files of an archive say, such as a workbook, for a search through its words.
public enum ArchiveText {
  /// Bytes that an archive may become before it is taken as it is.
  private static let budget = 128_000_000

  /// All files of a ZIP archive one after another; anything else, and one that cannot be unpacked, as it
  /// is.
  public static func plain(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) else { return bytes }
    var plain: [UInt8] = []
    do throws(ZipReader.Flaw) {
      var zip = try ZipReader(bytes, budget: budget)
      for name in zip.names {
        plain += name.utf8
        plain.append(UInt8(ascii: "\n"))
        plain += try zip.file(name) ?? []
      }
    } catch { return bytes }
    return plain
  }
}
