/// Letters of Arabic in the forms in which they join, for an engine that sets each by itself.
///
/// The forms are those of Unicode's block of presentation forms, where each letter has one for standing
/// alone and one for the end of a word, and most have two more.
enum ArabicForms {
  /// A text whose letters are so many signs of their own.
  static func joined(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    guard scalars.contains(where: { letters[$0] != nil }) else { return text }
    var shaped = String.UnicodeScalarView()
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      guard let letter = letters[scalar] else {
        shaped.append(scalar)
        index += 1
        continue
      }
      let isBehind = letter.count > 1 && goesOn(before: index, scalars)
      if scalar == lam, index + 1 < scalars.count, let form = ligatures[scalars[index + 1]] {
        append(form + (isBehind ? 1 : 0), to: &shaped)
        index += 2
        continue
      }
      let isBefore = letter.count == 4 && next(after: index, scalars).map(takes) == true
      append(letter.first + (isBehind ? 1 : 0) + (isBefore ? 2 : 0), to: &shaped)
      index += 1
    }
    return String(shaped)
  }

  private static let lam: Unicode.Scalar = "ل"
  private static let stroke: Unicode.Scalar = "\u{640}"
  /// What an alef makes with a lam before it.
  private static let ligatures: [Unicode.Scalar: UInt32] = [
    "آ": 0xFEF5, "أ": 0xFEF7, "إ": 0xFEF9, "ا": 0xFEFB,
  ]

  /// By the letter: its form alone, and how many forms it has.
  private static let letters: [Unicode.Scalar: (first: UInt32, count: Int)] = {
    let counts = [
      1, 2, 2, 2, 2, 4, 2, 4, 2, 4, 4, 4, 4, 4, 2, 2, 2, 2, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4,
      4,
      4, 2, 2, 4,
    ]
    let codes = Array(0x621...0x63A) + Array(0x641...0x64A)
    var letters: [Unicode.Scalar: (first: UInt32, count: Int)] = [:]
    var form: UInt32 = 0xFE80
    for (code, count) in zip(codes, counts) {
      if let letter = Unicode.Scalar(UInt32(code)) { letters[letter] = (form, count) }
      form += UInt32(count)
    }
    return letters
  }()

  private static func append(_ form: UInt32, to shaped: inout String.UnicodeScalarView) {
    if let scalar = Unicode.Scalar(form) { shaped.append(scalar) }
  }

  /// Whether a sign takes a stroke from the letter before it.
  private static func takes(_ scalar: Unicode.Scalar) -> Bool {
    scalar == stroke || (letters[scalar]?.count ?? 0) > 1
  }

  /// Whether the letter before a place, past vowel signs, goes on into the next.
  private static func goesOn(before index: Int, _ scalars: [Unicode.Scalar]) -> Bool {
    guard let before = scalars[..<index].last(where: { !isMark($0) }) else { return false }
    return before == stroke || letters[before]?.count == 4
  }

  private static func next(after index: Int, _ scalars: [Unicode.Scalar]) -> Unicode.Scalar? {
    scalars[(index + 1)...].first { !isMark($0) }
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    (0x64B...0x65F).contains(scalar.value) || scalar.value == 0x670
  }
}
