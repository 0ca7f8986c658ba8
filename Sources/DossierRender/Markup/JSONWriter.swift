import DossierSite

/// A document of JSON (RFC 8259) in the making, as UTF-8.
///
/// Strings are written by `JSONText`, so that the document can stand in a script of a page.
struct JSONWriter {
  private(set) var bytes: [UInt8] = []
  /// Whether a comma must go before the next value or name.
  private var isAfterValue = false

  init(capacity: Int = 2048) {
    bytes.reserveCapacity(capacity)
  }

  mutating func object(_ members: (inout JSONWriter) -> Void) {
    open(UInt8(ascii: "{"))
    members(&self)
    close(UInt8(ascii: "}"))
  }

  mutating func array(_ items: (inout JSONWriter) -> Void) {
    open(UInt8(ascii: "["))
    items(&self)
    close(UInt8(ascii: "]"))
  }

  mutating func string(_ text: String) {
    separate()
    JSONText.append(text, to: &bytes)
    isAfterValue = true
  }

  mutating func literal(_ text: String) {
    separate()
    bytes.append(contentsOf: text.utf8)
    isAfterValue = true
  }

  /// A name, whose value is to be written next.
  mutating func name(_ name: String) {
    string(name)
    bytes.append(UInt8(ascii: ":"))
    isAfterValue = false
  }

  /// A line break, which means nothing, between the items of long lists.
  mutating func lineBreak() {
    separate()
    bytes.append(UInt8(ascii: "\n"))
    isAfterValue = false
  }

  private mutating func open(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
    isAfterValue = false
  }

  private mutating func close(_ bracket: UInt8) {
    bytes.append(bracket)
    isAfterValue = true
  }

  private mutating func separate() {
    if isAfterValue { bytes.append(UInt8(ascii: ",")) }
    isAfterValue = false
  }
}

// Members of an object; what has no value gets none.
extension JSONWriter {
  mutating func add(_ name: String, _ text: String?) {
    guard let text, !text.isEmpty else { return }
    self.name(name)
    string(text)
  }

  mutating func add(_ name: String, _ date: PartialDate?) {
    add(name, date?.description)
  }

  mutating func add(_ name: String, number: Int) {
    self.name(name)
    literal(String(number))
  }

  mutating func add(_ name: String, flag: Bool) {
    self.name(name)
    literal(flag ? "true" : "false")
  }

  mutating func add(_ name: String, strings: [String]) {
    guard !strings.isEmpty else { return }
    array(name) { for text in strings { $0.string(text) } }
  }

  mutating func object(_ name: String, _ members: (inout JSONWriter) -> Void) {
    self.name(name)
    object(members)
  }

  mutating func array(_ name: String, _ items: (inout JSONWriter) -> Void) {
    self.name(name)
    array(items)
  }
}
