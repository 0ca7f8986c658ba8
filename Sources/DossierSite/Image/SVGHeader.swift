/// What the first tag of an SVG file says of its size.
struct SVGHeader {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    passProlog()
  }

  /// Width and height where both are in pixels, else those of the `viewBox`.
  var size: ImageSize? {
    guard has("<svg") else { return nil }
    let attributes = attributes()
    let sides = ["width", "height"].map { attributes[$0].flatMap(Self.pixels) }
    if let size = ImageSize(sides[0], sides[1]) { return size }
    let box = (attributes["viewBox"] ?? "")
      .split { $0 == " " || $0 == "," || $0.isNewline || $0 == "\t" }.map {
        Self.pixels(String($0))
      }
    return box.count == 4 ? ImageSize(box[2], box[3]) : nil
  }

  private static func pixels(_ text: String) -> Int? {
    let digits = text.hasSuffix("px") ? String(text.dropLast(2)) : text
    guard let number = Double(digits), number > 0, number <= Double(ImageSize.greatest) else {
      return nil
    }
    return max(1, Int(number.rounded()))
  }

  /// Goes behind the byte order mark, the declaration, comments and the document type.
  private mutating func passProlog() {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    while position < bytes.count {
      if has("<!--") {
        pass("-->")
      } else if has("<?") || has("<!") {
        pass(">")
      } else if Self.isSpace(bytes[position]) {
        position += 1
      } else {
        return
      }
    }
  }

  private func has(_ text: String) -> Bool { bytes[position...].starts(with: text.utf8) }

  private mutating func pass(_ end: String) {
    let last = end.utf8.last ?? 0
    repeat {
      let next = bytes[position...].firstIndex(of: last) ?? bytes.count
      position = min(bytes.count, next + 1)
    } while position < bytes.count
      && !bytes[..<position].suffix(end.utf8.count).elementsEqual(end.utf8)
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte <= 0x20 }

  /// The attributes of the tag at the position, the first of a name.
  private func attributes() -> [String: String] {
    var found: [String: String] = [:]
    var offset = position + 4
    while let equals = bytes[offset...].firstIndex(of: UInt8(ascii: "=")),
      !bytes[offset..<equals].contains(UInt8(ascii: ">"))
    {
      let name = bytes[offset..<equals].split(whereSeparator: Self.isSpace).last ?? []
      let open = bytes[(equals + 1)...].firstIndex { !Self.isSpace($0) }
      guard let open, bytes[open] == UInt8(ascii: "\"") || bytes[open] == UInt8(ascii: "'"),
        let close = bytes[(open + 1)...].firstIndex(of: bytes[open])
      else { return found }
      let key = String(decoding: name, as: UTF8.self)
      if found[key] == nil {
        found[key] = String(decoding: bytes[(open + 1)..<close], as: UTF8.self)
      }
      offset = close + 1
    }
    return found
  }
}
