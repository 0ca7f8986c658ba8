import Synchronization

/// What a language orders otherwise than the alphabets of all scripts do.
struct Tailoring: Sendable {
  /// Scripts that come before the others, by their codes (`Cyrl`).
  var scripts: [String] = []
  /// Whether a capital comes before the small letter.
  var isUpperFirst = false
  var steps: [Step] = []

  /// One change to the order of letters.
  struct Step: Sendable {
    enum Relation: String, Sendable {
      /// The members are a letter of their own, behind that of the anchor.
      case letter = "<"
      /// They are a variant of the anchor's letter, behind the anchor's.
      case variant = "<<"
      /// They are a variant of the anchor's letter, before all others.
      case variantBefore = ">>"
      /// They differ from the anchor by case alone.
      case form = "<<<"
      /// They are sorted as the anchors, set apart by `+`.
      case same = "="
    }

    var anchors: [String]
    var relation: Relation
    var members: [String]

    /// Reads `c < č Č`, with `=` between members that are the same; `nil` for what is no step.
    init?(_ text: String) {
      // By bytes, since a mark may stand alone behind a space.
      let words = text.utf8.split(separator: UInt8(ascii: " ")).map { String($0) ?? "" }
      guard words.count >= 3, let relation = Relation(rawValue: words[1]) else { return nil }
      self.relation = relation
      anchors = words[0].split(separator: "+").map(String.init)
      members = Array(words[2...])
      guard !anchors.isEmpty, relation == .same || anchors.count == 1 else { return nil }
    }
  }
}

/// The letters of all scripts in the order of one language.
///
/// A letter has one weight; its variants (accents) and forms (case) tell apart what is equal by the
/// letters. Some strings of several characters are one letter (`ch` in Czech), and some characters are
/// several letters (`æ` in English).
final class LetterOrder: Sendable {
  /// The place of a letter in a text.
  struct Weight: Sendable, Equatable {
    var letter: UInt16
    var variant: UInt16 = 0
    var form: UInt16 = 0
  }

  /// A string that is sorted as a whole.
  private struct Unit: Sendable {
    /// Behind its first scalar.
    var rest: [Unicode.Scalar]
    var weights: [Weight]
  }

  /// The first weight; all are below ``end``.
  static let start: UInt16 = 0x4000
  static let end: UInt16 = 0x7000

  /// The anchors of steps that are no letter.
  let unknownAnchors: [String]
  private let headings: [String]
  private let single: [Unicode.Scalar: Weight]
  /// The weights of the letters of ASCII, zero for what is not so simple.
  private let plain: [UInt16]
  /// By their first scalar, the longest first.
  private let units: [Unicode.Scalar: [Unit]]
  private let composed = Mutex<[Character: Unicode.Scalar]?>(nil)

  /// - Parameter letters: `letters.txt`: a line for each letter of a script, its variants set apart by
  ///   spaces, each with its forms; under `@same` what is sorted as several letters.
  init(_ letters: String, _ tailoring: Tailoring) {
    var draft = LetterDraft(letters)
    unknownAnchors = tailoring.steps.compactMap { draft.take($0) }
    let groups = draft.groups(first: tailoring.scripts).prefix(Int(Self.end - Self.start))
    headings = groups.map(\.heading)
    var weighing = Weighing()
    for (group, letter) in zip(groups, Self.start...) {
      weighing.add(group.variants, letter, isUpperFirst: tailoring.isUpperFirst)
    }
    for same in draft.same { weighing.add(same) }
    single = weighing.single
    units = weighing.units.mapValues { $0.sorted { $0.rest.count > $1.rest.count } }
    plain = (0..<128).map { code in
      let scalar = Unicode.Scalar(UInt8(code))
      return weighing.units[scalar] == nil ? weighing.single[scalar]?.letter ?? 0 : 0
    }
  }

  /// The weights of strings, in the making.
  private struct Weighing {
    var single: [Unicode.Scalar: Weight] = [:]
    var units: [Unicode.Scalar: [Unit]] = [:]

    mutating func add(_ variants: [[String]], _ letter: UInt16, isUpperFirst: Bool) {
      for (variant, forms) in variants.enumerated() {
        for (form, text) in (isUpperFirst ? forms.capitalsFirst : forms).enumerated() {
          let weight = Weight(letter: letter, variant: UInt16(variant), form: UInt16(form))
          for text in text.split(separator: "=") { add(String(text), [weight]) }
        }
      }
    }

    /// What is sorted as several letters stands behind these, as a variant of the first does.
    mutating func add(_ same: LetterDraft.Same) {
      var weights = same.letters.compactMap(weight)
      guard weights.count == same.letters.count, !weights.isEmpty else { return }
      weights[0].variant += 0x40
      for (form, text) in same.members.enumerated() {
        let form = same.members.count == 1 && text.isCapital ? 1 : form
        add(
          text, weights.map { Weight(letter: $0.letter, variant: $0.variant, form: UInt16(form)) })
      }
    }

    private mutating func add(_ text: String, _ weights: [Weight]) {
      let scalars = Array(text.unicodeScalars)
      guard let first = scalars.first else { return }
      if scalars.count == 1, weights.count == 1 {
        single[first] = weights[0]
      } else {
        units[first, default: []].append(Unit(rest: Array(scalars.dropFirst()), weights: weights))
      }
    }

    private func weight(_ letter: String) -> Weight? {
      let scalars = Array(letter.unicodeScalars)
      guard let first = scalars.first else { return nil }
      if scalars.count == 1, let weight = single[first] { return weight }
      return units[first]?.first { $0.rest.elementsEqual(scalars.dropFirst()) }?.weights.first
    }
  }

  /// The heading of the letter that has a weight.
  func heading(of weight: UInt16) -> String? {
    let index = Int(weight) - Int(Self.start)
    return headings.indices.contains(index) ? headings[index] : nil
  }

  /// The weight of a letter of ASCII that is nothing but itself, else zero.
  func plainWeight(of scalar: Unicode.Scalar) -> UInt16 {
    scalar.value < 128 ? plain[Int(scalar.value)] : 0
  }

  /// The weights of what begins at a place, and how many scalars that is; `nil` for no letter.
  func weights(in text: ArraySlice<Unicode.Scalar>) -> (weights: [Weight], length: Int)? {
    guard let first = text.first else { return nil }
    for unit in units[first] ?? [] where text.dropFirst().starts(with: unit.rest) {
      return (unit.weights, unit.rest.count + 1)
    }
    let marks = text.dropFirst().prefix { $0.properties.generalCategory == .nonspacingMark }
    guard !marks.isEmpty else { return single[first].map { ([$0], 1) } }
    return composed(first, Array(marks))
  }

  /// A letter and the marks behind it, as the one letter that they are where there is one.
  private func composed(
    _ first: Unicode.Scalar, _ marks: [Unicode.Scalar]
  ) -> (weights: [Weight], length: Int)? {
    var count = min(marks.count, 3)
    while count > 0 {
      let pieces = String(String.UnicodeScalarView([first] + marks.prefix(count)))
      if let scalar = composition(of: Character(pieces)), scalar != first {
        if let weight = single[scalar] { return ([weight], count + 1) }
        if let unit = units[scalar]?.first(where: { $0.rest.isEmpty }) {
          return (unit.weights, count + 1)
        }
      }
      count -= 1
    }
    guard var weight = single[first] else { return nil }
    weight.variant += 0x80 + UInt16(marks[0].value & 0x7F)
    return ([weight], 1)
  }

  /// The one scalar that a character of several is equal to.
  private func composition(of character: Character) -> Unicode.Scalar? {
    composed.withLock { known in
      if let known { return known[character] }
      let several = units.filter { $0.value.contains { $0.rest.isEmpty } }.keys
      let all = Set(single.keys).union(several)
      let made = Dictionary(
        all.map { (Character($0), $0) }, uniquingKeysWith: { min($0, $1) })
      known = made
      return made[character]
    }
  }
}

/// The order of letters while the steps of a language are taken.
private struct LetterDraft {
  struct Group {
    /// Strings that differ by case, by variant.
    var variants: [[String]]

    /// The capital of the letter: that of its first form where it is among them.
    var heading: String {
      guard let forms = variants.first(where: { !$0.isEmpty }), let first = forms.first else {
        return ""
      }
      let capital = first.unicodeScalars.first.map { $0.properties.titlecaseMapping } ?? ""
      let title = capital + String(first.unicodeScalars.dropFirst())
      return forms.contains(title) ? title : forms.first(where: \.isCapital) ?? first
    }
  }

  struct Same {
    var letters: [String]
    var members: [String]
  }

  /// The letters; their places here are their names.
  private var letters: [Group] = []
  private var scripts: [(name: String, order: [Int])] = []
  private var home: [String: Int] = [:]
  private(set) var same: [Same] = []

  init(_ text: String) {
    for line in text.split(separator: "\n") {
      if line.hasPrefix("@") {
        scripts.append((String(line.dropFirst()), []))
        continue
      }
      let variants = line.split(separator: " ").map { $0.unicodeScalars.map { String($0) } }
      guard let script = scripts.indices.last, let first = variants.first else { continue }
      if scripts[script].name == "same" {
        same.append(Same(letters: first, members: variants.dropFirst().flatMap { $0 }))
      } else {
        scripts[script].order.append(add(variants))
      }
    }
  }

  private mutating func add(_ variants: [[String]]) -> Int {
    for text in variants.joined() { setHome(of: text, letters.count) }
    letters.append(Group(variants: variants))
    return letters.count - 1
  }

  /// All letters, those of some scripts before the others.
  func groups(first: [String]) -> [Group] {
    let before = first.compactMap { name in scripts.first { $0.name == name } }
    let order = (before + scripts.filter { !first.contains($0.name) }).flatMap(\.order)
    return order.map { letters[$0] }
  }

  /// Takes a step; gives back its anchor where that is no letter.
  mutating func take(_ step: Tailoring.Step) -> String? {
    if let unknown = step.anchors.first(where: { home[$0] == nil }) { return unknown }
    guard let anchor = step.anchors.first, let letter = home[anchor],
      let variant = letters[letter].variants.firstIndex(where: { forms in
        forms.contains { $0 == anchor || $0.sameTexts.contains(anchor) }
      })
    else { return step.anchors.first ?? "" }
    var left: [[String]] = []
    for member in step.members.flatMap(\.sameTexts) where member != anchor {
      left += remove(member)
    }
    switch step.relation {
    case .letter: insert(add([step.members] + left), behind: letter)
    case .variant:
      // Behind what has a mark beside the anchor's letter.
      let place = variant == 0 ? letters[letter].variants.count : variant + 1
      letters[letter].variants.insert(contentsOf: [step.members] + left, at: place)
      for text in left.joined() { setHome(of: text, letter) }
    case .variantBefore: letters[letter].variants.insert(step.members, at: 0)
    case .form: letters[letter].variants[variant] += step.members
    case .same: same.append(Same(letters: step.anchors, members: step.members))
    }
    if [.variant, .variantBefore, .form].contains(step.relation) {
      for member in step.members { setHome(of: member, letter) }
    }
    return nil
  }

  private mutating func insert(_ letter: Int, behind other: Int) {
    for index in scripts.indices {
      guard let place = scripts[index].order.firstIndex(of: other) else { continue }
      scripts[index].order.insert(letter, at: place + 1)
    }
  }

  private mutating func setHome(of text: String, _ letter: Int) {
    for text in text.sameTexts { home[text] = letter }
  }

  /// Takes a string from its place; gives back the variants that are left there with no letter of their
  /// own: they are the letter with marks, and go with it.
  private mutating func remove(_ member: String) -> [[String]] {
    for index in same.indices { same[index].members.removeAll { $0 == member } }
    guard let letter = home.removeValue(forKey: member) else { return [] }
    let variants = letters[letter].variants
    let kept = variants.map { $0.filter { $0 != member } }
    letters[letter].variants = kept
    guard let first = kept.first, first.isEmpty, variants.first != [] else { return [] }
    letters[letter].variants = []
    return Array(kept.dropFirst())
  }
}

extension String {
  /// The texts that `=` parts.
  fileprivate var sameTexts: [String] { split(separator: "=").map(String.init) }

  fileprivate var isCapital: Bool {
    switch unicodeScalars.first?.properties.generalCategory {
    case .uppercaseLetter, .titlecaseLetter: true
    default: false
    }
  }
}

extension [String] {
  /// Capitals before small letters, and what is all capitals before that; else in the same order.
  fileprivate var capitalsFirst: [String] {
    let capitals = filter(\.isCapital)
    return capitals.filter { $0 == $0.uppercased() } + capitals.filter { $0 != $0.uppercased() }
      + filter { !$0.isCapital }
  }
}
