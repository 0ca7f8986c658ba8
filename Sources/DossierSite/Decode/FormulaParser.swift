import DossierSource

extension Formula {
  /// Reads a formula of a kind's file; a mistake is a diagnostic at its column.
  static func decode(_ node: YAMLNode, _ findings: inout Findings) -> Formula? {
    guard let text = node.text else {
      findings.expected("a formula", for: "formula", at: node)
      return nil
    }
    do throws(FormulaParser.Flaw) {
      var parser = FormulaParser(text)
      return try parser.parse()
    } catch {
      var span = node.textSpan
      span.column += error.offset
      span.length = 1
      findings.error(
        "formula.syntax", error.message, at: span,
        help: "a formula holds ids of fields, numbers, + - * / with spaces around, and brackets")
      return nil
    }
  }
}

/// A parser by precedence over a stack of its own, so that no input is too deep for it.
///
/// A hyphen belongs to a field's id where a letter or digit stands on both sides; so a minus has
/// spaces around it.
struct FormulaParser {
  struct Flaw: Error {
    var message: String
    /// Bytes from the formula's beginning.
    var offset: Int
  }

  private enum Mark: Equatable { case open(Int), binary(Formula.Operator) }

  private let bytes: [UInt8]
  private var index = 0
  private var values: [Formula] = []
  private var marks: [Mark] = []

  /// Operations that one formula may hold: its tree is walked by recursion later.
  private static let limit = 100

  init(_ text: String) {
    bytes = Array(text.utf8)
  }

  mutating func parse() throws(Flaw) -> Formula {
    guard bytes.count <= 1_000 else { throw Flaw(message: "the formula is too long", offset: 0) }
    var wantsValue = true
    while let byte = nextByte() {
      wantsValue = try wantsValue ? value(byte) : operation(byte)
    }
    if wantsValue { throw Flaw(message: "the formula ends too soon", offset: bytes.count) }
    while let mark = marks.last {
      if case .open(let offset) = mark {
        throw Flaw(message: "the bracket is not closed", offset: offset)
      }
      reduce()
    }
    return values[0]
  }

  /// The next byte that is no space.
  private mutating func nextByte() -> UInt8? {
    while index < bytes.count, bytes[index] == UInt8(ascii: " ") { index += 1 }
    return index < bytes.count ? bytes[index] : nil
  }

  /// Takes a value or an opening bracket; returns whether a value is still wanted.
  private mutating func value(_ byte: UInt8) throws(Flaw) -> Bool {
    if byte == UInt8(ascii: "(") {
      marks.append(.open(index))
      index += 1
      return true
    }
    let start = index
    while index < bytes.count, isPartOfWord(at: index) { index += 1 }
    let word = String(decoding: bytes[start..<index], as: UTF8.self)
    if let number = Quantity(word) {
      values.append(.number(number))
    } else if Identifier.isValid(word) {
      values.append(.field(word))
    } else {
      throw Flaw(message: "a field or a number is wanted here", offset: start)
    }
    return false
  }

  private func isPartOfWord(at index: Int) -> Bool {
    switch bytes[index] {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "."), UInt8(ascii: "-"):
      true
    default: false
    }
  }

  /// Takes an operator or a closing bracket; returns whether a value is wanted next.
  private mutating func operation(_ byte: UInt8) throws(Flaw) -> Bool {
    if byte == UInt8(ascii: ")") {
      try close()
      return false
    }
    guard let symbol = Formula.Operator(rawValue: Character(UnicodeScalar(byte))) else {
      throw Flaw(message: "an operator is wanted here", offset: index)
    }
    while case .binary(let last) = marks.last, last.binds(before: symbol) { reduce() }
    guard marks.count < Self.limit, values.count < Self.limit else {
      throw Flaw(message: "the formula is too long", offset: index)
    }
    marks.append(.binary(symbol))
    index += 1
    return true
  }

  private mutating func close() throws(Flaw) {
    while case .binary = marks.last { reduce() }
    guard case .open = marks.popLast() else {
      throw Flaw(message: "no bracket is open here", offset: index)
    }
    index += 1
  }

  private mutating func reduce() {
    guard case .binary(let symbol) = marks.popLast(), let right = values.popLast(),
      let left = values.popLast()
    else { return }
    values.append(.operation(symbol, left, right))
  }
}

extension Formula.Operator {
  /// Whether it is worked out before an operator to its right.
  fileprivate func binds(before next: Formula.Operator) -> Bool {
    isProduct || !next.isProduct
  }

  private var isProduct: Bool { self == .times || self == .over }
}
