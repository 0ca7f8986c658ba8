/// A fingerprint of texts, by which a change of them is noticed.
///
/// It is FNV-1a with 64 bits (http://www.isthe.com/chongo/tech/comp/fnv/), which is not meant to
/// withstand forgery.
public struct TextDigest {
  public private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  private static let prime: UInt64 = 0x0000_0100_0000_01B3
  /// Keys of a claim that hold no text.
  private static let silentKeys: Set<String> = ["as-of", "source", "basis", "approximate", "of"]
  private static let textKeys: Set<String> = ["title", "short", "summary", "key-points"]

  public init() {}

  /// Goes on from a digest, with what another file adds to the texts.
  init(continuing value: UInt64) { self.value = value }

  /// Adds a text; where one ends and the next begins matters.
  public mutating func add(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { value = (value ^ UInt64(byte)) &* Self.prime }
    value = (value ^ 0xFF) &* Self.prime
  }

  /// The same for bytes in one piece, which another module would else add one call a byte.
  public mutating func add(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { add($0) }
  }

  /// The digest of what a translator of a record has to translate: its texts, Markdown, notes and body.
  init(front: YAMLNode, body: some Sequence<UInt8>, kind: Kind) {
    for (key, node) in front.entries ?? [] {
      let name = key.text ?? ""
      let field = kind.fieldIndex(name).map { kind.fields[$0] }
      if Self.textKeys.contains(name) || field?.type == .text || field?.type == .markdown {
        addTexts(node)
      } else if field != nil {
        addNotes(node)
      }
    }
    add(body)
  }

  private mutating func addTexts(_ node: YAMLNode) {
    switch node.content {
    case .scalar(let text, _): add(text.utf8)
    case .sequence(let items): for item in items { addTexts(item) }
    case .mapping(let entries):
      for (key, value) in entries where !Self.silentKeys.contains(key.text ?? "") {
        addTexts(value)
      }
    }
  }

  private mutating func addNotes(_ node: YAMLNode) {
    switch node.content {
    case .scalar: break
    case .sequence(let items): for item in items { addNotes(item) }
    case .mapping(let entries):
      for (key, value) in entries {
        if key.text == "note" { addTexts(value) } else { addNotes(value) }
      }
    }
  }

  /// Sixteen hexadecimal digits.
  public static func text(_ value: UInt64) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
